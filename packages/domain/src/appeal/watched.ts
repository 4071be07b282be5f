// T-19: what a verdict cites was looked at by somebody of the commission, as the journal of viewing says.
import type { Span } from '../recording/coverage.ts'

/** One record of a track and where it lies, unix ms. */
export type Piece = Span & { readonly tid: string; readonly seq: number }

/** Records of a track that were shown, by their numbers. */
export type Shown = { readonly tid: string; readonly from: number; readonly to: number }

const overlaps = (piece: Span, { from, to }: Span): boolean =>
  from === to ? piece.from <= from && from < piece.to : piece.from < to && piece.to > from
const inside = (piece: Span, span: Span): boolean => span.from <= piece.from && piece.to <= span.to

const wasShown = ({ tid, seq }: Piece, shown: readonly Shown[]): boolean =>
  shown.some((one) => one.tid === tid && one.from <= seq && seq <= one.to)

/** On one of the tracks all that lies in it; pieces at its edges may be missed, as clocks show whole seconds. */
function watched(span: Span, pieces: readonly Piece[], shown: readonly Shown[]): boolean {
  const there = pieces.filter((piece) => overlaps(piece, span))
  if (there.length === 0) return true
  return [...new Set(there.map(({ tid }) => tid))].some((tid) => {
    const own = there.filter((piece) => piece.tid === tid)
    return (
      own.some((piece) => wasShown(piece, shown)) &&
      own.every((piece) => !inside(piece, span) || wasShown(piece, shown))
    )
  })
}

/** `pieces`: of what was recorded; `shown` is null where nothing was, or it was destroyed. */
export type Looking = {
  /** The act and the consent let the commission use it. */
  readonly mayUse: boolean
  /** Closed to everybody by a hold, or by a consent that was taken back. */
  readonly blocked: boolean
  readonly pieces: readonly Piece[]
  readonly shown: readonly Shown[] | null
}

/** Where there is nothing to look at, or nobody may, no verdict waits for it. */
export const canBeWatched = ({ mayUse, blocked, pieces, shown }: Looking): boolean =>
  mayUse && !blocked && pieces.length > 0 && shown !== null

/** Of a time in which nothing was recorded there is nothing to look at. */
export const unwatched = (
  cited: readonly Span[],
  pieces: readonly Piece[],
  shown: readonly Shown[],
): readonly Span[] => (shown.length === 0 ? cited : cited.filter((span) => !watched(span, pieces, shown)))
