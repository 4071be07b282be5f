import type { Feature } from '../../api/feature-route.ts'

export const federation: Feature = {
  routes: [
    {
      path: '/federation',
      can: 'institution.manage',
      page: async () => ({ default: (await import('./federation-page.tsx')).FederationPage }),
    },
  ],
  nav: [{ to: '/federation', can: 'institution.manage', word: 'federation.nav' }],
}
