// The account of a finished look for the annex of the protocol: what was played, what of it fast, and what was passed over with the
// reason why it could be (R1-5.2c).
import type { Span } from '../recording/coverage.ts'
import { joined, lengthOf } from './played.ts'
import { type SkimPart, type SkimFacts, skimParts, skimProof } from './skim.ts'

export type ReviewAccount = {
  readonly lengthMs: number
  readonly playedMs: number
  /** Faster than it happened and never at its own speed; null: the pages of that time did not tell. */
  readonly fastMs: number | null
  readonly skippedMs: number
  /** Passed over though a hint, a mark or a blind time of the machine was in it. */
  readonly owed: readonly SkimPart[]
  /** Passed over with nothing of that in it. */
  readonly passedOver: readonly SkimPart[]
}

export function reviewAccount(
  window: Span,
  facts: SkimFacts,
  played: readonly Span[],
  /** At its own speed or slower. */
  unhurried: readonly Span[] | null,
): ReviewAccount {
  const lengthMs = Math.max(0, window.to - window.from)
  const playedMs = Math.min(lengthMs, lengthOf(played))
  const parts = skimParts(window, facts)
  const { owed, passedOver } = skimProof(parts, played)
  return {
    lengthMs,
    playedMs,
    fastMs: unhurried && Math.max(0, playedMs - lengthOf(unhurried)),
    skippedMs: lengthMs - playedMs,
    owed: owed.flatMap(unplayed(played)),
    passedOver: passedOver.flatMap(unplayed(played)),
  }
}

/** Of a part, the stretches nobody had on the screen. */
const unplayed =
  (played: readonly Span[]) =>
  (part: SkimPart): readonly SkimPart[] => {
    const out: SkimPart[] = []
    let from = part.from
    for (const span of joined(played)) {
      if (span.to <= from || span.from >= part.to) continue
      if (span.from > from) out.push({ ...part, from, to: span.from })
      from = Math.max(from, span.to)
    }
    if (from < part.to) out.push({ ...part, from })
    return out.filter(({ from: begin, to }) => to - begin >= LEAST_MS)
  }

/** A report begins and ends on a tick of the page. */
const LEAST_MS = 1_000
