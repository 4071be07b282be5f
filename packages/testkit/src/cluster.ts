// One PostgreSQL for a whole test run: started before the first test, gone after the last. Databases are copied from a migrated template.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '@ochno/server/adapters/postgres/migrate'
import { startPostgres } from '@ochno/server/adapters/postgres/supervisor'
import pg from 'pg'

export const TEMPLATE = 'ochno_template'
/** Where the cluster's address is told to the workers of the run. */
export const ADDRESS = 'OCHNO_TEST_DATABASE'
/** The file where PostgreSQL itself writes. */
export const DATABASE_LOG = 'OCHNO_TEST_DATABASE_LOG'

/** Tests need no power-cut safety of the index; those that do start a PostgreSQL of their own. */
const fast = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' }

export async function startCluster(): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'ochno-cluster-'))
  const server = await startPostgres(dir, fast)
  const owner = new pg.Client({ connectionString: server.url })
  await owner.connect()
  await owner.query(`create database ${TEMPLATE}`)
  await owner.end()
  const template = new URL(server.url)
  template.pathname = `/${TEMPLATE}`
  await migrate(template.href)
  process.env[ADDRESS] = server.url
  // Where server processes of the run keep what Node made of their sources: a killed one is there again in half the time.
  process.env.OCHNO_TEST_COMPILED = join(dir, 'compiled')
  process.env[DATABASE_LOG] = join(dir, 'postgres.log')
  writeFileSync(join(dir, 'README'), 'A database of a test run; safe to delete.\n')
  return async () => {
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Vitest's global set-up: called once in the main process. */
export const setup = startCluster
