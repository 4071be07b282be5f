// Finds facts under which a guard says yes, or gives a certain reason: the good facts with one, two or three of them changed.
import type { AnyLifecycle } from './samples.ts'

type Facts = Readonly<Record<string, unknown>>
type Row = AnyLifecycle['moves'][number]

/** The values a fact may take, seen from the one it has. */
function others(value: unknown): readonly unknown[] {
  if (typeof value === 'boolean') return [!value, null]
  if (typeof value === 'number') return [0, 1, 2].filter((one) => one !== value)
  if (value === 'open') return ['before', 'over']
  if (value === null) return [true, false, 0]
  return [null, 'another', 'postpone', 'retake']
}

function* changed(facts: Facts, times: number): Generator<Facts> {
  yield facts
  if (times === 0) return
  for (const [key, value] of Object.entries(facts))
    for (const other of others(value)) yield* changed({ ...facts, [key]: other }, times - 1)
}

const search = (row: Row, good: Facts, wanted: (why: string | null) => boolean): Facts | null => {
  for (const depth of [0, 1, 2])
    for (const facts of changed(good, depth)) if (wanted(row.guard?.(facts) ?? null)) return facts
  return null
}

/** Facts that let this row happen. */
export const lettingHappen = (row: Row, good: unknown): Facts | null =>
  search(row, good as Facts, (why) => why === null)

/** Every reason the guard of this row gives when some of the facts are not good. */
export function reasonsOf(row: Row, good: unknown): ReadonlySet<string> {
  const reasons = new Set<string>()
  for (const facts of changed(good as Facts, 2)) {
    const why = row.guard?.(facts) ?? null
    if (why !== null) reasons.add(why)
  }
  return reasons
}
