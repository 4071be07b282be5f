import { catalogue, type ViolationCode, violationCodes } from './catalogue.ts'
import { conduct001 } from './conduct-001.ts'
import { conduct003 } from './conduct-003.ts'
import { conduct004 } from './conduct-004.ts'
import type { ConductRule } from './conduct-rule.ts'
import type { CatalogueEntry, ListingAct, Severity } from './violation.ts'

const texts: Readonly<Record<ListingAct, readonly ConductRule[]>> = {
  '001': conduct001,
  '003': conduct003,
  '004': conduct004,
}

/** The rules of conduct an examinee reads before the start, word for word and in the act's order. */
export const conductRules = (act: ListingAct): readonly ConductRule[] => texts[act]

export const conductClause = (act: ListingAct, clause: string): readonly ConductRule[] =>
  texts[act].filter((rule) => rule.clause === clause)

const clausesOf = (entry: CatalogueEntry, act: ListingAct): readonly string[] =>
  (entry.clauses[act] ?? '').split(', ').map((clause) => clause.replace(/ \(.*\)$/, ''))

/** The violations that an act names in one clause. */
export const codesOfClause = (act: ListingAct, clause: string): readonly ViolationCode[] =>
  violationCodes.filter((code) => clausesOf(catalogue[code], act).includes(clause))

/** What may follow from breaking a clause: shown to the examinee beside its words. */
export const severityOfClause = (act: ListingAct, clause: string): ReadonlySet<Severity> =>
  new Set(
    codesOfClause(act, clause).flatMap((code) => (catalogue[code] as CatalogueEntry).severity[act] ?? []),
  )
