// One way to read a list by pages: the keys it is ordered by say where the last page ended.
import type { TenantId } from '@ochno/domain/ids'
import { type AskedPage, cursorText, type Page } from '../../ports/paging.ts'
import { rowsOf, type Sql } from './transaction.ts'

type Kind = 'text' | 'timestamptz' | 'int' | 'boolean'

/** A key of the order; never null. The last one is the id, which no two rows share. */
export type Key = {
  readonly sql: string
  readonly as: Kind
  readonly down?: true
  /** Of a name, which no cursor carries: finds it again by the id ($1). */
  readonly kept?: string
}

type List = {
  readonly name: string
  readonly select: string
  /** `from … where …`: everything that narrows it; `where` must be there. */
  readonly from: string
  readonly values: readonly unknown[]
  readonly by: readonly Key[]
}

const shapes: Readonly<Record<Kind, (text: string) => boolean>> = {
  text: () => true,
  int: (text) => /^-?\d{1,9}$/.test(text),
  boolean: (text) => text === 'true' || text === 'false',
  timestamptz: (text) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text.slice(0, 19)),
}

/** With all the microseconds: a time cut to milliseconds would meet its own row again. */
const written = ({ sql, as }: Key): string =>
  as === 'timestamptz'
    ? `to_char((${sql}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    : `(${sql})::text`

/** Rows that come after the given keys, whose values stand at $first and on. */
export function afterKeys(by: readonly Key[], first: number): string {
  const value = (at: number) => `$${first + at}::${by[at]?.as}`
  const steps = by.map((key, at) =>
    [
      ...by.slice(0, at).map((before, i) => `${before.sql} = ${value(i)}`),
      `${key.sql} ${key.down ? '<' : '>'} ${value(at)}`,
    ].join(' and '),
  )
  return `(${steps.map((step) => `(${step})`).join(' or ')})`
}

/** The values of a cursor in the order of the keys; null when it does not fit this list. */
async function valuesOf(
  sql: Sql,
  tenant: TenantId,
  { name, by }: List,
  after: NonNullable<AskedPage['after']>,
): Promise<readonly string[] | null> {
  const carried = by.filter(({ kept }) => kept === undefined)
  if (after.list !== name || after.tenant !== tenant || after.keys.length !== carried.length) return null
  if (!carried.every(({ as }, at) => shapes[as](after.keys[at] as string))) return null
  const id = after.keys.at(-1)
  const given = [...after.keys]
  const values: string[] = []
  for (const key of by) {
    if (key.kept === undefined) {
      values.push(given.shift() as string)
      continue
    }
    const [row] = await rowsOf<{ kept: string }>(sql, `select (${key.kept}) as kept`, [id])
    if (!row || row.kept === null) return null
    values.push(row.kept)
  }
  return values
}

export async function readPage<Row extends object>(
  sql: Sql,
  tenant: TenantId,
  list: List,
  { after, size }: AskedPage,
): Promise<Page<Row> | null> {
  const { name, select, from, values, by } = list
  const begin = after === null ? [] : await valuesOf(sql, tenant, list, after)
  if (begin === null) return null
  const [counted] = await rowsOf<{ n: number }>(sql, `select count(*)::int as n ${from}`, [...values])
  const rows = await rowsOf<Row & { page_keys: string[] }>(
    sql,
    `select ${select}, array[${by.map(written).join(', ')}] as page_keys ${from}
       ${after === null ? '' : `and ${afterKeys(by, values.length + 1)}`}
     order by ${by.map(({ sql: key, down }) => `${key}${down ? ' desc' : ''}`).join(', ')}
     limit ${size + 1}`,
    [...values, ...begin],
  )
  const shown = rows.slice(0, size)
  const last = rows.length > size ? shown.at(-1) : undefined
  return {
    rows: shown,
    total: counted?.n ?? 0,
    next: last
      ? cursorText({
          list: name,
          tenant,
          keys: last.page_keys.filter((_, at) => by[at]?.kept === undefined),
        })
      : null,
  }
}
