// Signed heads of the journal's tree beside the database, in data/journal/heads.txt: only appended to, two empty lines between heads.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseCheckpoint, type TreeHead } from '@ochno/evidence/checkpoint'

export type KeptHead = { readonly head: TreeHead; readonly checkpoint: string }

/** The oldest first. A head half written when the machine stopped is not a head. */
export function keptHeads(file: string): readonly KeptHead[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n\n\n')
    .filter(Boolean)
    .flatMap((block) => {
      const checkpoint = `${block.replace(/\n*$/, '')}\n`
      const parsed = parseCheckpoint(checkpoint)
      return parsed ? [{ head: parsed.head, checkpoint }] : []
    })
}

export const lastHead = (file: string): TreeHead | null => keptHeads(file).at(-1)?.head ?? null

export const keepHead = (file: string, checkpoint: string): void => write(file, 'a', `${checkpoint}\n\n`)

/** The whole file anew. */
export const writeHeads = (file: string, heads: readonly KeptHead[]): void =>
  write(file, 'w', heads.map(({ checkpoint }) => `${checkpoint}\n\n`).join(''))

function write(file: string, flag: 'a' | 'w', text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const handle = openSync(file, flag, 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
