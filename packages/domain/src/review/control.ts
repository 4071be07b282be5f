// A piece of an earlier recording whose truth people have settled, put among a reviewer's own: it shows how he judges and decides nothing.
import type { Span } from '../recording/coverage.ts'
import { joined } from './played.ts'

export const controlRefusals = [
  'control_not_settled',
  'control_not_kept',
  'control_not_permitted',
  'control_nothing_seen',
] as const
export type ControlRefusal = (typeof controlRefusals)[number]

export type ControlFacts = {
  /** Every look at the recording is finished, those of two who disagreed too. */
  readonly settled: boolean
  /** Whole in the store: neither destroyed nor named in an act of destruction. */
  readonly kept: boolean
  /** Nobody holds it, no appeal is open, and its term is not over. */
  readonly free: boolean
  /** No consent of the person was withdrawn, nor is asked to be. */
  readonly consented: boolean
}

export function refuseControl({ settled, kept, free, consented }: ControlFacts): ControlRefusal | null {
  if (!settled) return 'control_not_settled'
  if (!kept) return 'control_not_kept'
  return free && consented ? null : 'control_not_permitted'
}

type Truth = Span & { readonly code: string }
export type Piece = Span & { readonly known: readonly string[] }

/** Shown on each side of what was settled, as far as it was really watched. */
const AROUND_MS = 60_000
const LONGEST_MS = 5 * 60_000
const SHORTEST_MS = 5_000

/**
 * Pieces whose truth is known: around marks that stand, around hints a person dismissed, and quiet ones. Only what the first reviewer
 * really had on the screen: of the rest nobody said that nothing is there.
 */
export function controlPieces(
  window: Span,
  marks: readonly Truth[],
  dismissed: readonly Span[],
  played: readonly Span[],
): readonly Piece[] {
  const seen = joined(played)
  const around = ({ from, to }: Span): Span | null => {
    const shown = seen.find((one) => one.from < to && one.to > from)
    if (!shown) return null
    const begin = Math.max(shown.from, window.from, from - AROUND_MS)
    return { from: begin, to: Math.min(shown.to, window.to, to + AROUND_MS, begin + LONGEST_MS) }
  }
  const quiet = seen
    .filter(({ from, to }) => to - from >= 2 * AROUND_MS)
    .map(({ from, to }) => ({ from, to: Math.min(to, from + LONGEST_MS) }))
  return [...marks.map(around), ...dismissed.map(around), ...quiet]
    .filter((one) => one !== null && one.to - one.from >= SHORTEST_MS)
    .map((one) => ({ ...(one as Span), known: codesIn(one as Span, marks) }))
}

const codesIn = ({ from, to }: Span, marks: readonly Truth[]): readonly string[] =>
  [...new Set(marks.filter((mark) => mark.from < to && mark.to > from).map(({ code }) => code))].toSorted()

/** With something in it and with nothing in it by turns, so that neither answer is the safe one. */
export function pieceFor(pieces: readonly Piece[], turn: number): Piece | null {
  const wanted = pieces.filter(({ known }) => known.length > 0 === (turn % 2 === 0))
  const from = wanted.length > 0 ? wanted : pieces
  return from[Math.floor(turn / 2) % Math.max(1, from.length)] ?? null
}

/** The institution's share of controls among a reviewer's finished reviews, in percent. */
export const MOST_PERCENT = 50

export const owesControl = (percent: number, finished: number, controls: number): boolean =>
  Math.floor((finished * percent) / 100) > controls
