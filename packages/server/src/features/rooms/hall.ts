// Open rooms: who is inside, what each is sent, and who hears it. What may happen is decided in domain/rooms; here it happens.
import type { RoomAsk, RoomTell } from '@ochno/contract/rooms'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import {
  came,
  decideInRoom,
  emptyRoom,
  type InRoom,
  inside,
  left,
  type RoomCommand,
  type RoomNow,
} from '@ochno/domain/rooms/live'
import { hoursOf, stateOf } from '@ochno/domain/rooms/plan'
import { type Slots, slotsFor, type Wish } from '@ochno/domain/rooms/slots'
import type { EngineSource } from '../../ports/room-engine.ts'
import type { RoomId, Seat, StoredRoom } from '../../ports/rooms.ts'
import { entry, type Person, type RoomDeps } from './deps.ts'

/** What one page is told, and the end of its line. */
export type Line = { readonly tell: (what: RoomTell) => void; readonly close: () => void }

type Guest = {
  readonly person: Person
  readonly name: string
  readonly line: Line
  peer: string | null
  wish: Wish
  slots: Slots
  /** What the engine was last told, slot by slot. */
  sent: Readonly<Record<string, string>>
}
type Open = {
  readonly id: RoomId
  readonly tenant: TenantId
  now: RoomNow
  closesMs: number
  readonly guests: Map<AccountId, Guest>
  readonly said: Extract<RoomTell, { t: 'said' }>['rows'][number][]
  saidNo: number
  told: boolean
}

/** Told together: of a full room many speak within one moment. */
const TOGETHER_MS = 40
const SAID_KEPT = 200

export type Gone = Extract<RoomTell, { t: 'gone' }>['why']

export type Hall = {
  readonly inside: (id: RoomId) => number
  /** The same without this person. */
  readonly others: (id: RoomId, account: AccountId) => number
  readonly enter: (
    of: {
      readonly person: Person
      readonly seat: Seat
      readonly room: StoredRoom
      readonly closesMs: number
    },
    to: InRoom['at'],
    line: Line,
  ) => void
  readonly ask: (id: RoomId, account: AccountId, asked: RoomAsk) => void
  readonly leave: (id: RoomId, account: AccountId, line: Line) => void
  /** After the plan was changed: whoever may not be here any more goes out, and the room closes when it says so now. */
  readonly recheck: (tenant: TenantId, id: RoomId) => Promise<void>
  readonly close: (id: RoomId, why: Gone) => void
  /** Rooms whose time is over. */
  readonly sweep: () => void
  /** What happened inside so far is in the database. */
  readonly written: () => Promise<unknown>
  readonly settle: () => Promise<void>
  readonly stats: () => { readonly rooms: number; readonly people: number }
}

export function roomHall(deps: RoomDeps): Hall {
  const rooms = new Map<RoomId, Open>()
  let writing: Promise<unknown> = Promise.resolve()
  let stopped = false

  /** One after the other, and a fault of the database never ends a lesson. */
  const write = (what: string, work: () => Promise<unknown>) => {
    writing = writing.then(work).catch((cause: unknown) => {
      deps.log.warn('room.not_written', { what, known: cause instanceof Error ? cause.name : 'unknown' })
    })
  }
  const inTenant = (room: Open, what: string, work: Parameters<typeof deps.store.inTenant>[1]) =>
    write(what, () => deps.store.inTenant(room.tenant, work))
  const journal = (room: Open, by: Person, action: string, details: Record<string, unknown> = {}) =>
    inTenant(room, action, (tx) => tx.audit(entry(by, deps.clock.now(), action, room.id, details)))

  const openRoom = (stored: StoredRoom, tenant: TenantId, closesMs: number): Open => {
    const found = rooms.get(stored.id)
    if (found) {
      found.closesMs = closesMs
      return found
    }
    const made: Open = {
      id: stored.id,
      tenant,
      now: { ...emptyRoom, locked: stored.locked },
      closesMs,
      guests: new Map(),
      said: [],
      saidNo: 0,
      told: false,
    }
    rooms.set(stored.id, made)
    return made
  }

  /** After every change: gates, slots, and what each page is told. */
  function settleRoom(room: Open, next: RoomNow): void {
    room.now = next
    for (const one of next.people) {
      const peer = room.guests.get(one.id as AccountId)?.peer
      if (!peer) continue
      deps.engine.gate(peer, 'mic', one.microphone)
      deps.engine.gate(peer, 'cam', one.camera)
      deps.engine.gate(peer, 'low', one.camera)
      deps.engine.gate(peer, 'scr', one.screen)
    }
    for (const [account, guest] of room.guests) send(room, account, guest)
    if (room.told) return
    room.told = true
    setTimeout(() => {
      room.told = false
      for (const [account, { line }] of room.guests) line.tell(shownTo(room.now, account))
    }, TOGETHER_MS)
  }

  function send(room: Open, account: AccountId, guest: Guest): void {
    if (!guest.peer) return
    const slots = slotsFor(room.now, account, guest.wish, guest.slots)
    const sent: Record<string, string> = {}
    for (const [slot, shown] of Object.entries(slots)) {
      const peer = shown ? (room.guests.get(shown.who as AccountId)?.peer ?? null) : null
      const key = shown && peer ? `${peer} ${shown.source}` : ''
      sent[slot] = key
      if ((guest.sent[slot] ?? '') === key) continue
      deps.engine.show(
        guest.peer,
        slot,
        shown && peer ? { peer, source: shown.source as EngineSource } : null,
      )
    }
    const same = JSON.stringify(slots) === JSON.stringify(guest.slots)
    guest.slots = slots
    guest.sent = sent
    if (!same) guest.line.tell({ t: 'slots', slots })
  }

  function joinMedia(room: Open, account: AccountId, guest: Guest): void {
    if (guest.peer) deps.engine.leave(guest.peer)
    const peer = deps.ids.make('per')
    guest.peer = peer
    guest.sent = {}
    const current = () => room.guests.get(account) === guest && guest.peer === peer
    deps.engine.join(peer, {
      offer: (sdp) => {
        if (!current()) return
        const ice = deps.ice(deps.clock.now()).servers.map((one) => ({ ...one }))
        guest.line.tell({ t: 'offer', peer, sdp, ice })
      },
      candidate: (candidate, mid) => {
        if (current()) guest.line.tell({ t: 'candidate', peer, candidate, mid })
      },
      state: (state) => {
        if (current() && state === 'failed') guest.line.tell({ t: 'no', why: 'media_lost' })
      },
    })
    settleRoom(room, room.now)
  }

  function goOut(room: Open, account: AccountId, why: Gone | null): void {
    const guest = room.guests.get(account)
    if (!guest) return
    const wasInside = room.now.people.some(({ id, at }) => id === account && at === 'room')
    room.guests.delete(account)
    if (guest.peer) deps.engine.leave(guest.peer)
    if (why) {
      guest.line.tell({ t: 'gone', why })
      guest.line.close()
    }
    if (wasInside && why !== 'elsewhere')
      inTenant(room, 'left', (tx) => tx.rooms.wentOut(room.id, account, deps.clock.now()))
    settleRoom(room, left(room.now, account))
  }

  function nowInside(room: Open, account: AccountId, guest: Guest): void {
    const now = deps.clock.now()
    inTenant(room, 'entered', async (tx) => {
      await tx.rooms.cameIn(room.id, account, now)
      await tx.audit(entry(guest.person, now, 'entered', room.id))
    })
    if (room.said.length) guest.line.tell({ t: 'said', rows: room.said })
    joinMedia(room, account, guest)
  }

  /** What a command of whoever leads leaves behind. */
  function follow(room: Open, by: Guest, command: RoomCommand, before: RoomNow): void {
    const now = deps.clock.now()
    for (const one of inside(room.now)) {
      const was = before.people.find(({ id }) => id === one.id)
      const guest = room.guests.get(one.id as AccountId)
      if (was?.at !== 'lobby' || !guest) continue
      const account = one.id as AccountId
      inTenant(room, 'admitted', async (tx) => {
        await tx.rooms.admitted(room.id, account, now)
        await tx.audit(entry(by.person, now, 'admitted', room.id, { person: account }))
      })
      nowInside(room, account, guest)
    }
    if (command.do === 'remove') {
      const account = command.who as AccountId
      inTenant(room, 'removed', async (tx) => {
        await tx.rooms.removed(room.id, account, now)
        await tx.audit(entry(by.person, now, 'removed', room.id, { person: account }))
      })
      goOut(room, account, 'removed')
    }
    if (command.do === 'lock') {
      inTenant(room, 'lock', async (tx) => {
        const stored = await tx.rooms.hold(room.id)
        if (stored) await tx.rooms.save({ ...stored, locked: command.on })
        await tx.audit(entry(by.person, now, command.on ? 'locked' : 'unlocked', room.id))
      })
    }
    if (command.do === 'mute' || command.do === 'stop_camera' || command.do === 'stop_screen')
      journal(room, by.person, 'silenced', { person: command.who, what: command.do })
    if (command.do === 'mute_all') journal(room, by.person, 'silenced', { what: command.do })
  }

  function command(room: Open, account: AccountId, guest: Guest, asked: RoomCommand): void {
    const before = room.now
    const decided = decideInRoom(before, account, asked)
    if (!decided.ok) return guest.line.tell({ t: 'no', why: decided.why })
    // Who is taken out is still a guest until told so.
    settleRoom(room, decided.room)
    follow(room, guest, asked, before)
  }

  function say(room: Open, account: AccountId, guest: Guest, text: string): void {
    if (!inside(room.now).some(({ id }) => id === account))
      return guest.line.tell({ t: 'no', why: 'not_here' })
    room.saidNo++
    const row = { no: room.saidNo, by: account, name: guest.name, at: deps.clock.now().toString(), text }
    room.said.push(row)
    if (room.said.length > SAID_KEPT) room.said.shift()
    for (const { id } of inside(room.now))
      room.guests.get(id as AccountId)?.line.tell({ t: 'said', rows: [row] })
  }

  function close(id: RoomId, why: Gone): void {
    const room = rooms.get(id)
    if (!room) return
    rooms.delete(id)
    for (const account of [...room.guests.keys()]) goOut(room, account, why)
  }

  function end(room: Open, account: AccountId, guest: Guest): void {
    if (!inside(room.now).some(({ id, moderator }) => id === account && moderator))
      return guest.line.tell({ t: 'no', why: 'not_moderator' })
    const now = deps.clock.now()
    inTenant(room, 'ended', async (tx) => {
      const stored = await tx.rooms.hold(room.id)
      if (stored) await tx.rooms.save({ ...stored, endedAt: stored.endedAt ?? now })
      await tx.audit(entry(guest.person, now, 'ended', room.id))
    })
    close(room.id, 'ended')
  }

  const count = (id: RoomId, but: AccountId | null) =>
    inside(rooms.get(id)?.now ?? emptyRoom).filter((one) => one.id !== but).length

  return {
    inside: (id) => count(id, null),
    others: count,
    enter: ({ person, seat, room: stored, closesMs }, to, line) => {
      if (stopped) return line.close()
      const room = openRoom(stored, person.tenant, closesMs)
      goOut(room, person.account, 'elsewhere')
      const guest: Guest = {
        person,
        name: seat.name,
        line,
        peer: null,
        wish: { large: null, soundOnly: false },
        slots: {},
        sent: {},
      }
      room.guests.set(person.account, guest)
      const { name, moderator } = seat
      settleRoom(room, came(room.now, { id: person.account, name, moderator }, to))
      if (to === 'room') nowInside(room, person.account, guest)
    },
    ask: (id, account, asked) => {
      const room = rooms.get(id)
      const guest = room?.guests.get(account)
      if (!room || !guest) return
      switch (asked.t) {
        case 'do':
          return command(room, account, guest, asked.command)
        case 'say':
          return say(room, account, guest, asked.text)
        case 'wish':
          guest.wish = { large: asked.large, soundOnly: asked.soundOnly }
          return send(room, account, guest)
        case 'media':
          // In the lobby nothing is sent to anybody.
          if (guest.peer) joinMedia(room, account, guest)
          return
        case 'answer':
          if (guest.peer === asked.peer) deps.engine.answer(asked.peer, asked.sdp)
          return
        case 'candidate':
          if (guest.peer === asked.peer) deps.engine.candidate(asked.peer, asked.candidate, asked.mid)
          return
        case 'end':
          return end(room, account, guest)
      }
    },
    leave: (id, account, line) => {
      const room = rooms.get(id)
      if (room?.guests.get(account)?.line === line) goOut(room, account, null)
    },
    recheck: async (tenant, id) => {
      const room = rooms.get(id)
      if (!room) return
      const { stored, seats } = await deps.store.inTenant(tenant, async (tx) => ({
        stored: await tx.rooms.find(id),
        seats: await tx.rooms.seats(id),
      }))
      if (!stored) return
      const hours = hoursOf(stored, deps.limits)
      room.closesMs = hours.closesAt.epochMilliseconds
      if (stateOf({ ...stored, hours }, deps.clock.now()) !== 'open') return close(id, 'ended')
      const may = new Set(seats.filter((one) => one.invited).map(({ account }) => account))
      for (const account of [...room.guests.keys()]) if (!may.has(account)) goOut(room, account, 'removed')
    },
    close,
    sweep: () => {
      const now = deps.clock.ms()
      for (const room of [...rooms.values()]) if (now >= room.closesMs) close(room.id, 'ended')
    },
    written: () => writing,
    settle: async () => {
      stopped = true
      await writing
    },
    stats: () => ({
      rooms: rooms.size,
      people: [...rooms.values()].reduce((sum, room) => sum + room.guests.size, 0),
    }),
  }
}

/** In the lobby one sees oneself; who waits is seen by whoever leads. */
function shownTo(room: RoomNow, account: AccountId): Extract<RoomTell, { t: 'room' }> {
  const me = room.people.find(({ id }) => id === account)
  const people = room.people.filter(
    ({ id, at }) => id === account || (me?.at === 'room' && (at === 'room' || me.moderator)),
  )
  return { t: 'room', you: account, locked: room.locked, floor: room.floor, people: [...people] }
}
