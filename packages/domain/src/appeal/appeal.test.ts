import { expect, test } from 'vitest'
import { russianYears } from '../calendar/russian-years.ts'
import type { ConsentRecord } from '../consent/record.ts'
import { type Decided, decide } from '../policy/act-policy.ts'
import { effectivePolicy } from '../policy/effective.ts'
import { preset } from '../policy/presets.ts'
import type { PolicyKey } from '../policy/schema.ts'
import type { ActNumber } from '../regulation/acts.ts'
import { instant, Temporal } from '../time.ts'
import { admit, type Filing } from './admit.ts'
import { type Member, refuseCommission } from './commission.ts'
import { openDispute, refuseConclusion, videoConsent } from './dispute.ts'
import { missingOf, nextStep, reviewOrder, type Situation, type Step } from './order.ts'

const ground = 'Приказ № 5 от 01.09.2026'
const zone = 'Europe/Moscow'
const steps: readonly Step[] = [
  { id: 'study', words: 'Изучить видеозапись', by: 'Секретарь' },
  { id: 'meet', words: 'Провести заседание', by: 'Комиссия' },
]
const delayed: Situation = { id: 'delay', subject: 'own', words: 'испытание началось с опозданием' }

/** The order of an institution under an act: what its act says and what it decided itself. */
function orderOf(
  act: ActNumber,
  decisions: Partial<Record<PolicyKey, Decided['value']>>,
  own: { situations: readonly Situation[]; steps: readonly Step[] } = { situations: [], steps },
) {
  let policy = preset(act)
  for (const [key, value] of Object.entries(decisions)) {
    const made = decide(policy, key as PolicyKey, { value, ground })
    if (!made.ok) throw new Error(`${key}: ${made.why}`)
    policy = made.policy
  }
  const effective = effectivePolicy(policy)
  if (!effective.ok) throw new Error('refused')
  return reviewOrder(effective.policy, own)
}
const terms = { 'appeal.filing_days': 3, 'appeal.consideration_days': 5 }
const withBody = { ...terms, 'appeal.body': 'Конфликтная комиссия' }
const of001 = orderOf('001', withBody, { situations: [delayed], steps })
const of003 = orderOf('003', withBody, { situations: [delayed], steps })
const of004 = orderOf('004', terms, { situations: [delayed], steps })

// A Friday; the third working day after it is Wednesday.
const announced = { at: instant('2026-11-20T12:00:00Z') }
const filing = (situation: string | null, over: Partial<Filing> = {}): Filing => ({
  situation,
  circumstances: 'Проктор не представился',
  filedAt: instant('2026-11-23T09:00:00Z'),
  ...over,
})
const why = (order: typeof of001, filed: Filing) => {
  const admitted = admit(order, filed, announced, zone, russianYears)
  return admitted.ok ? admitted.situation.id : admitted.why
}

test('R1-4.4 in 001 an examinee who thinks the order of the exam was broken may appeal, whatever else is configured', () => {
  expect(why(of001, filing('procedure'))).toBe('procedure')
  expect(why(orderOf('001', withBody), filing('procedure'))).toBe('procedure')
})

test('R4-5.14 in 004 the proctor’s decision and the examiner’s grade are appealed to the appeal commission', () => {
  for (const subject of ['proctor_decision', 'grade'])
    expect(admit(of004, filing(subject), announced, zone, russianYears)).toMatchObject({
      ok: true,
      situation: { subject },
      body: 'Апелляционная комиссия',
    })
  expect(why(of004, filing('procedure'))).toBe('situation_unknown')
})

for (const [id, order] of [
  ['R1-3.6', of001],
  ['R4-5.11', of004],
  ['R3-3.6', of003],
] as const)
  test(`${id} TR-59 one of the situations the institution configured has to be chosen, another is not admitted`, () => {
    expect(why(order, filing('delay'))).toBe('delay')
    expect(why(order, filing(null))).toBe('no_situation')
    expect(why(order, filing('weather'))).toBe('situation_unknown')
    expect(why(order, filing('delay', { circumstances: ' ' }))).toBe('no_circumstances')
  })

test('R3-3.6 003 grants no right of its own: without configured situations there is nothing to appeal', () => {
  const bare = orderOf('003', withBody)
  expect(bare.situations).toEqual([])
  expect(missingOf(bare)).toEqual(['situations'])
  expect(of003.situations).toEqual([delayed])
  for (const subject of ['procedure', 'proctor_decision', 'grade'])
    expect(why(of003, filing(subject)), subject).toBe('situation_unknown')
})

test('R3-3.6 situations of its own count only where the right to name them is given', () => {
  const order = orderOf('002', { ...withBody, 'appeal.right': ['grade'] }, { situations: [delayed], steps })
  expect(order.situations.map(({ id }) => id)).toEqual(['grade'])
  expect(why(order, filing('delay'))).toBe('situation_unknown')
})

for (const [id, act, given] of [
  ['R0-7.1a', '000', ['procedure', 'delay']],
  ['R1-9.1a', '001', ['procedure', 'delay']],
  ['R3-7.1a', '003', ['delay']],
  ['R4-9.1a', '004', ['proctor_decision', 'grade', 'delay']],
] as const)
  test(`${id} TR-59 grounds, terms, body and steps of a review are the institution’s own and none is given silently`, () => {
    const own = { situations: [delayed], steps }
    const bare = orderOf(act, {}, { situations: [], steps: [] })
    expect(missingOf(bare)).toEqual(expect.arrayContaining(['filing', 'consideration', 'steps']))
    expect(missingOf(bare).includes('body')).toBe(act !== '004')
    expect(admit(bare, filing(given[0]), announced, zone, russianYears)).toEqual({
      ok: false,
      why: 'order_incomplete',
    })
    const body = act === '004' ? {} : { 'appeal.body': 'Педагогический совет' }
    const short = orderOf(act, { ...body, 'appeal.filing_days': 1, 'appeal.consideration_days': 2 }, own)
    const long = orderOf(act, { ...body, 'appeal.filing_days': 1, 'appeal.consideration_days': 10 }, own)
    expect(missingOf(short)).toEqual([])
    expect(short.situations.map(({ id }) => id)).toEqual(given)
    expect(short.body).toBe(act === '004' ? 'Апелляционная комиссия' : 'Педагогический совет')
    const until = (order: typeof short) => {
      const admitted = admit(order, filing('delay'), announced, zone, russianYears)
      return admitted.ok ? admitted.considerUntil.toZonedDateTimeISO(zone).toPlainDate().toString() : admitted
    }
    expect([until(short), until(long)]).toEqual(['2026-11-25', '2026-12-07'])
    expect(nextStep(short, [])?.id).toBe('study')
    expect(nextStep(short, ['study'])?.by).toBe('Комиссия')
    expect(nextStep(short, ['study', 'meet'])).toBeNull()
  })

for (const [what, at, expected] of [
  ['in the last moment of the third working day', '2026-11-25T20:59:59.999999999Z', 'delay'],
  ['at midnight after it', '2026-11-25T21:00:00Z', 'late'],
] as const)
  test(`SM-6 TR-59 an appeal filed ${what}: ${expected}`, () =>
    expect(why(of001, filing('delay', { filedAt: instant(at) }))).toBe(expected))

test('SM-6 a late appeal is told until when it could be filed; before the announcement nobody is late', () => {
  const filed = filing('delay', { filedAt: instant('2026-11-26T09:00:00Z') })
  const late = admit(of001, filed, announced, zone, russianYears)
  expect(!late.ok && late.until?.toString()).toBe('2026-11-25T20:59:59.999999999Z')
  expect(admit(of001, filed, null, zone, russianYears).ok).toBe(true)
})

test('TR-65 a term that leaves the calendar is not guessed', () => {
  const admitted = admit(
    of001,
    filing('delay', { filedAt: instant('2027-12-31T09:00:00Z') }),
    null,
    zone,
    russianYears,
  )
  expect(admitted).toEqual({ ok: false, why: 'calendar_ends' })
})

const members: readonly Member[] = [
  { person: 'Кузнецова', role: 'chair' },
  { person: 'Лебедев', role: 'member' },
  { person: 'Орлова', role: 'member' },
  { person: 'Белов', role: 'secretary' },
]

test('R4-5.14 a commission has a chair, a secretary and enough members with a vote', () => {
  expect(refuseCommission(members, [], 3)).toEqual([])
  const reasons = (given: readonly Member[], least = 3) =>
    refuseCommission(given, [], least).map(({ why }) => why)
  expect(reasons(members, 4)).toEqual(['too_few'])
  expect(reasons(members.slice(0, 1).concat(members.slice(3)), 1), 'T-19 nobody alone').toEqual(['too_few'])
  expect(
    reasons(
      members.filter(({ role }) => role !== 'chair'),
      2,
    ),
  ).toEqual(['no_chair'])
  expect(reasons(members.filter(({ role }) => role !== 'secretary'))).toEqual(['no_secretary'])
  expect(reasons([...members, { person: 'Жук', role: 'chair' }])).toEqual(['two_chairs'])
  expect(reasons([...members, { person: 'Орлова', role: 'member' }])).toEqual(['twice'])
})

for (const as of ['proctor', 'reviewer', 'examiner', 'decider', 'examinee', 'representative'] as const)
  test(`R4-5.14 nobody sits in the commission who was the ${as} of the session`, () =>
    expect(refuseCommission(members, [{ person: 'Орлова', as }], 3)).toEqual([
      { why: 'took_part', person: 'Орлова', as },
    ]))

const start = instant('2026-11-20T08:00:00Z')
const consent = (signedAt: string, withdrawn = false): ConsentRecord => ({
  kind: 'video_disputes',
  textVersion: '1',
  signed: [],
  signedOn: Temporal.PlainDate.from(signedAt.slice(0, 10)),
  signedAt: instant(signedAt),
  programme: null,
  withdrawal: withdrawn ? { registeredNo: '7', writtenOn: Temporal.PlainDate.from('2026-11-19') } : null,
  expelledOn: null,
})
const before = consent('2026-11-19T08:00:00Z')

for (const [what, required, records, expected] of [
  ['given the day before', true, [before], 'given_before'],
  ['given when the exam began', true, [consent('2026-11-20T08:00:00Z')], 'too_late'],
  ['withdrawn', true, [consent('2026-11-19T08:00:00Z', true)], 'withdrawn'],
  ['never given', true, [], 'missing'],
  ['given for something else', true, [{ ...before, kind: 'biometric' }], 'missing'],
  ['not asked for by the act', false, [], 'not_asked_for'],
] as const satisfies readonly (readonly [string, boolean, readonly ConsentRecord[], string])[])
  test(`TR-45 consent to use the video in disputes ${what}: ${expected}`, () =>
    expect(videoConsent(required, records, start)).toBe(expected))

const recording = { from: 1_000, to: 61_000 }

test('R4-3.3c a dispute is resolved by the recording only where there is one and it may be used', () => {
  expect(openDispute('ses_1', recording, 'not_asked_for', start)).toMatchObject({ ok: true })
  expect(openDispute('ses_1', null, 'not_asked_for', start)).toEqual({ ok: false, why: 'no_recording' })
  for (const consent of ['missing', 'withdrawn', 'too_late'] as const)
    expect(openDispute('ses_1', recording, consent, start)).toEqual({ ok: false, why: 'no_consent' })
})

test('R4-3.3c its conclusion is a person’s, reasoned, and cites times inside the recording', () => {
  const dispute = { session: 'ses_1', recording, openedAt: start }
  const conclusion = { by: 'Орлова', reasoning: 'Видно', timeCodes: [{ from: 1_000, to: 61_000 }] }
  expect(refuseConclusion(dispute, conclusion)).toBeNull()
  expect(refuseConclusion(dispute, { ...conclusion, by: '' })).toBe('no_person')
  expect(refuseConclusion(dispute, { ...conclusion, reasoning: ' ' })).toBe('no_reasoning')
  expect(refuseConclusion(dispute, { ...conclusion, timeCodes: [] })).toBe('no_time_codes')
  const begun = { ...dispute, recording: { from: 1_700, to: 60_300 } }
  const read = { ...conclusion, timeCodes: [{ from: 1_000, to: 61_000 }] }
  expect(refuseConclusion(begun, read), 'a clock shows whole seconds').toBeNull()
  for (const outside of [
    { from: 999, to: 2_000 },
    { from: 60_000, to: 61_001 },
    { from: 5_000, to: 4_000 },
  ])
    expect(refuseConclusion(dispute, { ...conclusion, timeCodes: [outside] })).toBe('outside_the_recording')
})
