import type { Feature } from '../../api/feature-route.ts'

export const protocols: Feature = {
  routes: [
    {
      path: '/protocols',
      can: 'protocol.read',
      page: async () => ({ default: (await import('./protocols-page.tsx')).ProtocolsPage }),
    },
    {
      path: '/protocols/:session',
      can: 'protocol.read',
      page: async () => ({ default: (await import('./protocol-page.tsx')).ProtocolPage }),
    },
  ],
  home: [
    {
      can: 'protocol.write',
      rank: 24,
      card: async () => ({ default: (await import('./protocols-card.tsx')).ProtocolsCard }),
    },
  ],
  nav: [{ to: '/protocols', can: 'protocol.read', word: 'protocols.nav' }],
}
