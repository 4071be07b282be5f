import fc from 'fast-check'
import { expect, test } from 'vitest'
import { preset } from '../policy/presets.ts'
import { effectivePolicy } from '../policy/effective.ts'
import { during, honest, settingsOf } from './samples.ts'
import { leastMs } from './settings.ts'
import type { BlindReason, Measured, Sensor, Signal } from './signal.ts'
import { blindness, nothingWatched, watcher } from './watch.ts'

const settings = settingsOf('004')
const { feed, hints } = watcher(settings)
const hintsOf = (signals: readonly Signal[], rule?: string) =>
  hints(feed(nothingWatched, signals)).filter((hint) => rule === undefined || hint.rule === rule)
const spans = (signals: readonly Signal[], rule: string) =>
  hintsOf(signals, rule).map(({ from, to }) => [from, to])

test('an honest hour leaves no hint', () => {
  const all = (Object.keys(honest) as Sensor[]).flatMap((on) => during(on, {}, 0, 3_600_000))
  expect(hintsOf(all)).toEqual([])
})

for (const [rule, on, change, ms] of [
  ['face_absent', 'face', { count: 0 }, 5_000],
  ['head_turned', 'face', { yaw: -35 }, 5_000],
  ['face_small', 'face', { share: 0.19 }, 10_000],
  ['noise', 'sound', { level: 'noisy' }, 5_000],
  ['low_sound', 'sound', { level: 'low' }, 10_000],
  ['frozen', 'picture', { frozen: true }, 10_000],
  ['dark', 'picture', { dark: true }, 10_000],
  ['link_lost_long', 'link', { online: false }, 900_000],
] as const)
  test(`${rule} begins at exactly ${ms} ms of the policy and not a millisecond before`, () => {
    expect(spans(during(on, change, 1_000, 1_000 + ms), rule)).toEqual([[1_000, 1_000 + ms]])
    expect(spans(during(on, change, 1_000, 1_000 + ms - 1), rule)).toEqual([])
  })

test('a duration that nobody decided is no threshold: the rule stays silent', () => {
  const bare = effectivePolicy(preset('004'))
  if (!bare.ok) throw new Error('refused')
  const silent = watcher({ ...settings, policy: bare.policy })
  const rules = silent
    .hints(silent.feed(nothingWatched, during('face', { count: 0, yaw: 80 }, 0, 60_000)))
    .map((hint) => hint.rule)
  expect(rules).toEqual([])
})

const at = (ms: number, change: Partial<typeof honest.face> | Record<string, unknown>): Signal =>
  ({ no: ms, at: ms, ...honest.face, ...change }) as Signal

test('where no absence is allowed a face lost for a moment is none yet', () => {
  const absence = { moreThanMinutes: 'session.absence_allowed_min' } as const
  expect(leastMs(absence, settingsOf('003').policy)).toBe(5_000)
  expect(leastMs(absence, settingsOf('001').policy)).toBe(300_001)
})

test('a bent head is at the workplace, a head turned aside is elsewhere, whichever it also is', () => {
  const about = (change: Parameters<typeof during>[1]) =>
    hintsOf(during('face', change, 0, 6_000), 'head_turned').map((hint) => hint.about)
  expect(about({ pitch: 30 })).toEqual(['workplace'])
  expect(about({ pitch: -30 })).toEqual(['elsewhere'])
  expect(about({ yaw: 40 })).toEqual(['elsewhere'])
  expect(about({ yaw: -40, pitch: 30 })).toEqual(['elsewhere'])
})

test('within the hysteresis a hint goes on and none begins', () => {
  const turn = (yaws: readonly number[]) => yaws.map((yaw, i) => at(i * 1_000, { yaw }))
  expect(spans(turn([35, 31, 34, 31, 35, 35, 30]), 'head_turned')).toEqual([[0, 6_000]])
  expect(spans(turn([34, 34, 34, 34, 34, 34, 34, 34]), 'head_turned')).toEqual([])
  expect(spans(turn([35, 35, 30, 35, 35, 35, 0]), 'head_turned')).toEqual([])
})

test('neighbours closer than the calibration says are one hint, and each was long enough by itself', () => {
  const twice = (pause: number) => [
    ...during('face', { count: 0 }, 0, 6_000),
    ...during('face', { count: 0 }, 6_000 + pause, 13_000 + pause),
  ]
  expect(spans(twice(1_999), 'face_absent')).toEqual([[0, 14_999]])
  expect(spans(twice(2_000), 'face_absent')).toEqual([
    [0, 6_000],
    [8_000, 15_000],
  ])
  const short = [...during('face', { count: 0 }, 0, 4_000), ...during('face', { count: 0 }, 4_500, 8_500)]
  expect(spans(short, 'face_absent')).toEqual([])
})

const blind = (ms: number, why: BlindReason): Signal => ({ no: ms, at: ms, on: 'blind', sensor: 'face', why })

test('a sensor that says it is blind leaves an interval of its own and no hint, and does not bridge two', () => {
  const watch = feed(nothingWatched, [
    ...during('face', { count: 0 }, 0, 6_000).slice(0, -1),
    blind(6_000, 'too_slow'),
    ...during('face', { count: 0 }, 6_500, 13_000),
  ])
  expect(blindness(watch)).toEqual([
    { sensor: 'face', from: 6_000, to: 6_500, why: 'too_slow', ongoing: false },
  ])
  expect(
    hints(watch)
      .filter((hint) => hint.rule === 'face_absent')
      .map(({ from, to }) => [from, to]),
  ).toEqual([
    [0, 5_500],
    [6_500, 13_000],
  ])
})

test('a silent sensor is blind: what was open ends where it was last seen', () => {
  const watch = feed(nothingWatched, [
    ...during('face', { count: 0 }, 0, 6_000).slice(0, -1),
    at(60_000, { count: 0 }),
  ])
  expect(blindness(watch)).toEqual([
    { sensor: 'face', from: 5_500, to: 60_000, why: 'silent', ongoing: false },
  ])
  expect(
    hints(watch)
      .filter((hint) => hint.rule === 'face_absent')
      .map(({ to }) => to),
  ).toEqual([5_500])
})

test('a sensor that is blind from the first to the last signal accuses nobody', () => {
  const watch = feed(
    nothingWatched,
    Array.from({ length: 100 }, (_, i) => blind(i * 1_000, 'no_model')),
  )
  expect(hints(watch)).toEqual([])
  expect(blindness(watch)).toEqual([{ sensor: 'face', from: 0, to: 99_000, why: 'no_model', ongoing: true }])
})

test('a hint names the signals that made it and the strongest of them', () => {
  const phone = (ms: number, confidence: number): Signal => ({
    no: ms,
    at: ms,
    ...honest.objects,
    phone: confidence,
  })
  const [hint] = hintsOf([
    phone(0, 0),
    phone(4_000, 0.4),
    phone(5_000, 0.8),
    phone(9_000, 0.27),
    phone(13_000, 0),
  ])
  expect(hint).toMatchObject({
    code: 'gadgets',
    from: 4_000,
    to: 13_000,
    strength: 0.8,
    made: [{ sensor: 'objects', first: 4_000, last: 9_000 }],
  })
})

test('a hint is no mark: it has no verdict, severity or author', () => {
  const [hint] = hintsOf(during('screen', { focused: false }, 0, 1_000))
  expect(Object.keys(hint ?? {}).sort()).toEqual(
    ['code', 'from', 'id', 'made', 'ongoing', 'rule', 'strength', 'to'].sort(),
  )
})

const measured = fc.oneof(
  fc.record({
    on: fc.constant('face' as const),
    count: fc.integer({ min: 0, max: 3 }),
    share: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    yaw: fc.option(fc.integer({ min: -90, max: 90 })),
    pitch: fc.option(fc.integer({ min: -90, max: 90 })),
    gaze: fc.option(fc.constantFrom('screen', 'workplace', 'elsewhere')),
    eyesCovered: fc.option(fc.boolean()),
  }),
  fc.record({
    on: fc.constant('objects' as const),
    persons: fc.option(fc.integer({ min: 0, max: 3 })),
    phone: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    book: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    headphones: fc.constant(null),
  }),
  fc.boolean().map((focused) => ({ ...honest.screen, focused })),
  fc.boolean().map((online) => ({ ...honest.link, online })),
  fc.record({
    on: fc.constant('blind' as const),
    sensor: fc.constant('face' as const),
    why: fc.constant('too_slow'),
  }),
)
const stories = fc
  .array(fc.tuple(measured, fc.integer({ min: 0, max: 6_000 })), { maxLength: 120 })
  .map((steps) => {
    let now = 0
    return steps.map(([seen, wait], no): Signal => {
      now += wait
      return { no, at: now, ...(seen as Measured) }
    })
  })

test('fed whole, in pieces or twice, the hints and the blindness are the same to the last bit', () => {
  fc.assert(
    fc.property(
      stories,
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 }),
      (story, sizes) => {
        const whole = feed(nothingWatched, story)
        let pieces = nothingWatched
        for (let i = 0, turn = 0; i < story.length; turn++) {
          const piece = story.slice(i, i + (sizes[turn % sizes.length] ?? 1))
          pieces = feed(feed(pieces, piece), piece)
          i += piece.length
        }
        expect(JSON.stringify(pieces)).toBe(JSON.stringify(whole))
        expect(JSON.stringify(hints(pieces))).toBe(JSON.stringify(hints(whole)))
      },
    ),
    { numRuns: 200 },
  )
})

test('every hint lies within what was seen, and never over a time its sensor was blind', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const watch = feed(nothingWatched, story)
      const dark = blindness(watch)
      for (const hint of hints(watch)) {
        expect(hint.from).toBeLessThanOrEqual(hint.to)
        expect(hint.to).toBeLessThanOrEqual(story.at(-1)?.at ?? 0)
        const over = dark.filter((one) => one.sensor === hint.made[0]?.sensor)
        expect(over.filter((one) => one.from < hint.to && hint.from < one.to)).toEqual([])
      }
    }),
    { numRuns: 200 },
  )
})

test('a part too short for a hint does not bridge the blind time before it', () => {
  const shortest = { ...settings, calibration: { ...settings.calibration, mergeMs: 10_000 } }
  const wide = watcher(shortest)
  const watch = wide.feed(nothingWatched, [
    ...during('face', { count: 0 }, 0, 6_000).slice(0, -1),
    blind(6_000, 'poor_picture'),
    ...during('face', { count: 0 }, 6_500, 7_000),
    ...during('face', { count: 0 }, 8_000, 14_000),
  ])
  const found = wide.hints(watch).filter((hint) => hint.rule === 'face_absent')
  expect(found.map(({ from, to }) => [from, to])).toEqual([
    [0, 5_500],
    [8_000, 14_000],
  ])
})

test('eyes that go on from the keyboard to the wall are two hints', () => {
  const moved = [
    ...during('face', { gaze: 'workplace' }, 0, 4_000).slice(0, -1),
    ...during('face', { gaze: 'elsewhere' }, 4_000, 9_000),
  ]
  expect(hintsOf(moved, 'gaze_away').map(({ from, to, about }) => [from, to, about])).toEqual([
    [0, 4_000, 'workplace'],
    [4_000, 9_000, 'elsewhere'],
  ])
})

const heardVoice = (ms: number, heldMs: number): Signal => ({
  no: ms,
  at: ms,
  ...honest.sound,
  voice: 'lips_still',
  heldMs: { silence: 0, level: 0, gain: 0, voice: heldMs },
})
const quietAt = (ms: number): Signal => ({ no: ms, at: ms, ...honest.sound })

test('what a sensor had to hear for a while began when it began, but never in a time nobody saw nor before what ended', () => {
  const goesOn = (...times: readonly number[]) => times.map((ms) => heardVoice(ms, 0))
  expect(spans([quietAt(2_000), heardVoice(4_000, 900), ...goesOn(6_500, 8_100)], 'second_voice')).toEqual([
    [3_100, 8_100],
  ])
  const blind: Signal = { no: 3_500, at: 3_500, on: 'blind', sensor: 'sound', why: 'switched_off' }
  expect(
    spans([quietAt(2_000), blind, heardVoice(4_000, 900), ...goesOn(6_500, 8_500)], 'second_voice'),
  ).toEqual([[3_500, 8_500]])
  const after = [...goesOn(1_000, 3_500, 6_000), quietAt(6_100), heardVoice(6_400, 3_000)]
  expect(spans([...after, ...goesOn(9_000, 11_100)], 'second_voice')).toEqual([[1_000, 11_100]])
  expect(spans([...after, ...goesOn(9_000, 11_000)], 'second_voice')).toEqual([[1_000, 6_100]])
})
