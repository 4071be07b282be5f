import type { Feature } from '../../api/feature-route.ts'

export const maintenance: Feature = {
  routes: [
    {
      path: '/maintenance',
      can: 'maintenance.announce',
      page: async () => ({ default: (await import('./maintenance-page.tsx')).MaintenancePage }),
    },
  ],
  nav: [{ to: '/maintenance', can: 'maintenance.announce', word: 'maintenance.nav' }],
}
