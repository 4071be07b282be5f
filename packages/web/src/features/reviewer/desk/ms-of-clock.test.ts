import { expect, test } from 'vitest'
import { msOfClock } from './ms-of-clock.ts'

test('a place of the recording is typed as the player shows it', () => {
  expect(msOfClock('1:05:09')).toBe(3_909_000)
  expect(msOfClock(' 5:09 ')).toBe(309_000)
  for (const wrong of ['', '5', '5:9', '5:60', 'abc', '1:2:3:4']) expect(msOfClock(wrong)).toBeNull()
})
