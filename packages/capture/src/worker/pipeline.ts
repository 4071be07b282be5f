// One epoch of one track: samples in, INIT, parts and fragments out. A change of device, mode or a sleep ends it, and the
// next one begins; nothing spans two.
import {
  AppendOnlyStreamTarget,
  AudioSample,
  AudioSampleSource,
  type EncodedPacket,
  Mp4OutputFormat,
  NullTarget,
  Output,
  Quality,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
} from 'mediabunny'
import type { VideoMode } from '../core/ladder.ts'
import { concat } from '@ochno/evidence/bytes'
import { clusterFacts } from '../core/webm.ts'
import { type FormatName, formats } from './formats.ts'
import { PartCutter } from './part-cutter.ts'

export type Fragment = {
  readonly bytes: Uint8Array
  /** Seconds on the epoch's timeline. */
  readonly at: number
  readonly length: number
  readonly key: boolean
}

export type Sink = {
  readonly init: (bytes: Uint8Array) => void
  readonly part: (bytes: Uint8Array) => void
  readonly fragment: (fragment: Fragment) => void
  readonly failed: (error: unknown) => void
}

export type PipelineOptions = {
  readonly format: FormatName
  readonly video: VideoMode | null
  readonly audioKbps: number | null
  /** Reading a screen needs sharp edges more than smooth motion. */
  readonly text: boolean
}

/** More frames than this inside the encoder means it does not keep up; the newest is left out rather than memory filled. */
const ENCODER_QUEUE = 12

export class Pipeline {
  readonly options: PipelineOptions
  readonly #sink: Sink
  readonly #output: Output
  readonly #video: VideoSampleSource | null
  readonly #audio: AudioSampleSource | null
  readonly #starts: number[] = []
  readonly #pending = new Set<Promise<unknown>>()
  #lastVideoAt = -1
  #inEncoder = 0
  #finished = false
  dropped = 0

  constructor(options: PipelineOptions, sink: Sink) {
    this.options = options
    this.#sink = sink
    const { codec, container } = formats[options.format]
    const frameSeconds = options.video ? 1 / options.video.fps : 0.02
    const keySeconds = container === 'mp4' ? 1 : (options.video?.keySeconds ?? 2)
    const note = (packet: EncodedPacket) => this.#starts.push(packet.timestamp)
    this.#output =
      container === 'webm' ? this.#webm(keySeconds, frameSeconds) : this.#mp4(keySeconds, frameSeconds)
    this.#video = options.video
      ? new VideoSampleSource({
          codec,
          quality: new Quality({ bitrate: options.video.kbps * 1000 }),
          keyFrameInterval: keySeconds,
          latencyMode: 'realtime',
          sizeChangeBehavior: 'contain',
          ...(options.text ? { contentHint: 'text' } : {}),
          onEncodedPacket: note,
        })
      : null
    this.#audio =
      options.audioKbps === null
        ? null
        : new AudioSampleSource({
            codec: 'opus',
            quality: new Quality({ bitrate: options.audioKbps * 1000 }),
            onEncodedPacket: note,
          })
    if (this.#video) this.#output.addVideoTrack(this.#video)
    if (this.#audio) this.#output.addAudioTrack(this.#audio)
  }

  start(): Promise<void> {
    return this.#output.start()
  }

  /** Takes over the frame. `at` in seconds since the epoch began. */
  frame(frame: VideoFrame, at: number): void {
    const late = at <= this.#lastVideoAt
    if (!this.#video || this.#finished || late || this.#inEncoder >= ENCODER_QUEUE) {
      if (this.#video && !this.#finished && !late) this.dropped++
      frame.close()
      return
    }
    this.#lastVideoAt = at
    this.#inEncoder++
    const sample = new VideoSample(frame, { timestamp: at })
    this.#hold(
      this.#video.add(sample).finally(() => {
        this.#inEncoder--
        sample.close()
      }),
    )
  }

  sound(data: AudioData, at: number): void {
    if (!this.#audio || this.#finished) {
      data.close()
      return
    }
    const sample = new AudioSample(data)
    sample.setTimestamp(Math.max(0, at))
    this.#hold(this.#audio.add(sample).finally(() => sample.close()))
  }

  async finish(): Promise<void> {
    if (this.#finished) return
    this.#finished = true
    // Finalizing under the feet of a waiting sample throws (media pitfall 10).
    await Promise.allSettled([...this.#pending])
    this.#finishing()
    try {
      await this.#output.finalize()
    } catch (error) {
      this.#sink.failed(error)
    }
  }

  #finishing = () => {}

  #hold(promise: Promise<unknown>): void {
    this.#pending.add(promise)
    promise
      .catch((error: unknown) => {
        if (!this.#finished) this.#sink.failed(error)
      })
      .finally(() => this.#pending.delete(promise))
  }

  #webm(keySeconds: number, frameSeconds: number): Output {
    const head: Uint8Array[] = []
    const cutter = new PartCutter({
      part: this.#sink.part,
      seal: (cluster) => {
        const facts = clusterFacts(cluster)
        if (!facts) return
        const at = facts.startMs / 1000
        this.#sink.fragment({
          bytes: cluster,
          at,
          length: this.#length(facts.startMs, facts.lastMs, frameSeconds),
          key: facts.key,
        })
      },
    })
    this.#finishing = () => cutter.finishing()
    return new Output({
      format: new WebMOutputFormat({
        appendOnly: true,
        // Equal to the key interval, uneven frame times would now and then make a cluster of twice the length (media pitfall 3).
        minimumClusterDuration: keySeconds * 0.8,
        onEbmlHeader: (data) => head.push(data.slice()),
        onSegmentHeader: (data, position) => {
          head.push(data.slice())
          cutter.headerEnds(position + data.length)
          this.#sink.init(concat(...head))
        },
        onCluster: (data, position) => cutter.clusterEnds(position + data.length, data.slice()),
      }),
      target: new AppendOnlyStreamTarget(
        new WritableStream({ write: (chunk: Uint8Array) => cutter.write(chunk) }),
      ),
    })
  }

  #mp4(keySeconds: number, frameSeconds: number): Output {
    let ftyp: Uint8Array = new Uint8Array(0)
    let moof: { bytes: Uint8Array; at: number } | null = null
    return new Output({
      format: new Mp4OutputFormat({
        fastStart: 'fragmented',
        minimumFragmentDuration: keySeconds * 0.8,
        onFtyp: (data) => {
          ftyp = data.slice()
        },
        onMoov: (data) => this.#sink.init(concat(ftyp, data)),
        onMoof: (data, _position, at) => {
          moof = { bytes: data.slice(), at }
        },
        onMdat: (data) => {
          if (!moof) return
          const lastMs = Math.max(
            ...this.#starts.filter((start) => start >= (moof?.at ?? 0)).map((start) => start * 1000),
            moof.at * 1000,
          )
          this.#sink.fragment({
            bytes: concat(moof.bytes, data),
            at: moof.at,
            length: this.#length(moof.at * 1000, lastMs - 1, frameSeconds),
            key: true,
          })
          moof = null
        },
      }),
      target: new NullTarget(),
    })
  }

  /** A fragment lasts until the next one's first sample; the last of an epoch, until its last sample has been shown. */
  #length(startMs: number, lastMs: number, frameSeconds: number): number {
    let next = Number.POSITIVE_INFINITY
    const keep: number[] = []
    for (const start of this.#starts) {
      if (Math.round(start * 1000) <= lastMs) continue
      keep.push(start)
      next = Math.min(next, start)
    }
    this.#starts.splice(0, this.#starts.length, ...keep)
    return next === Number.POSITIVE_INFINITY
      ? (lastMs - startMs) / 1000 + frameSeconds
      : next - startMs / 1000
  }
}
