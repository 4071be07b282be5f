import type { Feature } from '../../api/feature-route.ts'

export const dashboards: Feature = {
  routes: [
    {
      path: '/dashboards',
      can: 'report.today',
      page: async () => ({ default: (await import('./today-page.tsx')).TodayPage }),
    },
    {
      path: '/dashboards/reviews',
      can: 'review.manage',
      page: async () => ({ default: (await import('./reviews-page.tsx')).ReviewsPage }),
    },
    {
      path: '/dashboards/fairness',
      can: 'report.fairness',
      page: async () => ({ default: (await import('./fairness-page.tsx')).FairnessPage }),
    },
    {
      path: '/dashboards/exams',
      can: 'report.exams',
      page: async () => ({ default: (await import('./exams-page.tsx')).ExamsPage }),
    },
    {
      path: '/dashboards/exams/:exam',
      can: 'report.exams',
      page: async () => ({ default: (await import('./exam-page.tsx')).ExamPage }),
    },
  ],
  nav: [
    { to: '/dashboards', can: 'report.today', word: 'dashboards.nav.today' },
    { to: '/dashboards/exams', can: 'report.exams', word: 'dashboards.nav.exams' },
  ],
}
