import type { TimelineView } from '@ochno/contract/watch'
import { expect, test } from 'vitest'
import { AskedTimeline } from './asked-timeline.ts'

const timeline: TimelineView = { zeroMs: 0, endMs: null, tracks: [] } as unknown as TimelineView

/** Answers are given one by one, in the order the questions came. */
function stand() {
  const open: ((answer: TimelineView | null) => void)[] = []
  let asked = 0
  let told = 0
  const ask = new AskedTimeline(
    () => {
      asked++
      return new Promise((resolve) => open.push(resolve))
    },
    () => void told++,
  )
  const answer = async (one: TimelineView | null) => {
    open.shift()?.(one)
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { ask, answer, seen: () => ({ asked, told }) }
}

test('a lost answer is asked for again, later each time, until it is there; then no more', async () => {
  const { ask, answer, seen } = stand()
  const askedAt: number[] = []
  for (let now = 0; now < 60_000; now += 100) {
    const before = seen().asked
    ask.want(now)
    if (seen().asked === before) continue
    askedAt.push(now)
    await answer(askedAt.length < 8 ? null : timeline)
  }
  expect(askedAt).toEqual([0, 500, 1500, 3500, 7500, 15_500, 30_500, 45_500])
  expect(seen().told).toBe(1)
})

test('nothing is asked twice at once', () => {
  const { ask, seen } = stand()
  ask.want(0)
  ask.want(100)
  expect([seen(), ask.there]).toEqual([{ asked: 1, told: 0 }, false])
})

test('after a cut it is asked again, though it was there, and though an older answer is on its way', async () => {
  const { ask, answer, seen } = stand()
  ask.want(0)
  await answer(timeline)
  ask.cut()
  ask.want(100)
  expect(seen().asked).toBe(2)
  ask.cut()
  ask.want(200)
  await answer(timeline)
  expect([seen().asked, ask.there]).toEqual([3, false])
  await answer(timeline)
  expect([seen().told, ask.there]).toEqual([3, true])
})
