import { catalogue, type ViolationCode } from '../incident/catalogue.ts'
import type { CatalogueEntry, ListingAct, Severity } from '../incident/violation.ts'

/** What can end an exam, a result or an attempt, or is called gross: one person's eyes are not enough for it. */
const GRAVEST: readonly Severity[] = ['gross2', 'starred', 'not_attested', 'annuls_result', 'annuls_attempt']

export function isGross(code: string, act: ListingAct): boolean {
  const entry: CatalogueEntry | undefined = catalogue[code as ViolationCode]
  return (entry?.severity[act] ?? []).some((severity) => GRAVEST.includes(severity))
}

export const grossOf = (codes: readonly string[], act: ListingAct): readonly string[] =>
  [...new Set(codes)].filter((code) => isGross(code, act)).toSorted()
