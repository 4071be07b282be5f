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
      path: '/groups',
      can: 'account.manage',
      page: async () => ({ default: (await import('./groups-page.tsx')).GroupsPage }),
    },
  ],
  home: [
    {
      can: 'children.read',
      rank: 21,
      card: async () => ({ default: (await import('./children-card.tsx')).ChildrenCard }),
    },
  ],
}
