// What people said and did about the technical failures of one exam: a log that is only added to (SM-17).
import type { AnnouncementChannel } from '../notice/announcement.ts'
import type { Instant } from '../time.ts'
import type { Fault } from '../wall/failure.ts'

/** When and where the exam is taken again. */
export type NewTime = {
  /** A slot of the exam; null: a start window of its own. */
  readonly slot: string | null
  readonly opensAt: string
  readonly closesAt: string
}

/** The failure a decision stands on, as it was known then. */
export type Ground = {
  readonly key: string
  readonly from: string
  readonly until: string
  readonly fault: Fault
  readonly reason: string
}

/** Days and ids as text: what was told must stay as it was told. */
export type FailureStep =
  /** Where no proctor was there to stop the clock: a person writes down what failed. */
  | {
      readonly kind: 'recorded'
      readonly from: string
      readonly until: string
      readonly fault: Fault
      readonly reason: string
    }
  /** Whose fault it was, and whether the exam could go on: a person's finding (TR-20). */
  | {
      readonly kind: 'cause'
      readonly of: string
      readonly fault: Fault
      readonly couldContinue: boolean
      readonly reason: string
    }
  /** The examinee asks to take it again (004 4.7). */
  | { readonly kind: 'asked'; readonly words: string }
  | {
      readonly kind: 'postponed'
      readonly ground: Ground | null
      /** The message in the examinee's account. */
      readonly notice: string
      readonly to: NewTime
      readonly reason: string
      readonly channels: readonly AnnouncementChannel[]
    }
  | {
      readonly kind: 'offered'
      readonly ground: Ground | null
      /** The message in the examinee's account. */
      readonly notice: string
      readonly to: NewTime
      readonly reason: string
      readonly channels: readonly AnnouncementChannel[]
    }
  | { readonly kind: 'answered'; readonly agrees: boolean; readonly words: string }
  /** Neither a new date nor another attempt. */
  | {
      readonly kind: 'refused'
      readonly ground: Ground | null
      readonly notice: string
      readonly reason: string
    }
  /** The examinee stands in the schedule of the new date. */
  | { readonly kind: 'moved'; readonly session: string }
  /** Somebody put the words, without a name in them, on the official site (R4-5.12c). */
  | { readonly kind: 'posted'; readonly address: string }

export type FailureKind = FailureStep['kind']

export type LoggedStep = {
  readonly seq: number
  readonly at: Instant
  readonly by: { readonly id: string; readonly name: string }
  readonly step: FailureStep
}
