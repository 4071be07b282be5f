/** sfc32 seeded by one number: the same seed gives the same run on every machine. */
export type Rng = {
  readonly next: () => number
  readonly int: (below: number) => number
  readonly between: (from: number, to: number) => number
  readonly chance: (p: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  readonly bytes: (length: number) => Uint8Array
  readonly shuffle: <T>(list: readonly T[]) => T[]
  readonly fork: () => Rng
}

export function rng(seed: number): Rng {
  let a = seed | 0
  let b = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 0
  let c = 0x243f6a88
  let counter = 1
  const word = () => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return t >>> 0
  }
  for (let warm = 0; warm < 12; warm++) word()
  const next = () => word() / 4294967296
  const int = (below: number) => Math.floor(next() * below)
  const self: Rng = {
    next,
    int,
    between: (from, to) => from + next() * (to - from),
    chance: (p) => p > 0 && next() < p,
    pick: (from) => from[int(from.length)] as never,
    bytes: (length) => {
      const out = new Uint8Array(length)
      for (let i = 0; i < length; i++) out[i] = word() & 255
      return out
    },
    shuffle: (list) => {
      const out = [...list]
      for (let i = out.length - 1; i > 0; i--) {
        const j = int(i + 1)
        const held = out[i] as (typeof out)[number]
        out[i] = out[j] as (typeof out)[number]
        out[j] = held
      }
      return out
    },
    fork: () => rng(word()),
  }
  return self
}
