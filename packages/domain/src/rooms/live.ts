// What happens inside an open room: everything is decided here, and nothing happens here.

export type InRoom = {
  readonly id: string
  readonly name: string
  readonly moderator: boolean
  readonly at: 'lobby' | 'room'
  /** The place in the queue of raised hands; null: the hand is down. */
  readonly hand: number | null
  readonly microphone: boolean
  readonly camera: boolean
  readonly screen: boolean
  /** May speak while the floor is by leave. */
  readonly word: boolean
  /** When last heard, as a growing number; 0: never. */
  readonly heard: number
}

export type RoomNow = {
  readonly locked: boolean
  /** `leave`: whoever does not lead speaks and shows a screen after being given the word. */
  readonly floor: 'open' | 'leave'
  readonly people: readonly InRoom[]
}

export const emptyRoom: RoomNow = { locked: false, floor: 'open', people: [] }

/** What anybody inside may do of themselves. */
export type OwnCommand =
  | { readonly do: 'microphone'; readonly on: boolean }
  | { readonly do: 'camera'; readonly on: boolean }
  | { readonly do: 'screen'; readonly on: boolean }
  | { readonly do: 'hand'; readonly up: boolean }
  | { readonly do: 'speaking' }
/** What only those who lead the room may do. */
export type LeadCommand =
  | { readonly do: 'admit'; readonly who: string }
  | { readonly do: 'admit_all' }
  | { readonly do: 'mute'; readonly who: string }
  | { readonly do: 'mute_all' }
  | { readonly do: 'stop_camera'; readonly who: string }
  | { readonly do: 'stop_screen'; readonly who: string }
  | { readonly do: 'give_word'; readonly who: string }
  | { readonly do: 'lower_hand'; readonly who: string }
  | { readonly do: 'floor'; readonly open: boolean }
  | { readonly do: 'lock'; readonly on: boolean }
  | { readonly do: 'remove'; readonly who: string }
export type RoomCommand = OwnCommand | LeadCommand

export type RoomRefusal = 'not_here' | 'not_moderator' | 'floor_by_leave' | 'screen_taken' | 'not_among_us'

export type Decided =
  | { readonly ok: true; readonly room: RoomNow }
  | { readonly ok: false; readonly why: RoomRefusal }

const no = (why: RoomRefusal): Decided => ({ ok: false, why })

const own = new Set<RoomCommand['do']>(['microphone', 'camera', 'screen', 'hand', 'speaking'])
const isOwn = (command: RoomCommand): command is OwnCommand => own.has(command.do)

export function decideInRoom(room: RoomNow, by: string, command: RoomCommand): Decided {
  const me = room.people.find(({ id }) => id === by)
  if (me?.at !== 'room') return no('not_here')
  if (isOwn(command)) return decideOwn(room, me, command)
  if (!me.moderator) return no('not_moderator')
  return decideLead(room, command)
}

function decideOwn(room: RoomNow, me: InRoom, command: OwnCommand): Decided {
  const free = me.moderator || room.floor === 'open' || me.word
  switch (command.do) {
    case 'microphone':
      if (command.on && !free) return no('floor_by_leave')
      return yes(room, me.id, { microphone: command.on })
    case 'camera':
      return yes(room, me.id, { camera: command.on })
    case 'screen': {
      if (!command.on) return yes(room, me.id, { screen: false })
      if (!free) return no('floor_by_leave')
      const other = room.people.find(({ screen, id }) => screen && id !== me.id)
      if (other && !me.moderator) return no('screen_taken')
      // One screen at a time: that of whoever leads comes first.
      const cleared = other ? changed(room, other.id, { screen: false }) : room
      return yes(cleared, me.id, { screen: true })
    }
    case 'hand':
      if (command.up && me.hand !== null) return { ok: true, room }
      return yes(room, me.id, { hand: command.up ? nextOf(room, 'hand') : null })
    case 'speaking':
      if (!me.microphone) return { ok: true, room }
      return yes(room, me.id, { heard: nextOf(room, 'heard') })
  }
}

function decideLead(room: RoomNow, command: LeadCommand): Decided {
  if (command.do === 'admit_all')
    return { ok: true, room: all(room, ({ at }) => at === 'lobby', { at: 'room' }) }
  if (command.do === 'mute_all') return { ok: true, room: all(room, led, silent) }
  if (command.do === 'lock') return { ok: true, room: { ...room, locked: command.on } }
  if (command.do === 'floor') {
    const said = { ...room, floor: command.open ? ('open' as const) : ('leave' as const) }
    return { ok: true, room: command.open ? said : all(said, led, { ...silent, word: false, screen: false }) }
  }
  const whom = room.people.find(({ id }) => id === command.who)
  if (!whom) return no('not_among_us')
  switch (command.do) {
    case 'admit':
      return yes(room, whom.id, { at: 'room' })
    case 'mute':
      return yes(room, whom.id, silent)
    case 'stop_camera':
      return yes(room, whom.id, { camera: false })
    case 'stop_screen':
      return yes(room, whom.id, { screen: false })
    case 'give_word':
      return yes(room, whom.id, { word: true, hand: null })
    case 'lower_hand':
      return yes(room, whom.id, { hand: null })
    case 'remove':
      // Those who lead are equals: none takes another out.
      if (whom.moderator) return no('not_among_us')
      return { ok: true, room: left(room, whom.id) }
  }
}

/** Who speaks after being silenced with the floor by leave asks again. */
const silent = { microphone: false, word: false } as const
const led = ({ moderator }: InRoom): boolean => !moderator

const nextOf = (room: RoomNow, key: 'hand' | 'heard'): number =>
  Math.max(0, ...room.people.map((one) => one[key] ?? 0)) + 1

const changed = (room: RoomNow, id: string, more: Partial<InRoom>): RoomNow => ({
  ...room,
  people: room.people.map((one) => (one.id === id ? { ...one, ...more } : one)),
})

const yes = (room: RoomNow, id: string, more: Partial<InRoom>): Decided => ({
  ok: true,
  room: changed(room, id, more),
})

const all = (room: RoomNow, which: (one: InRoom) => boolean, more: Partial<InRoom>): RoomNow => ({
  ...room,
  people: room.people.map((one) => (which(one) ? { ...one, ...more } : one)),
})

export const came = (
  room: RoomNow,
  person: Pick<InRoom, 'id' | 'name' | 'moderator'>,
  at: InRoom['at'],
): RoomNow => ({
  ...room,
  people: [
    ...left(room, person.id).people,
    {
      ...person,
      at,
      hand: null,
      microphone: false,
      camera: false,
      screen: false,
      word: false,
      heard: 0,
    },
  ],
})

export const left = (room: RoomNow, id: string): RoomNow => ({
  ...room,
  people: room.people.filter((one) => one.id !== id),
})

export const inside = (room: RoomNow): readonly InRoom[] => room.people.filter(({ at }) => at === 'room')

/** Who raised the hand first is asked first. */
export const handsUp = (room: RoomNow): readonly InRoom[] =>
  inside(room)
    .filter(({ hand }) => hand !== null)
    .toSorted((a, b) => (a.hand as number) - (b.hand as number))
