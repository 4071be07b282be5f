import type { Feature } from '../../api/feature-route.ts'

export const acts: Feature = {
  routes: [
    {
      path: '/acts',
      can: 'act.read',
      page: async () => ({ default: (await import('./acts-page.tsx')).ActsPage }),
    },
    {
      path: '/acts/:act',
      can: 'act.read',
      page: async () => ({ default: (await import('./act-page.tsx')).ActPage }),
    },
  ],
  nav: [{ to: '/acts', can: 'act.read', word: 'acts.nav' }],
}
