import type { maintenanceRoutes } from '@ochno/contract/maintenance'
import { instant } from '@ochno/domain/time'
import {
  announceMaintenance,
  cancelMaintenance,
  listMaintenance,
  type MaintenanceDeps,
} from '../features/maintenance/announce.ts'
import type { Handlers } from './seam.ts'

export const maintenanceHandlers = (deps: MaintenanceDeps): Handlers<typeof maintenanceRoutes> => ({
  listMaintenance: async ({ actor, now }) => ({ ok: true, body: await listMaintenance(deps, actor, now) }),
  announceMaintenance: ({ actor, now }, { body }) =>
    announceMaintenance(
      deps,
      actor,
      { from: instant(body.from), until: instant(body.until), what: body.what },
      now,
    ),
  cancelMaintenance: ({ actor, now }, { params }) => cancelMaintenance(deps, actor, params.mid, now),
})
