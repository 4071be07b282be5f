// What a deed would change of a published exam: who sits where afterwards, who is called off, which windows move.
import type { AccountId, ExamId, SlotId } from '@ochno/domain/ids'
import type { StartWindow } from '@ochno/domain/scheduling/start-window'
import { instant } from '@ochno/domain/time'
import type { Amendment } from '../../ports/amendment-store.ts'
import type { NewDateRefusal } from '../../ports/amendments.ts'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { CountedExam } from '../../ports/exams.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { no } from './deps.ts'

export type Target = { readonly exam: CountedExam; readonly rules: ExamRules }

/** One person as he would sit afterwards. `session`: the row that is kept; null: a new one is made. */
export type PlannedSeat = {
  readonly session: SessionFacts | null
  readonly examinee: AccountId
  readonly examineeName: string
  readonly slot: SlotId | 'made' | null
  readonly window: StartWindow
  /** A time of this person's own in an exam without slots. */
  readonly ownTime?: true
  readonly before: readonly AccountId[]
  /** Null: those of before where they can, else somebody who watches there. */
  readonly proctors: readonly AccountId[] | null
  /** Whose conditions of admission go along. */
  readonly after: SessionFacts | null
}

export type Planned = {
  readonly exam: CountedExam
  readonly target: Target
  readonly seats: readonly PlannedSeat[]
  readonly off: readonly SessionFacts[]
  /** A slot of the target exam that is made, and one that gets another window. */
  readonly made: StartWindow | null
  readonly movedSlot: { readonly slot: SlotId; readonly window: StartWindow } | null
  readonly droppedSlot: SlotId | null
  /** The window of the target exam afterwards; null: as it is. */
  readonly window: StartWindow | null
  readonly cancels: boolean
  /** Teachers are told of what happens to a whole slot or exam. */
  readonly ofMany: boolean
  readonly record: Pick<Amendment, 'what' | 'was' | 'now'>
}

export type Refused = { readonly ok: false; readonly why: NewDateRefusal }
export type Outcome = Refused | { readonly ok: true; readonly planned: Planned }

export const given = (of: { readonly opensAt: string; readonly closesAt: string }): StartWindow => ({
  opensAt: instant(of.opensAt),
  closesAt: instant(of.closesAt),
})

export const idsOf = ({ proctors }: SessionFacts): readonly AccountId[] => proctors.map(({ id }) => id)

/** Who did not come in time gets a new session; who is still to come keeps the one there is. */
export const kept = (session: SessionFacts, slot: PlannedSeat['slot'], window: StartWindow): PlannedSeat => ({
  session: session.state === 'admitted' ? session : null,
  examinee: session.examinee,
  examineeName: session.examineeName,
  slot,
  window,
  before: idsOf(session),
  proctors: idsOf(session),
  after: session,
})

export type Whole = Omit<Planned, 'exam' | 'target' | 'record'>
const nothing: Whole = {
  seats: [],
  off: [],
  made: null,
  movedSlot: null,
  droppedSlot: null,
  window: null,
  cancels: false,
  ofMany: false,
}

/** Of the deed's own exam, unless another one is the target. */
export const planned = (
  here: Target,
  record: Planned['record'],
  whole: Partial<Whole>,
  target: Target = here,
): Outcome => ({ ok: true, planned: { ...nothing, ...whole, exam: here.exam, target, record } })

export async function targetOf(tx: Tx, id: ExamId): Promise<Target | null> {
  const [exam, rules] = [await tx.exams.find(id), await tx.rules.ofExam(id)]
  return exam && rules ? { exam, rules } : null
}

export const refuseTarget = ({ exam }: Target): Refused | null =>
  exam.state === 'draft' ? no('exam_draft') : exam.cancelled ? no('exam_cancelled') : null
