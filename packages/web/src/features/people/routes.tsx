import type { Feature } from '../../api/feature-route.ts'

export const people: Feature = {
  routes: [
    {
      path: '/people/import',
      can: 'account.manage',
      page: async () => ({ default: (await import('./import-page.tsx')).ImportPage }),
    },
    {
      path: '/people/:person',
      can: 'account.manage',
      page: async () => ({ default: (await import('./person-page.tsx')).PersonPage }),
    },
    {
      path: '/led-work',
      can: 'staff.lead',
      page: async () => ({ default: (await import('./led-work-page.tsx')).LedWorkPage }),
    },
    {
      path: '/groups',
      can: 'account.manage',
      page: async () => ({ default: (await import('./groups-page.tsx')).GroupsPage }),
    },
  ],
  home: [
    {
      can: 'staff.lead',
      rank: 45,
      card: async () => ({ default: (await import('./led-work-card.tsx')).LedWorkCard }),
    },
    {
      can: 'children.read',
      rank: 21,
      card: async () => ({ default: (await import('./children-card.tsx')).ChildrenCard }),
    },
  ],
}
