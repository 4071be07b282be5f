import type { Clock } from '../../ports/clock.ts'
import type { Manifests } from '../../ports/evidence.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Log } from '../../ports/log.ts'
import type { ObjectStore } from '../../ports/objects.ts'
import type { Recordings } from '../../ports/recordings.ts'
import type { SubjectData } from '../../ports/retention.ts'
import type { Store } from '../../ports/store.ts'
import type { ArchiveSeal, PersonPapers } from '../../ports/subject-exports.ts'
import type { Relatives } from '../../ports/relatives.ts'

export type ExportDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly clock: Clock
  readonly log: Log
  readonly objects: ObjectStore
  readonly seal: ArchiveSeal
  readonly papers: PersonPapers
  readonly subject: SubjectData
  readonly recordings: Recordings
  readonly manifests: Manifests
  readonly relatives: Relatives
}
