import type { Feature } from '../../api/feature-route.ts'

export const complaints: Feature = {
  routes: [
    {
      path: '/complaints',
      can: 'exam.manage',
      page: async () => ({ default: (await import('./complaints-page.tsx')).ComplaintsPage }),
    },
  ],
  home: [
    {
      can: 'exam.manage',
      rank: 45,
      card: async () => ({ default: (await import('./complaints-card.tsx')).ComplaintsCard }),
    },
    {
      can: 'appeal.file',
      rank: 46,
      card: async () => ({ default: (await import('./my-complaints-card.tsx')).MyComplaintsCard }),
    },
  ],
  nav: [{ to: '/complaints', can: 'exam.manage', word: 'complaints.nav' }],
}
