// What is destroyed when, by whom and with what proof.
import { join } from 'node:path'
import { retentionRoutes } from '@ochno/contract/retention'
import { subjectExportRoutes } from '@ochno/contract/subject-exports'
import type { SessionId } from '@ochno/domain/ids'
import { erasedList } from '../adapters/erased-list/erased-list.ts'
import { fileSeal } from '../adapters/media-crypto/file-seal.ts'
import type { KeyEncryption } from '../adapters/media-crypto/media-keys.ts'
import { postgresManifests } from '../adapters/postgres/evidence.ts'
import { postgresShredder } from '../adapters/postgres/destructions.ts'
import { postgresInstitutionsHolding } from '../adapters/postgres/retention-holds.ts'
import { postgresStore } from '../adapters/postgres/store.ts'
import { postgresInstitutionsWithExports } from '../adapters/postgres/subject-exports.ts'
import { postgresSubjectData } from '../adapters/postgres/subject-data.ts'
import { appealedResults } from '../features/decisions/on-appeal.ts'
import type { RetentionDeps } from '../features/retention/deps.ts'
import { retentionHandlers } from '../http/retention.ts'
import { subjectExportHandlers } from '../http/subject-exports.ts'
import { destructionCrontab, destructionTasks } from '../jobs/destructions.ts'
import { holdReviewCrontab, holdReviewTasks } from '../jobs/hold-reviews.ts'
import { subjectExportCrontab, subjectExportTasks } from '../jobs/subject-exports.ts'
import type { ObjectStore } from '../ports/objects.ts'
import type { Printer } from '../ports/print.ts'
import type { Recordings } from '../ports/recordings.ts'
import type { KeyRing } from '../ports/signing.ts'
import type { PersonPapers } from '../ports/subject-exports.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

export function composeRetention(
  { pools, ids, clock, log, config }: Base,
  from: {
    readonly objects: ObjectStore
    readonly printer: Printer
    readonly keys: KeyRing
    readonly forgetKey: (session: SessionId) => void
    readonly kek: readonly KeyEncryption[]
    readonly recordings: Recordings
    /** Papers of consents, protocols and decisions. */
    readonly papers: readonly PersonPapers[]
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
  const exports = {
    ...deps,
    seal: fileSeal(from.kek, 'subject'),
    recordings: from.recordings,
    relatives: appealedResults.relatives,
    papers: async (...of: Parameters<PersonPapers>) =>
      (await Promise.all(from.papers.map((take) => take(...of)))).flat(),
    exporting: postgresInstitutionsWithExports(pools.auth),
  }
  return {
    routes: [
      ...mounted(retentionRoutes, retentionHandlers(deps)),
      ...mounted(subjectExportRoutes, subjectExportHandlers(exports)),
    ],
    tasks: {
      ...destructionTasks(deps),
      ...holdReviewTasks({ ...deps, holding: postgresInstitutionsHolding(pools.auth) }),
      ...subjectExportTasks(exports),
    },
    crontab: `${destructionCrontab}\n${holdReviewCrontab}\n${subjectExportCrontab}`,
  }
}
