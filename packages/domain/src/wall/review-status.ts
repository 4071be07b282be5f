// A status of 004 App. 4 that a person chooses has to fit the marks; the proposal stays advice (R4-A4.11, TR-07).
import { type CheckStatus, type DecisionPolicy, type Findings, standing } from '../decision/findings.ts'
import { proposeStatus } from '../decision/status.ts'

export type StatusRefusal = 'marks_exist' | 'no_such_mark' | 'not_started' | 'was_started'

/** Null: the status may stand. Which of several fitting ones becomes the main one is the person's choice. */
export function refuseStatus(
  status: CheckStatus,
  findings: Findings,
  policy: DecisionPolicy,
): StatusRefusal | null {
  const proposal = proposeStatus(findings, policy)
  if (proposal?.fitting.some((one) => one.status === status)) return null
  if (status === 1) return standing(findings).length > 0 ? 'marks_exist' : 'not_started'
  if (status === 6) return 'was_started'
  // Marks that App. 4 does not name are for a person to weigh; a gross violation is not made out of them.
  return proposal === null && status !== 2 ? null : 'no_such_mark'
}
