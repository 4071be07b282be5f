import { type Instant, isBefore } from '../time.ts'
import { covers, type Interval, mostAtOnce, overlap } from './interval.ts'

/** Numbers of the policy; null where the act sets none. */
export type SeatRules = {
  /** 004 5.2: examinees one proctor watches at the same time. */
  readonly perProctor: number | null
  /** 004 3.7: examinees connected to one run of a test at the same time. */
  readonly atOnce: number | null
}

export type Connection = { readonly examinee: string; readonly device: string }

export type Connected =
  | { readonly ok: true; readonly connected: readonly Connection[] }
  | { readonly ok: false; readonly why: 'run_is_full'; readonly limit: number }

/** A person takes one seat however often he reconnects or reloads (TR-13). */
export function connect(
  connected: readonly Connection[],
  newcomer: Connection,
  { atOnce }: SeatRules,
): Connected {
  const others = connected.filter(({ examinee }) => examinee !== newcomer.examinee)
  const persons = new Set(others.map(({ examinee }) => examinee)).size
  if (atOnce !== null && persons >= atOnce) return { ok: false, why: 'run_is_full', limit: atOnce }
  return { ok: true, connected: [...others, newcomer] }
}

export const runFits = (examinees: number, { atOnce }: SeatRules): boolean =>
  atOnce === null || examinees <= atOnce

export type Slot = Interval & { readonly examinees: readonly string[] }

/** Slots one after another, none above the limit, the people spread evenly: 16 become 8 and 8, not 15 and 1. */
export function slotsFor(
  examinees: readonly string[],
  first: Instant,
  minutes: { readonly length: number; readonly between: number },
  { atOnce }: SeatRules,
): readonly Slot[] {
  const people = [...new Set(examinees)]
  const count = atOnce === null ? Math.min(1, people.length) : Math.ceil(people.length / atOnce)
  return Array.from({ length: count }, (_, no) => {
    const from = first.add({ minutes: no * (minutes.length + minutes.between) })
    const share = people.slice(shareEnd(people.length, count, no), shareEnd(people.length, count, no + 1))
    return { from, until: from.add({ minutes: minutes.length }), examinees: share }
  })
}

const shareEnd = (total: number, parts: number, no: number): number => Math.floor((total * no) / parts)

/** A proctor watching one examinee. Someone absent keeps the seat to the end; only a session that is over frees it (TR-13). */
export type Watch = Interval & {
  readonly proctor: string
  readonly exam: string
  readonly examinee: string
  readonly endedAt: Instant | null
}

const seat = ({ from, until, endedAt }: Watch): Interval => ({
  from,
  until: endedAt && isBefore(endedAt, until) ? endedAt : until,
})

/** Seats of one proctor over ALL his exams; the same examinee of the same exam counts once, whatever he reconnects with. */
const seatsOf = (watches: readonly Watch[], proctor: string): readonly Watch[] => {
  const seen = new Set<string>()
  return watches.filter((watch) => {
    if (watch.proctor !== proctor || seen.has(`${watch.exam} ${watch.examinee}`)) return false
    seen.add(`${watch.exam} ${watch.examinee}`)
    return true
  })
}

export type Watching =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'proctor_is_full'; readonly limit: number }

/** The most examinees this proctor watches at any one moment of a time. */
export const mostWatched = (watches: readonly Watch[], proctor: string, during: Interval): number =>
  mostAtOnce(
    seatsOf(watches, proctor)
      .map(seat)
      .filter((other) => overlap(other, during))
      .map((other) => within(other, during)),
  )

/** May this proctor take one more examinee, given everything he already watches? */
export function mayWatch(watches: readonly Watch[], next: Watch, { perProctor }: SeatRules): Watching {
  if (perProctor === null) return { ok: true }
  const others = watches.filter(({ exam, examinee }) => exam !== next.exam || examinee !== next.examinee)
  return mostWatched(others, next.proctor, seat(next)) < perProctor
    ? { ok: true }
    : { ok: false, why: 'proctor_is_full', limit: perProctor }
}

const within = (a: Interval, b: Interval): Interval => ({
  from: isBefore(a.from, b.from) ? b.from : a.from,
  until: isBefore(a.until, b.until) ? a.until : b.until,
})

export const watchedAt = (watches: readonly Watch[], proctor: string, at: Instant): number =>
  seatsOf(watches, proctor).filter((watch) => covers(seat(watch), at)).length
