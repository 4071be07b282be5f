// Whom a proctor looked at and listened to: measured by the console, kept by the server, printed in the protocol.
import { z } from 'zod'
import { accountId, moment, sessionId } from './ids.ts'
import type { Route } from './route.ts'

/** Of one slice of attention; a console that dies loses no more than this. */
export const SLICE_MS = 15_000
const id = z.string().regex(/^[0-9a-f-]{36}$/)
/** Counted back from the moment of sending, so that nobody's clock matters. */
const ago = z.number().int().min(0).max(3_600_000)

export const attentionNote = z.discriminatedUnion('what', [
  z.strictObject({
    id,
    what: z.enum(['enlarged', 'listening']),
    session: sessionId,
    agoMs: ago,
    lengthMs: z
      .number()
      .int()
      .min(1)
      .max(SLICE_MS * 2),
  }),
  /** The alert was looked at: what the examinee wrote, an absence too long, a hint. */
  z.strictObject({
    id,
    what: z.literal('answered'),
    session: sessionId,
    agoMs: ago,
    alert: z.string().regex(/^[a-z]{1,12}:[\w-]{1,60}$/),
  }),
])
export type AttentionNote = z.output<typeof attentionNote>

export const noteAttention = {
  method: 'POST',
  path: '/api/watch/attention',
  can: 'live.watch',
  body: z.strictObject({ notes: z.array(attentionNote).min(1).max(200) }),
  /** Those that are kept now, also when they were before: they need not be sent again. */
  reply: z.object({ kept: z.array(z.string()) }),
  refusals: [],
  summary: 'What was enlarged, listened to and answered; the same note twice counts once',
} as const satisfies Route

export const attentionView = z.object({
  session: sessionId,
  enlargedS: z.number(),
  listenedS: z.number(),
  alerts: z.number(),
  alertsAnswered: z.number(),
  lastEnlargedAt: moment.nullable(),
  /** Waiting for somebody to look at them. */
  openAlerts: z.array(z.object({ alert: z.string(), at: moment })),
})
export type AttentionView = z.output<typeof attentionView>

export const readAttention = {
  method: 'GET',
  path: '/api/watch/attention',
  can: 'live.watch',
  reply: z.object({ now: moment, me: accountId, rows: z.array(attentionView) }),
  refusals: [],
  summary: 'How much attention each of the watched people has had, by all their proctors together',
} as const satisfies Route

export const attentionRoutes = { noteAttention, readAttention } as const
