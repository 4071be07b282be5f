import type { Feature } from '../../api/feature-route.ts'

export const workplaces: Feature = {
  routes: [
    {
      // Also on a phone: who asks for a computer may have nothing else.
      path: '/workplace/:session',
      can: 'session.take',
      page: async () => ({ default: (await import('./own-page.tsx')).OwnWorkplacePage }),
    },
    {
      path: '/workplaces',
      can: 'workplace.manage',
      page: async () => ({ default: (await import('./workplaces-page.tsx')).WorkplacesPage }),
    },
  ],
  home: [
    {
      can: 'workplace.manage',
      rank: 72,
      card: async () => ({ default: (await import('./requests-card.tsx')).RequestsCard }),
    },
  ],
}
