// Which hints call a proctor: a detector that fires all the time calls once a minute and not more (I-07).
import type { Judged } from './standing.ts'

export const ALARM_EVERY_MS = 60_000

/** Numbers of the hints that ring, in the order of time. What is permitted, technical or answered is shown and is silent. */
export function ringing(hints: readonly Judged[]): ReadonlySet<number> {
  const rang = new Map<string, number>()
  const loud = new Set<number>()
  for (const hint of [...hints].sort((a, b) => a.from - b.from || a.no - b.no)) {
    if (hint.technical || hint.verdict === 'permitted') continue
    const before = rang.get(hint.code)
    if (before !== undefined && hint.from - before < ALARM_EVERY_MS) continue
    rang.set(hint.code, hint.from)
    if (hint.state === 'open') loud.add(hint.no)
  }
  return loud
}
