import type { Feature } from '../../api/feature-route.ts'

export const reviewer: Feature = {
  routes: [
    {
      path: '/recordings',
      can: 'recording.review',
      locks: true,
      page: async () => ({ default: (await import('./recordings-page.tsx')).RecordingsPage }),
    },
    {
      path: '/recordings/:session',
      can: 'recording.review',
      locks: true,
      page: async () => ({ default: (await import('./review-page.tsx')).ReviewPage }),
    },
    {
      // T-20: one recording, opened to an administrator by a second person.
      path: '/break-glass/:session',
      can: 'glass.ask',
      locks: true,
      page: async () => ({ default: (await import('./review-page.tsx')).ReviewPage }),
    },
    {
      path: '/reviews',
      can: 'review.list',
      page: async () => ({ default: (await import('./queue/queue-page.tsx')).QueuePage }),
    },
    {
      path: '/reviews/:review',
      can: 'review.do',
      page: async () => ({ default: (await import('./desk/desk-page.tsx')).DeskPage }),
    },
    {
      path: '/exports',
      can: 'recording.export',
      page: async () => ({ default: (await import('./exports-page.tsx')).ExportsPage }),
    },
  ],
  home: [
    {
      can: 'recording.export',
      rank: 15,
      card: async () => ({ default: (await import('./exports-waiting-card.tsx')).ExportsWaitingCard }),
    },
    {
      can: 'review.list',
      rank: 12,
      card: async () => ({ default: (await import('./queue/reviews-card.tsx')).ReviewsCard }),
    },
    {
      can: 'recording.review',
      rank: 20,
      card: async () => ({ default: (await import('./recordings-card.tsx')).RecordingsCard }),
    },
  ],
  nav: [
    { to: '/reviews', can: 'review.list', word: 'review.nav' },
    { to: '/recordings', can: 'recording.review', word: 'reviewer.nav' },
    { to: '/exports', can: 'recording.export', word: 'reviewer.exports.nav' },
  ],
}
