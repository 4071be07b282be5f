import type { Lifecycle } from './machine.ts'

export type RequestState =
  | 'submitted'
  | 'rejected_no_identity'
  | 'registered'
  | 'forwarded'
  | 'assigned'
  | 'in_work'
  | 'answered'
  | 'closed'
  | 'linked'

export type RequestCommand =
  | 'register'
  | 'reject'
  | 'link'
  | 'forward'
  | 'assign'
  | 'begin'
  | 'extend'
  | 'answer'
  | 'close'

export type RequestFacts = {
  readonly identified: boolean
  readonly repeated: boolean
  readonly ownCompetence: boolean
  readonly extendedAlready: boolean
  readonly noticeSent: boolean
  readonly answerDelivered: boolean
}

export const requestRefusals = [
  'identity_missing',
  'identified',
  'not_repeated',
  'own_competence',
  'extended_already',
  'no_notice',
  'not_delivered',
] as const
export type RequestRefusal = (typeof requestRefusals)[number]

/** 002 п. 18 under the law on citizens' appeals; its terms are policy data (TR-29). */
export const eRequest: Lifecycle<RequestState, RequestCommand, RequestFacts, RequestRefusal> = {
  id: 'SM-10',
  first: 'submitted',
  refusals: requestRefusals,
  moves: [
    {
      from: ['submitted'],
      on: 'register',
      to: 'registered',
      by: ['office'],
      guard: (f) => (f.identified ? null : 'identity_missing'),
      clause: 'R2-18a',
    },
    {
      from: ['submitted'],
      on: 'reject',
      to: 'rejected_no_identity',
      by: ['office'],
      guard: (f) => (f.identified ? 'identified' : null),
      clause: 'TR-29',
    },
    {
      from: ['submitted', 'registered'],
      on: 'link',
      to: 'linked',
      by: ['office'],
      guard: (f) => (f.repeated ? null : 'not_repeated'),
      clause: 'SM-10',
    },
    {
      from: ['registered'],
      on: 'forward',
      to: 'forwarded',
      by: ['office', 'director'],
      guard: (f) => (f.ownCompetence ? 'own_competence' : !f.noticeSent ? 'no_notice' : null),
      clause: 'SM-10',
    },
    { from: ['registered'], on: 'assign', to: 'assigned', by: ['director'], clause: 'SM-10' },
    { from: ['assigned'], on: 'begin', to: 'in_work', by: ['executor'], clause: 'SM-10' },
    {
      from: ['in_work'],
      on: 'extend',
      to: 'in_work',
      by: ['director'],
      guard: (f) => (f.extendedAlready ? 'extended_already' : !f.noticeSent ? 'no_notice' : null),
      clause: 'SM-10',
    },
    { from: ['in_work'], on: 'answer', to: 'answered', by: ['executor'], clause: 'SM-10' },
    {
      from: ['answered', 'forwarded'],
      on: 'close',
      to: 'closed',
      by: ['system', 'office'],
      guard: (f) => (f.answerDelivered ? null : 'not_delivered'),
      clause: 'SM-10',
    },
  ],
}
