import type { ExamCard } from '@ochno/domain/exam/card'
import type { AccountId, ActId, ExamId, SlotId } from '@ochno/domain/ids'
import type { EffectivePolicy } from '@ochno/domain/policy/effective'
import type { Instant } from '@ochno/domain/time'
import type { AskedPage, Page } from './paging.ts'

export type Exam = {
  readonly id: ExamId
  readonly title: string
  readonly instructions: string
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly lengthMinutes: number
  /** A draft is still being written; nobody is authorised in it. */
  readonly state: 'draft' | 'published'
  /** Null: made without a card, as where no act is in force. */
  readonly card: ExamCard | null
  readonly createdBy: AccountId
  readonly createdAt: Instant
}

export type FrozenRules = {
  readonly act: ActId
  readonly edition: number
  readonly quote: string
  readonly takenAt: Instant
  readonly policy: EffectivePolicy
  readonly sha256: Uint8Array
}

/** Part of an exam that begins in its own start window. */
export type ExamSlot = { readonly id: SlotId; readonly opensAt: Instant; readonly closesAt: Instant }

export type CountedExam = Exam & {
  readonly sessions: number
  /** It was published and will not be held. */
  readonly cancelled: { readonly at: Instant; readonly why: string } | null
  readonly branch: { readonly id: string; readonly name: string } | null
  readonly teachers: readonly { readonly id: AccountId; readonly name: string }[]
}

export type ExamsAsked = {
  readonly find: string
  readonly when: 'all' | 'ahead' | 'over'
  readonly now: Instant
  /** Null: whichever the reader may see. */
  readonly among: ReadonlySet<ExamId> | null
}

export type Exams = {
  readonly page: (asked: ExamsAsked, page: AskedPage) => Promise<Page<CountedExam> | null>
  readonly list: () => Promise<readonly CountedExam[]>
  readonly find: (id: ExamId) => Promise<CountedExam | null>
  /** The same, and nobody else changes it or its schedule until this transaction ends. */
  readonly hold: (id: ExamId) => Promise<CountedExam | null>
  readonly add: (exam: Exam) => Promise<void>
  readonly save: (exam: Exam) => Promise<void>
  /** Once and for good: the database refuses to change them. */
  readonly freeze: (id: ExamId, rules: FrozenRules) => Promise<void>
  readonly slots: (id: ExamId) => Promise<readonly ExamSlot[]>
  readonly setTeachers: (id: ExamId, teachers: readonly AccountId[]) => Promise<void>
  readonly addSlot: (exam: ExamId, slot: ExamSlot, at: Instant) => Promise<void>
}
