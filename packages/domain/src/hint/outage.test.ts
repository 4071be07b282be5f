import { expect, test } from 'vitest'
import type { ViolationCode } from '../incident/catalogue.ts'
import { isTechnical, UNHEARD_MS, type Unseen, unheard } from './outage.ts'
import { replayRule } from './replay.ts'

const MINUTE = 60_000
const cut: Unseen = { sensor: 'link', from: 10 * MINUTE, to: 30 * MINUTE }
const hint = (code: ViolationCode, from = 11 * MINUTE, to = 29 * MINUTE, rule = 'any') => ({
  rule,
  code,
  from,
  to,
})

test('TR-36 TR-05 twenty minutes without a network: whatever a lost network looks like is technical', () => {
  const looks = [
    'video_signal_interrupted',
    'technical_failure_long',
    'examinee_absent_from_session',
    'video_recording_disabled',
    'poor_signal_quality',
    'sound_problems',
    'video_link_failure_not_by_examinee',
  ] as const satisfies readonly ViolationCode[]
  expect(looks.filter((code) => !isTechnical(hint(code), [cut]))).toEqual([])
})

test('TR-36 what is seen in the frames stays what it is, network or not', () => {
  for (const code of ['camera_deliberately_covered', 'face_absent', 'outsider_in_frame'] as const)
    expect(isTechnical(hint(code), [cut])).toBe(false)
})

test('a recording that is equal to another is in the bytes: no cut explains it', () => {
  const { rule, code } = replayRule
  expect(isTechnical(hint(code, 11 * MINUTE, 12 * MINUTE, rule), [cut])).toBe(false)
})

test('a hint that began before the cut or ended long after it is explained by it only as far as the slack of both clocks', () => {
  const code = 'video_recording_disabled'
  expect(isTechnical(hint(code, cut.from - 3_000, cut.to + 3_000), [cut])).toBe(true)
  expect(isTechnical(hint(code, cut.from - 3_001, cut.to), [cut])).toBe(false)
  expect(isTechnical(hint(code, cut.from, cut.to + 3_001), [cut])).toBe(false)
})

test('a cut of which the page saw one half and the server the other is one cut; blindness of another sensor is none', () => {
  const halves: readonly Unseen[] = [
    { sensor: 'link', from: 20 * MINUTE, to: 30 * MINUTE },
    { sensor: 'link', from: 10 * MINUTE, to: 20 * MINUTE - 1_000 },
  ]
  expect(isTechnical(hint('video_recording_disabled'), halves)).toBe(true)
  expect(isTechnical(hint('video_recording_disabled'), [{ ...cut, sensor: 'picture' }])).toBe(false)
})

test('the server heard nothing between two things it heard, from its limit on; in whatever order they are told', () => {
  const at = 5 * MINUTE
  expect(unheard([at, at + UNHEARD_MS - 1])).toEqual([])
  expect(unheard([at + UNHEARD_MS, at])).toEqual([{ from: at, to: at + UNHEARD_MS }])
  // A fragment in the middle of the silence of the page: that was no cut.
  expect(unheard([at, at + UNHEARD_MS / 2, at + UNHEARD_MS])).toEqual([])
  expect(unheard([])).toEqual([])
  expect(unheard([at])).toEqual([])
})
