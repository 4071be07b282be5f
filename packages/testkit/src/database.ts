import { randomBytes } from 'node:crypto'
import { closePools, openPools, type Pools } from '@ochno/server/adapters/postgres/pools'
import pg from 'pg'
import { ADDRESS, TEMPLATE } from './cluster.ts'

export type TestDatabase = {
  readonly url: string
  readonly pools: Pools
  /** Runs SQL as the owner, past every fence: for arranging and for looking, never for the act under test. */
  readonly owner: (sql: string, values?: unknown[]) => Promise<pg.QueryResult>
  /** The same for the log of sessions, which even the owner only adds to: no test waits for an hour to pass. */
  readonly rewriteLog: (sql: string, values?: unknown[]) => Promise<void>
  readonly close: () => Promise<void>
}

/** A fresh migrated database of its own for a test file. */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = process.env[ADDRESS]
  if (!cluster) throw new Error('no test cluster: run through vitest, whose global set-up starts it')
  const name = `t_${randomBytes(8).toString('hex')}`
  await once(cluster, `create database ${name} template ${TEMPLATE}`)
  const url = new URL(cluster)
  url.pathname = `/${name}`
  const owner = new pg.Pool({ connectionString: url.href, max: 2 })
  owner.on('error', () => {})
  const pools = await openPools({ ownerUrl: url.href, secret: 'test', onError: () => {}, connectMs: 30_000 })
  return {
    url: url.href,
    pools,
    owner: (sql, values) => owner.query(sql, values),
    rewriteLog: (sql, values) => withoutTriggers(owner, 'conduct', sql, values),
    close: async () => {
      await closePools(pools)
      await owner.end()
      await once(cluster, `drop database ${name} with (force)`)
    },
  }
}

async function withoutTriggers(
  owner: pg.Pool,
  table: string,
  sql: string,
  values?: unknown[],
): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query(`begin; alter table ${table} disable trigger user`)
    await client.query(sql, values)
    await client.query(`alter table ${table} enable trigger user; commit`)
  } catch (cause) {
    await client.query('rollback')
    throw cause
  } finally {
    client.release()
  }
}

async function once(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  // Copies of one template wait for each other; without the lock the second fails («source database is being accessed»).
  await client.query('select pg_advisory_lock(727003)')
  await client.query(sql).finally(() => client.end())
}
