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
  const every = schedule.every('faces')
  expect(schedule.due('faces', every / 2)).toBe(false)
  // Nearly due goes along with what is.
  expect(schedule.due('faces', every - 100)).toBe(true)
  schedule.soon('faces', every + 100)
  expect(schedule.due('faces', every + 100)).toBe(true)
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

/** What each look took in an hour before a camera where everything is doubtful: things come and go, eyes are aside, the lap never rests. */
function restless(schedule: Schedule, slower: number) {
  const taken: { look: Look; at: number; ms: number }[] = []
  let now = 0
  while (now < 3_600_000) {
    let took = 0
    for (const look of looks) {
      if (!schedule.due(look, now)) continue
      // Now more, now less: one look is never quite like the other.
      const ms = measured[look] * slower * (1 + 0.2 * Math.sin(taken.length))
      schedule.spent(look, ms)
      taken.push({ look, at: now, ms })
      took += ms
      if (look === 'light') {
        schedule.hurry('lap', now, now)
        schedule.news(now)
      } else if (look === 'mesh') schedule.hurry(look, now, now + 500)
      else if (look === 'faces') schedule.hurry(look, now, now + 1_000)
      else schedule.soon(look, now + 1_000)
    }
    now += took + Math.max(50, schedule.wait(now + took))
  }
  const sum = (some: typeof taken) => some.reduce((all, { ms }) => all + ms, 0)
  return {
    hour: sum(taken) / 3_600_000,
    /** The most of any so many milliseconds. */
    worst: (ms: number) => {
      let [worst, inside, first] = [0, 0, 0]
      for (const one of taken) {
        inside += one.ms
        for (; (taken[first]?.at ?? now) <= one.at - ms; first++) inside -= taken[first]?.ms ?? 0
        worst = Math.max(worst, inside)
      }
      return worst / ms
    },
    pause: (look: Look) => {
      const at = taken.filter((one) => one.look === look).map((one) => one.at)
      return Math.max(...at.map((one, i) => one - (at[i - 1] ?? 0)))
    },
  }
}

test('in the low mode an hour of doubts and of news, and any minute of it, stay under a twentieth of one core, all looks together, and any ten seconds under a tenth', () => {
  const { hour, worst, pause } = restless(new Schedule('low'), 1)
  expect(hour).toBeLessThanOrEqual(0.043)
  expect(worst(60_000)).toBeLessThanOrEqual(0.048)
  expect(worst(10_000)).toBeLessThanOrEqual(0.09)
  for (const look of looks) expect(pause(look)).toBeLessThanOrEqual(plans.low.looks[look].atMost)
})

test('in the usual mode an hour of doubts stays under 8 % of one core, and what is found is looked at again at once', () => {
  const { hour, pause } = restless(new Schedule('usual'), 1)
  expect(hour).toBeLessThanOrEqual(0.08)
  for (const look of looks) expect(pause(look)).toBeLessThanOrEqual(plans.usual.looks[look].atMost + 2_500)
  const schedule = new Schedule('usual')
  for (let now = 0; now < 300_000; now += 50)
    for (const look of looks) if (schedule.due(look, now)) schedule.spent(look, measured[look])
  schedule.soon('things', 300_500)
  expect(schedule.due('things', 300_500)).toBe(true)
  schedule.spent('things', measured.things)
  schedule.soon('things', 301_500)
  expect(schedule.due('things', 301_500)).toBe(true)
})

test.each([1.5, 2, 3])('in the low mode a machine %s times slower holds the same twentieth', (slower) => {
  const { hour, pause } = restless(new Schedule('low'), slower)
  expect(hour).toBeLessThanOrEqual(0.05)
  // What has no room waits, and no longer than its longest pause.
  for (const look of looks) expect(pause(look)).toBeLessThanOrEqual(plans.low.looks[look].atMost + 2_500)
})

test('what was taken before the mode became low counts, and a thing that is found is still looked at again at once', () => {
  const schedule = new Schedule('usual')
  for (const look of looks) schedule.due(look, 0)
  for (let i = 0; i < 6; i++) schedule.spent('things', 110)
  schedule.mode = 'low'
  schedule.soon('things', 1_000)
  expect(schedule.due('things', 1_000)).toBe(false)
  expect(schedule.due('things', 10_500)).toBe(true)
  schedule.spent('things', 110)
  schedule.soon('things', 11_500)
  expect(schedule.due('things', 11_500)).toBe(true)
})

/** Milliseconds from something new until things were looked at, and until the look that agrees. */
function telephoneAt(shown: number, mode: Mode, tells: boolean): readonly number[] {
  const schedule = new Schedule(mode)
  const seen: number[] = []
  let now = 0
  while (seen.length < 2) {
    let took = 0
    for (const look of looks) {
      if (!schedule.due(look, now)) continue
      schedule.spent(look, measured[look])
      took += measured[look]
      if (look === 'light' && tells && now >= shown && seen.length === 0) schedule.news(now)
      if (look !== 'things' || now < shown) continue
      seen.push(now - shown)
      schedule.soon('things', now + 1_000)
    }
    now += took + Math.max(50, schedule.wait(now + took))
  }
  return seen
}

test('in the low mode a telephone that appears in a calm exam is looked at within two seconds and again a second later, whenever it comes', () => {
  const moments = Array.from({ length: 60 }, (_, i) => 60_000 + i * 1_700)
  const longest = (mode: Mode, tells: boolean) =>
    [0, 1].map((nth) => Math.max(...moments.map((at) => telephoneAt(at, mode, tells)[nth] as number)))
  const [first, second] = longest('low', true)
  expect(first).toBeLessThanOrEqual(2_000)
  expect(second).toBeLessThanOrEqual(3_500)
  // Without being told it waits for its turn; in the usual mode that comes soon enough.
  expect(longest('low', false)[0]).toBeGreaterThan(10_000)
  expect(longest('usual', true)).toEqual(longest('usual', false))
})

test('the page waits until the next look and no longer', () => {
  const schedule = new Schedule('usual')
  for (const look of looks) schedule.due(look, 0)
  expect(schedule.wait(0)).toBe(Math.min(...looks.map((look) => schedule.every(look))))
  expect(schedule.wait(10_000)).toBe(0)
})
