// A protocol that is being written: every answer is the proctor's, none is there before (TR-73).
import type { CheckStatus } from '../decision/findings.ts'
import type { ProtocolAct } from '../incident/violation.ts'
import { isBefore, type Instant } from '../time.ts'
import { protocolRows, rowOf } from './rows.ts'

/** What became of a mark: counted, allowed by the rules or an accommodation, or made by mistake; nothing is taken out. */
export type MarkVerdict = { readonly is: 'counted' | 'permitted' | 'mistaken'; readonly reason: string }

export type DraftFailure = {
  readonly from: Instant
  readonly to: Instant
  readonly side: 'examinee' | 'institution' | 'provider' | 'network' | 'unknown'
  readonly description: string
  readonly decision: string
  readonly couldContinue: boolean
}

export type ProtocolDraft = {
  readonly answers: Readonly<Record<string, 'yes' | 'no'>>
  /** By the name of the mark. */
  readonly marks: Readonly<Record<string, MarkVerdict>>
  /** Whether the conditions guaranteed that the work was the examinee's own (R4-3.1). */
  readonly independent: boolean | null
  /** A stop for another reason than violations is no ground of 004 5.13. */
  readonly stoppedForViolations: boolean | null
  readonly status: CheckStatus | null
  readonly comment: string
  /** 003: the kind of paper shown, never its number. */
  readonly documentShown: string
  readonly failure: DraftFailure | null
}

export const emptyDraft: ProtocolDraft = {
  answers: {},
  marks: {},
  independent: null,
  stoppedForViolations: null,
  status: null,
  comment: '',
  documentShown: '',
  failure: null,
}

export type Situation = {
  readonly act: ProtocolAct
  /** App. 4 is filled in: a final attestation of 004. */
  readonly final: boolean
  /** App. 3 goes with it, or is the form itself. */
  readonly byRows: boolean
  readonly stopped: boolean
  readonly marks: readonly { readonly key: string; readonly code: string }[]
  /** Hints nobody has judged yet. */
  readonly hintsOpen: number
  /** A look at the recording that was begun and is not finished, or two that disagree. */
  readonly reviewOpen: boolean
  readonly over: boolean
}

export const wants = [
  'not_over',
  'hints_open',
  'review_open',
  'mark_open',
  'mark_no_reason',
  'row_open',
  'yes_without_mark',
  'no_with_mark',
  'independent_open',
  'stop_open',
  'status_open',
  'status_with_marks',
  'document_open',
  'failure_wrong',
] as const
export type Want = { readonly field: string; readonly why: (typeof wants)[number] }

/** Everything a person has still to say before the protocol can be signed. */
export function wantingOf(draft: ProtocolDraft, now: Situation): readonly Want[] {
  const found: Want[] = []
  const want = (field: string, why: Want['why']) => found.push({ field, why })
  if (!now.over) want('session', 'not_over')
  if (now.hintsOpen > 0) want('hints', 'hints_open')
  if (now.reviewOpen) want('review', 'review_open')
  const counted = countedCodes(draft, now)
  for (const { key } of now.marks) {
    const verdict = draft.marks[key]
    if (!verdict) want(`marks.${key}`, 'mark_open')
    else if (verdict.is !== 'counted' && verdict.reason.trim() === '') want(`marks.${key}`, 'mark_no_reason')
  }
  if (now.byRows)
    for (const { row, codes } of protocolRows(now.act)) {
      const marked = counted.some((code) => (codes as readonly string[]).includes(code))
      const answer = draft.answers[row]
      if (!answer) want(`rows.${row}`, 'row_open')
      else if (answer === 'yes' && !marked) want(`rows.${row}`, 'yes_without_mark')
      else if (answer === 'no' && marked) want(`rows.${row}`, 'no_with_mark')
    }
  if (draft.independent === null) want('independent', 'independent_open')
  if (now.stopped && draft.stoppedForViolations === null) want('stoppedForViolations', 'stop_open')
  if (now.final && draft.status === null) want('status', 'status_open')
  if (now.final && draft.status === 1 && counted.length > 0) want('status', 'status_with_marks')
  if (now.act === '003' && draft.documentShown.trim() === '') want('documentShown', 'document_open')
  if (draft.failure && isBefore(draft.failure.to, draft.failure.from)) want('failure', 'failure_wrong')
  return found
}

export const countedCodes = (draft: ProtocolDraft, { marks }: Pick<Situation, 'marks'>): readonly string[] =>
  marks.filter(({ key }) => draft.marks[key]?.is === 'counted').map(({ code }) => code)

export const deniedRows = (draft: ProtocolDraft): readonly string[] =>
  Object.entries(draft.answers).flatMap(([row, answer]) => (answer === 'no' ? [row] : []))

export const rowName = (act: ProtocolAct, code: string): string | null => rowOf(act, code)?.row ?? null
