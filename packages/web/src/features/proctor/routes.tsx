import type { Feature } from '../../api/feature-route.ts'

export const proctor: Feature = {
  routes: [
    {
      path: '/wall',
      can: 'live.watch',
      frame: 'bare',
      page: async () => ({ default: (await import('./wall-page.tsx')).WallPage }),
    },
    {
      path: '/requirements',
      can: 'live.watch',
      page: async () => ({ default: (await import('./requirements-page.tsx')).RequirementsPage }),
    },
  ],
  home: [
    {
      can: 'live.watch',
      rank: 10,
      card: async () => ({ default: (await import('./wall-card.tsx')).WallCard }),
    },
  ],
  nav: [{ to: '/wall', can: 'live.watch', word: 'proctor.nav' }],
}
