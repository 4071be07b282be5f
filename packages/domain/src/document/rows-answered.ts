// A row is «да» when a person confirmed a mark that belongs to it, «нет» only when the proctor said so (TR-73).
import type { ViolationCode } from '../incident/catalogue.ts'
import type { Needs } from './needs.ts'
import type { PrintedMark } from './session-record.ts'

export type RowCodes<Row extends string> = readonly {
  readonly row: Row
  readonly codes: readonly ViolationCode[]
}[]

/** Which rows are «да»; the rest were denied by a person, or else the document can't be made. */
export function answeredRows<Row extends string>(
  need: Needs,
  rows: RowCodes<Row>,
  marks: readonly PrintedMark[],
  denied: readonly Row[],
  clause: (row: Row) => string,
): ReadonlySet<Row> {
  const marked = new Set<Row>()
  for (const { row, codes } of rows) {
    const yes = marks.some(({ code }) => codes.includes(code))
    if (yes) marked.add(row)
    // Both is a contradiction that only the proctor can resolve.
    if (yes === denied.includes(row)) need.that(false, `rows.${row}`, clause(row))
  }
  return marked
}
