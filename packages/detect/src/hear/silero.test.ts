import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Ear } from './ear.ts'

const weights = () => {
  const bytes = readFileSync(join(import.meta.dirname, '../../models/silero-vad-v5.bin'))
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
}
const seeded = (seed: number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff - 0.5
  }
}

/** Two resonators over the pulses of a throat, in syllables: nobody said it, but it is built as speech is. */
function vowels(rate: number, seconds: number): Float32Array {
  const formants = [
    [730, 1090],
    [270, 2290],
    [570, 840],
    [300, 870],
  ] as const
  const out = new Float32Array(rate * seconds)
  const chance = seeded(5)
  const memory = [0, 0, 0, 0]
  let phase = 0
  for (let i = 0; i < out.length; i++) {
    const t = i / rate
    const syllable = Math.floor(t * 4)
    const loud = Math.sin(Math.PI * ((t * 4) % 1)) ** 0.5
    phase += (125 + 20 * Math.sin(t * 3) - (t % 2) * 10) / rate
    const pulse = (phase % 1 < 0.1 ? 1 : -0.1) + chance() * 0.05
    let value = 0
    ;(formants[syllable % formants.length] as readonly [number, number]).forEach((hz, k) => {
      const r = Math.exp((-Math.PI * 90) / rate)
      const [a, b] = [memory[k * 2] as number, memory[k * 2 + 1] as number]
      const next = pulse * (1 - r) + 2 * r * Math.cos((2 * Math.PI * hz) / rate) * a - r * r * b
      memory[k * 2 + 1] = a
      memory[k * 2] = next
      value += next
    })
    out[i] = value * loud * 0.5
  }
  return out
}

const part = (samples: Float32Array, rate = 16_000) =>
  new Ear(weights()).hear({ rate, samples }) / (samples.length / rate)

test('silence, a fan and a tone are no speech', () => {
  const chance = seeded(1)
  expect(part(new Float32Array(32_000))).toBe(0)
  expect(part(Float32Array.from({ length: 32_000 }, () => chance() * 0.2))).toBeLessThan(0.05)
  expect(part(Float32Array.from({ length: 32_000 }, (_, i) => 0.3 * Math.sin(i * 0.17)))).toBeLessThan(0.05)
})

test('typing is no speech', () => {
  const chance = seeded(2)
  const keys = Float32Array.from({ length: 48_000 }, (_, i) =>
    i % 2_900 < 160 ? chance() * 0.8 * Math.exp(-(i % 2_900) / 40) : chance() * 0.004,
  )
  expect(part(keys)).toBeLessThan(0.05)
})

test('what is built as speech is speech, at the rate of a microphone too', () => {
  expect(part(vowels(16_000, 4))).toBeGreaterThan(0.5)
  expect(part(vowels(48_000, 4), 48_000)).toBeGreaterThan(0.5)
})

test('weights that are others are refused', () => {
  expect(() => new Ear(weights().slice(4))).toThrow('others')
})
