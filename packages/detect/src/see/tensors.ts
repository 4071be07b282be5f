import type { GraphModel } from '@tensorflow/tfjs-converter'
import { type Tensor, tensor4d } from '@tensorflow/tfjs-core'
import type { Pixels } from './canvas.ts'

/** RGBA to three floats a pixel. */
export function asTensor(pixels: Pixels, side: number, factor: number, plus: number): Tensor {
  const numbers = new Float32Array(side * side * 3)
  for (let from = 0, to = 0; from < pixels.length; from += 4)
    for (let channel = 0; channel < 3; channel++)
      numbers[to++] = (pixels[from + channel] as number) * factor + plus
  return tensor4d(numbers, [1, side, side, 3])
}

/** Runs a network and gives its outputs as plain numbers; nothing stays behind in its memory. */
export async function numbersOf(model: GraphModel, input: Tensor): Promise<readonly Float32Array[]> {
  const outputs = [model.execute(input)].flat() as Tensor[]
  input.dispose()
  const numbers = await Promise.all(outputs.map((output) => output.data<'float32'>()))
  for (const output of outputs) output.dispose()
  return numbers
}
