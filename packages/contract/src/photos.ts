// Photographs of the whole procedure (001 7.2) beside its video: how often they are taken, the sheet of them, and each one.
import { z } from 'zod'
import { moment, sessionId } from './ids.ts'
import type { Route } from './route.ts'
import { viewId } from './watch.ts'

const refusals = [
  'not_found',
  'outside_window',
  'not_assigned',
  'requirements_unread',
  'view_needed',
  'view_over',
  'recording_blocked',
  'journal_unavailable',
] as const

export const readPhotoPlan = {
  method: 'GET',
  path: '/api/my/sessions/:sid/photo-plan',
  can: 'session.take',
  params: z.strictObject({ sid: sessionId }),
  /** Null: the act asks for no photographs. */
  reply: z.object({ everyS: z.number().nullable() }),
  refusals: ['not_found'],
  summary: 'How often the page of the examinee takes a photograph',
} as const satisfies Route

const sheet = z.object({
  everyS: z.number().nullable(),
  photos: z.array(z.object({ seq: z.number(), atMs: z.number(), at: moment })),
  /** Where none stands for more than two steps, on the timeline of the session. */
  gaps: z.array(z.object({ fromMs: z.number(), toMs: z.number() })),
})
export type PhotoSheet = z.output<typeof sheet>

export const listPhotos = {
  method: 'GET',
  path: '/api/sessions/:sid/photos',
  can: 'recording.review',
  params: z.strictObject({ sid: sessionId }),
  query: z.strictObject({ view: viewId.optional() }),
  reply: sheet,
  refusals,
  summary: 'The contact sheet: every photograph of a session with its time',
} as const satisfies Route

export const readPhoto = {
  method: 'GET',
  path: '/media/v1/sessions/:sid/photos/:seq',
  can: 'recording.review',
  params: z.strictObject({ sid: sessionId, seq: z.coerce.number().int().min(0).max(0xffffffff) }),
  query: z.strictObject({ view: viewId.optional() }),
  reply: 'octets',
  refusals: [...refusals, 'not_same_origin'],
  summary: 'One photograph, as it was sealed into the recording',
} as const satisfies Route

export const photoRoutes = { readPhotoPlan, listPhotos, readPhoto } as const
