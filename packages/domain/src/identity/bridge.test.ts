import { expect, test } from 'vitest'
import type { AccountId } from '../ids.ts'
import { instant } from '../time.ts'
import { type BridgeAnswer, type BridgeRequest, isLedToProvider, refuseAnswer } from './bridge.ts'

const me = 'acc_me' as AccountId
const request: BridgeRequest = {
  account: me,
  audience: 'https://exam.example',
  issuer: 'https://bridge.example/start',
  askedAt: instant('2026-06-01T10:00:00Z'),
  endsAt: instant('2026-06-01T10:15:00Z'),
  answered: false,
}
const answer: BridgeAnswer = {
  aud: 'https://exam.example',
  iss: 'https://bridge.example/start',
  at: instant('2026-06-01T10:03:00Z'),
}
const now = instant('2026-06-01T10:03:05Z')
const why = (of: Partial<BridgeRequest>, given: Partial<BridgeAnswer> = {}, by = me, at = now) =>
  refuseAnswer({ ...request, ...of }, { ...answer, ...given }, by, at)

test('TR-56 the answer to one’s own open request counts', () => expect(why({})).toBeNull())

test('B-29 an answer for another installation, of another bridge, for somebody else or given twice is refused', () => {
  expect(why({}, { aud: 'https://other.example' })).toBe('identity_answer_wrong')
  expect(why({}, { iss: 'https://other.example/start' })).toBe('identity_answer_wrong')
  expect(why({}, {}, 'acc_other' as AccountId)).toBe('identity_answer_other')
  expect(why({ answered: true })).toBe('identity_answer_used')
})

test('an answer from before the request, from ahead of the clock or past the time of the request is late', () => {
  expect(why({}, { at: instant('2026-06-01T09:58:59Z') })).toBe('identity_answer_late')
  expect(why({}, { at: instant('2026-06-01T10:04:06Z') })).toBe('identity_answer_late')
  expect(why({}, {}, me, instant('2026-06-01T10:15:01Z'))).toBe('identity_answer_late')
  expect(why({}, { at: instant('2026-06-01T09:59:00Z') })).toBeNull()
})

test('P-13 only whoever is known to be of age is led to a provider', () => {
  expect(isLedToProvider('2008-06-01', '2026-05-31')).toBe(false)
  expect(isLedToProvider('2008-05-31', '2026-06-01')).toBe(true)
  expect(isLedToProvider(null, '2026-06-01')).toBe(false)
})
