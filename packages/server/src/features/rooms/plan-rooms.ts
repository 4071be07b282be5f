// Rooms as they are planned: by whoever leads them, or by a methodist for others.
import type { RoomPlanGiven } from '@ochno/contract/rooms'
import type { AccountId } from '@ochno/domain/ids'
import { problemOfPlan, hoursOf, stateOf } from '@ochno/domain/rooms/plan'
import { type Instant, instant } from '@ochno/domain/time'
import type { PlannedRoom, RoomId, StoredRoom } from '../../ports/rooms.ts'
import type { Tx } from '../../ports/store.ts'
import { entry, no, type Person, type RoomDeps } from './deps.ts'
import type { Hall } from './hall.ts'
import { isSwitchedOff } from './rules.ts'
import { factsOf, seatView } from './views.ts'

/** Rooms that are over stand in the list for so long. */
const SHOWN_MINUTES = 12 * 60

const oversees = ({ roles }: Person): boolean => roles.includes('methodist') || roles.includes('admin')
const mayManage = (person: Person, room: StoredRoom): boolean =>
  room.leader === person.account || oversees(person)

const planned = (given: RoomPlanGiven) => ({
  kind: given.kind,
  title: given.title,
  group: given.group,
  invited: [...new Set(given.invited)],
  startsAt: instant(given.startsAt),
  minutes: given.minutes,
  lobby: given.lobby,
})

export type Planning = RoomDeps & { readonly hall: Hall }

export const listRooms = (deps: Planning, person: Person, past: boolean, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const since = now.subtract({ minutes: SHOWN_MINUTES })
    const rooms = await tx.rooms.list(oversees(person) ? null : person.account, since, past)
    const rows = []
    for (const room of rooms) rows.push(await rowOf(deps, tx, person, room, now))
    return { now: now.toString(), limits: deps.limits, rows }
  })

export const createRoom = (deps: Planning, person: Person, given: RoomPlanGiven, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    if (await isSwitchedOff(tx)) return no('service_off')
    const room: PlannedRoom = {
      id: deps.ids.make('rom'),
      ...planned(given),
      leader: person.account,
      locked: false,
      endedAt: null,
      cancelledAt: null,
    }
    const problem = await problemOf(deps, tx, room, now)
    if (problem) return no(problem)
    await tx.rooms.add(room, now)
    await tx.audit(entry(person, now, 'planned', room.id, saidOf(room)))
    return shown(deps, tx, person, room.id, now)
  })

export const readRoom = (deps: Planning, person: Person, id: RoomId, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const room = await tx.rooms.find(id)
    return room && mayManage(person, room) ? shown(deps, tx, person, id, now) : no('not_found')
  })

export const changeRoom = async (
  deps: Planning,
  person: Person,
  id: RoomId,
  given: RoomPlanGiven,
  now: Instant,
) => {
  const done = await deps.store.inTenant(person.tenant, async (tx) => {
    const held = await heldOpen(deps, tx, person, id, now)
    if (!held.ok) return held
    const room = { ...held.room, ...planned(given) }
    const problem = await problemOf(deps, tx, room, now)
    if (problem) return no(problem)
    await tx.rooms.save(room)
    await tx.audit(entry(person, now, 'changed', id, saidOf(room)))
    return shown(deps, tx, person, id, now)
  })
  // Whoever is not of the room any more does not stay in it.
  if (done.ok) await deps.hall.recheck(person.tenant, id)
  return done
}

export const cancelRoom = async (deps: Planning, person: Person, id: RoomId, now: Instant) => {
  const done = await deps.store.inTenant(person.tenant, async (tx) => {
    const held = await heldOpen(deps, tx, person, id, now)
    if (!held.ok) return held
    await tx.rooms.save({ ...held.room, cancelledAt: now })
    await tx.audit(entry(person, now, 'cancelled', id))
    return shown(deps, tx, person, id, now)
  })
  if (done.ok) deps.hall.close(id, 'cancelled')
  return done
}

export const renewLink = async (
  deps: Planning,
  person: Person,
  id: RoomId,
  account: AccountId,
  now: Instant,
) => {
  const done = await deps.store.inTenant(person.tenant, async (tx) => {
    const room = await tx.rooms.hold(id)
    if (!room || !mayManage(person, room) || !(await tx.rooms.mine(id, account))) return no('not_found')
    await tx.rooms.renew(id, account)
    await tx.audit(entry(person, now, 'link_renewed', id, { person: account }))
    return shown(deps, tx, person, id, now)
  })
  if (done.ok) await deps.hall.recheck(person.tenant, id)
  return done
}

/** One that may still be changed. */
async function heldOpen(deps: RoomDeps, tx: Tx, person: Person, id: RoomId, now: Instant) {
  const room = await tx.rooms.hold(id)
  if (!room || !mayManage(person, room)) return no('not_found')
  const state = stateOf({ ...room, hours: hoursOf(room, deps.limits) }, now)
  if (state === 'cancelled') return no('room_cancelled')
  if (state === 'over') return no('room_over')
  return { ok: true as const, room }
}

async function problemOf(deps: RoomDeps, tx: Tx, room: PlannedRoom, now: Instant) {
  const { known, people } = await tx.rooms.count(room.group, room.invited, room.leader)
  return known ? problemOfPlan({ ...room, people }, deps.limits, now) : ('not_found' as const)
}

const saidOf = (room: PlannedRoom) => ({
  kind: room.kind,
  group: room.group,
  invited: room.invited.length,
  startsAt: room.startsAt.toString(),
  minutes: room.minutes,
})

async function rowOf(deps: Planning, tx: Tx, person: Person, room: StoredRoom, now: Instant) {
  await tx.rooms.seat(room.id, now)
  return {
    id: room.id,
    ...factsOf(room, deps.limits, now),
    groupId: room.group,
    people: room.people,
    inside: deps.hall.inside(room.id),
    yours: mayManage(person, room),
    link: (await tx.rooms.mine(room.id, person.account))?.link ?? null,
  }
}

async function shown(deps: Planning, tx: Tx, person: Person, id: RoomId, now: Instant) {
  await tx.rooms.seat(id, now)
  const room = await tx.rooms.find(id)
  if (!room) return no('not_found')
  const seats = (await tx.rooms.seats(id)).map(seatView)
  return {
    ok: true as const,
    body: { ...(await rowOf(deps, tx, person, room, now)), named: [...room.invited], seats },
  }
}
