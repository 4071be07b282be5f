// What the points of a face say: its size, where the head and the eyes are turned. Pure geometry.
import {
  BROW,
  CHIN,
  INNER_LEFT,
  INNER_RIGHT,
  IRIS_LEFT,
  IRIS_RIGHT,
  LIP_LOWER,
  LIP_UPPER,
  MOUTH_LEFT,
  MOUTH_RIGHT,
  OUTER_LEFT,
  OUTER_RIGHT,
  oval,
  SIDE_LEFT,
  SIDE_RIGHT,
} from './mesh-points.ts'
import type { Box } from './boxes.ts'

export type Posture = {
  /** The oval of the face, without hair and ears. */
  readonly box: Box
  /** Degrees as the mesh gives them; it sees about 0.71 of a turn and 0.85 of a nod. A head bent down has a pitch above zero. */
  readonly yaw: number
  readonly pitch: number
  /** Radians. */
  readonly roll: number
  /** Where the irises stand between the corners of their eyes, -1 to 1, across and down. */
  readonly across: number
  readonly down: number
  /** Height of the open eye to its width. */
  readonly open: number
  /** Height of the open mouth to its width. */
  readonly mouth: number
}

type Vector = readonly [x: number, y: number, z: number]
const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
const unit = (a: Vector): Vector => {
  const length = Math.hypot(...a) || 1
  return [a[0] / length, a[1] / length, a[2] / length]
}
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
const DEGREES = 180 / Math.PI

export function postureOf(points: Float32Array): Posture {
  const at = (i: number): Vector => [
    points[i * 3] as number,
    points[i * 3 + 1] as number,
    points[i * 3 + 2] as number,
  ]
  const apart = (a: number, b: number) => Math.hypot(at(a)[0] - at(b)[0], at(a)[1] - at(b)[1])
  const down = unit(minus(at(CHIN), at(BROW)))
  const forward = unit(cross(unit(minus(at(SIDE_LEFT), at(SIDE_RIGHT))), down))
  const aside = cross(down, forward)
  const openness = (outer: number, inner: number, a: number, b: number, c: number, d: number) =>
    (apart(a, b) + apart(c, d)) / (2 * apart(outer, inner))
  const right = irisIn(at(OUTER_RIGHT), at(INNER_RIGHT), at(IRIS_RIGHT))
  const left = irisIn(at(OUTER_LEFT), at(INNER_LEFT), at(IRIS_LEFT))
  return {
    box: boxAround(oval.map(at)),
    yaw: Math.atan2(forward[0], forward[2]) * DEGREES,
    pitch: Math.atan2(-forward[1], Math.hypot(forward[0], forward[2])) * DEGREES,
    roll: Math.atan2(aside[1], aside[0]),
    across: (right[0] + left[0]) / 2,
    down: (right[1] + left[1]) / 2,
    open:
      (openness(OUTER_RIGHT, INNER_RIGHT, 160, 144, 158, 153) +
        openness(OUTER_LEFT, INNER_LEFT, 385, 380, 387, 373)) /
      2,
    mouth: apart(LIP_UPPER, LIP_LOWER) / apart(MOUTH_RIGHT, MOUTH_LEFT),
  }
}

function irisIn(a: Vector, b: Vector, iris: Vector): readonly [number, number] {
  const [from, to] = a[0] < b[0] ? [a, b] : [b, a]
  const width = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1
  const [ux, uy] = [(to[0] - from[0]) / width, (to[1] - from[1]) / width]
  const [dx, dy] = [iris[0] - (from[0] + to[0]) / 2, iris[1] - (from[1] + to[1]) / 2]
  return [(2 * (dx * ux + dy * uy)) / width, (2 * (dy * ux - dx * uy)) / width]
}

function boxAround(points: readonly Vector[]): Box {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}
