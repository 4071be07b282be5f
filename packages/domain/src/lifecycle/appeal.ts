import type { Lifecycle } from './machine.ts'

export type AppealState =
  | 'draft'
  | 'filed'
  | 'registered'
  | 'inadmissible'
  | 'accepted'
  | 'in_consideration'
  | 'decided_satisfied'
  | 'decided_dismissed'
  | 'withdrawn'
  | 'closed'

export type AppealCommand =
  | 'file'
  | 'register'
  | 'reject'
  | 'accept'
  | 'consider'
  | 'satisfy'
  | 'dismiss'
  | 'withdraw'
  | 'close'

/** What must be true beside the state; each fact is established by its own part of the product. */
export type AppealFacts = {
  readonly groundIsConfigured: boolean
  readonly filedInTime: boolean
  readonly termsAreSet: boolean
  readonly recordingOnHold: boolean
  readonly usesVideo: boolean
  /** 000 2.5 б: consent to use the video in disputes was given before the exam and still holds. Null: the act does not ask for it. */
  readonly priorVideoConsent: boolean | null
  readonly reasoningWithTimeCodes: boolean
  readonly memberDecidedBefore: boolean
  readonly examineeNotified: boolean
  readonly resultChanged: boolean
}

export const appealRefusals = [
  'ground_unknown',
  'late',
  'terms_not_set',
  'nothing_against_it',
  'no_hold',
  'no_prior_consent',
  'no_reasoning',
  'conflict_of_interest',
  'result_unchanged',
  'not_notified',
] as const
export type AppealRefusal = (typeof appealRefusals)[number]

const admissible = (facts: AppealFacts): AppealRefusal | null =>
  !facts.termsAreSet
    ? 'terms_not_set'
    : !facts.groundIsConfigured
      ? 'ground_unknown'
      : !facts.filedInTime
        ? 'late'
        : null

const verdict = (facts: AppealFacts): AppealRefusal | null =>
  facts.memberDecidedBefore ? 'conflict_of_interest' : !facts.reasoningWithTimeCodes ? 'no_reasoning' : null

export const appeal: Lifecycle<AppealState, AppealCommand, AppealFacts, AppealRefusal> = {
  id: 'SM-6',
  first: 'draft',
  refusals: appealRefusals,
  moves: [
    { from: ['draft'], on: 'file', to: 'filed', by: ['examinee', 'representative'], clause: 'R4-5.14' },
    {
      from: ['filed'],
      on: 'register',
      to: 'registered',
      by: ['secretary', 'system'],
      guard: (f) => (f.termsAreSet ? null : 'terms_not_set'),
      clause: 'TR-59',
    },
    {
      from: ['registered'],
      on: 'reject',
      to: 'inadmissible',
      by: ['secretary'],
      guard: (f) => (admissible(f) === null ? 'nothing_against_it' : null),
      clause: 'SM-6',
    },
    {
      from: ['registered'],
      on: 'accept',
      to: 'accepted',
      by: ['secretary'],
      guard: admissible,
      clause: 'SM-6',
    },
    {
      from: ['accepted'],
      on: 'consider',
      to: 'in_consideration',
      by: ['system'],
      guard: (f) =>
        !f.recordingOnHold
          ? 'no_hold'
          : f.usesVideo && f.priorVideoConsent === false
            ? 'no_prior_consent'
            : null,
      clause: 'TR-45',
    },
    {
      from: ['in_consideration'],
      on: 'satisfy',
      to: 'decided_satisfied',
      by: ['commission'],
      guard: verdict,
      clause: 'R4-5.14',
    },
    {
      from: ['in_consideration'],
      on: 'dismiss',
      to: 'decided_dismissed',
      by: ['commission'],
      guard: verdict,
      clause: 'R4-5.14',
    },
    {
      from: ['draft', 'filed', 'registered', 'accepted', 'in_consideration'],
      on: 'withdraw',
      to: 'withdrawn',
      by: ['examinee'],
      clause: 'SM-6',
    },
    {
      from: ['decided_satisfied'],
      on: 'close',
      to: 'closed',
      by: ['system'],
      guard: (f) => (!f.resultChanged ? 'result_unchanged' : !f.examineeNotified ? 'not_notified' : null),
      clause: 'SM-6',
    },
    {
      from: ['decided_dismissed', 'inadmissible', 'withdrawn'],
      on: 'close',
      to: 'closed',
      by: ['system'],
      guard: (f) => (f.examineeNotified ? null : 'not_notified'),
      clause: 'SM-6',
    },
  ],
}
