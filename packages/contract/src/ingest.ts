// The lanes of docs/spec/ingest.md 3. Records are bytes; only what stands around them is JSON.
import { trackIds } from '@ochno/domain/recording/track'
import { z } from 'zod'
import { sessionId } from './ids.ts'
import type { Route, SocketRoute } from './route.ts'

const lease = z.string().regex(/^[0-9a-f]{32}$/)
const tid = z.enum(trackIds as [(typeof trackIds)[number], ...(typeof trackIds)[number][]])
const params = z.strictObject({ sid: sessionId })

const publicKey = z.object({
  id: z.string(),
  alg: z.literal('Ed25519'),
  use: z.string(),
  key: z.string(),
  from_ms: z.number(),
  until_ms: z.number().nullable(),
})

const helloTrack = z.object({
  no: z.number(),
  nonce: z.string(),
  next: z.number(),
  head: z.string().nullable(),
  epoch: z.number().nullable(),
  top: z.number(),
  topHead: z.string().nullable(),
})

export const takeLease = {
  method: 'POST',
  path: '/api/sessions/:sid/lease',
  can: 'ingest.write',
  params,
  body: z.strictObject({ device: z.string().regex(/^[\w+/=-]{16,128}$/) }),
  reply: z.object({
    lease,
    expiresInS: z.number(),
    keys: z.array(publicKey),
    /** Key of the outbox on the examinee's disk; kept in memory only (ASVS V14.3.3). */
    outboxKey: z.string(),
  }),
  refusals: ['not_found', 'lease_taken', 'closed', 'disk'],
  summary: 'The right of one device to record for a session (ING-15)',
} as const satisfies Route

export const readTracks = {
  method: 'GET',
  path: '/ingest/v1/sessions/:sid/tracks',
  can: 'ingest.write',
  params,
  query: z.strictObject({ lease }),
  reply: z.object({
    session: sessionId,
    serverMs: z.number(),
    tracks: z.partialRecord(tid, helloTrack),
  }),
  refusals: ['not_found', 'lease_taken', 'closed'],
  summary: 'Where each track stands; what hello says on the WebSocket lane (ING-10)',
} as const satisfies Route

export const putFragment = {
  method: 'PUT',
  path: '/ingest/v1/sessions/:sid/tracks/:tid/fragments/:seq',
  can: 'ingest.write',
  params: z.strictObject({ sid: sessionId, tid, seq: z.coerce.number().int().min(0).max(0xffff_ffff) }),
  query: z.strictObject({ lease }),
  body: 'octets',
  upload: 'stream',
  reply: z.object({
    receipt: z.object({
      v: z.literal(1),
      sid: z.string(),
      tid: z.string(),
      n: z.number(),
      epoch: z.number(),
      seq: z.number(),
      size: z.number(),
      sha256: z.string(),
      chain: z.string(),
      srv_ms: z.number(),
    }),
    sig: z.string(),
    key: z.string(),
  }),
  refusals: [
    'not_found',
    'lease_taken',
    'closed',
    'malformed',
    'checksum',
    'conflict',
    'chain',
    'window',
    'parts',
    'too_large',
    'quota',
    'busy',
    'disk',
  ],
  summary: 'One record; the reply is its signed receipt, given when it is durable (ING-13)',
} as const satisfies Route

export const ingestRoutes = { takeLease, readTracks, putFragment } as const

export const ingestSocket = {
  path: '/ingest/v1/sessions/:sid/ws',
  can: 'ingest.write',
  params,
  query: z.strictObject({ lease }),
  // A backlog after an outage comes as fast as the line carries it; the quota counts its bytes.
  limits: { messageBytes: 4 * 1024 * 1024 + 128, perSecond: 5000 },
  summary: 'Records and parts of all tracks of one device (ING-10)',
} as const satisfies SocketRoute
