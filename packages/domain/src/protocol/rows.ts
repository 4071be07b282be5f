// What a proctor answers row by row, in the words of the form of the act.
import { rows0011 } from '../document/f-001-1.ts'
import { defaultRows0034 } from '../document/f-003-4.ts'
import { rows0043 } from '../document/f-004-3.ts'
import type { ViolationCode } from '../incident/catalogue.ts'
import type { ListingAct } from '../incident/violation.ts'

export type ProtocolRow = {
  readonly row: string
  readonly wording: string
  /** Printed «да*» (004 App. 3). */
  readonly starred: boolean
  readonly codes: readonly ViolationCode[]
}

const rows: Readonly<Record<ListingAct, readonly ProtocolRow[]>> = {
  '001': rows0011.map((row) => ({ ...row, starred: false })),
  '003': defaultRows0034.map((row) => ({ ...row, starred: false })),
  '004': rows0043,
}

export const protocolRows = (act: ListingAct): readonly ProtocolRow[] => rows[act]

/** 000 and 002 give no form and name no violations; an institution’s own act gives its own, which we do not know. */
export const isListing = (act: string | null): act is ListingAct =>
  act === '001' || act === '003' || act === '004'

export const rowOf = (act: ListingAct, code: string): ProtocolRow | null =>
  rows[act].find(({ codes }) => (codes as readonly string[]).includes(code)) ?? null
