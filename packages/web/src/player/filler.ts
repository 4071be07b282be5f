// Stored fragments for a track: what is missing is asked for, one request at a time, and put into the buffer.
import type { TrackId } from '@ochno/domain/recording/track'
import { KIND } from '@ochno/evidence/record'
import { aheadOf, endingBefore, TAIL_MS } from './buffered.ts'
import { splitRecords } from './frames.ts'
import type { MediaTrack } from './media-track.ts'
import type { TrackIndex, Want } from './track-index.ts'

/** Fetches stored records; rejects when refused or cut. */
export type FetchRecords = (
  tid: TrackId,
  range: { readonly from: number; readonly to: number; readonly init: number | null },
  signal: AbortSignal,
) => Promise<Uint8Array<ArrayBuffer>>

/** Seconds kept ready before the picture. */
export const AHEAD_S = 12
/** Fragments of one request: the first is alone, so that a picture comes soon. */
const FIRST = 1
const MORE = 6
const RETRY_MS = 1500

type Filled = {
  readonly tid: TrackId
  readonly fetch: FetchRecords
  readonly index: TrackIndex
  readonly media: MediaTrack
  /** Stored fragments go into the buffer now: what arrives live must step aside. */
  readonly taking: () => void
  /** Told when asked-for fragments are in the buffer. */
  readonly filled: () => void
}

export class Filler {
  readonly #of: Filled
  #fetching: { want: Want; abort: AbortController } | null = null
  #retryAt = 0
  /** Requests in a row that brought nothing. */
  failures = 0

  constructor(of: Filled) {
    this.#of = of
  }

  drop(): void {
    this.#fetching?.abort.abort()
    this.#fetching = null
  }

  /** Asks for what is missing from `ms` on, one request at a time; what nobody waits for any more is dropped. */
  fill(ms: number, speed: number, now: number): void {
    const ahead = aheadOf(this.#of.media.ranges(), ms / 1000)
    if (this.#fetching) {
      const { want } = this.#fetching
      const useful = want.endMs > ms - 500 && want.atMs < ms + AHEAD_S * 1000 * Math.max(1, speed)
      if (useful && (ahead > 0.2 || want.atMs <= ms + 250)) return
      this.drop()
    }
    if (ahead > AHEAD_S * Math.max(1, speed) || now < this.#retryAt) return
    const from = ms + ahead * 1000
    if (ahead > 0.2) {
      const want = this.#of.index.want(from + 60, from + 60_000, MORE * Math.ceil(Math.max(1, speed)))
      if (want && want.endMs > from + 100) void this.#load(want)
      return
    }
    // A moment at the very end of a fragment needs the next one too.
    const tail = this.#of.index.leftOf(ms) < TAIL_MS
    const there = endingBefore(this.#of.media.ranges(), ms / 1000) !== null
    const want = there
      ? this.#of.index.want(ms + TAIL_MS, ms + 60_000, FIRST)
      : this.#of.index.want(ms, ms + 60_000, tail ? FIRST + 1 : FIRST)
    if (want && want.endMs > from) void this.#load(want)
  }

  async #load(want: Want): Promise<void> {
    const abort = new AbortController()
    const mine = { want, abort }
    this.#fetching = mine
    const init = this.#of.media.hasHead(want.epoch) ? null : want.init
    try {
      const records = splitRecords(
        await this.#of.fetch(this.#of.tid, { from: want.from, to: want.to, init }, abort.signal),
      )
      if (abort.signal.aborted) return
      const view = this.#of.index.epochOf(want.epoch)
      for (const { header, payload } of records)
        if (header.kind === KIND.init && view) this.#of.media.head(view, payload)
      const media = records.filter(({ header }) => header.kind === KIND.media)
      if (!media.length || !this.#of.media.hasHead(want.epoch)) throw new Error('no fragment came')
      this.failures = 0
      this.#of.taking()
      this.#of.media.feed([
        { do: 'reset', epoch: want.epoch },
        ...media.map(({ payload }) => ({ do: 'append', bytes: payload }) as const),
      ])
      this.#of.media.afterwards(() => this.#done(mine))
    } catch {
      if (abort.signal.aborted) return
      this.failures++
      this.#retryAt = performance.now() + RETRY_MS
      this.#done(mine)
    }
  }

  #done(mine: { want: Want; abort: AbortController }): void {
    if (this.#fetching === mine) this.#fetching = null
    this.#of.filled()
  }
}
