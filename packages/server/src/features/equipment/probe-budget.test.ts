import { expect, test } from 'vitest'
import { probeBudget } from './probe-budget.ts'

const limits = { windowMs: 60_000, bytesEach: 100, pingsEach: 2, bytesAll: 150, atOnce: 2 }
let now = 0
const budget = () => {
  now = 0
  return probeBudget(() => now, limits)
}
const ended = (one: ReturnType<ReturnType<typeof budget>['transfer']>) => {
  if (!one.ok) throw new Error(one.why)
  one.done()
}

test('one person has only so many bytes a minute, and learns how long to wait', () => {
  const line = budget()
  ended(line.transfer('a', 100))
  now = 20_000
  expect(line.transfer('a', 1)).toEqual({ ok: false, why: 'too_many', retryAfterS: 40 })
  expect(line.transfer('b', 1).ok).toBe(true)
  now = 60_000
  expect(line.transfer('a', 100).ok).toBe(true)
})

test('all together are bounded too, in bytes and at one moment', () => {
  const line = budget()
  ended(line.transfer('a', 100))
  ended(line.transfer('b', 50))
  expect(line.transfer('c', 1)).toMatchObject({ ok: false, why: 'busy' })
  now = 60_000
  const first = line.transfer('a', 1)
  expect(line.transfer('b', 1).ok).toBe(true)
  expect(line.transfer('c', 1)).toEqual({ ok: false, why: 'busy', retryAfterS: 1 })
  ended(first)
  // A line that closes twice frees one place, not two.
  ended(first)
  expect(line.transfer('c', 1).ok).toBe(true)
  expect(line.transfer('d', 1).ok).toBe(false)
})

test('pings are counted apart from bytes', () => {
  const line = budget()
  expect([line.ping('a').ok, line.ping('a').ok, line.ping('a').ok, line.ping('b').ok]).toEqual([
    true,
    true,
    false,
    true,
  ])
})
