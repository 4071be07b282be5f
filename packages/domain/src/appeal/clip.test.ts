import { expect, test } from 'vitest'
import { type ClipFacts, clipRight, clipSpan, clipsUnset } from './clip.ts'

const facts: ClipFacts = {
  who: 'examinee',
  setting: clipsUnset,
  purposes: ['dishonesty', 'appeal'],
  disputeConsent: true,
  handedOver: true,
  contestable: true,
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

test.each([
  ['recording_destroyed', { destroyed: true }],
  ['recording_blocked', { blocked: true }],
  ['clips_off', { setting: { ...clipsUnset, examinee: false } }],
  ['clips_off', { who: 'parent', setting: { ...clipsUnset, parents: false } }],
  ['clips_not_for_this', { purposes: ['dishonesty'] }],
  ['no_dispute_consent', { disputeConsent: false }],
  ['clip_not_ready', { handedOver: false }],
  ['clips_over', { contestable: false }],
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
