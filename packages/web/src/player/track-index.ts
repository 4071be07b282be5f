// What exists of one track and where, on the session's timeline (ms).
import type { Fragment } from '@ochno/contract/index-columns'
import type { EpochView } from '@ochno/contract/watch'

/** Holes shorter than this are jitter between fragments. */
const JITTER_MS = 250

export type Want = {
  readonly from: number
  readonly to: number
  /** seq of the head the fragments need. */
  readonly init: number
  readonly epoch: number
  readonly atMs: number
  readonly endMs: number
}

export class TrackIndex {
  #fragments: Fragment[] = []
  readonly #epochs = new Map<number, EpochView>()

  load(fragments: readonly Fragment[], epochs: readonly EpochView[]): void {
    for (const epoch of epochs) this.epoch(epoch)
    const known = new Map(this.#fragments.map((f) => [f.seq, f]))
    for (const fragment of fragments) known.set(fragment.seq, fragment)
    this.#fragments = [...known.values()].sort((a, b) => a.atMs - b.atMs || a.seq - b.seq)
  }

  epoch(epoch: EpochView): void {
    this.#epochs.set(epoch.epoch, epoch)
  }

  epochOf = (no: number): EpochView | undefined => this.#epochs.get(no)

  add(fragment: Fragment): void {
    const last = this.#fragments.at(-1)
    if (last && fragment.atMs <= last.atMs) this.load([fragment], [])
    else this.#fragments.push(fragment)
  }

  get startMs(): number {
    return this.#fragments[0]?.atMs ?? 0
  }

  get endMs(): number {
    const last = this.#fragments.at(-1)
    return last ? last.atMs + last.durMs : 0
  }

  get size(): number {
    return this.#fragments.length
  }

  /** Index of the last fragment that begins at or before `ms`; -1 before the first. */
  #before(ms: number): number {
    let [low, high] = [0, this.#fragments.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#fragments[middle]?.atMs ?? 0) <= ms) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  at(ms: number): Fragment | null {
    const i = this.#before(ms)
    const [here, next] = [this.#fragments[i], this.#fragments[i + 1]]
    if (here && ms < here.atMs + here.durMs) return here
    return next && ms >= next.atMs - JITTER_MS ? next : null
  }

  /** What is left of the fragment at `ms`, in ms. */
  leftOf(ms: number): number {
    const fragment = this.at(ms)
    return fragment ? fragment.atMs + fragment.durMs - ms : 0
  }

  /** Where the recording goes on at or after `ms`. */
  next(ms: number): Fragment | null {
    return this.at(ms) ?? this.#fragments[this.#before(ms) + 1] ?? null
  }

  /** Fragments of one epoch that cover `ms` and what follows, up to `untilMs` and `most`. */
  want(ms: number, untilMs: number, most: number): Want | null {
    const first = this.at(ms)
    if (!first) return null
    const epoch = this.#epochs.get(first.epoch)
    if (!epoch) return null
    let last = first
    for (let i = this.#before(first.atMs) + 1; i < this.#fragments.length; i++) {
      const next = this.#fragments[i]
      if (!next || next.epoch !== first.epoch || next.atMs >= untilMs) break
      if (next.seq < last.seq || next.seq - first.seq >= most) break
      if (next.atMs - (last.atMs + last.durMs) > JITTER_MS) break
      last = next
    }
    return {
      from: first.seq,
      to: last.seq,
      init: epoch.initSeq,
      epoch: first.epoch,
      atMs: first.atMs,
      endMs: last.atMs + last.durMs,
    }
  }
}
