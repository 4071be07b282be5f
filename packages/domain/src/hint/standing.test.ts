import { expect, test } from 'vitest'
import { lightFault } from '../equipment/light.ts'
import { bandOf, preview, refuseWeights, thresholds1 } from '../trust/bands.ts'
import { trustScore } from '../trust/score.ts'
import { weights1 } from '../trust/weights.ts'
import { ringing } from './alarm.ts'
import { fairness } from './fairness.ts'
import { isTechnical } from './outage.ts'
import { intervalsOf, type Judged, standingOf } from './standing.ts'
import { during, settingsOf } from './samples.ts'
import { nothingWatched, watcher } from './watch.ts'

const hint = (no: number, over: Partial<Judged> = {}): Judged => ({
  no,
  code: 'face_absent',
  from: no * 10_000,
  to: no * 10_000 + 5_000,
  verdict: 'counts',
  technical: false,
  state: 'open',
  ...over,
})

test('TR-72 a hint is only a hint until a person confirms it; what a person dismissed, a permission covers or an outage explains costs nothing', () => {
  expect(standingOf(hint(1))).toBe('hint')
  expect(standingOf(hint(1, { state: 'answered' }))).toBe('hint')
  expect(standingOf(hint(1, { state: 'marked', verdict: 'permitted' }))).toBe('confirmed')
  expect(standingOf(hint(1, { state: 'dismissed' }))).toBe('dismissed')
  expect(standingOf(hint(1, { verdict: 'permitted' }))).toBe('permitted')
  expect(standingOf(hint(1, { technical: true }))).toBe('technical')
  expect(standingOf(hint(1, { verdict: 'unsure' }))).toBe('hint')
})

test('I-09 the points of a score are those of its hints and lead to their time', () => {
  const score = trustScore(intervalsOf([hint(1), hint(2, { state: 'dismissed' })]), weights1)
  expect(score.reasons.map(({ interval, cost }) => [interval, cost > 0])).toEqual([
    ['1', true],
    ['2', false],
  ])
})

test('a lost network explains what it looks like by itself and nothing that was seen in the picture', () => {
  const outage = [{ sensor: 'link', from: 10_000, to: 40_000 } as const]
  const at = (code: Judged['code'], from = 12_000, to = 39_000) =>
    isTechnical({ rule: code, code, from, to }, outage)
  expect(at('video_recording_disabled')).toBe(true)
  expect(at('examinee_absent_from_session')).toBe(true)
  expect(at('examinee_absent_from_session', 12_000, 44_000)).toBe(false)
  expect(at('video_recording_disabled', 50_000, 60_000)).toBe(false)
  for (const code of [
    'camera_view_obstructed',
    'camera_deliberately_covered',
    'face_absent',
    'gadgets',
  ] as const)
    expect(at(code), code).toBe(false)
  expect(
    isTechnical({ rule: 'recorder_stopped', code: 'video_recording_disabled', from: 12_000, to: 20_000 }, [
      { sensor: 'sound', from: 0, to: 90_000 },
    ]),
  ).toBe(false)
})

for (const act of ['001', '003', '004'] as const)
  test(`TR-36 under ${act} a failed network never looks like a covered camera or a person who left`, () => {
    const { feed, hints } = watcher(settingsOf(act))
    const cut = [
      ...during('link', { online: false, recording: false, joined: false }, 0, 60_000),
      ...during('picture', {}, 0, 60_000),
      ...during('face', {}, 0, 60_000),
    ].sort((a, b) => a.at - b.at)
    const codes = new Set(hints(feed(nothingWatched, cut)).map(({ code }) => code))
    for (const code of [
      'camera_view_obstructed',
      'webcam_signal_missing',
      'left_camera_view',
      'face_absent',
      'video_recording_disabled',
    ] as const)
      expect(codes.has(code), code).toBe(false)
  })

test('I-07 a detector that fires all the time calls once a minute; what is permitted or technical never calls', () => {
  const storm = Array.from({ length: 90 }, (_, i) => hint(i + 1, { from: i * 2_000, to: i * 2_000 + 500 }))
  expect([...ringing(storm)]).toEqual([1, 31, 61])
  expect(ringing(storm.map((one) => ({ ...one, verdict: 'permitted' as const }))).size).toBe(0)
  expect(ringing(storm.map((one) => ({ ...one, technical: true }))).size).toBe(0)
  expect(ringing([hint(1), hint(2, { code: 'gadgets' })]).size).toBe(2)
  // Answered is silent, and its neighbours within the minute stay so.
  expect([...ringing([hint(1, { state: 'answered' }), hint(2), hint(8)])]).toEqual([8])
})

test('R0-2.2.3b the share of hints that were nothing is told for each detector, over those a person decided', () => {
  const rows = fairness([
    [hint(1, { state: 'dismissed' }), hint(2, { state: 'marked' }), hint(3)],
    [hint(1, { state: 'dismissed' }), hint(2, { code: 'gadgets', verdict: 'permitted' })],
  ])
  expect(rows).toMatchObject([
    { code: 'face_absent', hints: 4, sessions: 2, marked: 1, dismissed: 2, dismissedShare: 2 / 3 },
    { code: 'gadgets', hints: 1, sessions: 1, permitted: 1, dismissedShare: null },
  ])
})

test('R0-2.2.3b a slow machine adds no hint: what it could not measure is a time nobody saw', () => {
  const { feed, hints } = watcher(settingsOf('004'))
  const slow = Array.from({ length: 60 }, (_, i) => ({
    no: i,
    at: i * 1_000,
    on: 'blind' as const,
    sensor: 'face' as const,
    why: 'too_slow' as const,
  }))
  const watch = feed(nothingWatched, slow)
  expect(hints(watch)).toEqual([])
  expect(watch.blind).toMatchObject([{ sensor: 'face', from: 0, to: 59_000, why: 'too_slow' }])
})

test('T-17 two thresholds sort a queue: exactly the value is not below it', () => {
  const band = (hundredths: number) => bandOf({ hundredths }, thresholds1)
  expect([49_99, 50_00, 79_99, 80_00, 100_00].map(band)).toEqual(['first', 'next', 'next', 'last', 'last'])
})

test('I-11 a camera that looks virtual, or a virtual machine, can not alone bring a session before the others', () => {
  for (const code of ['virtual_machine', 'video_quality_artificially_reduced'] as const) {
    const storm = Array.from({ length: 300 }, (_, i) =>
      hint(i + 1, { code, from: i * 1_000, to: i * 1_000 + 900 }),
    )
    expect(bandOf(trustScore(intervalsOf(storm), weights1), thresholds1)).toBe('last')
  }
})

test('R0-2.5a.2 weights are an exam’s own, within bounds, and a look at past sessions changes none of them', () => {
  const heavy = { once: 60_00, perSecond: 0, cap: 60_00 }
  expect(refuseWeights({ face_absent: heavy }, thresholds1, 2)).toBeNull()
  expect(refuseWeights({ bad_mood: heavy }, thresholds1, 2)).toBe('no_such_code')
  expect(refuseWeights({ face_absent: { ...heavy, once: 0.5 } }, thresholds1, 2)).toBe('wrong_number')
  expect(refuseWeights({ face_absent: { ...heavy, cap: 100_01 } }, thresholds1, 2)).toBe('wrong_number')
  expect(refuseWeights({}, { first: 81, next: 80 }, 2)).toBe('wrong_thresholds')
  expect([0, 1, 1.5, 10, 11].map((times) => refuseWeights({}, thresholds1, times))).toEqual([
    'wrong_number',
    null,
    'wrong_number',
    null,
    'wrong_number',
  ])
  const own = { ...weights1, version: 'own-1', byCode: { face_absent: heavy } }
  const [seen] = preview([{ session: 'a', intervals: intervalsOf([hint(1)]) }], weights1, own)
  expect([seen?.before.version, seen?.after.version, seen?.after.hundredths]).toEqual(['v1', 'own-1', 40_00])
  expect(seen?.before).toEqual(trustScore(intervalsOf([hint(1)]), weights1))
})

for (const [id, act] of [
  ['R1-4.1g', '001'],
  ['R3-4.2.1.2', '003'],
  ['R4-6.3.1b', '004'],
] as const)
  test(`${id} a dark room is told before the start and is a hint of its own code during the session`, () => {
    expect(lightFault({ mean: 30, middle: 32, edges: 28, left: 30, right: 31 })).toBe('dark')
    expect(lightFault({ mean: 120, middle: 120, edges: 110, left: 118, right: 121 })).toBeNull()
    const { feed, hints } = watcher(settingsOf(act))
    const seen = (dark: boolean) => hints(feed(nothingWatched, during('picture', { dark }, 2_000, 40_000)))
    expect(seen(true)).toMatchObject([{ code: 'insufficient_lighting', from: 2_000, to: 40_000 }])
    expect(seen(false)).toEqual([])
  })
