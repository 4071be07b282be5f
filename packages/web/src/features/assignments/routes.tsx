import type { Feature } from '../../api/feature-route.ts'

export const assignments: Feature = {
  routes: [
    {
      path: '/assignments',
      can: 'assignment.give',
      page: async () => ({ default: (await import('./given-page.tsx')).GivenPage }),
    },
    {
      path: '/assignments/:task',
      can: 'assignment.give',
      page: async () => ({ default: (await import('./task-page.tsx')).TaskPage }),
    },
    {
      path: '/my-assignments',
      can: 'assignment.hand_in',
      page: async () => ({ default: (await import('./mine-page.tsx')).MinePage }),
    },
    {
      path: '/my-assignments/:task',
      can: 'assignment.hand_in',
      page: async () => ({ default: (await import('./hand-in-page.tsx')).HandInPage }),
    },
  ],
  home: [
    {
      can: 'assignment.hand_in',
      rank: 25,
      card: async () => ({ default: (await import('./mine-page.tsx')).MineCard }),
    },
  ],
  nav: [{ to: '/assignments', can: 'assignment.give', word: 'assignments.nav' }],
}
