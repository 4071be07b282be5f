// The competing rules of an act, each computed on its own and shown side by side with its clause (TR-04). A machine never chooses.
import { catalogue, type ViolationCode } from '../incident/catalogue.ts'
import { listedCodes } from '../incident/markable.ts'
import { type Row004, rows004 } from '../incident/rows.ts'
import type { CatalogueEntry, ListingAct, Severity } from '../incident/violation.ts'
import { counted, type DecisionPolicy, type Finding, type Findings } from './findings.ts'
import { proposeStatus, type StatusProposal } from './status.ts'
import { unjudgedClause } from '../quality/unjudged.ts'
import type { ResultValue } from './values.ts'

export type Recommendation = {
  readonly rule: RuleName
  readonly clause: string
  /** Null: the rule applies and says nothing about the result (status 6), so the person decides alone. */
  readonly value: ResultValue | null
  readonly because: readonly ViolationCode[]
  readonly needsDirector?: true
  readonly academicDebt?: true
  readonly status?: StatusProposal
}

export type RuleName =
  | 'listed_violation'
  | 'own_sanction'
  | 'starred_rows'
  | 'check_status'
  | 'stopped'
  | 'no_recording'
  | 'technical_failure'
  | 'cannot_judge'

const sanctionValue: Partial<Record<Severity, ResultValue>> = {
  not_attested: 'not_attested',
  negative_grade: 'negative_grade',
  annuls_result: 'result_annulled',
  annuls_attempt: 'attempt_annulled',
}

const clauseOfList = { '001': '6', '003': '6.1', '004': '8' } as const
const clauseOfRecording = { '001': '6.5', '003': '6.7.6', '004': '8.6.6' } as const

type Listed = Findings & { readonly act: ListingAct }

/** 000 attaches no consequence to anything: the person decides from the protocol alone. */
const isListed = (findings: Findings): findings is Listed => findings.act !== '000'

export function recommendations(findings: Findings, policy: DecisionPolicy): readonly Recommendation[] {
  if (!isListed(findings)) return []
  return [
    ...technicalFailure(findings),
    ...cannotJudge(findings),
    ...stopped(findings),
    ...noRecording(findings),
    ...ownSanctions(findings),
    ...starredRows(findings, policy),
    ...checkStatus(findings, policy),
    ...listedViolation(findings),
  ]
}

const severities = (findings: Listed, code: ViolationCode): readonly Severity[] =>
  (catalogue[code] as CatalogueEntry).severity[findings.act] ?? []

/** Everything the list of the act names is negative by default, whatever else its own clause attaches to it. */
function listedViolation(findings: Listed): readonly Recommendation[] {
  const listed = listedCodes(findings.act)
  const because = counted(findings)
    .map(({ code }) => code)
    .filter((code) => listed.includes(code))
  return because.length
    ? [{ rule: 'listed_violation', clause: clauseOfList[findings.act], value: 'negative', because }]
    : []
}

/** A violation whose own clause names its result; one recommendation per value. */
function ownSanctions(findings: Listed): readonly Recommendation[] {
  const byValue = new Map<ResultValue, ViolationCode[]>()
  for (const { code } of counted(findings)) {
    if (code === 'video_recording_not_provided') continue // its own rule: noRecording
    for (const severity of severities(findings, code)) {
      const value = sanctionValue[severity]
      if (value) byValue.set(value, [...(byValue.get(value) ?? []), code])
    }
  }
  return [...byValue].map(([value, because]) => ({
    rule: 'own_sanction',
    clause: because.map((code) => (catalogue[code] as CatalogueEntry).clauses[findings.act]).join('; '),
    value,
    because,
  }))
}

/** Two or more of the four starred rows (R4-A3.17); unstarred rows never count, one star decides nothing (TR-03). */
function starredRows(findings: Findings, policy: DecisionPolicy): readonly Recommendation[] {
  if (findings.act !== '004' || policy.starredThreshold === null) return []
  const hit = starredMarks(counted(findings))
  const count =
    policy.starredCounting === 'distinct_rows'
      ? hit.length
      : hit.reduce((sum, row) => sum + row.marks.reduce((all, mark) => all + mark.occurrences, 0), 0)
  if (count < policy.starredThreshold) return []
  const because = hit.flatMap((row) => row.marks.map((mark) => mark.code))
  return [{ rule: 'starred_rows', clause: 'Прил. 3', value: 'unsatisfactory', because }]
}

export const starredMarks = (
  marks: readonly Finding[],
): readonly { row: Row004; marks: readonly Finding[] }[] =>
  (Object.keys(rows004) as Row004[])
    .filter((row) => rows004[row].starred)
    .map((row) => ({ row, marks: marks.filter((mark) => rows004[row].codes.includes(mark.code)) }))
    .filter((row) => row.marks.length > 0)

/** App. 4 is advisory; status 2 recommends cancelling, 3 to 5 wait for the director, 6 says nothing (R4-A4.18, R4-A4.19, TR-07). */
function checkStatus(findings: Findings, policy: DecisionPolicy): readonly Recommendation[] {
  if (findings.act !== '004' || !findings.finalAttestation) return []
  const status = proposeStatus(findings, policy)
  if (!status) return []
  const because = status.fitting.find((fit) => fit.status === status.main)?.codes ?? []
  const base = { rule: 'check_status', clause: 'Прил. 4', because, status } as const
  if (status.main === 1) return [{ ...base, value: 'confirmed' }]
  if (status.main === 2) return [{ ...base, value: 'testing_cancelled' }]
  return status.main === 6 ? [{ ...base, value: null }] : [{ ...base, value: null, needsDirector: true }]
}

/** Stopping because of violations is the only consequence the act itself attaches at once (R4-5.13a, R4-5.13b). */
const stopped = (findings: Findings): readonly Recommendation[] =>
  findings.act === '004' && findings.stoppedForViolations
    ? [{ rule: 'stopped', clause: '5.13', value: 'unsatisfactory', because: [], academicDebt: true }]
    : []

/** A failure nobody calls the examinee's own: the attempt is no negative result, the teacher may agree to another one (R4-4.7). */
const technicalFailure = (findings: Findings): readonly Recommendation[] =>
  findings.act === '004' && attemptOf(findings) === 'technical_failure'
    ? [{ rule: 'technical_failure', clause: '4.7', value: 'retake', because: [] }]
    : []

/** The act asks for pictures a result can be set by and names no result for their absence: a person chooses what follows. */
const cannotJudge = ({ act, unjudged }: Listed): readonly Recommendation[] =>
  unjudged ? [{ rule: 'cannot_judge', clause: unjudgedClause[act], value: null, because: [] }] : []

export type Attempt = 'taken' | 'not_started' | 'stopped' | 'technical_failure'

export function attemptOf({ failure, stoppedForViolations, started }: Findings): Attempt {
  if (stoppedForViolations) return 'stopped'
  if (failure?.anotherDate) return 'technical_failure'
  if (failure && !failure.couldContinue && failure.fault !== 'examinee') return 'technical_failure'
  return started ? 'taken' : 'not_started'
}

/**
 * Raised only where a recording was required: an organiser who turned it off can not blame its absence on anyone (TR-15). A recording
 * without the face by the examinee's fault «считается отсутствующей» (R1-6.5g).
 */
function noRecording(findings: Listed): readonly Recommendation[] {
  const { act, recordingRequired, recordingConfirmed, started } = findings
  if (!recordingRequired || !started || attemptOf(findings) === 'technical_failure') return []
  const voided = counted(findings).some(({ code }) => code === 'face_fully_absent_recording_void')
  if (recordingConfirmed && !voided) return []
  const value = act === '001' ? 'non_attestation' : 'negative'
  const because = [
    ...(recordingConfirmed ? [] : (['video_recording_not_provided'] as const)),
    ...(voided ? (['face_fully_absent_recording_void'] as const) : []),
  ]
  return [{ rule: 'no_recording', clause: clauseOfRecording[act], value, because }]
}
