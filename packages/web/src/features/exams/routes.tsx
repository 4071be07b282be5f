import type { Feature } from '../../api/feature-route.ts'

export const exams: Feature = {
  routes: [
    {
      path: '/exams',
      can: 'exam.read',
      page: async () => ({ default: (await import('./exams-page.tsx')).ExamsPage }),
    },
    {
      path: '/exams/new',
      can: 'exam.manage',
      page: async () => ({ default: (await import('./exam-form-page.tsx')).NewExamPage }),
    },
    {
      path: '/exams/:exam/card',
      can: 'exam.manage',
      page: async () => ({ default: (await import('./exam-form-page.tsx')).EditExamPage }),
    },
    {
      path: '/exams/:exam',
      can: 'exam.read',
      page: async () => ({ default: (await import('./exam-page.tsx')).ExamPage }),
    },
  ],
  home: [
    {
      can: 'exam.manage',
      rank: 40,
      card: async () => ({ default: (await import('./exams-card.tsx')).ExamsCard }),
    },
  ],
  nav: [{ to: '/exams', can: 'exam.manage', word: 'exams.nav' }],
}
