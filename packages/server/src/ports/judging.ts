// A check that is judged like the one at the door and kept nowhere.
import type { CheckFacts, CheckView } from '@ochno/contract/equipment'
import type { Judged } from '@ochno/domain/equipment/judge'
import type { SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Tx } from './store.ts'

/** What the person ticked below a check. */
export type Said = { readonly declared: readonly string[]; readonly risk: boolean }

export type JudgeUnkept = (
  tx: Tx,
  given: { readonly session: SessionId | null; readonly facts: CheckFacts; readonly said: Said | null },
  now: Instant,
) => Promise<{
  readonly shown: Omit<CheckView, 'id'>
  readonly rows: readonly Judged[]
  /** The examinee answers for the machine. */
  readonly answered: boolean
}>
