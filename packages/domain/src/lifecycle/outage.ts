import type { Lifecycle } from './machine.ts'

export type OutageState =
  | 'none'
  | 'timing'
  | 'resolved'
  | 'long'
  | 'decided'
  | 'in_protocol'
  | 'announced'
  | 'closed'
export type OutageCommand = 'detect' | 'restore' | 'pass_limit' | 'decide' | 'record' | 'announce' | 'close'

export type OutageFacts = {
  readonly reachedLimit: boolean
  readonly choice: 'postpone' | 'continue' | 'retake' | null
  readonly agreedWithTeacher: boolean
  readonly channelChosen: boolean
}

export const outageRefusals = [
  'limit_reached',
  'limit_not_reached',
  'no_choice',
  'not_agreed',
  'no_channel',
] as const
export type OutageRefusal = (typeof outageRefusals)[number]

/** 004 5.12: fifteen minutes and more let the teacher postpone; whose fault it was is always a person's finding (TR-20). */
export const outage: Lifecycle<OutageState, OutageCommand, OutageFacts, OutageRefusal> = {
  id: 'SM-17',
  first: 'none',
  refusals: outageRefusals,
  moves: [
    { from: ['none'], on: 'detect', to: 'timing', by: ['system', 'examinee', 'proctor'], clause: 'R4-5.12a' },
    {
      from: ['timing'],
      on: 'restore',
      to: 'resolved',
      by: ['system', 'proctor'],
      guard: (f) => (f.reachedLimit ? 'limit_reached' : null),
      clause: 'R4-5.12a',
    },
    {
      from: ['timing'],
      on: 'pass_limit',
      to: 'long',
      by: ['system'],
      guard: (f) => (f.reachedLimit ? null : 'limit_not_reached'),
      clause: 'R4-5.12a',
    },
    {
      from: ['long', 'timing'],
      on: 'decide',
      to: 'decided',
      by: ['teacher'],
      guard: (f) =>
        f.choice === null
          ? 'no_choice'
          : f.choice === 'postpone' && !f.reachedLimit
            ? 'limit_not_reached'
            : f.choice === 'retake' && !f.agreedWithTeacher
              ? 'not_agreed'
              : null,
      clause: 'R4-4.7',
    },
    {
      from: ['decided', 'resolved'],
      on: 'record',
      to: 'in_protocol',
      by: ['proctor', 'system'],
      clause: 'R4-5.12b',
    },
    {
      from: ['in_protocol'],
      on: 'announce',
      to: 'announced',
      by: ['teacher'],
      guard: (f) => (f.channelChosen ? null : 'no_channel'),
      clause: 'R4-5.12c',
    },
    {
      from: ['in_protocol', 'announced'],
      on: 'close',
      to: 'closed',
      by: ['system', 'teacher'],
      clause: 'SM-17',
    },
  ],
}
