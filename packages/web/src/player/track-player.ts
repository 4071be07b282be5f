// One track of one person: live parts, rewind and stored fragments in the same buffer.
import type { EpochView } from '@ochno/contract/watch'
import type { TrackId } from '@ochno/domain/recording/track'
import { KIND, type RecordHeader } from '@ochno/evidence/record'
import { Assembler } from './assembler.ts'
import { aheadOf, holding, type Range } from './buffered.ts'
import { splitRecords, type WatchFrame } from './frames.ts'
import { MediaTrack } from './media-track.ts'
import { LIVE_TARGET, LiveTarget, paceOf } from './pace.ts'
import { follow } from './session-clock.ts'
import { TrackIndex, type Want } from './track-index.ts'

/** Fetches stored records; rejects when refused or cut. */
export type FetchRecords = (
  tid: TrackId,
  range: { readonly from: number; readonly to: number; readonly init: number | null },
  signal: AbortSignal,
) => Promise<Uint8Array<ArrayBuffer>>

/** Seconds kept behind a live picture: a rewind of half a minute asks nothing of the server. */
const BEHIND_S = 75
const AHEAD_S = 12
const TAIL_MS = 300
/** Fragments of one request: the first is alone, so that a picture comes soon. */
const FIRST = 1
const MORE = 6

/** The stretch whose last picture stands for a moment just after it. */
const endingBefore = (ranges: readonly Range[], at: number): Range | null =>
  ranges.find(({ end }) => at >= end && at - end < TAIL_MS / 1000) ?? null

export class TrackPlayer {
  readonly tid: TrackId
  readonly index = new TrackIndex()
  readonly media: MediaTrack
  readonly #assembler = new Assembler()
  readonly #target: LiveTarget
  readonly #fetch: FetchRecords
  readonly #pending = new Map<number, EpochView>()
  #mode: 'live' | 'replay' = 'live'
  #fetching: { want: Want; abort: AbortController } | null = null
  #calmAt = 0
  #troubles = 0
  #retryAt = 0
  /** Requests in a row that brought nothing. */
  failures = 0
  stalls = 0
  jumps = 0
  bytes = 0

  constructor(tid: TrackId, video: HTMLVideoElement, fetch: FetchRecords, live: boolean) {
    this.tid = tid
    this.#fetch = fetch
    this.#target = new LiveTarget(LIVE_TARGET[tid])
    this.#mode = live ? 'live' : 'replay'
    if (!live) this.#assembler.stepAside()
    video.muted = true
    video.playsInline = true
    video.disablePictureInPicture = true
    video.preservesPitch = true
    this.media = new MediaTrack(video, () => this.#renew())
    video.addEventListener('error', this.#onError)
    video.addEventListener('waiting', this.#onWaiting)
  }

  get video(): HTMLVideoElement {
    return this.media.video
  }

  readonly #onError = (): void => this.#renew()
  readonly #onWaiting = (): void => {
    if (this.#mode !== 'live' || this.video.seeking || !this.media.ranges().length) return
    this.stalls++
    this.#target.stalled()
  }

  /** A decoder that gave up starts again; one that gives up over and over is left alone for the stall to be seen. */
  #renew(): void {
    if (this.#troubles++ > 20) return
    this.#fetching?.abort.abort()
    this.#fetching = null
    this.media.renew()
    if (this.#mode === 'replay') return this.#assembler.stepAside()
    this.#assembler.stepAside()
    this.media.feed(this.#assembler.stepBack())
  }

  epoch(view: EpochView): void {
    this.index.epoch(view)
    this.#pending.set(view.epoch, view)
  }

  take(frame: WatchFrame): void {
    if (frame.is === 'part') {
      this.bytes += frame.part.bytes.length
      if (this.media.hasHead(frame.part.epoch)) this.media.feed(this.#assembler.part(frame.part))
      return
    }
    if (frame.is === 'record') this.bytes += frame.payload.length
    if (frame.header.kind === KIND.init && frame.is === 'record') {
      const view = this.index.epochOf(frame.header.epoch)
      if (view) this.media.head(view, frame.payload)
      return
    }
    if (frame.header.kind === KIND.media) this.#note(frame.header)
    if (!this.media.hasHead(frame.header.epoch)) return
    this.media.feed(
      frame.is === 'sealed'
        ? this.#assembler.sealed(frame.header)
        : this.#assembler.record(frame.header, frame.payload),
    )
  }

  /** Live fragments lengthen the index, so that one may go back to them later. */
  #note(header: RecordHeader): void {
    const epoch = this.index.epochOf(header.epoch)
    if (!epoch) return
    this.index.add({
      seq: header.seq,
      epoch: header.epoch,
      atMs: epoch.startMs + header.mediaTs * 1000,
      durMs: header.dur * 1000,
      bytes: header.payloadLen,
      srvMs: 0,
    })
  }

  cut(): void {
    this.#assembler.cut()
  }

  goLive(): void {
    if (this.#mode === 'live') return
    this.#mode = 'live'
    this.#fetching?.abort.abort()
    this.#fetching = null
    this.media.feed(this.#assembler.stepBack())
    this.media.afterwards(() => {
      const last = this.media.ranges().at(-1)
      if (last && this.#mode === 'live')
        this.video.currentTime = Math.max(last.start, last.end - this.#target.seconds)
    })
    void this.video.play().catch(() => undefined)
  }

  goReplay(): void {
    if (this.#mode === 'replay') return
    this.#mode = 'replay'
    this.#assembler.stepAside()
  }

  /** The newest moment in the buffer, in ms. */
  get edgeMs(): number {
    return Math.max(this.index.endMs, (this.media.ranges().at(-1)?.end ?? 0) * 1000)
  }

  liveTick(now: number): void {
    const last = this.media.ranges().at(-1)
    if (!last) return
    const target = this.#target.seconds
    const pace = paceOf({ now: this.video.currentTime, start: last.start, end: last.end, target })
    if (pace.do === 'jump') {
      this.jumps++
      this.video.currentTime = pace.to
    } else if (this.video.playbackRate !== pace.rate) this.video.playbackRate = pace.rate
    if (this.video.paused) void this.video.play().catch(() => undefined)
    if (now - this.#calmAt > 1000) {
      this.#calmAt = now
      this.#target.calm()
    }
    this.media.keep([{ from: this.video.currentTime - BEHIND_S, to: Number.POSITIVE_INFINITY }])
  }

  /** Whether this track has a picture at `ms`, and whether it is there already. */
  readiness(ms: number, speed: number, stepping: boolean): 'none' | 'coming' | 'ready' {
    const fragment = this.index.at(ms)
    if (!fragment) return 'none'
    const ranges = this.media.ranges()
    if (!holding(ranges, ms / 1000)) {
      // The last samples of a fragment may end before its stated length: a hair's gap nobody can fill.
      const tail = this.#leftOf(ms) < TAIL_MS
      const hair = (tail && endingBefore(ranges, ms / 1000)) || holding(ranges, (ms + TAIL_MS) / 1000)
      return hair ? 'none' : 'coming'
    }
    if (stepping) return 'ready'
    const near = Math.abs(this.video.currentTime * 1000 - ms) < 1500 * Math.max(1, speed)
    return near && !this.video.seeking && this.video.readyState >= 2 ? 'ready' : 'coming'
  }

  /** Keeps the buffer filled from `ms` on, and the picture on the clock. Returns its drift in seconds, or null when not showing. */
  replayTick(ms: number, speed: number, running: boolean, now: number): number | null {
    const at = ms / 1000
    const ranges = this.media.ranges()
    this.#fill(ms, speed, now)
    const end = ranges.at(-1)?.end ?? at
    this.media.keep([
      { from: at - 30, to: at + AHEAD_S * Math.max(1, speed) + 20 },
      { from: end - 10, to: Number.POSITIVE_INFINITY },
    ])
    const here = holding(ranges, at) ?? (running ? null : endingBefore(ranges, at))
    if (!here) {
      if (!this.video.paused) this.video.pause()
      return null
    }
    // A picture begins with its first sample, not with the fragment's name for it.
    const target = Math.min(Math.max(at, here.start + 0.001), here.end - 0.02)
    const drift = this.video.currentTime - at
    const step = follow(drift, running ? speed : 1)
    if (!running) {
      if (!this.video.paused) this.video.pause()
      // A seek to somewhere else may still wait for bytes that nobody wants any more.
      if (Math.abs(this.video.currentTime - target) > 0.05) this.video.currentTime = target
      return null
    }
    if (step.do === 'seek') {
      if (!this.video.seeking) this.video.currentTime = target
    } else if (Math.abs(this.video.playbackRate - step.rate) > 0.005) this.video.playbackRate = step.rate
    if (this.video.paused) void this.video.play().catch(() => undefined)
    return this.video.seeking || this.video.readyState < 3 ? null : drift
  }

  /** One picture of this moment, when the last one asked for is there. */
  step(ms: number, speed: number, now: number): void {
    this.#fill(ms, speed, now)
    if (!this.video.paused) this.video.pause()
    if (!this.video.seeking && holding(this.media.ranges(), ms / 1000)) this.video.currentTime = ms / 1000
  }

  #fill(ms: number, speed: number, now: number): void {
    const ahead = aheadOf(this.media.ranges(), ms / 1000)
    if (this.#fetching) {
      const { want } = this.#fetching
      const useful = want.endMs > ms - 500 && want.atMs < ms + AHEAD_S * 1000 * Math.max(1, speed)
      if (useful && (ahead > 0.2 || want.atMs <= ms + 250)) return
      this.#fetching.abort.abort()
      this.#fetching = null
    }
    if (ahead > AHEAD_S * Math.max(1, speed) || now < this.#retryAt) return
    const from = ms + ahead * 1000
    if (ahead > 0.2) {
      const want = this.index.want(from + 60, from + 60_000, MORE * Math.ceil(Math.max(1, speed)))
      if (want && want.endMs > from + 100) void this.#load(want)
      return
    }
    // A moment at the very end of a fragment needs the next one too.
    const tail = this.#leftOf(ms) < TAIL_MS
    const there = endingBefore(this.media.ranges(), ms / 1000) !== null
    const want = there
      ? this.index.want(ms + TAIL_MS, ms + 60_000, FIRST)
      : this.index.want(ms, ms + 60_000, tail ? FIRST + 1 : FIRST)
    if (want && want.endMs > from) void this.#load(want)
  }

  /** What is left of the fragment at `ms`. */
  #leftOf(ms: number): number {
    const fragment = this.index.at(ms)
    return fragment ? fragment.atMs + fragment.durMs - ms : 0
  }

  async #load(want: Want): Promise<void> {
    const abort = new AbortController()
    const mine = { want, abort }
    this.#fetching = mine
    const init = this.media.hasHead(want.epoch) ? null : want.init
    try {
      const records = splitRecords(
        await this.#fetch(this.tid, { from: want.from, to: want.to, init }, abort.signal),
      )
      if (abort.signal.aborted) return
      const view = this.index.epochOf(want.epoch)
      for (const { header, payload } of records)
        if (header.kind === KIND.init && view) this.media.head(view, payload)
      const media = records.filter(({ header }) => header.kind === KIND.media)
      if (!media.length || !this.media.hasHead(want.epoch)) throw new Error('no fragment came')
      this.failures = 0
      this.#assembler.stepAside()
      this.media.feed([
        { do: 'reset', epoch: want.epoch },
        ...media.map(({ payload }) => ({ do: 'append', bytes: payload }) as const),
      ])
      this.media.afterwards(() => this.#done(mine))
    } catch {
      if (abort.signal.aborted) return
      this.failures++
      this.#retryAt = performance.now() + 1500
      this.#done(mine)
    }
  }

  #done(mine: { want: Want; abort: AbortController }): void {
    if (this.#fetching === mine) this.#fetching = null
    this.onFilled?.()
  }

  /** Told when asked-for fragments are in the buffer, so that nobody waits for the next tick. */
  onFilled: (() => void) | null = null

  close(): void {
    this.#fetching?.abort.abort()
    this.video.removeEventListener('error', this.#onError)
    this.video.removeEventListener('waiting', this.#onWaiting)
    this.media.close()
  }
}
