// The journal is read backwards in pages that end at a moment. Several acts may share the last moment of a page: they are left
// to the next one, so that none falls between two pages.

type Told = { readonly at: string }

export type JournalPage<T> = {
  readonly rows: readonly T[]
  /** Where the next page begins; null when this was the last. */
  readonly before: string | null
}

export function pageOf<T extends Told>(rows: readonly T[], limit: number): JournalPage<T> {
  const last = rows.at(-1)
  if (!last || rows.length < limit) return { rows, before: null }
  const whole = rows.filter((row) => row.at !== last.at)
  return whole.length
    ? { rows: whole, before: new Date(Date.parse(last.at) + 1).toISOString() }
    : { rows, before: last.at }
}
