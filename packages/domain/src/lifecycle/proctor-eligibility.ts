import type { Lifecycle } from './machine.ts'

export type EligibilityState =
  | 'candidate'
  | 'documents_acknowledged'
  | 'trained'
  | 'appointed'
  | 'eligible'
  | 'qualification_due'
  | 'suspended'
  | 'dismissed'

export type EligibilityCommand =
  | 'acknowledge_documents'
  | 'train'
  | 'appoint'
  | 'acknowledge_secrecy'
  | 'qualification_ends'
  | 'renew'
  | 'suspend'
  | 'reinstate'
  | 'dismiss'

export type EligibilityFacts = {
  readonly external: boolean
  readonly providerContractActive: boolean
  readonly actGiven: boolean
  readonly variantTrained: boolean
  /** Null: «регулярно» without a number; the institution has not decided the period (R3-5.1.1, R4-7.2.1). */
  readonly qualificationOver: boolean | null
  readonly reasonGiven: boolean
}

export const eligibilityRefusals = [
  'no_contract',
  'no_order',
  'not_trained',
  'period_not_set',
  'not_due',
  'no_reason',
] as const
export type EligibilityRefusal = (typeof eligibilityRefusals)[number]

export const proctorEligibility: Lifecycle<
  EligibilityState,
  EligibilityCommand,
  EligibilityFacts,
  EligibilityRefusal
> = {
  id: 'SM-14',
  first: 'candidate',
  refusals: eligibilityRefusals,
  moves: [
    {
      from: ['candidate'],
      on: 'acknowledge_documents',
      to: 'documents_acknowledged',
      by: ['proctor'],
      clause: 'R4-5.1a',
    },
    {
      from: ['documents_acknowledged'],
      on: 'train',
      to: 'trained',
      by: ['methodist', 'office'],
      guard: (f) => (f.variantTrained ? null : 'not_trained'),
      clause: 'R4-5.1a',
    },
    {
      from: ['trained'],
      on: 'appoint',
      to: 'appointed',
      by: ['director', 'office'],
      guard: (f) =>
        f.external ? (f.providerContractActive ? null : 'no_contract') : f.actGiven ? null : 'no_order',
      clause: 'R4-5.3',
    },
    { from: ['appointed'], on: 'acknowledge_secrecy', to: 'eligible', by: ['proctor'], clause: 'TR-68' },
    {
      from: ['eligible'],
      on: 'qualification_ends',
      to: 'qualification_due',
      by: ['system'],
      guard: (f) =>
        f.qualificationOver === null ? 'period_not_set' : f.qualificationOver ? null : 'not_due',
      clause: 'R4-7.2.1',
    },
    {
      from: ['qualification_due'],
      on: 'renew',
      to: 'eligible',
      by: ['methodist', 'office'],
      clause: 'R4-7.2.1',
    },
    {
      from: ['candidate', 'documents_acknowledged', 'trained', 'appointed', 'eligible', 'qualification_due'],
      on: 'suspend',
      to: 'suspended',
      by: ['director', 'deputy_director'],
      guard: (f) => (f.reasonGiven ? null : 'no_reason'),
      clause: 'SM-14',
    },
    {
      from: ['suspended'],
      on: 'reinstate',
      to: 'eligible',
      by: ['director', 'deputy_director'],
      clause: 'SM-14',
    },
    {
      from: [
        'candidate',
        'documents_acknowledged',
        'trained',
        'appointed',
        'eligible',
        'qualification_due',
        'suspended',
      ],
      on: 'dismiss',
      to: 'dismissed',
      by: ['director'],
      guard: (f) => (f.reasonGiven ? null : 'no_reason'),
      clause: 'SM-14',
    },
  ],
}
