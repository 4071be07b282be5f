// A whole school in the database at once, and the way one walks through a list of it.
import type { TestServer } from '@ochno/testkit/server'

/** An id of ours with a number in it: 26 letters of a to z and 2 to 7. */
export const ID = (tag: string, n: string) =>
  `'${tag}_' || lpad(translate(to_hex(${n}), '0189', 'wxyz'), 26, 'q')`

/** Examinees from one number to another; a name comes again after three thousand. */
export const addPeople = (server: TestServer, from: number, to: number, name: string) =>
  server.database.owner(
    `with made as (insert into account (id, tenant_id, login, full_name, created_at)
       select ${ID('acc', 'i')}, $1, 'list' || i, $4 || ' ' || lpad((i % 3000)::text, 4, '0'), now()
       from generate_series($2::int, $3::int) i returning id)
     insert into account_role (tenant_id, account_id, role) select $1, id, 'examinee' from made`,
    [server.id, from, to, name],
  )

type Paged = { readonly rows: readonly unknown[]; readonly total: number; readonly next: string | null }
/** All pages one after another; `between` happens after each. */
export async function walk<T extends Paged>(
  page: (after: object) => Promise<T>,
  between: (pages: number) => Promise<unknown> = async () => {},
): Promise<{ rows: T['rows'][number][]; totals: number[] }> {
  const rows: T['rows'][number][] = []
  const totals: number[] = []
  let after: string | null = null
  do {
    const got: T = await page(after === null ? {} : { after })
    rows.push(...got.rows)
    totals.push(got.total)
    after = got.next
    await between(totals.length)
  } while (after !== null && totals.length < 200)
  return { rows, totals }
}
