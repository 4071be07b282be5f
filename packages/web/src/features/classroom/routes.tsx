import type { Feature } from '../../api/feature-route.ts'

export const classroom: Feature = {
  routes: [
    {
      path: '/room',
      can: 'live.watch',
      page: async () => ({ default: (await import('./room-page.tsx')).RoomPage }),
    },
  ],
  home: [
    {
      can: 'live.watch',
      rank: 11,
      card: async () => ({ default: (await import('./room-card.tsx')).RoomCard }),
    },
  ],
  nav: [],
}
