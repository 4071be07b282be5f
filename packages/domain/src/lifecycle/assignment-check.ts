import type { Lifecycle } from './machine.ts'

export type AssignmentState =
  | 'sent'
  | 'received'
  | 'checking'
  | 'checked'
  | 'result_sent'
  | 'delivered'
  | 'overdue'
export type AssignmentCommand =
  | 'receive'
  | 'begin'
  | 'finish'
  | 'send_result'
  | 'deliver'
  | 'fail_delivery'
  | 'miss_deadline'

export type AssignmentFacts = {
  /** 15 working days from the day after sending (R2-17d, TR-25). Null: the calendar does not reach that far. */
  readonly overdue: boolean | null
  readonly sameChannel: boolean
}

export const assignmentRefusals = ['in_time', 'deadline_unknown', 'other_channel'] as const
export type AssignmentRefusal = (typeof assignmentRefusals)[number]

/** 002 п. 17: the result goes back through the channel the work came by; «проверено» without delivery stays open. */
export const assignmentCheck: Lifecycle<
  AssignmentState,
  AssignmentCommand,
  AssignmentFacts,
  AssignmentRefusal
> = {
  id: 'SM-9',
  first: 'sent',
  refusals: assignmentRefusals,
  moves: [
    { from: ['sent'], on: 'receive', to: 'received', by: ['system'], clause: 'R2-17d' },
    { from: ['received', 'overdue'], on: 'begin', to: 'checking', by: ['teacher'], clause: 'R2-17d' },
    { from: ['checking'], on: 'finish', to: 'checked', by: ['teacher'], clause: 'R2-17d' },
    {
      from: ['checked'],
      on: 'send_result',
      to: 'result_sent',
      by: ['teacher', 'system'],
      guard: (f) => (f.sameChannel ? null : 'other_channel'),
      clause: 'R2-17e',
    },
    { from: ['result_sent'], on: 'deliver', to: 'delivered', by: ['system'], clause: 'R2-17e' },
    { from: ['result_sent'], on: 'fail_delivery', to: 'checked', by: ['system'], clause: 'R2-17e' },
    {
      from: ['sent', 'received', 'checking'],
      on: 'miss_deadline',
      to: 'overdue',
      by: ['system'],
      guard: (f) => (f.overdue === null ? 'deadline_unknown' : f.overdue ? null : 'in_time'),
      clause: 'R2-17d',
    },
  ],
}
