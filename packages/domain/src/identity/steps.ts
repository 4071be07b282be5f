// What an examinee shows and says at the door, in the order of SM-2, by the methods of the act. Where the act is silent nothing is asked.
import { identitySteps, type Reference } from '../consent/binding.ts'
import { type EffectivePolicy, isSaid, names } from '../policy/effective.ts'
import type { PolicyKey } from '../policy/schema.ts'
import { type DocumentKind, documentKinds } from './documents.ts'

export const stepIds = [
  'external',
  'name',
  'document',
  'face',
  'owner',
  'behind',
  'room',
  'desk',
  'rules',
  'responsibility',
  'headphones',
] as const
export type StepId = (typeof stepIds)[number]

/** `elsewhere`: the answer comes from an identity provider, the examinee does nothing here. */
export type StepKind = 'picture' | 'sound' | 'words' | 'elsewhere'

export type Step = {
  readonly id: StepId
  readonly kind: StepKind
  /** How many pictures it takes; 0 for what is no picture. */
  readonly pictures: number
  /** Where the act says so; empty when a proctor asked, or people decided where the act is silent. */
  readonly clauses: readonly string[]
}

export const kindOf = {
  external: 'elsewhere',
  name: 'sound',
  document: 'picture',
  face: 'picture',
  owner: 'words',
  behind: 'picture',
  room: 'picture',
  desk: 'picture',
  rules: 'words',
  responsibility: 'words',
  headphones: 'picture',
} as const satisfies Record<StepId, StepKind>

/** To the left, to the right, behind. */
const ROOM_SIDES = 3
const picturesOf = (id: StepId): number => (id === 'room' ? ROOM_SIDES : kindOf[id] === 'picture' ? 1 : 0)

export type Mode = 'sync' | 'async'

export type DoorNeeds = {
  /** A document and a face of an earlier sign-in are the reference of this account (003 6.3.2, 004 8.2.2). */
  readonly reference: Reference | null
  /** What a proctor asked for besides, and the provider where it was asked about this person. */
  readonly asked: readonly StepId[]
}

/** The parameter that demands a step. */
const sourceOf = {
  external: 'identity.ebs_option',
  name: 'identity.say_name_aloud',
  document: 'identity.documents',
  face: 'identity.methods',
  owner: 'consent.account_owner_binding',
  behind: 'env.view_to_wall',
  room: 'room_scan.on_demand',
  desk: 'room_scan.on_demand',
  rules: 'rules.acknowledgement',
  responsibility: 'equipment.responsibility',
  headphones: 'devices.headphones',
} as const satisfies Record<StepId, PolicyKey>

export const keyOfStep = (id: StepId): PolicyKey => sourceOf[id]

/** TR-53: nothing of a document is asked where the act does not name documents, as 001 does not (R1-4.2b). */
const documentAsked = (policy: EffectivePolicy): boolean => names(policy, 'identity.methods', 'document')

/** Where the act allows it the institution may ask a provider about a person who agreed; that alone turns nothing on (TR-56). */
export const mayAskExternal = (policy: EffectivePolicy): boolean =>
  isSaid(policy, 'identity.ebs_option', 'allowed') || isSaid(policy, 'identity.ebs_option', 'required')

function demanded(policy: EffectivePolicy, { reference, asked }: DoorNeeds): ReadonlySet<StepId> {
  const steps = new Set<StepId>()
  const documentPerExam = documentAsked(policy)
  const bound = identitySteps(
    { documentPerExam, ownerBinding: isSaid(policy, 'consent.account_owner_binding', 'required') },
    reference,
  )
  if (names(policy, 'identity.methods', 'name_aloud') || isSaid(policy, 'identity.say_name_aloud', true))
    steps.add('name')
  if (bound.includes('show_document')) steps.add('document')
  if (bound.includes('bind_owner')) steps.add('owner')
  if (documentPerExam || names(policy, 'identity.methods', 'proctor_visual')) steps.add('face')
  if (isSaid(policy, 'env.view_to_wall', 'required')) steps.add('behind')
  if (isSaid(policy, 'rules.acknowledgement', 'required')) steps.add('rules')
  if (isSaid(policy, 'equipment.responsibility', 'examinee')) steps.add('responsibility')
  if (isSaid(policy, 'devices.headphones', 'forbidden')) steps.add('headphones')
  for (const one of asked) steps.add(one)
  return steps
}

/** Pictures of the place, which a proctor confirms also where the login alone identifies (001 4.1, 6.4). */
const ofPlace: readonly StepId[] = ['behind', 'headphones']
export const placeSteps = (steps: readonly Step[]): readonly Step[] =>
  steps.filter(({ id }) => ofPlace.includes(id))

const clausesOf = (policy: EffectivePolicy, id: StepId): readonly string[] => {
  const { origin } = policy[sourceOf[id]]
  return origin.from === 'act' ? origin.clauses : []
}

export const doorSteps = (policy: EffectivePolicy, needs: DoorNeeds): readonly Step[] => {
  const steps = demanded(policy, needs)
  return stepIds
    .filter((id) => steps.has(id))
    .map((id) => ({ id, kind: kindOf[id], pictures: picturesOf(id), clauses: clausesOf(policy, id) }))
}

/**
 * 004 4.2 lets the identification be recorded; an exam may do without. What was shown is then forgotten as soon as the proctor
 * decided. In the asynchronous mode it is what the decision will stand on (001 2.3, 003 2.5).
 */
export const isIdentificationKept = (policy: EffectivePolicy, by: Identifier | null): boolean =>
  by === 'review' || !isSaid(policy, 'identity.recorded', 'forbidden')

/** A view of the room or the desk is a proctor's to ask for where the act lets him (001 5.2, 003 4.2.6.2, 004 6.3.6). */
export const mayAskRoom = (policy: EffectivePolicy): boolean =>
  isSaid(policy, 'room_scan.on_demand', 'required') || isSaid(policy, 'room_scan.on_demand', 'allowed')

/** The kinds of document an examinee may choose from. */
export const documentsOf = (policy: EffectivePolicy): readonly DocumentKind[] =>
  documentKinds.filter((kind) => names(policy, 'identity.documents', kind))

/**
 * Who says that this is the examinee. `review`: in the asynchronous mode the evidence is fixed now and a person compares it
 * when the recording is reviewed (004 2, 4.2). Null: the act names no way.
 */
export type Identifier = 'proctor' | 'review' | 'system'

export function identifiedBy(policy: EffectivePolicy, mode: Mode): Identifier | null {
  const byPerson =
    ['proctor_visual', 'document', 'name_aloud'].some((way) => names(policy, 'identity.methods', way)) ||
    isSaid(policy, 'identity.performed_by', 'proctor')
  if (byPerson) return mode === 'sync' ? 'proctor' : 'review'
  return ['account', 'unique_id'].some((way) => names(policy, 'identity.methods', way)) ? 'system' : null
}
