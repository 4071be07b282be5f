// Many examinees into slots with proctors: nobody above a limit, nobody in two places, and why the rest does not fit.
import { type Instant, isAfter, isBefore } from '../time.ts'
import { type Interval, overlap } from './interval.ts'
import { mostWatched, type SeatRules, type Watch } from './seats.ts'
import { proctorsNeeded } from './staffing.ts'

/** A slot that stands already, with how many it holds. */
export type StandingSlot = {
  readonly id: string
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly taken: number
}

export type PlanRules = SeatRules & {
  readonly lengthMinutes: number
  /** Minutes in which one may begin, and between the end of a slot and the next. */
  readonly windowMinutes: number
  readonly betweenMinutes: number
}

export type PlanGiven = {
  readonly examinees: readonly string[]
  /** None: people are put into slots, and who watches them is left open. */
  readonly proctors: readonly string[]
  /** Nobody is put into a slot that opens before. */
  readonly first: Instant
  /** The last moment somebody may begin. */
  readonly last: Instant
  readonly standing: readonly StandingSlot[]
  readonly watches: readonly Watch[]
  /** Where these people are to be otherwise. */
  readonly busy: readonly (Interval & { readonly person: string })[]
}

export type Seat = { readonly examinee: string; readonly proctor: string | null }

export type PlannedSlot = {
  /** Null: it is to be made. */
  readonly id: string | null
  readonly opensAt: Instant
  readonly closesAt: Instant
  /** When the last of them may still be writing. */
  readonly until: Instant
  readonly taken: number
  readonly seats: readonly Seat[]
}

export type UnfitReason = 'busy' | 'no_proctor' | 'no_slot'
export type Plan = {
  readonly slots: readonly PlannedSlot[]
  readonly unfit: readonly { readonly examinee: string; readonly why: UnfitReason }[]
  /** Proctors the fullest slot needs. */
  readonly proctorsNeeded: number
  /** By how much the exam's window would have to be longer for the rest. */
  readonly minutesMissing: number
}

/** More slots than this are a slip of the hand. */
const MOST_SLOTS = 500

type Open = Omit<PlannedSlot, 'seats'> & {
  readonly seats: Seat[]
  readonly left: Map<string, number>
  /** What proctors and the limit let it hold beyond what it holds. */
  readonly room: number
}

export function plan(given: PlanGiven, rules: PlanRules): Plan {
  const people = [...new Set(given.examinees)]
  const busyOf = Map.groupBy(given.busy, ({ person }) => person)
  const isFree = (person: string, slot: Interval): boolean =>
    !(busyOf.get(person) ?? []).some((other) => overlap(other, slot))
  const slots = candidates(given, rules).map((slot) => opened(slot, given, rules, isFree))
  const rest = fill(slots, people, targets(slots, people.length), isFree)
  const left = fill(
    slots,
    rest,
    slots.map(({ room }) => room),
    isFree,
  )
  const unfit = left.map((examinee) => ({ examinee, why: whyUnfit(slots, examinee, rules, isFree) }))
  const used = slots.filter(({ seats }) => seats.length > 0)
  const fullest = Math.max(0, ...used.map(({ seats, taken }) => seats.length + taken))
  return {
    slots: used.map(({ left: _left, room: _room, ...slot }) => slot),
    unfit,
    proctorsNeeded: proctorsNeeded(fullest, rules),
    minutesMissing: minutesMissing(unfit.filter(({ why }) => why === 'no_slot').length, slots, rules),
  }
}

const stepOf = ({ windowMinutes, lengthMinutes, betweenMinutes }: PlanRules): number =>
  windowMinutes + lengthMinutes + betweenMinutes

/** Slots that stand, and new ones one after another that overlap none of them and begin within the exam's window. */
function candidates({ first, last, standing }: PlanGiven, rules: PlanRules): Omit<PlannedSlot, 'seats'>[] {
  const until = (closesAt: Instant) => closesAt.add({ minutes: rules.lengthMinutes })
  const kept = standing.map(({ id, opensAt, closesAt, taken }) => ({
    id,
    opensAt,
    closesAt,
    until: until(closesAt),
    taken,
  }))
  const made: Omit<PlannedSlot, 'seats'>[] = []
  let from = first
  while (made.length < MOST_SLOTS) {
    const closesAt = from.add({ minutes: rules.windowMinutes })
    if (isAfter(closesAt, last)) break
    const slot = { id: null, opensAt: from, closesAt, until: until(closesAt), taken: 0 }
    const inTheWay = kept.find((other) => overlap(interval(other), interval(slot)))
    if (!inTheWay) made.push(slot)
    from = (inTheWay ?? slot).until.add({ minutes: rules.betweenMinutes })
  }
  return [...kept.filter(({ opensAt }) => !isBefore(opensAt, first)), ...made].sort((a, b) =>
    isBefore(a.opensAt, b.opensAt) ? -1 : 1,
  )
}

const interval = ({ opensAt, until }: { opensAt: Instant; until: Instant }): Interval => ({
  from: opensAt,
  until,
})

function opened(
  slot: Omit<PlannedSlot, 'seats'>,
  { proctors, watches, examinees }: PlanGiven,
  { perProctor, atOnce }: PlanRules,
  isFree: (person: string, slot: Interval) => boolean,
): Open {
  const during = interval(slot)
  const left = new Map(
    proctors
      .filter((proctor) => isFree(proctor, during))
      .map((proctor) => [
        proctor,
        perProctor === null
          ? examinees.length
          : Math.max(0, perProctor - mostWatched(watches, proctor, during)),
      ]),
  )
  const limit = atOnce === null ? examinees.length : Math.max(0, atOnce - slot.taken)
  const watched =
    proctors.length === 0 ? examinees.length : [...left.values()].reduce((sum, seats) => sum + seats, 0)
  return { ...slot, seats: [], left, room: Math.min(limit, watched) }
}

/** As few slots as can hold everybody, filled alike: 16 become 8 and 8, not 15 and 1. */
function targets(slots: readonly Open[], people: number): readonly number[] {
  let held = 0
  const enough = slots.findIndex(({ room }) => {
    held += room
    return held >= people
  })
  const count = enough === -1 ? slots.length : enough + 1
  let open = people
  return slots.map(({ room }, no) => {
    if (no >= count) return 0
    const share = Math.min(room, Math.ceil(open / (count - no)))
    open -= share
    return share
  })
}

/** Those who found no seat. */
function fill(
  slots: readonly Open[],
  people: readonly string[],
  upTo: readonly number[],
  isFree: (person: string, slot: Interval) => boolean,
): readonly string[] {
  return people.filter((examinee) => {
    const slot = slots.find(
      (one, no) => one.seats.length < (upTo[no] ?? 0) && isFree(examinee, interval(one)),
    )
    if (!slot) return true
    const proctor = roomiest(slot.left)
    slot.seats.push({ examinee, proctor })
    if (proctor !== null) slot.left.set(proctor, (slot.left.get(proctor) ?? 0) - 1)
    return false
  })
}

const roomiest = (left: ReadonlyMap<string, number>): string | null =>
  [...left].reduce<readonly [string | null, number]>(
    (best, one) => (one[1] > best[1] ? one : best),
    [null, 0],
  )[0]

function whyUnfit(
  slots: readonly Open[],
  examinee: string,
  { atOnce }: PlanRules,
  isFree: (person: string, slot: Interval) => boolean,
): UnfitReason {
  const free = slots.filter((slot) => isFree(examinee, interval(slot)))
  if (slots.length > 0 && free.length === 0) return 'busy'
  return free.some(({ seats, taken }) => atOnce === null || seats.length + taken < atOnce)
    ? 'no_proctor'
    : 'no_slot'
}

function minutesMissing(people: number, slots: readonly Open[], rules: PlanRules): number {
  if (people === 0) return 0
  const most = Math.max(rules.atOnce === null ? people : 1, ...slots.map(({ room }) => room))
  const size = rules.atOnce === null ? most : Math.min(rules.atOnce, Math.max(most, 1))
  return Math.ceil(people / (slots.length === 0 ? (rules.atOnce ?? people) : size)) * stepOf(rules)
}
