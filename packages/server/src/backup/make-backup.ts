// A backup while exams run: first a hold on the spool, then the database, then the spool and the objects its rows point to.
import { cp, link, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openKeyFiles } from '../adapters/key-files/key-files.ts'
import { copyOnline } from '../adapters/postgres/online-copy.ts'
import { type CopiedFile, copyFile } from './copied.ts'
import { MANIFEST, type Manifest, writeManifest } from './manifest.ts'

export type BackupOptions = {
  readonly url: string
  readonly dataDir: string
  readonly target: string
  /** Where the keys go: never beside the data they open (P-24b). Null leaves them to the operator. */
  readonly keysTarget: string | null
  readonly now: Date
}

export class TargetInUse extends Error {}

/** What is made again, belongs to the running server, or must not lie with the data. */
const notCopied = /^(postgres(\/|-native)|postgres\.log|keys\/|spool\/|server\.pid|reserve$|\.)/

export async function makeBackup({
  url,
  dataDir,
  target,
  keysTarget,
  now,
}: BackupOptions): Promise<Manifest> {
  for (const folder of [target, keysTarget]) if (folder) await mustBeEmpty(folder)
  const partial = `${target}.partial`
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { recursive: true, mode: 0o700 })
  const files: CopiedFile[] = []
  const take = async (from: string, path: string) => {
    const copied = await copyFile(from, join(partial, path), true)
    if (copied) files.push({ path, ...copied })
  }
  const spool = await holdSpool(dataDir)
  try {
    const database = join(dataDir, 'postgres')
    // Signed heads first: one newer than the copied database would look like a journal that was rolled back (E-T4).
    const heads = (await others(dataDir)).filter((path) => path.startsWith('journal'))
    for (const path of heads) await take(join(dataDir, path), path)
    const { endLsn, label } = await copyOnline(url, database, async (path) => {
      await take(join(database, path), `postgres/${path}`)
      await spool.hold()
    })
    await writeFile(join(partial, 'label'), label, { flush: true })
    await take(join(partial, 'label'), 'postgres/backup_label')
    await rm(join(partial, 'label'))
    await spool.hold()
    for (const name of await readdir(spool.folder)) await take(join(spool.folder, name), `spool/${name}`)
    for (const path of await others(dataDir)) if (!heads.includes(path)) await take(join(dataDir, path), path)
    const kek = openKeyFiles(join(dataDir, 'keys')).kek.map(({ id }) => id)
    const manifest: Manifest = { format: 'ochno-backup/1', madeAt: now.toISOString(), endLsn, kek, files }
    await writeFile(join(partial, MANIFEST), writeManifest(manifest), { mode: 0o600, flush: true })
    if (keysTarget) await cp(join(dataDir, 'keys'), keysTarget, { recursive: true, preserveTimestamps: true })
    await rm(target, { recursive: true, force: true })
    await rename(partial, target)
    return manifest
  } finally {
    await spool.release()
  }
}

/** A record moves from the spool to an object while the database is copied; a second name keeps its file until it is copied too. */
async function holdSpool(dataDir: string) {
  const from = join(dataDir, 'spool')
  const folder = join(dataDir, `.backup-${process.pid}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const held = new Set<string>()
  let next = 0
  async function hold(): Promise<void> {
    // New files are rare (each holds 256 MiB): looking once a second is plenty.
    if (held.size && performance.now() < next) return
    next = performance.now() + 1000
    for (const name of await readdir(from).catch(() => []))
      if (!held.has(name)) {
        await link(join(from, name), join(folder, name)).catch(unlessGone)
        held.add(name)
      }
  }
  await hold()
  return { folder, hold, release: () => rm(folder, { recursive: true, force: true }) }
}

const unlessGone = (cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'ENOENT') throw cause
}

async function others(dataDir: string): Promise<string[]> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dataDir.length + 1))
    .filter((path) => !notCopied.test(path))
    .sort()
}

async function mustBeEmpty(folder: string): Promise<void> {
  const found = await readdir(folder).catch(() => [])
  if (found.length) throw new TargetInUse(folder)
}
