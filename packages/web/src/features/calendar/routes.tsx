import type { Feature } from '../../api/feature-route.ts'

export const calendar: Feature = {
  routes: [
    {
      path: '/calendar',
      can: 'calendar.read',
      page: async () => ({ default: (await import('./calendar-page.tsx')).CalendarPage }),
    },
  ],
  nav: [{ to: '/calendar', can: 'calendar.read', word: 'calendar.nav' }],
}
