import type { Instant } from '@ochno/domain/time'
import { type Asker, lines } from '../../ports/asking.ts'
import type { Audit } from '../../ports/audit.ts'
import type { ScanSeal } from '../../ports/consents.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Log } from '../../ports/log.ts'
import type { ObjectStore } from '../../ports/objects.ts'
import type { Store, Tx } from '../../ports/store.ts'

export { no } from '../../ports/asking.ts'

export type TaskDeps = {
  readonly store: Store
  readonly ids: Ids
  /** R2-17b, from the register of services. */
  readonly resourceTakesWork: (tx: Tx, now: Instant) => Promise<boolean>
}

export type WorkDeps = TaskDeps & {
  readonly objects: ObjectStore
  readonly seal: ScanSeal
  readonly sha256: (bytes: Uint8Array) => Uint8Array
  readonly audit: Audit
  readonly log: Log
  readonly diskTakes: () => boolean
}

export type Person = Asker

export const entry = lines({ purpose: 'assignment', prefix: 'assignment.' })

export const objectKey = (tenant: string, id: string) => `c/${tenant}/${id}`
