import type { Feature } from '../../api/feature-route.ts'

export const decisions: Feature = {
  routes: [
    {
      path: '/decisions',
      can: 'decision.make',
      page: async () => ({ default: (await import('./decisions-page.tsx')).DecisionsPage }),
    },
    {
      path: '/debts',
      can: 'decision.make',
      page: async () => ({ default: (await import('./debts-page.tsx')).DebtsPage }),
    },
    {
      path: '/decisions/:session',
      can: 'decision.make',
      page: async () => ({ default: (await import('./decision-page.tsx')).DecisionPage }),
    },
    {
      path: '/results/:session',
      can: 'session.take',
      page: async () => ({ default: (await import('./own-result-page.tsx')).OwnResultPage }),
    },
  ],
  home: [
    {
      can: 'decision.make',
      rank: 26,
      card: async () => ({ default: (await import('./decisions-card.tsx')).DecisionsCard }),
    },
    {
      can: 'session.take',
      rank: 14,
      card: async () => ({ default: (await import('./own-results-card.tsx')).OwnResultsCard }),
    },
    {
      can: 'children.read',
      rank: 16,
      card: async () => ({ default: (await import('./children-results-card.tsx')).ChildrenResultsCard }),
    },
  ],
  nav: [
    { to: '/decisions', can: 'decision.make', word: 'decisions.nav' },
    { to: '/debts', can: 'decision.make', word: 'decisions.debts.nav' },
  ],
}
