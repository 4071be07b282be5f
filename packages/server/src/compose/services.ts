// The register of services: cards with their sealed files, orders on paper, and what suspends itself.
import { servicePaperRoutes } from '@ochno/contract/service-orders'
import { serviceRoutes } from '@ochno/contract/service-routes'
import { sha256 } from '@ochno/evidence/node/hash'
import { fileSeal } from '../adapters/media-crypto/file-seal.ts'
import type { KeyEncryption } from '../adapters/media-crypto/media-keys.ts'
import { postgresInstitutionsWithServices } from '../adapters/postgres/services.ts'
import { postgresStore } from '../adapters/postgres/store.ts'
import { serviceHandlers, servicePaperHandlers } from '../http/services.ts'
import { serviceCrontab, serviceTasks } from '../jobs/services.ts'
import type { DiskState } from '../ports/disk.ts'
import type { ObjectStore } from '../ports/objects.ts'
import type { Printer } from '../ports/print.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

export function composeServices(
  { pools, ids, log, audit, clock }: Base,
  from: {
    readonly kek: readonly KeyEncryption[]
    readonly objects: ObjectStore
    readonly disk: () => DiskState
    readonly printer: Printer
  },
): Part {
  const store = postgresStore(pools.app, ids)
  return {
    routes: [
      ...mounted(
        serviceRoutes,
        serviceHandlers({
          store,
          ids,
          objects: from.objects,
          seal: fileSeal(from.kek, 'scan'),
          sha256,
          audit,
          log,
          diskTakes: () => from.disk().takesNew,
        }),
      ),
      ...mounted(servicePaperRoutes, servicePaperHandlers({ store, printer: from.printer })),
    ],
    tasks: serviceTasks({ store, ids, clock, using: postgresInstitutionsWithServices(pools.auth) }),
    crontab: serviceCrontab,
  }
}
