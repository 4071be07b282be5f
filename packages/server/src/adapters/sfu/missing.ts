// libdatachannel asks for no lost packet itself; without it three lost in a hundred stop the picture.
import { u16 } from './rtp.ts'

/** Asked for so often, then given up. */
const TRIES = 8
/** A gap longer than this is a new beginning, not a loss. */
const GAP = 100

export type Missing = {
  readonly saw: (seq: number) => void
  /** Which to ask for now; `gaveUp` when the picture can only go on with a new keyframe. */
  readonly due: (nowMs: number) => { readonly seqs: readonly number[]; readonly gaveUp: boolean }
  readonly any: () => boolean
}

export function missingPackets(): Missing {
  const waiting = new Map<number, { tries: number; askedMs: number }>()
  let last = -1
  return {
    saw: (seq) => {
      const ahead = last < 0 ? 1 : u16(seq - last)
      if (ahead >= 0x8000) {
        waiting.delete(seq)
        return
      }
      if (ahead >= GAP) waiting.clear()
      else for (let by = 1; by < ahead; by++) waiting.set(u16(last + by), { tries: 0, askedMs: -Infinity })
      last = seq
    },
    due: (nowMs) => {
      const seqs: number[] = []
      let gaveUp = false
      for (const [seq, one] of waiting) {
        if (one.tries >= TRIES) {
          waiting.delete(seq)
          gaveUp = true
        } else if (nowMs - one.askedMs >= Math.min(30 * (one.tries + 1), 120)) {
          one.tries++
          one.askedMs = nowMs
          seqs.push(seq)
        }
      }
      return { seqs, gaveUp }
    },
    any: () => waiting.size > 0,
  }
}
