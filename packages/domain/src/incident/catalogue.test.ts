import { expect, test } from 'vitest'
import { catalogue, type ViolationCode, violationCodes } from './catalogue.ts'
import { isNeverPermitted, permissionNames, permissionSwitches, permittedCodes } from './permissions.ts'
import { annex001, rows001, rows004 } from './rows.ts'
import type { CatalogueEntry, ListingAct } from './violation.ts'

const entry = (code: ViolationCode): CatalogueEntry => catalogue[code]

test('the catalogue holds the 78 codes of the acts', () => expect(violationCodes).toHaveLength(78))

test('TR-65 every code names a clause of at least one act, and a severity for exactly those acts', () => {
  for (const code of violationCodes) {
    const { clauses, severity } = entry(code)
    expect(Object.keys(clauses).length, code).toBeGreaterThan(0)
    expect(Object.keys(severity), code).toEqual(Object.keys(clauses))
    for (const list of Object.values(severity)) expect(list.length, code).toBeGreaterThan(0)
  }
})

for (const [rule, code, act, severity] of [
  [
    'TR-42 R1-6.1b impersonation is «не аттестован» in 001',
    'impersonation_confirmed',
    '001',
    ['not_attested'],
  ],
  [
    'TR-42 R3-6.2b the same act annuls the result in 003',
    'impersonation_confirmed',
    '003',
    ['annuls_result'],
  ],
  ['TR-05 a microphone switched off is a negative grade', 'microphone_disabled', '004', ['negative_grade']],
  ['TR-05 low sound is only a collected event', 'audio_absent_or_low', '004', ['event']],
  ['outsiders are starred in 004', 'outsider_in_frame', '004', ['negative', 'starred']],
  ['outsiders are not starred in 001', 'outsider_in_frame', '001', ['negative']],
  ['no recording is «неаттестация» in 001', 'video_recording_not_provided', '001', ['not_attested']],
] as const satisfies readonly (readonly [string, ViolationCode, ListingAct, readonly string[]])[])
  test(rule, () => expect(entry(code).severity[act]).toEqual(severity))

test('R1-3.3a the form of 001 has 18 rows, and each code of 001 is on a row, in the annex, or a sub-code', () => {
  expect(Object.keys(rows001)).toHaveLength(18)
  const placed = new Set([...Object.values(rows001).flat(), ...annex001])
  for (const code of placed) expect(entry(code).clauses['001'], code).toBeDefined()
})

test('R4-A3.17 TR-03 exactly four of the eleven rows of 004 App. 3 are starred', () => {
  const starred = Object.entries(rows004).filter(([, row]) => row.starred)
  expect(Object.keys(rows004)).toHaveLength(11)
  expect(starred.map(([no]) => no)).toEqual(['C1', 'C3', 'C4', 'C7'])
})

test('TR-36 being away from the camera is not the starred absence from the session', () => {
  expect(rows004.C2.codes).toContain('face_absent')
  expect(rows004.C7.codes).toEqual(['examinee_absent_from_session'])
})

permissionNames.forEach((name, index) => {
  const id = `R4-A2.${String(index + 1).padStart(2, '0')}`
  test(`${id} switch ${index + 1} is «${permissionSwitches[name].wording}» and permits only its own codes`, () => {
    expect(permissionSwitches[name].no).toBe(index + 1)
    expect([...permittedCodes([name])].sort()).toEqual([...permissionSwitches[name].permits].sort())
  })
})

test('TR-57 without a switch nothing is permitted', () => expect(permittedCodes([]).size).toBe(0))

test('no combination of switches permits what can never be permitted', () => {
  for (const code of permittedCodes(permissionNames)) expect(isNeverPermitted(code), code).toBe(false)
})

test('leaving the room does not permit being absent from the session', () => {
  const permitted = permittedCodes(['allow_leaving_room'])
  expect(permitted.has('left_camera_view')).toBe(true)
  expect(permitted.has('examinee_absent_from_session')).toBe(false)
})
