import type { Feature } from '../../api/feature-route.ts'

export const admin: Feature = {
  routes: [
    {
      path: '/people',
      can: 'account.manage',
      page: async () => ({ default: (await import('./people-page.tsx')).PeoplePage }),
    },
  ],
  home: [
    {
      can: 'account.manage',
      rank: 5,
      card: async () => ({ default: (await import('./first-steps-card.tsx')).FirstStepsCard }),
    },
  ],
  nav: [{ to: '/people', can: 'account.manage', word: 'admin.nav.people' }],
}
