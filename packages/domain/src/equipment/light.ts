/** Brightness 0…255 of a small picture: everywhere, in the middle where the face is, at the edges, left and right of the middle. */
export type LightSample = {
  readonly mean: number
  readonly middle: number
  readonly edges: number
  readonly left: number
  readonly right: number
}

export type LightFault = 'black' | 'dark' | 'glare' | 'backlight' | 'uneven'

/** Engineering proposals, not numbers of an act: what a person sees as dark, blinding or one-sided. */
export type LightLimits = {
  readonly black: number
  readonly dark: number
  readonly glare: number
  readonly behind: number
  readonly apart: number
}
export const lightLimits: LightLimits = { black: 8, dark: 50, glare: 235, behind: 60, apart: 70 }

export function lightFault(
  { mean, middle, edges, left, right }: LightSample,
  limits: LightLimits = lightLimits,
): LightFault | null {
  if (mean < limits.black) return 'black'
  if (mean > limits.glare) return 'glare'
  if (edges - middle > limits.behind) return 'backlight'
  if (mean < limits.dark) return 'dark'
  return Math.abs(left - right) > limits.apart ? 'uneven' : null
}

/** From RGBA pixels of a small picture. */
export function sampleLight(pixels: ArrayLike<number>, width: number, height: number): LightSample {
  const sums = { all: 0, middle: 0, edges: 0, left: 0, right: 0 }
  const counts = { all: 0, middle: 0, edges: 0, left: 0, right: 0 }
  const add = (part: keyof typeof sums, luma: number) => {
    sums[part] += luma
    counts[part] += 1
  }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      const luma =
        0.2126 * (pixels[at] ?? 0) + 0.7152 * (pixels[at + 1] ?? 0) + 0.0722 * (pixels[at + 2] ?? 0)
      add('all', luma)
      const across = (x + 0.5) / width
      const down = (y + 0.5) / height
      if (across > 0.3 && across < 0.7 && down > 0.2 && down < 0.9) {
        add('middle', luma)
        add(across < 0.5 ? 'left' : 'right', luma)
      } else if (across < 0.2 || across > 0.8) add('edges', luma)
    }
  const mean = (part: keyof typeof sums) => Math.round(sums[part] / Math.max(1, counts[part]))
  return {
    mean: mean('all'),
    middle: mean('middle'),
    edges: mean('edges'),
    left: mean('left'),
    right: mean('right'),
  }
}
