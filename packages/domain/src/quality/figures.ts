// How good the pictures of a recording are, minute by minute. Figures judge nobody: they say whether a person can judge what is seen.

export const pictureTracks = ['cam', 'screen'] as const
export type PictureTrack = (typeof pictureTracks)[number]

/** What the recording browser counted and saw of one track in about a minute; null where it could not look. */
export type Told = {
  readonly track: PictureTrack
  /** Unix ms of the server's clock. */
  readonly from: number
  readonly to: number
  /** Pictures that were recorded. */
  readonly frames: number | null
  /** Of the time, how much the picture did not change by a single grey level. */
  readonly frozenMs: number | null
  /** 0…1: how much fine detail the picture has, whatever its light; the middle of the looks. */
  readonly sharpness: number | null
}

/** A fragment as the server received it. */
export type Piece = {
  readonly track: PictureTrack
  readonly from: number
  readonly to: number
  readonly bytes: number
}

export type MinuteFigures = {
  readonly track: PictureTrack
  readonly from: number
  readonly to: number
  /** Null: the browser told nothing of this minute. */
  readonly fps: number | null
  /** Null: nothing was recorded. */
  readonly kbps: number | null
  /** Of the minute, how much was recorded. */
  readonly coveredMs: number
  readonly frozenMs: number | null
  readonly sharpness: number | null
}

const MINUTE = 60_000
/** Of a minute: what was told of less says nothing of it. */
const LEAST = 5_000

const shared = (a: { from: number; to: number }, b: { from: number; to: number }): number =>
  Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))

const weighed = (
  told: readonly (readonly [value: number | null, ms: number])[],
): { readonly sum: number; readonly ms: number } | null => {
  const known = told.filter((one): one is readonly [number, number] => one[0] !== null && one[1] > 0)
  const ms = known.reduce((all, [, part]) => all + part, 0)
  return ms < LEAST ? null : { sum: known.reduce((all, [value, part]) => all + value * part, 0), ms }
}

/** Each minute of the window, each track that was recorded at all. What was told of two minutes is shared between them by its length. */
export function minutesOf(
  window: { readonly from: number; readonly to: number },
  pieces: readonly Piece[],
  told: readonly Told[],
): readonly MinuteFigures[] {
  const many = Math.max(0, Math.ceil((window.to - window.from) / MINUTE))
  return pictureTracks.flatMap((track) => {
    const mine = pieces.filter((one) => one.track === track)
    const said = told.filter((one) => one.track === track)
    if (mine.length === 0 && said.length === 0) return []
    const pieceOf = buckets(mine, window.from, many)
    const saidOf = buckets(said, window.from, many)
    return Array.from({ length: many }, (_, no): MinuteFigures => {
      const from = window.from + no * MINUTE
      const span = { from, to: Math.min(window.to, from + MINUTE) }
      const here = pieceOf[no] ?? []
      const heard = saidOf[no] ?? []
      const coveredMs = here.reduce((sum, one) => sum + shared(one, span), 0)
      const bytes = here.reduce(
        (sum, one) => sum + (one.bytes * shared(one, span)) / Math.max(1, one.to - one.from),
        0,
      )
      const rate = (value: (one: Told) => number | null) =>
        weighed(
          heard.map((one) => {
            const seen = value(one)
            return [seen === null ? null : seen / Math.max(1, one.to - one.from), shared(one, span)] as const
          }),
        )
      const frames = rate((one) => one.frames)
      const frozen = rate((one) => one.frozenMs)
      const sharp = weighed(heard.map((one) => [one.sharpness, shared(one, span)] as const))
      return {
        track,
        ...span,
        fps: frames && Math.round((frames.sum / frames.ms) * 10_000) / 10,
        kbps: coveredMs > 0 ? Math.round((bytes * 8) / coveredMs) : null,
        coveredMs: Math.min(coveredMs, span.to - span.from),
        frozenMs: frozen && Math.round(frozen.sum),
        sharpness: sharp && Math.round((sharp.sum / sharp.ms) * 100) / 100,
      }
    })
  })
}

function buckets<T extends { readonly from: number; readonly to: number }>(
  all: readonly T[],
  zero: number,
  many: number,
): readonly (readonly T[])[] {
  const found: T[][] = Array.from({ length: many }, () => [])
  for (const one of all) {
    const first = Math.max(0, Math.floor((one.from - zero) / MINUTE))
    const last = Math.min(many - 1, Math.floor((one.to - 1 - zero) / MINUTE))
    for (let no = first; no <= last; no++) found[no]?.push(one)
  }
  return found
}
