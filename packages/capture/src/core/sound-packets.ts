// Takes the sound out of a WebM stream as it comes, in pieces of any length, and steps over the pictures without copying them.
import { concat } from '@ochno/evidence/bytes'
import { readElement } from './webm.ts'

const CLUSTER = 0x1f43b675
const SEGMENT = 0x18538067
const BLOCK_GROUP = 0xa0
const BLOCK = 0xa1
const SIMPLE_BLOCK = 0xa3
const TRACKS = 0x1654ae6b
const TRACK_ENTRY = 0xae
const TRACK_NUMBER = 0xd7
const TRACK_TYPE = 0x83
const SOUND = 2
/** Time and flags, behind the number of the track. */
const BLOCK_FACTS = 3

const opened: ReadonlySet<number> = new Set([CLUSTER, SEGMENT, BLOCK_GROUP])

const numberAt = (bytes: Uint8Array, from: number, size: number): number =>
  bytes.subarray(from, from + size).reduce((value, byte) => value * 256 + byte, 0)

/** Number of the track that carries the sound; null where there is none. */
export function soundTrackOf(head: Uint8Array): number | null {
  const search = (from: number, end: number): number | null => {
    let number: number | null = null
    let isSound = false
    for (let at = from; at < end; ) {
      const element = readElement(head, at)
      if (!element) break
      const next = element.size === null ? end : Math.min(end, element.body + element.size)
      if (element.id === SEGMENT || element.id === TRACKS || element.id === TRACK_ENTRY) {
        const found = search(element.body, next)
        if (found !== null) return found
      } else if (element.id === TRACK_NUMBER) number = numberAt(head, element.body, element.size ?? 0)
      else if (element.id === TRACK_TYPE) isSound = numberAt(head, element.body, element.size ?? 0) === SOUND
      at = next
    }
    return isSound ? number : null
  }
  return search(0, head.length)
}

export class SoundPackets {
  readonly #most: number
  #track: number | null = null
  #held: Uint8Array = new Uint8Array(0)
  /** Bytes of a picture that have still to come. */
  #skip = 0
  #packets: Uint8Array[] = []

  /** `most`: how many of the newest are kept. */
  constructor(most: number) {
    this.#most = most
  }

  head(bytes: Uint8Array): void {
    this.#track = soundTrackOf(bytes)
    this.begin()
  }

  /** What comes next does not go on where the last piece ended. */
  begin(): void {
    this.#held = new Uint8Array(0)
    this.#skip = 0
  }

  push(piece: Uint8Array): void {
    if (this.#track === null) return
    const passed = Math.min(this.#skip, piece.length)
    this.#skip -= passed
    const rest = piece.subarray(passed)
    const bytes = this.#held.length === 0 ? rest : concat(this.#held, rest)
    let at = 0
    for (;;) {
      const element = readElement(bytes, at)
      if (!element) break
      if (opened.has(element.id) || element.size === null) {
        at = element.body
        continue
      }
      const next = element.body + element.size
      const block = element.id === SIMPLE_BLOCK || element.id === BLOCK
      const track = block ? bytes[element.body] : 0
      if (track === undefined) break
      // Numbers of tracks below 127 are one byte with its highest bit set.
      const isSound = block && track === (this.#track | 0x80)
      if (isSound && next > bytes.length) break
      if (isSound) this.#keep(bytes.slice(element.body + 1 + BLOCK_FACTS, next))
      at = Math.min(next, bytes.length)
      this.#skip = next - at
      if (this.#skip > 0) break
    }
    this.#held = bytes.slice(at)
  }

  #keep(packet: Uint8Array): void {
    this.#packets.push(packet)
    if (this.#packets.length > this.#most) this.#packets.shift()
  }

  /** The newest since the last time, oldest first. */
  take(): readonly Uint8Array[] {
    return this.#packets.splice(0)
  }
}
