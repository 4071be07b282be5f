import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

export type Migrated = { readonly applied: readonly string[] }

export class NewerDatabase extends Error {
  readonly unknown: readonly string[]
  constructor(unknown: readonly string[]) {
    super('the database was migrated by a newer version of the program')
    this.unknown = unknown
  }
}

export const migrationsFolder = join(import.meta.dirname, '..', '..', 'migrations')

type File = { readonly name: string; readonly sql: string; readonly sha256: string }

/** Forward only, each file once, in order of name, in one transaction; a file that was applied is never edited. */
export async function migrate(url: string, folder = migrationsFolder): Promise<Migrated> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    // Two processes that start at once take turns.
    await client.query('select pg_advisory_lock(727001)')
    await client.query(
      'create table if not exists migration (name text primary key, sha256 text not null, at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from migration',
    )
    const files = read(folder)
    const unknown = rows.filter((row) => !files.some((file) => file.name === row.name)).map((row) => row.name)
    if (unknown.length) throw new NewerDatabase(unknown)
    const applied: string[] = []
    for (const file of files) {
      const before = rows.find((row) => row.name === file.name)
      if (before && before.sha256 !== file.sha256)
        throw new Error(`migration ${file.name} was changed after it was applied`)
      if (before) continue
      await inTransaction(client, async () => {
        await client.query(file.sql)
        await client.query('insert into migration (name, sha256) values ($1, $2)', [file.name, file.sha256])
      })
      applied.push(file.name)
    }
    await inTransaction(client, () => client.query(readFileSync(join(folder, 'fence.sql'), 'utf8')))
    return { applied }
  } finally {
    await client.end()
  }
}

const read = (folder: string): File[] =>
  readdirSync(folder)
    .filter((name) => /^\d{8}T\d{4}_.*\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })

async function inTransaction(client: pg.Client, work: () => Promise<unknown>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw cause
  }
}
