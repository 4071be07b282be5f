import type { ViolationCode } from '../incident/catalogue.ts'
import type { ProtocolAct } from '../incident/violation.ts'

/** A mark a person confirmed and no accommodation, permission or appeal has taken away. */
export type Finding = {
  readonly code: ViolationCode
  readonly occurrences: number
  /** A person's answer to the question of `conditions`; left out while nobody has answered. */
  readonly conditionMet?: boolean
}

/** Everything a recommendation may look at; a trust score is not among it (T-17). */
export type Findings = {
  readonly act: ProtocolAct
  readonly marks: readonly Finding[]
  /** Violations the exam's own rules switched off (R3-6.1b, R4-8.0b); 001 has no such clause. */
  readonly switchedOff: readonly ViolationCode[]
  /** A stop for another reason than violations is no ground of 5.13. */
  readonly stoppedForViolations: boolean
  readonly recordingRequired: boolean
  readonly recordingConfirmed: boolean
  readonly started: boolean
  readonly finalAttestation: boolean
  readonly failure: Failure | null
  /** A person found that the pictures do not let anybody judge: no violation, and no «без замечаний» either. */
  readonly unjudged?: boolean
}

/** A technical failure; whose fault it was is always a person's finding (TR-20). */
export type Failure = {
  readonly couldContinue: boolean
  readonly fault: 'unknown' | 'examinee' | 'institution' | 'provider' | 'network'
  /** The exam is taken again on a date that was given: whoever was at fault, this attempt is no result. */
  readonly anotherDate?: true
}

export type DecisionPolicy = {
  /** Null: the act has no such rule. */
  readonly starredThreshold: number | null
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

export type Condition = 'made_passing_impossible' | 'by_fault_of_examinee'

/** Violations whose own clause holds only together with a second fact. */
const conditions: Partial<Record<ViolationCode, Condition>> = {
  // «повлекшее невозможность прохождения» (001 6.3, 003 6.5, 004 8.4)
  equipment_below_minimum: 'made_passing_impossible',
  // «по вине обучающегося» (001 6.5, 003 6.7.5, 004 8.6.5)
  face_fully_absent_recording_void: 'by_fault_of_examinee',
}

/** The marks the act and the exam's own rules know of. */
export const standing = (findings: Findings): readonly Finding[] =>
  findings.act === '001'
    ? findings.marks
    : findings.marks.filter(({ code }) => !findings.switchedOff.includes(code))

/** Of them, those whose second fact is there too. */
export const counted = (findings: Findings): readonly Finding[] =>
  standing(findings).filter(({ code, conditionMet }) => !conditions[code] || conditionMet === true)

/** What a person has to answer before these marks can count or be left. */
export const openQuestions = (
  findings: Findings,
): readonly { readonly code: ViolationCode; readonly ask: Condition }[] =>
  standing(findings).flatMap(({ code, conditionMet }) => {
    const ask = conditions[code]
    return ask && conditionMet === undefined ? [{ code, ask }] : []
  })
