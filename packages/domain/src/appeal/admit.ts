// Whether an appeal is admitted: a configured situation, filed in time (SM-6).
import { endOfTerm } from '../calendar/term.ts'
import type { Calendar } from '../calendar/working-days.ts'
import { type Instant, isAfter } from '../time.ts'
import { missingOf, type ReviewOrder, type Situation } from './order.ts'

export type Filing = {
  readonly situation: string | null
  readonly circumstances: string
  readonly filedAt: Instant
}

export type Announced = { readonly at: Instant } | null

export type Admitted =
  | {
      readonly ok: true
      readonly situation: Situation
      readonly body: string
      readonly considerUntil: Instant
    }
  | { readonly ok: false; readonly why: NotAdmitted; readonly until?: Instant }

export type NotAdmitted =
  | 'order_incomplete'
  | 'no_situation'
  | 'situation_unknown'
  | 'no_circumstances'
  | 'late'
  | 'calendar_ends'

/** The term to file begins with the announcement of the result; before it nobody is late. */
export function admit(
  order: ReviewOrder,
  filing: Filing,
  announced: Announced,
  zone: string,
  calendar: Calendar,
): Admitted {
  const { body, filing: term, consideration } = order
  if (missingOf(order).length > 0 || body === null || term === null || consideration === null)
    return { ok: false, why: 'order_incomplete' }
  if (filing.situation === null) return { ok: false, why: 'no_situation' }
  const situation = order.situations.find(({ id }) => id === filing.situation)
  if (!situation) return { ok: false, why: 'situation_unknown' }
  if (filing.circumstances.trim() === '') return { ok: false, why: 'no_circumstances' }
  if (announced) {
    const until = endOfTerm(term, announced.at, zone, calendar)
    if (until === null) return { ok: false, why: 'calendar_ends' }
    if (isAfter(filing.filedAt, until)) return { ok: false, why: 'late', until }
  }
  const considerUntil = endOfTerm(consideration, filing.filedAt, zone, calendar)
  if (considerUntil === null) return { ok: false, why: 'calendar_ends' }
  return { ok: true, situation, body, considerUntil }
}
