import { expect, test } from 'vitest'
import { fragmentBytes, tinyWebm } from './media.ts'

test('synthetic fragments: the same seed and number give the same bytes, another gives others', () => {
  const one = fragmentBytes(1, 2, 50_000)
  expect(one.length).toBe(50_000)
  expect(fragmentBytes(1, 2, 50_000)).toEqual(one)
  expect(fragmentBytes(1, 3, 50_000)).not.toEqual(one)
  expect(fragmentBytes(2, 2, 50_000)).not.toEqual(one)
})

test('a tiny WebM is a few kB, begins with EBML and each fragment is one cluster', () => {
  const { init, fragments } = tinyWebm({ seed: 3, seconds: 4 })
  expect(Buffer.from(init.subarray(0, 4)).toString('hex')).toBe('1a45dfa3')
  expect(fragments.length).toBeGreaterThanOrEqual(2)
  for (const { bytes } of fragments)
    expect(Buffer.from(bytes.subarray(0, 4)).toString('hex')).toBe('1f43b675')
  expect(fragments.reduce((sum, { bytes }) => sum + bytes.length, init.length)).toBeLessThan(100_000)
})
