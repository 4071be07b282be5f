// The wall turns its attention by itself: whoever nobody has looked at longest is next, so that nobody is forgotten.
import type { SessionId } from '../ids.ts'
import { type Instant, later, Temporal } from '../time.ts'

export type Seat = {
  readonly session: SessionId
  readonly seatedAt: Instant
  readonly lastEnlargedAt: Instant | null
}

/** Since when nobody has looked; a place that was never enlarged waits since the examinee took it. */
export const unwatchedSince = ({ seatedAt, lastEnlargedAt }: Seat): Instant =>
  lastEnlargedAt === null ? seatedAt : later(seatedAt, lastEnlargedAt)

/** Longest unwatched first; of two that wait equally long, the one seated earlier. */
export const byNeglect = (seats: readonly Seat[]): readonly Seat[] =>
  seats.toSorted(
    (a, b) =>
      Temporal.Instant.compare(unwatchedSince(a), unwatchedSince(b)) ||
      Temporal.Instant.compare(a.seatedAt, b.seatedAt) ||
      (a.session < b.session ? -1 : 1),
  )

/** Null where nobody sits. */
export const nextToEnlarge = (seats: readonly Seat[]): SessionId | null =>
  byNeglect(seats)[0]?.session ?? null
