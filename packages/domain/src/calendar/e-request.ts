// Terms of an official request (002 п. 18 refers to the law on citizens' requests); calendar days, the day of the event does not count.
import { Temporal } from '../time.ts'
import type { PlainDate } from './working-days.ts'

export type RequestTerms = {
  readonly registerDays: number
  readonly answerDays: number
  readonly extendDays: number
  readonly forwardDays: number
}

export type RequestDates = {
  readonly receivedOn: PlainDate
  readonly registeredOn: PlainDate | null
  readonly extended: boolean
}

export type RequestDue = {
  readonly register: PlainDate
  /** Null while it is not registered: both terms begin there. */
  readonly answer: PlainDate | null
  readonly forward: PlainDate | null
}

export function requestDue(dates: RequestDates, terms: RequestTerms): RequestDue {
  const { receivedOn, registeredOn, extended } = dates
  const days = terms.answerDays + (extended ? terms.extendDays : 0)
  return {
    register: receivedOn.add({ days: terms.registerDays }),
    answer: registeredOn?.add({ days }) ?? null,
    forward: registeredOn?.add({ days: terms.forwardDays }) ?? null,
  }
}

/** The last day is still in time. */
export const isOverdue = (due: PlainDate, doneOn: PlainDate | null, today: PlainDate): boolean =>
  Temporal.PlainDate.compare(doneOn ?? today, due) > 0
