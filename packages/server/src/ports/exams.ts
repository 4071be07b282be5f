import type { AccountId, ExamId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'

export type Exam = {
  readonly id: ExamId
  readonly title: string
  readonly instructions: string
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly lengthMinutes: number
  readonly createdBy: AccountId
  readonly createdAt: Instant
}

export type Exams = {
  readonly list: () => Promise<readonly (Exam & { readonly sessions: number })[]>
  readonly find: (id: ExamId) => Promise<(Exam & { readonly sessions: number }) | null>
  readonly add: (exam: Exam) => Promise<void>
}
