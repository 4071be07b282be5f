// How loud everybody on the wall is, without decoding what nobody listens to: of each person a few of the newest packets, one
// person after the other through one decoder, twice a second.
import { SoundPackets } from '@ochno/capture/core/sound-packets'
import { KIND } from '@ochno/evidence/record'
import type { WatchFrame } from '../../player/frames.ts'
import { loudnessOf } from './loudness.ts'

/** A decoder that begins in the middle needs some packets before it is right. */
const PACKETS = 4
const PACKET_US = 20_000
const ROUND_MS = 500
/** Whoever is heard of no longer than this is silent for now; after it nothing comes at all. */
const GONE_MS = 6_000

/** 0…1; null: no sound comes. */
export type Loudness = number | null

export class SoundTap {
  readonly #packets = new SoundPackets(PACKETS)
  readonly #tell: (level: Loudness) => void
  #epoch: number | null = null
  #seq: number | null = null
  #heardAt = 0

  constructor(tell: (level: Loudness) => void) {
    this.#tell = tell
  }

  take(frame: WatchFrame): void {
    if (frame.tid !== 'cam' || frame.is === 'sealed') return
    if (frame.is === 'part') {
      if (frame.part.epoch !== this.#epoch) return
      // A part that follows no other is the middle of something.
      if (frame.part.offset === 0) this.#packets.begin()
      else if (frame.part.seq !== this.#seq) return
      this.#seq = frame.part.seq
      return this.#packets.push(frame.part.bytes)
    }
    if (frame.header.kind === KIND.init) {
      this.#epoch = frame.header.epoch
      return this.#packets.head(frame.payload)
    }
    if (frame.header.kind !== KIND.media || frame.header.epoch !== this.#epoch) return
    this.#seq = null
    this.#packets.begin()
    this.#packets.push(frame.payload)
  }

  packets(): readonly Uint8Array[] {
    return this.#packets.take()
  }

  heard(level: number, now: number): void {
    this.#heardAt = now
    this.#tell(level)
  }

  silent(now: number): void {
    if (now - this.#heardAt > GONE_MS) this.#tell(null)
  }
}

/** Older browsers have no such decoder: there is no meter then, and the sound of one person can be listened to as ever. */
export const canHear = (): boolean => 'AudioDecoder' in globalThis

const taps = new Set<SoundTap>()
let timer: ReturnType<typeof setInterval> | null = null
let decoder: AudioDecoder | null = null
let busy = false
/** Of the person whose packets are being decoded; the last of them counts. */
let level: number | null = null

export function joinRound(tap: SoundTap): () => void {
  taps.add(tap)
  timer ??= setInterval(() => void round(), ROUND_MS)
  return () => {
    taps.delete(tap)
    if (taps.size > 0 || timer === null) return
    clearInterval(timer)
    timer = null
    if (decoder?.state !== 'closed') decoder?.close()
    decoder = null
  }
}

async function round(): Promise<void> {
  if (busy || document.hidden) return
  busy = true
  for (const tap of [...taps]) {
    const found = await loudnessIn(tap.packets()).catch(() => null)
    if (found === null) tap.silent(performance.now())
    else tap.heard(found, performance.now())
  }
  busy = false
}

async function loudnessIn(packets: readonly Uint8Array[]): Promise<number | null> {
  if (packets.length === 0) return null
  level = null
  const ear = opened()
  for (const [no, data] of packets.entries())
    ear.decode(new EncodedAudioChunk({ type: 'key', timestamp: no * PACKET_US, data }))
  await ear.flush()
  return level
}

function opened(): AudioDecoder {
  // One that met something it can not read is closed for good.
  if (decoder && decoder.state !== 'closed') return decoder
  decoder = new AudioDecoder({
    output: (sound) => {
      const samples = new Float32Array(sound.numberOfFrames)
      sound.copyTo(samples, { planeIndex: 0, format: 'f32-planar' })
      sound.close()
      level = loudnessOf(samples)
    },
    error: () => undefined,
  })
  decoder.configure({ codec: 'opus', sampleRate: 48_000, numberOfChannels: 1 })
  return decoder
}
