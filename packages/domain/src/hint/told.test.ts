import { expect, test } from 'vitest'
import { markSet, mayMark } from '../incident/markable.ts'
import { permissionNames } from '../incident/permissions.ts'
import { judge, nothingPermitted } from '../incident/permitted.ts'
import { settingsOf } from './samples.ts'
import { leftToPeople, unseenOn, watchedUnder } from './told.ts'

const wordOn = (
  ...[act, rules, conditions]: [
    Parameters<typeof settingsOf>[0],
    typeof nothingPermitted,
    Parameters<typeof watchedUnder>[2],
  ]
) =>
  Object.fromEntries(
    watchedUnder(settingsOf(act), rules, conditions).map(({ code, verdict }) => [code, verdict]),
  )

test('what is watched is read out before the exam with what permissions and conditions say of it', () => {
  const plain = wordOn('004', nothingPermitted, [])
  expect(plain.gaze_off_screen?.verdict).toBe('counts')
  expect(plain.background_voices_noise?.verdict).toBe('counts')
  // Nobody measures headphones or who sits in a test that runs elsewhere, so nobody claims to: people look.
  for (const code of ['headphones', 'examinee_absent_from_session'] as const) {
    expect(plain[code], code).toBeUndefined()
    expect(leftToPeople(settingsOf('004')), code).toContain(code)
  }
  const rules = { ...nothingPermitted, switches: { allow_voices: { limitSeconds: null } } }
  expect(wordOn('004', rules, []).background_voices_noise).toEqual({
    verdict: 'permitted',
    because: ['allow_voices'],
  })
  const helper = {
    kind: 'pmpk_assistant',
    document: 'Заключение 1',
    services: ['read_task'],
    helper: 'Иванова',
  } as const
  expect(wordOn('001', nothingPermitted, [helper]).outsider_in_frame).toEqual({
    verdict: 'permitted',
    because: ['pmpk_assistant'],
  })
})

test('an act is watched by its own list: 001 says nothing of full screen, 004 does', () => {
  expect(wordOn('001', nothingPermitted, []).browser_not_fullscreen).toBeUndefined()
  expect(wordOn('004', nothingPermitted, []).browser_not_fullscreen).toBeDefined()
})

test('R1-6.4i hidden earpieces are a person’s to mark, no machine claims to see them, and nothing permits them', () => {
  for (const act of ['001', '003', '004'] as const) {
    expect(leftToPeople(settingsOf(act))).toContain('micro_earpiece_hidden_headset')
    expect(mayMark(markSet(act, nothingPermitted, []), 'micro_earpiece_hidden_headset')).toBe(true)
  }
  const everything = {
    ...nothingPermitted,
    headphones: true,
    switches: Object.fromEntries(permissionNames.map((name) => [name, { limitSeconds: null }])),
  }
  expect(judge({ code: 'micro_earpiece_hidden_headset' }, everything).verdict).toBe('counts')
})

test('TR-73 what this machine can not see is named: a second monitor in Firefox, faces without a model', () => {
  const settings = settingsOf('004')
  const firefox = unseenOn(settings, { tellsMonitors: false, detector: 'blazeface' })
  expect(firefox).toEqual(['additional_monitor'])
  const old = unseenOn(settings, { tellsMonitors: true, detector: null })
  expect(old).toContain('face_absent')
  expect(old).toEqual(expect.arrayContaining(['gadgets', 'insufficient_lighting', 'reading_questions_aloud']))
  expect(old).not.toContain('focus_switch')
  expect(unseenOn(settings, null)).toContain('focus_switch')
  expect(unseenOn(settings, { tellsMonitors: true, detector: 'blazeface' })).toEqual([])
})
