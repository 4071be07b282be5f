import { readFileSync } from 'node:fs'

/** B-24: known passwords of eight signs and more; see common.md. Read once, when the first password is chosen. */
let known: Set<string> | null = null

export function isCommonPassword(folded: string): boolean {
  known ??= new Set(readFileSync(new URL('./common.txt', import.meta.url), 'utf8').split('\n'))
  return folded !== '' && known.has(folded)
}
