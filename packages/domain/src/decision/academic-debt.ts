import type { Instant } from '../time.ts'
import type { DecisionRecord } from './decide.ts'

export type AcademicDebt = {
  readonly examinee: string
  readonly exam: string
  readonly since: Instant
  readonly clause: string
}

/** 004 5.13: a stop because of violations that ended in «неудовлетворительно» leaves an academic debt. */
export function academicDebt(examinee: string, exam: string, record: DecisionRecord): AcademicDebt | null {
  const stop = record.shown.find((each) => each.academicDebt && each.value === record.value)
  return stop ? { examinee, exam, since: record.at, clause: stop.clause } : null
}
