import { expect, test } from 'vitest'
import { backoffMs } from './backoff.ts'

for (const [attempt, ceiling] of [
  [0, 1000],
  [1, 2000],
  [2, 4000],
  [3, 8000],
  [4, 15_000],
  [50, 15_000],
] as const)
  test(`ING-16 attempt ${attempt} waits up to ${ceiling} ms with full jitter`, () => {
    expect(backoffMs(attempt, 0)).toBe(0)
    expect(backoffMs(attempt, 0.5)).toBe(ceiling / 2)
    expect(backoffMs(attempt, 1)).toBe(ceiling)
  })
