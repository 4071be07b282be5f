import type { PlainDate } from '../calendar/working-days.ts'
import type { AppealState } from '../lifecycle/appeal.ts'
import { Temporal } from '../time.ts'

/** Somebody's order not to destroy. */
export type Hold = {
  readonly reason: string
  readonly reviewOn: PlainDate
  readonly released: boolean
}

/** P-23: whoever holds a recording looks at it again within these days. */
const LOOK_AGAIN_DAYS = 90

export const reviewTooFar = (today: PlainDate, reviewOn: PlainDate): boolean =>
  Temporal.PlainDate.compare(reviewOn, today) <= 0 ||
  Temporal.PlainDate.compare(reviewOn, today.add({ days: LOOK_AGAIN_DAYS })) > 0

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
