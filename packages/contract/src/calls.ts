// The two machines of a call find each other: what they write goes through the server, what they say does not.
import { z } from 'zod'
import { sessionId } from './ids.ts'
import type { Route } from './route.ts'

const seq = z.coerce.number().int().min(1).max(1_000_000)
const params = z.strictObject({ sid: sessionId, seq })
/** One connection between the two pages; after a reload there is another. */
const peer = z.string().regex(/^[a-z0-9]{8,32}$/)
const sdp = z.string().min(1).max(30_000)

export const callSignal = z.discriminatedUnion('t', [
  /** The examinee's page is ready, for the first time or after a reload. */
  z.strictObject({ t: z.literal('ready') }),
  z.strictObject({ t: z.literal('offer'), peer, sdp }),
  z.strictObject({ t: z.literal('answer'), peer, sdp }),
  z.strictObject({
    t: z.literal('candidate'),
    peer,
    candidate: z.string().max(1_000),
    mid: z.string().max(20).nullable(),
    line: z.number().int().min(0).max(20).nullable(),
  }),
  /** Whoever writes it shows the camera, or no longer; the examinee's page does what the proctor's does. */
  z.strictObject({ t: z.literal('camera'), on: z.boolean() }),
])
export type CallSignal = z.output<typeof callSignal>

const iceServer = z.object({
  urls: z.array(z.string()),
  username: z.string().optional(),
  credential: z.string().optional(),
})
export type IceServer = z.output<typeof iceServer>

const news = z.object({
  /** Over: nothing more will come. */
  over: z.boolean(),
  rows: z.array(z.object({ no: z.number(), signal: callSignal })),
  /** The institution's own; empty where none is set up. */
  ice: z.array(iceServer),
  /** Both addresses stay hidden from each other: only through the institution's relay. */
  relayOnly: z.boolean(),
})
export type CallNews = z.output<typeof news>

const query = z.strictObject({
  after: z.coerce.number().int().min(0).max(1_000_000).default(0),
  /** Seconds to wait for something new. */
  wait: z.coerce.number().int().min(0).max(20).default(0),
})
const body = z.strictObject({ signals: z.array(callSignal).min(1).max(50) })
const bodyBytes = 256 * 1024
const refusals = ['not_found', 'call_over', 'too_many'] as const

export const readCallAsProctor = {
  method: 'GET',
  path: '/api/sessions/:sid/calls/:seq/signals',
  can: 'live.watch',
  params,
  query,
  reply: news,
  refusals,
  summary: 'What the examinee’s page says while it looks for a way to the proctor’s',
} as const satisfies Route

export const signalAsProctor = {
  method: 'POST',
  path: '/api/sessions/:sid/calls/:seq/signals',
  can: 'live.watch',
  params,
  body,
  bodyBytes,
  reply: 'none',
  refusals,
  summary: 'R1-5.2a: what the proctor’s page says while it looks for a way to the examinee’s',
} as const satisfies Route

export const readCallAsExaminee = {
  ...readCallAsProctor,
  path: '/api/my/sessions/:sid/calls/:seq/signals',
  can: 'session.take',
  summary: 'What the proctor’s page says while it looks for a way to the examinee’s',
} as const satisfies Route

export const signalAsExaminee = {
  ...signalAsProctor,
  path: '/api/my/sessions/:sid/calls/:seq/signals',
  can: 'session.take',
  summary: 'R1-5.2a: what the examinee’s page says while it looks for a way to the proctor’s',
} as const satisfies Route

export const callRoutes = {
  readCallAsProctor,
  signalAsProctor,
  readCallAsExaminee,
  signalAsExaminee,
} as const
