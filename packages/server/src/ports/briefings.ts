import type { Briefed, Briefing } from '@ochno/domain/notice/briefing'
import type { AccountId, ExamId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'

export type HeldBriefing = Briefing & { readonly by: AccountId; readonly byName: string }
export type BriefedExaminee = Briefed & { readonly examinee: AccountId }

export type WatchedExam = {
  readonly exam: ExamId
  readonly people: number
}

export type Reading = { readonly edition: number; readonly at: Instant }

export type Briefings = {
  /** The last edition; null: nobody has held it. */
  readonly find: (exam: ExamId) => Promise<HeldBriefing | null>
  readonly hold: (briefing: Briefing & { readonly exam: ExamId; readonly by: AccountId }) => Promise<void>
  readonly log: (exam: ExamId, edition: number) => Promise<readonly BriefedExaminee[]>
  /** Of who was noted before nothing changes. */
  readonly note: (exam: ExamId, briefed: BriefedExaminee) => Promise<void>
  /** Which requirements of an exam this person read. */
  readonly readings: (exam: ExamId, person: AccountId) => Promise<readonly Reading[]>
  readonly read: (exam: ExamId, person: AccountId, reading: Reading) => Promise<void>
  /** Exams of this proctor's sessions that end after `since`, the nearest first. */
  readonly watched: (proctor: AccountId, since: Instant) => Promise<readonly WatchedExam[]>
}
