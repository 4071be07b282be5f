// What is agreed before an exam: applications for proctoring, conditions of single examinees.
import { accommodationRoutes } from '@ochno/contract/accommodations'
import { applicationRoutes } from '@ochno/contract/application'
import { sha256 } from '@ochno/evidence/node/hash'
import { fileSeal } from '../adapters/media-crypto/file-seal.ts'
import type { KeyEncryption } from '../adapters/media-crypto/media-keys.ts'
import { postgresStore } from '../adapters/postgres/store.ts'
import { accommodationHandlers } from '../http/accommodations.ts'
import { applicationHandlers } from '../http/application.ts'
import type { DiskState } from '../ports/disk.ts'
import type { ObjectStore } from '../ports/objects.ts'
import type { Printer } from '../ports/print.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

export function composeBeforeExam(
  { pools, ids, log, audit }: Base,
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
      ...mounted(applicationRoutes, applicationHandlers({ store, ids, printer: from.printer })),
      ...mounted(
        accommodationRoutes,
        accommodationHandlers({
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
    ],
  }
}
