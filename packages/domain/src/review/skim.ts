// The short way through a recording: what must be played, what may be passed over and why. The parts cover all of it.
import { coverage, type Span } from '../recording/coverage.ts'
import { lengthOf } from './played.ts'

export type SkimWhy = 'hint' | 'mark' | 'blind' | 'beginning' | 'end' | 'sample' | 'quiet'

export type SkimPart = Span & { readonly why: SkimWhy }

export type SkimFacts = {
  readonly hints: readonly Span[]
  readonly marks: readonly Span[]
  /** Times the sensors did not see: nothing may be concluded from their silence. */
  readonly blind: readonly Span[]
}

/** Shown around what matters, so that one sees how it began and how it ended. */
const AROUND_MS = 5_000
const EDGE_MS = 20_000
/** A look at the quiet too: a sensor that says nothing is tried every so often. */
const SAMPLE_EVERY_MS = 10 * 60_000
const SAMPLE_MS = 5_000

/** The first reason that holds for a moment is the one that is said. */
const ORDER: readonly SkimWhy[] = ['hint', 'mark', 'blind', 'beginning', 'end', 'sample']

export function skimParts(recording: Span, { hints, marks, blind }: SkimFacts): readonly SkimPart[] {
  if (recording.to <= recording.from) return []
  const wide = ({ from, to }: Span): Span => ({ from: from - AROUND_MS, to: to + AROUND_MS })
  const wanted: readonly SkimPart[] = [
    ...hints.map((span) => ({ ...wide(span), why: 'hint' as const })),
    ...marks.map((span) => ({ ...wide(span), why: 'mark' as const })),
    ...blind.map((span) => ({ ...span, why: 'blind' as const })),
    { from: recording.from, to: recording.from + EDGE_MS, why: 'beginning' },
    { from: recording.to - EDGE_MS, to: recording.to, why: 'end' },
    ...samples(recording).map((span) => ({ ...span, why: 'sample' as const })),
  ]
  const cuts = [...new Set([recording.from, recording.to, ...wanted.flatMap(({ from, to }) => [from, to])])]
    .filter((at) => at >= recording.from && at <= recording.to)
    .sort((a, b) => a - b)
  const parts: { from: number; to: number; why: SkimWhy }[] = []
  for (const [i, from] of cuts.slice(0, -1).entries()) {
    const to = cuts[i + 1] as number
    const here = wanted.filter((part) => part.from <= from && part.to >= to)
    const why = ORDER.find((one) => here.some((part) => part.why === one)) ?? 'quiet'
    const last = parts.at(-1)
    if (last?.why === why) last.to = to
    else parts.push({ from, to, why })
  }
  return parts
}

function samples({ from, to }: Span): readonly Span[] {
  const out: Span[] = []
  for (let at = from + SAMPLE_EVERY_MS; at < to; at += SAMPLE_EVERY_MS)
    out.push({ from: at, to: at + SAMPLE_MS })
  return out
}

/** Where a skimming player goes from here: on, or over the quiet to the next part; null at the end. */
export function skimTo(parts: readonly SkimPart[], at: number): number | null {
  const here = parts.find((part) => at >= part.from && at < part.to)
  if (here && here.why !== 'quiet') return at
  return parts.find((part) => part.why !== 'quiet' && part.from >= at)?.from ?? null
}

export type SkimProof = {
  readonly playMs: number
  readonly skipMs: number
  /** What had to be played and was not in full yet, and how much of it is left. */
  readonly owed: readonly SkimPart[]
  readonly owedMs: number
  /** What was never shown, each with nothing in it that mattered. */
  readonly passedOver: readonly SkimPart[]
}

/** The account of a skim: nothing is skipped that is not named here. */
export function skimProof(parts: readonly SkimPart[], played: readonly Span[]): SkimProof {
  const of = (quiet: boolean) => parts.filter(({ why }) => (why === 'quiet') === quiet)
  const unseen = (part: SkimPart) => coverage(part, played).coveredMs < part.to - part.from - TOLERANCE_MS
  return {
    playMs: lengthOf(of(false)),
    skipMs: lengthOf(of(true)),
    owed: of(false).filter(unseen),
    owedMs: of(false)
      .filter(unseen)
      .reduce((sum, part) => sum + part.to - part.from - coverage(part, played).coveredMs, 0),
    passedOver: of(true).filter(unseen),
  }
}

/** A report begins and ends on a tick of the page, not on the edge of a part. */
const TOLERANCE_MS = 1_000
