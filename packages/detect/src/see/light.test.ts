import { expect, test } from 'vitest'
import { differs, LIGHT_HEIGHT, LIGHT_WIDTH, lightOf } from './light.ts'
import { ReplayWatch } from './replay.ts'

const grey = (level: (x: number, y: number) => number) =>
  Uint8ClampedArray.from({ length: LIGHT_WIDTH * LIGHT_HEIGHT * 4 }, (_, i) => {
    const pixel = Math.floor(i / 4)
    return level(pixel % LIGHT_WIDTH, Math.floor(pixel / LIGHT_WIDTH))
  })

test('light is measured on the face and around it', () => {
  const left = grey((x) => (x < LIGHT_WIDTH / 2 ? 40 : 200))
  const { mean, face, around } = lightOf(left, { x: 0, y: 0, width: 0.5, height: 1 })
  expect(mean).toBeCloseTo(120, 0)
  expect(face).toBeCloseTo(40, 0)
  expect(around).toBeCloseTo(200, 0)
  expect(lightOf(left, null).face).toBeNull()
})

test('an even picture has no spread and no edges, a striped one has both', () => {
  const even = lightOf(
    grey(() => 90),
    null,
  )
  expect(even.spread).toBeCloseTo(0, 3)
  expect(even.edges).toBeCloseTo(0, 3)
  const stripes = lightOf(
    grey((x) => (x % 2) * 200),
    null,
  )
  expect(stripes.spread).toBeGreaterThan(90)
  expect(stripes.edges).toBeGreaterThan(1_000)
})

test('four pictures that were there before, in their order, are a replay; noise and a still picture are none', () => {
  const shot = (seed: number) =>
    Float32Array.from({ length: 3_072 }, (_, i) => 128 + 40 * Math.sin(i * 12.9898 + seed * 78.233))
  const at = (shots: readonly number[]) => {
    const watch = new ReplayWatch()
    return shots.map((seed) => watch.sees(shot(seed))).lastIndexOf(true)
  }
  const eight = [0, 1, 2, 3, 4, 5, 6, 7]
  expect(at([...eight, ...eight.map((n) => n + 50)])).toBe(-1)
  expect(at([...eight, ...eight.slice(0, 3)])).toBe(-1)
  expect(at([...eight, ...eight.slice(0, 4)])).toBe(11)
  expect(at(Array.from({ length: 20 }, () => 3))).toBe(-1)
  expect(differs(shot(1), shot(2))).toBeGreaterThan(2)
})
