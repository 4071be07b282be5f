import type { Feature } from '../../api/feature-route.ts'

export const services: Feature = {
  routes: [
    {
      path: '/services',
      can: 'account.self',
      page: async () => ({ default: (await import('./catalogue-page.tsx')).CataloguePage }),
    },
    {
      path: '/services/register',
      can: 'institution.read',
      page: async () => ({ default: (await import('./register-page.tsx')).RegisterPage }),
    },
    {
      path: '/services/register/:service',
      can: 'institution.read',
      page: async () => ({ default: (await import('./service-page.tsx')).ServicePage }),
    },
  ],
  nav: [
    { to: '/services', can: 'account.self', word: 'services.nav.catalogue' },
    { to: '/services/register', can: 'institution.read', word: 'services.nav.register' },
  ],
}
