import { expect, test } from 'vitest'
import { missingPackets } from './missing.ts'
import { asksForKeyframe, beginsKeyframe, nack, seqOf, timestampOf } from './rtp.ts'
import { seam } from './seam.ts'

/** A packet of VP8 with a picture id; `key`: the first of a whole picture. */
function packet(seq: number, time: number, key = false): Buffer {
  const made = Buffer.alloc(20)
  made[0] = 0x80
  made[1] = 96
  made.writeUInt16BE(seq, 2)
  made.writeUInt32BE(time, 4)
  made.writeUInt32BE(7, 8)
  made.set([0x90, 0x80, 0x81, 0x01, key ? 0x00 : 0x01], 12)
  return made
}

test('R0-3.2 another picture in the same slot begins with a whole one and goes on without a seam', () => {
  const joint = seam(42, { picture: true, perMs: 90 })
  expect(joint.pass(packet(5, 900), 0)).toBeNull()
  expect(joint.pass(packet(6, 1_000, true), 0)?.readUInt32BE(8)).toBe(42)
  joint.pass(packet(7, 4_000), 33)
  joint.turn()
  expect(joint.pass(packet(60_000, 77), 40)).toBeNull()
  const next = joint.pass(packet(60_001, 80, true), 133) as Buffer
  expect([seqOf(next), timestampOf(next)]).toEqual([8, 4_000 + 100 * 90])
  const wrapped = joint.pass(packet(60_002, 80), 133) as Buffer
  expect(seqOf(wrapped)).toBe(9)
})

test('R0-3.2 a lost packet is asked for, a late one is not, and in the end a whole picture is', () => {
  const missing = missingPackets()
  for (const seq of [65_534, 1]) missing.saw(seq)
  expect(missing.due(0)).toEqual({ seqs: [65_535, 0], gaveUp: false })
  missing.saw(65_535)
  expect(missing.due(1_000).seqs).toEqual([0])
  for (let time = 2; time < 8; time++) missing.due(time * 1_000)
  expect(missing.due(20_000).gaveUp).toBe(true)
  expect(missing.any()).toBe(false)
})

test('R0-3.2 packets are read as their standards say', () => {
  expect([beginsKeyframe(packet(1, 1, true)), beginsKeyframe(packet(1, 1))]).toEqual([true, false])
  expect(beginsKeyframe(Buffer.alloc(12))).toBe(false)
  const pli = Buffer.from([0x81, 206, 0, 2, 0, 0, 0, 1, 0, 0, 0, 7])
  expect(asksForKeyframe(pli)).toBe(true)
  expect(asksForKeyframe(nack(7, [1]))).toBe(false)
  expect(asksForKeyframe(Buffer.concat([nack(7, [1, 2]), pli]))).toBe(true)
})
