import { concat } from '@ochno/evidence/bytes'

/** Cuts a fragmented MP4 into `ftyp`+`moov` and `moof`+`mdat` pairs. */
export class Fmp4Splitter {
  #held: Uint8Array = new Uint8Array(0)
  #open: Uint8Array[] = []

  push(chunk: Uint8Array): { init: Uint8Array | null; fragments: Uint8Array[] } {
    this.#held = concat(this.#held, chunk)
    const fragments: Uint8Array[] = []
    let init: Uint8Array | null = null
    for (;;) {
      const size = boxSize(this.#held)
      if (size === null || size > this.#held.length) return { init, fragments }
      const box = this.#held.slice(0, size)
      this.#held = this.#held.slice(size)
      this.#open.push(box)
      const type = boxType(box)
      if (type === 'moov') init = concat(...this.#open)
      if (type === 'mdat') fragments.push(concat(...this.#open))
      if (type === 'moov' || type === 'mdat') this.#open = []
    }
  }
}

const boxType = (box: Uint8Array) => String.fromCharCode(...box.subarray(4, 8))

function boxSize(bytes: Uint8Array): number | null {
  if (bytes.length < 16) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const size = view.getUint32(0)
  if (size === 1) return Number(view.getBigUint64(8))
  return size < 8 ? null : size
}
