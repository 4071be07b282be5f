import { expect, test } from 'vitest'
import { came, emptyRoom, type InRoom, type RoomNow } from './live.ts'
import { SLOTS, type Slots, slotsFor } from './slots.ts'

const all = { large: null, soundOnly: false }
const room = (...more: readonly (Partial<InRoom> & { id: string })[]): RoomNow => {
  const there = [{ id: 'me' }, ...more].reduce<RoomNow>(
    (now, { id }) => came(now, { id, name: id, moderator: false }, 'room'),
    emptyRoom,
  )
  return {
    ...there,
    people: there.people.map((one) => ({ ...one, ...more.find(({ id }) => id === one.id) })),
  }
}
const held = (slots: Slots, letter: string) =>
  Object.entries(slots)
    .filter(([slot, shown]) => slot.startsWith(letter) && shown)
    .map(([, shown]) => shown?.who)
const many = (count: number, more: Partial<InRoom>) =>
  Array.from({ length: count }, (_, no) => ({ id: `p${no}`, heard: no, ...more }))

test('R0-3.2 everybody else’s voice and picture comes, never one’s own', () => {
  const slots = slotsFor(
    room({ id: 'me', microphone: true, camera: true }, { id: 'anna', microphone: true, camera: true }),
    'me',
    all,
    {},
  )
  expect(held(slots, 'a')).toEqual(['anna'])
  expect(slots.v0).toEqual({ who: 'anna', source: 'cam' })
})

test('R2-9b in a full room as many are heard and seen as a phone bears: who spoke last, and always who leads', () => {
  const people = many(30, { microphone: true, camera: true })
  const slots = slotsFor(
    room(...people, { id: 'teacher', moderator: true, microphone: true, camera: true }),
    'me',
    all,
    {},
  )
  expect(held(slots, 'a')).toHaveLength(SLOTS.voices)
  expect(held(slots, 'v')).toHaveLength(SLOTS.pictures)
  for (const letter of ['a', 'v']) {
    expect(held(slots, letter)).toContain('teacher')
    expect(held(slots, letter)).toContain('p29')
    expect(held(slots, letter)).not.toContain('p0')
  }
  const sharp = Object.values(slots).filter((shown) => shown?.source === 'cam')
  expect(sharp).toEqual([{ who: 'teacher', source: 'cam' }])
})

test('R0-1.4k whoever wants sound alone is sent no picture and no screen', () => {
  const now = room({ id: 'anna', microphone: true, camera: true, screen: true })
  const slots = slotsFor(now, 'me', { large: null, soundOnly: true }, {})
  expect([held(slots, 'a'), held(slots, 'v'), slots.s0]).toEqual([['anna'], [], null])
})

test('R0-3.2 a slot keeps whom it shows when another leaves', () => {
  const three = many(3, { camera: true })
  const before = slotsFor(room(...three), 'me', all, {})
  const where = Object.entries(before).find(([, shown]) => shown?.who === 'p1')?.[0] as string
  const after = slotsFor(room(...three.slice(1)), 'me', all, before)
  expect(after[where]?.who).toBe('p1')
})

test('R0-3.3c in the lobby nothing is sent', () => {
  const now = room({ id: 'anna', microphone: true, camera: true })
  const waiting = {
    ...now,
    people: now.people.map((one) => (one.id === 'me' ? { ...one, at: 'lobby' as const } : one)),
  }
  expect(Object.values(slotsFor(waiting, 'me', all, {})).filter(Boolean)).toEqual([])
})
