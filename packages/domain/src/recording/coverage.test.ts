import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverage, GAP_MS, type Span } from './coverage.ts'

const window: Span = { from: 10_000, to: 20_000 }
const spans = (...pairs: readonly (readonly [number, number])[]) => pairs.map(([from, to]) => ({ from, to }))

for (const [what, given, coveredMs, gaps] of [
  ['nothing recorded is one gap', spans(), 0, spans([10_000, 20_000])],
  ['all recorded has none', spans([10_000, 20_000]), 10_000, spans()],
  [
    'what lies outside the window does not count',
    spans([0, 10_000], [20_000, 30_000]),
    0,
    spans([10_000, 20_000]),
  ],
  ['a hole of 999 ms is jitter', spans([9_000, 15_000], [15_999, 21_000]), 9_001, spans()],
  ['a hole of 1000 ms is a gap', spans([9_000, 15_000], [16_000, 21_000]), 9_000, spans([15_000, 16_000])],
  ['overlaps count once', spans([10_000, 16_000], [12_000, 14_000], [15_000, 20_000]), 10_000, spans()],
  [
    'a late start and an early end are gaps',
    spans([12_000, 18_000]),
    6_000,
    spans([10_000, 12_000], [18_000, 20_000]),
  ],
  ['order does not matter', spans([18_000, 20_000], [10_000, 16_500]), 8_500, spans([16_500, 18_000])],
] as const)
  test(`ING-41 ${what}`, () => expect(coverage(window, given)).toEqual({ coveredMs, gaps }))

test('ING-41 covered time and holes add up to the window', () => {
  const at = fc.integer({ min: 0, max: 30_000 })
  const any = fc.array(fc.tuple(at, at).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })))
  fc.assert(
    fc.property(any, (given) => {
      const { coveredMs, gaps } = coverage(window, given)
      const missing = gaps.reduce((sum, gap) => sum + gap.to - gap.from, 0)
      const jitter = window.to - window.from - coveredMs - missing
      expect(jitter).toBeGreaterThanOrEqual(0)
      expect(jitter).toBeLessThan(GAP_MS * (given.length + 1))
      for (const gap of gaps)
        for (const span of given)
          expect(span.from < gap.to && span.to > gap.from && span.from < span.to).toBe(false)
    }),
  )
})
