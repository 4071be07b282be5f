import type { Feature } from '../../api/feature-route.ts'

export const mail: Feature = {
  routes: [
    {
      path: '/mail',
      can: 'institution.manage',
      page: async () => ({ default: (await import('./mail-page.tsx')).MailPage }),
    },
  ],
  nav: [{ to: '/mail', can: 'institution.manage', word: 'mail.nav' }],
}
