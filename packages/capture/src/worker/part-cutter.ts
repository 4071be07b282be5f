// The muxer's byte stream, cut at the borders of clusters, so that every byte of an open fragment can leave at once.
export type Cut = { readonly part: (bytes: Uint8Array) => void; readonly seal: (cluster: Uint8Array) => void }

export class PartCutter {
  readonly #cut: Cut
  #position = 0
  #headerEnd: number | null = null
  #borders: { end: number; cluster: Uint8Array }[] = []
  #finishing = false

  constructor(cut: Cut) {
    this.#cut = cut
  }

  headerEnds(position: number): void {
    this.#headerEnd = position
  }

  /** The muxer reports a cluster when the next one begins: before it writes on. */
  clusterEnds(position: number, cluster: Uint8Array): void {
    this.#borders.push({ end: position, cluster })
    this.#drain()
  }

  /** What follows the last cluster (cues) belongs to no fragment. */
  finishing(): void {
    this.#finishing = true
  }

  write(chunk: Uint8Array): void {
    let at = 0
    const skip =
      this.#headerEnd === null
        ? chunk.length
        : Math.min(chunk.length, Math.max(0, this.#headerEnd - this.#position))
    at += skip
    this.#position += skip
    while (at < chunk.length) {
      const border = this.#borders[0]
      const length = border ? Math.min(chunk.length - at, border.end - this.#position) : chunk.length - at
      if (border || !this.#finishing) this.#cut.part(chunk.slice(at, at + length))
      at += length
      this.#position += length
      this.#drain()
    }
  }

  #drain(): void {
    while (this.#borders[0] && this.#position >= this.#borders[0].end)
      this.#cut.seal((this.#borders.shift() as { cluster: Uint8Array }).cluster)
  }
}
