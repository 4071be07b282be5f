// The bytes of the fragment being recorded, as they come: after a crash its whole blocks become a short fragment, so that
// the hole in the record is a moment and not a fragment's length.
import type { SealBox } from './seal-box.ts'
import type { StoreFile } from './store.ts'
import { concat } from '@ochno/evidence/bytes'

export type OpenBase = {
  readonly epoch: number
  readonly format: number /** FLAG bits a fragment of this epoch has */
  readonly flags: number /** Clocks at zero of the epoch's media timeline. */
  readonly wall0: number
  readonly mono0: number
}
export type Left = OpenBase & { readonly seq: number; readonly bytes: Uint8Array }

const HEAD = 32
const MAGIC = 0x4f504e31 // 'OPN1'

export class OpenFile {
  readonly #file: StoreFile
  readonly #box: SealBox
  readonly #name: string
  #seq: number | null = null
  #chunk = 0

  constructor(file: StoreFile, name: string, box: SealBox) {
    this.#file = file
    this.#name = name
    this.#box = box
  }

  async add(seq: number, base: OpenBase, bytes: Uint8Array): Promise<void> {
    if (this.#seq !== seq) {
      this.#seq = seq
      this.#chunk = 0
      const head = new Uint8Array(HEAD)
      const view = new DataView(head.buffer)
      view.setUint32(0, MAGIC)
      view.setUint32(4, seq)
      view.setUint32(8, base.epoch)
      view.setUint16(12, base.format)
      view.setUint16(14, base.flags)
      view.setFloat64(16, base.wall0)
      view.setFloat64(24, base.mono0)
      this.#file.truncate(0)
      this.#file.write(0, head)
    }
    const box = await this.#box.seal(bytes, this.#about(seq, this.#chunk++))
    const framed = new Uint8Array(4 + box.length)
    new DataView(framed.buffer).setUint32(0, box.length)
    framed.set(box, 4)
    this.#file.write(this.#file.size(), framed)
  }

  async recover(): Promise<Left | null> {
    const head = this.#file.read(0, HEAD)
    if (head.length < HEAD) return null
    const view = new DataView(head.buffer)
    if (view.getUint32(0) !== MAGIC) return null
    const seq = view.getUint32(4)
    const chunks: Uint8Array[] = []
    for (let at = HEAD; at + 4 <= this.#file.size(); ) {
      const length = new DataView(this.#file.read(at, 4).buffer).getUint32(0)
      const box = this.#file.read(at + 4, length)
      const bytes = box.length === length ? await this.#box.open(box, this.#about(seq, chunks.length)) : null
      if (!bytes) break
      chunks.push(bytes)
      at += 4 + length
    }
    return {
      seq,
      epoch: view.getUint32(8),
      format: view.getUint16(12),
      flags: view.getUint16(14),
      wall0: view.getFloat64(16),
      mono0: view.getFloat64(24),
      bytes: concat(...chunks),
    }
  }

  clear(): void {
    this.#seq = null
    this.#file.truncate(0)
  }
  close(): void {
    this.#file.close()
  }
  #about(seq: number, chunk: number): string {
    return `${this.#name}|open|${seq}|${chunk}`
  }
}
