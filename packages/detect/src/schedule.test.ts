import { expect, test } from 'vitest'
import { type Look, type Mode, plans, Schedule } from './schedule.ts'

const looks = ['light', 'faces', 'mesh', 'things', 'lap'] as const
const measured: Readonly<Record<Look, number>> = { light: 3, faces: 18, mesh: 13, things: 130, lap: 130 }

/** A minute of looking on a machine so many times slower than the one that was measured; the part of a core it took. */
function minute(mode: Mode, slower: number) {
  const schedule = new Schedule(mode)
  const times: Record<Look, number> = { light: 0, faces: 0, mesh: 0, things: 0, lap: 0 }
  let [now, busy] = [0, 0]
  // What was learned about the machine in the first half does not count.
  for (let half = 0; half < 2; half++) {
    const end = now + 30_000
    ;[busy, times.light, times.faces, times.mesh, times.things, times.lap] = [0, 0, 0, 0, 0, 0]
    while (now < end) {
      let took = 0
      for (const look of looks)
        if (schedule.due(look, now)) {
          schedule.spent(look, measured[look] * slower)
          times[look]++
          took += measured[look] * slower
        }
      busy += took
      now += Math.max(took, 50)
    }
  }
  return { share: busy / 30_000, times, tooSlow: schedule.tooSlow }
}

test('looking stays under a tenth of one core, and under a twentieth in the low mode', () => {
  expect(minute('usual', 1).share).toBeLessThanOrEqual(0.1)
  expect(minute('low', 1).share).toBeLessThanOrEqual(0.05)
})

test('a processor three times slower is looked with less often and takes no more than 15 % of its core', () => {
  const [usual, slow] = [minute('usual', 1), minute('usual', 3)]
  expect(slow.share).toBeLessThanOrEqual(0.15)
  for (const look of looks) expect(slow.times[look]).toBeLessThanOrEqual(usual.times[look])
  // Still often enough that somebody who leaves is seen within three seconds.
  expect(slow.times.faces + slow.times.mesh).toBeGreaterThanOrEqual(10)
  expect(slow.tooSlow).toBe(false)
})

test('a machine that even the longest pauses do not help is too slow, and says so', () => {
  expect(minute('usual', 40).tooSlow).toBe(true)
})

test('a look is due once, again after its pause, and sooner where there is reason', () => {
  const schedule = new Schedule('usual')
  expect([schedule.due('faces', 0), schedule.due('faces', 0)]).toEqual([true, false])
  expect(schedule.due('faces', plans.usual.looks.faces.every / 2)).toBe(false)
  // Nearly due goes along with what is.
  expect(schedule.due('faces', plans.usual.looks.faces.every - 100)).toBe(true)
  schedule.soon('faces', 1_200)
  expect(schedule.due('faces', 1_200)).toBe(true)
})

test('a doubt is looked at out of turn, and one that never ends costs next to nothing', () => {
  const schedule = new Schedule('low')
  for (const look of looks) schedule.due(look, 0)
  schedule.hurry('mesh', 0, 500)
  expect(schedule.due('mesh', 500)).toBe(true)
  let many = 0
  for (let now = 1_000; now < 600_000; now += 500) {
    schedule.hurry('lap', now, now)
    if (schedule.due('lap', now)) many++
  }
  // Ten in their turn, and 0.3 % of a core for those out of it.
  expect(many).toBeGreaterThan(10)
  expect((many - 10) * plans.low.looks.lap.costs).toBeLessThanOrEqual(600_000 * 0.003 + 250)
})

test('the page waits until the next look and no longer', () => {
  const schedule = new Schedule('usual')
  for (const look of looks) schedule.due(look, 0)
  expect(schedule.wait(0)).toBe(Math.min(...looks.map((look) => plans.usual.looks[look].every)))
  expect(schedule.wait(10_000)).toBe(0)
})
