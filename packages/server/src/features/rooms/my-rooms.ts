// The door of a room, for each person their own.
import { mayEnter } from '@ochno/domain/rooms/enter'
import type { Instant } from '@ochno/domain/time'
import type { RoomLink, Seat, StoredRoom } from '../../ports/rooms.ts'
import type { Tx } from '../../ports/store.ts'
import { entry, no, type Person } from './deps.ts'
import type { Planning } from './plan-rooms.ts'
import { isSwitchedOff, keepRead, rulesInForce, rulesOf } from './rules.ts'
import { factsOf } from './views.ts'

/** What is over stays in the list for so long. */
const SHOWN_MINUTES = 12 * 60

export const listMyRooms = (deps: Planning, person: Person, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const since = now.subtract({ minutes: SHOWN_MINUTES })
    const rows = []
    for (const room of await tx.rooms.invitedTo(person.account, since)) {
      await tx.rooms.seat(room.id, now)
      const seat = await tx.rooms.mine(room.id, person.account)
      if (!seat) continue
      const { link, moderator } = seat
      rows.push({ link, moderator, ...factsOf(room, deps.limits, now) })
    }
    return { now: now.toString(), rows }
  })

/** T-30, R0-3.3c: a link says nothing to anybody but its own person, and nothing after they left the group. */
export async function openLink(tx: Tx, person: Pick<Person, 'account'>, link: RoomLink) {
  const seat = await tx.rooms.seatOf(link)
  if (!seat || seat.account !== person.account || !seat.invited) return null
  const room = await tx.rooms.find(seat.room)
  return room ? { seat, room } : null
}

export async function entryOf(deps: Planning, tx: Tx, { seat, room }: Opened, now: Instant) {
  const rules = await rulesOf(tx, seat.account)
  const entered = mayEnter({
    state: factsOf(room, deps.limits, now).state,
    moderator: seat.moderator,
    invited: seat.invited,
    rulesRead: rules.readAt !== null,
    removed: seat.removedAt !== null,
    admitted: seat.admittedAt !== null,
    locked: room.locked,
    lobby: room.lobby,
    inside: deps.hall.others(room.id, seat.account),
    capacity: deps.limits.capacity,
  })
  if (entered.ok && (await isSwitchedOff(tx))) return { rules, entered: no('service_off') }
  return { rules, entered }
}

export type Opened = { readonly seat: Seat; readonly room: StoredRoom }

export const readMyRoom = (deps: Planning, person: Person, link: RoomLink, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const opened = await openLink(tx, person, link)
    return opened ? shown(deps, tx, opened, now) : no('not_found')
  })

export const acknowledgeRules = (
  deps: Planning,
  person: Person,
  asked: { readonly link: RoomLink; readonly edition: string },
  now: Instant,
) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const opened = await openLink(tx, person, asked.link)
    if (!opened) return no('not_found')
    // What was read is what is in force, not what stood there an hour ago.
    const rules = await rulesInForce(tx)
    if (rules.edition !== asked.edition) return no('rules_changed')
    await keepRead(tx, person.account, rules, now)
    await tx.audit(entry(person, now, 'rules_read', opened.room.id, { edition: asked.edition }))
    return shown(deps, tx, opened, now)
  })

async function shown(deps: Planning, tx: Tx, opened: Opened, now: Instant) {
  const { rules: found, entered } = await entryOf(deps, tx, opened, now)
  const { of: _, ...rules } = found
  const { seat, room } = opened
  return {
    ok: true as const,
    body: {
      now: now.toString(),
      link: seat.link,
      moderator: seat.moderator,
      ...factsOf(room, deps.limits, now),
      rules: { ...rules, readAt: rules.readAt?.toString() ?? null },
      refusal: entered.ok || entered.why === 'not_found' ? null : entered.why,
    },
  }
}
