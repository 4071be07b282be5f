// Clips nobody posed for: an empty room, a hand on the lens, darkness, a picture that stands still or comes again.
import type { Scene } from '../../packages/detect/tests/drawn/scene.ts'

export const WIDTH = 640
export const HEIGHT = 480

export type Labels = Readonly<Record<string, unknown>> & { readonly t: number }
export type LabelledClip = {
  readonly name: string
  readonly event: string
  readonly subject: string
  /** Of the whole clip, where it was made in one. */
  readonly light?: string
  readonly pictures: readonly (() => Uint8Array)[]
  /** Instead of pictures: what the page paints itself. */
  readonly scenes?: readonly Scene[]
  readonly labels: readonly Labels[]
}

/** A small generator of even numbers from 0 to 1, the same on every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** 24 bits a pixel, lines from below: the simplest picture every browser reads. */
function bmp(level: (x: number, y: number) => number): Uint8Array {
  const head = 54
  const bytes = new Uint8Array(head + WIDTH * HEIGHT * 3)
  const view = new DataView(bytes.buffer)
  bytes.set([0x42, 0x4d])
  view.setUint32(2, bytes.length, true)
  view.setUint32(10, head, true)
  view.setUint32(14, 40, true)
  view.setInt32(18, WIDTH, true)
  view.setInt32(22, HEIGHT, true)
  view.setUint16(26, 1, true)
  view.setUint16(28, 24, true)
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++)
      bytes.fill(level(x, HEIGHT - 1 - y), head + (y * WIDTH + x) * 3, head + (y * WIDTH + x) * 3 + 3)
  return bytes
}

const shelf = (x: number, y: number) =>
  120 + 60 * Math.sin(x / 37) * Math.cos(y / 53) + (y % 96 < 6 ? -50 : 0)

/** A room with a camera's noise; `light` from 0 to 1. */
export const room = (seed: number, light = 1): Uint8Array => {
  const chance = random(seed)
  return bmp((x, y) => Math.max(0, Math.min(255, shelf(x, y) * light + (chance() - 0.5) * 24 * light)))
}
const hand = (seed: number): Uint8Array => {
  const chance = random(seed)
  return bmp(() => 14 + (chance() - 0.5) * 6)
}

const EACH = 24
const STARTS = 6
const ENDS = 18
const isIn = (i: number) => i >= STARTS && i < ENDS

function clip(
  event: string,
  picture: (i: number) => Uint8Array,
  label: (i: number) => Readonly<Record<string, unknown>>,
): LabelledClip {
  const many = Array.from({ length: EACH }, (_, i) => i)
  return {
    name: `${event}_room`,
    event,
    subject: 'room',
    pictures: many.map((i) => () => picture(i)),
    labels: many.map((i) => ({ t: i / 2, faces: 0, share: -1, ...label(i) })),
  }
}

export const synthetic = (): readonly LabelledClip[] => [
  clip(
    'empty',
    (i) => room(i),
    () => ({}),
  ),
  clip(
    'covered',
    (i) => (isIn(i) ? hand(i) : room(i)),
    (i) => ({ covered: isIn(i) }),
  ),
  clip(
    'dark',
    (i) => room(i, isIn(i) ? 0.3 : 1),
    (i) => ({ light: isIn(i) ? 0.05 : 1 }),
  ),
  clip(
    'frozen',
    (i) => room(isIn(i) ? STARTS : i),
    (i) => ({ frozen: i > STARTS && isIn(i) }),
  ),
  // Eight pictures that come again and again.
  clip(
    'loop',
    (i) => room(i % 8),
    (i) => ({ loop: i >= 8 }),
  ),
]
