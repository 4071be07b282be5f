import type { Feature } from '../../api/feature-route.ts'

export const failures: Feature = {
  routes: [
    {
      path: '/exams/$exam/failures',
      can: 'exam.manage',
      page: async () => ({ default: (await import('./failures-page.tsx')).FailuresPage }),
    },
  ],
  home: [
    {
      can: 'session.take',
      // Before everything else: it waits for an answer.
      rank: 9,
      card: async () => ({ default: (await import('./own-failures-card.tsx')).OwnFailuresCard }),
    },
  ],
}
