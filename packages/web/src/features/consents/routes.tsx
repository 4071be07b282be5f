import type { Feature } from '../../api/feature-route.ts'

export const consents: Feature = {
  routes: [
    {
      path: '/consents',
      can: 'consent.own',
      page: async () => ({ default: (await import('./my-consents-page.tsx')).MyConsentsPage }),
    },
    {
      path: '/consent-register',
      can: 'consent.list',
      page: async () => ({ default: (await import('./register-page.tsx')).RegisterPage }),
    },
    {
      path: '/exams/:exam/consents',
      can: 'consent.list',
      page: async () => ({ default: (await import('./exam-consents-page.tsx')).ExamConsentsPage }),
    },
  ],
  home: [
    {
      can: 'consent.own',
      rank: 15,
      card: async () => ({ default: (await import('./consents-card.tsx')).ConsentsCard }),
    },
  ],
  nav: [
    { to: '/consents', can: 'consent.own', word: 'consents.nav' },
    { to: '/consent-register', can: 'consent.list', word: 'consents.navStaff' },
  ],
}
