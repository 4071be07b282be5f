// The points of one face. They say where it looks and how large it is; nothing of them is kept.
import type { GraphModel } from '@tensorflow/tfjs-converter'
import { cut, type Picture, type Region } from './canvas.ts'
import { eyeLeft, eyeRight, INNER_LEFT, INNER_RIGHT, lips } from './mesh-points.ts'
import { asTensor, numbersOf } from './tensors.ts'

export const MESH_SIDE = 192
export const POINTS = 478

/** `points`: x, y and z of each in the picture's pixels. `surety` is a logit: 24 to 30 on a face, under 8 where it was lost. */
export type Mesh = { readonly points: Float32Array; readonly surety: number; readonly region: Region }

export async function layMesh(model: GraphModel, picture: Picture, region: Region): Promise<Mesh> {
  const outputs = await numbersOf(model, asTensor(cut(picture, region, MESH_SIDE), MESH_SIDE, 1 / 255, 0))
  const ofLength = (length: number) => outputs.filter((numbers) => numbers.length === length)
  const [rough] = ofLength(468 * 3)
  const [mouth] = ofLength(160)
  const surety = ofLength(1)[0]?.[0]
  // The outputs have no names: what lies left in the picture is the right of the person.
  const [right, left] = ofLength(142).toSorted(byX)
  const [irisRight, irisLeft] = ofLength(10).toSorted(byX)
  if (!rough || !mouth || !right || !left || !irisRight || !irisLeft || surety === undefined)
    throw new Error('the mesh network has changed')
  const cutout = new Float32Array(POINTS * 3)
  cutout.set(rough)
  place(cutout, lips, mouth)
  place(cutout, eyeRight, right)
  place(cutout, eyeLeft, left)
  const irises = [
    [irisRight, INNER_RIGHT],
    [irisLeft, INNER_LEFT],
  ] as const
  irises.forEach(([iris, inner], eye) => {
    const at = Array.from({ length: 5 }, (_, i) => 468 + eye * 5 + i)
    place(cutout, at, iris)
    for (const point of at) cutout[point * 3 + 2] = cutout[inner * 3 + 2] as number
  })
  return { points: inPicture(cutout, region), surety, region }
}

const byX = (a: Float32Array, b: Float32Array) => (a[0] as number) - (b[0] as number)

function place(points: Float32Array, indices: readonly number[], from: Float32Array): void {
  indices.forEach((point, i) => {
    points[point * 3] = from[i * 2] as number
    points[point * 3 + 1] = from[i * 2 + 1] as number
  })
}

function inPicture(cutout: Float32Array, { cx, cy, size, angle }: Region): Float32Array {
  const scale = size / MESH_SIDE
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const points = new Float32Array(cutout.length)
  for (let i = 0; i < cutout.length; i += 3) {
    const x = ((cutout[i] as number) - MESH_SIDE / 2) * scale
    const y = ((cutout[i + 1] as number) - MESH_SIDE / 2) * scale
    points[i] = cx + cos * x - sin * y
    points[i + 1] = cy + sin * x + cos * y
    points[i + 2] = (cutout[i + 2] as number) * scale
  }
  return points
}
