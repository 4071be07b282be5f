import { expect, test } from 'vitest'
import { BROW, CHIN, SIDE_LEFT, SIDE_RIGHT } from './mesh-points.ts'
import { postureOf } from './posture.ts'

type Place = readonly [x: number, y: number, z: number]
const RADIANS = Math.PI / 180

/** A head as a mesh, turned by these degrees: points of the oval on a circle, eyes with their irises in the middle. */
function head(yaw: number, pitch: number, iris = 0): Float32Array {
  const points = new Float32Array(478 * 3)
  const put = (i: number, [x, y, z]: Place) => {
    const [a, b] = [yaw * RADIANS, pitch * RADIANS]
    const turnedX = x * Math.cos(a) + z * Math.sin(a)
    const turnedZ = -x * Math.sin(a) + z * Math.cos(a)
    points.set(
      [320 + turnedX, 240 + y * Math.cos(b) - turnedZ * Math.sin(b), y * Math.sin(b) + turnedZ * Math.cos(b)],
      i * 3,
    )
  }
  for (let i = 0; i < 478; i++) put(i, [0, 0, 0])
  put(BROW, [0, -120, 0])
  put(CHIN, [0, 120, 0])
  put(SIDE_RIGHT, [-90, 0, 0])
  put(SIDE_LEFT, [90, 0, 0])
  for (const [outer, inner, middle] of [
    [33, 133, 468],
    [263, 362, 473],
  ] as const) {
    const side = outer === 33 ? -1 : 1
    put(outer, [side * 60, -30, 0])
    put(inner, [side * 20, -30, 0])
    put(middle, [side * 40 + iris * 20, -30, 0])
  }
  return points
}

test('a head held straight is turned by nothing, its irises stand in the middle', () => {
  const { yaw, pitch, roll, across } = postureOf(head(0, 0))
  for (const value of [yaw, pitch, roll, across]) expect(value).toBeCloseTo(0, 3)
})

test('a turn and a nod are told apart, with their size and their side', () => {
  for (const degrees of [-40, -15, 15, 40]) {
    expect(postureOf(head(degrees, 0)).yaw).toBeCloseTo(degrees, 1)
    expect(Math.abs(postureOf(head(degrees, 0)).pitch)).toBeLessThan(1)
    expect(Math.abs(postureOf(head(0, degrees)).pitch)).toBeCloseTo(Math.abs(degrees), 1)
    expect(Math.abs(postureOf(head(0, degrees)).yaw)).toBeLessThan(1)
  }
})

test('irises aside are aside by the part of the eye they moved', () => {
  expect(postureOf(head(0, 0, 0.25)).across).toBeCloseTo(0.25, 2)
  expect(postureOf(head(0, 0, -0.5)).across).toBeCloseTo(-0.5, 2)
})

test('TR-17 the size of a face is the box around its oval, without hair and ears', () => {
  const { width, height } = postureOf(head(0, 0)).box
  expect([width, height]).toEqual([180, 240])
})
