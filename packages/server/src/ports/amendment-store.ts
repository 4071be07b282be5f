import type { AccountId, ExamId, SessionId, SlotId } from '@ochno/domain/ids'
import type { StartWindow } from '@ochno/domain/scheduling/start-window'
import type { Instant } from '@ochno/domain/time'

/** What was done to a published exam. Facts are kept as they were told. */
export type Amendment = {
  readonly what:
    | 'move'
    | 'take_off'
    | 'add'
    | 'change_proctor'
    | 'move_slot'
    | 'cancel_slot'
    | 'cancel_exam'
    | 'new_date'
  readonly by: AccountId
  readonly at: Instant
  readonly why: string
  readonly sessions: readonly SessionId[]
  readonly was: StartWindow | null
  readonly now: StartWindow | null
  readonly toExam: ExamId | null
}

export type StoredAmendment = Omit<Amendment, 'toExam'> & {
  readonly no: number
  readonly byName: string
  /** Of at most five. */
  readonly who: readonly string[]
  readonly toExam: { readonly id: ExamId; readonly title: string } | null
}

export type Amendments = {
  /** Its number within the exam; the exam is held by whoever changes it. */
  readonly add: (exam: ExamId, amendment: Amendment) => Promise<number>
  readonly ofExam: (exam: ExamId) => Promise<readonly StoredAmendment[]>
  /** Nobody begins or ends these until this transaction ends. */
  readonly lock: (sessions: readonly SessionId[]) => Promise<void>
  /** A session that did not begin gets another window and slot. */
  readonly retime: (session: SessionId, slot: SlotId | null, window: StartWindow) => Promise<void>
  /** It will not be held, and its seat is free. */
  readonly callOff: (session: SessionId, why: string, at: Instant) => Promise<void>
  readonly moveSlot: (slot: SlotId, window: StartWindow) => Promise<void>
  readonly dropSlot: (slot: SlotId, at: Instant) => Promise<void>
  readonly setWindow: (exam: ExamId, window: StartWindow) => Promise<void>
  readonly cancelExam: (exam: ExamId, why: string, at: Instant) => Promise<void>
  readonly hasRecording: (session: SessionId) => Promise<boolean>
}
