import { expect, test } from 'vitest'
import type { ActNumber } from '../regulation/acts.ts'
import {
  type ActPolicy,
  decide,
  holdsNoExams,
  proposalOf,
  refuseProctoring,
  settingOf,
  undecided,
} from './act-policy.ts'
import { warningsOf } from './contradictions.ts'
import { effectivePolicy } from './effective.ts'
import type { Value } from './parameter.ts'
import { preset } from './presets.ts'
import type { PolicyKey } from './schema.ts'

const acts: readonly ActNumber[] = ['000', '001', '002', '003', '004']
const ground = 'Приказ № 5 от 01.09.2026'

/** Decides everything that is asked for, and what those decisions ask for in their turn. */
function decideAll(policy: ActPolicy, values: Partial<Record<PolicyKey, Value>>): ActPolicy {
  const key = undecided(policy).find((one) => one in values)
  const value = key && values[key]
  if (key === undefined || value === undefined) return policy
  const made = decide(policy, key, { value, ground })
  if (!made.ok) throw new Error(`${key}: ${made.why}`)
  return decideAll(made.policy, values)
}

test('TR-01 R2-0a no proctored exam opens under 002, whatever is decided about it', () => {
  expect(refuseProctoring(preset('002'))).toEqual({ why: 'not_regulated' })
  expect(decide(preset('002'), 'scope.proctoring_regulated', { value: true, ground })).toEqual({
    ok: false,
    why: 'act_says',
  })
})

test('TR-01 only an act that says so holds no proctored exams; one that is silent about it is not taken for such', () => {
  expect(acts.filter((act) => holdsNoExams(preset(act)))).toEqual(['002'])
  expect(holdsNoExams({ act: 'own', stated: {}, decisions: {} })).toBe(false)
})

test('TR-65 under each other act an exam waits for the decisions its act left open', () => {
  const missing = (act: ActNumber) => {
    const refused = refuseProctoring(preset(act))
    return refused?.why === 'undecided' ? refused.keys : []
  }
  for (const act of acts.filter((one) => one !== '002')) {
    expect(missing(act), act).toContain('appeal.filing_days')
    expect(missing(act), act).toContain('consent.minor_age_rule')
  }
  expect(missing('000')).toEqual(
    expect.arrayContaining([
      'retention.until',
      'staffing.sync_examinees_per_proctor',
      'decision.default_for_listed_violation',
    ]),
  )
  expect(missing('004')).not.toContain('staffing.sync_examinees_per_proctor')
  expect(missing('001')).not.toContain('retention.video_months')
})

test('R3-7.2a 003 names no term of keeping video, so a person must: first until when, then how many months', () => {
  expect(undecided(preset('003'))).toContain('retention.until')
  expect(undecided(preset('003'))).not.toContain('retention.video_months')
  const months = decideAll(preset('003'), { 'retention.until': 'months' })
  expect(undecided(months)).toContain('retention.video_months')
  const both = decideAll(months, { 'retention.video_months': 6 })
  expect(undecided(both).filter((key) => key.startsWith('retention'))).toEqual([])
})

test('TR-65 under 004 an exam opens once every open parameter is decided, and not one earlier', () => {
  const values: Partial<Record<PolicyKey, Value>> = {
    'consent.minor_age_rule': 'До 18 лет — законный представитель',
    'appeal.filing_days': 3,
    'appeal.consideration_days': 5,
    'recording.min_coverage_percent': 95,
    'session.disconnect_auto_deauth_s': 900,
    'room_scan.random_count_per_session': 1,
    'room_scan.response_timeout_s': 60,
    review_factor: 1,
    'trust_score.weights': 'v2',
    'calendar.working_days': 'russia',
  }
  expect([...undecided(preset('004'))].sort()).toEqual(Object.keys(values).sort())
  expect(refuseProctoring(decideAll(preset('004'), values))).toBeNull()
  for (const key of Object.keys(values) as PolicyKey[]) {
    const { [key]: _, ...rest } = values
    expect(refuseProctoring(decideAll(preset('004'), rest)), key).toEqual({ why: 'undecided', keys: [key] })
  }
})

test('a proposal is offered and never used in silence; 004 gets its own, or none', () => {
  expect(proposalOf(preset('001'), 'session.disconnect_auto_deauth_s')).toBe(300)
  expect(proposalOf(preset('004'), 'session.disconnect_auto_deauth_s')).toBe(900)
  expect(proposalOf(preset('000'), 'appeal.filing_days')).toBe(3)
  expect(proposalOf(preset('004'), 'appeal.filing_days')).toBeNull()
  for (const act of acts) {
    const made = effectivePolicy(preset(act))
    expect(made.ok && made.policy['recording.min_coverage_percent'], act).toEqual({
      value: null,
      origin: { from: 'nobody' },
    })
  }
})

test('TR-27 services that an order makes obligatory say nothing of a consent: that stays open, and can not be made a duty', () => {
  for (const act of ['002', '004'] as const) {
    expect(settingOf(preset(act), 'consent.voluntary')).toEqual({ state: 'open' })
    const made = decide(preset(act), 'consent.voluntary', { value: false, ground })
    if (!made.ok) throw new Error(made.why)
    expect(settingOf(made.policy, 'consent.voluntary')).toMatchObject({
      state: 'capped',
      value: true,
      said: false,
    })
    expect(warningsOf(made.policy).map(({ trap }) => trap)).toContain('TR-27')
  }
  expect(settingOf(preset('002'), 'service.mandatory_after_order')).toMatchObject({ value: true })
})

test('TR-29 TR-56 the law’s terms and freedoms hold whatever is decided, and an exam does not lift them', () => {
  const settled = (key: PolicyKey, value: Value) => {
    const made = effectivePolicy({ act: 'own', stated: {}, decisions: { [key]: { value, ground } } })
    if (!made.ok) throw new Error('refused')
    return made.policy[key]
  }
  expect(settled('erequest.answer_days', 45)).toMatchObject({ value: 30, origin: { from: 'law' } })
  expect(settled('erequest.answer_days', 10)).toMatchObject({ value: 10, origin: { from: 'decision' } })
  expect(settled('erequest.register_days', 4)).toMatchObject({ value: 3, origin: { from: 'law' } })
  expect(settled('identity.ebs_option', 'required')).toMatchObject({
    value: 'allowed',
    origin: { from: 'law' },
  })
})

test('each act is read with the warnings that concern it and no other', () => {
  const traps = (act: ActNumber) => warningsOf(preset(act)).map(({ trap }) => trap)
  expect(traps('000')).toEqual([])
  expect(traps('001')).toEqual(['TR-08', 'TR-17', 'TR-18', 'TR-24'])
  expect(traps('002')).toEqual(['TR-01', 'TR-28', 'TR-29', 'TR-30'])
  expect(traps('003')).toEqual(['TR-17', 'TR-18'])
  expect(traps('004')).toEqual([
    'TR-03',
    'TR-04',
    'TR-09',
    'TR-10',
    'TR-15',
    'TR-16',
    'TR-17',
    'TR-18',
    'TR-19',
    'TR-22',
    'TR-24',
    'TR-32',
  ])
})

test('TR-03 a warning ends when a person settles what it is about', () => {
  const made = decide(preset('004'), 'decision.starred_counting', { value: 'distinct_rows', ground })
  expect(made.ok && warningsOf(made.policy).some(({ trap }) => trap === 'TR-03')).toBe(false)
})
