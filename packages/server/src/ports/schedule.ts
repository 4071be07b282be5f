import type { AccountId, ExamId, SessionId, SlotId } from '@ochno/domain/ids'
import type { Booking } from '@ochno/domain/scheduling/conflicts'
import type { Interval } from '@ochno/domain/scheduling/interval'
import type { Watch } from '@ochno/domain/scheduling/seats'
import type { Session } from '@ochno/domain/session/session'
import type { Instant } from '@ochno/domain/time'

export type SlotOf = { readonly session: SessionId; readonly slot: SlotId | null }

/** Who is where and when, over all exams of the institution. What is over holds nobody. */
export type Schedule = {
  /** Nobody else plans these people until this transaction ends. */
  readonly hold: (people: readonly AccountId[]) => Promise<void>
  /** Names of those who are not disabled and have the role. */
  readonly named: (
    people: readonly AccountId[],
    role: 'examinee' | 'proctor',
  ) => Promise<ReadonlyMap<AccountId, string>>
  /** Sessions that are fixed to a slot: an exam with a wide window does not say when its people come. */
  readonly bookings: (people: readonly AccountId[], during: Interval) => Promise<readonly Booking[]>
  readonly watches: (proctors: readonly AccountId[], during: Interval) => Promise<readonly Watch[]>
  readonly slotsOf: (exam: ExamId) => Promise<readonly SlotOf[]>
  /** How many people are in each slot that stands; null: in none of them. */
  readonly counts: (exam: ExamId) => Promise<ReadonlyMap<SlotId | null, number>>
  /** Who watches the attempts of a slot that are not over. */
  readonly watchersOf: (
    exam: ExamId,
    slot: SlotId | null,
  ) => Promise<{
    readonly watching: readonly { readonly id: AccountId; readonly name: string }[]
    readonly unwatched: boolean
  }>
  readonly place: (session: SessionId, slot: SlotId) => Promise<void>
  readonly addSessions: (
    rows: readonly { readonly session: Session; readonly slot: SlotId; readonly proctor: AccountId | null }[],
    at: Instant,
  ) => Promise<void>
}
