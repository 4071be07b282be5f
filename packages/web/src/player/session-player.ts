// One person: camera and screen on one clock; live, rewound or from the archive.
import { unpackIndex } from '@ochno/contract/index-columns'
import type { EpochView, TimelineView } from '@ochno/contract/watch'
import { isTrackId, type TrackId } from '@ochno/domain/recording/track'
import { KIND } from '@ochno/evidence/record'
import type { WatchFrame } from './frames.ts'
import { type AskTimeline, AskedTimeline } from './asked-timeline.ts'
import { SessionClock } from './session-clock.ts'
import type { FetchRecords } from './filler.ts'
import { looksTheSame, type PlayerState } from './player-state.ts'
import { TrackPlayer } from './track-player.ts'

/** Above this a voice is noise: the browser would mute it too. */
const SOUND_UP_TO = 4
const TICK_MS = 100
/** Closer than this to the newest picture a rewound viewer is live again. */
const CAUGHT_UP_MS = 1500

type Options = {
  readonly live: boolean
  readonly fetch: FetchRecords
  /** Asked for when a live viewer goes back in time. */
  readonly timeline?: AskTimeline
}

export class SessionPlayer {
  readonly #options: Options
  readonly #tracks = new Map<TrackId, TrackPlayer>()
  readonly #clock = new SessionClock()
  readonly #listeners = new Set<() => void>()
  readonly #epochs = new Map<TrackId, EpochView[]>()
  readonly #heads = new Map<TrackId, WatchFrame>()
  readonly #ears = new Set<(frame: WatchFrame) => void>()
  readonly #timer: ReturnType<typeof setInterval>
  #timeline: TimelineView | null = null
  readonly #asked: AskedTimeline | null
  /** Tracks of which something was left out or the line cut, until they come again. */
  readonly #behind = new Set<string>()
  /** From here on the index may lack what is on the server. */
  #unsureFromMs = 0
  #mode: 'live' | 'replay'
  #playing = true
  #waiting = false
  #sound = false
  #skipGaps = true
  #speed = 1
  #slowFor = 0
  #stepping = false
  #missing: readonly TrackId[] = []
  #eased = false
  #state: PlayerState

  constructor(options: Options) {
    this.#options = options
    const { timeline } = options
    this.#asked = timeline ? new AskedTimeline(timeline, (told) => this.load(told)) : null
    this.#mode = options.live ? 'live' : 'replay'
    this.#playing = options.live
    this.#state = this.#snapshot()
    this.#timer = setInterval(() => this.tick(), TICK_MS)
  }

  // A store in the form React's useSyncExternalStore wants.
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly state = (): PlayerState => this.#state

  track = (tid: TrackId): TrackPlayer | undefined => this.#tracks.get(tid)

  attach(tid: TrackId, video: HTMLVideoElement): () => void {
    const track = new TrackPlayer(tid, video, this.#options.fetch, this.#mode === 'live')
    track.onFilled = () => this.tick()
    track.ease(this.#eased)
    this.#tracks.set(tid, track)
    for (const epoch of this.#epochs.get(tid) ?? []) track.epoch(epoch)
    if (this.#timeline) this.#fillIndex(track, this.#timeline)
    this.#applySound()
    return () => {
      if (this.#tracks.get(tid) === track) this.#tracks.delete(tid)
      track.close()
    }
  }

  load(timeline: TimelineView): void {
    this.#timeline = timeline
    for (const track of this.#tracks.values()) this.#fillIndex(track, timeline)
    this.tick()
  }

  #fillIndex(track: TrackPlayer, timeline: TimelineView): void {
    const found = timeline.tracks.find(({ tid }) => tid === track.tid)
    if (found) track.index.load(unpackIndex(found.fragments), found.epochs)
  }

  // Live.
  epoch(tid: string, view: EpochView): void {
    if (!isTrackId(tid)) return
    const known = this.#epochs.get(tid) ?? []
    this.#epochs.set(tid, [...known.filter(({ epoch }) => epoch !== view.epoch), view])
    this.#tracks.get(tid)?.epoch(view)
  }
  take(frame: WatchFrame): void {
    // The first after a cut: from here on nothing is missing again, and what was missed is on the server.
    if (this.#behind.delete(frame.tid)) this.#asked?.cut()
    this.#tracks.get(frame.tid)?.take(frame)
    if (frame.is === 'record' && frame.header.kind === KIND.init) this.#heads.set(frame.tid, frame)
    for (const ear of this.#ears) ear(frame)
  }
  /** Everything that comes live, beginning with what a decoder must know first. */
  hear(ear: (frame: WatchFrame) => void): () => void {
    for (const head of this.#heads.values()) ear(head)
    this.#ears.add(ear)
    return () => this.#ears.delete(ear)
  }
  /** Small among many: a little later than now, and with less work for the machine. */
  ease(on: boolean): void {
    this.#eased = on
    for (const track of this.#tracks.values()) track.ease(on)
  }
  /** The line was cut, or so much had to be left out that what follows stands alone. */
  cut(): void {
    // What came meanwhile is not in the index.
    if (this.#timeline && !this.#asked?.awaited) this.#unsureFromMs = this.edgeMs
    this.#asked?.cut()
    for (const [tid, track] of this.#tracks) {
      this.#behind.add(tid)
      track.cut()
    }
  }

  // What the viewer does.
  play(): void {
    this.#playing = true
    this.tick()
  }
  pause(): void {
    if (this.#mode === 'live') this.#enterReplay(this.#now())
    this.#playing = false
    this.#clock.hold(performance.now())
    this.tick()
  }
  toggle(): void {
    if (this.#playing) this.pause()
    else this.play()
  }
  speed(rate: number): void {
    if (this.#mode === 'live' && rate !== 1) this.#enterReplay(this.#now())
    this.#speed = rate
    this.#stepping = false
    this.#slowFor = 0
    this.#clock.speed(rate, performance.now())
    this.#applySound()
    this.tick()
  }
  sound(on: boolean): void {
    this.#sound = on
    this.#applySound()
    this.#publish()
  }
  skipGaps(on: boolean): void {
    this.#skipGaps = on
  }

  seek(ms: number): void {
    // Until the whole timeline is known, a live viewer may ask for any moment of it.
    const start = this.#options.live && !this.#timeline ? 0 : this.startMs
    const to = Math.max(start, Math.min(ms, this.edgeMs))
    if (this.#mode === 'live') this.#enterReplay(to)
    this.#clock.set(to, performance.now())
    this.#clock.hold(performance.now())
    this.tick()
  }
  back(seconds: number): void {
    this.seek(this.#now() - seconds * 1000)
  }

  goLive(): void {
    if (!this.#options.live) return
    this.#mode = 'live'
    this.#playing = true
    this.#waiting = false
    this.#speed = 1
    this.#clock.speed(1, performance.now())
    for (const track of this.#tracks.values()) track.goLive()
    this.#applySound()
    this.tick()
  }

  /** Server's clock at the beginning of the recording; null until the timeline is known. */
  get zeroMs(): number | null {
    return this.#timeline?.zeroMs ?? null
  }
  get startMs(): number {
    const starts = [...this.#tracks.values()].filter((t) => t.index.size).map((t) => t.index.startMs)
    return starts.length ? Math.min(...starts) : 0
  }
  get edgeMs(): number {
    return Math.max(0, ...[...this.#tracks.values()].map((t) => t.edgeMs))
  }

  #enterReplay(at: number): void {
    this.#mode = 'replay'
    this.#playing = true
    for (const track of this.#tracks.values()) track.goReplay()
    this.#clock.set(at, performance.now())
  }

  /** What is on screen now, on the session's timeline. */
  #now(): number {
    if (this.#mode === 'replay') return this.#clock.at(performance.now())
    const master = this.#tracks.get('cam') ?? [...this.#tracks.values()][0]
    return (master?.video.currentTime ?? 0) * 1000
  }

  #applySound(): void {
    for (const track of this.#tracks.values())
      track.video.muted = !(this.#sound && track.tid === 'cam' && this.#speed <= SOUND_UP_TO)
  }

  /** Runs ten times a second; also called when something has just changed. */
  tick(): void {
    const now = performance.now()
    if (this.#mode === 'live') for (const track of this.#tracks.values()) track.liveTick(now)
    else this.#replay(now)
    this.#publish()
  }

  #replay(now: number): void {
    this.#asked?.want(now)
    const tracks = [...this.#tracks.values()]
    let at = this.#clock.at(now)
    const loading = this.#asked?.awaited === true && at >= this.#unsureFromMs
    if (this.#options.live && this.#playing && at > this.edgeMs - CAUGHT_UP_MS && this.edgeMs > 0)
      return this.goLive()
    const ready = tracks.map((track) => track.readiness(at, this.#speed, this.#stepping))
    this.#missing = tracks.filter((_, i) => ready[i] === 'none').map(({ tid }) => tid)
    const nothing = tracks.length > 0 && ready.every((one) => one === 'none')
    if (nothing && !loading) at = this.#overGap(at, now)
    this.#waiting = ready.includes('coming') || (nothing && loading)
    const run = this.#playing && !this.#waiting
    if (run) this.#clock.run(now)
    else this.#clock.hold(now)
    this.#watchSpeed(tracks, run, now)
    for (const track of tracks) {
      if (this.#stepping && run) {
        track.step(at, this.#speed, now)
        continue
      }
      const drift = track.replayTick(at, this.#speed, run, now)
      // The camera carries the sound and leads; the clock gives way to it rather than bend the voice.
      if (track.tid === 'cam' && drift !== null && Math.abs(drift) < 0.4 * Math.max(1, this.#speed))
        this.#clock.set(at + drift * 1000, now)
    }
  }

  /** Nothing was recorded here: go to where it goes on, or show the hole while the clock runs. */
  #overGap(at: number, now: number): number {
    const next = [...this.#tracks.values()].flatMap((t) => t.index.next(at)?.atMs ?? [])
    if (!next.length) {
      if (at >= this.edgeMs && this.#playing && this.edgeMs > 0) {
        this.#playing = false
        this.#clock.set(this.edgeMs, now)
      }
      return this.#clock.at(now)
    }
    if (!this.#skipGaps || !this.#playing) return at
    const to = Math.min(...next)
    this.#clock.set(to, now)
    return to
  }

  /** A machine that can not decode that fast is shown single pictures at the same speed instead. */
  #watchSpeed(tracks: readonly TrackPlayer[], run: boolean, now: number): void {
    if (this.#speed <= SOUND_UP_TO || !run || this.#stepping) return
    const behind = tracks.some(
      (t) => (t.video.currentTime * 1000 - this.#clock.at(now)) / 1000 < -this.#speed,
    )
    this.#slowFor = behind ? this.#slowFor + 1 : Math.max(0, this.#slowFor - 1)
    if (this.#slowFor > 15) this.#stepping = true
  }

  #snapshot(): PlayerState {
    return {
      mode: this.#mode,
      atMs: this.#now(),
      edgeMs: this.edgeMs,
      playing: this.#playing,
      waiting: this.#mode === 'replay' && this.#waiting,
      failing: [...this.#tracks.values()].some((track) => track.failures > 2),
      missing: this.#mode === 'replay' ? this.#missing : [],
      speed: this.#speed,
      sound: this.#sound,
    }
  }

  #publish(): void {
    const next = this.#snapshot()
    if (looksTheSame(this.#state, next)) return
    this.#state = next
    for (const listener of this.#listeners) listener()
  }

  close(): void {
    clearInterval(this.#timer)
    for (const track of this.#tracks.values()) track.close()
    this.#tracks.clear()
    this.#listeners.clear()
  }
}
