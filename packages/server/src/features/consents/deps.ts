import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { type Asker, lines } from '../../ports/asking.ts'
import type { Audit } from '../../ports/audit.ts'
import type { ScanSeal } from '../../ports/consents.ts'
import type { Digest } from '../../ports/digest.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Log } from '../../ports/log.ts'
import type { ObjectStore } from '../../ports/objects.ts'
import type { Printer } from '../../ports/print.ts'
import type { Store, Tx } from '../../ports/store.ts'

export { type Asker, no } from '../../ports/asking.ts'

export type ConsentDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly digest: Digest
  /** SHA-256 of bytes. */
  readonly sha256: (bytes: Uint8Array) => Uint8Array
  readonly printer: Printer
  readonly objects: ObjectStore
  readonly seal: ScanSeal
  readonly audit: Audit
  readonly log: Log
  /** False while the disk is too full for what is not a recording under way. */
  readonly diskTakes: () => boolean
  /** What runs under a consent ends with it: in the transaction of the withdrawal, then open lines are told. */
  readonly running: {
    readonly end: (tx: Tx, of: Pick<Asker, 'tenant' | 'account'>, now: Instant) => Promise<number>
    readonly ended: (account: AccountId) => void
  }
}

/** Who asks, as the transport proved it. */

export const entry = lines({ purpose: 'consent', prefix: 'consent.' })
