import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { differences } from './compare.ts'
import { effectivePolicy } from './effective.ts'
import { readPolicy, writePolicy } from './exchange.ts'
import { overridable } from './override.ts'
import { preset } from './presets.ts'
import { snapshot } from './snapshot.ts'

const ground = 'Правила экзамена, п. 4'
const why = (act: '000' | '001' | '003' | '004', key: string, value: unknown, because = ground) => {
  const made = effectivePolicy(preset(act), { [key]: { value, ground: because } } as never)
  return made.ok ? null : made.refused.map((one) => one.why)
}

test('TR-64 003 and 004 let the rules of an exam lift a ban; 001 only where the clause itself says so', () => {
  expect(['003', '004'].map((act) => why(act as '003', 'materials.gadgets', 'allowed'))).toEqual([null, null])
  expect(why('001', 'materials.gadgets', 'allowed')).toEqual(['act_does_not_yield'])
  expect(why('001', 'devices.headphones', 'allowed')).toBeNull()
  expect(why('004', 'materials.gadgets', 'allowed', ' ')).toEqual(['no_ground'])
})

test('an exam may be stricter than its act and never wider', () => {
  expect(why('004', 'capacity.max_simultaneous', 10)).toBeNull()
  expect(why('004', 'capacity.max_simultaneous', 16)).toEqual(['wider_than_act'])
  expect(why('001', 'session.duration_min', 46)).toEqual(['wider_than_act'])
  expect(why('003', 'identity.documents', ['passport_rf'])).toBeNull()
  expect(why('004', 'identity.documents', ['student_card'])).toEqual(['wider_than_act'])
  expect(why('004', 'proctoring.modes', [])).toEqual(['wider_than_act'])
  expect(why('001', 'materials.drafts', 'forbidden')).toBeNull()
})

test('what is no matter of an exam, or not of the right kind, is refused by name', () => {
  expect(why('004', 'retention.place', 'Диск')).toEqual(['not_of_an_exam'])
  expect(why('004', 'capacity.max_simultaneous', '10')).toEqual(['wrong_value'])
  expect(why('004', 'capacity.maximum', 10)).toEqual(['not_of_an_exam'])
  expect(overridable).not.toContain('retention.video_months')
})

test('SM-20 more time for one examinee comes from his accommodation, not from the act', () => {
  const made = effectivePolicy(preset('001'), {}, [
    { kind: 'disability', document: 'Справка № 7', means: [], extraMinutes: 15 },
  ])
  expect(made.ok && made.policy['session.duration_min']).toEqual({
    value: 60,
    origin: { from: 'accommodation' },
  })
})

test('R0-7.5 R0-1.4n an exam keeps the rules it was published under, whatever editions follow', () => {
  const made = effectivePolicy(preset('004'))
  if (!made.ok) throw new Error('refused')
  const kept = snapshot(
    '004',
    { id: 'ed_1', quote: 'Регламент, приказ №15-у/р-акт' },
    made.policy,
    instant('2026-09-01T00:00:00Z'),
  )
  const editable = made.policy as Record<string, unknown>
  editable['capacity.max_simultaneous'] = { value: 30, origin: { from: 'act', clauses: ['3.7'] } }
  expect(kept.policy['capacity.max_simultaneous'].value).toBe(15)
  expect(kept.quote).toContain('№15-у/р-акт')
  expect(Object.isFrozen(kept.policy)).toBe(true)
  expect(() => (kept.policy['proctoring.modes'].value as string[]).push('offline')).toThrow()
})

test('two editions are compared by what changes for people', () => {
  const before = preset('004')
  const after = {
    ...before,
    stated: {
      ...before.stated,
      'capacity.max_simultaneous': { state: 'act', value: 12, clauses: ['3.7'] },
      // Only renumbered.
      'review.deadline': { state: 'act', value: 1, clauses: ['5.3'] },
    },
    decisions: { 'appeal.filing_days': { value: 3, ground } },
  } as const
  expect(differences(before, after).map(({ key }) => key)).toEqual([
    'capacity.max_simultaneous',
    'appeal.filing_days',
  ])
  expect(differences(before, preset('004'))).toEqual([])
})

test('a policy is written to one file and read back the same', () => {
  for (const act of ['000', '001', '002', '003', '004'] as const) {
    const policy = { ...preset(act), decisions: {} }
    expect(readPolicy(writePolicy(policy))).toEqual({ ok: true, policy })
  }
})

test('what is wrong in a file is told with its line, parameter and clause', () => {
  const text = writePolicy(preset('004'))
  const damaged = text
    .replace('"value": 15', '"value": "пятнадцать"')
    .replace('"proctor.nda"', '"proctor.oath"')
    .replace(
      '"decisions": {}',
      '"decisions": {"appeal.filing_days": {"value": 3, "ground": ""}, "trust_score": {"value": "required", "ground": "x"}}',
    )
  const read = readPolicy(damaged)
  if (read.ok) throw new Error('accepted')
  const lineOf = (key: string) => damaged.split('\n').findIndex((line) => line.includes(`"${key}"`)) + 1
  expect(read.problems).toEqual([
    {
      key: 'capacity.max_simultaneous',
      why: 'wrong_value',
      clauses: ['3.7'],
      line: lineOf('capacity.max_simultaneous'),
    },
    { key: 'proctor.oath', why: 'unknown_parameter', clauses: [], line: lineOf('proctor.oath') },
    { key: 'appeal.filing_days', why: 'no_ground', clauses: [], line: lineOf('appeal.filing_days') },
    { key: 'trust_score', why: 'said_and_decided', clauses: [], line: lineOf('trust_score') },
  ])
})

test('a file that is no JSON or no policy is refused with the line where it breaks', () => {
  const why = (text: string) => {
    const read = readPolicy(text)
    return read.ok ? null : read.problems.map((one) => [one.why, one.line])
  }
  expect(why('{\n"format": "ochno-policy-1",\n"act": "x}\n}')).toEqual([['not_json', 3]])
  expect(why('{"a": 1}')).toEqual([['not_a_policy', 1]])
  expect(why('[]')).toEqual([['not_a_policy', 1]])
})

test('a parameter given twice, where JSON would keep the last in silence, is refused', () => {
  const text = writePolicy(preset('004')).replace(
    '"capacity.max_simultaneous": {',
    '"capacity.max_simultaneous": { "value": 30, "clauses": ["3.7"] },\n    "capacity.max_simultaneous": {',
  )
  const read = readPolicy(text)
  expect(read.ok ? [] : read.problems.map(({ key, why }) => [key, why])).toEqual([
    ['capacity.max_simultaneous', 'said_twice'],
  ])
})
