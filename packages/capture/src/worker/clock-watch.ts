// Our clock against the server's: tells whether a jump of the wall clock was a sleep or a changed clock (F-03, F-04).
import type { TrackId } from '@ochno/domain/recording/track'
import { explainStep, type Pulse } from '../core/pulse.ts'
import type { Receipt } from '../core/uploader-types.ts'

export type Step = { readonly stepMs: number; readonly from: Pulse; readonly to: Pulse }
type Open = Step & { readonly before: number; readonly next: ReadonlyMap<TrackId, number> }

export class ClockWatch {
  readonly #explained: (meaning: 'sleep' | 'clock_changed', step: Step) => void
  /** Server time minus our wall time. */
  #offset: number | null = null
  #step: Open | null = null

  constructor(explained: (meaning: 'sleep' | 'clock_changed', step: Step) => void) {
    this.#explained = explained
  }

  /** `next`: the seq of each track's record to come. */
  stepped(step: Step, next: ReadonlyMap<TrackId, number>): void {
    if (this.#offset !== null) this.#step ??= { ...step, before: this.#offset, next }
  }

  /** A receipt that waited out a sleep in the socket is too old to tell the time by. */
  receipt(receipt: Receipt): void {
    if (!this.#step || receipt.seq >= (this.#step.next.get(receipt.tid) ?? 0)) this.server(receipt.srv_ms)
  }

  server(serverMs: number): void {
    if (serverMs <= 0) return
    const offset = serverMs - Date.now()
    const step = this.#step
    this.#step = null
    this.#offset = offset
    if (step) this.#explained(explainStep(step.stepMs, step.before, offset), step)
  }
}
