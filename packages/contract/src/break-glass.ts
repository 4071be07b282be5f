// T-20: the one way of an administrator to a recording.
import { glassStates } from '@ochno/domain/break-glass/glass'
import { z } from 'zod'
import { line, moment, sessionId } from './ids.ts'
import type { Route } from './route.ts'

const glassId = z.string().regex(/^bgl_[a-z2-7]{26}$/)

const glassView = z.object({
  id: glassId,
  session: sessionId,
  examinee: z.string(),
  exam: z.string(),
  askedBy: z.string(),
  askedAt: moment,
  reason: z.string(),
  state: z.enum(glassStates),
  answeredBy: z.string().nullable(),
  answeredAt: moment.nullable(),
  endsAt: moment.nullable(),
  /** When whose recording it is was told. */
  toldAt: moment.nullable(),
  mine: z.boolean(),
})
export type GlassView = z.output<typeof glassView>

export const listGlass = {
  method: 'GET',
  path: '/api/break-glass',
  can: 'glass.read',
  reply: z.object({ now: moment, rows: z.array(glassView), mayAsk: z.boolean() }),
  refusals: [],
  summary: 'Who asked to see which recording past their rights, who allowed it and until when',
} as const satisfies Route

export const askGlass = {
  method: 'POST',
  path: '/api/sessions/:sid/break-glass',
  can: 'glass.ask',
  stepUp: true,
  params: z.strictObject({ sid: sessionId }),
  body: z.strictObject({ reason: line(1_000) }),
  reply: glassView,
  refusals: ['not_found', 'already_asked', 'no_data_officer'],
  summary: 'An administrator asks to see one recording; who answers for personal data is told at once',
} as const satisfies Route

export const answerGlass = {
  method: 'POST',
  path: '/api/break-glass/:gid/answer',
  can: 'glass.answer',
  stepUp: true,
  params: z.strictObject({ gid: glassId }),
  body: z.strictObject({ allow: z.boolean() }),
  reply: glassView,
  refusals: ['not_found', 'own_glass', 'glass_answered'],
  summary: 'A second person allows it for sixty minutes or refuses',
} as const satisfies Route

export const glassRoutes = { listGlass, askGlass, answerGlass } as const
