import type { Feature } from '../../api/feature-route.ts'

export const appeals: Feature = {
  routes: [
    {
      path: '/after-exam/:session',
      can: 'appeal.file',
      page: async () => ({ default: (await import('./after-page.tsx')).AfterPage }),
    },
    {
      path: '/appeals',
      can: 'appeal.read',
      page: async () => ({ default: (await import('./appeals-page.tsx')).AppealsPage }),
    },
    {
      path: '/appeals/:appeal',
      can: 'appeal.read',
      page: async () => ({ default: (await import('./appeal-page.tsx')).AppealPage }),
    },
  ],
  home: [
    {
      can: 'appeal.file',
      rank: 17,
      card: async () => ({ default: (await import('./after-exams-card.tsx')).AfterExamsCard }),
    },
    {
      can: 'appeal.read',
      rank: 27,
      card: async () => ({ default: (await import('./appeals-card.tsx')).AppealsCard }),
    },
  ],
  nav: [{ to: '/appeals', can: 'appeal.read', word: 'appeals.nav' }],
}
