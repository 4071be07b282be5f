import { expect, test } from 'vitest'
import { startingPermissions } from '../materials/exam-rules.ts'
import { catalogue, type ViolationCode } from './catalogue.ts'
import type { Observation } from './observation.ts'
import { isNeverPermitted, type PermissionSwitch, permissionNames } from './permissions.ts'
import { type ExamPermissions, judge, mayGlanceDown, nothingPermitted } from './permitted.ts'

const on = (...names: PermissionSwitch[]): ExamPermissions => ({
  ...nothingPermitted,
  switches: Object.fromEntries(names.map((name) => [name, { limitSeconds: null }])),
})
const verdict = (seen: Observation, rules: ExamPermissions) => judge(seen, rules).verdict

type Line = readonly [Observation, 'permitted' | 'unsure' | 'counts']

const workplace: Line = [{ code: 'gaze_off_screen', about: 'workplace' }, 'permitted']
const elsewhere: Line = [{ code: 'gaze_off_screen', about: 'elsewhere' }, 'counts']

const table: readonly (readonly [string, PermissionSwitch, readonly Line[]])[] = [
  [
    'R4-A2.01',
    'allow_websites',
    [
      [{ code: 'unauthorized_sites_apps', about: 'site' }, 'permitted'],
      [{ code: 'unauthorized_sites_apps', about: 'messenger' }, 'counts'],
      [{ code: 'unauthorized_sites_apps' }, 'unsure'],
      [{ code: 'focus_switch', about: 'site' }, 'permitted'],
      [{ code: 'browser_not_fullscreen' }, 'permitted'],
    ],
  ],
  [
    'R4-A2.02',
    'allow_books',
    [
      [{ code: 'reference_materials', about: 'book' }, 'permitted'],
      [{ code: 'gadgets', about: 'other_gadget' }, 'counts'],
      workplace,
      elsewhere,
    ],
  ],
  [
    'R4-A2.03',
    'allow_drafts',
    [
      workplace,
      elsewhere,
      [{ code: 'hands_not_visible' }, 'permitted'],
      [{ code: 'reference_materials' }, 'counts'],
    ],
  ],
  [
    'R4-A2.04',
    'allow_messengers',
    [
      [{ code: 'unauthorized_sites_apps', about: 'messenger' }, 'permitted'],
      [{ code: 'unauthorized_sites_apps', about: 'site' }, 'counts'],
      [{ code: 'focus_switch', about: 'messenger' }, 'permitted'],
      [{ code: 'browser_not_fullscreen' }, 'counts'],
    ],
  ],
  [
    'R4-A2.05',
    'allow_calculator',
    [
      [{ code: 'gadgets', about: 'calculator' }, 'permitted'],
      [{ code: 'gadgets', about: 'other_gadget' }, 'counts'],
      workplace,
      elsewhere,
    ],
  ],
  [
    'R4-A2.06',
    'allow_excel',
    [
      [{ code: 'unauthorized_sites_apps', about: 'excel' }, 'permitted'],
      [{ code: 'unauthorized_sites_apps', about: 'other_software' }, 'counts'],
      [{ code: 'focus_switch', about: 'excel' }, 'permitted'],
      [{ code: 'browser_not_fullscreen' }, 'permitted'],
    ],
  ],
  [
    'R4-A2.07',
    'allow_human_help',
    [
      [{ code: 'third_party_help' }, 'permitted'],
      [{ code: 'third_party_conversation' }, 'permitted'],
      [{ code: 'outsider_in_frame' }, 'permitted'],
      [{ code: 'other_people_in_room' }, 'permitted'],
      [{ code: 'prompts_from_outsiders_or_voice' }, 'permitted'],
      [{ code: 'unidentified_person_on_camera' }, 'counts'],
    ],
  ],
  [
    'R4-A2.08',
    'allow_leaving_room',
    [
      [{ code: 'left_camera_view' }, 'permitted'],
      [{ code: 'face_absent' }, 'permitted'],
      [{ code: 'absence_from_workplace' }, 'permitted'],
      [{ code: 'examinee_absent_from_session' }, 'counts'],
    ],
  ],
  [
    'R4-A2.09',
    'allow_voices',
    [
      [{ code: 'background_voices_noise' }, 'permitted'],
      [{ code: 'third_party_conversation' }, 'permitted'],
      [{ code: 'reading_questions_aloud' }, 'permitted'],
      [{ code: 'third_party_help' }, 'counts'],
    ],
  ],
  [
    'R4-A2.10',
    'allow_gaze_aside',
    [
      [{ code: 'gaze_off_screen' }, 'permitted'],
      [{ code: 'gaze_off_screen_systematic' }, 'permitted'],
      [{ code: 'gaze_away_over_threshold_repeated' }, 'permitted'],
      [{ code: 'head_turned_away' }, 'permitted'],
      [{ code: 'left_camera_view' }, 'counts'],
    ],
  ],
]

for (const [id, name, lines] of table)
  test(`${id} ${name} is off in 004 until somebody sets it, and then permits just its own part`, () => {
    expect(startingPermissions('004', null).switches[name]).toBeUndefined()
    for (const [seen, expected] of lines) {
      const what = `${seen.code} ${seen.about ?? ''}`
      expect(verdict(seen, on(name)), what).toBe(expected)
      expect(verdict(seen, nothingPermitted), what).toBe('counts')
    }
  })

test('TR-57 a switch may carry a limit: what lasts longer counts again', () => {
  const rules: ExamPermissions = {
    ...nothingPermitted,
    switches: { allow_leaving_room: { limitSeconds: 300 } },
  }
  expect(verdict({ code: 'left_camera_view', seconds: 300 }, rules)).toBe('permitted')
  expect(verdict({ code: 'left_camera_view', seconds: 301 }, rules)).toBe('counts')
})

test('all ten switches together permit nothing of what none may permit', () => {
  const codes = (Object.keys(catalogue) as ViolationCode[]).filter(isNeverPermitted)
  expect(codes).toHaveLength(17)
  for (const code of codes) expect(verdict({ code }, on(...permissionNames)), code).toBe('counts')
})

test('R1-6.2g other people in the room count unless the organisers permitted them for this exam', () => {
  const seen = { code: 'other_people_in_room' } as const
  expect(verdict(seen, startingPermissions('001', null))).toBe('counts')
  expect(judge(seen, { ...nothingPermitted, othersInRoom: true })).toEqual({
    verdict: 'permitted',
    because: ['others_in_room'],
  })
  expect(verdict({ code: 'outsider_in_frame' }, { ...nothingPermitted, othersInRoom: true })).toBe('counts')
})

const allowed: ExamPermissions = {
  ...nothingPermitted,
  allowedSoftware: [
    { kind: 'site', name: 'gramota.ru' },
    { kind: 'messenger', name: 'MAX' },
    { kind: 'software', name: 'КОМПАС-3D' },
  ],
}
const opened = (name: string): Observation => ({ code: 'unauthorized_sites_apps', name })

for (const id of ['R1-6.2i', 'R3-6.4.5', 'R4-8.3.5'])
  test(`${id} the exam’s list permits its sites, messengers and programs and nothing beside them`, () => {
    for (const name of ['gramota.ru', 'www.gramota.ru', 'max', 'компас-3d'])
      expect(verdict(opened(name), allowed), name).toBe('permitted')
    for (const name of ['ya.ru', 'not-gramota.ru', 'gramota.ru.evil.example', 'telegram'])
      expect(verdict(opened(name), allowed), name).toBe('counts')
    expect(verdict({ code: 'unauthorized_sites_apps' }, allowed)).toBe('counts')
    expect(verdict(opened('gramota.ru'), nothingPermitted)).toBe('counts')
  })

test('R4-8.3.5 the switches of App. 2 no. 1, 4 and 6 permit sites, messengers and Excel', () => {
  for (const [name, about] of [
    ['allow_websites', 'site'],
    ['allow_messengers', 'messenger'],
    ['allow_excel', 'excel'],
  ] as const)
    expect(verdict({ code: 'unauthorized_sites_apps', about }, on(name)), name).toBe('permitted')
})

test('R1-6.4f a second monitor, keyboard or mouse counts unless the institution permitted it', () => {
  for (const code of ['additional_monitor', 'additional_keyboard', 'additional_pointing_device'] as const) {
    expect(verdict({ code }, nothingPermitted), code).toBe('counts')
    expect(verdict({ code }, { ...nothingPermitted, multipleDevices: true }), code).toBe('permitted')
  }
})

test('R1-6.4g headphones count unless permitted for this exam; a hidden earpiece always counts', () => {
  const rules = { ...nothingPermitted, headphones: true }
  expect(verdict({ code: 'headphones' }, nothingPermitted)).toBe('counts')
  expect(verdict({ code: 'headphones' }, rules)).toBe('permitted')
  expect(verdict({ code: 'micro_earpiece_hidden_headset' }, rules)).toBe('counts')
})

test('R1-6.6b eyes may go to the keyboard or the workplace only if the rules allow it AND the tasks need it', () => {
  const none = nothingPermitted.tasks
  const down = { code: 'gaze_off_screen', about: 'workplace' } as const
  expect(mayGlanceDown({ glanceDown: true, tasks: none })).toBe(false)
  for (const need of ['textInput', 'extendedAnswer', 'draft', 'calculator'] as const) {
    const tasks = { ...none, [need]: true }
    expect(mayGlanceDown({ glanceDown: false, tasks }), need).toBe(false)
    expect(mayGlanceDown({ glanceDown: true, tasks }), need).toBe(true)
    const rules = { ...nothingPermitted, glanceDown: true, tasks }
    expect(verdict(down, rules), need).toBe('permitted')
    expect(verdict({ ...down, about: 'elsewhere' }, rules), need).toBe('counts')
    expect(verdict({ code: 'gaze_off_screen_systematic', about: 'workplace' }, rules), need).toBe('counts')
  }
})

test('R1-6.6b a head bent over the keyboard goes where the eyes may go, a head turned aside does not', () => {
  const rules: ExamPermissions = {
    ...nothingPermitted,
    glanceDown: true,
    tasks: { textInput: true, extendedAnswer: false, draft: false, calculator: false },
  }
  const bent: Observation = { code: 'head_turned_away', about: 'workplace' }
  expect(judge(bent, rules).verdict).toBe('permitted')
  expect(judge(bent, nothingPermitted).verdict).toBe('counts')
  expect(judge({ code: 'head_turned_away', about: 'elsewhere' }, rules).verdict).toBe('counts')
})

test('R4-4.3b in an installed application the window detectors permit what the LMS would count', () => {
  const installed: ExamPermissions = { ...nothingPermitted, delivery: 'installed_application' }
  for (const code of ['focus_switch', 'browser_not_fullscreen'] as const) {
    expect(verdict({ code }, nothingPermitted), code).toBe('counts')
    expect(verdict({ code }, installed), code).toBe('permitted')
  }
  expect(verdict({ code: 'screen_video_missing' }, installed)).toBe('counts')
})
