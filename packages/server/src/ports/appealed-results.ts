import type { ResultValue } from '@ochno/domain/decision/values'
import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { SessionFacts } from './sessions.ts'
import type { Tx } from './store.ts'

/** What an appeal does to a result; each in the transaction of the deed. */
export type AppealedResults = {
  /** False when no result stands published. */
  readonly consider: (tx: Tx, session: SessionFacts, now: Instant) => Promise<boolean>
  /** The examinee took the appeal back: the result stands as it was published. */
  readonly lapse: (tx: Tx, session: SessionFacts, now: Instant) => Promise<void>
  readonly conclude: (
    tx: Tx,
    session: SessionFacts,
    concluded: {
      readonly satisfied: boolean
      readonly value: ResultValue | null
      readonly reasoning: string
      readonly chair: { readonly id: AccountId; readonly name: string }
      /** Annulling takes two named people (T-17). */
      readonly second: { readonly id: AccountId; readonly name: string } | null
    },
    now: Instant,
  ) => Promise<
    | { readonly ok: true }
    | { readonly ok: false; readonly why: 'not_now' | 'not_in_vocabulary' | 'other_second_person' }
  >
  /** The examinee's parents, where the examinee is under 18. */
  readonly relatives: (tx: Tx, examinee: AccountId, now: Instant) => Promise<readonly AccountId[]>
}
