// P-14: what a withdrawal leaves of a recording. Without its consent it stays only where a law gives another ground.
import { lastDayOf, type Term } from '../calendar/term.ts'
import type { Calendar, PlainDate } from '../calendar/working-days.ts'
import type { KeptUntil } from '../retention/term.ts'
import { Temporal } from '../time.ts'

/** 152-ФЗ: art. 21 gives thirty days, P-14 of this project ten working days for what was collected before the exam. */
export const forgetCollected = { days: 10, unit: 'working_days' } as const

/** What an operator may go on with after a withdrawal (152-ФЗ art. 9 (2)); a lawyer of the institution confirms it. */
export const otherGround =
  '152-ФЗ, статья 9, часть 2, и статья 6, часть 1, пункт 2: аттестация, которую учреждение обязано провести и подтвердить (273-ФЗ, статья 58)'

export type Withdrawal = {
  readonly phase: 'before' | 'during' | 'after'
  /** The act calls the consent voluntary: it was the only ground there was. */
  readonly voluntary: boolean
  readonly on: PlainDate
}

/** What somebody may still do with the recording of an exam: decide, and appeal against what was decided. */
export type Result = {
  readonly announcedOn: PlainDate | null
  /** Null: the institution has set no term to file an appeal in, so that none is taken. */
  readonly filing: Term | null
}

/**
 * The last day of keeping after a withdrawal. What rested on the consent alone, or has no term of its own, waits for the result and
 * for the last day to file an appeal against it, and ends then; so does an exam that was cut off; the rest is kept by the term of
 * the act and no longer.
 */
export function keptAfterWithdrawal(
  until: KeptUntil,
  withdrawal: Withdrawal,
  { announcedOn, filing }: Result,
  calendar: Calendar,
): KeptUntil {
  const rested = withdrawal.voluntary || (!until.known && until.why === 'term_not_set')
  if (announcedOn === null && (rested || withdrawal.phase === 'during'))
    return { known: false, why: 'result_not_announced' }
  if (!rested || announcedOn === null) return until
  const eve = withdrawal.on.subtract({ days: 1 })
  if (filing === null) return { known: true, last: eve }
  const filed = lastDayOf(filing, announcedOn, calendar)
  if (filed === null) return { known: false, why: 'calendar_ends' }
  return { known: true, last: Temporal.PlainDate.compare(filed, eve) > 0 ? filed : eve }
}
