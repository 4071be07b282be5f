import type { TimelineView } from '@ochno/contract/watch'
import { expect, test } from 'vitest'
import { AskedTimeline } from './asked-timeline.ts'

const timeline: TimelineView = { zeroMs: 0, endMs: null, tracks: [] } as unknown as TimelineView

/** Answers are given one by one, in the order the questions came. */
function stand() {
  const open: PromiseWithResolvers<TimelineView | null>[] = []
  let asked = 0
  let told = 0
  const ask = new AskedTimeline(
    () => {
      asked++
      const one = Promise.withResolvers<TimelineView | null>()
      open.push(one)
      return one.promise
    },
    () => void told++,
  )
  const answer = async (one: TimelineView | null | 'lost') => {
    const first = open.shift()
    if (one === 'lost') first?.reject(new Error('no network'))
    else first?.resolve(one)
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { ask, answer, seen: () => ({ asked, told }) }
}

test('a lost answer is asked for again, later each time, until it is there; then no more', async () => {
  const { ask, answer, seen } = stand()
  const askedAt: number[] = []
  for (let now = 0; now < 90_000; now += 100) {
    const before = seen().asked
    ask.want(now)
    if (seen().asked === before) continue
    askedAt.push(now)
    await answer(askedAt.length < 8 ? 'lost' : timeline)
  }
  expect(askedAt).toEqual([0, 500, 1500, 3500, 7500, 15_500, 30_500, 45_500])
  expect([seen().told, ask.awaited]).toEqual([1, false])
})

test('the pause counts from the failure, not from the question', async () => {
  const { ask, answer, seen } = stand()
  ask.want(0)
  ask.want(9_000)
  await answer('lost')
  ask.want(9_400)
  expect(seen().asked).toBe(1)
  ask.want(9_500)
  expect(seen().asked).toBe(2)
})

test('who is refused does not ask on, and waits for nothing, until the line was made anew', async () => {
  const { ask, answer, seen } = stand()
  ask.want(0)
  await answer(null)
  for (let now = 100; now < 60_000; now += 100) ask.want(now)
  expect([seen().asked, ask.awaited]).toEqual([1, false])
  ask.cut()
  ask.want(60_000)
  expect(seen().asked).toBe(2)
})

test('nothing is asked twice at once, however often the line is cut; what a cut made stale is asked for once more', async () => {
  const { ask, answer, seen } = stand()
  ask.want(0)
  for (let now = 100; now < 5_000; now += 100) {
    ask.cut()
    ask.want(now)
  }
  expect(seen()).toEqual({ asked: 1, told: 0 })
  await answer(timeline)
  expect([seen().told, ask.awaited]).toEqual([1, true])
  for (let now = 5_000; now < 40_000; now += 100) ask.want(now)
  expect(seen().asked).toBe(2)
  await answer(timeline)
  expect([seen().told, ask.awaited]).toEqual([2, false])
})

test('a line that is cut all the time makes nobody ask more often than every ten seconds', async () => {
  const { ask, answer, seen } = stand()
  for (let now = 0; now < 60_000; now += 100) {
    ask.cut()
    const before = seen().asked
    ask.want(now)
    if (seen().asked > before) await answer(timeline)
  }
  expect(seen().asked).toBe(6)
})
