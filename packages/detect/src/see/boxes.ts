// Boxes and points out of the numbers of BlazeFace "back": pure arithmetic.
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Found = Box & {
  readonly score: number
  readonly eyes: readonly [Point, Point]
}
export type Point = readonly [x: number, y: number]

export const FACE_SIDE = 256
const STRIDES = [
  [16, 2],
  [32, 6],
] as const

/** Middles of the cells the network answers for: 512 fine ones, then 384 coarse ones. */
export const anchors: readonly Point[] = STRIDES.flatMap(([stride, each]) => {
  const cells = Math.ceil(FACE_SIDE / stride)
  return Array.from({ length: cells * cells * each }, (_, i): Point => {
    const cell = Math.floor(i / each)
    return [((cell % cells) + 0.5) * stride, (Math.floor(cell / cells) + 0.5) * stride]
  })
})

const probability = (logit: number) => 1 / (1 + Math.exp(-logit))

export type Placed = { readonly scale: number; readonly left: number; readonly top: number }

/** `scores` one for each anchor, `rows` sixteen numbers for each. */
export function faceBoxes(
  scores: ArrayLike<number>,
  rows: ArrayLike<number>,
  { scale, left, top }: Placed,
  least: number,
): readonly Found[] {
  const found: Found[] = []
  anchors.forEach(([ax, ay], i) => {
    const score = probability(scores[i] ?? -100)
    if (score < least) return
    const row = (k: number) => rows[i * 16 + k] ?? 0
    const [width, height] = [row(2) / scale, row(3) / scale]
    const at = (x: number, y: number): Point => [(x + ax - left) / scale, (y + ay - top) / scale]
    const [cx, cy] = at(row(0), row(1))
    found.push({
      score,
      x: cx - width / 2,
      y: cy - height / 2,
      width,
      height,
      eyes: [at(row(4), row(5)), at(row(6), row(7))],
    })
  })
  return apart(found, 0.3)
}

const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))
const area = ({ width, height }: Box) => width * height

/** Of boxes that lie on each other the surest stays; a box within another counts as lying on it. */
export function apart<B extends Box & { readonly score: number }>(
  boxes: readonly B[],
  most: number,
): readonly B[] {
  const kept: B[] = []
  for (const box of boxes.toSorted((a, b) => b.score - a.score)) {
    const free = kept.every((other) => {
      const both = shared(box, other)
      return both / (area(box) + area(other) - both) <= most && both / Math.min(area(box), area(other)) <= 0.7
    })
    if (free) kept.push(box)
  }
  return kept
}
