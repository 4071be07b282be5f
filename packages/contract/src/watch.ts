// Watching: live pictures of the running session, its timeline, stored records, and who has seen them.
import { trackIds } from '@ochno/domain/recording/track'
import { z } from 'zod'
import type { Route, SocketRoute } from './route.ts'

const sessionId = z.string().regex(/^ses_[a-z2-7]{26}$/)
export const viewId = z.string().regex(/^viw_[a-z2-7]{26}$/)
const tid = z.enum(trackIds as [string, ...string[]])
const instant = z.string()
const count = z.number().int().nonnegative()

/** R1-7.2c: a recording is opened for one of these and nothing else. */
export const purposes = ['dishonesty_check', 'appeal'] as const
export type Purpose = (typeof purposes)[number]

/** One request for records is answered with at most so many. */
export const RECORDS_AT_ONCE = 32

const sessionFacts = {
  session: sessionId,
  examinee: z.object({ name: z.string() }),
  exam: z.object({ title: z.string() }),
  state: z.string(),
  opensAt: instant,
  closesAt: instant,
  authorizedAt: instant.nullable(),
  deadline: instant.nullable(),
  deauthorizedAt: instant.nullable(),
}

const wallTile = z.object({
  ...sessionFacts,
  watchable: z.boolean(),
  /** The act wants the requirements of its exam read first, and this proctor has not. */
  unread: z.boolean(),
})
export type WallTile = z.output<typeof wallTile>

/** The people this proctor watches now, and those whose exam begins within the day. */
export const readWall = {
  method: 'GET',
  path: '/api/watch/wall',
  can: 'live.watch',
  reply: z.object({ now: instant, tiles: z.array(wallTile) }),
  refusals: [],
  summary: 'Sessions the proctor is assigned to',
} as const satisfies Route

const recordingRow = z.object({
  ...sessionFacts,
  tracks: z.array(z.string()),
  /** Set when the control window is over and nothing more may come. */
  closedAt: instant.nullable(),
})
export type RecordingRow = z.output<typeof recordingRow>

export const listRecordings = {
  method: 'GET',
  path: '/api/watch/recordings',
  can: 'recording.review',
  query: z.strictObject({ find: z.string().max(100).optional() }),
  reply: z.object({ now: instant, rows: z.array(recordingRow) }),
  refusals: [],
  summary: 'Recordings this person may ask to open',
} as const satisfies Route

export const openView = {
  method: 'POST',
  path: '/api/sessions/:sid/views',
  can: 'recording.review',
  glass: true,
  params: z.strictObject({ sid: sessionId }),
  body: z.strictObject({ purpose: z.enum(purposes), ground: z.string().trim().max(300).default('') }),
  reply: z.object({ view: viewId, endsAt: instant }),
  refusals: [
    'no_dispute_consent',
    'recording_destroyed',
    'requirements_unread',
    'recording_blocked',
    'not_found',
    'outside_window',
    'not_assigned',
    'step_up',
    'journal_unavailable',
  ],
  summary: 'Open a recording for a stated purpose; the act is journalled before anything is shown',
} as const satisfies Route

const span = z.object({ fromMs: z.number(), toMs: z.number() })

/** Columns of the fragments in order of seq, each number the difference to what is expected (see index-columns.ts). */
const columns = z.object({
  seq: z.array(z.number()),
  at: z.array(z.number()),
  dur: z.array(z.number()),
  bytes: z.array(z.number()),
  epoch: z.array(z.number()),
  srv: z.array(z.number()),
})

const epoch = z.object({
  epoch: count,
  initSeq: count,
  format: count,
  flags: count,
  /** Where the epoch's media time zero lies on the session's timeline. */
  startMs: z.number(),
})
export type EpochView = z.output<typeof epoch>

const trackTimeline = z.object({
  tid,
  no: count,
  epochs: z.array(epoch),
  fragments: columns,
  coverage: z.number(),
  gaps: z.array(z.object({ ...span.shape, why: z.string().nullable() })),
  ended: z.boolean(),
})

export const timelineView = z.object({
  ...sessionFacts,
  now: instant,
  /** Server's clock at zero of the timeline, Unix ms. */
  zeroMs: z.number(),
  /** All times below are ms of this session's one timeline. */
  lengthMs: z.number(),
  control: span.nullable(),
  tracks: z.array(trackTimeline),
  /** Whose eyes: for the watermark. */
  viewer: z.object({ name: z.string(), at: instant }),
})
export type TimelineView = z.output<typeof timelineView>

export const readTimeline = {
  method: 'GET',
  path: '/api/sessions/:sid/timeline',
  can: 'recording.review',
  glass: true,
  params: z.strictObject({ sid: sessionId }),
  query: z.strictObject({ view: viewId.optional() }),
  reply: timelineView,
  refusals: [
    'not_found',
    'outside_window',
    'not_assigned',
    'view_needed',
    'view_over',
    'requirements_unread',
    'recording_blocked',
    'journal_unavailable',
  ],
  summary: 'Index of a recording: fragments, epochs, gaps and coverage of each track',
} as const satisfies Route

const seq = z.coerce.number().int().min(0).max(0xffffffff)

/** The bytes: records one after the other, 128-byte header and payload each. */
export const readRecords = {
  method: 'GET',
  path: '/media/v1/sessions/:sid/tracks/:tid/records',
  can: 'recording.review',
  glass: true,
  params: z.strictObject({ sid: sessionId, tid }),
  /** `init`: the record a decoder needs first, put before the others. */
  query: z.strictObject({ from: seq, to: seq, init: seq.optional(), view: viewId.optional() }),
  reply: 'octets',
  refusals: [
    'not_found',
    'outside_window',
    'not_assigned',
    'view_needed',
    'view_over',
    'requirements_unread',
    'recording_blocked',
    'not_same_origin',
    'range_too_large',
    'journal_unavailable',
  ],
  summary: 'Stored records of one track',
} as const satisfies Route

const viewerRow = z.object({
  /** Null for the examinee, who learns the role (P-26). */
  name: z.string().nullable(),
  role: z.string(),
  /** `identity`: what was shown at the door. */
  what: z.enum(['live', 'recording', 'identity']),
  purpose: z.string(),
  startedAt: instant,
  endedAt: instant,
  records: count,
  place: z.string().nullable(),
})
export type ViewerRow = z.output<typeof viewerRow>

export const listViewers = {
  method: 'GET',
  path: '/api/sessions/:sid/viewers',
  can: 'signed-in',
  params: z.strictObject({ sid: sessionId }),
  reply: z.object({ rows: z.array(viewerRow) }),
  refusals: ['not_found'],
  summary: 'Who has seen this session, when and why',
} as const satisfies Route

export const watchRoutes = {
  readWall,
  listRecordings,
  openView,
  readTimeline,
  readRecords,
  listViewers,
} as const

export const watchSocket = {
  path: '/ws/watch',
  can: 'live.watch',
  summary: 'Live pictures of assigned sessions',
} as const satisfies SocketRoute

/** Text frames from the player. */
export const watchAsk = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('sub'), session: sessionId, tracks: z.array(tid).min(1).max(4) }),
  z.strictObject({ t: z.literal('unsub'), session: sessionId }),
])
export type WatchAsk = z.output<typeof watchAsk>

const liveTrack = z.object({
  tid,
  /** Seconds since its last byte reached the server; null when nothing came yet. */
  silentS: z.number().nullable(),
  /** How far what arrives now lies behind: the queue on the examinee's disk. */
  behindS: z.number(),
  coverage: z.number(),
})
export type LiveTrackState = z.output<typeof liveTrack>

const liveEpoch = z.object({ t: z.literal('epoch'), sub: count, tid, ...epoch.shape })
export type LiveEpoch = z.output<typeof liveEpoch>

/** Text frames to the player; an unknown `t` is ignored. */
export const watchTell = z.discriminatedUnion('t', [
  z.object({ t: z.literal('joined'), sub: count, session: sessionId, zeroMs: z.number() }),
  liveEpoch,
  z.object({
    t: z.literal('state'),
    sub: count,
    session: sessionId,
    state: z.string(),
    authorizedAt: instant.nullable(),
    deadline: instant.nullable(),
    deauthorizedAt: instant.nullable(),
    tracks: z.array(liveTrack),
  }),
  /** Frames of this track were left out because the network to the viewer is slow. */
  z.object({ t: z.literal('dropped'), sub: count, tid }),
  z.object({ t: z.literal('left'), session: sessionId, why: z.string() }),
  z.object({ t: z.literal('no'), session: z.string().nullable(), why: z.string() }),
])
export type WatchTell = z.output<typeof watchTell>

/**
 * Binary frames to the player begin with four bytes: kind, track number, subscription (u16). Then
 * `record`: EXF1 header and payload; `sealed`: EXF1 header alone, every part was sent before; `part`: an EXP1 part.
 */
export const WATCH_PREFIX = 4
export const watchKind = { record: 1, sealed: 2, part: 3 } as const
