import type { Feature } from '../../api/feature-route.ts'

export const institution: Feature = {
  routes: [
    {
      path: '/institution',
      can: 'institution.manage',
      page: async () => ({ default: (await import('./institution-page.tsx')).InstitutionPage }),
    },
    {
      path: '/institution/setup',
      can: 'institution.manage',
      page: async () => ({ default: (await import('./setup-page.tsx')).SetupPage }),
    },
    {
      path: '/responsible',
      can: 'institution.read',
      page: async () => ({ default: (await import('./responsible-page.tsx')).ResponsiblePage }),
    },
    {
      path: '/proctors',
      can: 'proctors.read',
      page: async () => ({ default: (await import('./proctors-page.tsx')).ProctorsPage }),
    },
    {
      path: '/my-papers',
      can: 'signed-in',
      page: async () => ({ default: (await import('./my-papers-page.tsx')).MyPapersPage }),
    },
    {
      path: '/review-instruction',
      can: 'signed-in',
      page: async () => ({ default: (await import('./review-instruction-page.tsx')).ReviewInstructionPage }),
    },
  ],
  home: [
    {
      can: 'signed-in',
      rank: 3,
      card: async () => ({ default: (await import('./my-papers-card.tsx')).MyPapersCard }),
    },
    {
      can: 'institution.manage',
      rank: 4,
      card: async () => ({ default: (await import('./warnings-card.tsx')).WarningsCard }),
    },
  ],
  nav: [
    { to: '/institution', can: 'institution.manage', word: 'admin.nav.institution' },
    { to: '/responsible', can: 'institution.read', word: 'institution.nav.responsible' },
    { to: '/my-papers', can: 'live.watch', word: 'institution.nav.own' },
    { to: '/proctors', can: 'proctors.read', word: 'institution.nav.proctors' },
  ],
}
