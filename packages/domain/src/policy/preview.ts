// What people of three roles live by under a policy, in plain Russian: each sentence is built from a parameter and names its clause.
import { conductRules } from '../incident/conduct.ts'
import type { ListingAct } from '../incident/violation.ts'
import type { ActPolicy } from './act-policy.ts'
import { type Effective, effectivePolicy, type Origin } from './effective.ts'
import type { Value } from './parameter.ts'
import { type Audience, sentences } from './preview-sentences.ts'
import { type PolicyKey, parameters } from './schema.ts'

export type Preview = Readonly<Record<Audience, readonly string[]>>

export function previewOf(act: ActPolicy): Preview {
  const made = effectivePolicy(act)
  // Without changes of an exam there is nothing to refuse.
  if (!made.ok) throw new Error('a policy without an exam was refused')
  const { policy } = made
  const of = (audience: Audience) => [
    ...sentences
      .filter((one) => one.for.includes(audience))
      .flatMap((one) => told(one.key, policy[one.key], one.say)),
    ...sentences
      .filter((one) => one.for.includes(audience) && isOpen(one.key, policy[one.key]))
      .map((one) => `«${parameters[one.key].ru}»: не урегулировано, никто ещё не решил.`),
  ]
  return {
    examinee: [...of('examinee'), ...conductOf(act.act)],
    proctor: of('proctor'),
    teacher: of('teacher'),
  }
}

/** Silence is told only where an exam can not do without an answer. */
const isOpen = (key: PolicyKey, { value }: Effective): boolean =>
  value === null && parameters[key].needed === true

function told(key: PolicyKey, { value, origin }: Effective, say: (value: Value) => string | null): string[] {
  const text = value === null ? null : say(value)
  if (text === null) return []
  const ground = groundOf(origin)
  return [ground === null ? `${text}.` : `${text} (${ground}).`]
}

/** Clauses are numbered; those of a title page (`0d`) are not quoted to people by a number. */
function groundOf(origin: Origin): string | null {
  switch (origin.from) {
    case 'act': {
      const clauses = origin.clauses.filter((one) => /^[1-9]/.test(one))
      return clauses.length === 0 ? null : `п. ${clauses.join(', ')}`
    }
    case 'decision':
    case 'exam':
      return `решение: ${origin.ground}`
    case 'law':
      return origin.law
    case 'accommodation':
    case 'nobody':
      return null
  }
}

const LISTING: readonly string[] = ['001', '003', '004'] satisfies readonly ListingAct[]

/** The rules of conduct word for word, where the act has them. */
const conductOf = (act: string): readonly string[] =>
  LISTING.includes(act)
    ? conductRules(act as ListingAct)
        .filter(({ kind }) => kind === 'duty' || kind === 'ban' || kind === 'permission')
        .map(({ text, clause }) => `${text.replace(/[;.,\s]+$/, '')} (п. ${clause}).`)
    : []
