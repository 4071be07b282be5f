import type { GraphModel } from '@tensorflow/tfjs-converter'
import { tensor4d } from '@tensorflow/tfjs-core'
import type { Box } from './boxes.ts'
import { type Picture, stretched } from './canvas.ts'
import { numbersOf } from './tensors.ts'
import { THING_SIDE, type Thing, thingsIn } from './thing-boxes.ts'

/** Of blue, green and red, as the network was taught. */
const MEAN = [103.53, 116.28, 123.675] as const
const SPREAD = [57.375, 57.12, 58.395] as const

/** Boxes are in parts of the part that was looked at. */
export async function findThings(
  model: GraphModel,
  picture: Picture,
  least: number,
  part?: Box,
): Promise<readonly Thing[]> {
  const pixels = stretched(picture, THING_SIDE, THING_SIDE, part)
  const many = THING_SIDE * THING_SIDE
  const numbers = new Float32Array(3 * many)
  for (let channel = 0; channel < 3; channel++) {
    const [mean, spread] = [MEAN[channel] as number, SPREAD[channel] as number]
    for (let i = 0; i < many; i++)
      numbers[channel * many + i] = ((pixels[i * 4 + 2 - channel] as number) - mean) / spread
  }
  return thingsIn(await numbersOf(model, tensor4d(numbers, [1, 3, THING_SIDE, THING_SIDE])), least)
}
