// Who is heard and seen by one person: a room of forty does not send forty pictures to a phone.
import { type InRoom, inside, type RoomNow } from './live.ts'

/** Numbers of the media, agreed with every page at the beginning. */
export const SLOTS = { voices: 6, pictures: 9 } as const
/** So many others are shown large and sharp; beyond it only whom one looks at. */
const SHARP = 2

export type Wish = {
  /** Whom one wants to see large. */
  readonly large: string | null
  /** A talk without pictures (a weak line, a telephone in a pocket). */
  readonly soundOnly: boolean
}

export type Shown = {
  readonly who: string
  readonly source: 'mic' | 'cam' | 'low' | 'scr'
}

/** By slot: `a0`…, `v0`…, `s0`. A slot keeps whom it holds for as long as they are shown, so that nothing flickers. */
export type Slots = Readonly<Record<string, Shown | null>>

export function slotsFor(room: RoomNow, viewer: string, wish: Wish, before: Slots): Slots {
  const me = room.people.find(({ id }) => id === viewer)
  const others = me?.at === 'room' ? inside(room).filter(({ id }) => id !== viewer) : []
  const voices = first(others.filter(({ microphone }) => microphone).toSorted(byVoice), SLOTS.voices)
  const seen = wish.soundOnly
    ? []
    : first(others.filter(({ camera }) => camera).toSorted(bySight(wish.large)), SLOTS.pictures)
  const screen = wish.soundOnly ? undefined : others.find((one) => one.screen)
  const sharp = (one: InRoom) => seen.length <= SHARP || one.id === (wish.large ?? seen[0]?.id)
  return {
    ...placed(
      'a',
      SLOTS.voices,
      voices.map(({ id }) => ({ who: id, source: 'mic' })),
      before,
    ),
    ...placed(
      'v',
      SLOTS.pictures,
      seen.map((one) => ({ who: one.id, source: sharp(one) ? 'cam' : 'low' })),
      before,
    ),
    s0: screen ? { who: screen.id, source: 'scr' } : null,
  }
}

const first = (people: readonly InRoom[], most: number) => people.slice(0, most)
const lead = (one: InRoom) => (one.moderator ? 0 : 1)
/** Those who lead are always heard; of the others whoever spoke last. */
const byVoice = (a: InRoom, b: InRoom) => lead(a) - lead(b) || b.heard - a.heard
const bySight = (large: string | null) => (a: InRoom, b: InRoom) =>
  Number(b.id === large) - Number(a.id === large) ||
  lead(a) - lead(b) ||
  b.heard - a.heard ||
  (a.hand ?? Number.POSITIVE_INFINITY) - (b.hand ?? Number.POSITIVE_INFINITY) ||
  0

function placed(letter: string, size: number, shown: readonly Shown[], before: Slots): Slots {
  const names = Array.from({ length: size }, (_, no) => `${letter}${no}`)
  const left = new Map(shown.map((one) => [one.who, one]))
  const slots: Record<string, Shown | null> = {}
  for (const name of names) {
    const held = before[name]?.who
    const stays = held === undefined ? undefined : left.get(held)
    slots[name] = stays ?? null
    if (stays) left.delete(stays.who)
  }
  for (const one of left.values()) {
    const free = names.find((name) => slots[name] === null)
    if (free) slots[free] = one
  }
  return slots
}
