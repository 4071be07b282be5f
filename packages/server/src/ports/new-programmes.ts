import type { NewProgrammeAnswer } from '@ochno/domain/consent/new-programme'
import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'

export type AnsweredProgramme = {
  readonly account: AccountId
  readonly programme: string
  readonly is: NewProgrammeAnswer
  /** The day on the new paper. */
  readonly signedOn: string | null
  readonly by: AccountId
  readonly at: Instant
}

/** What people study, and what the office said where a paper names something else. */
export type NewProgrammes = {
  /** Of the person's group and of exams ahead; of everybody when nobody is named. */
  readonly studied: (
    now: Instant,
    account: AccountId | null,
  ) => Promise<readonly { readonly account: AccountId; readonly programme: string }[]>
  readonly answered: (
    account: AccountId | null,
  ) => Promise<readonly (AnsweredProgramme & { readonly byName: string })[]>
  readonly answer: (one: AnsweredProgramme) => Promise<void>
}
