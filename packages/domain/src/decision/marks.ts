import type { ViolationCode } from '../incident/catalogue.ts'
import type { MarkState } from '../lifecycle/mark.ts'
import type { Finding } from './findings.ts'

export type KeptMark = { readonly code: ViolationCode; readonly state: MarkState }

/** A machine's hint and what was dismissed, covered or taken away on appeal stay on record and found nothing (R1-6.0). */
const FOUND: readonly MarkState[] = ['confirmed', 'verified', 'counted']

export function findingsOf(marks: readonly KeptMark[]): readonly Finding[] {
  const times = new Map<ViolationCode, number>()
  for (const { code, state } of marks) if (FOUND.includes(state)) times.set(code, (times.get(code) ?? 0) + 1)
  return [...times].map(([code, occurrences]) => ({ code, occurrences }))
}
