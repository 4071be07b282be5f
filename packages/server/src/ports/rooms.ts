import type { AccountId, GroupId, Id } from '@ochno/domain/ids'
import type { RoomKind } from '@ochno/domain/rooms/plan'
import type { Instant } from '@ochno/domain/time'

export type RoomId = Id<'rom'>
export type RoomLink = Id<'lnk'>

export type PlannedRoom = {
  readonly id: RoomId
  readonly kind: RoomKind
  readonly title: string
  readonly group: GroupId | null
  /** Beside the group. */
  readonly invited: readonly AccountId[]
  readonly startsAt: Instant
  readonly minutes: number
  readonly lobby: boolean
  readonly leader: AccountId
  readonly locked: boolean
  readonly endedAt: Instant | null
  readonly cancelledAt: Instant | null
}

export type StoredRoom = PlannedRoom & {
  readonly groupName: string | null
  readonly leaderName: string
  /** Invited today. */
  readonly people: number
}

export type Seat = {
  readonly room: RoomId
  readonly account: AccountId
  readonly name: string
  readonly link: RoomLink
  readonly moderator: boolean
  /** In the group or named today. */
  readonly invited: boolean
  readonly admittedAt: Instant | null
  readonly removedAt: Instant | null
  readonly firstIn: Instant | null
  readonly lastOut: Instant | null
}

export type Rooms = {
  readonly add: (room: PlannedRoom, at: Instant) => Promise<void>
  readonly save: (room: PlannedRoom) => Promise<void>
  readonly find: (id: RoomId) => Promise<StoredRoom | null>
  /** The same, and nobody else changes it until this transaction ends. */
  readonly hold: (id: RoomId) => Promise<StoredRoom | null>
  /** Of one leader, or of everybody when null; those whose time came to an end before `since` are left out, or alone when `past`. */
  readonly list: (leader: AccountId | null, since: Instant, past: boolean) => Promise<readonly StoredRoom[]>
  /** Of the group of this person, or by name. */
  readonly invitedTo: (account: AccountId, since: Instant) => Promise<readonly StoredRoom[]>
  /** How many of the group and the named there are, whoever leads beside them counted once. */
  readonly count: (
    group: GroupId | null,
    invited: readonly AccountId[],
    leader: AccountId,
  ) => Promise<{ readonly known: boolean; readonly people: number }>
  /** Everybody invited has a place with a link of their own; those who have one keep it. */
  readonly seat: (id: RoomId, at: Instant) => Promise<void>
  readonly seats: (id: RoomId) => Promise<readonly Seat[]>
  readonly seatOf: (link: RoomLink) => Promise<Seat | null>
  readonly mine: (id: RoomId, account: AccountId) => Promise<Seat | null>
  readonly renew: (id: RoomId, account: AccountId) => Promise<void>
  readonly admitted: (id: RoomId, account: AccountId, at: Instant) => Promise<void>
  readonly removed: (id: RoomId, account: AccountId, at: Instant) => Promise<void>
  readonly cameIn: (id: RoomId, account: AccountId, at: Instant) => Promise<void>
  readonly wentOut: (id: RoomId, account: AccountId, at: Instant) => Promise<void>
  /** Editions of the rules this person has read, the latest first. */
  readonly rulesRead: (
    account: AccountId,
  ) => Promise<readonly { readonly edition: string; readonly at: Instant }[]>
  readonly readRules: (account: AccountId, edition: string, at: Instant) => Promise<void>
}
