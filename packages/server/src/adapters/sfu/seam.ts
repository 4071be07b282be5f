// One outgoing stream without a seam, whoever it comes from: numbers and times go on where the last source left them.
import { beginsKeyframe, seqOf, timestampOf, u16, u32 } from './rtp.ts'

export type Seam = {
  /** Another source comes from here on; a picture waits for its first whole one. */
  readonly turn: () => void
  /** The packet as it goes out, or null while a whole picture is waited for. */
  readonly pass: (packet: Buffer, nowMs: number) => Buffer | null
}

export function seam(ssrc: number, of: { readonly picture: boolean; readonly perMs: number }): Seam {
  let turning = true
  let seqShift = 0
  let timeShift = 0
  let last: { readonly seq: number; readonly time: number; readonly atMs: number } | null = null
  return {
    turn: () => {
      turning = true
    },
    pass: (packet, nowMs) => {
      if (turning) {
        if (of.picture && !beginsKeyframe(packet)) return null
        turning = false
        if (last) {
          const gone = Math.max(1, Math.round((nowMs - last.atMs) * of.perMs))
          seqShift = u16(last.seq + 1 - seqOf(packet))
          timeShift = u32(last.time + gone - timestampOf(packet))
        }
      }
      const out = Buffer.from(packet)
      const seq = u16(seqOf(packet) + seqShift)
      const time = u32(timestampOf(packet) + timeShift)
      out.writeUInt16BE(seq, 2)
      out.writeUInt32BE(time, 4)
      out.writeUInt32BE(ssrc, 8)
      // A packet that was late is not the newest.
      if (!last || u16(seq - last.seq) < 0x8000) last = { seq, time, atMs: nowMs }
      return out
    },
  }
}
