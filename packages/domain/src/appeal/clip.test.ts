import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { type ClipFacts, clipRight, clipSpan, clipsUnset, nobodySits } from './clip.ts'

const facts: ClipFacts = {
  who: 'examinee',
  setting: clipsUnset,
  purposes: ['dishonesty', 'appeal'],
  disputeConsent: true,
  handedOver: true,
  contestable: true,
  considered: false,
  destroyed: false,
  blocked: false,
  windowOver: true,
}

test('the examinee sees camera and screen of what a mark rests on', () => {
  expect(clipRight(facts)).toEqual({ ok: true, tracks: ['cam', 'screen'] })
  expect(clipRight({ ...facts, purposes: null })).toEqual({ ok: true, tracks: ['cam', 'screen'] })
  expect(clipRight({ ...facts, purposes: ['dispute'] })).toMatchObject({ ok: true })
})

test('R1-9.2b R4-9.2b the screen with the text of the tasks is never a parent’s, and nobody’s while others sit the same window', () => {
  expect(clipRight({ ...facts, who: 'parent' })).toEqual({ ok: true, tracks: ['cam'] })
  expect(clipRight({ ...facts, windowOver: false })).toEqual({ ok: true, tracks: ['cam'] })
  expect(clipRight({ ...facts, who: 'parent', windowOver: false })).toEqual({ ok: true, tracks: ['cam'] })
})

test('R1-9.2b R4-9.2b the screen waits for the last slot, for minutes of one’s own and for time given back', () => {
  const at = (hours: string) => instant(`2026-06-01T${hours}:00Z`)
  const sat = (closes: string, deadline: string | null = null, left: string | null = null) => ({
    closesAt: at(closes),
    lengthMinutes: 60,
    deadline: deadline === null ? null : at(deadline),
    deauthorizedAt: left === null ? null : at(left),
  })
  const own = sat('07:00', '07:50', '07:40')
  const over = (others: readonly ReturnType<typeof sat>[], slots: readonly string[] = [], now = '07:45') =>
    nobodySits(
      [own, ...others],
      slots.map((closes) => ({ closesAt: at(closes) })),
      own,
      at(now),
    ).toString()
  expect(over([])).toBe('2026-06-01T08:00:00Z')
  // The next slot, with and without anybody put into it yet.
  expect(over([sat('09:00')])).toBe('2026-06-01T10:00:00Z')
  expect(over([], ['09:00', '06:00'])).toBe('2026-06-01T10:00:00Z')
  // Two hours of one's own.
  expect(over([sat('07:00', '09:05')])).toBe('2026-06-01T09:05:00Z')
  expect(over([sat('07:00', '09:05', '08:30')])).toBe('2026-06-01T08:00:00Z')
  // Still writing though the time is over.
  expect(over([sat('07:00', '07:55')], [], '09:00')).toBe('2026-06-01T09:01:00Z')
})

test.each([
  ['recording_destroyed', { destroyed: true }],
  ['recording_blocked', { blocked: true }],
  ['clips_off', { setting: { ...clipsUnset, examinee: false } }],
  ['clips_off', { who: 'parent', setting: { ...clipsUnset, parents: false } }],
  ['clips_not_for_this', { purposes: ['dishonesty'] }],
  ['no_dispute_consent', { disputeConsent: false }],
  ['clip_not_ready', { handedOver: false }],
  ['clips_over', { contestable: false }],
  ['clips_considered', { contestable: false, considered: true }],
] as const)('TR-45 nothing is shown: %s', (why, change) => {
  expect(clipRight({ ...facts, ...change })).toEqual({ ok: false, why })
})

test('a clip is its mark with a little before and after, and never leaves the time under control', () => {
  const control = { from: 0, to: 100_000 }
  const span = (from: number, to: number | null) => clipSpan({ from, to }, clipsUnset, control)
  expect(span(20_000, 30_000)).toEqual({ from: 15_000, to: 35_000 })
  expect(span(20_000, null)).toEqual({ from: 15_000, to: 25_000 })
  expect(span(2_000, 99_000)).toEqual({ from: 0, to: 100_000 })
  expect(span(200_000, 210_000)).toEqual({ from: 195_000, to: 195_000 })
})
