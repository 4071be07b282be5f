// Written work: tasks of teachers and what is handed in, its files sealed.
import { assignmentRoutes } from '@ochno/contract/assignments'
import { sha256 } from '@ochno/evidence/node/hash'
import { fileSeal } from '../adapters/media-crypto/file-seal.ts'
import type { KeyEncryption } from '../adapters/media-crypto/media-keys.ts'
import { postgresStore } from '../adapters/postgres/store.ts'
import { resourceTakesWork } from '../features/services/takes-work.ts'
import { assignmentHandlers } from '../http/assignments.ts'
import type { DiskState } from '../ports/disk.ts'
import type { ObjectStore } from '../ports/objects.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

export const composeAssignments = (
  { pools, ids, log, audit }: Base,
  from: {
    readonly kek: readonly KeyEncryption[]
    readonly objects: ObjectStore
    readonly disk: () => DiskState
  },
): Part => ({
  routes: mounted(
    assignmentRoutes,
    assignmentHandlers({
      store: postgresStore(pools.app, ids),
      ids,
      resourceTakesWork,
      objects: from.objects,
      seal: fileSeal(from.kek, 'scan'),
      sha256,
      audit,
      log,
      diskTakes: () => from.disk().takesNew,
    }),
  ),
})
