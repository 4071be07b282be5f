// Restore into an empty folder: everything is compared first, the keys must fit, and what was erased after the backup stays erased.
import { existsSync } from 'node:fs'
import { chmod, chown, cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { openKeyFiles } from '../adapters/key-files/key-files.ts'
import { erasedFile, readErased } from '../adapters/erased-list/erased-list.ts'
import { databaseFolder } from '../adapters/postgres/database-folder.ts'
import { startPostgres } from '../adapters/postgres/supervisor.ts'
import { runAs } from '../adapters/postgres/system-user.ts'
import { buryAgain } from './bury-again.ts'
import { copyFile, fingerprintOf } from './copied.ts'
import { MANIFEST, type Manifest, readManifest } from './manifest.ts'

export type RestoreRefusal =
  | { readonly why: 'no_manifest' }
  | { readonly why: 'damaged_manifest' }
  | { readonly why: 'damaged'; readonly files: readonly string[] }
  | { readonly why: 'missing'; readonly files: readonly string[] }
  | { readonly why: 'folder_in_use' }
  | { readonly why: 'no_keys' }
  | { readonly why: 'wrong_keys' }

export type Restored =
  | { readonly ok: true; readonly manifest: Manifest; readonly erasedAgain: number }
  | ({ readonly ok: false } & RestoreRefusal)

export type RestoreOptions = {
  readonly source: string
  readonly keys: string
  readonly dataDir: string
  readonly database: string
}

export async function restoreBackup({ source, keys, dataDir, database }: RestoreOptions): Promise<Restored> {
  if ((await readdir(dataDir).catch(() => [])).length) return { ok: false, why: 'folder_in_use' }
  const text = await readFile(join(source, MANIFEST), 'utf8').catch(() => null)
  if (text === null) return { ok: false, why: 'no_manifest' }
  const manifest = readManifest(text)
  if (!manifest) return { ok: false, why: 'damaged_manifest' }
  const wrong = await compare(source, manifest)
  if (wrong) return { ok: false, ...wrong }
  const keysFound: string[] = await readdir(keys).catch(() => [])
  if (!keysFound.includes('root')) return { ok: false, why: 'no_keys' }

  const partial = `${dataDir}.partial`
  // A restore that was killed may have left its database running over the folder.
  if (existsSync(join(partial, 'postgres', 'postmaster.pid'))) await (await startPostgres(partial)).stop()
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { recursive: true, mode: 0o700 })
  await cp(keys, join(partial, 'keys'), { recursive: true, preserveTimestamps: true })
  const have = openKeyFiles(join(partial, 'keys')).kek.map(({ id }) => id)
  if (!manifest.kek.every((id) => have.includes(id))) {
    await rm(partial, { recursive: true })
    return { ok: false, why: 'wrong_keys' }
  }
  if (runAs()) await chmod(partial, 0o711)
  databaseFolder(partial, runAs())
  // PostgreSQL itself syncs its whole folder when it recovers from a backup.
  for (const { path } of manifest.files)
    await copyFile(join(source, path), join(partial, path), !path.startsWith('postgres/'))
  await layFolders(partial)
  // Before it gets its name: cut off anywhere, no folder is left that a server would start from with the destroyed in it.
  const erasedAgain = await eraseAgain(partial, database)
  await rm(dataDir, { recursive: true, force: true })
  await rename(partial, dataDir)
  return { ok: true, manifest, erasedAgain }
}

async function compare(source: string, { files }: Manifest): Promise<RestoreRefusal | null> {
  const missing: string[] = []
  const damaged: string[] = []
  for (const { path, bytes, sha256 } of files) {
    const found = await fingerprintOf(join(source, path))
    if (!found) missing.push(path)
    else if (found.bytes !== bytes || found.sha256 !== sha256) damaged.push(path)
  }
  if (missing.length) return { why: 'missing', files: missing }
  return damaged.length ? { why: 'damaged', files: damaged } : null
}

/** Folders a running PostgreSQL expects and a list of files can not carry. */
const empty = [
  ...['pg_commit_ts', 'pg_dynshmem', 'pg_notify', 'pg_replslot', 'pg_serial', 'pg_snapshots', 'pg_stat'],
  ...['pg_stat_tmp', 'pg_subtrans', 'pg_tblspc', 'pg_twophase', 'pg_wal/archive_status', 'pg_wal/summaries'],
  ...['pg_logical/snapshots', 'pg_logical/mappings'],
]

async function layFolders(dataDir: string): Promise<void> {
  const folder = join(dataDir, 'postgres')
  for (const name of empty) await mkdir(join(folder, name), { recursive: true, mode: 0o700 })
  const user = runAs()
  if (!user) return
  await chown(folder, user.uid, user.gid)
  for (const name of await readdir(folder, { recursive: true }))
    await chown(join(folder, name), user.uid, user.gid)
}

/** P-24b: sessions whose keys were destroyed after the backup; the list lives with the keys, so it is always the newer one. */
async function eraseAgain(dataDir: string, database: string): Promise<number> {
  const text = await readFile(erasedFile(join(dataDir, 'keys')), 'utf8').catch(() => '')
  const { sessions, acts } = readErased(text)
  const postgres = await startPostgres(dataDir)
  const url = new URL(postgres.url)
  url.pathname = `/${database}`
  const client = new pg.Client({ connectionString: url.href })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rowCount } = await client.query('delete from media_key where session_id = any($1)', [sessions])
    await buryAgain(client, join(dataDir, 'objects'), sessions, acts)
    return rowCount ?? 0
  } finally {
    await client.end().catch(() => {})
    await postgres.stop()
  }
}
