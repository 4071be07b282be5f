import { expect, test } from 'vitest'
import { type Job, nextGathered } from './jobs.ts'

const bytes = (...values: number[]): Job => ({ do: 'append', bytes: Uint8Array.from(values) })

test('bytes in a row go into the buffer together once their time has come', () => {
  const jobs = [bytes(1, 2), bytes(3), bytes(4)]
  expect(nextGathered(jobs, 199, 200)).toBeNull()
  expect(jobs).toHaveLength(3)
  expect(nextGathered(jobs, 200, 200)).toEqual(bytes(1, 2, 3, 4))
  expect(jobs).toEqual([])
  expect(nextGathered(jobs, 999, 200)).toBeNull()
})

test('a new head stands between what came before it and what came after', () => {
  const jobs: Job[] = [bytes(1), { do: 'reset', epoch: 2 }, bytes(2), bytes(3)]
  expect(nextGathered(jobs, 999, 200)).toEqual(bytes(1))
  expect(nextGathered(jobs, 0, 200)).toEqual({ do: 'reset', epoch: 2 })
  expect(nextGathered(jobs, 0, 200)).toBeNull()
  expect(nextGathered(jobs, 200, 200)).toEqual(bytes(2, 3))
})
