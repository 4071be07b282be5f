import { expect, test } from 'vitest'
import { hintedCodes } from '../hint/rules.ts'
import { trustScore } from './score.ts'
import { newestWeights, weights1, weights2, weightsOf } from './weights.ts'

/** Hints that are made of other hints (`hint/episodes.ts`). */
const ofEpisodes = ['gaze_off_screen_systematic', 'gaze_away_over_threshold_repeated'] as const

/** Costs nothing, and why. */
const free: Readonly<Record<string, string>> = {
  poor_signal_quality: 'the recorder lowered its own picture for a slow line',
  video_signal_interrupted: 'a cut of the link, or a camera that failed and was replaced',
  technical_failure_long: 'the same for longer',
}

test('R0-2.5a.2 TR-43 every code that some hint can carry has a weight, and a written nothing has its reason', () => {
  const hinted = [...hintedCodes, ...ofEpisodes]
  expect(hinted.length).toBeGreaterThanOrEqual(40)
  expect(hinted.filter((code) => newestWeights.byCode[code] === undefined)).toEqual([])
  for (const code of hinted) {
    const { once, perSecond, cap } = newestWeights.byCode[code] ?? { once: 0, perSecond: 0, cap: 0 }
    const costs = once + perSecond > 0
    expect(costs, code).toBe(!(code in free))
    // One wrong detector by itself never brings a session under the lower threshold of the queue (I-11).
    expect(cap, code).toBeLessThan(50_00)
    if (costs) expect(cap, code).toBeGreaterThanOrEqual(once)
  }
})

test('TR-43 the second table adds to the first and changes nothing in it', () => {
  for (const [code, weight] of Object.entries(weights1.byCode))
    expect(weights2.byCode[code as keyof typeof weights2.byCode], code).toEqual(weight)
  expect([weightsOf('v1'), weightsOf('v2')]).toEqual([weights1, weights2])
})

test('TR-43 a session counted by the first table costs for a book what it cost then', () => {
  const book = [{ id: '1', code: 'reference_materials', fromMs: 0, toMs: 10_000, standing: 'hint' }] as const
  expect(trustScore(book, weights1)).toMatchObject({
    version: 'v1',
    hundredths: 100_00,
    reasons: [{ rule: 'no_weight' }],
  })
  expect(trustScore(book, weights2)).toMatchObject({
    version: 'v2',
    hundredths: 95_00,
    reasons: [{ cost: 5_00, rule: 'weight' }],
  })
})
