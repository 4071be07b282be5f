import { expect, test } from 'vitest'
import type { AccountId, SessionId } from '../ids.ts'
import { instant } from '../time.ts'
import { type AttentionEvent, attentionTo, wholeSeconds } from './attention.ts'

const t0 = instant('2026-06-01T09:00:00Z')
const at = (ms: number) => t0.add({ milliseconds: ms })
const [ivanov, petrova] = ['acc_ivanov' as AccountId, 'acc_petrova' as AccountId]
const [a, b] = ['ses_a' as SessionId, 'ses_b' as SessionId]
const enlarge = (ms: number, session: SessionId | null, proctor = ivanov): AttentionEvent => ({
  is: 'enlarged',
  at: at(ms),
  proctor,
  session,
})
const listen = (ms: number, session: SessionId | null): AttentionEvent => ({
  is: 'listening',
  at: at(ms),
  proctor: ivanov,
  session,
})
const window = { from: t0, until: at(60_000) }

test('the next tile ends the one before at the same moment: no millisecond is counted twice or lost', () => {
  const events = [enlarge(0, a), enlarge(20_001, b), enlarge(30_000, null)]
  expect(attentionTo(a, window, events).enlargedMs).toBe(20_001)
  expect(attentionTo(b, window, events).enlargedMs).toBe(9_999)
  expect(wholeSeconds(9_999)).toBe(9)
  expect(wholeSeconds(10_000)).toBe(10)
})

test('what is still enlarged counts up to now, and never beyond the control window', () => {
  expect(attentionTo(a, window, [enlarge(50_000, a)]).enlargedMs).toBe(10_000)
  const early = [enlarge(-5_000, a), enlarge(1_000, null)]
  expect(attentionTo(a, window, early).enlargedMs).toBe(1_000)
  expect(attentionTo(a, window, [enlarge(60_000, a)]).enlargedMs).toBe(0)
})

test('looking and listening are two accounts; a console that is left ends both', () => {
  const events: AttentionEvent[] = [
    enlarge(0, a),
    listen(5_000, a),
    { is: 'left_console', at: at(8_000), proctor: ivanov },
  ]
  expect(attentionTo(a, window, events)).toMatchObject({ enlargedMs: 8_000, listenedMs: 3_000 })
})

test('two proctors looking at once are one stretch of attention, one after the other are two', () => {
  const together = [
    enlarge(0, a),
    enlarge(4_000, a, petrova),
    enlarge(10_000, null),
    enlarge(12_000, null, petrova),
  ]
  expect(attentionTo(a, window, together).enlargedMs).toBe(12_000)
})

test('an alert counts once, answered only for the examinee it was about', () => {
  const alert = (ms: number, id: string, session = a): AttentionEvent => ({
    is: 'alert',
    at: at(ms),
    session,
    alert: id,
  })
  const answer = (ms: number, id: string, session = a): AttentionEvent => ({
    is: 'alert_answered',
    at: at(ms),
    proctor: ivanov,
    session,
    alert: id,
  })
  const events = [
    alert(1, 'x'),
    alert(2, 'y'),
    alert(3, 'x'),
    answer(4, 'x'),
    answer(5, 'x'),
    answer(6, 'y', b),
  ]
  expect(attentionTo(a, window, events)).toMatchObject({ alerts: 2, alertsAnswered: 1 })
})

test('when it was last enlarged: never, until it was let go of, or now', () => {
  expect(attentionTo(a, window, [enlarge(0, b)]).lastEnlargedAt).toBeNull()
  expect(attentionTo(a, window, [enlarge(0, a), enlarge(7_000, b)]).lastEnlargedAt).toEqual(at(7_000))
  expect(attentionTo(a, window, [enlarge(0, a)]).lastEnlargedAt).toEqual(window.until)
  expect(attentionTo(a, window, [enlarge(59_000, a), enlarge(70_000, b)]).lastEnlargedAt).toEqual(
    window.until,
  )
  expect(attentionTo(a, window, [enlarge(65_000, a), enlarge(70_000, b)]).lastEnlargedAt).toBeNull()
  expect(attentionTo(a, window, [enlarge(-9_000, a), enlarge(0, b)]).lastEnlargedAt).toBeNull()
})
