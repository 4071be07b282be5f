// Confirmed information about somebody else sitting the exam, «во время … или после его завершения» (001 6.1, 003 6.2, 004 8.1).
import type { DecisionState } from '../lifecycle/decision.ts'
import type { Instant } from '../time.ts'

export type Report = {
  readonly by: 'office' | 'teacher' | 'director' | 'proctor' | 'examinee' | 'system'
  readonly source: { readonly title: string; readonly on: string } | null
  readonly at: Instant
}

export type Registered =
  | {
      readonly ok: true
      readonly code: 'impersonation_confirmed'
      /** There was a result already: the case goes back to whoever decides (TR-41). */
      readonly reopens: boolean
    }
  | { readonly ok: false; readonly why: 'not_staff' | 'no_source_document' }

const STAFF: readonly Report['by'][] = ['office', 'teacher', 'director', 'proctor']
const OPEN: readonly DecisionState[] = ['pending', 'recommended']

export function registerImpersonation(report: Report, result: DecisionState): Registered {
  if (!STAFF.includes(report.by)) return { ok: false, why: 'not_staff' }
  if (report.source === null || report.source.title.trim() === '')
    return { ok: false, why: 'no_source_document' }
  return { ok: true, code: 'impersonation_confirmed', reopens: !OPEN.includes(result) }
}
