import type { TenantId } from '@ochno/domain/ids'
import { fromMs, type Instant } from '@ochno/domain/time'
import type pg from 'pg'

export type Sql = Pick<pg.ClientBase, 'query'>

/** A connection that could not even roll back is thrown away. */
export async function transaction<T>(pool: pg.Pool, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken = true
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    broken = false
    return result
  } catch (cause) {
    broken = await client.query('rollback').then(
      () => false,
      () => true,
    )
    throw cause
  } finally {
    client.release(broken)
  }
}

/** Row level security sees `app.tenant`; it ends with the transaction. */
export const asTenant = <T>(pool: pg.Pool, tenant: TenantId, work: (sql: Sql) => Promise<T>): Promise<T> =>
  transaction(pool, async (sql) => {
    await sql.query("select set_config('app.tenant', $1, true)", [tenant])
    return work(sql)
  })

export const time = (value: Date): Instant => fromMs(value.getTime())
export const timeOrNull = (value: Date | null): Instant | null => (value === null ? null : time(value))
export const stamp = (at: Instant | null): string | null => at?.toString() ?? null
export const rowsOf = async <R>(sql: Sql | pg.Pool, text: string, values: unknown[] = []): Promise<R[]> =>
  (await (sql as Sql).query(text, values)).rows as R[]

export const isTaken = (cause: unknown): boolean => (cause as { code?: string }).code === '23505'
