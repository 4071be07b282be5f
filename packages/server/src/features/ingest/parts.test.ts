import { expect, test } from 'vitest'
import { copyOf } from '@ochno/evidence/bytes'
import { copy, hold, nothingHeld, view } from './held.ts'
import { addPart, assembled, noFragment } from './parts.ts'
import { LIMITS } from './refusal.ts'

const part = (seq: number, offset: number, bytes: readonly number[], epoch = 1) => ({
  track: 1,
  epoch,
  seq,
  offset,
  bytes: Uint8Array.from(bytes),
})

test('ING-5 parts in order make the fragment', () => {
  const open = noFragment()
  expect([addPart(open, part(4, 0, [1, 2])), addPart(open, part(4, 2, [3]))]).toEqual([true, true])
  expect(assembled(open, 1, 4, 3)).toEqual(Uint8Array.from([1, 2, 3]))
  expect(assembled(open, 1, 4, 2)).toBeNull()
  expect(assembled(open, 2, 4, 3)).toBeNull()
  expect(assembled(open, 1, 5, 3)).toBeNull()
})

test('ING-5 after a missing part nothing is assembled until a fragment begins anew', () => {
  const open = noFragment()
  addPart(open, part(4, 0, [1, 2]))
  expect(addPart(open, part(4, 3, [4]))).toBe(false)
  expect(assembled(open, 1, 4, 2)).toBeNull()
  expect(addPart(open, part(4, 2, [3]))).toBe(false)
  expect(addPart(open, part(5, 0, [9]))).toBe(true)
  expect(assembled(open, 1, 5, 1)).toEqual(Uint8Array.from([9]))
})

test('ING-5 a part or a fragment over the limit is not kept', () => {
  const open = noFragment()
  expect(addPart(open, { ...part(4, 0, []), bytes: new Uint8Array(LIMITS.part + 1) })).toBe(false)
  const most = new Uint8Array(LIMITS.part)
  const fits = LIMITS.payload / LIMITS.part
  for (let i = 0; i < fits; i++)
    expect(addPart(open, { ...part(5, i * LIMITS.part, []), bytes: most })).toBe(true)
  expect(addPart(open, { ...part(5, LIMITS.payload, []), bytes: Uint8Array.from([1]) })).toBe(false)
})

test('ING-5 a fragment begins once on a connection: what is shown can not be begun again with other bytes', () => {
  const open = noFragment()
  expect(addPart(open, part(4, 0, [1, 2]))).toBe(true)
  expect(addPart(open, part(4, 0, [9, 9]))).toBe(false)
  expect(addPart(open, part(4, 0, [9, 9]))).toBe(false)
  expect(assembled(open, 1, 4, 2)).toBeNull()
  expect(addPart(open, part(5, 0, [3]))).toBe(true)
})

test('what is held is written over, a copy is not', () => {
  const held = nothingHeld()
  hold(held, Uint8Array.from([1, 2, 3]))
  const [seen, kept] = [view(held), copy(held)]
  held.size = 0
  hold(held, Uint8Array.from([7]))
  expect([seen[0], kept[0], view(held).length]).toEqual([7, 1, 1])
})

test('a header kept for minutes does not keep the frame it came in', () => {
  const frame = Buffer.alloc(100_000)
  expect(frame.slice(0, 128).buffer.byteLength).toBeGreaterThan(99_999)
  expect(copyOf(frame.subarray(0, 128)).buffer.byteLength).toBe(128)
})
