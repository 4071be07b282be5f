import type { Feature } from '../../api/feature-route.ts'

export const accommodations: Feature = {
  routes: [
    {
      path: '/special-conditions',
      can: 'accommodation.ask',
      page: async () => ({ default: (await import('./conditions-page.tsx')).ConditionsPage }),
    },
  ],
  nav: [{ to: '/special-conditions', can: 'accommodation.ask', word: 'accommodations.nav' }],
}
