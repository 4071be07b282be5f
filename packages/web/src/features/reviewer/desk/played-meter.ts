// What was shown on the screen, out of looks at the player's clock: a jump is not a viewing, a hidden page neither.
import type { PlayerState } from '../../../player/player-state.ts'

export type PlayedSpan = { readonly fromMs: number; readonly toMs: number; readonly speed: number }
type Look = Pick<PlayerState, 'atMs' | 'playing' | 'waiting' | 'speed'>

/** Between two looks the picture may have moved this much more than the clock says: buffers and ticks. */
const SLACK_MS = 700
/** Spans closer than this are one. */
const JOIN_MS = 300

export class PlayedMeter {
  #last: { readonly atMs: number; readonly seenAt: number } | null = null
  #spans: { fromMs: number; toMs: number; readonly speed: number }[] = []

  /** `seenAt`: a clock that only goes forward. */
  look(state: Look, visible: boolean, seenAt: number): void {
    const before = this.#last
    const shown = state.playing && !state.waiting && visible
    this.#last = shown ? { atMs: state.atMs, seenAt } : null
    if (!shown || !before) return
    const moved = state.atMs - before.atMs
    if (moved <= 0 || moved > (seenAt - before.seenAt) * state.speed + SLACK_MS * Math.max(1, state.speed))
      return
    const last = this.#spans.at(-1)
    if (last && last.speed === state.speed && Math.abs(before.atMs - last.toMs) < JOIN_MS)
      last.toMs = state.atMs
    else this.#spans.push({ fromMs: before.atMs, toMs: state.atMs, speed: state.speed })
  }

  /** What was not handed over yet. */
  take(): readonly PlayedSpan[] {
    const spans = this.#spans
    this.#spans = []
    return spans
  }

  /** It could not be sent: kept for the next time. */
  giveBack(spans: readonly PlayedSpan[]): void {
    this.#spans = [...spans.map((span) => ({ ...span })), ...this.#spans]
  }
}
