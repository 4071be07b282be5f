// Virtual time and processes that can die at any await. One seed is one history, always the same.
import { type Rng, rng } from '../chaos/rng.ts'

/** A process. Once dead, nothing it waits for ever comes back to it, and no timer of it fires. */
export type Life = { readonly name: string; alive: boolean }

type Due = {
  readonly at: number
  readonly order: number
  readonly life: Life | null
  readonly run: () => void
}

export class World {
  readonly rng: Rng
  readonly trace: string[] = []
  readonly tracing: boolean
  #now = 1_700_000_000_000
  #order = 0
  #heap: Due[] = []
  #peril = 0
  #onPeril: (life: Life) => void = () => undefined

  constructor(seed: number, tracing = false) {
    this.tracing = tracing
    this.rng = rng(seed)
  }

  /** Whole milliseconds, like a real clock. */
  now = (): number => Math.floor(this.#now)

  life(name: string): Life {
    return { name, alive: true }
  }

  note(text: string): void {
    if (this.tracing) this.trace.push(`${this.#now - 1_700_000_000_000} ${text}`)
  }

  after(ms: number, life: Life | null, run: () => void): void {
    push(this.#heap, { at: this.#now + Math.max(0, ms), order: this.#order++, life, run })
  }

  /** Chance that a process dies just before or just after something it waits for. */
  perilous(chance: number, onPeril: (life: Life) => void): void {
    this.#peril = chance
    this.#onPeril = onPeril
  }

  /** The effect happens after a while; the answer reaches the process a little later, if it still lives. */
  does<T>(life: Life, ms: number, effect: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (!life.alive) return
      this.after(this.rng.next() * ms, life, () => {
        if (this.#dies(life)) return
        let answer: () => void
        try {
          const value = effect()
          answer = () => resolve(value)
        } catch (cause) {
          answer = () => reject(cause)
        }
        if (this.#dies(life)) return
        this.after(this.rng.next() * ms, life, answer)
      })
    })
  }

  #dies(life: Life): boolean {
    if (!life.alive) return true
    if (!this.rng.chance(this.#peril)) return false
    this.#onPeril(life)
    return !life.alive
  }

  /** Runs until nothing is left to happen or the time has come. */
  async run(untilMs: number, done: () => boolean = () => false): Promise<void> {
    const end = this.#now + untilMs
    await turn()
    while (!done()) {
      const first = this.#heap[0]
      if (!first || first.at > end) {
        this.#now = end
        return
      }
      pop(this.#heap)
      this.#now = Math.max(this.#now, first.at)
      if (first.life && !first.life.alive) continue
      first.run()
      await turn()
    }
  }
}

// Every promise that can settle without the outside world has settled after one turn of the real event loop.
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

const before = (a: Due, b: Due) => a.at < b.at || (a.at === b.at && a.order < b.order)

function push(heap: Due[], item: Due): void {
  let at = heap.push(item) - 1
  while (at > 0) {
    const up = (at - 1) >> 1
    const parent = heap[up] as Due
    if (!before(item, parent)) break
    heap[at] = parent
    at = up
  }
  heap[at] = item
}

function pop(heap: Due[]): void {
  const last = heap.pop() as Due
  if (heap.length === 0) return
  let at = 0
  for (;;) {
    let down = 2 * at + 1
    if (down >= heap.length) break
    if (down + 1 < heap.length && before(heap[down + 1] as Due, heap[down] as Due)) down++
    if (!before(heap[down] as Due, last)) break
    heap[at] = heap[down] as Due
    at = down
  }
  heap[at] = last
}
