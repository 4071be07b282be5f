// What a service may become (SM-8), with all that its card still lacks: the same list refuses and is shown to whoever keeps it.
import {
  type ServiceCommand,
  type ServiceFacts,
  type ServiceRefusal,
  type ServiceState,
  service,
} from '../lifecycle/service.ts'
import { decideMove, type Happened, type LifecycleRefusal, type Party } from '../lifecycle/machine.ts'
import type { Instant } from '../time.ts'
import { type Criterion, criteria, type FilePurpose, type ServiceCard, type ServiceFamily } from './card.ts'
import { groundsOn, sectionsFull } from './ground.ts'
import { lacksOverride, lacksRegistry } from './origin.ts'
import { type Prohibited, prohibitedBy } from './prohibited.ts'

export const registerLacks = [
  'foreign_unexplained',
  'personal_data',
  'prohibited',
  'not_in_registry',
  'criteria_open',
  'no_contract',
  'section_empty',
  'no_rules',
  'family_off',
] as const
export type RegisterLack = (typeof registerLacks)[number]
export type RegisterRefusal = RegisterLack | ServiceRefusal | LifecycleRefusal

export type Situation = {
  readonly card: ServiceCard
  readonly files: ReadonlySet<FilePurpose>
  readonly today: string
  readonly prohibited: readonly Prohibited[]
  /** 004 1.3: components of the proctoring system must be in the register of Russian programmes. */
  readonly registryDemanded: boolean
  readonly rulesPublished: boolean
  readonly familiesOff: ReadonlySet<ServiceFamily>
  readonly order: { readonly lists: boolean; readonly responsibles: boolean }
  readonly reason: string
}

const met = ({ card, today }: Situation, criterion: Criterion): boolean => {
  const check = card.checks[criterion]
  return check?.ok === true && check.by.trim() !== '' && check.on <= today && check.next >= today
}

/** 000 5.1: photos, sound, video and files go only through what was found good by all three criteria, with evidence. */
const carriesFiles = ({ families }: ServiceCard): boolean =>
  families.some((family) => family === 'media' || family === 'files')

const isOff = ({ card, familiesOff }: Situation): boolean =>
  card.families.every((family) => familiesOff.has(family))

const outOfRegistry = ({ card, registryDemanded }: Situation): boolean =>
  registryDemanded && card.families.includes('proctoring') && lacksRegistry(card)

/** What must be confirmed of it: the law on personal data always (R2-19a), all three of whatever carries files (R0-5.1d). */
const askedOf = (card: ServiceCard): readonly Criterion[] =>
  carriesFiles(card) ? criteria : ['personal_data']

/** Somebody looked and found it bad: it is used no longer. */
export const failedChecks = ({ card }: Pick<Situation, 'card'>): readonly Criterion[] =>
  askedOf(card).filter((one) => card.checks[one]?.ok === false)

/** Found good, and to be looked at again since some day. */
export const overdueChecks = ({ card, today }: Pick<Situation, 'card' | 'today'>) =>
  askedOf(card).flatMap((criterion) => {
    const check = card.checks[criterion]
    return check?.ok === true && check.next < today ? [{ criterion, since: check.next }] : []
  })

const lacking = {
  foreign_unexplained: ({ card }) => lacksOverride(card),
  personal_data: (s) => !met(s, 'personal_data'),
  prohibited: ({ card, prohibited }) => prohibitedBy(card, prohibited) !== null,
  not_in_registry: outOfRegistry,
  criteria_open: (s) =>
    carriesFiles(s.card) && (!criteria.every((one) => met(s, one)) || !s.files.has('evidence')),
  no_contract: ({ card, files, today }) => groundsOn(card, files, today).length === 0,
  section_empty: ({ card }) => !sectionsFull(card),
  no_rules: ({ rulesPublished }) => !rulesPublished,
  family_off: isOff,
} as const satisfies Record<RegisterLack, (s: Situation) => boolean>

/** Everything that still stands between this entry and its use. */
export const lacksOf = (s: Situation): readonly RegisterLack[] =>
  registerLacks.filter((lack) => lacking[lack](s))

const factsOf = (s: Situation): ServiceFacts => ({
  personalDataOk: !lacking.personal_data(s),
  onProhibitedList: lacking.prohibited(s),
  registryNumber: s.registryDemanded && s.card.families.includes('proctoring') ? !outOfRegistry(s) : null,
  contractOrAgreement: !lacking.no_contract(s),
  contractSectionsFull: !lacking.section_empty(s),
  orderListsIt: s.order.lists,
  responsiblesNamed: s.order.responsibles,
  reasonGiven: s.reason.trim() !== '',
})

/** What SM-8 does not ask and the acts do, by the step it is asked at. */
const askedAt: Readonly<Partial<Record<ServiceCommand, readonly RegisterLack[]>>> = {
  check: ['foreign_unexplained'],
  activate: ['foreign_unexplained', 'criteria_open', 'no_rules', 'family_off'],
  resume: ['foreign_unexplained', 'criteria_open', 'no_rules', 'family_off'],
}

export type Decided =
  | { readonly ok: true; readonly event: Happened<ServiceState, ServiceCommand> }
  | { readonly ok: false; readonly why: RegisterRefusal }

export function decideService(
  state: ServiceState,
  command: ServiceCommand,
  by: Party,
  s: Situation,
  now: Instant,
): Decided {
  const decided = decideMove(service, state, command, by, factsOf(s), now)
  if (!decided.ok) return decided
  const why = (askedAt[command] ?? []).find((lack) => lacking[lack](s))
  return why === undefined ? decided : { ok: false, why }
}

/** 002 п. 12: «применение указанных в приказе сервисов является обязательным»; whatever is not in use is offered to nobody. */
export const isMandatory = (state: ServiceState): boolean => state === 'active'

/** The ground may have ended this morning: nobody waits for a job to be told so. */
export const isInUse = (state: ServiceState, s: Situation): boolean =>
  state === 'active' &&
  !lacking.no_contract(s) &&
  !lacking.prohibited(s) &&
  !lacking.family_off(s) &&
  failedChecks(s).length === 0

/** R2-17b: a resource takes work only while it is in use by a contract that gives people personal accounts. */
export const takesWork = (state: ServiceState, s: Situation): boolean =>
  isInUse(state, s) &&
  s.card.families.includes('resources') &&
  s.card.contract?.personalAccounts === true &&
  groundsOn(s.card, s.files, s.today).includes('contract')
