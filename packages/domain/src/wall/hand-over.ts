// A seat goes from one proctor to another: at every moment exactly one answers for it, and what was open goes along.
import type { AccountId } from '../ids.ts'
import type { Instant } from '../time.ts'

/** What somebody still has to deal with at a seat. */
export type OpenMatter = {
  readonly kind: 'alert' | 'message' | 'warning' | 'instruction' | 'room_scan' | 'absence' | 'outage' | 'call'
  readonly id: string
}

export type Watch = { readonly proctor: AccountId; readonly from: Instant; readonly until: Instant | null }

export type HandOver = {
  readonly from: AccountId
  readonly to: AccountId
  readonly offeredAt: Instant
  readonly reason: string
  /** Null while nobody answered: the giver still answers for the seat. */
  readonly ended: {
    readonly is: 'accepted' | 'declined' | 'withdrawn'
    readonly at: Instant
    /** As it stood when it was answered. */
    readonly matters: readonly OpenMatter[]
  } | null
}

export type WatchedSeat = {
  readonly watches: readonly Watch[]
  readonly handOvers: readonly HandOver[]
  readonly matters: readonly OpenMatter[]
}

export type HandOverRefusal =
  | 'not_your_seat'
  | 'to_yourself'
  | 'no_reason'
  | 'already_offered'
  | 'not_offered'
type Outcome =
  | { readonly ok: true; readonly seat: WatchedSeat }
  | { readonly ok: false; readonly why: HandOverRefusal }

export const seatOf = (proctor: AccountId, from: Instant): WatchedSeat => ({
  watches: [{ proctor, from, until: null }],
  handOvers: [],
  matters: [],
})

export const answersFor = (seat: WatchedSeat): AccountId | null =>
  seat.watches.find(({ until }) => until === null)?.proctor ?? null

const pending = (seat: WatchedSeat): HandOver | undefined =>
  seat.handOvers.find(({ ended }) => ended === null)

export function offerSeat(
  seat: WatchedSeat,
  by: AccountId,
  to: AccountId,
  reason: string,
  now: Instant,
): Outcome {
  if (answersFor(seat) !== by) return { ok: false, why: 'not_your_seat' }
  if (to === by) return { ok: false, why: 'to_yourself' }
  if (reason.trim() === '') return { ok: false, why: 'no_reason' }
  if (pending(seat)) return { ok: false, why: 'already_offered' }
  const offer: HandOver = { from: by, to, offeredAt: now, reason, ended: null }
  return { ok: true, seat: { ...seat, handOvers: [...seat.handOvers, offer] } }
}

/** Accepting and declining is the receiver's, withdrawing the giver's; only accepting moves the seat. */
export function endOffer(
  seat: WatchedSeat,
  by: AccountId,
  is: 'accepted' | 'declined' | 'withdrawn',
  now: Instant,
): Outcome {
  const offer = pending(seat)
  if (!offer || by !== (is === 'withdrawn' ? offer.from : offer.to)) return { ok: false, why: 'not_offered' }
  const handOvers = seat.handOvers.map((one) =>
    one === offer ? { ...one, ended: { is, at: now, matters: seat.matters } } : one,
  )
  if (is !== 'accepted') return { ok: true, seat: { ...seat, handOvers } }
  const watches = [
    ...seat.watches.map((watch) => (watch.until === null ? { ...watch, until: now } : watch)),
    { proctor: by, from: now, until: null },
  ]
  return { ok: true, seat: { ...seat, handOvers, watches } }
}

export const openMatter = (seat: WatchedSeat, matter: OpenMatter): WatchedSeat =>
  seat.matters.some(({ id }) => id === matter.id) ? seat : { ...seat, matters: [...seat.matters, matter] }

export const closeMatter = (seat: WatchedSeat, id: string): WatchedSeat => ({
  ...seat,
  matters: seat.matters.filter((matter) => matter.id !== id),
})
