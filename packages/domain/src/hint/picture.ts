// A small copy of a frame, in brightness alone -> what is wrong with the picture. No face is looked for here and nothing is kept of it.
import type { PictureSignal } from './signal.ts'

/** Brightness 0…255 of each point, row by row. */
export type Luma = { readonly width: number; readonly height: number; readonly points: Uint8Array }

export type PictureFacts = {
  readonly mean: number
  /** How unlike each other the points are: a covered lens is one even surface. */
  readonly spread: number
  /** Share of points that are almost white. */
  readonly glare: number
  /** Of the middle, where a person sits, and of what lies around. */
  readonly middle: number
  readonly around: number
  readonly left: number
  readonly right: number
  /** The widest even part, as a share of the frame's rows and columns that show nothing. */
  readonly evenShare: number
  /** How far it is from the frame before, 0…255; null for the first. */
  readonly change: number | null
}

/** How pictures are judged; of the sensor and not of the act. */
export const pictureLimits = {
  dark: 40,
  /** Below this nothing at all is seen. */
  black: 12,
  /** An even surface: a finger, a sticker, a lid. */
  even: 6,
  partly: 0.4,
  backlight: { around: 170, times: 2.2, glare: 0.15 },
  uneven: 2.5,
  moved: 1.8,
  /** Sensors make noise: two frames that are the same to this are one frame. */
  still: 0.02,
} as const

const mean = (values: Iterable<number>): number => {
  let [sum, count] = [0, 0]
  for (const one of values) {
    sum += one
    count++
  }
  return count === 0 ? 0 : sum / count
}

function* part({ width, points }: Luma, x0: number, x1: number, y0: number, y1: number) {
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) yield points[y * width + x] ?? 0
}

const spreadOf = (values: readonly number[], middle: number): number =>
  Math.sqrt(mean(values.map((one) => (one - middle) ** 2)))

/** In blocks: how much of the frame is one even dark surface. */
function evenShare(frame: Luma): number {
  const [across, down] = [8, 6]
  let even = 0
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++) {
      const block = [
        ...part(
          frame,
          Math.floor((column * frame.width) / across),
          Math.floor(((column + 1) * frame.width) / across),
          Math.floor((row * frame.height) / down),
          Math.floor(((row + 1) * frame.height) / down),
        ),
      ]
      const middle = mean(block)
      if (middle < pictureLimits.dark && spreadOf(block, middle) < pictureLimits.even / 2) even++
    }
  return even / (across * down)
}

export function lookAt(frame: Luma, before: Luma | null): PictureFacts {
  const { width, height, points } = frame
  const [x0, x1] = [Math.floor(width * 0.3), Math.ceil(width * 0.7)]
  const [y0, y1] = [Math.floor(height * 0.2), Math.ceil(height * 0.9)]
  const all = mean(points)
  const middle = mean(part(frame, x0, x1, y0, y1))
  const inside = (x1 - x0) * (y1 - y0)
  const around = (all * points.length - middle * inside) / Math.max(1, points.length - inside)
  return {
    mean: all,
    spread: spreadOf([...points], all),
    glare: points.filter((one) => one >= 250).length / Math.max(1, points.length),
    middle,
    around,
    left: mean(part(frame, x0, Math.floor(width / 2), y0, y1)),
    right: mean(part(frame, Math.ceil(width / 2), x1, y0, y1)),
    evenShare: evenShare(frame),
    change:
      before && before.points.length === points.length
        ? mean(points.map((one, i) => Math.abs(one - (before.points[i] ?? 0))))
        : null,
  }
}

type Judged = Pick<PictureSignal, 'cover' | 'dark' | 'frozen' | 'backlight' | 'uneven' | 'lightMoved'>

const ratio = (a: number, b: number): number => Math.max(a, b) / Math.max(1, Math.min(a, b))

/** `usual`: the picture of the equipment check; it only takes hints away, it never adds one by itself. */
export function judgePicture(facts: PictureFacts, usual: PictureFacts | null): Judged {
  const { mean: all, spread, glare, middle, around, left, right, change } = facts
  const limits = pictureLimits
  const even = spread < limits.even
  const whole = even && all < limits.dark * 2
  const cover = whole
    ? 'whole'
    : facts.evenShare >= limits.partly && (usual?.evenShare ?? 0) < limits.partly
      ? 'part'
      : 'none'
  const lit = around >= limits.backlight.around && around / Math.max(1, middle) >= limits.backlight.times
  const sides = ratio(left, right)
  return {
    cover,
    dark: all < limits.dark && (usual === null || all < usual.mean * 0.8),
    // A covered lens and a black picture stand still by themselves: only a picture with something in it can freeze.
    frozen: change !== null && change < limits.still && !even && all >= limits.black,
    backlight: lit && glare >= limits.backlight.glare && (usual === null || around > usual.around * 1.1),
    uneven: sides >= limits.uneven && (usual === null || sides > ratio(usual.left, usual.right) * 1.2),
    lightMoved:
      usual !== null &&
      !whole &&
      left + right > 0 &&
      ratio(left / Math.max(1, right), usual.left / Math.max(1, usual.right)) >= limits.moved,
  }
}
