import { hoursOf, type RoomLimits, stateOf } from '@ochno/domain/rooms/plan'
import type { Instant } from '@ochno/domain/time'
import type { Seat, StoredRoom } from '../../ports/rooms.ts'

export function factsOf(room: StoredRoom, limits: RoomLimits, now: Instant) {
  const hours = hoursOf(room, limits)
  return {
    kind: room.kind,
    title: room.title,
    group: room.groupName,
    startsAt: hours.startsAt.toString(),
    opensAt: hours.opensAt.toString(),
    endsAt: hours.endsAt.toString(),
    closesAt: hours.closesAt.toString(),
    minutes: room.minutes,
    state: stateOf({ ...room, hours }, now),
    lobby: room.lobby,
    leader: room.leaderName,
  }
}

export const seatView = (seat: Seat) => ({
  id: seat.account,
  name: seat.name,
  moderator: seat.moderator,
  link: seat.link,
  firstIn: seat.firstIn?.toString() ?? null,
  lastOut: seat.lastOut?.toString() ?? null,
  removed: seat.removedAt !== null,
  invited: seat.invited,
})
