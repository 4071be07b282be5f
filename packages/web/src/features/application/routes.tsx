import type { Feature } from '../../api/feature-route.ts'

export const application: Feature = {
  routes: [
    {
      path: '/applications',
      can: 'application.read',
      page: async () => ({ default: (await import('./applications-page.tsx')).ApplicationsPage }),
    },
    {
      path: '/exams/:exam/application',
      can: 'application.read',
      page: async () => ({ default: (await import('./application-page.tsx')).ApplicationPage }),
    },
  ],
  nav: [{ to: '/applications', can: 'application.read', word: 'application.nav' }],
}
