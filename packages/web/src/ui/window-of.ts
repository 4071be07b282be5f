// Which rows of a long list are drawn: those in sight, a few around them and those one has been at work in; the rest is room
// of the same height, so that the bar at the side tells how much there is.

export type Piece = { readonly row: number } | { readonly gap: number }

type Asked = {
  readonly count: number
  /** Height of a row as it was drawn last; undefined: never drawn. */
  readonly height: (row: number) => number | undefined
  /** Of a row that was never drawn. */
  readonly usual: number
  /** What is above the upper edge of the window, from the top of the list. */
  readonly top: number
  /** Height of the window. */
  readonly view: number
  /** Drawn besides what is in sight, above and below. */
  readonly around: number
  /** Drawn wherever they are: one has been there, and something may be half written in them. */
  readonly kept: ReadonlySet<number>
}

export function windowOf({ count, height, usual, top, view, around, kept }: Asked): readonly Piece[] {
  const pieces: Piece[] = []
  const from = top - around
  const to = top + view + around
  let gap = 0
  let at = 0
  for (let row = 0; row < count; row++) {
    const high = height(row) ?? usual
    if ((at + high > from && at < to) || kept.has(row)) {
      if (gap > 0) pieces.push({ gap })
      gap = 0
      pieces.push({ row })
    } else gap += high
    at += high
  }
  if (gap > 0) pieces.push({ gap })
  return pieces
}

/** What the room below the last row may differ by before the list is drawn again for it alone: only the bar at the side would tell. */
const BELOW = 150

/** The same rows in the same places need not be drawn again. */
export const samePieces = (a: readonly Piece[], b: readonly Piece[]): boolean =>
  a.length === b.length &&
  a.every((piece, at) => {
    const other = b[at] as Piece
    if ('row' in piece) return 'row' in other && other.row === piece.row
    const slack = at === a.length - 1 ? BELOW : 0
    return 'gap' in other && Math.abs(other.gap - piece.gap) <= slack
  })
