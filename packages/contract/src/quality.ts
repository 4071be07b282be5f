// Figures of a recording: what of it was received, and what the recording browser counted of its own pictures. They judge nobody.
import { pictureTracks } from '@ochno/domain/quality/figures'
import { poorReasons } from '@ochno/domain/quality/poor'
import { z } from 'zod'
import { moment, sessionId } from './ids.ts'
import type { Route } from './route.ts'

const params = z.strictObject({ sid: sessionId })
const track = z.enum(pictureTracks)
const clientMs = z.number().int().min(0).max(1e12)
const length = z.number().int().min(0).max(600_000)

export const reportQuality = {
  method: 'POST',
  path: '/api/my/sessions/:sid/quality',
  can: 'session.take',
  params,
  body: z.strictObject({
    /** One open page; its clock runs without a jump. */
    run: z.string().regex(/^[a-z0-9]{8,40}$/),
    nowMs: clientMs,
    minutes: z
      .array(
        z.strictObject({
          track,
          fromMs: clientMs,
          toMs: clientMs,
          frames: z.number().int().min(0).max(100_000).nullable(),
          frozenMs: length.nullable(),
          sharpness: z.number().min(0).max(1).nullable(),
        }),
      )
      .min(1)
      .max(60),
  }),
  reply: z.object({ now: moment, taken: z.number() }),
  refusals: ['not_found', 'not_running', 'too_many'],
  summary:
    'How many pictures were recorded, how long they stood still and how sharp they were; no picture is sent',
} as const satisfies Route

const poor = z.object({
  track,
  fromMs: z.number(),
  toMs: z.number(),
  why: z.array(z.enum(poorReasons)),
})

const summary = z.object({
  track,
  fps: z.number().nullable(),
  kbps: z.number().nullable(),
  sharpness: z.number().nullable(),
  frozenMs: z.number().nullable(),
})

export const qualityView = z.object({
  now: moment,
  /** What is pointed at, by which version of the limits. */
  limits: z.string(),
  /** The usual minute of each track. */
  tracks: z.array(summary),
  /** The last whole minute, while it runs. */
  lately: z.array(summary),
  minutes: z.array(
    z.object({
      ...summary.shape,
      fromMs: z.number(),
      toMs: z.number(),
      coveredMs: z.number(),
    }),
  ),
  poor: z.array(poor),
  unjudged: z
    .object({
      seq: z.number(),
      at: moment,
      by: z.string(),
      reason: z.string(),
      spans: z.array(z.object({ from: moment, to: moment })),
    })
    .nullable(),
})
export type QualityView = z.output<typeof qualityView>

export const readQuality = {
  method: 'GET',
  path: '/api/sessions/:sid/quality',
  can: 'recording.review',
  params,
  reply: qualityView,
  refusals: ['not_found'],
  summary: 'R1-4.1k: pictures a second, bits, standing still and blur of a recording, minute by minute',
} as const satisfies Route

export const qualityRoutes = { reportQuality, readQuality } as const
