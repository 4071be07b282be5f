// What people of three roles live by under a policy, in plain Russian: each sentence is built from a parameter and names its clause.
import { conductRules } from '../incident/conduct.ts'
import type { ListingAct } from '../incident/violation.ts'
import type { ActPolicy } from './act-policy.ts'
import { type Effective, type EffectivePolicy, effectivePolicy, type Origin } from './effective.ts'
import type { Value } from './parameter.ts'
import { type Audience, sentences } from './preview-sentences.ts'
import { type PolicyKey, parameters } from './schema.ts'

export type Preview = Readonly<Record<Audience, readonly string[]>>

export function previewOf(act: ActPolicy): Preview {
  const made = effectivePolicy(act)
  // Without changes of an exam there is nothing to refuse.
  if (!made.ok) throw new Error('a policy without an exam was refused')
  return previewOfExam(act.act, made.policy)
}

/** The same of one exam, whose policy may differ from the act's. */
export function previewOfExam(act: string, policy: EffectivePolicy): Preview {
  const of = (audience: Audience) => [
    ...sentences.filter((one) => one.for.includes(audience)).flatMap((one) => told(policy[one.key], one.say)),
    ...sentences
      .filter((one) => one.for.includes(audience) && isOpen(one.key, policy[one.key]))
      .map((one) => `«${parameters[one.key].ru}»: не урегулировано, никто ещё не решил.`),
  ]
  return {
    examinee: [...of('examinee'), ...conductOf(act)],
    proctor: of('proctor'),
    teacher: of('teacher'),
  }
}

/** Silence is told only where an exam can not do without an answer. */
const isOpen = (key: PolicyKey, { value }: Effective): boolean =>
  value === null && parameters[key].needed === true

function told({ value, origin }: Effective, say: (value: Value) => string | null): string[] {
  const text = value === null ? null : say(value)
  if (text === null) return []
  const ground = groundOf(origin)
  return [ground === null ? `${text}.` : `${text} (${ground}).`]
}

/** As people look a clause up; those of a title page (`0d`) are not told by a number. `A1.5` is line 5 of annex 1, `6.0` opens clause 6. */
function placeOf(clause: string): string | null {
  const annex = /^A(\d+)(?:\.(.+))?$/.exec(clause)
  if (annex) return annex[2] ? `прил. ${annex[1]}, п. ${annex[2]}` : `прил. ${annex[1]}`
  return /^[1-9]/.test(clause) ? `п. ${clause.replace(/\.0$/, '')}` : null
}

function groundOf(origin: Origin): string | null {
  switch (origin.from) {
    case 'act': {
      const places = origin.clauses.map(placeOf).filter((one) => one !== null)
      return places.length === 0 ? null : places.join('; ')
    }
    case 'decision':
    case 'exam':
      // What the card of an exam sets within the act needs no ground.
      return origin.ground === '' ? null : `решение: ${origin.ground}`
    case 'law':
      return origin.law
    case 'accommodation':
    case 'nobody':
      return null
  }
}

const LISTING: readonly string[] = ['001', '003', '004'] satisfies readonly ListingAct[]

/** Words by which a ban says itself that it is one; most are said by the heading above them in the act. */
const FORBIDS = /(^|[^а-яё])(не долж|должен|должн|не допуска|запрещ|нельзя)/i

/** The rules of conduct word for word, where the act has them; a ban never reads like a thing to do. */
const conductOf = (act: string): readonly string[] =>
  LISTING.includes(act)
    ? conductRules(act as ListingAct)
        .filter(({ kind }) => kind === 'duty' || kind === 'ban' || kind === 'permission')
        .map(({ kind, text, clause }) => {
          const words = `${text.replace(/[;.,\s]+$/, '')} (п. ${clause}).`
          return kind === 'ban' && !FORBIDS.test(firstSentence(text)) ? `Запрещено: ${lowered(words)}` : words
        })
    : []

const firstSentence = (text: string): string => text.split(/[.:;]/)[0] ?? text

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
