import { concat } from '@ochno/evidence/bytes'

const PART_MS = 90

/** Bytes of an open fragment leave ten times a second, not once a frame: fewer messages, no visible delay. */
export class PartTimer {
  readonly #send: (bytes: Uint8Array) => void
  #held: Uint8Array[] = []
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(send: (bytes: Uint8Array) => void) {
    this.#send = send
  }

  add(bytes: Uint8Array): void {
    this.#held.push(bytes)
    this.#timer ??= setTimeout(() => this.flush(), PART_MS)
  }

  flush(): void {
    this.stop()
    const held = this.#held
    this.#held = []
    if (held.length > 0) this.#send(concat(...held))
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }
}
