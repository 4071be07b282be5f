// What is destroyed when, by whom and with what proof.
import { join } from 'node:path'
import { retentionRoutes } from '@ochno/contract/retention'
import type { SessionId } from '@ochno/domain/ids'
import { erasedList } from '../adapters/erased-list/erased-list.ts'
import { postgresManifests } from '../adapters/postgres/evidence.ts'
import { postgresShredder } from '../adapters/postgres/retention.ts'
import { postgresStore } from '../adapters/postgres/store.ts'
import { postgresSubjectData } from '../adapters/postgres/subject-data.ts'
import type { RetentionDeps } from '../features/retention/deps.ts'
import { retentionHandlers } from '../http/retention.ts'
import { destructionCrontab, destructionTasks } from '../jobs/destructions.ts'
import type { ObjectStore } from '../ports/objects.ts'
import type { Printer } from '../ports/print.ts'
import type { KeyRing } from '../ports/signing.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

export function composeRetention(
  { pools, ids, clock, log, config }: Base,
  from: {
    readonly objects: ObjectStore
    readonly printer: Printer
    readonly keys: KeyRing
    readonly forgetKey: (session: SessionId) => void
  },
): Part {
  const deps: RetentionDeps = {
    ...from,
    ids,
    clock,
    log,
    store: postgresStore(pools.app, ids),
    shredder: postgresShredder(pools.ingest),
    erased: erasedList(join(config.dataDir, 'keys')),
    manifests: postgresManifests(pools.ingest),
    subject: postgresSubjectData(pools.app),
  }
  return {
    routes: mounted(retentionRoutes, retentionHandlers(deps)),
    tasks: destructionTasks(deps),
    crontab: destructionCrontab,
  }
}
