import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { blocked } from './native.ts'
import type { RunAs } from './system-user.ts'

const ELSEWHERE = '/var/lib/ochno'

/**
 * The database lies in the data folder. When that folder is inside one that admits its owner only (/root) and PostgreSQL must run as
 * somebody else, the files lie in /var/lib/ochno and the data folder holds a link to them.
 */
export function databaseFolder(dataDir: string, user: RunAs | null): string {
  const own = join(dataDir, 'postgres')
  if (existsSync(own)) return realpathSync(own)
  if (!user || !blocked(dataDir)) return own
  mkdirSync(ELSEWHERE, { recursive: true, mode: 0o755 })
  const home = mkdtempSync(join(ELSEWHERE, 'data-'))
  chmodSync(home, 0o711)
  writeFileSync(join(home, 'README'), `The database of ${dataDir}\n`)
  mkdirSync(join(home, 'postgres'), { mode: 0o700 })
  symlinkSync(join(home, 'postgres'), own)
  return join(home, 'postgres')
}
