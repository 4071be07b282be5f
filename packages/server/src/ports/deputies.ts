import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Tx } from './store.ts'

/** SM-4: to whom what is overdue goes. The deputy director, whom the order names or who leads; where there is none, the director, then administrators. */
export type Deputies = (tx: Tx, now: Instant) => Promise<readonly AccountId[]>
