import pg from 'pg'
import { keepAlive } from '../adapters/postgres/keep-alive.ts'
import { migrate } from '../adapters/postgres/migrate.ts'
import { startPostgres } from '../adapters/postgres/supervisor.ts'
import type { Config } from '../config.ts'
import type { Log } from '../ports/log.ts'

export type Database = { readonly ownerUrl: string; readonly stop: () => Promise<void> }

const NAME = 'ochno'

/** The embedded PostgreSQL or the one the operator named, migrated to this version. */
export async function openDatabase(config: Config, log: Log): Promise<Database> {
  if (config.databaseUrl) {
    await migrate(config.databaseUrl)
    return { ownerUrl: config.databaseUrl, stop: async () => {} }
  }
  const postgres = await startPostgres(config.dataDir)
  if (postgres.how === 'adopted') log.warn('database.adopted', { pid: postgres.pid })
  try {
    const ownerUrl = await ownDatabase(postgres.url)
    await migrate(ownerUrl)
    const kept = keepAlive(postgres, config.dataDir, (event, cause) => {
      if (event === 'up_again') log.warn('database.up_again')
      else log.error(event === 'fell' ? 'database.fell' : 'database.still_down', {}, cause)
    })
    return { ownerUrl, stop: kept.stop }
  } catch (cause) {
    await postgres.stop()
    throw cause
  }
}

async function ownDatabase(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [NAME])
    if (!rowCount) await client.query(`create database ${NAME}`)
  } finally {
    await client.end()
  }
  const own = new URL(url)
  own.pathname = `/${NAME}`
  return own.href
}
