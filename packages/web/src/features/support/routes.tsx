import type { Feature } from '../../api/feature-route.ts'

export const support: Feature = {
  routes: [
    {
      path: '/help',
      can: 'signed-in',
      page: async () => ({ default: (await import('./help-page.tsx')).HelpPage }),
    },
    {
      path: '/tickets',
      can: 'support.answer',
      page: async () => ({ default: (await import('./tickets-page.tsx')).TicketsPage }),
    },
  ],
  home: [
    {
      can: 'support.answer',
      rank: 12,
      card: async () => ({ default: (await import('./waiting-card.tsx')).WaitingCard }),
    },
  ],
  nav: [{ to: '/tickets', can: 'support.answer', word: 'support.nav' }],
}
