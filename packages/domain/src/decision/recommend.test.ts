import { expect, test } from 'vitest'
import { catalogue, type ViolationCode, violationCodes } from '../incident/catalogue.ts'
import type { CatalogueEntry } from '../incident/violation.ts'
import { defaultDecisionPolicy, type Findings } from './findings.ts'
import { findingsOf } from './marks.ts'
import { type RuleName, recommendations } from './recommend.ts'
import { decide } from '../policy/act-policy.ts'
import { effectivePolicy } from '../policy/effective.ts'
import type { Value } from '../policy/parameter.ts'
import { preset } from '../policy/presets.ts'
import type { PolicyKey } from '../policy/schema.ts'
import type { ActNumber } from '../regulation/acts.ts'
import { decisionPolicy } from './policy.ts'
import { proposeStatus } from './status.ts'
import { vocabulary } from './values.ts'

const clean: Findings = {
  act: '004',
  marks: [],
  switchedOff: [],
  stoppedForViolations: false,
  recordingRequired: true,
  recordingConfirmed: true,
  started: true,
  finalAttestation: false,
  failure: null,
}
const marked = (...codes: ViolationCode[]) =>
  codes.map((code) => ({ code, occurrences: 1, conditionMet: true }))
const rule = (findings: Findings, name: RuleName, policy = defaultDecisionPolicy) =>
  recommendations(findings, policy).find((each) => each.rule === name)

test('R4-A3.17 two starred rows of the protocol are «неудовлетворительно»', () => {
  const two = { ...clean, marks: marked('webcam_signal_missing', 'outsider_in_frame') }
  expect(rule(two, 'starred_rows')).toMatchObject({ value: 'unsatisfactory', clause: 'Прил. 3' })
})

test('TR-03 one starred row decides nothing, however often it happened', () => {
  const often = { ...clean, marks: [{ code: 'outsider_in_frame' as const, occurrences: 5 }] }
  expect(rule(often, 'starred_rows')).toBeUndefined()
  const counting = { ...defaultDecisionPolicy, starredCounting: 'occurrences' as const }
  expect(rule(often, 'starred_rows', counting)).toMatchObject({ value: 'unsatisfactory' })
})

test('TR-03 unstarred rows never count towards the threshold', () => {
  const unstarred = {
    ...clean,
    marks: marked('webcam_signal_missing', 'face_absent', 'focus_switch', 'audio_absent_or_low'),
  }
  expect(rule(unstarred, 'starred_rows')).toBeUndefined()
})

test('TR-03 two codes of one starred row are one row', () => {
  const one = { ...clean, marks: marked('outsider_in_frame', 'other_people_in_room') }
  expect(rule(one, 'starred_rows')).toBeUndefined()
})

test('TR-04 R4-8.0a the rules stand side by side: the list says negative while the stars say nothing', () => {
  const one = { ...clean, marks: marked('outsider_in_frame') }
  expect(recommendations(one, defaultDecisionPolicy).map((each) => [each.rule, each.value])).toEqual([
    ['listed_violation', 'negative'],
  ])
})

for (const [id, act, clause] of [
  ['R1-6.0', '001', '6'],
  ['R3-6.1a', '003', '6.1'],
  ['R4-8.0a', '004', '8'],
] as const)
  test(`${id} TR-04 each violation the act lists recommends the negative result of the check, and no other does`, () => {
    const listed = violationCodes.filter((code) => {
      const found = rule({ ...clean, act, marks: marked(code) }, 'listed_violation')
      if (found) expect(found, code).toMatchObject({ value: 'negative', clause, because: [code] })
      return found
    })
    const sanctions = ['negative', 'negative_grade', 'not_attested', 'annuls_result', 'annuls_attempt']
    const ofAct = violationCodes.filter((code) =>
      (catalogue[code] as CatalogueEntry).severity[act]?.some((each) => sanctions.includes(each)),
    )
    expect(listed).toEqual(ofAct)
    expect(listed.length).toBeGreaterThan(20)
  })

test('R1-6.0 only what a person confirmed is a finding; hints and what was dismissed, permitted or annulled on appeal are none', () => {
  const states = ['detected', 'dismissed', 'covered_by_accommodation', 'annulled_on_appeal'] as const
  expect(findingsOf(states.map((state) => ({ code: 'headphones', state })))).toEqual([])
  const found = findingsOf([
    { code: 'headphones', state: 'confirmed' },
    { code: 'headphones', state: 'counted' },
    { code: 'headphones', state: 'dismissed' },
    { code: 'impersonation_confirmed', state: 'verified' },
  ])
  expect(found).toEqual([
    { code: 'headphones', occurrences: 2 },
    { code: 'impersonation_confirmed', occurrences: 1 },
  ])
})

for (const [id, act, value] of [
  ['R1-6.5h', '001', 'non_attestation'],
  ['R3-6.7.6', '003', 'negative'],
  ['R4-8.6.6', '004', 'negative'],
] as const)
  test(`${id} without a confirmed recording the result is ${value}`, () =>
    expect(rule({ ...clean, act, recordingConfirmed: false }, 'no_recording')).toMatchObject({ value }))

test('TR-15 a recording the organiser turned off is nobody else’s fault', () =>
  expect(
    rule({ ...clean, recordingRequired: false, recordingConfirmed: false }, 'no_recording'),
  ).toBeUndefined())

test('TR-05 microphone off, low sound and sound problems are three different things', () => {
  const final = { ...clean, finalAttestation: true }
  expect(rule({ ...final, marks: marked('microphone_disabled') }, 'own_sanction')).toMatchObject({
    value: 'negative_grade',
  })
  expect(recommendations({ ...clean, marks: marked('audio_absent_or_low') }, defaultDecisionPolicy)).toEqual(
    [],
  )
  expect(rule({ ...final, marks: marked('sound_problems') }, 'check_status')).toMatchObject({
    value: null,
    needsDirector: true,
  })
})

test('R3-6.1b R4-8.0b a violation the rules of the exam switched off is not counted', () => {
  const off = { marks: marked('headphones'), switchedOff: ['headphones'] as const }
  expect(recommendations({ ...clean, act: '003', ...off }, defaultDecisionPolicy)).toEqual([])
  expect(recommendations({ ...clean, ...off }, defaultDecisionPolicy)).toEqual([])
})

test('TR-64 001 has no general clause to switch violations off', () =>
  expect(
    rule(
      { ...clean, act: '001', marks: marked('headphones'), switchedOff: ['headphones'] },
      'listed_violation',
    ),
  ).toBeDefined())

test('R4-5.13a a stop by the proctor because of violations is «неудовлетворительно» and an academic debt', () => {
  expect(recommendations(clean, defaultDecisionPolicy).map((each) => each.rule)).not.toContain('stopped')

  expect(rule({ ...clean, stoppedForViolations: true }, 'stopped')).toMatchObject({
    value: 'unsatisfactory',
    clause: '5.13',
    academicDebt: true,
  })
})

for (const [id, codes, started, main, value] of [
  ['R4-A4.12', [], true, 1, 'confirmed'],
  ['R4-A4.13b R4-A4.18', ['cheating_copying'], true, 2, 'testing_cancelled'],
  ['R4-A4.13c', ['camera_deliberately_covered'], true, 2, 'testing_cancelled'],
  ['R4-A4.14a R4-A4.19', ['static_frozen_image'], true, 3, null],
  ['R4-A4.15', ['profanity'], true, 4, null],
  ['R4-A4.16', ['video_signal_interrupted'], true, 5, null],
  ['R4-A4.17 TR-07', [], false, 6, null],
] as const satisfies readonly (readonly [string, readonly ViolationCode[], boolean, number, string | null])[])
  test(`${id} status ${main}`, () => {
    const found = { ...clean, finalAttestation: true, started, marks: marked(...codes) }
    expect(rule(found, 'check_status')).toMatchObject({ value, status: { main } })
  })

test('TR-07 one main status by precedence, all fitting ones listed', () => {
  const many = { ...clean, marks: marked('sound_problems', 'static_frozen_image', 'cheating_copying') }
  const proposal = proposeStatus(many, defaultDecisionPolicy)
  expect(proposal?.main).toBe(2)
  expect(proposal?.fitting.map((fit) => fit.status)).toEqual([2, 3, 5])
})

test('R4-A4.12 «Без замечаний» is never proposed while there is any confirmed violation', () => {
  for (const code of violationCodes) {
    const proposal = proposeStatus({ ...clean, marks: marked(code) }, defaultDecisionPolicy)
    expect(proposal?.fitting.some((fit) => fit.status === 1) ?? false, code).toBe(false)
  }
})

test('TR-42 every recommended value is in the vocabulary of its act', () => {
  for (const act of ['001', '003', '004'] as const)
    for (const code of violationCodes)
      for (const each of recommendations(
        {
          ...clean,
          act,
          marks: marked(code),
          stoppedForViolations: true,
          recordingConfirmed: false,
          finalAttestation: true,
        },
        defaultDecisionPolicy,
      ))
        if (each.value) expect(vocabulary[act], `${act} ${code} ${each.rule}`).toContain(each.value)
})

function policyOf(act: ActNumber, decisions: Partial<Record<PolicyKey, Value>> = {}) {
  let policy = preset(act)
  for (const [key, value] of Object.entries(decisions)) {
    const made = decide(policy, key as PolicyKey, { value, ground: 'Приказ № 5' })
    if (!made.ok) throw new Error(`${key}: ${made.why}`)
    policy = made.policy
  }
  const effective = effectivePolicy(policy)
  if (!effective.ok) throw new Error('refused')
  return decisionPolicy(effective.policy)
}

test('R4-A3.17 TR-03 the threshold is the number of the act, the counting what the institution set', () => {
  const often = { ...clean, marks: [{ code: 'outsider_in_frame' as const, occurrences: 2 }] }
  const two = { ...clean, marks: marked('webcam_signal_missing', 'outsider_in_frame') }
  expect(rule(two, 'starred_rows', policyOf('004'))).toMatchObject({ value: 'unsatisfactory' })
  expect(rule(often, 'starred_rows', policyOf('004'))).toBeUndefined()
  const occurrences = policyOf('004', { 'decision.starred_counting': 'occurrences' })
  expect(rule(often, 'starred_rows', occurrences)).toMatchObject({ value: 'unsatisfactory' })
  expect(rule(two, 'starred_rows', policyOf('003'))).toBeUndefined()
})

test('TR-04 all rules of 004 that fit stand side by side, each with its clause', () => {
  const all = {
    ...clean,
    finalAttestation: true,
    stoppedForViolations: true,
    recordingConfirmed: false,
    marks: marked('webcam_signal_missing', 'outsider_in_frame', 'room_scan_refused', 'cheating_copying'),
  }
  expect(
    recommendations(all, defaultDecisionPolicy).map(({ rule, clause, value }) => [rule, clause, value]),
  ).toEqual([
    ['stopped', '5.13', 'unsatisfactory'],
    ['no_recording', '8.6.6', 'negative'],
    ['own_sanction', '8.6.8', 'result_annulled'],
    ['starred_rows', 'Прил. 3', 'unsatisfactory'],
    ['check_status', 'Прил. 4', 'testing_cancelled'],
    ['listed_violation', '8', 'negative'],
  ])
})

test('TR-05 a webcam switched off is starred, an interrupted signal is technical and asks the director', () => {
  const off = { ...clean, marks: marked('webcam_signal_missing') }
  expect(rule(off, 'starred_rows', { ...defaultDecisionPolicy, starredThreshold: 1 })).toBeDefined()
  const cut = { ...clean, finalAttestation: true, marks: marked('video_signal_interrupted') }
  expect(rule(cut, 'starred_rows', { ...defaultDecisionPolicy, starredThreshold: 1 })).toBeUndefined()
  expect(rule(cut, 'check_status')).toMatchObject({ status: { main: 5 }, needsDirector: true })
})

test('TR-07 another order of precedence makes another main status out of the same findings', () => {
  const many = { ...clean, finalAttestation: true, marks: marked('sound_problems', 'cheating_copying') }
  const technicalFirst = { ...defaultDecisionPolicy, statusPrecedence: [5, 2, 4, 3, 6, 1] as const }
  expect(proposeStatus(many, technicalFirst)?.main).toBe(5)
})
