import { expect, test } from 'vitest'
import { fullBucket, spend } from './quota.ts'
import { accepts, defaultIngestPolicy as policy } from './window.ts'

const control = { closed: false, authorizedMs: 1_000, deauthorizedMs: null }

test('R1-3.1a ING-26 records are taken from authorisation until the late-upload time after the end, to the millisecond', () => {
  expect(accepts({ ...control, authorizedMs: null }, policy, 5_000)).toBe(false)
  expect(accepts(control, policy, 5_000)).toBe(true)
  const ended = { ...control, deauthorizedMs: 10_000 }
  expect(accepts(ended, policy, 10_000 + policy.lateUploadMs)).toBe(true)
  expect(accepts(ended, policy, 10_001 + policy.lateUploadMs)).toBe(false)
  expect(accepts({ ...control, closed: true }, policy, 5_000)).toBe(false)
})

test('T-08 ING-28 a bucket gives what it holds, says how long to wait, and fills at the permitted rate', () => {
  const small = { ...policy, quotaBytesPerS: 100, quotaBurstBytes: 1_000 }
  const bucket = fullBucket(small, 0)
  expect(spend(bucket, 1_000, small, 0)).toBe(0)
  expect(spend(bucket, 250, small, 0)).toBe(3)
  expect(spend(bucket, 250, small, 2_499)).toBe(1)
  expect(spend(bucket, 250, small, 2_500)).toBe(0)
  // A clock that goes back gives nothing and takes nothing.
  expect(spend(bucket, 1, small, 0)).toBe(1)
  expect(spend(bucket, 1_000, small, 1_000_000)).toBe(0)
})
