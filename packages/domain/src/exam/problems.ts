// What of a card its act does not let stand, each with the clause that says so.
import { type ActPolicy, settingOf } from '../policy/act-policy.ts'
import { type OverrideRefusal, type Overrides, refuseOverride } from '../policy/override.ts'
import type { Value } from '../policy/parameter.ts'
import type { PolicyKey } from '../policy/schema.ts'
import { definedBy, type ProctoringAct } from '../scheduling/act-scopes.ts'
import type { Level, StudyForm } from '../regulation/programme.ts'
import { refuseProctoring, scopes } from '../regulation/scope.ts'
import type { ExamCard, ExamMode } from './card.ts'

export type CardProblemCode =
  | 'event_not_in_act'
  | 'kind_not_in_act'
  | 'object_not_in_act'
  | 'level_not_in_act'
  | 'study_form_not_in_act'
  | 'mode_not_in_act'
  | 'automatic_not_allowed'
  | 'no_classroom_in_act'
  | 'offline_needs_classroom'
  | 'only_from_lms'
  | 'address_missing'
  | 'name_missing'
  | 'longer_than_act'
  | 'no_switches_in_act'
  | 'no_materials_in_act'
  | 'no_requirements_right'
  | 'set_twice'
  | OverrideRefusal

export type CardProblem = {
  /** The field of the card, or the parameter an override sets. */
  readonly at: string
  readonly why: CardProblemCode
  readonly clauses: readonly string[]
}

export const isProctoringAct = (act: string): act is ProctoringAct => Object.hasOwn(definedBy, act)

/** Only what a text or a decision says counts: silence is not permission (TR-65). */
export function saidOf(act: ActPolicy, key: PolicyKey): Value | null {
  const setting = settingOf(act, key)
  return setting.state === 'open' ? null : setting.value
}

export function clausesOf(act: ActPolicy, key: PolicyKey): readonly string[] {
  const setting = settingOf(act, key)
  return setting.state === 'act' ? setting.clauses : []
}

const lists = (value: Value | null, one: string): boolean => Array.isArray(value) && value.includes(one)

/** Why an exam may not be watched this way under the act; null when it may. */
export function refuseMode(act: ActPolicy, mode: ExamMode): CardProblem | null {
  const no = (why: CardProblemCode, key: PolicyKey): CardProblem => ({
    at: 'mode',
    why,
    clauses: clausesOf(act, key),
  })
  if (mode === 'offline')
    return saidOf(act, 'proctoring.offline_mode') === true
      ? null
      : no('no_classroom_in_act', 'proctoring.offline_mode')
  const kind = mode === 'sync' ? 'sync' : 'async'
  if (!lists(saidOf(act, 'proctoring.modes'), kind)) return no('mode_not_in_act', 'proctoring.modes')
  if (mode === 'async_auto' && saidOf(act, 'async.fully_automatic_allowed') !== true)
    return no('automatic_not_allowed', 'async.fully_automatic_allowed')
  return null
}

/** 004 App. 2 alone has the switches. */
export const hasSwitches = (act: ActPolicy): boolean => {
  const number = saidOf(act, 'permissions.switches')
  return typeof number === 'number' && number > 0
}

/** 001 section 8 alone lists materials by subject. */
export const hasMaterials = (act: ActPolicy): boolean => saidOf(act, 'materials.by_subject') !== null

export function problemsOfCard(
  act: ActPolicy,
  card: ExamCard,
  lengthMinutes: number,
): readonly CardProblem[] {
  const problems: CardProblem[] = []
  const no = (at: string, why: CardProblemCode, key?: PolicyKey) =>
    problems.push({ at, why, clauses: key ? clausesOf(act, key) : [] })
  if (isProctoringAct(act.act)) {
    const kinds = scopes[act.act].assessments
    if (kinds && !kinds.includes(card.kind)) no('kind', 'kind_not_in_act', 'scope.assessment_kinds')
    const { events, objects } = definedBy[act.act]
    if (!events.some((event) => event === card.event)) no('event', 'event_not_in_act')
    if (!objects.some((object) => object === card.object)) no('object', 'object_not_in_act')
  }
  const mode = refuseMode(act, card.mode)
  if (mode) problems.push(mode)
  problems.push(...deliveryProblems(act, card))
  const longest = saidOf(act, 'session.duration_min')
  if (typeof longest === 'number' && lengthMinutes > longest)
    no('lengthMinutes', 'longer_than_act', 'session.duration_min')
  if (card.switches.length > 0 && !hasSwitches(act)) no('switches', 'no_switches_in_act')
  if (card.materials !== null && !hasMaterials(act)) no('materials', 'no_materials_in_act')
  const right = saidOf(act, 'extra_requirements_right')
  if (card.requirements.length > 0 && (right === null || right === 'forbidden'))
    no('requirements', 'no_requirements_right', 'extra_requirements_right')
  return [...problems, ...overrideProblems(act, card)]
}

const limited = {
  level_not_covered: ['level_not_in_act', 'scope.levels'],
  study_form_not_covered: ['study_form_not_in_act', 'scope.study_form'],
} as const

/** The programme of an exam is one that the act speaks of: 004 knows full-time study alone (TR-58). */
export function problemsOfProgramme(
  act: ActPolicy,
  { kind }: ExamCard,
  { level, studyForm }: { readonly level: Level; readonly studyForm: StudyForm },
): readonly CardProblem[] {
  if (!isProctoringAct(act.act)) return []
  const number = act.act
  const refused = refuseProctoring(
    { level, studyForm, assessment: kind, proctoring: true },
    { number, regulatesProctoring: true },
  )
  return refused.flatMap((one) => {
    if (one !== 'level_not_covered' && one !== 'study_form_not_covered') return []
    const [why, key] = limited[one]
    // What an institution decided otherwise in an edition of its own stands.
    return settingOf(act, key).state === 'act' ? [{ at: 'programme', why, clauses: clausesOf(act, key) }] : []
  })
}

/** 004: without its programme nobody can tell whether an exam is one of full-time study. */
export const asksProgramme = (act: ActPolicy): boolean =>
  isProctoringAct(act.act) &&
  scopes[act.act].studyForms !== null &&
  settingOf(act, 'scope.study_form').state === 'act'

function deliveryProblems(act: ActPolicy, { mode, delivery }: ExamCard): readonly CardProblem[] {
  const problems: CardProblem[] = []
  const no = (why: CardProblemCode, clauses: readonly string[] = []) =>
    problems.push({ at: 'delivery', why, clauses })
  if (mode === 'offline' && delivery.to !== 'classroom') no('offline_needs_classroom')
  if (
    delivery.to === 'external' &&
    saidOf(act, 'proctoring.launch_only_from_lms') === true &&
    saidOf(act, 'proctoring.external_resource_allowed') !== true
  )
    no('only_from_lms', clausesOf(act, 'proctoring.launch_only_from_lms'))
  if (delivery.to === 'external' && delivery.address === null) no('address_missing')
  if ((delivery.to === 'installed' || delivery.to === 'classroom') && delivery.name === null)
    no('name_missing')
  return problems
}

function overrideProblems(act: ActPolicy, { overrides }: ExamCard): readonly CardProblem[] {
  const seen = new Set<string>()
  return overrides.flatMap(({ key, value, ground }): CardProblem[] => {
    if (seen.has(key)) return [{ at: key, why: 'set_twice', clauses: [] }]
    seen.add(key)
    const why = refuseOverride(act, key, { value, ground })
    return why ? [{ at: key, why, clauses: clausesOf(act, key) }] : []
  })
}

/** The card as changes of the act's policy; its length and the way it is watched are among them. */
export const overridesOf = (card: ExamCard, lengthMinutes: number): Overrides => ({
  ...Object.fromEntries(card.overrides.map(({ key, value, ground }) => [key, { value, ground }])),
  'session.duration_min': { value: lengthMinutes, ground: '' },
  ...(card.mode === 'offline'
    ? {}
    : { 'proctoring.modes': { value: [card.mode === 'sync' ? 'sync' : 'async'], ground: '' } }),
})
