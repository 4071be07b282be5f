import type { Feature } from '../../api/feature-route.ts'

export const identityBridge: Feature = {
  routes: [
    {
      path: '/identity-bridge',
      can: 'institution.manage',
      page: async () => ({ default: (await import('./bridge-page.tsx')).BridgePage }),
    },
  ],
  nav: [{ to: '/identity-bridge', can: 'institution.manage', word: 'identityBridge.nav' }],
}
