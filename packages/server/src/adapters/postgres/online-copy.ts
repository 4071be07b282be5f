// Online copy of the embedded database: PostgreSQL goes on working while its files are read (pg_backup_start … pg_backup_stop).
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

export type OnlineCopy = {
  /** Everything committed before this place of the log is in the copy. */
  readonly endLsn: string
  /** Must lie beside the copied files under the name `backup_label`. */
  readonly label: string
}

/** `copy` is given paths inside the database folder and may find that a file has just gone. */
export async function copyOnline(
  url: string,
  folder: string,
  copy: (path: string) => Promise<void>,
): Promise<OnlineCopy> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const slot = `ochno_backup_${process.pid}`
  try {
    // The slot keeps the log from being recycled under the copy; it is temporary and goes with the connection.
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [slot])
    await client.query(`select pg_backup_start('ochno', true)`)
    for (const path of await filesOf(folder)) if (!left(path)) await copy(path)
    const { rows } = await client.query<{ lsn: string; labelfile: string }>(
      'select lsn::text, labelfile from pg_backup_stop(false)',
    )
    const [stop] = rows
    if (!stop) throw new Error('PostgreSQL did not say where the copy ends')
    for (const path of await filesOf(join(folder, 'pg_wal')))
      if (!path.includes('/')) await copy(`pg_wal/${path}`)
    return { endLsn: stop.lsn, label: stop.labelfile }
  } finally {
    await client.end()
  }
}

/** What belongs to the running server and not to the data, and the log, which is read last. */
const left = (path: string): boolean =>
  /^(postmaster\.(pid|opts)|pg_wal\/|pg_replslot\/|pg_stat_tmp\/|pg_notify\/|pg_subtrans\/|pg_dynshmem\/|base\/pgsql_tmp)/.test(
    path,
  )

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}
