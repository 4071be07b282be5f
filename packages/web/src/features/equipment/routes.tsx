import type { Feature } from '../../api/feature-route.ts'

export const equipment: Feature = {
  routes: [
    {
      // Under /exam, where alone the server lets a page use devices (B-03); pages are entered by a full load.
      path: '/exam/equipment',
      can: 'account.self',
      page: async () => ({ default: (await import('./equipment-page.tsx')).EquipmentPage }),
    },
    {
      path: '/equipment',
      can: 'equipment.read',
      page: async () => ({ default: (await import('./checks-page.tsx')).ChecksPage }),
    },
    {
      path: '/technical-requirements',
      can: 'public',
      page: async () => ({ default: (await import('./requirements-page.tsx')).RequirementsPage }),
    },
    {
      // Stands in frames of the learning systems that the administrator named (001 7.5).
      path: '/embed/technical-requirements',
      can: 'public',
      frame: 'bare',
      page: async () => ({ default: (await import('./requirements-page.tsx')).EmbeddedRequirements }),
    },
  ],
  home: [
    {
      can: 'session.take',
      rank: 16,
      byCode: true,
      card: async () => ({ default: (await import('./home-card.tsx')).ExamineeCheckCard }),
    },
    {
      // Before the wall's card: the line is checked before the console is entered (004 7.1).
      can: 'live.watch',
      rank: 8,
      card: async () => ({ default: (await import('./home-card.tsx')).ProctorCheckCard }),
    },
    {
      can: 'equipment.read',
      rank: 70,
      card: async () => ({ default: (await import('./home-card.tsx')).StaffCheckCard }),
    },
  ],
}
