// E-05: the journal of acts and the signed heads of its tree.
import { z } from 'zod'
import { moment } from './ids.ts'
import { paged, paging } from './paging.ts'
import type { Route } from './route.ts'

export const journalRow = z.object({
  id: z.string(),
  /** Place in the tree; null for the seconds before the log has numbered it. */
  seq: z.number().nullable(),
  at: moment,
  actor: z.string(),
  actorName: z.string().nullable(),
  role: z.string(),
  action: z.string(),
  object: z.string(),
  purpose: z.string(),
  result: z.enum(['ok', 'refused']),
})

export const readJournal = {
  method: 'GET',
  path: '/api/journal',
  can: 'journal.read',
  query: z.strictObject({
    object: z.string().max(64).optional(),
    /** Of the name of who did it, of the deed or of what it was done to. */
    find: z.string().max(100).optional(),
    ...paging,
  }),
  reply: z.object(paged(journalRow)),
  refusals: ['cursor_stale'],
  summary: 'Acts in this institution by pages, the latest first',
} as const satisfies Route

export const readTreeHead = {
  method: 'GET',
  path: '/api/journal/head',
  can: 'signed-in',
  reply: z.object({ checkpoint: z.string().nullable() }),
  refusals: [],
  summary:
    'The latest signed head of the journal’s tree (C2SP checkpoint); keep it, it proves later that nothing was removed',
} as const satisfies Route

const hash = z.string().regex(/^[0-9a-f]{64}$/)

export const proveConsistency = {
  method: 'GET',
  path: '/api/journal/consistency',
  can: 'journal.read',
  query: z.strictObject({
    from: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
    to: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  }),
  reply: z.object({ proof: z.array(hash) }),
  refusals: ['not_found'],
  summary: 'That the tree of size `to` begins with the tree of size `from`',
} as const satisfies Route

export const journalRoutes = { readJournal, readTreeHead, proveConsistency } as const
