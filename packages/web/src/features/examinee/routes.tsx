import type { Feature } from '../../api/feature-route.ts'

export const examinee: Feature = {
  routes: [
    {
      path: '/exam/trial',
      can: 'session.take',
      frame: 'bare',
      page: async () => ({ default: (await import('./trial/trial-page.tsx')).TrialPage }),
    },
    {
      path: '/identity-return',
      can: 'session.take',
      page: async () => ({ default: (await import('./identity-return-page.tsx')).IdentityReturnPage }),
    },
    {
      path: '/exam/:session',
      can: 'session.take',
      frame: 'bare',
      page: async () => ({ default: (await import('./exam-page.tsx')).ExamPage }),
    },
  ],
  home: [
    {
      can: 'session.take',
      rank: 10,
      byCode: true,
      card: async () => ({ default: (await import('./my-exams-card.tsx')).MyExamsCard }),
    },
  ],
}
