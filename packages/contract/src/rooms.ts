// Rooms of lessons, consultations and webinars by video: planned, listed and held inside the platform (000 section 3, 002 п. 9).
import type { Id } from '@ochno/domain/ids'
import { roomKinds } from '@ochno/domain/rooms/plan'
import { z } from 'zod'
import { accountId, givenMoment, line, moment, paragraphs } from './ids.ts'
import { groupId } from './people-groups.ts'
import type { Route, SocketRoute } from './route.ts'

export const roomId = z
  .string()
  .regex(/^rom_[a-z2-7]{26}$/)
  .transform((text) => text as Id<'rom'>)
/** The place of one person in one room: a link that is nobody else's. */
export const roomLink = z
  .string()
  .regex(/^lnk_[a-z2-7]{26}$/)
  .transform((text) => text as Id<'lnk'>)

export const roomStates = ['planned', 'open', 'over', 'cancelled'] as const
/** Invited beside a group. */
export const MOST_INVITED = 100

const limits = z.object({
  /** People in one room at once (R2-9b). */
  capacity: z.number(),
  longestMinutes: z.number(),
  earlyMinutes: z.number(),
  overrunMinutes: z.number(),
})

const roomFacts = {
  kind: z.enum(roomKinds),
  title: z.string(),
  group: z.string().nullable(),
  startsAt: moment,
  opensAt: moment,
  endsAt: moment,
  closesAt: moment,
  minutes: z.number(),
  state: z.enum(roomStates),
  lobby: z.boolean(),
  /** Who planned and leads it. */
  leader: z.string(),
}

const roomRow = z.object({
  id: roomId,
  ...roomFacts,
  groupId: groupId.nullable(),
  people: z.number(),
  /** Of those who are inside now. */
  inside: z.number(),
  /** Whether the one who looks may change it and goes in as its leader. */
  yours: z.boolean(),
  link: roomLink.nullable(),
})
export type RoomRow = z.output<typeof roomRow>

const seatView = z.object({
  id: accountId,
  name: z.string(),
  moderator: z.boolean(),
  link: roomLink,
  firstIn: moment.nullable(),
  lastOut: moment.nullable(),
  removed: z.boolean(),
  /** Taken out of the group since, or no longer invited. */
  invited: z.boolean(),
})
/** `named`: invited beside the group. */
const roomView = roomRow.extend({ named: z.array(accountId), seats: z.array(seatView) })
export type RoomView = z.output<typeof roomView>

const params = z.strictObject({ rom: roomId })
const plan = z.strictObject({
  kind: z.enum(roomKinds),
  title: line(200),
  group: groupId.nullable(),
  /** Beside the group, or in its place. */
  invited: z.array(accountId).max(MOST_INVITED),
  startsAt: givenMoment,
  minutes: z.number().int().min(5).max(1_440),
  /** Each waits until whoever leads lets them in. */
  lobby: z.boolean(),
})
export type RoomPlanGiven = z.output<typeof plan>

const planRefusals = [
  'not_found',
  'room_too_small',
  'room_too_long',
  'room_in_past',
  'room_for_nobody',
  'service_off',
] as const

export const listRooms = {
  method: 'GET',
  path: '/api/rooms',
  can: 'room.lead',
  query: z.strictObject({ past: z.enum(['yes', 'no']).default('no') }),
  reply: z.object({
    now: moment,
    limits,
    rows: z.array(roomRow),
  }),
  refusals: [],
  summary: 'Rooms one leads, and for methodists those of all; with what this installation bears',
} as const satisfies Route

export const createRoom = {
  method: 'POST',
  path: '/api/rooms',
  can: 'room.lead',
  body: plan,
  reply: roomView,
  refusals: planRefusals,
  summary:
    'R0-3.1: plans a lesson, a consultation, a webinar; refused when the group is larger than the room (R2-9b)',
} as const satisfies Route

export const readRoom = {
  method: 'GET',
  path: '/api/rooms/:rom',
  can: 'room.lead',
  params,
  reply: roomView,
  refusals: ['not_found'],
  summary: 'One room with everybody’s own link and who was there',
} as const satisfies Route

export const changeRoom = {
  method: 'PUT',
  path: '/api/rooms/:rom',
  can: 'room.lead',
  params,
  body: plan,
  reply: roomView,
  refusals: [...planRefusals, 'room_over', 'room_cancelled'],
  summary: 'Another time, length, group or name; the links stay',
} as const satisfies Route

export const cancelRoom = {
  method: 'POST',
  path: '/api/rooms/:rom/cancel',
  can: 'room.lead',
  params,
  reply: roomView,
  refusals: ['not_found', 'room_over', 'room_cancelled'],
  summary: 'It does not take place; whoever is inside is told and goes out',
} as const satisfies Route

export const renewRoomLink = {
  method: 'POST',
  path: '/api/rooms/:rom/people/:id/link',
  can: 'room.lead',
  params: z.strictObject({ rom: roomId, id: accountId }),
  reply: roomView,
  refusals: ['not_found'],
  summary: 'A new own link for one person: the old one is dead, and who was taken out may come in again',
} as const satisfies Route

const myRow = z.object({ link: roomLink, ...roomFacts, moderator: z.boolean() })
export type MyRoomRow = z.output<typeof myRow>

export const listMyRooms = {
  method: 'GET',
  path: '/api/my/rooms',
  can: 'room.join',
  reply: z.object({ now: moment, rows: z.array(myRow) }),
  refusals: [],
  summary: 'R0-3.1b: rooms one is invited to, with one’s own link; the soonest first',
} as const satisfies Route

export const entryRefusals = [
  'room_cancelled',
  'room_over',
  'room_not_open',
  'rules_unread',
  'room_removed',
  'room_locked',
  'room_full',
  'service_off',
] as const

const linkParams = z.strictObject({ lnk: roomLink })
const myRoom = myRow.extend({
  now: moment,
  rules: z.object({
    edition: z.string(),
    text: z.string(),
    /** R0-3.3b, R0-3.3c: told before the first use. */
    requirements: z.string(),
    protection: z.string(),
    readAt: moment.nullable(),
    /** An earlier edition was read: this one is new. */
    changed: z.boolean(),
  }),
  /** Null: one may come in. */
  refusal: z.enum(entryRefusals).nullable(),
})
export type MyRoom = z.output<typeof myRoom>

export const readMyRoom = {
  method: 'GET',
  path: '/api/my/rooms/:lnk',
  can: 'room.join',
  params: linkParams,
  reply: myRoom,
  refusals: ['not_found'],
  summary:
    'The door of a room: when, the rules, what is needed, and whether one may come in. Only for whom the link was made',
} as const satisfies Route

export const acknowledgeRoomRules = {
  method: 'POST',
  path: '/api/my/rooms/:lnk/rules',
  can: 'room.join',
  params: linkParams,
  body: z.strictObject({ edition: z.string().max(100) }),
  reply: myRoom,
  refusals: ['not_found', 'rules_changed'],
  summary: 'R0-3.3a: one has read the rules in force; asked again after a new edition',
} as const satisfies Route

export const roomRoutes = {
  listRooms,
  createRoom,
  readRoom,
  changeRoom,
  cancelRoom,
  renewRoomLink,
  listMyRooms,
  readMyRoom,
  acknowledgeRoomRules,
} as const

export const roomSocket = {
  path: '/ws/rooms/:lnk',
  can: 'room.join',
  params: linkParams,
  limits: { messageBytes: 64 * 1024, perSecond: 30 },
  summary: 'One person in one room: who is there, what is said and shown, and the way of the media',
} as const satisfies SocketRoute

const who = z.string().regex(/^acc_[a-z2-7]{26}$/)
const on = z.boolean()
const command = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('microphone'), on }),
  z.strictObject({ do: z.literal('camera'), on }),
  z.strictObject({ do: z.literal('screen'), on }),
  z.strictObject({ do: z.literal('hand'), up: z.boolean() }),
  z.strictObject({ do: z.literal('speaking') }),
  z.strictObject({ do: z.literal('admit'), who }),
  z.strictObject({ do: z.literal('admit_all') }),
  z.strictObject({ do: z.literal('mute'), who }),
  z.strictObject({ do: z.literal('mute_all') }),
  z.strictObject({ do: z.literal('stop_camera'), who }),
  z.strictObject({ do: z.literal('stop_screen'), who }),
  z.strictObject({ do: z.literal('give_word'), who }),
  z.strictObject({ do: z.literal('lower_hand'), who }),
  z.strictObject({ do: z.literal('floor'), open: z.boolean() }),
  z.strictObject({ do: z.literal('lock'), on }),
  z.strictObject({ do: z.literal('remove'), who }),
])

export const roomAsk = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('do'), command }),
  z.strictObject({ t: z.literal('say'), text: paragraphs(1_000).pipe(z.string().min(1)) }),
  z.strictObject({ t: z.literal('wish'), large: who.nullable(), soundOnly: z.boolean() }),
  /** A way for the media is looked for, for the first time or again. */
  z.strictObject({ t: z.literal('media') }),
  z.strictObject({ t: z.literal('answer'), peer: z.string().max(40), sdp: z.string().min(1).max(60_000) }),
  z.strictObject({
    t: z.literal('candidate'),
    peer: z.string().max(40),
    candidate: z.string().min(1).max(1_000),
    mid: z.string().max(20),
  }),
  /** Whoever leads closes the room for all. */
  z.strictObject({ t: z.literal('end') }),
])
export type RoomAsk = z.output<typeof roomAsk>

const roomPerson = z.object({
  id: z.string(),
  name: z.string(),
  moderator: z.boolean(),
  at: z.enum(['lobby', 'room']),
  hand: z.number().nullable(),
  microphone: z.boolean(),
  camera: z.boolean(),
  screen: z.boolean(),
  word: z.boolean(),
  heard: z.number(),
})
export type RoomPerson = z.output<typeof roomPerson>

const said = z.object({ no: z.number(), by: z.string(), name: z.string(), at: moment, text: z.string() })
export type RoomSaid = z.output<typeof said>

/** Why one is not inside any more. */
export const goneReasons = ['removed', 'ended', 'cancelled', 'elsewhere'] as const

export const roomTell = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('room'),
    you: z.string(),
    locked: z.boolean(),
    floor: z.enum(['open', 'leave']),
    people: z.array(roomPerson),
  }),
  z.object({
    t: z.literal('slots'),
    slots: z.record(z.string(), z.object({ who: z.string(), source: z.string() }).nullable()),
  }),
  z.object({
    t: z.literal('offer'),
    peer: z.string(),
    sdp: z.string(),
    ice: z.array(
      z.object({
        urls: z.array(z.string()),
        username: z.string().optional(),
        credential: z.string().optional(),
      }),
    ),
  }),
  z.object({ t: z.literal('candidate'), peer: z.string(), candidate: z.string(), mid: z.string() }),
  z.object({ t: z.literal('said'), rows: z.array(said) }),
  z.object({ t: z.literal('no'), why: z.string() }),
  z.object({ t: z.literal('gone'), why: z.enum(goneReasons) }),
])
export type RoomTell = z.output<typeof roomTell>
