import type { Feature } from '../../api/feature-route.ts'

export const lms: Feature = {
  routes: [
    {
      path: '/learning-platforms',
      can: 'institution.manage',
      page: async () => ({ default: (await import('./lms-page.tsx')).LmsPage }),
    },
    {
      path: '/launch',
      can: 'public',
      page: async () => ({ default: (await import('./launch-page.tsx')).LaunchPage }),
    },
  ],
  nav: [{ to: '/learning-platforms', can: 'institution.manage', word: 'lms.nav' }],
}
