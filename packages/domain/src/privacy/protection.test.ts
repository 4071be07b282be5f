import { describe, expect, test } from 'vitest'
import { gapsOf, leastLevel, measuresOf, type Protection } from './protection.ts'

const plain = { biometric: false, health: false, many: false }

describe('R4-1.4a the least level by decree 1119', () => {
  test.each([
    ['system', plain, 'uz1'],
    ['programs', plain, 'uz3'],
    ['programs', { ...plain, biometric: true }, 'uz2'],
    ['programs', { ...plain, many: true }, 'uz2'],
    ['programs', { ...plain, health: true }, 'uz2'],
    ['programs', { ...plain, health: true, many: true }, 'uz1'],
    ['other', plain, 'uz4'],
    ['other', { ...plain, biometric: true }, 'uz3'],
    ['other', { ...plain, biometric: true, many: true }, 'uz3'],
    ['other', { ...plain, health: true }, 'uz3'],
    ['other', { ...plain, health: true, many: true }, 'uz2'],
    ['other', { ...plain, many: true }, 'uz3'],
  ] as const)('threats of type %s, %o: %s', (threats, kept, level) =>
    expect(leastLevel(threats, kept)).toBe(level),
  )
})

test('R4-1.4a each level asks for all that the lower ones ask for', () => {
  expect(measuresOf('uz4')).toEqual(['rooms', 'carriers', 'people_by_list', 'assessed_tools'])
  expect(measuresOf('uz3')).toEqual([...measuresOf('uz4'), 'responsible_person'])
  expect(measuresOf('uz2')).toEqual([...measuresOf('uz3'), 'log_for_the_needed'])
  expect(measuresOf('uz1')).toEqual([...measuresOf('uz2'), 'rights_are_logged', 'responsible_unit'])
})

test('R4-1.4a what is missing is named: the record, the level, each measure', () => {
  const recorded: Protection = {
    level: 'uz4',
    threats: 'other',
    many: false,
    ground: 'акт № 3 от 01.09.2026',
    measures: { rooms: 'приказ № 4', carriers: 'приказ № 4', people_by_list: 'приказ № 5' },
  }
  expect(gapsOf(null, plain)).toEqual([{ gap: 'not_recorded' }])
  expect(gapsOf(recorded, plain)).toEqual([{ gap: 'measure', measure: 'assessed_tools' }])
  expect(gapsOf(recorded, { ...plain, biometric: true })).toEqual([
    { gap: 'level_too_low', least: 'uz3' },
    { gap: 'measure', measure: 'assessed_tools' },
  ])
})
