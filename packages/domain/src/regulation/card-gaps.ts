// What keeps an edition from being approved, each with its place on the card, so that a person is told where to write it.
import { type ActCard, type CardProblem, stepProblems } from './act-card.ts'

export type CardGap = { readonly why: CardProblem; readonly step: number | null }

type Approval = {
  readonly steps: readonly {
    readonly body: string
    readonly numbered: boolean
    readonly number: string | null
    readonly date: string | null
  }[]
  readonly approver: { readonly name: string }
  readonly approvedOn: string | null
  readonly force: ActCard['force']
  readonly effectiveFrom: string | null
}

export const cardGaps = (card: Approval): readonly CardGap[] => [
  ...card.steps.flatMap((one, step) => stepProblems(one, card.approvedOn).map((why) => ({ why, step }))),
  ...(card.approver.name.trim() === '' ? [{ why: 'no_approver' as const, step: null }] : []),
  ...(card.approvedOn === null ? [{ why: 'no_approval_date' as const, step: null }] : []),
  // The order's own day is asked for above.
  ...(card.effectiveFrom === null && card.force !== 'order_date'
    ? [{ why: 'no_effective_day' as const, step: null }]
    : []),
  ...(card.effectiveFrom !== null && card.approvedOn !== null && card.effectiveFrom < card.approvedOn
    ? [{ why: 'effect_before_approval' as const, step: null }]
    : []),
]
