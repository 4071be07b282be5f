import type { Feature } from '../../api/feature-route.ts'

export const door: Feature = {
  routes: [
    {
      path: '/door',
      can: 'door.decide',
      page: async () => ({ default: (await import('./door-page.tsx')).DoorPage }),
    },
  ],
  nav: [{ to: '/door', can: 'door.decide', word: 'door.nav' }],
}
