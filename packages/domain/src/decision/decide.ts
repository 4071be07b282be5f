// A named person decides; the rules of the act stand beside it as they were shown (TR-04). There is no other way to a result (T-17).
import type { ProtocolAct } from '../incident/violation.ts'
import type { Instant } from '../time.ts'
import { type DirectorAnswer, directorRequest } from './director.ts'
import { type Decider, type Maker, makersOf } from './makers.ts'
import type { Recommendation } from './recommend.ts'
import { fitsScale, type Scale } from './scale.ts'
import type { ResultValue } from './values.ts'

export type Before = {
  readonly act: ProtocolAct
  readonly finalAttestation: boolean
  readonly scale: Scale | null
  readonly ownMaker: Maker | null
  readonly vocabulary: readonly ResultValue[]
  /** Who watched or reviewed the session. */
  readonly proctors: readonly string[]
  /** Null: the protocol is still with the proctor. */
  readonly handedOverAt: Instant | null
  readonly recommended: readonly Recommendation[]
  readonly questionsOpen: number
  readonly director: DirectorAnswer | null
}

export type Person = { readonly person: string; readonly as: Decider }

export type Choice = {
  readonly value: ResultValue
  /** Are the results those of the person and of the conditions they should be (R0-1.3e, R4-1.5b)? */
  readonly authentic: boolean
  readonly ground: string
  readonly by: Person
  /** Annulling takes two (T-17). */
  readonly second: Person | null
}

export type DecisionRecord = Choice & {
  readonly at: Instant
  readonly shown: readonly Recommendation[]
  readonly director: DirectorAnswer | null
  /** No rule recommended this value: the ground is the person's own. */
  readonly departs: boolean
}

export type DecisionRefusal =
  | 'not_yours'
  | 'own_session'
  | 'not_handed_over'
  | 'questions_open'
  | 'director_first'
  | 'not_in_vocabulary'
  | 'other_scale'
  | 'no_ground'
  | 'contradicts_itself'
  | 'second_person'

export type Decided =
  | { readonly ok: true; readonly record: DecisionRecord }
  | { readonly ok: false; readonly why: DecisionRefusal }

export function decideResult(before: Before, choice: Choice, now: Instant): Decided {
  const why = refusal(before, choice)
  if (why) return { ok: false, why }
  const departs = !before.recommended.some(({ value }) => value === choice.value)
  const { recommended: shown, director } = before
  return { ok: true, record: { ...choice, at: now, shown, director, departs } }
}

export const annulling: readonly ResultValue[] = [
  'result_annulled',
  'attempt_annulled',
  'not_attested',
  'testing_cancelled',
]

function refusal(before: Before, { value, authentic, ground, by, second }: Choice): DecisionRefusal | null {
  const makers: readonly Decider[] = makersOf(before.act, before.finalAttestation, before.ownMaker)
  if (!makers.includes(by.as)) return 'not_yours'
  if (before.proctors.includes(by.person)) return 'own_session'
  if (before.handedOverAt === null) return 'not_handed_over'
  if (before.questionsOpen > 0) return 'questions_open'
  if (directorRequest(before.recommended) && !before.director) return 'director_first'
  if (!before.vocabulary.includes(value)) return 'not_in_vocabulary'
  if (before.scale && !fitsScale(value, before.scale)) return 'other_scale'
  if (ground.trim() === '') return 'no_ground'
  if (value === 'confirmed' && !authentic) return 'contradicts_itself'
  if (annulling.includes(value) && !distinct(by, second)) return 'second_person'
  return null
}

const distinct = (by: Person, second: Person | null): boolean =>
  second !== null && second.person !== by.person && second.as !== 'system'
