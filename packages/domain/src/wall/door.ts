// The queue at the door: who came first is let in first, one proctor takes one examinee, and nobody loses a place by another's fault.
import type { AccountId, SessionId } from '../ids.ts'
import { type EffectivePolicy, numberOf } from '../policy/effective.ts'
import { type Instant, Temporal } from '../time.ts'

export type AtDoor = {
  readonly session: SessionId
  readonly cameAt: Instant
  readonly takenBy: AccountId | null
}
export type Door = readonly AtDoor[]

export type DoorRefusal = 'nobody_waits' | 'limit_not_set' | 'hands_full' | 'not_taken_by_you'

/** Coming again keeps the place. */
export const comeToDoor = (door: Door, session: SessionId, at: Instant): Door =>
  door.some((one) => one.session === session) ? door : [...door, { session, cameAt: at, takenBy: null }]

export const waiting = (door: Door): readonly AtDoor[] =>
  door
    .filter(({ takenBy }) => takenBy === null)
    .toSorted((a, b) => Temporal.Instant.compare(a.cameAt, b.cameAt) || (a.session < b.session ? -1 : 1))

/** 1 is next; null: not waiting. */
export function placeAtDoor(door: Door, session: SessionId): number | null {
  const place = waiting(door).findIndex((one) => one.session === session)
  return place < 0 ? null : place + 1
}

/** Whoever a proctor takes in counts against the number the act lets one proctor watch. */
export function takeNext(
  door: Door,
  proctor: AccountId,
  watching: number,
  policy: EffectivePolicy,
):
  | { readonly ok: true; readonly door: Door; readonly session: SessionId }
  | { readonly ok: false; readonly why: DoorRefusal } {
  const limit = numberOf(policy, 'staffing.sync_examinees_per_proctor')
  if (limit === null) return { ok: false, why: 'limit_not_set' }
  const inHand = door.filter(({ takenBy }) => takenBy === proctor).length
  if (watching + inHand >= limit) return { ok: false, why: 'hands_full' }
  const [next] = waiting(door)
  if (!next) return { ok: false, why: 'nobody_waits' }
  return {
    ok: true,
    session: next.session,
    door: door.map((one) => (one === next ? { ...one, takenBy: proctor } : one)),
  }
}

/** A proctor who is gone gives everybody back, each to the place of the arrival. */
export const giveBack = (door: Door, proctor: AccountId): Door =>
  door.map((one) => (one.takenBy === proctor ? { ...one, takenBy: null } : one))

/** The examinee is in, or was turned away: only by the proctor who took them. */
export function leaveDoor(
  door: Door,
  session: SessionId,
  proctor: AccountId,
): { readonly ok: true; readonly door: Door } | { readonly ok: false; readonly why: DoorRefusal } {
  return door.some((one) => one.session === session && one.takenBy === proctor)
    ? { ok: true, door: door.filter((one) => one.session !== session) }
    : { ok: false, why: 'not_taken_by_you' }
}
