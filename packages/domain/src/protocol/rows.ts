// What a proctor answers row by row, in the words of the form of the act.
import { rows0011 } from '../document/f-001-1.ts'
import { defaultRows0034 } from '../document/f-003-4.ts'
import { rows0043 } from '../document/f-004-3.ts'
import type { ViolationCode } from '../incident/catalogue.ts'
import type { ProtocolAct } from '../incident/violation.ts'

export type ProtocolRow = {
  readonly row: string
  readonly wording: string
  /** Printed «да*» (004 App. 3). */
  readonly starred: boolean
  readonly codes: readonly ViolationCode[]
}

const rows: Readonly<Record<ProtocolAct, readonly ProtocolRow[]>> = {
  // 000 names no violations: its protocol has no rows to answer, only marks and words.
  '000': [],
  '001': rows0011.map((row) => ({ ...row, starred: false })),
  '003': defaultRows0034.map((row) => ({ ...row, starred: false })),
  '004': rows0043,
}

export const protocolRows = (act: ProtocolAct): readonly ProtocolRow[] => rows[act]

/** 002 regulates no proctoring; an institution’s own act gives its own form, which we do not know. */
export const hasProtocol = (act: string | null): act is ProtocolAct =>
  act !== null && Object.hasOwn(rows, act)

export const rowOf = (act: ProtocolAct, code: string): ProtocolRow | null =>
  rows[act].find(({ codes }) => (codes as readonly string[]).includes(code)) ?? null
