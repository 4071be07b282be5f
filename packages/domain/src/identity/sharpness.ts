// Whether a document can be read on a picture, measured on the examinee's own machine. It advises to take another one; a person decides.

export type Clarity = 'clear' | 'blurred' | 'dark' | 'glare'

export type Gray = {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8ClampedArray | Uint8Array
}

/** Brightness of RGBA pixels, as an eye weighs the colours. */
export function grayOf(rgba: Uint8ClampedArray | Uint8Array, width: number, height: number): Gray {
  const pixels = new Uint8Array(width * height)
  for (let i = 0; i < pixels.length; i++)
    pixels[i] = 0.299 * (rgba[i * 4] ?? 0) + 0.587 * (rgba[i * 4 + 1] ?? 0) + 0.114 * (rgba[i * 4 + 2] ?? 0)
  return { width, height, pixels }
}

/** Variance of the Laplacian: edges of letters give thousands, a picture out of focus gives tens. */
export function edges({ width, height, pixels }: Gray): number {
  let [sum, squares, count] = [0, 0, 0]
  const at = (x: number, y: number) => pixels[y * width + x] ?? 0
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const edge = 4 * at(x, y) - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1)
      sum += edge
      squares += edge * edge
      count++
    }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2
}

const BLURRED_UNDER = 60
const DARK_UNDER = 45
const GLARING = 250
const GLARE_SHARE = 0.25

export function clarityOf(gray: Gray): Clarity {
  const { pixels } = gray
  let [sum, glaring] = [0, 0]
  for (const one of pixels) {
    sum += one
    if (one >= GLARING) glaring++
  }
  if (sum < DARK_UNDER * pixels.length) return 'dark'
  if (glaring > pixels.length * GLARE_SHARE) return 'glare'
  return edges(gray) < BLURRED_UNDER ? 'blurred' : 'clear'
}
