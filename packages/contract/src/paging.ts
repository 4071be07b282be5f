// Lists that grow come by pages: each page begins after the last row of the one before, so that rows which come or go
// meanwhile neither repeat a row nor hide one.
import { z } from 'zod'

export const PAGE_ROWS = 100
export const MOST_ROWS = 200

/** Where a page ended: of which list, of which institution, and the keys of its last row; never a name of a person. */
export type Cursor = { readonly list: string; readonly tenant: string; readonly keys: readonly string[] }

const whole = /^[\w.:-]{1,80}$/

export const cursorText = ({ list, tenant, keys }: Cursor): string => [list, tenant, ...keys].join('~')

export function readCursor(text: string): Cursor | null {
  const [list, tenant, ...keys] = text.split('~')
  if (list === undefined || tenant === undefined || keys.length === 0 || keys.length > 8) return null
  return [list, tenant, ...keys].every((part) => whole.test(part)) ? { list, tenant, keys } : null
}

const cursor = z
  .string()
  .max(600)
  .transform((text, context) => {
    const read = readCursor(text)
    if (read) return read
    context.addIssue({ code: 'custom', message: 'not a cursor' })
    return z.NEVER
  })

/** What every such list is asked with besides its own narrowings. */
export const paging = {
  /** `next` of the page before. */
  after: cursor.optional(),
  size: z.coerce.number().int().min(1).max(MOST_ROWS).optional(),
}

/** What every such list answers with besides what is its own. */
export const paged = <Row extends z.ZodType>(row: Row) => ({
  rows: z.array(row),
  /** Of the whole list as it is narrowed, not of this page. */
  total: z.number(),
  /** Null: nothing comes after. */
  next: z.string().nullable(),
})
