// Photographs beside the video (001 7.2): taken by the camera page at even steps, sealed into the same chain as the recording.
import { type EffectivePolicy, names } from '../policy/effective.ts'
import type { Span } from './coverage.ts'

/** Engineering proposals, not numbers of an act. A photograph is an event of the chain, which takes 16 KiB. */
export const PHOTO_EVERY_S = 60
export const PHOTO_BYTES = 11_500

/** Null: the act does not name photographs among what is recorded. */
export const photoEveryS = (policy: EffectivePolicy): number | null =>
  names(policy, 'recording.media', 'photo') ? PHOTO_EVERY_S : null

/** Where of the controlled time no photograph stands: longer than two steps without one. */
export function photoGaps(control: Span, everyS: number, at: readonly number[]): readonly Span[] {
  const most = everyS * 2_000
  const inside = at.filter((ms) => ms >= control.from && ms <= control.to).toSorted((a, b) => a - b)
  const edges = [control.from, ...inside, control.to]
  return edges
    .slice(1)
    .map((to, i) => ({ from: edges[i] ?? control.from, to }))
    .filter(({ from, to }) => to - from > most)
}
