// One minute of one track as the recording browser sees it: looks in, figures out.
import type { Told } from './figures.ts'

export type Look = {
  readonly at: number
  /** Pictures recorded since the recorder began; null where it can not count them. */
  readonly frames: number | null
  /** Whether nothing changed since the look before; null where nobody looked then or now. */
  readonly still: boolean | null
  readonly sharpness: number | null
}

/** Two looks and what lies between them; null for fewer. */
export function figuresOf(looks: readonly Look[]): Omit<Told, 'track'> | null {
  const [first, last] = [looks[0], looks.at(-1)]
  if (!first || !last || last.at <= first.at) return null
  // A recorder that began anew counts from nothing.
  const frames =
    first.frames === null || last.frames === null || last.frames < first.frames
      ? null
      : last.frames - first.frames
  let [frozenMs, watched] = [0, false]
  for (const [i, look] of looks.entries()) {
    const before = looks[i - 1]
    if (!before || look.still === null) continue
    watched = true
    if (look.still) frozenMs += look.at - before.at
  }
  const sharp = looks.flatMap(({ sharpness }) => sharpness ?? []).toSorted((a, b) => a - b)
  return {
    from: Math.round(first.at),
    to: Math.round(last.at),
    frames,
    frozenMs: watched ? Math.round(frozenMs) : null,
    sharpness: sharp[sharp.length >> 1] ?? null,
  }
}
