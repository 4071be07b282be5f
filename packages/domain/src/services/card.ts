// One entry of the register of services of an institution (000 section 1.5, 002 п. 5), as it is kept.

/** The first five are regulated by 000 and are switched one by one (its title); 002 п. 5 has the others too. */
export const serviceFamilies = [
  'video',
  'messages',
  'media',
  'files',
  'proctoring',
  'mail',
  'requests',
  'resources',
  'learning',
  'reference',
  'state',
  'journal',
] as const
export type ServiceFamily = (typeof serviceFamilies)[number]

/** 000 1.5, 002 п. 3: what the environment consists of. */
export const entryKinds = [
  'technology',
  'technical_means',
  'information_resource',
  'educational_resource',
  'state_system',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** 002 п. 6-8: a set; none of both is a reference service. */
export const interactionModes = ['async', 'sync'] as const
export type InteractionMode = (typeof interactionModes)[number]

export const audiences = ['pupil', 'parent', 'staff'] as const
export type Audience = (typeof audiences)[number]

/** 000 5.1. The law on personal data and information security is `personal_data`; 002 п. 19 asks it of every service. */
export const criteria = ['personal_data', 'security', 'functionality'] as const
export type Criterion = (typeof criteria)[number]

/** Days are of the calendar, `2026-09-01`. */
export type Checked = {
  readonly ok: boolean
  readonly by: string
  readonly on: string
  readonly next: string
}

export type ServiceContract = {
  readonly number: string
  readonly on: string
  /** Null: without a term. */
  readonly until: string | null
  /** 000 2.4. */
  readonly security: string
  readonly confidentiality: string
  readonly support: string
  /** 002 п. 17. */
  readonly personalAccounts: boolean
}

export type UserAgreement = {
  readonly version: string
  readonly on: string
  readonly joinedBy: string
  /** Where its text is; a file may stand for it. */
  readonly address: string | null
}

export type Origin = {
  /** ISO 3166, `RU`. */
  readonly country: string
  readonly registry: { readonly number: string; readonly on: string } | null
  /** Why a service that is not Russian is used all the same. */
  readonly override: string | null
}

export type ServiceCard = {
  readonly name: string
  readonly families: readonly ServiceFamily[]
  readonly kind: EntryKind
  readonly modes: readonly InteractionMode[]
  readonly audience: readonly Audience[]
  /** Where it opens. */
  readonly address: string | null
  readonly note: string
  readonly rightHolder: string
  /** The institution has it on its own machine and is its own supplier: no contract to conclude (000 2.4). */
  readonly own: boolean
  readonly origin: Origin
  readonly contract: ServiceContract | null
  readonly agreement: UserAgreement | null
  readonly checks: Readonly<Partial<Record<Criterion, Checked>>>
  /** Materials are exchanged through it (002 п. 17). */
  readonly exchange: boolean
  /** What parents are offered first. */
  readonly parentsDefault: boolean
}

export const filePurposes = ['contract', 'agreement', 'evidence'] as const
export type FilePurpose = (typeof filePurposes)[number]
