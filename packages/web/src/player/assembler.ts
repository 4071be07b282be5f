// Live frames of one track -> what the decoder's parser must be fed, in order. Pure: no DOM, no time.
import { KIND, type Part, type RecordHeader } from '@ochno/evidence/record'
import { joined } from './joined.ts'

type Bytes = Uint8Array<ArrayBufferLike>

/** `reset`: drop the parser's half-read cluster and give it the epoch's head again (media.md pitfall 6). */
export type Feed =
  | { readonly do: 'reset'; readonly epoch: number }
  | { readonly do: 'append'; readonly bytes: Bytes }

type Whole = { readonly epoch: number; readonly seq: number; readonly bytes: Bytes }
type Open = { readonly epoch: number; readonly seq: number; readonly chunks: Bytes[]; length: number }

export class Assembler {
  /** `parts`: as they come, for a live picture; `whole`: only finished fragments, while something else is shown. */
  #lane: 'parts' | 'whole' = 'parts'
  /** The epoch the parser has the head of; null when its state is not known. */
  #parser: number | null = null
  #open: Open | null = null
  #last: Whole | null = null

  part({ epoch, seq, offset, bytes }: Part): Feed[] {
    if (offset === 0) {
      const unfinished = this.#open !== null
      this.#open = { epoch, seq, chunks: [bytes], length: bytes.length }
      if (this.#lane === 'whole') return []
      return [...this.#enter(epoch, unfinished), { do: 'append', bytes }]
    }
    const open = this.#open
    if (!open || open.seq !== seq || open.length !== offset) return []
    open.chunks.push(bytes)
    open.length += bytes.length
    return this.#lane === 'parts' ? [{ do: 'append', bytes }] : []
  }

  sealed(header: RecordHeader): Feed[] {
    const open = this.#open
    if (!open || open.seq !== header.seq || open.length !== header.payloadLen) return []
    this.#open = null
    this.#last = { epoch: open.epoch, seq: open.seq, bytes: joined(open.chunks) }
    return this.#lane === 'parts' ? [] : this.#whole(this.#last, true)
  }

  record(header: RecordHeader, payload: Bytes): Feed[] {
    if (header.kind !== KIND.media) return []
    const unfinished = this.#open !== null
    this.#open = null
    this.#last = { epoch: header.epoch, seq: header.seq, bytes: payload }
    return this.#whole(this.#last, unfinished || this.#lane === 'whole')
  }

  /** Something else will be appended to the same buffer: live fragments follow whole, each behind its head. */
  stepAside(): void {
    this.#lane = 'whole'
    this.#parser = null
  }

  /** Back to the live picture: the last whole fragment and what is there of the open one. */
  stepBack(): Feed[] {
    if (this.#lane === 'parts') return []
    this.#lane = 'parts'
    this.#parser = null
    const [last, open] = [this.#last, this.#open]
    const feed: Feed[] = last ? this.#whole(last, true) : []
    if (open)
      feed.push(...this.#enter(open.epoch, false), {
        do: 'append',
        bytes: joined(open.chunks),
      })
    return feed
  }

  /** The line was cut: nothing that follows continues what was there. */
  cut(): void {
    this.#parser = null
    this.#open = null
  }

  #whole({ epoch, bytes }: Whole, force: boolean): Feed[] {
    return [...this.#enter(epoch, force), { do: 'append', bytes }]
  }

  #enter(epoch: number, force: boolean): Feed[] {
    if (!force && this.#parser === epoch) return []
    this.#parser = epoch
    return [{ do: 'reset', epoch }]
  }
}
