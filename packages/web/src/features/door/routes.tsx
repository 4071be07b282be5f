import type { Feature } from '../../api/feature-route.ts'

export const door: Feature = {
  routes: [
    {
      path: '/door',
      can: 'door.decide',
      locks: true,
      page: async () => ({ default: (await import('./door-page.tsx')).DoorPage }),
    },
    {
      path: '/identity',
      can: 'exam.manage',
      page: async () => ({ default: (await import('./identity-page.tsx')).IdentityPage }),
    },
  ],
  home: [
    {
      can: 'exam.manage',
      rank: 40,
      card: async () => ({ default: (await import('./identity-card.tsx')).IdentityCard }),
    },
  ],
  nav: [{ to: '/door', can: 'door.decide', word: 'door.nav' }],
}
