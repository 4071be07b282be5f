// Every number of the acts at its boundary, in the function that the product asks: the last value that is fine, the first that is not.
import { expect, test } from 'vitest'
import { defaultDecisionPolicy, type Findings } from '../decision/findings.ts'
import { recommendations } from '../decision/recommend.ts'
import { minimumsOf } from '../equipment/minimums.ts'
import { prove, type Readings } from '../equipment/prove.ts'
import { preset } from '../policy/presets.ts'
import { connect } from '../scheduling/seats.ts'
import { mayOpen } from '../scheduling/staffing.ts'
import { instant, Temporal } from '../time.ts'
import { isInTimeBefore, faceIsTooSmall, gazeAwayIsRepeated } from './deadlines.ts'
import { isOverdue, requestDue } from './e-request.ts'
import { russianYears } from './russian-years.ts'
import { lastDayOf } from './term.ts'
import { endOfWorkingDay } from './working-days.ts'
import { isOwedThisYear } from './yearly.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)

for (const [received, inTime] of [
  ['2026-05-18', true],
  ['2026-05-19', false],
] as const)
  test(`consent_original 7 calendar days before the attestation of 25 May: ${received} is ${inTime ? 'in time' : 'late'}`, () =>
    expect(isInTimeBefore(day(received), day('2026-05-25'), 7)).toBe(inTime))

test('TR-13 max_simultaneous 15: the 15th connects, the 16th does not', () => {
  const seated = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ examinee: `${i}`, device: 'a' }))
  const rules = { atOnce: 15, perProctor: 6 }
  expect(connect(seated(14), { examinee: 'next', device: 'a' }, rules).ok).toBe(true)
  expect(connect(seated(15), { examinee: 'next', device: 'a' }, rules).ok).toBe(false)
})

for (const [examinees, proctors, opens] of [
  [6, 1, true],
  [7, 1, false],
  [12, 2, true],
  [13, 2, false],
  [15, 3, true],
] as const)
  test(`TR-13 proctor_ratio 1:6: ${examinees} examinees with ${proctors}: ${opens ? 'opens' : 'does not open'}`, () =>
    expect(mayOpen(examinees, proctors, { perProctor: 6, atOnce: 15 }).ok).toBe(opens))

test('TR-14 async_review 1 working day ends at midnight of the institution after the next working day', () => {
  const due = endOfWorkingDay(russianYears, instant('2026-11-20T08:00:00Z'), 'Europe/Moscow', 1)
  expect(due?.toString()).toBe('2026-11-23T20:59:59.999999999Z')
})

for (const [looks, repeated] of [
  [[[0, 30]], false],
  [
    [
      [0, 30],
      [60, 90],
    ],
    true,
  ],
  [
    [
      [0, 30],
      [60, 89],
    ],
    false,
  ],
] as const)
  test(`TR-19 gaze_away 30 s, repeated: looks ${JSON.stringify(looks)} ${repeated ? 'count' : 'do not'}`, () => {
    const base = instant('2026-05-25T10:00:00Z')
    const spans = looks.map(([from, until]) => ({
      from: base.add({ seconds: from }),
      until: base.add({ seconds: until }),
    }))
    expect(gazeAwayIsRepeated(spans, 30)).toBe(repeated)
  })

for (const [share, small] of [
  [0.2, false],
  [61_440 / (640 * 480), false],
  [61_439 / (640 * 480), true],
] as const)
  test(`TR-17 face_fraction 0.20: ${share} of the frame is ${small ? 'too small' : 'enough'}`, () =>
    expect(faceIsTooSmall(share, 0.2)).toBe(small))

test('TR-03 starred_violations 2: one is not enough, two are', () => {
  const findings: Findings = {
    act: '004',
    marks: [{ code: 'outsider_in_frame', occurrences: 1 }],
    switchedOff: [],
    stoppedForViolations: false,
    recordingRequired: false,
    recordingConfirmed: false,
    started: true,
    finalAttestation: false,
    failure: null,
  }
  const starred = (given: Findings) =>
    recommendations(given, defaultDecisionPolicy).some(({ rule }) => rule === 'starred_rows')
  expect(starred(findings)).toBe(false)
  const second = { code: 'webcam_signal_missing', occurrences: 1 } as const
  expect(starred({ ...findings, marks: [...findings.marks, second] })).toBe(true)
})

const good: Readings = {
  os: { windows: true, nt: 6.1 },
  deviceMemoryGb: 8,
  browser: { brand: 'chrome', major: 150 },
  mbps: { down: 5, up: 5 },
  camera: { width: 640, height: 480, fps: 15 },
  microphoneHeard: true,
  toneConfirmed: true,
  screenExtended: false,
  mobile: false,
}
const table = { newest: { chrome: 150 }, tolerance: 1 }

for (const [what, over, item, verdict] of [
  ['640x480 at 15 frames', {}, 'camera', 'proven'],
  ['639x480', { camera: { width: 639, height: 480, fps: 15 } }, 'camera', 'failed'],
  ['14 frames', { camera: { width: 640, height: 480, fps: 14 } }, 'camera', 'failed'],
  ['5 Mbit/s', {}, 'net', 'proven'],
  ['4.9 Mbit/s up', { mbps: { down: 50, up: 4.9 } }, 'net', 'failed'],
  ['6 times the memory', { deviceMemoryGb: 8 }, 'ram', 'proven'],
  ['1 GB said', { deviceMemoryGb: 1 }, 'ram', 'failed'],
  ['a disk no browser can measure', {}, 'disk', 'unproven'],
] as const satisfies readonly (readonly [
  string,
  Partial<Readings>,
  'camera' | 'net' | 'ram' | 'disk',
  string,
])[])
  test(`TR-24 minimums of 004, ${what}: ${item} ${verdict}`, () =>
    expect(prove(minimumsOf(preset('004')), { ...good, ...over }, table)[item]).toBe(verdict))

const terms = { registerDays: 3, answerDays: 30, extendDays: 30, forwardDays: 7 }
const request = { receivedOn: day('2026-11-02'), registeredOn: day('2026-11-05'), extended: false }

test('TR-29 e_request 3 / 30 / +30 / 7 days: registered, answered, prolonged, forwarded', () => {
  const due = (dates: typeof request) =>
    Object.values(requestDue(dates, terms)).map((on) => on?.toString() ?? null)
  expect(due(request)).toEqual(['2026-11-05', '2026-12-05', '2026-11-12'])
  expect(due({ ...request, extended: true })).toEqual(['2026-11-05', '2027-01-04', '2026-11-12'])
  expect(requestDue({ ...request, registeredOn: null }, terms)).toMatchObject({ answer: null, forward: null })
})

test('TR-29 the last day of a term is in time, the next is not; what is done in time stays so', () => {
  expect(isOverdue(day('2026-12-05'), null, day('2026-12-05'))).toBe(false)
  expect(isOverdue(day('2026-12-05'), null, day('2026-12-06'))).toBe(true)
  expect(isOverdue(day('2026-12-05'), day('2026-12-05'), day('2027-02-01'))).toBe(false)
})

for (const [done, owed] of [
  ['2026-08-31', true],
  ['2026-09-01', false],
  ['2027-08-31', false],
  ['2027-09-01', true],
] as const)
  test(`quality_assessment once a year: one of ${done} ${owed ? 'leaves 2026/27 owed' : 'counts for 2026/27'}`, () =>
    expect(isOwedThisYear([day(done)], day('2026-12-01'), { month: 9, day: 1 })).toBe(owed))

for (const [unit, last] of [
  ['days', '2026-11-25'],
  ['working_days', '2026-11-27'],
] as const)
  test(`a term of 5 ${unit} from Friday 20 November ends on ${last}`, () =>
    expect(lastDayOf({ days: 5, unit }, day('2026-11-20'), russianYears)?.toString()).toBe(last))
