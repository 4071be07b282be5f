import type { Feature } from '../../api/feature-route.ts'

export const hints: Feature = {
  routes: [
    {
      path: '/exams/:exam/weights',
      can: 'exam.manage',
      page: async () => ({ default: (await import('./weights-page.tsx')).WeightsPage }),
    },
    {
      path: '/watched/:session',
      can: 'session.take',
      page: async () => ({ default: (await import('./watched-page.tsx')).WatchedPage }),
    },
    {
      path: '/trust/:session',
      can: 'recording.review',
      page: async () => ({ default: (await import('./trust-page.tsx')).TrustPage }),
    },
  ],
}
