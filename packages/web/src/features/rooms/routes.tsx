import type { Feature } from '../../api/feature-route.ts'

export const rooms: Feature = {
  routes: [
    {
      path: '/rooms',
      can: 'room.join',
      page: async () => ({ default: (await import('./rooms-page.tsx')).RoomsPage }),
    },
    {
      path: '/rooms/plan/:room',
      can: 'room.lead',
      page: async () => ({ default: (await import('./planned-page.tsx')).PlannedPage }),
    },
    {
      // Opened as a document of its own: only here the browser lends camera and microphone (B-03).
      path: '/rooms/:link',
      can: 'room.join',
      frame: 'bare',
      page: async () => ({ default: (await import('./door-page.tsx')).DoorPage }),
    },
  ],
  home: [
    {
      can: 'room.join',
      rank: 20,
      card: async () => ({ default: (await import('./next-card.tsx')).NextCard }),
    },
  ],
  nav: [{ to: '/rooms', can: 'room.lead', word: 'rooms.nav' }],
}
