// One track of one person: live parts, rewind and stored fragments in the same buffer.
import type { EpochView } from '@ochno/contract/watch'
import type { TrackId } from '@ochno/domain/recording/track'
import { KIND, type RecordHeader } from '@ochno/evidence/record'
import { Assembler } from './assembler.ts'
import { aheadOf, endingBefore, holding, TAIL_MS } from './buffered.ts'
import { AHEAD_S, type FetchRecords, Filler } from './filler.ts'
import type { WatchFrame } from './frames.ts'
import { MediaTrack } from './media-track.ts'
import { EASED, easedPace, LIVE_TARGET, LiveTarget, paceOf } from './pace.ts'
import { follow } from './session-clock.ts'
import { TrackIndex } from './track-index.ts'

/** Seconds kept behind a live picture: a rewind of half a minute asks nothing of the server. */
const BEHIND_S = 75

export class TrackPlayer {
  readonly tid: TrackId
  readonly index = new TrackIndex()
  readonly media: MediaTrack
  readonly #assembler = new Assembler()
  readonly #target: LiveTarget
  readonly #filler: Filler
  readonly #pending = new Map<number, EpochView>()
  #mode: 'live' | 'replay' = 'live'
  #eased = false
  #calmAt = 0
  #troubles = 0
  stalls = 0
  jumps = 0
  bytes = 0

  constructor(tid: TrackId, video: HTMLVideoElement, fetch: FetchRecords, live: boolean) {
    this.tid = tid
    this.#target = new LiveTarget(LIVE_TARGET[tid])
    this.#mode = live ? 'live' : 'replay'
    if (!live) this.#assembler.stepAside()
    video.muted = true
    video.playsInline = true
    video.disablePictureInPicture = true
    video.preservesPitch = true
    this.media = new MediaTrack(video, () => this.#renew())
    this.#filler = new Filler({
      tid,
      fetch,
      index: this.index,
      media: this.media,
      taking: () => this.#assembler.stepAside(),
      filled: () => this.onFilled?.(),
    })
    video.addEventListener('error', this.#onError)
    video.addEventListener('waiting', this.#onWaiting)
  }

  /** Requests in a row that brought nothing. */
  get failures(): number {
    return this.#filler.failures
  }

  get video(): HTMLVideoElement {
    return this.media.video
  }

  readonly #onError = (): void => this.#renew()
  readonly #onWaiting = (): void => {
    if (this.#mode !== 'live' || this.video.seeking || !this.media.ranges().length) return
    this.stalls++
    if (!this.#eased) this.#target.stalled()
  }

  /** A decoder that gave up starts again; one that gives up over and over is left alone for the stall to be seen. */
  #renew(): void {
    if (this.#troubles++ > 20) return
    this.#filler.drop()
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

  ease(on: boolean): void {
    this.#eased = on
    this.media.gatherMs = on && this.#mode === 'live' ? EASED.gatherMs : 0
  }
  get #behindS(): number {
    return this.#target.seconds + (this.#eased ? EASED.behindS : 0)
  }

  goLive(): void {
    if (this.#mode === 'live') return
    this.#mode = 'live'
    this.ease(this.#eased)
    this.#filler.drop()
    this.media.feed(this.#assembler.stepBack())
    this.media.afterwards(() => {
      const last = this.media.ranges().at(-1)
      if (last && this.#mode === 'live')
        this.video.currentTime = Math.max(last.start, last.end - this.#behindS)
    })
    void this.video.play().catch(() => undefined)
  }

  goReplay(): void {
    if (this.#mode === 'replay') return
    this.#mode = 'replay'
    this.ease(this.#eased)
    this.#assembler.stepAside()
  }

  /** The newest moment in the buffer, in ms. */
  get edgeMs(): number {
    return Math.max(this.index.endMs, (this.media.ranges().at(-1)?.end ?? 0) * 1000)
  }

  liveTick(now: number): void {
    this.media.pump()
    const ranges = this.media.ranges()
    const last = ranges.at(-1)
    if (!last) return
    const { currentTime, playbackRate } = this.video
    const edge = { now: currentTime, start: last.start, end: last.end, target: this.#behindS }
    const pace = this.#eased
      ? easedPace({ ...edge, rate: playbackRate, ahead: aheadOf(ranges, currentTime) })
      : paceOf(edge)
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
      const tail = this.index.leftOf(ms) < TAIL_MS
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
    this.#filler.fill(ms, speed, now)
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
    this.#filler.fill(ms, speed, now)
    if (!this.video.paused) this.video.pause()
    if (!this.video.seeking && holding(this.media.ranges(), ms / 1000)) this.video.currentTime = ms / 1000
  }

  /** Told when asked-for fragments are in the buffer, so that nobody waits for the next tick. */
  onFilled: (() => void) | null = null

  close(): void {
    this.#filler.drop()
    this.video.removeEventListener('error', this.#onError)
    this.video.removeEventListener('waiting', this.#onWaiting)
    this.media.close()
  }
}
