import type { TenantId } from '@ochno/domain/ids'
import type pg from 'pg'

/** T-30: row level security sees `app.tenant` for this transaction alone. A connection in an unknown state is thrown away. */
export async function asTenant<T>(
  pool: pg.Pool,
  tenant: TenantId,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return inTransaction(pool, async (client) => {
    await client.query("select set_config('app.tenant', $1, true)", [tenant])
    return work(client)
  })
}

export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken = true
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    broken = false
    return result
  } catch (cause) {
    await client.query('rollback').then(
      () => {
        broken = false
      },
      () => undefined,
    )
    throw cause
  } finally {
    client.release(broken)
  }
}
