import type { Feature } from '../../api/feature-route.ts'

export const briefing: Feature = {
  routes: [
    {
      path: '/exams/:exam/briefing',
      can: 'exam.manage',
      page: async () => ({ default: (await import('./briefing-page.tsx')).BriefingPage }),
    },
  ],
  home: [],
  nav: [],
}
