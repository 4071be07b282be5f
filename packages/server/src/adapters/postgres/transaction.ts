import type { TenantId } from '@ochno/domain/ids'
import { fromMs, type Instant } from '@ochno/domain/time'
import type pg from 'pg'
import { narrowIfAsked } from './sight.ts'

export type Sql = Pick<pg.ClientBase, 'query'>

const TRIES = 4

/** Of two that wait for each other one is ended; and who waits too long for somebody else's lock. */
const HELD_UP = ['40P01', '55P03']

/**
 * A migration under traffic is the other at times, and on a busy machine it takes longer than anybody waits (F-24). Nothing of
 * it happened, so it is simply done again.
 */
async function unlessHeldUp<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (cause) {
      if (!HELD_UP.includes((cause as { code?: string }).code ?? '') || attempt === TRIES) throw cause
    }
  }
}

/** `work` may run more than once: what it does beside its statements must bear that. */
export const transaction = <T>(pool: pg.Pool, work: (sql: Sql) => Promise<T>): Promise<T> =>
  unlessHeldUp(() => once(pool, work))

/** A connection that could not even roll back is thrown away. */
async function once<T>(pool: pg.Pool, work: (sql: Sql) => Promise<T>): Promise<T> {
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
    await narrowIfAsked(sql)
    return work(sql)
  })

export const time = (value: Date): Instant => fromMs(value.getTime())
export const timeOrNull = (value: Date | null): Instant | null => (value === null ? null : time(value))
export const stamp = (at: Instant | null): string | null => at?.toString() ?? null
export async function rowsOf<R>(sql: Sql | pg.Pool, text: string, values: unknown[] = []): Promise<R[]> {
  const ask = async () => (await (sql as Sql).query(text, values)).rows as R[]
  // A statement of a pool is a transaction of its own; within a longer one the whole must be done again.
  return 'totalCount' in sql ? unlessHeldUp(ask) : ask()
}

export const isTaken = (cause: unknown): boolean => (cause as { code?: string }).code === '23505'
