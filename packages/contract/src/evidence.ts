// Evidence that leaves the house: bundles for a commission, receipts for the examinee, public keys for everybody.
import { z } from 'zod'
import { accountId, line, moment, sessionId } from './ids.ts'
import type { Route } from './route.ts'
import { purposes } from './watch.ts'

const exportId = z.string().regex(/^exp_[a-z2-7]{26}$/)
const person = z.object({ id: accountId, name: z.string() })

export const exportView = z.object({
  id: exportId,
  session: sessionId,
  examTitle: z.string(),
  examineeName: z.string(),
  purpose: z.enum(purposes),
  ground: z.string(),
  askedBy: person,
  askedAt: moment,
  grantedBy: person.nullable(),
  grantedAt: moment.nullable(),
  /** Until when the one who asked may take it; null before the grant. */
  endsAt: moment.nullable(),
})
export type ExportView = z.output<typeof exportView>

export const askExport = {
  method: 'POST',
  path: '/api/sessions/:sid/exports',
  can: 'recording.export',
  stepUp: true,
  params: z.strictObject({ sid: sessionId }),
  body: z.strictObject({ purpose: z.enum(purposes), ground: line(1000) }),
  reply: z.object({ id: exportId }),
  refusals: ['not_found', 'not_closed', 'recording_destroyed', 'recording_blocked', 'journal_unavailable'],
  summary: 'R1-7.2c: ask for a bundle of a closed recording, for one of the two permitted purposes',
} as const satisfies Route

export const listExports = {
  method: 'GET',
  path: '/api/exports',
  can: 'recording.export',
  reply: z.object({ now: moment, rows: z.array(exportView) }),
  refusals: [],
  summary: 'Bundles asked for in this institution, the latest first',
} as const satisfies Route

export const grantExport = {
  method: 'POST',
  path: '/api/exports/:xid/grant',
  can: 'recording.export',
  stepUp: true,
  params: z.strictObject({ xid: exportId }),
  reply: z.object({ endsAt: moment }),
  refusals: ['not_found', 'own_export', 'already_granted', 'journal_unavailable'],
  summary: 'T-11: a second person grants it',
} as const satisfies Route

export const takeExport = {
  method: 'GET',
  path: '/api/exports/:xid/bundle',
  can: 'recording.export',
  stepUp: true,
  params: z.strictObject({ xid: exportId }),
  reply: 'octets',
  refusals: [
    'not_found',
    'not_granted',
    'grant_over',
    'recording_destroyed',
    'recording_blocked',
    'not_same_origin',
    'journal_unavailable',
  ],
  summary: 'E-08: the bundle as a ZIP, to the person who asked, for a day after the grant',
} as const satisfies Route

export const takeReceipts = {
  method: 'GET',
  path: '/api/my/sessions/:sid/receipts',
  can: 'evidence.receipts',
  params: z.strictObject({ sid: sessionId }),
  reply: 'octets',
  refusals: ['not_found', 'not_same_origin'],
  summary: 'Signed receipts of everything the examinee’s browser delivered, as JSON to keep',
} as const satisfies Route

const publicKey = z.object({
  id: z.string(),
  alg: z.literal('Ed25519'),
  use: z.enum(['manifest', 'log', 'receipt']),
  key: z.string(),
  from_ms: z.number(),
  until_ms: z.number().nullable(),
})

export const readKeys = {
  method: 'GET',
  path: '/api/keys',
  can: 'public',
  reply: z.object({ keys: z.array(publicKey) }),
  refusals: [],
  summary: 'Public keys that ever signed here; keep a copy, the offline verifier asks for it',
} as const satisfies Route

export const evidenceRoutes = {
  askExport,
  listExports,
  grantExport,
  takeExport,
  takeReceipts,
  readKeys,
} as const
