import type { PlainDate } from '../calendar/working-days.ts'
import type { AppealState } from '../lifecycle/appeal.ts'

/** Somebody's order not to destroy. */
export type Hold = {
  readonly reason: string
  readonly reviewOn: PlainDate
  readonly released: boolean
}

/** From filing to closing an appeal keeps the recordings of its session, whatever their term. */
const KEEPING: readonly AppealState[] = [
  'filed',
  'registered',
  'inadmissible',
  'accepted',
  'in_consideration',
  'decided_satisfied',
  'decided_dismissed',
  'withdrawn',
]

export const keepsRecording = (state: AppealState): boolean => KEEPING.includes(state)
