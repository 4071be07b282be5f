// Which stretch of the recording a mark at the wall is about: pure.
import type { HintView } from '@ochno/contract/hints'

/** What the proctor points at; null: what has just passed. */
export type MarkPlace =
  | { readonly is: 'shown'; readonly atMs: number }
  | ({ readonly is: 'hint' } & Pick<HintView, 'fromMs' | 'toMs'>)

const lastSeconds = ['10', '30', '60', '180'] as const
const aroundSeconds = ['10', '30', '60'] as const

export type MarkWhen =
  | `last.${(typeof lastSeconds)[number]}`
  | `around.${(typeof aroundSeconds)[number]}`
  | 'hint'

/** What is offered, the likeliest first of its kind; the first of all is taken unless something else is chosen. */
export function offeredFor(place: MarkPlace | null): readonly MarkWhen[] {
  const last = lastSeconds.map((seconds) => `last.${seconds}` as const)
  if (place?.is === 'hint') return ['hint', ...last]
  return place ? [...aroundSeconds.map((seconds) => `around.${seconds}` as const), ...last] : last
}

export const usual = (place: MarkPlace | null): MarkWhen =>
  place === null ? 'last.30' : place.is === 'hint' ? 'hint' : 'around.10'

type Within = { readonly beganMs: number | null; readonly nowMs: number }

/** Within the control window, and never of what has not happened yet. */
export function spanOf(when: MarkWhen, place: MarkPlace | null, { beganMs, nowMs }: Within) {
  const within = (ms: number) => Math.min(Math.max(ms, beganMs ?? 0), nowMs)
  const span = (from: number, to: number) => ({ fromMs: within(from), toMs: within(to) })
  if (when === 'hint' && place?.is === 'hint') return span(place.fromMs, place.toMs)
  const ms = Number(when.split('.')[1] ?? 0) * 1_000
  if (when.startsWith('around.') && place?.is === 'shown') return span(place.atMs - ms, place.atMs + ms)
  return span(nowMs - ms, nowMs)
}
