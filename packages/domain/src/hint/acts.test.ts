import { expect, test } from 'vitest'
import type { Accommodation } from '../accommodation/accommodation.ts'
import { catalogue, type ViolationCode } from '../incident/catalogue.ts'
import { type ExamPermissions, nothingPermitted } from '../incident/permitted.ts'
import type { CatalogueEntry, ListingAct } from '../incident/violation.ts'
import { during, settingsOf } from './samples.ts'
import { type Granted, nothingGranted, shownHints } from './shown.ts'
import type { Signal } from './signal.ts'
import { nothingWatched, watcher } from './watch.ts'

function shown(
  act: ListingAct,
  signals: readonly Signal[],
  rules: ExamPermissions = nothingPermitted,
  granted: Granted = nothingGranted,
) {
  const settings = settingsOf(act)
  const { feed, hints } = watcher(settings)
  return shownHints(hints(feed(nothingWatched, signals)), rules, granted, settings)
}
const codes = (...all: Parameters<typeof shown>): readonly ViolationCode[] => [
  ...new Set(shown(...all).map((hint) => hint.code)),
]
const entry = (code: ViolationCode): CatalogueEntry => catalogue[code]
const minute = 60_000
const glance = (from: number, seconds: number, gaze: 'workplace' | 'elsewhere' = 'elsewhere') =>
  during('face', { gaze }, from, from + seconds * 1_000)
const verdicts = (code: ViolationCode, ...all: Parameters<typeof shown>) =>
  shown(...all)
    .filter((hint) => hint.code === code)
    .map(({ verdict }) => verdict)

const off = during('picture', { track: 'ended' }, 0, minute)
const part = during('picture', { cover: 'part' }, 0, minute)
const whole = during('picture', { cover: 'whole' }, 0, minute)
const gone = during('face', { count: 0 }, 0, minute)

for (const [id, act] of [
  ['R1-6.5b', '001'],
  ['R3-6.7.2', '003'],
  ['R4-8.6.2', '004'],
] as const)
  test(`${id} a camera switched off, a view restricted and the zone left are three different hints`, () => {
    expect(codes(act, off)).toEqual(['webcam_signal_missing'])
    expect(codes(act, part)).toEqual(['camera_view_obstructed'])
    expect(codes(act, gone)).toContain('left_camera_view')
    const leaving: ExamPermissions = {
      ...nothingPermitted,
      switches: { allow_leaving_room: { limitSeconds: null } },
    }
    expect(verdicts('left_camera_view', act, gone, leaving)).toEqual([
      { verdict: 'permitted', because: ['allow_leaving_room'] },
    ])
    expect(verdicts('webcam_signal_missing', act, off, leaving)).toEqual([{ verdict: 'counts', because: [] }])
  })

for (const [id, act] of [
  ['R3-6.7.3', '003'],
  ['R4-8.6.3', '004'],
] as const)
  test(`${id} a face of exactly 20 % of the frame is enough, a little less is a reduced view`, () => {
    expect(codes(act, during('face', { share: 0.2 }, 0, minute))).toEqual([])
    expect(codes(act, during('face', { share: 0.1999 }, 0, minute))).toEqual(['face_below_min_fraction'])
    expect(entry('face_below_min_fraction').partOf).toBe('camera_view_reduced')
  })

for (const [id, act] of [
  ['R1-6.5d', '001'],
  ['R3-6.7.4', '003'],
  ['R4-8.6.4', '004'],
] as const)
  test(`${id} covered eyes are a hint; eyes nobody could measure are none`, () => {
    expect(codes(act, during('face', { eyesCovered: true }, 0, minute))).toEqual([
      'gaze_direction_obstructed',
    ])
    expect(codes(act, during('face', { eyesCovered: null, gaze: null, yaw: null }, 0, minute))).toEqual([])
  })

for (const [id, act] of [
  ['R1-6.5i R1-6.5j R1-6.5k', '001'],
  ['R3-6.7.7', '003'],
  ['R4-8.6.7', '004'],
] as const)
  test(`${id} each fault of light and picture is a hint of its own code`, () => {
    const picture = (change: Parameters<typeof during<'picture'>>[1]) =>
      codes(act, during('picture', change, 0, minute))
    expect(picture({ dark: true })).toEqual(['insufficient_lighting'])
    expect(picture({ backlight: true })).toEqual(['backlight_glare'])
    expect(picture({ uneven: true })).toEqual(['uneven_face_lighting'])
    expect(picture({ lightMoved: true })).toEqual(['light_source_moved'])
    expect(picture({ quality: 'poor_without_cause' })).toEqual(['video_quality_artificially_reduced'])
    expect(picture({ virtualCamera: true })).toEqual(['video_quality_artificially_reduced'])
    expect(picture({ quality: 'poor_network' })).toEqual(['poor_signal_quality'])
  })

test('R4-A4.13c a lens covered whole is the gross code, not a dark room; covered in part it is not', () => {
  expect([...codes('004', whole)].sort()).toEqual(['camera_deliberately_covered', 'camera_view_obstructed'])
  expect(codes('004', part)).not.toContain('camera_deliberately_covered')
  expect(entry('camera_deliberately_covered').severity['004']).toEqual(['gross2'])
  expect(codes('001', whole)).toEqual(['camera_view_obstructed'])
})

test('R1-6.6a eyes off the screen are a hint from the first moment', () => {
  expect(shown('001', glance(1_000, 1))).toMatchObject([{ code: 'gaze_off_screen', from: 1_000, to: 2_000 }])
  expect(codes('001', during('face', {}, 0, minute))).toEqual([])
})

for (const [id, act] of [
  ['R1-6.6c', '001'],
  ['R3-6.8.2', '003'],
  ['R4-8.7.2', '004'],
] as const)
  test(`${id} looking away again is systematic whatever its length and rhythm, and a person decides`, () => {
    const twice = shown(act, [...glance(0, 0.5), ...glance(40 * minute, 0.5)])
    expect(twice.filter((hint) => hint.code === 'gaze_off_screen_systematic')).toMatchObject([
      {
        from: 0,
        to: 40 * minute + 500,
        made: [
          { first: 0, last: 0 },
          { first: 40 * minute, last: 40 * minute },
        ],
      },
    ])
    expect(codes(act, glance(0, 120))).toEqual(['gaze_off_screen'])
    expect(entry('gaze_off_screen_systematic').detection).toBe('partial')
  })

for (const [id, act] of [
  ['R3-6.8.1', '003'],
  ['R4-8.7.1', '004'],
] as const)
  test(`${id} a glance at the keyboard is permitted only if the rules allow it and the tasks need it`, () => {
    const down = glance(0, 3, 'workplace')
    const rules = (glanceDown: boolean, textInput: boolean): ExamPermissions => ({
      ...nothingPermitted,
      glanceDown,
      tasks: { ...nothingPermitted.tasks, textInput },
    })
    const of = (allowed: boolean, needed: boolean, signals = down) =>
      verdicts('gaze_off_screen', act, signals, rules(allowed, needed))[0]?.verdict
    expect([of(false, false), of(true, false), of(false, true)]).toEqual(['counts', 'counts', 'counts'])
    expect(of(true, true)).toBe('permitted')
    expect(of(true, true, glance(0, 3))).toBe('counts')
  })

test('R4-A4.14b status 3 is hinted at by two looks of 30 s each, not by 29.999 s nor by one', () => {
  const repeated = (...seconds: readonly number[]) =>
    codes(
      '004',
      seconds.flatMap((long, i) => glance(i * 2 * minute, long)),
    ).includes('gaze_away_over_threshold_repeated')
  expect(repeated(30, 30)).toBe(true)
  expect(repeated(30, 29.999)).toBe(false)
  expect(repeated(90)).toBe(false)
  expect(repeated(10, 10, 10, 10, 10, 10)).toBe(false)
  expect(codes('003', [...glance(0, 40), ...glance(2 * minute, 40)])).not.toContain(
    'gaze_away_over_threshold_repeated',
  )
})

test('looks that a permission covers are shown and not counted together', () => {
  const aside: ExamPermissions = {
    ...nothingPermitted,
    switches: { allow_gaze_aside: { limitSeconds: null } },
  }
  const all = shown('004', [...glance(0, 30), ...glance(2 * minute, 30)], aside)
  expect(all.map(({ code, verdict }) => [code, verdict.verdict])).toEqual([
    ['gaze_off_screen', 'permitted'],
    ['gaze_off_screen', 'permitted'],
  ])
})

test('R1-6.7a nobody at the workplace is absence of 001, and over the limit only past five minutes', () => {
  expect(codes('001', gone)).toContain('absence_from_workplace')
  const away = (ms: number) => codes('001', during('face', { count: 0 }, 0, ms))
  expect(away(5 * minute)).not.toContain('absence_over_limit')
  expect(away(5 * minute + 1)).toContain('absence_over_limit')
  expect(codes('004', gone)).not.toContain('absence_from_workplace')
})

test('TR-08 an absence declared beforehand covers an empty chair up to exactly its limit; 003 knows none', () => {
  const away = (act: ListingAct, ms: number, declared: boolean) =>
    verdicts('left_camera_view', act, during('face', { count: 0 }, 1_000, 1_000 + ms), nothingPermitted, {
      ...nothingGranted,
      absences: declared ? [{ from: 1_000, to: 30 * minute }] : [],
    })
  const declared = { verdict: 'permitted', because: ['declared_absence'] }
  const counted = { verdict: 'counts', because: [] }
  expect(away('001', 5 * minute, true)).toEqual([declared])
  expect(away('001', 5 * minute + 1, true)).toEqual([counted])
  expect(away('001', minute, false)).toEqual([counted])
  expect(away('003', minute, true)).toEqual([counted])
  const early = verdicts(
    'left_camera_view',
    '001',
    during('face', { count: 0 }, 0, minute),
    nothingPermitted,
    {
      ...nothingGranted,
      absences: [{ from: 500, to: 30 * minute }],
    },
  )
  expect(early).toEqual([counted])
})

for (const [id, act] of [
  ['R1-4.1j', '001'],
  ['R3-4.2.2.2', '003'],
  ['R4-6.3.2b', '004'],
] as const)
  test(`${id} a microphone off and a lasting change of its level are hints of their own`, () => {
    expect(codes(act, during('sound', { track: 'muted' }, 0, 500))).toEqual(['microphone_disabled'])
    expect(codes(act, during('sound', { gainChanged: true }, 0, 5_000))).toEqual([
      'microphone_sensitivity_changed',
    ])
    expect(codes(act, during('sound', { gainChanged: true }, 0, 4_999))).toEqual([])
  })

test('R1-4.1i a microphone muted or ended is a hint at once', () => {
  for (const track of ['muted', 'ended'] as const)
    expect(shown('001', during('sound', { track }, 0, 500))).toMatchObject([
      { code: 'microphone_disabled', from: 0 },
    ])
})

test('TR-05 low sound and digital silence are different codes with different weight', () => {
  expect(codes('004', during('sound', { level: 'low' }, 0, minute))).toEqual(['audio_absent_or_low'])
  expect(codes('004', during('sound', { digitalSilence: true }, 0, minute))).toEqual(['microphone_disabled'])
})

for (const [id, act] of [
  ['R3-6.9.1', '003'],
  ['R4-8.8.1', '004'],
] as const)
  test(`${id} the examinee's own voice while a question is shown is a hint, without a question it is none`, () => {
    const voice = (questionShown: boolean) =>
      codes(act, during('sound', { voice: 'examinee', questionShown }, 0, minute))
    expect(voice(true)).toEqual(['reading_questions_aloud'])
    expect(voice(false)).toEqual([])
    expect(codes('001', during('sound', { voice: 'examinee' }, 0, minute))).toEqual([])
  })

for (const [id, act] of [
  ['R3-6.2a', '003'],
  ['R4-8.1a', '004'],
] as const)
  test(`${id} a second session of the same account hints at credentials given away`, () =>
    expect(codes(act, during('browser', { otherSession: true }, 0, 5_000))).toEqual([
      'account_credentials_transfer',
    ]))

test('R4-8.5.4 R4-8.5.5 a translator and a virtual machine are hints under 004; 001 does not know them', () => {
  expect(codes('004', during('browser', { translator: true }, 0, 5_000))).toEqual(['browser_builtin_tools'])
  expect(codes('004', during('browser', { virtualMachine: true }, 0, 5_000))).toEqual(['virtual_machine'])
  expect(codes('001', during('browser', { translator: true, virtualMachine: true }, 0, 5_000))).toEqual([])
})

for (const [id, act] of [
  ['R1-6.4a', '001'],
  ['R3-6.6.1', '003'],
  ['R4-8.5.1', '004'],
] as const)
  test(`${id} a book and a phone are hints; a permission for books covers the book and never the phone`, () => {
    const things = during('objects', { book: 0.9, phone: 0.9 }, 0, minute)
    expect([...codes(act, things)].sort()).toEqual(['gadgets', 'reference_materials'])
    const books: ExamPermissions = {
      ...nothingPermitted,
      switches: { allow_books: { limitSeconds: null }, allow_calculator: { limitSeconds: null } },
    }
    expect(verdicts('reference_materials', act, things, books)[0]?.verdict).toBe('permitted')
    expect(verdicts('gadgets', act, things, books)[0]?.verdict).toBe('counts')
  })

for (const [id, act] of [
  ['R3-6.4.2', '003'],
  ['R4-8.3.2', '004'],
] as const)
  test(`${id} a second face or body in the frame is an outsider`, () => {
    expect(codes(act, during('face', { count: 2 }, 0, 500))).toEqual(['outsider_in_frame'])
    expect(codes(act, during('objects', { persons: 2 }, 0, 500))).toEqual(['outsider_in_frame'])
    expect(entry('outsider_in_frame').severity[act]?.includes('starred')).toBe(act === '004')
  })

test('an assistant of one examinee is shown as permitted, not dropped, and only for that examinee', () => {
  const assistant: Accommodation = {
    kind: 'pmpk_assistant',
    document: 'ПМПК № 7',
    services: ['take_seat'],
    helper: 'Иванова И. И.',
  }
  const two = during('face', { count: 2 }, 0, minute)
  expect(
    verdicts('outsider_in_frame', '001', two, nothingPermitted, {
      ...nothingGranted,
      conditions: [assistant],
    }),
  ).toEqual([{ verdict: 'permitted', because: ['pmpk_assistant'] }])
  expect(verdicts('outsider_in_frame', '001', two)).toEqual([{ verdict: 'counts', because: [] }])
})

for (const [id, code, signals] of [
  ['R4-4.5.1a', 'focus_switch', during('screen', { focused: false }, 0, 1_000)],
  ['R4-4.5.1b', 'browser_not_fullscreen', during('screen', { fullscreen: false }, 0, 500)],
  ['R4-4.5.1c', 'additional_monitor', during('screen', { extended: true }, 0, 500)],
  ['R4-4.5.1d', 'screen_video_missing', during('screen', { shared: 'none' }, 0, 500)],
  ['R4-4.5.2a', 'webcam_signal_missing', off],
  ['R4-4.5.2c', 'outsider_in_frame', during('face', { count: 2 }, 0, 500)],
  ['R4-4.5.2e', 'audio_absent_or_low', during('sound', { level: 'low' }, 0, minute)],
  ['R4-4.5.2g', 'examinee_absent_from_session', during('link', { joined: false }, 0, 500)],
] as const)
  test(`${id} the event ${code} is told apart from every other`, () =>
    expect(codes('004', signals)).toEqual([code]))

test('R4-4.5.1a a dialogue or a window of the system for half a second is no switch where the institution set a second; where it set nothing, every switch is one', () => {
  const away = (ms: number) => during('screen', { focused: false }, 0, ms)
  expect([codes('004', away(500)), codes('004', away(1_000))]).toEqual([[], ['focus_switch']])
  const settings = settingsOf('004')
  const unset = { 'detect.focus_lost_s': { value: null, origin: { from: 'nobody' } } } as const
  const { feed, hints } = watcher({ ...settings, policy: { ...settings.policy, ...unset } })
  expect(hints(feed(nothingWatched, away(500))).map(({ code }) => code)).toEqual(['focus_switch'])
})

test('R4-4.5.2b R4-4.5.2f no face and a turned head are two codes; a foreign voice is noise on the background', () => {
  expect(codes('004', gone)).toContain('face_absent')
  expect(codes('004', during('face', { yaw: 40 }, 0, minute))).toEqual(['head_turned_away'])
  expect(codes('004', during('face', { pitch: -25 }, 0, minute))).toEqual(['head_turned_away'])
  expect(codes('004', during('sound', { level: 'noisy' }, 0, minute))).toEqual(['background_voices_noise'])
  expect(codes('004', during('sound', { voice: 'lips_still' }, 0, minute))).toContain(
    'background_voices_noise',
  )
})

test('TR-36 an empty chair is not an absence from the session', () =>
  expect(codes('004', gone)).not.toContain('examinee_absent_from_session'))

test('TR-50 a shared window or tab is no video of the screen; a browser that can not tell of monitors accuses nobody', () => {
  expect(codes('004', during('screen', { shared: 'window' }, 0, 500))).toEqual(['screen_video_missing'])
  expect(codes('004', during('screen', { extended: null }, 0, minute))).toEqual([])
})

test('a lost network never looks like a covered camera, a stopped recorder or a departure', () => {
  const lost = during('link', { online: false, recording: false, joined: false }, 0, 20 * minute)
  expect([...codes('004', lost)].sort()).toEqual(['technical_failure_long', 'video_signal_interrupted'])
  expect(codes('004', during('link', { recording: false }, 0, 5_000))).toEqual(['video_recording_disabled'])
})
