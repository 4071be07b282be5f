/** The acts that list violations (seeds 001, 003, 004 of the requirement catalogue). */
export type ListingAct = '001' | '003' | '004'

/** Acts whose exams end with a protocol and a person's decision; 000 names no violations and gives no form (R0-7.4). */
export type ProtocolAct = ListingAct | '000'

/**
 * What an act attaches to a violation. `negative`: listed under «влекущие за собой отрицательный результат»; `starred`: «да*» of 004
 * App. 3; `gross2` … `notstarted6`: the check status of 004 App. 4 it leads to; `event`: collected without a sanction of its own;
 * `condition`: a duty without an express sanction.
 */
export type Severity =
  | 'negative'
  | 'negative_grade'
  | 'not_attested'
  | 'annuls_result'
  | 'annuls_attempt'
  | 'starred'
  | 'gross2'
  | 'doubt3'
  | 'ethics4'
  | 'technical5'
  | 'notstarted6'
  | 'technical'
  | 'event'
  | 'condition'

/** `auto`: a reliable signal; `partial`: a hint only; `human`: only a person can mark it. Every hint needs a person (R1-3.3a, R4-4.5). */
export type Detection = 'auto' | 'partial' | 'human'

export type CatalogueEntry = {
  readonly group: 'identity' | 'third_parties' | 'software' | 'aids' | 'sensors' | 'behaviour'
  readonly wording: string
  readonly clauses: Partial<Record<ListingAct, string>>
  readonly severity: Partial<Record<ListingAct, readonly Severity[]>>
  readonly detection: Detection
  readonly signal: string
  /** A sub-code: the act names it inside another violation. */
  readonly partOf?: string
  /** Stops admission instead of being marked. */
  readonly blocks?: true
}

/** Null: the act names no such violation. */
export const clauseUnder = ({ clauses }: CatalogueEntry, act: ProtocolAct): string | null =>
  act === '000' ? null : (clauses[act] ?? null)
