// The small file that lets a track's chain survive an empty outbox: two slots written in turn, the newer whole one counts.
import { crc32 } from './crc32.ts'
import type { StoreFile } from './store.ts'

export type TrackState = {
  readonly next: number
  readonly epoch: number
  /** h(next - 1), or the genesis. */
  readonly head: Uint8Array
  /** For the monotonic clock (ING-1) across reloads. */
  readonly mono: number
  readonly wall: number
  /** Outbox files with a lower number are dead: the commit point of a rebase. */
  readonly firstFile: number
}

const SLOT = 80

export class TrackStateFile {
  readonly #file: StoreFile
  #turn = 0

  constructor(file: StoreFile) {
    this.#file = file
  }

  read(): TrackState | null {
    const found = [0, 1].map((slot) => decode(this.#file.read(slot * SLOT, SLOT))).filter((s) => s !== null)
    const newest = found.reduce<(typeof found)[number] | null>(
      (best, s) => (best === null || s.turn > best.turn ? s : best),
      null,
    )
    if (newest) this.#turn = newest.turn
    return newest?.state ?? null
  }

  write(state: TrackState): void {
    this.#turn++
    const bytes = new Uint8Array(SLOT)
    const view = new DataView(bytes.buffer)
    view.setUint32(0, 0x4f535431) // 'OST1'
    view.setUint32(4, this.#turn)
    view.setUint32(8, state.next)
    view.setUint32(12, state.epoch)
    bytes.set(state.head, 16)
    view.setFloat64(48, state.mono)
    view.setFloat64(56, state.wall)
    view.setUint32(64, state.firstFile)
    view.setUint32(SLOT - 4, crc32(bytes.subarray(0, SLOT - 4)))
    this.#file.write((this.#turn % 2) * SLOT, bytes)
  }

  flush(): void {
    this.#file.flush()
  }
  close(): void {
    this.#file.close()
  }
}

function decode(bytes: Uint8Array): { turn: number; state: TrackState } | null {
  if (bytes.length < SLOT) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  if (view.getUint32(0) !== 0x4f535431 || view.getUint32(SLOT - 4) !== crc32(bytes.subarray(0, SLOT - 4)))
    return null
  return {
    turn: view.getUint32(4),
    state: {
      next: view.getUint32(8),
      epoch: view.getUint32(12),
      head: bytes.slice(16, 48),
      mono: view.getFloat64(48),
      wall: view.getFloat64(56),
      firstFile: view.getUint32(64),
    },
  }
}
