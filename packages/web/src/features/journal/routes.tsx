import type { Feature } from '../../api/feature-route.ts'

export const journal: Feature = {
  routes: [
    {
      path: '/journal',
      can: 'journal.read',
      page: async () => ({ default: (await import('./journal-page.tsx')).JournalPage }),
    },
  ],
  nav: [{ to: '/journal', can: 'journal.read', word: 'journal.nav' }],
}
