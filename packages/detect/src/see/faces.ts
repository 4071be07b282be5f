// Where faces are, and how many. Whose they are nobody asks.
import type { GraphModel } from '@tensorflow/tfjs-converter'
import { FACE_SIDE, faceBoxes, type Found } from './boxes.ts'
import { letterbox, type Picture, type Region } from './canvas.ts'
import { asTensor, numbersOf } from './tensors.ts'

export async function findFaces(
  model: GraphModel,
  picture: Picture,
  least: number,
): Promise<readonly Found[]> {
  const { pixels, ...placed } = letterbox(picture, FACE_SIDE)
  const outputs = await numbersOf(model, asTensor(pixels, FACE_SIDE, 1 / 127.5, -1))
  const [fewScores, manyScores, fewRows, manyRows] = outputs.toSorted((a, b) => a.length - b.length)
  if (!fewScores || !manyScores || !fewRows || !manyRows) throw new Error('the face network has changed')
  const scores = new Float32Array([...manyScores, ...fewScores])
  const rows = new Float32Array(manyRows.length + fewRows.length)
  rows.set(manyRows)
  rows.set(fewRows, manyRows.length)
  return faceBoxes(scores, rows, placed, least)
}

/** The square the mesh is laid in: half as large again as the face, turned upright by its eyes. */
export function regionOf({ x, y, width, height, eyes: [right, left] }: Found): Region {
  return {
    cx: x + width / 2,
    cy: y + height / 2,
    size: Math.max(width, height) * 1.5,
    angle: Math.atan2(left[1] - right[1], left[0] - right[0]),
  }
}
