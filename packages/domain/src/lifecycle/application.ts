import type { Lifecycle } from './machine.ts'

export type ApplicationState =
  | 'draft'
  | 'submitted'
  | 'late_submitted'
  | 'approved'
  | 'returned'
  | 'rejected'
  | 'linked'
  | 'closed'
export type ApplicationCommand = 'submit' | 'submit_late' | 'approve' | 'return' | 'reject' | 'link' | 'close'

export type ApplicationFacts = {
  /** Null: the academic calendar has no assessment period for this programme and branch (TR-12). */
  readonly inTime: boolean | null
  readonly overrideGranted: boolean
  readonly reasonGiven: boolean
}

export const applicationRefusals = ['period_unknown', 'late', 'in_time', 'no_override', 'no_reason'] as const
export type ApplicationRefusal = (typeof applicationRefusals)[number]

/** 003 1.5: the teacher applies to the head of the УМУ, seven calendar days before the assessment period begins. */
export const application: Lifecycle<
  ApplicationState,
  ApplicationCommand,
  ApplicationFacts,
  ApplicationRefusal
> = {
  id: 'SM-16',
  first: 'draft',
  refusals: applicationRefusals,
  moves: [
    {
      from: ['draft', 'returned'],
      on: 'submit',
      to: 'submitted',
      by: ['teacher'],
      guard: (f) => (f.inTime === null ? 'period_unknown' : f.inTime ? null : 'late'),
      clause: 'R3-1.5c',
    },
    {
      from: ['draft', 'returned'],
      on: 'submit_late',
      to: 'late_submitted',
      by: ['teacher'],
      guard: (f) =>
        f.inTime === null
          ? 'period_unknown'
          : f.inTime
            ? 'in_time'
            : f.overrideGranted
              ? null
              : 'no_override',
      clause: 'R3-1.5c',
    },
    {
      from: ['submitted', 'late_submitted'],
      on: 'approve',
      to: 'approved',
      by: ['umu_head'],
      clause: 'SM-16',
    },
    {
      from: ['submitted', 'late_submitted'],
      on: 'return',
      to: 'returned',
      by: ['umu_head'],
      guard: (f) => (f.reasonGiven ? null : 'no_reason'),
      clause: 'SM-16',
    },
    {
      from: ['submitted', 'late_submitted'],
      on: 'reject',
      to: 'rejected',
      by: ['umu_head'],
      guard: (f) => (f.reasonGiven ? null : 'no_reason'),
      clause: 'SM-16',
    },
    { from: ['approved'], on: 'link', to: 'linked', by: ['system', 'teacher'], clause: 'SM-16' },
    { from: ['linked', 'rejected'], on: 'close', to: 'closed', by: ['system'], clause: 'SM-16' },
  ],
}
