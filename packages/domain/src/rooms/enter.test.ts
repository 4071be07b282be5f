import { expect, test } from 'vitest'
import { type Comer, mayEnter } from './enter.ts'

const comer: Comer = {
  state: 'open',
  moderator: false,
  invited: true,
  rulesRead: true,
  removed: false,
  admitted: false,
  locked: false,
  lobby: true,
  inside: 5,
  capacity: 30,
}

const lobby = { ok: true, to: 'lobby' }
const room = { ok: true, to: 'room' }
const no = (why: string) => ({ ok: false, why })

for (const [what, more, expected] of [
  ['R0-3.3c somebody invited waits in the lobby', {}, lobby],
  ['R0-3.3c whoever was let in comes back without waiting', { admitted: true }, room],
  ['R0-3.3c without a lobby one goes straight in', { lobby: false }, room],
  [
    'R0-3.3a nobody comes in before the rules were read',
    { rulesRead: false, admitted: true },
    no('rules_unread'),
  ],
  ['R0-3.3a nor does whoever leads', { rulesRead: false, moderator: true }, no('rules_unread')],
  ['R0-3.3c who is not invited does not learn that there is a room', { invited: false }, no('not_found')],
  ['R0-3.3c who was taken out stays out', { removed: true, admitted: true }, no('room_removed')],
  ['R0-3.3c a locked room lets nobody new in', { locked: true }, no('room_locked')],
  ['R0-3.3c who was inside comes back into a locked room', { locked: true, admitted: true }, room],
  ['R0-3.3c whoever leads is never locked out', { locked: true, moderator: true, inside: 30 }, room],
  ['R2-9b a full room is full', { inside: 30 }, no('room_full')],
  ['R2-9b the last place is a place', { inside: 29 }, lobby],
  ['R0-3.1b before it opens', { state: 'planned' }, no('room_not_open')],
  ['R0-3.1b after its end', { state: 'over' }, no('room_over')],
  ['R0-3.1b cancelled', { state: 'cancelled', moderator: true }, no('room_cancelled')],
] as const)
  test(what, () => expect(mayEnter({ ...comer, ...more })).toEqual(expected))
