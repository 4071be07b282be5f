import type { Feature } from '../../api/feature-route.ts'

export const forms: Feature = {
  routes: [
    {
      path: '/forms',
      can: 'form.read',
      page: async () => ({ default: (await import('./forms-page.tsx')).FormsPage }),
    },
  ],
  nav: [{ to: '/forms', can: 'form.read', word: 'forms.nav' }],
}
