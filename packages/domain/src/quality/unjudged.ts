// «Невозможно оценить»: a person says that the pictures do not let anybody judge (001 4.1, 003 4.2.4.1, 004 6.3.4). It is no violation of anyone.
import type { ListingAct } from '../incident/violation.ts'
import type { ConductEntry, Logged } from '../conduct/entry.ts'
import { type Instant, instant, isAfter, isBefore } from '../time.ts'

/** Where an act asks for pictures a result can be set by. */
export const unjudgedClause: Readonly<Record<ListingAct, string>> = {
  '001': '4.1',
  '003': '4.2.4.1',
  '004': '6.3.4',
}

/** Instants of the recording, as text. */
export type UnjudgedSpan = { readonly from: string; readonly to: string }

export type Unjudged = {
  readonly seq: number
  readonly at: Instant
  readonly reason: string
  readonly spans: readonly UnjudgedSpan[]
  /** Whoever said it, or another, has judged after all. */
  readonly taken: { readonly seq: number; readonly at: Instant; readonly reason: string } | null
}

/** Every word of it in the log, also what was taken back: nothing is taken out. */
export function unjudgedOf(log: readonly Logged[]): readonly Unjudged[] {
  return log.flatMap(({ seq, at, entry }): Unjudged[] => {
    if (entry.kind !== 'unjudged') return []
    const back = log.find((row) => row.entry.kind === 'judged' && row.entry.of === seq)
    return [
      {
        seq,
        at,
        reason: entry.reason,
        spans: entry.spans,
        taken:
          back?.entry.kind === 'judged' ? { seq: back.seq, at: back.at, reason: back.entry.reason } : null,
      },
    ]
  })
}

export const standsUnjudged = (log: readonly Logged[]): boolean =>
  unjudgedOf(log).some(({ taken }) => taken === null)

export type UnjudgedRefusal = 'no_reason' | 'wrong_range' | 'already_asked' | 'nothing_to_answer'

type Word = Extract<ConductEntry, { kind: 'unjudged' | 'judged' }>

/** With a reason, on stretches of the recording, which reaches `until`; one such finding of a session at a time. */
export function refuseUnjudged(
  word: Word,
  began: Instant,
  log: readonly Logged[],
  until: Instant,
): UnjudgedRefusal | null {
  if (word.reason.trim() === '') return 'no_reason'
  const standing = unjudgedOf(log).filter(({ taken }) => taken === null)
  if (word.kind === 'judged') return standing.some(({ seq }) => seq === word.of) ? null : 'nothing_to_answer'
  if (standing.length > 0) return 'already_asked'
  if (word.spans.length === 0) return 'wrong_range'
  return word.spans.some(({ from, to }) => {
    const [begin, end] = [instant(from), instant(to)]
    return isBefore(begin, began) || !isBefore(begin, end) || isAfter(end, until)
  })
    ? 'wrong_range'
    : null
}
