import type { Feature } from '../../api/feature-route.ts'

export const reviewer: Feature = {
  routes: [
    {
      path: '/recordings',
      can: 'recording.review',
      page: async () => ({ default: (await import('./recordings-page.tsx')).RecordingsPage }),
    },
    {
      path: '/recordings/:session',
      can: 'recording.review',
      page: async () => ({ default: (await import('./review-page.tsx')).ReviewPage }),
    },
  ],
  home: [
    {
      can: 'recording.review',
      rank: 20,
      card: async () => ({ default: (await import('./recordings-card.tsx')).RecordingsCard }),
    },
  ],
  nav: [{ to: '/recordings', can: 'recording.review', word: 'reviewer.nav' }],
}
