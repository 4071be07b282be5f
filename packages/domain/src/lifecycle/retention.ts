import type { Lifecycle } from './machine.ts'

export type RetentionState = 'recording' | 'finalised' | 'stored' | 'legal_hold' | 'due' | 'destroyed'
export type RetentionCommand = 'finalise' | 'store' | 'hold' | 'release' | 'fall_due' | 'destroy'

export type RetentionFacts = {
  readonly manifestSigned: boolean
  readonly holds: number
  readonly reasonGiven: boolean
  readonly reviewDateSet: boolean
  /** Null: the act gives no term and nobody has decided one yet (TR-10): nothing is destroyed by default. */
  readonly termOver: boolean | null
  readonly actSigned: boolean
  readonly keyShredded: boolean
}

export const retentionRefusals = [
  'not_sealed',
  'still_held',
  'no_reason',
  'no_review_date',
  'term_not_set',
  'term_running',
  'no_act',
  'key_alive',
] as const
export type RetentionRefusal = (typeof retentionRefusals)[number]

export const retention: Lifecycle<RetentionState, RetentionCommand, RetentionFacts, RetentionRefusal> = {
  id: 'SM-18',
  first: 'recording',
  refusals: retentionRefusals,
  moves: [
    {
      from: ['recording'],
      on: 'finalise',
      to: 'finalised',
      by: ['system'],
      guard: (f) => (f.manifestSigned ? null : 'not_sealed'),
      clause: 'SM-18',
    },
    { from: ['finalised'], on: 'store', to: 'stored', by: ['system'], clause: 'SM-18' },
    {
      from: ['finalised', 'stored', 'due'],
      on: 'hold',
      to: 'legal_hold',
      by: ['commission', 'auditor'],
      guard: (f) => (!f.reasonGiven ? 'no_reason' : !f.reviewDateSet ? 'no_review_date' : null),
      clause: 'R1-9.3',
    },
    {
      from: ['legal_hold'],
      on: 'release',
      to: 'stored',
      by: ['commission', 'auditor'],
      guard: (f) => (f.holds > 0 ? 'still_held' : null),
      clause: 'R4-5.15',
    },
    {
      from: ['stored'],
      on: 'fall_due',
      to: 'due',
      by: ['system'],
      guard: (f) => (f.termOver === null ? 'term_not_set' : !f.termOver ? 'term_running' : null),
      clause: 'TR-10',
    },
    {
      from: ['due'],
      on: 'destroy',
      to: 'destroyed',
      by: ['auditor'],
      guard: (f) =>
        f.holds > 0 ? 'still_held' : !f.keyShredded ? 'key_alive' : !f.actSigned ? 'no_act' : null,
      clause: 'SM-18',
    },
  ],
}
