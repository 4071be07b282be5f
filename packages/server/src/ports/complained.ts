import type { SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { ExamRules } from './exam-policy.ts'
import type { Tx } from './store.ts'

/** A complaint was written down as this entry: its life begins in the same transaction. */
export type Complained = (
  tx: Tx,
  session: SessionId,
  rules: ExamRules,
  seq: number,
  now: Instant,
) => Promise<void>
