import { type Cursor, PAGE_ROWS } from '@ochno/contract/paging'

export { cursorText } from '@ochno/contract/paging'

export type AskedPage = { readonly after: Cursor | null; readonly size: number }

export type Page<Row> = {
  readonly rows: readonly Row[]
  /** Of the whole list as it is narrowed. */
  readonly total: number
  readonly next: string | null
}

/** From the query of a request. */
export const askedPage = (query: {
  readonly after?: Cursor | undefined
  readonly size?: number | undefined
}): AskedPage => ({
  after: query.after ?? null,
  size: query.size ?? PAGE_ROWS,
})

/** Null is what storage answers to a cursor of another list or institution, or of a row that is no more. */
export function pageBody<Row, View>(page: Page<Row> | null, view: (row: Row) => View) {
  return page === null
    ? { ok: false as const, why: 'cursor_stale' as const }
    : { ok: true as const, body: { rows: page.rows.map(view), total: page.total, next: page.next } }
}
