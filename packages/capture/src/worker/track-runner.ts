// Keeps one media track recorded: decides when an epoch begins and ends, from what its devices deliver and what happens to
// the machine. Devices come and go; sound goes on without picture and picture without sound.
import { FLAG, type Format, KIND } from '@ochno/evidence/record'
import { type Level, modeOf } from '../core/ladder.ts'
import type { GapWhy, Moment, TrackWriter } from '../core/track-writer.ts'
import type { MediaTrack } from '../protocol.ts'
import { type FormatName, formats } from './formats.ts'
import { PartTimer } from './part-timer.ts'
import { Pipeline } from './pipeline.ts'

/** A device that has given nothing for so long is not waited for: the muxer would hold back the other one. */
const SILENT_MS = 2_000
/** How long the first sample of one device waits for the other's. */
const TOGETHER_MS = 1_500
/** A still screen gives no frames; one a second keeps the record without holes. */
const STILL_MS = 1_000

export type RunnerPorts = {
  readonly writer: TrackWriter
  readonly now: () => Moment
  readonly event: (body: { readonly type: string } & Record<string, unknown>) => void
  readonly warn: (
    code: 'encoder_failed' | 'camera_silent' | 'microphone_silent' | 'screen_silent',
    on: boolean,
  ) => void
}
type Device = {
  expected: boolean
  lastAt: number | null
  firstAt: number | null
  base: number | null
  goneSince: Moment | null
}
type Kind = 'video' | 'audio'

const device = (): Device => ({ expected: false, lastAt: null, firstAt: null, base: null, goneSince: null })

export class TrackRunner {
  readonly #ports: RunnerPorts
  readonly #track: MediaTrack
  readonly #format: FormatName
  #level: Level
  #video = device()
  #audio = device()
  #pipeline: { it: Pipeline; mono0: number } | null = null
  #turn: Promise<void> = Promise.resolve()
  #still: VideoFrame | null = null
  #nextFrameAt = 0
  #freshAfter: number | null = null
  #stopped = false
  #failures = 0
  #silentFrom: number | null = null
  #notBefore = 0
  frames = 0
  dropped = 0

  constructor(track: MediaTrack, format: FormatName, level: Level, ports: RunnerPorts) {
    this.#track = track
    this.#format = format
    this.#level = level
    this.#ports = ports
  }

  get live(): { video: boolean; audio: boolean } {
    const has = this.#pipeline?.it.options
    return { video: has?.video != null, audio: has?.audioKbps != null }
  }

  /** The page has such a device and will feed it. */
  expect(kind: Kind): void {
    const it = this.#device(kind)
    Object.assign(it, { expected: true, lastAt: null, firstAt: null, base: null })
    this.#silentFrom = this.#ports.now().mono
  }

  /** The device was unplugged, revoked, or the share was ended by the person. */
  gone(kind: Kind): void {
    const it = this.#device(kind)
    if (!it.expected) return
    it.expected = false
    it.lastAt = null
    it.goneSince ??= this.#ports.now()
    this.#ports.event({
      type: 'device_gone',
      track: this.#track,
      device: this.#name(kind),
      atMs: Math.round(this.#ports.now().wall),
    })
    if (kind === 'video') this.#forgetStill()
    this.#restart()
  }

  onFrame(frame: VideoFrame): void {
    this.#take(
      'video',
      frame.timestamp,
      () => frame.close(),
      (at, now) => this.#picture(frame, at, now),
    )
  }

  onSound(data: AudioData): void {
    this.#take(
      'audio',
      data.timestamp,
      () => data.close(),
      (at) => (this.#pipeline ? this.#pipeline.it.sound(data, at) : data.close()),
    )
  }

  tick(): void {
    if (this.#stopped) return
    const now = this.#ports.now().mono
    if (this.#track === 'screen') this.#repeatStill(now)
    for (const kind of ['video', 'audio'] as const) {
      const it = this.#device(kind)
      const quiet =
        it.expected && now - (it.lastAt ?? this.#silentFrom ?? now) > (it.lastAt === null ? 5000 : SILENT_MS)
      if (quiet && !it.goneSince) {
        it.goneSince = this.#ports.now()
        this.#warnSilent(kind, true)
        if (this.#pipeline && this.live[kind]) this.#restart()
      }
    }
    // Someone waits for the other device in vain.
    if (!this.#pipeline) this.#maybeStart(now)
  }

  mode(level: Level): void {
    this.#level = level
    this.#restart()
  }

  /** Time went by without us: nothing may span it (F-03). */
  interrupt(why: GapWhy, from: Moment, to: Moment): void {
    this.#freshAfter = to.mono
    if (!this.#ports.writer.hasRecords && !this.#pipeline) return
    this.#restart({
      type: why,
      fromMs: Math.round(from.wall),
      toMs: Math.round(to.wall),
      fromMono: Math.round(from.mono),
      toMono: Math.round(to.mono),
    })
  }

  async finish(): Promise<void> {
    this.#stopped = true
    this.#forgetStill()
    this.#restart()
    for (const kind of ['video', 'audio'] as const) this.#closeGap(kind)
    await this.#turn
    await this.#ports.writer.idle()
  }

  #device(kind: Kind): Device {
    return kind === 'video' ? this.#video : this.#audio
  }
  #name(kind: Kind): string {
    if (this.#track === 'call') return 'call'
    return this.#track === 'screen' ? 'screen' : kind === 'video' ? 'camera' : 'microphone'
  }
  #warnSilent(kind: Kind, on: boolean): void {
    // The caller's camera is no device of the examinee, who can do nothing for it.
    if (this.#track === 'call') return
    this.#ports.warn(`${this.#name(kind) as 'screen' | 'camera' | 'microphone'}_silent`, on)
  }

  #take(kind: Kind, timestampUs: number, drop: () => void, use: (at: number, now: number) => void): void {
    const now = this.#ports.now().mono
    const it = this.#device(kind)
    if (this.#stopped || !it.expected) return drop()
    // The least delay ever seen between capture and us maps the device's clock to ours.
    const delay = now - timestampUs / 1000
    if (it.base === null || delay < it.base) it.base = delay
    const captured = timestampUs / 1000 + it.base
    if (this.#freshAfter !== null && captured < this.#freshAfter - 50) return drop()
    it.lastAt = now
    it.firstAt ??= now
    if (it.goneSince) {
      this.#closeGap(kind)
      this.#warnSilent(kind, false)
      if (this.#pipeline && !this.live[kind]) this.#restart()
    }
    if (!this.#pipeline) this.#maybeStart(now)
    if (!this.#pipeline) return drop()
    use((captured - this.#pipeline.mono0) / 1000, now)
  }

  #closeGap(kind: Kind): void {
    const it = this.#device(kind)
    if (!it.goneSince) return
    const to = this.#ports.now()
    const why: GapWhy = this.#track === 'screen' ? 'share_ended' : 'device_lost'
    const body = {
      type: why,
      device: this.#name(kind),
      fromMs: Math.round(it.goneSince.wall),
      toMs: Math.round(to.wall),
    }
    it.goneSince = null
    if (this.#ports.writer.hasRecords && this.#track !== 'call')
      this.#turn = this.#turn.then(() => this.#ports.writer.json(KIND.gap, body))
  }

  #picture(frame: VideoFrame, at: number, now: number): void {
    const video = this.#pipeline?.it.options.video
    if (!this.#pipeline || !video) return frame.close()
    if (this.#track === 'screen') {
      this.#forgetStill()
      this.#still = frame.clone()
    }
    // Cameras may be asked for 15 frames and give 30; half a period of slack keeps an even 15 from being halved.
    if (at < this.#nextFrameAt - 0.5 / video.fps) return frame.close()
    this.#nextFrameAt = Math.max(this.#nextFrameAt + 1 / video.fps, at - 1 / video.fps)
    this.#lastPictureAt = now
    this.frames++
    this.#pipeline.it.frame(frame, at)
  }

  #lastPictureAt = 0

  #repeatStill(now: number): void {
    if (!this.#still || !this.#pipeline || now - this.#lastPictureAt < STILL_MS || this.#video.goneSince)
      return
    this.#lastPictureAt = now
    this.#video.lastAt = now
    const at = (now - this.#pipeline.mono0) / 1000
    this.#pipeline.it.frame(new VideoFrame(this.#still, { timestamp: Math.round(at * 1e6) }), at)
  }

  #forgetStill(): void {
    this.#still?.close()
    this.#still = null
  }

  #maybeStart(now: number): void {
    if (this.#stopped || now < this.#notBefore) return
    const flows = (it: Device) => it.expected && it.lastAt !== null && now - it.lastAt < SILENT_MS
    const [video, audio] = [flows(this.#video) || this.#still !== null, flows(this.#audio)]
    if (!video && !audio) return
    const waitsFor = [this.#video, this.#audio].find(
      (it) => it.expected && it.lastAt === null && !it.goneSince,
    )
    const since = Math.min(this.#video.firstAt ?? now, this.#audio.firstAt ?? now)
    if (waitsFor && now - since < TOGETHER_MS) return
    this.#start(video, audio, now)
  }

  #start(video: boolean, audio: boolean, now: number): void {
    const { writer } = this.#ports
    const { no } = formats[this.#format]
    const wall0 = this.#ports.now().wall
    const flags = (video ? FLAG.video : 0) | (audio ? FLAG.audio : 0)
    const before = this.#turn
    // What this epoch makes waits until the last one has been written to its end.
    let epoch = 0
    const opened = before.then(async () => {
      await writer.ready
      epoch = writer.newEpoch()
    })
    let order: Promise<unknown> = opened
    const then = (work: () => unknown) => {
      order = order.then(work)
    }
    const parts = new PartTimer((bytes) =>
      then(() => writer.part({ epoch, format: no, flags, wall0, mono0: now }, bytes)),
    )
    const pipeline = new Pipeline(
      {
        format: this.#format,
        video: video ? modeOf(this.#level, this.#track) : null,
        audioKbps: audio ? this.#level.audioKbps : null,
        text: this.#track === 'screen',
      },
      {
        init: (bytes) =>
          then(() =>
            writer.record(KIND.init, epoch, bytes, {
              wall: wall0,
              mono: now,
              at: 0,
              length: 0,
              flags,
              format: no as Format,
            }),
          ),
        part: (bytes) => parts.add(bytes),
        fragment: ({ bytes, at, length, key }) => {
          parts.flush()
          if (this.#failures > 0) this.#ports.warn('encoder_failed', false)
          this.#failures = 0
          const facts = {
            wall: wall0 + at * 1000,
            mono: now + at * 1000,
            at,
            length,
            flags: flags | (key ? FLAG.key : 0),
            format: no as Format,
          }
          then(() => writer.record(KIND.media, epoch, bytes, facts))
        },
        failed: (error) => this.#encoderFailed(pipeline, error),
      },
    )
    this.#pipeline = { it: pipeline, mono0: now }
    this.#nextFrameAt = 0
    this.#done = async () => {
      await pipeline.finish()
      this.dropped += pipeline.dropped
      parts.stop()
      await opened
      await order
    }
    pipeline.start().catch((error: unknown) => this.#encoderFailed(pipeline, error))
  }

  #done: () => Promise<void> = async () => {}

  /** Ends the epoch; the next sample begins another. */
  #restart(gap?: { readonly type: GapWhy } & Record<string, unknown>): void {
    const done = this.#pipeline ? this.#done : async () => {}
    this.#pipeline = null
    const before = this.#turn
    this.#turn = Promise.all([before, done()]).then(async () => {
      if (gap) await this.#ports.writer.json(KIND.gap, gap)
    })
  }

  #encoderFailed(pipeline: Pipeline, error: unknown): void {
    if (this.#pipeline?.it !== pipeline) return
    this.#failures++
    this.#notBefore = this.#ports.now().mono + Math.min(10_000, 250 * 2 ** this.#failures)
    this.#ports.event({
      type: 'encoder_error',
      track: this.#track,
      error: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : 'unknown',
    })
    if (this.#failures >= 3) this.#ports.warn('encoder_failed', true)
    this.#restart()
  }
}
