import type { Feature } from '../../api/feature-route.ts'

export const complaints: Feature = {
  routes: [],
  home: [
    {
      can: 'exam.manage',
      rank: 45,
      card: async () => ({ default: (await import('./complaints-card.tsx')).ComplaintsCard }),
    },
  ],
}
