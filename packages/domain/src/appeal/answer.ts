// The examinee's own words to a mark. No act names a term: the institution may, and a published result ends it in any case.
import { endOfTerm } from '../calendar/term.ts'
import type { Calendar } from '../calendar/working-days.ts'
import { type Instant, isAfter } from '../time.ts'

export type AnswerTerm = { readonly open: boolean; readonly until: Instant | null }

export function answerTerm(
  known: { readonly handedOverAt: Instant | null; readonly publishedAt: Instant | null },
  days: number | null,
  zone: string,
  calendar: Calendar,
  now: Instant,
): AnswerTerm {
  const { handedOverAt, publishedAt } = known
  if (handedOverAt === null) return { open: false, until: null }
  const until = days === null ? null : endOfTerm({ days, unit: 'working_days' }, handedOverAt, zone, calendar)
  return { open: publishedAt === null && (until === null || !isAfter(now, until)), until }
}
