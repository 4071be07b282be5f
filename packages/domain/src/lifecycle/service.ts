import type { Lifecycle } from './machine.ts'

export type ServiceState =
  | 'proposed'
  | 'legal_check'
  | 'contract'
  | 'ordered'
  | 'active'
  | 'suspended'
  | 'retired'
export type ServiceCommand = 'check' | 'conclude' | 'order' | 'activate' | 'suspend' | 'resume' | 'retire'

export type ServiceFacts = {
  readonly personalDataOk: boolean
  readonly onProhibitedList: boolean
  /** 004 1.3: every component is in the register of Russian programmes; null where the act only asks for the mark. */
  readonly registryNumber: boolean | null
  readonly contractOrAgreement: boolean
  /** 000 2.4: security, confidentiality and technical support are all filled in. */
  readonly contractSectionsFull: boolean
  readonly orderListsIt: boolean
  readonly responsiblesNamed: boolean
  readonly reasonGiven: boolean
}

export const serviceRefusals = [
  'personal_data',
  'prohibited',
  'not_in_registry',
  'no_contract',
  'section_empty',
  'not_ordered',
  'no_responsible',
  'no_reason',
] as const
export type ServiceRefusal = (typeof serviceRefusals)[number]

const lawful = (f: ServiceFacts): ServiceRefusal | null =>
  !f.personalDataOk
    ? 'personal_data'
    : f.onProhibitedList
      ? 'prohibited'
      : f.registryNumber === false
        ? 'not_in_registry'
        : null

const contracted = (f: ServiceFacts): ServiceRefusal | null =>
  !f.contractOrAgreement ? 'no_contract' : !f.contractSectionsFull ? 'section_empty' : null

export const service: Lifecycle<ServiceState, ServiceCommand, ServiceFacts, ServiceRefusal> = {
  id: 'SM-8',
  first: 'proposed',
  refusals: serviceRefusals,
  moves: [
    {
      from: ['proposed'],
      on: 'check',
      to: 'legal_check',
      by: ['tech_responsible', 'org_responsible'],
      guard: lawful,
      clause: 'R2-19b',
    },
    {
      from: ['legal_check'],
      on: 'conclude',
      to: 'contract',
      by: ['tech_responsible', 'office'],
      guard: contracted,
      clause: 'R2-11a',
    },
    {
      from: ['contract'],
      on: 'order',
      to: 'ordered',
      by: ['director'],
      guard: (f) => (!f.orderListsIt ? 'not_ordered' : !f.responsiblesNamed ? 'no_responsible' : null),
      clause: 'R2-12d',
    },
    {
      from: ['ordered'],
      on: 'activate',
      to: 'active',
      by: ['tech_responsible'],
      guard: (f) => lawful(f) ?? contracted(f),
      clause: 'R2-12d',
    },
    {
      from: ['active'],
      on: 'suspend',
      to: 'suspended',
      by: ['system', 'tech_responsible', 'director'],
      guard: (f) => (f.reasonGiven ? null : 'no_reason'),
      clause: 'SM-8',
    },
    {
      from: ['suspended'],
      on: 'resume',
      to: 'active',
      by: ['tech_responsible', 'director'],
      guard: (f) => lawful(f) ?? contracted(f),
      clause: 'SM-8',
    },
    // Also what never came into use and will not: without this way it would stand there for ever.
    {
      from: ['legal_check', 'contract', 'ordered', 'active', 'suspended'],
      on: 'retire',
      to: 'retired',
      by: ['director', 'tech_responsible'],
      guard: (f) => (f.reasonGiven ? null : 'no_reason'),
      clause: 'SM-8',
    },
  ],
}
