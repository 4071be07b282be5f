// The order of review: every institution has its own (000 7.1, 001 9.1, 003 7.1, 004 9.1). Nothing of it is given silently (TR-59).
import type { Term } from '../calendar/term.ts'
import { type EffectivePolicy, names, numberOf } from '../policy/effective.ts'

/** Breach of procedure (001 4.4), the proctor's decision, the examiner's grade (004 5.14), or what the institution named itself. */
export type Subject = 'procedure' | 'proctor_decision' | 'grade' | 'own'

export type Situation = { readonly id: string; readonly subject: Subject; readonly words: string }

export type Step = { readonly id: string; readonly words: string; readonly by: string }

export type ReviewOrder = {
  readonly body: string | null
  readonly filing: Term | null
  readonly consideration: Term | null
  readonly situations: readonly Situation[]
  readonly steps: readonly Step[]
}

const subjects: readonly Situation[] = [
  { id: 'procedure', subject: 'procedure', words: 'нарушен порядок проведения аттестационного испытания' },
  { id: 'proctor_decision', subject: 'proctor_decision', words: 'несогласие с решением проктора' },
  { id: 'grade', subject: 'grade', words: 'несогласие с оценкой экзаменатора' },
]

/** What the act gives itself, what the institution named where the act lets it («возможна в случаях, определяемых…»), its steps. */
export function reviewOrder(
  policy: EffectivePolicy,
  own: { readonly situations: readonly Situation[]; readonly steps: readonly Step[] },
): ReviewOrder {
  const { value: body } = policy['appeal.body']
  return {
    body: typeof body === 'string' ? body : null,
    filing: term(numberOf(policy, 'appeal.filing_days')),
    consideration: term(numberOf(policy, 'appeal.consideration_days')),
    situations: [
      ...subjects.filter(({ id }) => names(policy, 'appeal.right', id)),
      ...(names(policy, 'appeal.right', 'own') ? own.situations : []),
    ],
    steps: own.steps,
  }
}

const term = (days: number | null): Term | null => (days === null ? null : { days, unit: 'working_days' })

export type Missing = 'body' | 'filing' | 'consideration' | 'situations' | 'steps'

/** What has to be decided before the first appeal can be considered. */
export const missingOf = (order: ReviewOrder): readonly Missing[] => [
  ...(['body', 'filing', 'consideration'] as const).filter((key) => order[key] === null),
  ...(['situations', 'steps'] as const).filter((key) => order[key].length === 0),
]

/** Null: every step is done. Steps go in their order. */
export const nextStep = (order: ReviewOrder, done: readonly string[]): Step | null =>
  order.steps.find(({ id }) => !done.includes(id)) ?? null
