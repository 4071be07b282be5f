import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ActNumber } from '../regulation/acts.ts'
import { decide, fits, settingOf, undecided } from './act-policy.ts'
import { warningsOf } from './contradictions.ts'
import { effectivePolicy, isSaid, names, numberOf } from './effective.ts'
import { preset } from './presets.ts'
import { groups, keysOf, parameters, policyKeys } from './schema.ts'

const acts: readonly ActNumber[] = ['000', '001', '002', '003', '004']
const rows = readFileSync(new URL('../../../../docs/spec/requirements.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { id: string }).id)

const of = (act: ActNumber) => {
  const made = effectivePolicy(preset(act))
  if (!made.ok) throw new Error('refused')
  return made.policy
}

test('every value of a preset is of its parameter’s kind, and every clause it names is a clause of that act', () => {
  const wrong: string[] = []
  for (const act of acts) {
    const prefix = `R${Number(act)}-`
    for (const [key, setting] of Object.entries(preset(act).stated)) {
      if (!fits(key as (typeof policyKeys)[number], setting.value)) wrong.push(`${act} ${key}: value`)
      if (setting.clauses.length === 0) wrong.push(`${act} ${key}: no clause`)
      for (const clause of setting.clauses) {
        const [whole, under] = [
          `${prefix}${clause}`,
          new RegExp(`^${prefix}${clause.replaceAll('.', '\\.')}(?:[a-z.]|$)`),
        ]
        if (!rows.some((id) => id === whole || under.test(id))) wrong.push(`${act} ${key}: clause ${clause}`)
      }
    }
  }
  expect(wrong).toEqual([])
})

test('every parameter has a name in both languages, a group, and choices of its own kind', () => {
  expect(policyKeys.length).toBeGreaterThan(190)
  for (const key of policyKeys) {
    const { ru, en, proposal } = parameters[key]
    expect([ru.trim() !== '', en.trim() !== ''], key).toEqual([true, true])
    if (proposal !== undefined) expect(fits(key, proposal), key).toBe(true)
  }
  expect(groups.flatMap(keysOf)).toHaveLength(policyKeys.length)
})

test('TR-01 R2-0a the act of 002 regulates communication only; proctoring is not regulated and the reader says so', () => {
  expect(isSaid(of('002'), 'scope.proctoring_regulated', false)).toBe(true)
  expect(isSaid(of('002'), 'scope.communications_regulated', true)).toBe(true)
  expect(warningsOf(preset('002')).map(({ trap }) => trap)).toContain('TR-01')
  expect(warningsOf(preset('004')).map(({ trap }) => trap)).not.toContain('TR-01')
  expect(of('002')['capacity.max_simultaneous']).toEqual({ value: null, origin: { from: 'nobody' } })
})

test('TR-02 R1-7.2d photo and video are no biometric data in 001 and are in 004; nobody says so in 000 and 003', () => {
  const said = acts.map((act) => of(act)['biometrics.photo_video_is_biometric'].value)
  expect(said).toEqual([null, false, null, null, true])
})

test('TR-02 face matching is limited by law while no consent names biometric data', () => {
  const { stated } = preset('004')
  const { 'consent.biometric': _, ...without } = stated
  expect(settingOf(preset('004'), 'biometrics.auto_face_matching').state).toBe('act')
  const capped = settingOf({ act: 'own', stated: without, decisions: {} }, 'biometrics.auto_face_matching')
  expect(capped).toMatchObject({ state: 'capped', value: false, said: true })
  expect(
    warningsOf({ act: 'own', stated: without, decisions: {} }).some(({ ru }) => ru.includes('152-ФЗ')),
  ).toBe(true)
})

test('TR-44 only 000 lets a recording be reviewed without a person', () => {
  expect(acts.map((act) => of(act)['async.fully_automatic_allowed'].value)).toEqual([
    true,
    false,
    null,
    false,
    false,
  ])
})

test('TR-53 a student card identifies under 003 and not under 004', () => {
  expect(
    ['003', '004'].map((act) => names(of(act as ActNumber), 'identity.documents', 'student_card')),
  ).toEqual([true, false])
  expect(names(of('004'), 'identity.visible_fields', 'photo')).toBe(true)
})

test('TR-52 under 001 nobody shows a document', () => {
  expect(names(of('001'), 'identity.methods', 'document')).toBe(false)
  expect(of('001')['identity.documents'].value).toEqual([])
})

test('the numbers of the acts are read through the policy, each with its clause', () => {
  const numbers = acts.map((act) =>
    (
      [
        'capacity.max_simultaneous',
        'staffing.sync_examinees_per_proctor',
        'session.duration_min',
        'retention.video_months',
        'application.lead_days',
        'tech_failure.min_minutes',
        'camera.face_min_fraction',
      ] as const
    ).map((key) => numberOf(of(act), key)),
  )
  expect(numbers).toEqual([
    [null, null, null, null, null, null, null],
    [null, null, 45, 12, null, null, 0.2],
    [null, null, null, null, null, null, null],
    [null, null, null, null, 7, null, 0.2],
    [15, 6, null, null, null, 15, 0.2],
  ])
  expect(of('004')['capacity.max_simultaneous'].origin).toEqual({ from: 'act', clauses: ['3.7'] })
})

test('TR-65 silence is no permission: what is needed and nobody decided is listed, and a proposal is not used in its place', () => {
  expect(undecided(preset('000'))).toContain('appeal.filing_days')
  expect(undecided(preset('003'))).toContain('consent.required')
  expect(parameters['appeal.filing_days'].proposal).toBe(3)
  expect(of('004')['appeal.filing_days'].value).toBeNull()
  const decided = decide(preset('004'), 'appeal.filing_days', {
    value: 3,
    ground: 'Приказ № 5 от 01.09.2026',
  })
  expect(decided.ok && settingOf(decided.policy, 'appeal.filing_days')).toEqual({
    state: 'decision',
    value: 3,
    ground: 'Приказ № 5 от 01.09.2026',
  })
  expect(decided.ok && undecided(decided.policy).includes('appeal.filing_days')).toBe(false)
})

test('a decision does not change what the act says, needs a ground and a value of the right kind', () => {
  const why = (key: (typeof policyKeys)[number], value: never, ground: string) => {
    const made = decide(preset('004'), key, { value, ground })
    return made.ok ? null : made.why
  }
  expect([
    why('capacity.max_simultaneous', 20 as never, 'Приказ'),
    why('appeal.filing_days', 3 as never, ' '),
    why('appeal.filing_days', 'три' as never, 'Приказ'),
    why('session.timer_starts', 'never' as never, 'Приказ'),
  ]).toEqual(['act_says', 'no_ground', 'wrong_value', 'wrong_value'])
})

test('TR-18 the day of effect is named in two ways in 004 and by nobody in 001: the reader is warned in both', () => {
  const warned = acts.filter((act) => warningsOf(preset(act)).some(({ trap }) => trap === 'TR-18'))
  expect(warned).toEqual(['001', '003', '004'])
})
