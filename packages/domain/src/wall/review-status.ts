// A status of 004 App. 4 that a person chooses has to fit the marks; the proposal stays advice (R4-A4.11, TR-07).
import type { CheckStatus, DecisionPolicy, Findings } from '../decision/findings.ts'
import { proposeStatus } from '../decision/status.ts'

export type StatusRefusal = 'marks_exist' | 'no_such_mark' | 'was_started'

/** Null: the status may stand. Which of several fitting ones becomes the main one is the person's choice. */
export function refuseStatus(
  status: CheckStatus,
  findings: Findings,
  policy: DecisionPolicy,
): StatusRefusal | null {
  if (proposeStatus(findings, policy)?.fitting.some((one) => one.status === status)) return null
  return status === 1 ? 'marks_exist' : status === 6 ? 'was_started' : 'no_such_mark'
}
