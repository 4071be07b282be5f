// Secrets of this installation, in a folder that no backup of the data carries: made at the first start, readable by nobody else (0400).
import { createHash, createHmac, randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

export type KeyFiles = {
  /** Key-encryption keys: the current one first, earlier ones after it. */
  readonly kek: readonly { readonly id: string; readonly key: Uint8Array }[]
  /** A secret of its own for each purpose (passwords of database roles, the pepper of B-20), never stored. */
  readonly secretFor: (purpose: string) => Uint8Array
}

export class LooseKey extends Error {
  readonly file: string
  constructor(file: string) {
    super('a key file may be read by others')
    this.file = file
  }
}

export function openKeyFiles(dir: string): KeyFiles {
  const kekDir = join(dir, 'kek')
  mkdirSync(kekDir, { recursive: true, mode: 0o700 })
  if (keyNames(kekDir).length === 0) writeKey(join(kekDir, '0001'), randomBytes(32))
  const rootFile = join(dir, 'root')
  if (!readdirSync(dir).includes('root')) writeKey(rootFile, randomBytes(32))
  const root = readKey(rootFile)
  return {
    kek: keyNames(kekDir)
      .reverse()
      .map((name) => readKey(join(kekDir, name)))
      .map((key) => ({ id: createHash('sha256').update(key).digest('hex').slice(0, 16), key })),
    secretFor: (purpose) => createHmac('sha256', root).update(`ochno ${purpose}`).digest(),
  }
}

const keyNames = (dir: string): string[] =>
  readdirSync(dir)
    .filter((name) => /^\d{4}$/.test(name))
    .sort()

function writeKey(file: string, key: Uint8Array): void {
  const fd = openSync(file, 'wx', 0o400)
  writeSync(fd, key)
  // A key lost in a power cut would take every recording made under it along.
  fsyncSync(fd)
  closeSync(fd)
  const folder = openSync(join(file, '..'), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

function readKey(file: string): Uint8Array {
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) throw new LooseKey(file)
  const key = readFileSync(file)
  if (key.length !== 32) throw new Error(`${file} is not a key: 32 bytes are needed, ${key.length} are there`)
  return key
}
