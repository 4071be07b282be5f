import type { Lifecycle } from './machine.ts'

export type ActState = 'draft' | 'considered' | 'agreed' | 'approved' | 'effective' | 'superseded'
export type ActCommand = 'consider' | 'agree' | 'approve' | 'take_effect' | 'supersede' | 'rework'

export type ActFacts = {
  /** Approval steps the institution configured and that lack a body or a date; a protocol number is optional (R0-0b). */
  readonly stepsOpen: number
  readonly councilsConfigured: boolean
  readonly orderGiven: boolean
  /** Chosen by a person; approval and effect are two dates (TR-18). */
  readonly effectiveDateReached: boolean | null
  readonly newEditionEffective: boolean
}

export const actRefusals = [
  'steps_open',
  'councils_first',
  'no_order',
  'no_effective_date',
  'too_early',
  'no_new_edition',
] as const
export type ActRefusal = (typeof actRefusals)[number]

const approvable = (f: ActFacts): ActRefusal | null =>
  f.stepsOpen > 0 ? 'steps_open' : !f.orderGiven ? 'no_order' : null

export const act: Lifecycle<ActState, ActCommand, ActFacts, ActRefusal> = {
  id: 'SM-15',
  first: 'draft',
  refusals: actRefusals,
  moves: [
    { from: ['draft'], on: 'consider', to: 'considered', by: ['office', 'director'], clause: 'R0-0a' },
    { from: ['considered'], on: 'agree', to: 'agreed', by: ['office', 'director'], clause: 'R0-0b' },
    {
      from: ['considered'],
      on: 'approve',
      to: 'approved',
      by: ['director'],
      guard: (f) => (f.councilsConfigured ? 'councils_first' : approvable(f)),
      clause: 'R0-0a',
    },
    {
      from: ['agreed'],
      on: 'approve',
      to: 'approved',
      by: ['director'],
      guard: approvable,
      clause: 'R0-0a',
    },
    {
      from: ['approved'],
      on: 'take_effect',
      to: 'effective',
      by: ['system'],
      guard: (f) =>
        f.effectiveDateReached === null ? 'no_effective_date' : f.effectiveDateReached ? null : 'too_early',
      clause: 'TR-18',
    },
    {
      from: ['effective'],
      on: 'supersede',
      to: 'superseded',
      by: ['system'],
      guard: (f) => (f.newEditionEffective ? null : 'no_new_edition'),
      clause: 'R0-7.5',
    },
    {
      from: ['considered', 'agreed'],
      on: 'rework',
      to: 'draft',
      by: ['office', 'director'],
      clause: 'SM-15',
    },
  ],
}
