import { expect, test } from 'vitest'
import { type MarkPlace, offeredFor, spanOf, usual } from './mark-span.ts'

const nowMs = 1_000_000
const within = { beganMs: 0, nowMs }
const sixMinutesAgo: MarkPlace = { is: 'shown', atMs: nowMs - 360_000 }

test('R1-3.3a a mark on a rewound picture is about the moment that is shown, not about the last seconds', () => {
  expect(usual(sixMinutesAgo)).toBe('around.10')
  expect(offeredFor(sixMinutesAgo)[0]).toBe('around.10')
  expect(spanOf('around.10', sixMinutesAgo, within)).toEqual({ fromMs: 630_000, toMs: 650_000 })
  expect(spanOf('around.60', sixMinutesAgo, within)).toEqual({ fromMs: 580_000, toMs: 700_000 })
  expect(spanOf('last.30', sixMinutesAgo, within)).toEqual({ fromMs: 970_000, toMs: nowMs })
})

test('R1-3.3a a mark of a hint is about the stretch of the hint', () => {
  const hint: MarkPlace = { is: 'hint', fromMs: 400_000, toMs: 412_000 }
  expect(usual(hint)).toBe('hint')
  expect(spanOf('hint', hint, within)).toEqual({ fromMs: 400_000, toMs: 412_000 })
})

test('R1-3.3a a mark on the live picture is about what has just passed', () => {
  expect(usual(null)).toBe('last.30')
  expect(offeredFor(null)).not.toContain('around.10')
  expect(spanOf('last.30', null, within)).toEqual({ fromMs: 970_000, toMs: nowMs })
})

test('R1-3.3a a mark begins no earlier than the control window and ends no later than now', () => {
  const young = { beganMs: nowMs - 5_000, nowMs }
  expect(spanOf('last.60', null, young)).toEqual({ fromMs: 995_000, toMs: nowMs })
  const edge: MarkPlace = { is: 'shown', atMs: nowMs - 2_000 }
  expect(spanOf('around.30', edge, young)).toEqual({ fromMs: 995_000, toMs: nowMs })
})
