import type { DecisionView } from '@ochno/contract/decisions'

/** What each card of the decision is given. */
export type Part = { readonly view: DecisionView; readonly zone: string }
