import type { SessionId } from '@ochno/domain/ids'
import type { Instant, Temporal } from '@ochno/domain/time'
import { type Asker, lines } from '../../ports/asking.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Log } from '../../ports/log.ts'
import type { ObjectStore } from '../../ports/objects.ts'
import type { Printer } from '../../ports/print.ts'
import type { ErasedList, Shredder, SubjectData } from '../../ports/retention.ts'
import type { KeyRing } from '../../ports/signing.ts'
import type { Manifests } from '../../ports/evidence.ts'
import type { Store, Tx } from '../../ports/store.ts'

export { no } from '../../ports/asking.ts'

export type RetentionDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly clock: Clock
  readonly log: Log
  readonly objects: ObjectStore
  readonly shredder: Shredder
  readonly erased: ErasedList
  /** The key leaves the memory too. */
  readonly forgetKey: (session: SessionId) => void
  readonly printer: Printer
  readonly manifests: Manifests
  readonly keys: KeyRing
  readonly subject: SubjectData
}

export type Keeper = Asker

export const dayIn = (at: Instant, zone: string): Temporal.PlainDate =>
  at.toZonedDateTimeISO(zone).toPlainDate()

export const zoneOf = async (tx: Tx): Promise<string> => (await tx.institutions.look())?.zone ?? 'UTC'

export const entry = lines({ purpose: 'retention', prefix: 'retention.' })
