import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Tx } from './store.ts'

/** The parents of who is under 18. */
export type Relatives = (tx: Tx, examinee: AccountId, now: Instant) => Promise<readonly AccountId[]>
