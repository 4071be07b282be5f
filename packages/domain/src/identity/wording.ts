// What is acknowledged, in the words of the act and no others.
import { conductRules } from '../incident/conduct.ts'
import type { ActPolicy } from '../policy/act-policy.ts'
import { quoteOfClause } from '../policy/quotes.ts'
import { keyOfStep, type StepId } from './steps.ts'

export type Wording = { readonly clause: string; readonly text: string }

const acts = ['001', '003', '004'] as const
const listing = (act: string) => acts.find((one) => one === act) ?? null

/** What marks, among the rules of an act, the sentences that one step asks to be acknowledged. */
const marks: Readonly<Partial<Record<StepId, RegExp>>> = {
  owner: /является владельцем данной учетной записи/u,
  responsibility: /^Ответственность за .* лежит на обучающемся/iu,
  headphones: /наушник/iu,
}

const sentences = (text: string): readonly string[] => text.split(/(?<=\.) (?=[А-ЯЁ])/u)

/** The rules of conduct in the act's order; of another step its own sentences, else the clause that demands it. */
export function wordingOf(policy: ActPolicy, id: StepId): readonly Wording[] {
  const act = listing(policy.act)
  const rules = act ? conductRules(act) : []
  if (id === 'rules' && act) return rules.map(({ clause, text }) => ({ clause, text }))
  const mark = marks[id]
  const own = rules.flatMap(({ clause, text }) =>
    sentences(text)
      .filter((sentence) => mark?.test(sentence))
      .map((sentence) => ({ clause, text: sentence })),
  )
  if (own.length > 0) return own
  const stated = policy.stated[keyOfStep(id)]
  if (!stated) return []
  if (stated.quote) return [{ clause: stated.clauses.join(', '), text: stated.quote }]
  return stated.clauses.flatMap((clause) => {
    const text = quoteOfClause(policy.act, clause)
    return text === null ? [] : [{ clause, text }]
  })
}
