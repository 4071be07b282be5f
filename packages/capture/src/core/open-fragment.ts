/** Which bytes of the fragment being recorded have gone out as parts, and on which lane. One per fragment, never reused. */
export class OpenFragment {
  readonly seq: number
  #offset = 0
  /** Null before the first part; a fragment that once could not be sent in parts travels whole. */
  #lane: number | null = null
  #spoiled = false

  constructor(seq: number) {
    this.seq = seq
  }

  /** Offset to send these bytes at, or null when they must not be sent. */
  take(length: number, lane: number | null): number | null {
    if (lane === null || (this.#lane !== null && this.#lane !== lane)) this.#spoiled = true
    if (this.#spoiled) return null
    this.#lane = lane
    const offset = this.#offset
    this.#offset += length
    return offset
  }

  spoil(): void {
    this.#spoiled = true
  }

  complete(seq: number, size: number, lane: number): boolean {
    return !this.#spoiled && seq === this.seq && size > 0 && this.#lane === lane && this.#offset === size
  }
}
