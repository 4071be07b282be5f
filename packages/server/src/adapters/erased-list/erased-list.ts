// The list of what was destroyed lies with the keys: it is backed up with them and is always newer than a restored copy.
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ErasedLine, ErasedList } from '../../ports/retention.ts'

export const erasedFile = (keysFolder: string): string => join(keysFolder, 'erased.jsonl')

export const erasedList = (keysFolder: string): ErasedList => ({
  add: async (line) => {
    const file = await open(erasedFile(keysFolder), 'a', 0o600)
    try {
      // A half line that a power cut left before must not swallow this one.
      await file.appendFile(`\n${JSON.stringify(line)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    const folder = await open(keysFolder, 'r')
    await folder.sync().finally(() => folder.close())
  },
})

const whole = z.custom<ErasedLine>(
  (line) => typeof line === 'object' && line !== null && 'session' in line && 'act' in line,
)

/** A line that a power cut left unfinished was never acted upon: it is passed over. */
export function readErased(text: string): { readonly sessions: string[]; readonly acts: ErasedLine[] } {
  const lines = text.split('\n').flatMap((line) => {
    try {
      return line ? [JSON.parse(line) as { session: string }] : []
    } catch {
      return []
    }
  })
  return {
    sessions: lines.map(({ session }) => session),
    acts: lines.flatMap((line) => {
      const parsed = whole.safeParse(line)
      return parsed.success ? [parsed.data] : []
    }),
  }
}
