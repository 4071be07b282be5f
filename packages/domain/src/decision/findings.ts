import type { ViolationCode } from '../incident/catalogue.ts'
import type { ListingAct } from '../incident/violation.ts'

/** A mark a person confirmed and no accommodation, permission or appeal has taken away. */
export type Finding = { readonly code: ViolationCode; readonly occurrences: number }

/** Everything a recommendation may look at; a trust score is not among it (T-17). */
export type Findings = {
  readonly act: ListingAct
  readonly marks: readonly Finding[]
  /** Violations the exam's own rules switched off (R3-6.1b, R4-8.0b); 001 has no such clause. */
  readonly switchedOff: readonly ViolationCode[]
  readonly stoppedByProctor: boolean
  readonly recordingRequired: boolean
  readonly recordingConfirmed: boolean
  readonly started: boolean
  readonly finalAttestation: boolean
}

export type DecisionPolicy = {
  readonly starredThreshold: number
  /** TR-03: the form has one «да/нет» per row; an institution may count every occurrence instead. */
  readonly starredCounting: 'distinct_rows' | 'occurrences'
  /** TR-07: which of several fitting statuses becomes the main one. */
  readonly statusPrecedence: readonly CheckStatus[]
}

/** 004 App. 4; advisory (R4-A4.11). */
export type CheckStatus = 1 | 2 | 3 | 4 | 5 | 6

export const defaultDecisionPolicy: DecisionPolicy = {
  starredThreshold: 2,
  starredCounting: 'distinct_rows',
  statusPrecedence: [2, 4, 3, 5, 6, 1],
}

/** The marks that count under the act and the exam's own rules. */
export const counted = (findings: Findings): readonly Finding[] =>
  findings.act === '001'
    ? findings.marks
    : findings.marks.filter(({ code }) => !findings.switchedOff.includes(code))
