// How loud everybody on the wall is, without decoding what nobody listens to: of each person a few of the newest packets, one
// person after the other through one decoder, twice a second, once a second where there are many.
import { SoundPackets } from '@ochno/capture/core/sound-packets'
import { KIND } from '@ochno/evidence/record'
import type { WatchFrame } from '../../player/frames.ts'
import { loudnessOf } from './loudness.ts'

/** A decoder that begins in the middle needs some packets before it is right. */
const PACKETS = 4
const PACKET_US = 20_000
const ROUND_MS = 500
const MANY = 12
/** Whoever is heard of no longer than this is silent for now; after it nothing comes at all. */
const GONE_MS = 6_000
const UNREADABLE_MS = 10_000

/** 0…1; null: no sound comes. */
export type Loudness = number | null

export class SoundTap {
  readonly #packets = new SoundPackets(PACKETS)
  readonly #tell: (level: Loudness) => void
  #epoch: number | null = null
  #seq: number | null = null
  #heardAt = 0
  #restsUntil = 0

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

  packets(now: number): readonly Uint8Array[] {
    const packets = this.#packets.take()
    return now < this.#restsUntil ? [] : packets
  }

  /** What can not be read would spoil the round of everybody after it. */
  unreadable(now: number): void {
    this.#restsUntil = now + UNREADABLE_MS
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
let timer: ReturnType<typeof setTimeout> | null = null
let decoder: AudioDecoder | null = null
/** Whose packet each output will be of, in order; the last of somebody's counts. */
let awaited: { readonly tap: SoundTap; readonly last: boolean }[] = []

export function joinRound(tap: SoundTap): () => void {
  taps.add(tap)
  timer ??= setTimeout(round, ROUND_MS)
  return () => {
    taps.delete(tap)
    if (taps.size > 0 || timer === null) return
    clearTimeout(timer)
    timer = null
    if (decoder?.state !== 'closed') decoder?.close()
    decoder = null
  }
}

async function round(): Promise<void> {
  const [own, now] = [timer, performance.now()]
  if (!document.hidden) await listen([...taps], now).catch(() => awaited[0]?.tap.unreadable(now))
  for (const tap of taps) tap.silent(now)
  // The more there are, the longer each waits for its turn: a wall of thirty is busy enough with their pictures.
  if (timer === own) timer = setTimeout(round, taps.size > MANY ? 2 * ROUND_MS : ROUND_MS)
}

/** One flush for everybody: it costs more than the packets do. */
async function listen(people: readonly SoundTap[], now: number): Promise<void> {
  const ear = opened()
  awaited = []
  let no = 0
  for (const tap of people) {
    const packets = tap.packets(now)
    for (const [i, data] of packets.entries()) {
      awaited.push({ tap, last: i === packets.length - 1 })
      ear.decode(new EncodedAudioChunk({ type: 'key', timestamp: no++ * PACKET_US, data }))
    }
  }
  if (no > 0) await ear.flush()
}

function opened(): AudioDecoder {
  // One that met something it can not read is closed for good.
  if (decoder && decoder.state !== 'closed') return decoder
  decoder = new AudioDecoder({
    output: (sound) => {
      const of = awaited.shift()
      if (of?.last) {
        const samples = new Float32Array(sound.numberOfFrames)
        sound.copyTo(samples, { planeIndex: 0, format: 'f32-planar' })
        of.tap.heard(loudnessOf(samples), performance.now())
      }
      sound.close()
    },
    error: () => undefined,
  })
  decoder.configure({ codec: 'opus', sampleRate: 48_000, numberOfChannels: 1 })
  return decoder
}
