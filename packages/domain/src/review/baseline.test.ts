import { expect, test } from 'vitest'
import type { ViolationCode } from '../incident/catalogue.ts'
import { type Baseline, loweredBy } from './baseline.ts'

const window = { from: 0, to: 60_000 }
const hint = (code: ViolationCode, from = 1_000, no = 1) => ({ no, code, from })
const light = { mean: 120, middle: 120, edges: 120, left: 120, right: 120 }
const good: Baseline = {
  light,
  voice: { speech: 0.6, silence: 0.02 },
  camera: { width: 1280, height: 720, fps: 30 },
}
const by = (code: ViolationCode, baseline: Baseline | null) => {
  const one = hint(code)
  return loweredBy(one, [one], baseline, window)
}

test('a room that was dark at the check lowers a hint about its light, and no other', () => {
  const dark: Baseline = { ...good, light: { ...light, mean: 30, middle: 30, edges: 30 } }
  expect(by('insufficient_lighting', dark)).toEqual([{ why: 'light_from_start', fault: 'dark', mean: 30 }])
  expect(by('gadgets', dark)).toEqual([])
  expect(by('insufficient_lighting', good)).toEqual([])
})

test('a noisy or a quiet microphone and a small camera were so before the exam', () => {
  expect(by('background_voices_noise', { ...good, voice: { speech: 0.6, silence: 0.2 } })).toEqual([
    { why: 'noise_from_start', percent: 20 },
  ])
  expect(by('audio_absent_or_low', { ...good, voice: { speech: 0.1, silence: 0.01 } })).toEqual([
    { why: 'quiet_from_start', percent: 10 },
  ])
  expect(by('poor_signal_quality', { ...good, camera: { width: 320, height: 240, fps: 15 } })).toEqual([
    { why: 'camera_from_start', width: 320, height: 240, fps: 15 },
  ])
  for (const code of ['background_voices_noise', 'audio_absent_or_low', 'poor_signal_quality'] as const)
    expect(by(code, good)).toEqual([])
})

test('looking aside all along is a habit; once at the end is not', () => {
  const times = (...at: number[]) => at.map((from, i) => hint('gaze_off_screen', from, i + 1))
  const all = times(1_000, 12_000, 25_000, 33_000, 55_000)
  expect(loweredBy(all[0] ?? hint('gaze_off_screen'), all, null, window)).toEqual([
    { why: 'usual_all_along', times: 5, parts: 5 },
  ])
  const late = times(41_000, 45_000, 50_000, 55_000, 59_999)
  expect(loweredBy(late[0] ?? hint('gaze_off_screen'), late, null, window)).toEqual([])
})

test('without a check nothing is said', () => {
  expect(by('insufficient_lighting', null)).toEqual([])
})
