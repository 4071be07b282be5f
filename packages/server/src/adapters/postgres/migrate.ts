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

/** Who may touch what; its row in the table of migrations tells whether it must be laid again. */
const FENCE = 'fence.sql'
/** A migration waits its turn among requests for this long, so that none of them waits for it longer (F-24). */
const LOCK_WAIT = '1s'
const TRIES = 30

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
    const { rows } = await client.query<Row>('select name, sha256 from migration')
    const files = read(folder)
    refuse(rows, files)
    const applied: string[] = []
    for (const file of files) {
      if (rows.some((row) => row.name === file.name)) continue
      await run(client, file)
      applied.push(file.name)
    }
    const fence = one(folder, FENCE)
    if (applied.length || !rows.some((row) => row.name === FENCE && row.sha256 === fence.sha256))
      await run(client, fence)
    return { applied }
  } finally {
    await client.end()
  }
}

type Row = { readonly name: string; readonly sha256: string }

function refuse(rows: readonly Row[], files: readonly File[]): void {
  const migrations = rows.filter((row) => row.name !== FENCE)
  const unknown = migrations.filter((row) => !files.some((file) => file.name === row.name))
  if (unknown.length) throw new NewerDatabase(unknown.map((row) => row.name))
  const changed = migrations.find((row) =>
    files.some((file) => file.name === row.name && file.sha256 !== row.sha256),
  )
  if (changed) throw new Error(`migration ${changed.name} was changed after it was applied`)
}

async function run(client: pg.Client, file: File): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      await inTransaction(client, async () => {
        await client.query(`set local lock_timeout = '${LOCK_WAIT}'`)
        await client.query(file.sql)
        await client.query(
          'insert into migration (name, sha256) values ($1, $2) on conflict (name) do update set sha256 = excluded.sha256, at = now()',
          [file.name, file.sha256],
        )
      })
      return
    } catch (cause) {
      const waited = (cause as { code?: string }).code === LOCK_NOT_AVAILABLE
      if (!waited || tried === TRIES) throw cause
    }
  }
}

const LOCK_NOT_AVAILABLE = '55P03'

const read = (folder: string): File[] =>
  readdirSync(folder)
    .filter((name) => /^\d{8}T\d{4}_.*\.sql$/.test(name))
    .sort()
    .map((name) => one(folder, name))

function one(folder: string, name: string): File {
  const sql = readFileSync(join(folder, name), 'utf8')
  return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
}

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
