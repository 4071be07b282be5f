// P-14: what a withdrawal leaves of a recording. Without its consent it stays only where a law gives another ground.
import type { PlainDate } from '../calendar/working-days.ts'
import type { KeptUntil } from '../retention/term.ts'

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

/**
 * The last day of keeping after a withdrawal. What rested on the consent alone, or has no term of its own, ends with it; an exam
 * that was cut off waits for whoever decides about it; the rest is kept by the term of the act and no longer.
 */
export function keptAfterWithdrawal(until: KeptUntil, withdrawal: Withdrawal, announced: boolean): KeptUntil {
  if (withdrawal.phase === 'during' && !announced) return { known: false, why: 'result_not_announced' }
  const rested = withdrawal.voluntary || (!until.known && until.why === 'term_not_set')
  return rested ? { known: true, last: withdrawal.on.subtract({ days: 1 }) } : until
}
