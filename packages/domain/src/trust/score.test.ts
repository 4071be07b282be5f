import fc from 'fast-check'
import { expect, test } from 'vitest'
import { violationCodes } from '../incident/catalogue.ts'
import { type Interval, points, type Standing, trustScore } from './score.ts'
import { parameters } from '../policy/schema.ts'
import { newestWeights, weights1, weightsOf } from './weights.ts'

const hint = (over: Partial<Interval> = {}): Interval => ({
  id: 'a',
  code: 'face_absent',
  fromMs: 10_000,
  toMs: 20_000,
  standing: 'hint',
  ...over,
})

const standings: readonly Standing[] = ['hint', 'confirmed', 'dismissed', 'permitted', 'technical']
const intervals = fc.array(
  fc.record({
    id: fc.uuid(),
    code: fc.constantFrom(...violationCodes),
    fromMs: fc.nat(3_600_000),
    toMs: fc.nat(3_600_000),
    standing: fc.constantFrom(...standings),
  }),
  { maxLength: 80 },
)

test('TR-43 without hints the score is 100', () => expect(points(trustScore([], weights1))).toBe(100))

test('I-09 every hundredth taken off belongs to an interval and a rule', () => {
  fc.assert(
    fc.property(intervals, (list) => {
      const score = trustScore(list, weights1)
      const taken = score.reasons.reduce((sum, reason) => sum + reason.cost, 0)
      expect(score.hundredths).toBe(100_00 - taken)
      expect(score.reasons.map((r) => r.interval).sort()).toEqual(list.map((i) => i.id).sort())
      expect(score.hundredths).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('I-09 the same events and version give the same score, in whatever order they arrive', () => {
  fc.assert(
    fc.property(intervals, fc.infiniteStream(fc.nat()), (list, order) => {
      const shuffled = list.map((each) => [order.next().value, each] as const).sort((a, b) => a[0] - b[0])
      expect(
        trustScore(
          shuffled.map(([, each]) => each),
          weights1,
        ),
      ).toEqual(trustScore(list, weights1))
    }),
  )
})

for (const standing of ['technical', 'permitted', 'dismissed'] as const)
  test(`${standing} costs nothing and is shown as such`, () => {
    const score = trustScore([hint({ standing })], weights1)
    expect(points(score)).toBe(100)
    expect(score.reasons).toEqual([{ interval: 'a', code: 'face_absent', standing, cost: 0, rule: standing }])
  })

test('a mark a person confirmed weighs more than a hint', () => {
  const asHint = trustScore([hint()], weights1)
  const asMark = trustScore([hint({ standing: 'confirmed' })], weights1)
  expect(asHint.hundredths).toBe(100_00 - (1_50 + 10 * 8))
  expect(asMark.hundredths).toBe(100_00 - 2 * (1_50 + 10 * 8))
})

test('I-11 one detector alone, however often it fires, can not take more than its cap', () => {
  const storm = Array.from({ length: 500 }, (_, i) =>
    hint({ id: `${i}`, code: 'virtual_machine', fromMs: i, toMs: i + 1 }),
  )
  expect(points(trustScore(storm, weights1))).toBe(92)
})

test('T-17 a score is a number and its reasons: it names no result', () =>
  expect(Object.keys(trustScore([hint()], weights1))).toEqual(['version', 'hundredths', 'reasons']))

test('TR-43 a session keeps the version it was scored with, and the same version gives the same score to the hundredth', () => {
  const weights = weightsOf('v1')
  if (!weights) throw new Error('no weights')
  const score = trustScore(
    [
      hint({ id: 'd', code: 'profanity' }),
      hint({ id: 'c', code: 'outsider_in_frame', fromMs: 0, toMs: 12_345, standing: 'confirmed' }),
      hint({ id: 'b', code: 'focus_switch', fromMs: 5_000, toMs: 5_999 }),
      hint({ id: 'a', code: 'face_absent', standing: 'technical' }),
    ],
    weights,
  )
  expect(score).toEqual({
    version: 'v1',
    hundredths: 77_70,
    reasons: [
      { interval: 'c', code: 'outsider_in_frame', standing: 'confirmed', cost: 20_80, rule: 'weight' },
      { interval: 'b', code: 'focus_switch', standing: 'hint', cost: 1_50, rule: 'weight' },
      { interval: 'a', code: 'face_absent', standing: 'technical', cost: 0, rule: 'technical' },
      { interval: 'd', code: 'profanity', standing: 'hint', cost: 0, rule: 'no_weight' },
    ],
  })
})

test('TR-43 the version a policy proposes exists; a name nobody knows gives no score', () => {
  expect(weightsOf(String(parameters['trust_score.weights'].proposal))).toBe(newestWeights)
  expect(weightsOf('v0')).toBeNull()
})

test('TR-43 an institution’s own weights change the score and say whose they are', () => {
  const own = {
    ...weights1,
    version: 'school-1',
    byCode: { face_absent: { once: 50_00, perSecond: 0, cap: 100_00 } },
  }
  expect(trustScore([hint()], own)).toMatchObject({ version: 'school-1', hundredths: 50_00 })
})

test('I-11 a score never leaves 0 to 100, and what the floor kept is shown as such', () => {
  const own = { ...weights1, byCode: { face_absent: { once: 60_00, perSecond: 0, cap: 1000_00 } } }
  const score = trustScore([hint({ id: 'a' }), hint({ id: 'b' }), hint({ id: 'c' })], own)
  expect(score.hundredths).toBe(0)
  expect(score.reasons.map(({ cost, rule }) => [cost, rule])).toEqual([
    [60_00, 'weight'],
    [40_00, 'floor'],
    [0, 'floor'],
  ])
})
