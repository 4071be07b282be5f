import type { Feature } from '../../api/feature-route.ts'

export const admin: Feature = {
  routes: [
    {
      path: '/people',
      can: 'account.manage',
      page: async () => ({ default: (await import('./people-page.tsx')).PeoplePage }),
    },
    {
      path: '/machine',
      can: 'machine.read',
      page: async () => ({ default: (await import('./machine-page.tsx')).MachinePage }),
    },
  ],
  home: [
    {
      can: 'account.manage',
      rank: 5,
      card: async () => ({ default: (await import('./first-steps-card.tsx')).FirstStepsCard }),
    },
  ],
  nav: [
    { to: '/people', can: 'account.manage', word: 'admin.nav.people' },
    { to: '/machine', can: 'machine.read', word: 'admin.nav.machine' },
  ],
}
