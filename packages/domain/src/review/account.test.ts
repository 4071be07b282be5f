import { expect, test } from 'vitest'
import { reviewAccount } from './account.ts'

const MINUTE = 60_000
const window = { from: 0, to: 60 * MINUTE }
const hint = { from: 30 * MINUTE, to: 30 * MINUTE + 5_000 }
const facts = { hints: [hint], marks: [], blind: [] }

test('R1-5.2c the account adds up: played and passed over are the whole, fast is a part of played', () => {
  const played = [{ from: 0, to: 40 * MINUTE }]
  const account = reviewAccount(window, facts, played, [{ from: 0, to: 10 * MINUTE }])
  expect(account).toMatchObject({ playedMs: 40 * MINUTE, fastMs: 30 * MINUTE, skippedMs: 20 * MINUTE })
  const named = [...account.owed, ...account.passedOver].reduce((sum, { from, to }) => sum + to - from, 0)
  expect(named).toBe(account.skippedMs)
  expect(account.owed.map(({ why }) => why)).toEqual(['sample', 'sample', 'end'])
  expect(account.passedOver.every(({ why }) => why === 'quiet')).toBe(true)
})

test('R1-5.2c what was passed over with a hint in it is named as such, and an untold speed stays untold', () => {
  const account = reviewAccount(window, facts, [{ from: 0, to: 20 * MINUTE }], null)
  expect(account.fastMs).toBeNull()
  expect(account.owed.find(({ why }) => why === 'hint')).toMatchObject({
    from: hint.from - 5_000,
    to: hint.to + 5_000,
  })
  const all = reviewAccount(window, facts, [window], [window])
  expect(all).toMatchObject({ fastMs: 0, skippedMs: 0, owed: [], passedOver: [] })
})
