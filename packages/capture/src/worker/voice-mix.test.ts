import { expect, test } from 'vitest'
import { addVoice, VoiceMix } from './voice-mix.ts'

const RATE = 48_000
const tone = (hz: number, seconds: number, rate = RATE, amplitude = 0.5) =>
  Float32Array.from(
    { length: Math.round(seconds * rate) },
    (_, at) => amplitude * Math.sin((2 * Math.PI * hz * at) / rate),
  )
/** Share of the energy at one frequency. */
function strength(samples: Float32Array, hz: number, rate = RATE): number {
  let [re, im, all] = [0, 0, 0]
  samples.forEach((sample, at) => {
    re += sample * Math.cos((2 * Math.PI * hz * at) / rate)
    im += sample * Math.sin((2 * Math.PI * hz * at) / rate)
    all += sample * sample
  })
  return all === 0 ? 0 : (2 * (re * re + im * im)) / (samples.length * all)
}

test('R1-5.2a both voices of a call are in one sound', () => {
  const mix = new VoiceMix()
  const proctor = tone(1_000, 1)
  const own = tone(300, 1)
  const out: number[] = []
  // Ten milliseconds at a time, as a browser gives them.
  for (let at = 0; at < RATE; at += 480) {
    mix.hear(RATE, proctor.subarray(at, at + 480))
    const part = own.slice(at, at + 480)
    addVoice(part, mix.take(RATE, 480))
    out.push(...part)
  }
  const mixed = Float32Array.from(out)
  expect(strength(mixed, 1_000)).toBeGreaterThan(0.35)
  expect(strength(mixed, 300)).toBeGreaterThan(0.35)
})

test('a voice of another rate keeps its pitch', () => {
  const mix = new VoiceMix()
  mix.hear(16_000, tone(1_000, 0.3, 16_000))
  expect(strength(mix.take(RATE, 14_000), 1_000)).toBeGreaterThan(0.9)
})

test('late packets leave silence and no click of old sound; what gathered too long is left out', () => {
  const mix = new VoiceMix()
  mix.hear(RATE, tone(1_000, 0.02))
  expect(
    mix.take(RATE, 480).every((sample) => sample === 0),
    'too little to begin with',
  ).toBe(true)
  mix.hear(RATE, tone(1_000, 0.06))
  expect(strength(mix.take(RATE, 480), 1_000)).toBeGreaterThan(0.9)
  for (let at = 0; at < 10; at++) mix.take(RATE, 480)
  expect(
    mix.take(RATE, 480).every((sample) => sample === 0),
    'ran dry',
  ).toBe(true)
  mix.hear(RATE, tone(1_000, 3))
  let left = 0
  while (mix.take(RATE, 480).some((sample) => sample !== 0)) left++
  expect(left, 'hundredths of a second').toBeLessThan(41)
})

test('two loud voices do not wrap around', () => {
  const loud = Float32Array.of(0.9, -0.9)
  addVoice(loud, Float32Array.of(0.9, -0.9))
  expect([...loud]).toEqual([1, -1])
})
