import type { Feature } from '../../api/feature-route.ts'

export const retention: Feature = {
  routes: [
    {
      path: '/retention',
      can: 'retention.read',
      page: async () => ({ default: (await import('./retention-page.tsx')).RetentionPage }),
    },
  ],
  nav: [{ to: '/retention', can: 'retention.read', word: 'retention.nav' }],
}
