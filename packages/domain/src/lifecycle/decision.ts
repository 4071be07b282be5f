import type { Lifecycle } from './machine.ts'

export type DecisionState =
  | 'pending'
  | 'recommended'
  | 'decided'
  | 'published'
  | 'under_appeal'
  | 'upheld'
  | 'changed'
  | 'final'

export type DecisionCommand =
  | 'recommend'
  | 'decide'
  | 'publish'
  | 'appeal'
  | 'uphold'
  | 'change'
  | 'lapse'
  | 'reopen'
  | 'finish'

export type DecisionFacts = {
  readonly recommendationsShown: boolean
  readonly valueInVocabulary: boolean
  readonly groundGiven: boolean
  readonly deciderProctored: boolean
  /** 004 App. 4: statuses 3, 4 and 5 need the director's recommendation first. */
  readonly directorRecommendationMissing: boolean
  /** Annulling a result needs two named people (T-17). */
  readonly annulling: boolean
  readonly secondPerson: boolean
  readonly examineeNotified: boolean
  readonly appealFiled: boolean
  readonly appealTermOver: boolean
  readonly impersonationVerified: boolean
}

export const decisionRefusals = [
  'nothing_to_recommend',
  'not_in_vocabulary',
  'no_ground',
  'own_session',
  'director_first',
  'second_person',
  'not_notified',
  'no_appeal',
  'term_running',
  'not_verified',
] as const
export type DecisionRefusal = (typeof decisionRefusals)[number]

const sound = (f: DecisionFacts): DecisionRefusal | null =>
  !f.valueInVocabulary
    ? 'not_in_vocabulary'
    : !f.groundGiven
      ? 'no_ground'
      : f.annulling && !f.secondPerson
        ? 'second_person'
        : null

/** No move by `system` ends in a decision: a score or a rule recommends, named people decide (T-17, 152-ФЗ art. 16). */
export const decision: Lifecycle<DecisionState, DecisionCommand, DecisionFacts, DecisionRefusal> = {
  id: 'SM-5',
  first: 'pending',
  refusals: decisionRefusals,
  moves: [
    {
      from: ['pending', 'recommended'],
      on: 'recommend',
      to: 'recommended',
      by: ['system', 'proctor', 'director', 'deputy_director'],
      guard: (f) => (f.recommendationsShown ? null : 'nothing_to_recommend'),
      clause: 'R4-A4.11',
    },
    {
      from: ['pending', 'recommended'],
      on: 'decide',
      to: 'decided',
      by: ['teacher', 'programme_manager', 'director', 'deputy_director', 'commission'],
      guard: (f) =>
        f.deciderProctored ? 'own_session' : f.directorRecommendationMissing ? 'director_first' : sound(f),
      clause: 'SM-5',
    },
    {
      from: ['decided', 'changed'],
      on: 'publish',
      to: 'published',
      by: ['teacher', 'programme_manager', 'director', 'deputy_director', 'commission'],
      clause: 'SM-5',
    },
    {
      from: ['published'],
      on: 'appeal',
      to: 'under_appeal',
      by: ['system'],
      guard: (f) => (f.appealFiled ? null : 'no_appeal'),
      clause: 'R4-5.14',
    },
    { from: ['under_appeal'], on: 'uphold', to: 'upheld', by: ['commission'], clause: 'R4-5.14' },
    {
      from: ['under_appeal'],
      on: 'change',
      to: 'changed',
      by: ['commission'],
      guard: sound,
      clause: 'R4-5.14',
    },
    // The examinee took the appeal back.
    { from: ['under_appeal'], on: 'lapse', to: 'published', by: ['examinee'], clause: 'SM-6' },
    {
      from: ['decided', 'published', 'upheld', 'final'],
      on: 'reopen',
      to: 'pending',
      by: ['director', 'teacher'],
      guard: (f) => (f.impersonationVerified ? null : 'not_verified'),
      clause: 'TR-41',
    },
    {
      from: ['published', 'upheld'],
      on: 'finish',
      to: 'final',
      by: ['system'],
      guard: (f) => (!f.examineeNotified ? 'not_notified' : !f.appealTermOver ? 'term_running' : null),
      clause: 'SM-5',
    },
  ],
}
