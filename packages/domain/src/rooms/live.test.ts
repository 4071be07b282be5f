import { expect, test } from 'vitest'
import {
  came,
  decideInRoom,
  emptyRoom,
  handsUp,
  inside,
  left,
  type RoomCommand,
  type RoomNow,
} from './live.ts'

const people = ['teacher', 'anna', 'boris'] as const
const full = (): RoomNow =>
  people.reduce<RoomNow>(
    (room, id) => came(room, { id, name: id, moderator: id === 'teacher' }, 'room'),
    emptyRoom,
  )
/** One deed after the other, each allowed. */
const after = (room: RoomNow, ...deeds: readonly (readonly [string, RoomCommand])[]): RoomNow =>
  deeds.reduce((now, [by, command]) => {
    const decided = decideInRoom(now, by, command)
    if (!decided.ok) throw new Error(`${by} ${command.do}: ${decided.why}`)
    return decided.room
  }, room)
const why = (room: RoomNow, by: string, command: RoomCommand) => {
  const decided = decideInRoom(room, by, command)
  return decided.ok ? null : decided.why
}
const one = (room: RoomNow, id: string) => room.people.find((person) => person.id === id)

test('R0-3.2 hands stand in the order they were raised, and the word takes one down', () => {
  const room = after(full(), ['boris', { do: 'hand', up: true }], ['anna', { do: 'hand', up: true }])
  expect(handsUp(room).map(({ id }) => id)).toEqual(['boris', 'anna'])
  const again = after(room, ['boris', { do: 'hand', up: true }])
  expect(handsUp(again).map(({ id }) => id)).toEqual(['boris', 'anna'])
  const given = after(again, ['teacher', { do: 'give_word', who: 'boris' }])
  expect(handsUp(given).map(({ id }) => id)).toEqual(['anna'])
  expect(one(given, 'boris')?.word).toBe(true)
})

test('R0-3.2 whoever leads silences one or all; with the floor by leave only who has the word speaks', () => {
  const on = { do: 'microphone', on: true } as const
  const speaking = after(full(), ['anna', on], ['boris', on], ['teacher', on])
  const muted = after(speaking, ['teacher', { do: 'mute', who: 'anna' }])
  expect(
    inside(muted)
      .filter(({ microphone }) => microphone)
      .map(({ id }) => id),
  ).toEqual(['teacher', 'boris'])
  const silent = after(speaking, ['teacher', { do: 'mute_all' }])
  expect(
    inside(silent)
      .filter(({ microphone }) => microphone)
      .map(({ id }) => id),
  ).toEqual(['teacher'])
  const byLeave = after(speaking, ['teacher', { do: 'floor', open: false }])
  expect(one(byLeave, 'anna')?.microphone).toBe(false)
  expect(why(byLeave, 'anna', on)).toBe('floor_by_leave')
  expect(why(byLeave, 'anna', { do: 'screen', on: true })).toBe('floor_by_leave')
  expect(why(byLeave, 'teacher', on)).toBeNull()
  const given = after(byLeave, ['teacher', { do: 'give_word', who: 'anna' }], ['anna', on])
  expect(one(given, 'anna')?.microphone).toBe(true)
})

test('R0-3.2 one screen at a time: a second is refused, that of whoever leads takes its place', () => {
  const shown = after(full(), ['anna', { do: 'screen', on: true }])
  expect(why(shown, 'boris', { do: 'screen', on: true })).toBe('screen_taken')
  const taken = after(shown, ['teacher', { do: 'screen', on: true }])
  expect(taken.people.filter(({ screen }) => screen).map(({ id }) => id)).toEqual(['teacher'])
})

test('R0-3.3c only whoever leads admits, locks, silences and takes out; nobody takes out who leads', () => {
  const lead: readonly RoomCommand[] = [
    { do: 'admit', who: 'boris' },
    { do: 'admit_all' },
    { do: 'mute', who: 'boris' },
    { do: 'mute_all' },
    { do: 'stop_camera', who: 'boris' },
    { do: 'stop_screen', who: 'boris' },
    { do: 'give_word', who: 'boris' },
    { do: 'lower_hand', who: 'boris' },
    { do: 'floor', open: false },
    { do: 'lock', on: true },
    { do: 'remove', who: 'boris' },
  ]
  for (const command of lead) {
    expect([command.do, why(full(), 'anna', command)]).toEqual([command.do, 'not_moderator'])
    expect([command.do, why(full(), 'teacher', command)]).toEqual([command.do, null])
  }
  expect(one(after(full(), ['teacher', { do: 'remove', who: 'boris' }]), 'boris')).toBeUndefined()
  expect(why(full(), 'teacher', { do: 'remove', who: 'teacher' })).toBe('not_among_us')
  expect(after(full(), ['teacher', { do: 'lock', on: true }]).locked).toBe(true)
})

test('R0-3.3c in the lobby one does nothing, and is let in alone or with all others', () => {
  const waiting = came(
    came(full(), { id: 'vera', name: 'Вера', moderator: false }, 'lobby'),
    {
      id: 'gleb',
      name: 'Глеб',
      moderator: false,
    },
    'lobby',
  )
  expect(why(waiting, 'vera', { do: 'microphone', on: true })).toBe('not_here')
  expect(inside(waiting)).toHaveLength(3)
  expect(inside(after(waiting, ['teacher', { do: 'admit', who: 'vera' }]))).toHaveLength(4)
  expect(inside(after(waiting, ['teacher', { do: 'admit_all' }]))).toHaveLength(5)
  expect(left(waiting, 'vera').people).toHaveLength(4)
})
