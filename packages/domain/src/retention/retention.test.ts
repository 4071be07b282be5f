import { expect, test } from 'vitest'
import { russianYears } from '../calendar/russian-years.ts'
import { formAll4 } from '../document/f-all-4.ts'
import { printedLines } from '../document/printed-lines.ts'
import { trainingCentre } from '../document/sample/institutions.ts'
import { appeal } from '../lifecycle/appeal.ts'
import { statesOf } from '../lifecycle/machine.ts'
import { decide } from '../policy/act-policy.ts'
import { effectivePolicy } from '../policy/effective.ts'
import { preset } from '../policy/presets.ts'
import type { Value } from '../policy/parameter.ts'
import type { PolicyKey } from '../policy/schema.ts'
import type { ActNumber } from '../regulation/acts.ts'
import { instant, Temporal } from '../time.ts'
import { type DestructionAct, type Remains, refuseAct, whyKept } from './destroy.ts'
import { keepsRecording, reviewTooFar } from './hold.ts'
import { keptUntil, retentionRule } from './term.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)

function ruleOf(act: ActNumber, decisions: Partial<Record<PolicyKey, Value>> = {}) {
  let policy = preset(act)
  for (const [key, value] of Object.entries(decisions)) {
    const made = decide(policy, key as PolicyKey, { value, ground: 'Приказ № 5' })
    if (!made.ok) throw new Error(`${key}: ${made.why}`)
    policy = made.policy
  }
  const effective = effectivePolicy(policy)
  if (!effective.ok) throw new Error('refused')
  return retentionRule(effective.policy)
}
const kept = { recordedOn: day('2026-05-12'), resultAnnouncedOn: null }
const free = { holds: [], appeals: [], complaint: false }
const last = (rule: ReturnType<typeof ruleOf>, announced: string | null) => {
  const until = keptUntil(
    rule,
    { ...kept, resultAnnouncedOn: announced === null ? null : day(announced) },
    russianYears,
  )
  return until.known ? until.last.toString() : until.why
}

test('R1-9.3 001 keeps a recording twelve months from its day; the last day is still one of keeping', () => {
  const until = keptUntil(ruleOf('001'), kept, russianYears)
  expect(last(ruleOf('001'), null)).toBe('2027-05-12')
  expect(whyKept(until, free, day('2027-05-12'))).toBe('term_running')
  expect(whyKept(until, free, day('2027-05-13'))).toBeNull()
})

test('P-22 no institution keeps recordings for more than twelve months', () => {
  const months = (value: number) =>
    decide(decidedUntil('months'), 'retention.video_months', { value, ground: 'Приказ № 5' })
  expect(months(12)).toMatchObject({ ok: true })
  expect(months(13)).toEqual({ ok: false, why: 'wrong_value' })
  expect(months(0)).toEqual({ ok: false, why: 'wrong_value' })
})
function decidedUntil(value: Value) {
  const made = decide(preset('003'), 'retention.until', { value, ground: 'Приказ № 5' })
  if (!made.ok) throw new Error(made.why)
  return made.policy
}

const terms = { 'appeal.filing_days': 3, 'appeal.consideration_days': 5 }

test('R4-5.15 004 keeps it as long as an appeal may be filed and considered, from the announcement of the result', () => {
  // Friday 20 November + 3 working days = Wednesday 25, + 5 = Wednesday 2 December.
  const rule = ruleOf('004', terms)
  expect(last(rule, '2026-11-20')).toBe('2026-12-02')
  expect(last(ruleOf('004', { ...terms, 'appeal.consideration_days': 6 }), '2026-11-20')).toBe('2026-12-03')
  expect(last(rule, null)).toBe('result_not_announced')
  const until = keptUntil(rule, { ...kept, resultAnnouncedOn: day('2026-11-20') }, russianYears)
  expect(whyKept(until, free, day('2026-12-02'))).toBe('term_running')
  expect(whyKept(until, free, day('2026-12-03'))).toBeNull()
})

test('R4-5.15 R1-9.3 while an appeal is open nothing is destroyed, however long the term is over', () => {
  const until = keptUntil(ruleOf('001'), kept, russianYears)
  for (const state of statesOf(appeal)) {
    const open = state !== 'draft' && state !== 'closed'
    expect(keepsRecording(state), state).toBe(open)
    expect(whyKept(until, { ...free, appeals: ['closed', state] }, day('2030-01-01')), state).toBe(
      open ? 'appeal_open' : null,
    )
  }
})

test('R1-5.2a while a complaint about the proctor waits for its answer nothing is destroyed, however long the term is over', () => {
  const until = keptUntil(ruleOf('001'), kept, russianYears)
  expect(whyKept(until, { ...free, complaint: true }, day('2030-01-01'))).toBe('complaint_open')
  expect(whyKept(until, free, day('2030-01-01'))).toBeNull()
})

test('SM-18 a hold keeps a recording until it is released', () => {
  const until = keptUntil(ruleOf('001'), kept, russianYears)
  const hold = { reason: 'Проверка', reviewOn: day('2028-01-01'), released: false }
  expect(whyKept(until, { ...free, holds: [hold] }, day('2030-01-01'))).toBe('on_hold')
  expect(whyKept(until, { ...free, holds: [{ ...hold, released: true }] }, day('2030-01-01'))).toBeNull()
})

for (const [id, act, decisions] of [
  ['R3-7.2a TR-10', '003', {}],
  ['TR-10', '000', {}],
  ['TR-10', '003', { 'retention.until': 'months' }],
  ['R4-5.15 TR-10', '004', { 'appeal.filing_days': 3 }],
  ['R4-5.15 TR-10', '004', {}],
] as const)
  test(`${id} without a term somebody set ${act} destroys nothing, ever (${Object.keys(decisions).join(', ') || 'nothing decided'})`, () => {
    const rule = ruleOf(act, decisions)
    expect(rule).toBeNull()
    expect(whyKept(keptUntil(rule, kept, russianYears), free, day('2099-01-01'))).toBe('term_not_set')
  })

test('R3-7.2a the term of 003 is the one a person decided', () =>
  expect(last(ruleOf('003', { 'retention.until': 'months', 'retention.video_months': 6 }), null)).toBe(
    '2026-11-12',
  ))

test('TR-65 a term that leaves the calendar of working days keeps the recording', () =>
  expect(last(ruleOf('004', terms), '2027-12-30')).toBe('calendar_ends'))

const gone: Remains = {
  recording: 'Запись 14',
  recordedOn: day('2026-05-12'),
  sha256: 'a'.repeat(64),
  keyDestroyedAt: instant('2027-05-13T08:00:00Z'),
  objectsLeft: 0,
}
const act: DestructionAct = {
  on: day('2027-05-13'),
  ground: 'Истёк срок хранения, пункт 9.3',
  recordings: [gone],
  signedBy: ['Белов'],
}

test('R1-9.3 an act of destruction proves each recording gone: its hash, its key destroyed, nothing left', () => {
  expect(refuseAct(act)).toBeNull()
  for (const [remains, why] of [
    [{ ...gone, keyDestroyedAt: null }, 'key_alive'],
    [{ ...gone, objectsLeft: 1 }, 'objects_left'],
    [{ ...gone, sha256: '' }, 'no_hash'],
  ] as const)
    expect(refuseAct({ ...act, recordings: [gone, remains] })).toEqual({ why, recording: 'Запись 14' })
  expect(refuseAct({ ...act, recordings: [] })).toEqual({ why: 'nothing' })
  expect(refuseAct({ ...act, ground: '' })).toEqual({ why: 'no_ground' })
  expect(refuseAct({ ...act, signedBy: [] })).toEqual({ why: 'nobody_signed' })
})

test('R1-9.3 SM-18 TR-41 the printed act keeps day and hash of what was destroyed', () => {
  const formed = formAll4({
    institution: trainingCentre,
    registration: { number: '3', on: act.on, template: '1' },
    recordings: act.recordings.map(({ recording, recordedOn, sha256 }) => ({
      id: recording,
      on: recordedOn,
      hash: sha256,
    })),
    ground: act.ground,
    destroyedOn: act.on,
    commission: [{ role: 'Ответственный', name: 'Белов' }],
  })
  const lines = formed.ok ? printedLines(formed.document) : formed.missing
  expect(lines).toEqual(expect.arrayContaining(['Запись 14', '12.05.2026', gone.sha256]))
})

test('P-23 a hold has a day to look again: after today, within ninety days', () => {
  const today = day('2026-06-08')
  for (const [on, tooFar] of [
    ['2026-06-08', true],
    ['2026-06-09', false],
    ['2026-09-06', false],
    ['2026-09-07', true],
  ] as const)
    expect(reviewTooFar(today, day(on)), on).toBe(tooFar)
})
