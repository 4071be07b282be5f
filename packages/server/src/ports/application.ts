import type { ApplicationState } from '@ochno/domain/lifecycle/application'
import type { AccountId, ExamId, Id } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { AskedPage, Page } from './paging.ts'

export type ApplicationId = Id<'apl'>
/** What happened to an application, as its history says it. */
export type StepName =
  | 'submitted'
  | 'late_submitted'
  | 'permit_late'
  | 'approve'
  | 'return'
  | 'reject'
  | 'link'

export type ApplicationLines = {
  readonly department: string
  readonly discipline: string
  readonly programme: string
  readonly branch: string | null
  readonly assessment: 'current' | 'intermediate' | 'final'
  readonly groups: readonly string[]
  readonly examinees: number
  readonly reason: string
  readonly kind: 'synchronous' | 'asynchronous'
  readonly proposed: string
}

export type LatePermit = {
  readonly by: AccountId
  readonly name: string
  readonly at: string
  readonly reason: string
}

export type StoredApplication = {
  readonly id: ApplicationId
  readonly exam: ExamId
  readonly examTitle: string
  readonly opensAt: Instant
  readonly author: AccountId
  readonly authorName: string
  readonly state: ApplicationState
  readonly content: ApplicationLines
  /** A day of the institution's clock, `2026-06-01`. */
  readonly filedOn: string | null
  readonly latePermit: LatePermit | null
  readonly changedAt: Instant
}

export type ApplicationStep = {
  readonly command: StepName
  readonly by: AccountId
  readonly name: string
  readonly at: Instant
  readonly words: string
}

export type OfficeHead = { readonly id: AccountId; readonly name: string; readonly ground: string }

export type Applications = {
  readonly head: () => Promise<OfficeHead | null>
  readonly nameHead: (
    head: { readonly id: AccountId; readonly ground: string },
    by: AccountId,
    at: Instant,
  ) => Promise<void>
  /** The latest first; of one author, or of everybody. */
  /** Of one author or of all, the latest first. */
  readonly page: (
    asked: { readonly author: AccountId | null; readonly find: string },
    page: AskedPage,
  ) => Promise<Page<StoredApplication> | null>
  readonly ofExam: (exam: ExamId) => Promise<StoredApplication | null>
  /** The same, and nobody else changes it until this transaction ends. */
  readonly hold: (exam: ExamId) => Promise<StoredApplication | null>
  readonly save: (
    application: Omit<StoredApplication, 'examTitle' | 'opensAt' | 'authorName'>,
  ) => Promise<void>
  readonly steps: (id: ApplicationId) => Promise<readonly ApplicationStep[]>
  readonly addStep: (id: ApplicationId, step: Omit<ApplicationStep, 'name'>) => Promise<void>
}
