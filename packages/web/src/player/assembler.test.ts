import { KIND, type RecordHeader } from '@ochno/evidence/record'
import { expect, test } from 'vitest'
import { Assembler, type Feed } from './assembler.ts'

const bytes = (...values: number[]) => new Uint8Array(values)
const part = (seq: number, offset: number, ...values: number[]) => ({
  track: 1,
  epoch: 0,
  seq,
  offset,
  bytes: bytes(...values),
})
const media = (seq: number, payloadLen: number, epoch = 0) =>
  ({ kind: KIND.media, seq, epoch, payloadLen }) as RecordHeader
const said = (feed: Feed[]) =>
  feed.map((step) => (step.do === 'reset' ? `reset ${step.epoch}` : [...step.bytes].join('')))

test('parts flow on without a reset from fragment to fragment', () => {
  const a = new Assembler()
  expect(said(a.part(part(1, 0, 1, 2)))).toEqual(['reset 0', '12'])
  expect(said(a.part(part(1, 2, 3)))).toEqual(['3'])
  expect(said(a.sealed(media(1, 3)))).toEqual([])
  expect(said(a.part(part(2, 0, 4)))).toEqual(['4'])
})

test('a whole fragment behind an unfinished one drops the half-read cluster', () => {
  const a = new Assembler()
  a.part(part(1, 0, 1, 2))
  expect(said(a.record(media(1, 3), bytes(1, 2, 3)))).toEqual(['reset 0', '123'])
  expect(said(a.record(media(2, 1), bytes(9)))).toEqual(['9'])
})

test('a lost part hides the rest of its fragment, and the next fragment starts clean', () => {
  const a = new Assembler()
  a.part(part(1, 0, 1))
  expect(said(a.part(part(1, 5, 6)))).toEqual([])
  expect(said(a.part(part(2, 0, 7)))).toEqual(['reset 0', '7'])
})

test('a new epoch brings its own head', () => {
  const a = new Assembler()
  a.record(media(1, 1), bytes(1))
  expect(said(a.record(media(3, 1, 1), bytes(5)))).toEqual(['reset 1', '5'])
})

test('while something older is shown, live fragments come whole behind their head; back to live brings the open one', () => {
  const a = new Assembler()
  a.part(part(1, 0, 1))
  a.stepAside()
  expect(said(a.part(part(1, 1, 2)))).toEqual([])
  expect(said(a.sealed(media(1, 2)))).toEqual(['reset 0', '12'])
  expect(said(a.part(part(2, 0, 3)))).toEqual([])
  expect(said(a.part(part(2, 1, 4)))).toEqual([])
  expect(said(a.stepBack())).toEqual(['reset 0', '12', '34'])
  expect(said(a.part(part(2, 2, 5)))).toEqual(['5'])
})

test('after a cut line nothing continues what was there', () => {
  const a = new Assembler()
  a.part(part(1, 0, 1))
  a.cut()
  expect(said(a.part(part(1, 1, 2)))).toEqual([])
  expect(said(a.record(media(1, 2), bytes(1, 2)))).toEqual(['reset 0', '12'])
})
