import type { Feature } from '../../api/feature-route.ts'

export const protection: Feature = {
  routes: [
    {
      path: '/data',
      can: 'account.self',
      page: async () => ({ default: (await import('./data-page.tsx')).DataPage }),
    },
    {
      path: '/protection',
      can: 'protection.read',
      page: async () => ({ default: (await import('./protection-page.tsx')).ProtectionPage }),
    },
  ],
  nav: [{ to: '/protection', can: 'protection.read', word: 'protection.nav' }],
}
