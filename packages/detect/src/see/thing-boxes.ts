// Things out of the numbers of NanoDet: pure arithmetic. Of its eighty classes four are read.
import { apart, type Box } from './boxes.ts'

export const THING_SIDE = 416
const CLASSES = 80
const BINS = 11
const GRIDS = [8, 16, 32] as const
export const thingNumbers = { person: 0, laptop: 63, phone: 67, book: 73 } as const
export type ThingName = keyof typeof thingNumbers
export type Thing = Box & { readonly name: ThingName; readonly score: number }

type Level = { readonly scores: Float32Array; readonly edges: Float32Array }

/** `outputs`: for each grid the classes' scores and the distances of the four edges; boxes in parts of the picture. */
export function thingsIn(outputs: readonly Float32Array[], least: number): readonly Thing[] {
  const all = GRIDS.flatMap((stride) => {
    const cells = (THING_SIDE / stride) ** 2
    const scores = outputs.find(({ length }) => length === cells * CLASSES)
    const edges = outputs.find(({ length }) => length === cells * BINS * 4)
    if (!scores || !edges) throw new Error('the network of things has changed')
    return inGrid({ scores, edges }, stride, least)
  })
  return (Object.keys(thingNumbers) as ThingName[]).flatMap((name) =>
    apart(
      all.filter((thing) => thing.name === name),
      0.45,
    ),
  )
}

function inGrid({ scores, edges }: Level, stride: number, least: number): readonly Thing[] {
  const across = THING_SIDE / stride
  const found: Thing[] = []
  for (let cell = 0; cell < across * across; cell++)
    for (const name of Object.keys(thingNumbers) as ThingName[]) {
      const score = scores[cell * CLASSES + thingNumbers[name]] as number
      if (score < least) continue
      const [cx, cy] = [((cell % across) + 0.5) * stride, (Math.floor(cell / across) + 0.5) * stride]
      const [left = 0, top = 0, right = 0, bottom = 0] = [0, 1, 2, 3].map(
        (side) => (distance(edges, cell * BINS * 4 + side * BINS) * stride) / THING_SIDE,
      )
      found.push({
        name,
        score,
        x: cx / THING_SIDE - left,
        y: cy / THING_SIDE - top,
        width: left + right,
        height: top + bottom,
      })
    }
  return found
}

/** The network gives a distribution over eleven distances; this is its mean. */
function distance(edges: Float32Array, from: number): number {
  const bins = Array.from({ length: BINS }, (_, k) => edges[from + k] as number)
  const most = Math.max(...bins)
  const weights = bins.map((bin) => Math.exp(bin - most))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.reduce((sum, weight, k) => sum + weight * k, 0) / all
}
