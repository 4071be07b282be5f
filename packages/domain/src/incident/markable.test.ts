import { expect, test } from 'vitest'
import { violationCodes } from './catalogue.ts'
import {
  codesOf,
  listedCodes,
  markSet,
  mayMark,
  notOffered,
  offeredPermissions,
  refuseOverride,
} from './markable.ts'
import { judge, nothingPermitted } from './permitted.ts'

for (const [id, act, inside, outside] of [
  ['R1-3.2', '001', 'absence_over_limit', 'virtual_machine'],
  ['R3-3.2', '003', 'browser_builtin_tools', 'profanity'],
  ['R4-5.7', '004', 'identity_document_missing', 'absence_over_limit'],
] as const)
  test(`${id} under ${act} a proctor marks what its list or the rules of the exam name, and nothing else`, () => {
    const set = markSet(act, nothingPermitted, ['Не вставать из-за стола'])
    expect(mayMark(set, inside)).toBe(true)
    expect(mayMark(set, 'Не вставать из-за стола')).toBe(true)
    expect(mayMark(set, outside)).toBe(false)
    expect(mayMark(set, 'looked_nervous')).toBe(false)
    expect(listedCodes(act)).toContain(inside)
    expect(listedCodes(act)).not.toContain(outside)
    const without = markSet(act, { switchedOff: [inside] }, [])
    expect(mayMark(without, inside)).toBe(false)
  })

test('what stands outside section 8 of 004 is markable and yet not of its list', () => {
  expect(codesOf('004')).toContain('profanity')
  expect(listedCodes('004')).not.toContain('profanity')
  expect(listedCodes('001')).not.toContain('background_voices_noise')
})

const whole = { change: 'off', author: 'acc_a', ground: 'Правила экзамена, п. 3' } as const

for (const [id, act] of [
  ['R3-6.1b', '003'],
  ['R4-8.0b', '004'],
] as const)
  test(`${id} TR-64 under ${act} the rules of an exam may switch off any listed violation, with an author and a ground`, () => {
    const codes = listedCodes(act)
    expect(codes.length).toBeGreaterThan(30)
    for (const code of codes) {
      expect(refuseOverride(act, { ...whole, code }), code).toBeNull()
      expect(judge({ code }, { ...nothingPermitted, switchedOff: [code] }).verdict, code).toBe('permitted')
    }
    const [code] = codes
    if (code === undefined) throw new Error('no codes')
    expect(refuseOverride(act, { ...whole, code, author: ' ' })).toBe('no_author')
    expect(refuseOverride(act, { ...whole, code, ground: '' })).toBe('no_ground')
    expect(refuseOverride(act, { ...whole, code: 'video_signal_interrupted' })).toBe('not_listed')
  })

test('TR-64 001 yields only where its clause says so', () => {
  const yielding = violationCodes.filter((code) => refuseOverride('001', { ...whole, code }) === null)
  expect(yielding.sort()).toEqual(
    [
      'other_people_in_room',
      'unauthorized_sites_apps',
      'reference_materials',
      'gadgets',
      'additional_monitor',
      'additional_keyboard',
      'additional_pointing_device',
      'headphones',
      'gaze_off_screen',
    ].sort(),
  )
  expect(refuseOverride('001', { ...whole, code: 'third_party_help' })).toBe('act_does_not_yield')
})

test('R4-6.2.1c the switches of App. 2 are offered under 004 and refused under 001 and 003', () => {
  const rules = { ...nothingPermitted, switches: { allow_books: { limitSeconds: null } } }
  expect(notOffered('004', rules)).toEqual([])
  expect(notOffered('001', rules)).toEqual(['switches'])
  expect(notOffered('003', rules)).toEqual(['switches'])
  expect(offeredPermissions('003')).not.toContain('ownBriefNotes')
  expect(offeredPermissions('001')).toContain('ownBriefNotes')
})
