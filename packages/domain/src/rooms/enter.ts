// R0-3.3a, R0-3.3c: who comes in, and whether straight or through the lobby.
import type { RoomState } from './plan.ts'

export type Comer = {
  readonly state: RoomState
  /** Leads the room: neither waits nor is locked out of what they lead. */
  readonly moderator: boolean
  /** Of the group, or invited: today, not when the room was planned. */
  readonly invited: boolean
  readonly rulesRead: boolean
  /** Taken out by a moderator. */
  readonly removed: boolean
  /** Let in before: a line that broke does not send anybody back to the lobby. */
  readonly admitted: boolean
  readonly locked: boolean
  readonly lobby: boolean
  readonly inside: number
  readonly capacity: number
}

export type EntryRefusal =
  | 'not_found'
  | 'room_cancelled'
  | 'room_over'
  | 'room_not_open'
  | 'rules_unread'
  | 'room_removed'
  | 'room_locked'
  | 'room_full'

export type Entry =
  | { readonly ok: true; readonly to: 'lobby' | 'room' }
  | { readonly ok: false; readonly why: EntryRefusal }

const no = (why: EntryRefusal): Entry => ({ ok: false, why })

export function mayEnter(comer: Comer): Entry {
  if (!comer.invited && !comer.moderator) return no('not_found')
  if (comer.state === 'cancelled') return no('room_cancelled')
  if (comer.state === 'over') return no('room_over')
  if (comer.state === 'planned') return no('room_not_open')
  if (!comer.rulesRead) return no('rules_unread')
  if (comer.moderator) return { ok: true, to: 'room' }
  if (comer.removed) return no('room_removed')
  if (comer.locked && !comer.admitted) return no('room_locked')
  if (comer.inside >= comer.capacity) return no('room_full')
  return { ok: true, to: comer.admitted || !comer.lobby ? 'room' : 'lobby' }
}
