// 000 3.1, 002 п. 9: a meeting by video as it is planned, against what the platform can bear.
import { type Instant, isBefore } from '../time.ts'

export const roomKinds = ['lesson', 'consultation', 'webinar', 'other'] as const
export type RoomKind = (typeof roomKinds)[number]

/** Of this installation, shown to whoever plans: never a silent limit. */
export type RoomLimits = {
  /** People in one room at once. */
  readonly capacity: number
  /** The longest a room may be planned for. */
  readonly longestMinutes: number
  /** How long before the start people may come in. */
  readonly earlyMinutes: number
  /** A meeting that takes longer than planned is not cut off for so long. */
  readonly overrunMinutes: number
}

export type RoomPlan = {
  readonly startsAt: Instant
  readonly minutes: number
  /** Everybody who is expected, those who lead it among them. */
  readonly people: number
}

export type PlanProblem = 'room_too_small' | 'room_too_long' | 'room_in_past' | 'room_for_nobody'

/** R2-9a, R2-9b: what can not be held is refused when it is planned, not when the lesson begins. */
export function problemOfPlan(plan: RoomPlan, limits: RoomLimits, now: Instant): PlanProblem | null {
  if (plan.people > limits.capacity) return 'room_too_small'
  if (plan.minutes > limits.longestMinutes) return 'room_too_long'
  if (plan.people < 2) return 'room_for_nobody'
  return isBefore(plan.startsAt.add({ minutes: plan.minutes }), now) ? 'room_in_past' : null
}

export type RoomHours = {
  readonly opensAt: Instant
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** Nobody is inside any more after it. */
  readonly closesAt: Instant
}

export const hoursOf = (
  { startsAt, minutes }: Pick<RoomPlan, 'startsAt' | 'minutes'>,
  limits: RoomLimits,
): RoomHours => ({
  opensAt: startsAt.subtract({ minutes: limits.earlyMinutes }),
  startsAt,
  endsAt: startsAt.add({ minutes }),
  closesAt: startsAt.add({ minutes: minutes + limits.overrunMinutes }),
})

export type RoomState = 'planned' | 'open' | 'over' | 'cancelled'

export function stateOf(
  room: { readonly hours: RoomHours; readonly endedAt: Instant | null; readonly cancelledAt: Instant | null },
  now: Instant,
): RoomState {
  if (room.cancelledAt !== null) return 'cancelled'
  if (room.endedAt !== null || !isBefore(now, room.hours.closesAt)) return 'over'
  return isBefore(now, room.hours.opensAt) ? 'planned' : 'open'
}
