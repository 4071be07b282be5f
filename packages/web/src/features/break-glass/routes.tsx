import type { Feature } from '../../api/feature-route.ts'

export const breakGlass: Feature = {
  routes: [
    {
      path: '/break-glass',
      can: 'glass.read',
      page: async () => ({ default: (await import('./glass-page.tsx')).GlassPage }),
    },
  ],
  nav: [{ to: '/break-glass', can: 'glass.read', word: 'breakGlass.nav' }],
}
