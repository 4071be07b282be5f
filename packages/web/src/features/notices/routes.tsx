import type { Feature } from '../../api/feature-route.ts'

export const notices: Feature = {
  routes: [
    {
      path: '/notices',
      can: 'signed-in',
      page: async () => ({ default: (await import('./notices-page.tsx')).NoticesPage }),
    },
    {
      path: '/exams/$exam/notices',
      can: 'exam.manage',
      page: async () => ({ default: (await import('./exam-notices-page.tsx')).ExamNoticesPage }),
    },
  ],
}
