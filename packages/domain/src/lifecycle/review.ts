import type { Lifecycle } from './machine.ts'

export type ReviewState =
  | 'queued'
  | 'assigned'
  | 'in_review'
  | 'overdue'
  | 'reviewed'
  | 'protocol_formed'
  | 'handed_over'

export type ReviewCommand =
  | 'assign'
  | 'open'
  | 'miss_deadline'
  | 'finish'
  | 'finish_automatically'
  | 'form_protocol'
  | 'hand_over'

export type ReviewFacts = {
  /** 000 1.4 а: a review without any person is allowed there and nowhere else (TR-44). */
  readonly automaticAllowed: boolean
  readonly deadlinePassed: boolean
  readonly unresolvedHints: number
  readonly statusChosen: boolean
  readonly objectivitySigned: boolean
  readonly rowsUnset: number
}

export const reviewRefusals = [
  'human_required',
  'in_time',
  'hints_unresolved',
  'no_status',
  'objectivity_not_signed',
  'rows_unset',
] as const
export type ReviewRefusal = (typeof reviewRefusals)[number]

const judged = (f: ReviewFacts): ReviewRefusal | null =>
  f.unresolvedHints > 0 ? 'hints_unresolved' : !f.statusChosen ? 'no_status' : null

export const review: Lifecycle<ReviewState, ReviewCommand, ReviewFacts, ReviewRefusal> = {
  id: 'SM-4',
  first: 'queued',
  refusals: reviewRefusals,
  moves: [
    {
      from: ['queued', 'overdue', 'assigned'],
      on: 'assign',
      to: 'assigned',
      by: ['methodist', 'system', 'deputy_director'],
      clause: 'SM-4',
    },
    { from: ['assigned', 'overdue'], on: 'open', to: 'in_review', by: ['proctor'], clause: 'SM-4' },
    {
      from: ['queued', 'assigned', 'in_review'],
      on: 'miss_deadline',
      to: 'overdue',
      by: ['system'],
      guard: (f) => (f.deadlinePassed ? null : 'in_time'),
      clause: 'R4-5.2b',
    },
    {
      from: ['in_review', 'overdue'],
      on: 'finish',
      to: 'reviewed',
      by: ['proctor'],
      guard: judged,
      clause: 'R4-A4.11',
    },
    {
      from: ['queued'],
      on: 'finish_automatically',
      to: 'reviewed',
      by: ['system'],
      guard: (f) => (f.automaticAllowed ? null : 'human_required'),
      clause: 'R0-1.4d',
    },
    {
      from: ['reviewed'],
      on: 'form_protocol',
      to: 'protocol_formed',
      by: ['proctor'],
      guard: (f) => (f.rowsUnset > 0 ? 'rows_unset' : !f.objectivitySigned ? 'objectivity_not_signed' : null),
      clause: 'TR-73',
    },
    { from: ['protocol_formed'], on: 'hand_over', to: 'handed_over', by: ['proctor'], clause: 'SM-4' },
  ],
}
