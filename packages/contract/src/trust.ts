// The advisory score of a session: its points, what each of them is made of, and the weights of an exam. It decides nothing.
import { MOST_CONFIRMED_TIMES } from '@ochno/domain/trust/bands'
import { newestWeights } from '@ochno/domain/trust/weights'
import { z } from 'zod'
import { examId, line, moment, sessionId } from './ids.ts'
import type { Route } from './route.ts'

const amount = z.number().int().min(0).max(10_000)
/** Hundredths of a point: once for a hint, for each of its seconds, and the most for one code. */
const weight = z.strictObject({ once: amount, perSecond: amount, cap: amount })
const percent = z.number().int().min(0).max(100)
const thresholds = z.strictObject({ first: percent, next: percent })
const band = z.enum(['first', 'next', 'last'])

const score = z.object({ version: z.string(), points: z.number(), band })
export const trustView = z.object({
  ...score.shape,
  session: sessionId,
  /** The newest version of this exam; another than `version`: it may be scored again. */
  newest: z.string(),
  thresholds,
  /** What the score was made from (R0-2.5a.3). */
  means: z.array(z.string()),
  reasons: z.array(
    z.object({
      /** Number of the hint. */
      hint: z.number(),
      code: z.string(),
      wording: z.string(),
      standing: z.enum(['hint', 'confirmed', 'dismissed', 'permitted', 'technical']),
      points: z.number(),
      rule: z.string(),
      /** Server's clock, Unix ms. */
      fromMs: z.number(),
      toMs: z.number(),
    }),
  ),
  /** Scores it was given by hand, with other versions. */
  earlier: z.array(z.object({ version: z.string(), points: z.number(), at: moment })),
})
export type TrustView = z.output<typeof trustView>

const ofSession = z.strictObject({ sid: sessionId })

export const readTrust = {
  method: 'GET',
  path: '/api/sessions/:sid/trust',
  can: 'recording.review',
  params: ofSession,
  reply: z.object({ trust: trustView.nullable() }),
  refusals: ['not_found'],
  summary: 'R0-2.5a.2: the trust score with its reasons; null where nothing may be watched',
} as const satisfies Route

export const scoreAgain = {
  method: 'POST',
  path: '/api/sessions/:sid/trust',
  can: 'recording.review',
  params: ofSession,
  body: z.strictObject({ version: line(60) }),
  reply: z.object({ trust: trustView.nullable() }),
  refusals: ['not_found', 'no_such_weights', 'commission_only'],
  summary: 'The same hints by another version of the weights; the earlier score stays on the record',
} as const satisfies Route

const table = z.record(z.string().regex(/^[a-z0-9_]{3,60}$/), weight)
/** How much more a mark weighs that a person made; whole, so that a score is counted in whole hundredths. */
const times = z.number().int().min(1).max(MOST_CONFIRMED_TIMES)
const given = z.strictObject({
  byCode: table,
  thresholds,
  /** Left out: as the product proposes. */
  confirmedTimes: times.default(newestWeights.confirmedTimes),
})

export const weightsView = z.object({
  version: z.string(),
  byCode: table,
  thresholds,
  confirmedTimes: times,
  /** Codes the exam is watched for, with the proposal of the product. */
  codes: z.array(z.object({ code: z.string(), wording: z.string(), usual: weight.nullable() })),
  /** Sessions of the exam by the place they have in the queue. */
  queue: z.object({ first: z.number(), next: z.number(), last: z.number() }),
  /** How often each detector was wrong, as people said it (R0-2.2.3b). */
  detectors: z.array(
    z.object({
      code: z.string(),
      wording: z.string(),
      hints: z.number(),
      sessions: z.number(),
      permitted: z.number(),
      technical: z.number(),
      marked: z.number(),
      dismissed: z.number(),
      dismissedShare: z.number().nullable(),
    }),
  ),
})
export type WeightsView = z.output<typeof weightsView>

const ofExam = z.strictObject({ eid: examId })
const refused = ['not_found', 'no_such_code', 'wrong_thresholds'] as const

export const readWeights = {
  method: 'GET',
  path: '/api/exams/:eid/weights',
  can: 'exam.manage',
  params: ofExam,
  reply: weightsView,
  refusals: ['not_found'],
  summary: 'Weights of the trust score in one exam, and how often its detectors were wrong',
} as const satisfies Route

export const setWeights = {
  method: 'PUT',
  path: '/api/exams/:eid/weights',
  can: 'exam.manage',
  params: ofExam,
  body: given,
  reply: weightsView,
  refusals: refused,
  summary: 'New weights for sessions that begin from now on; those before keep theirs',
} as const satisfies Route

export const previewWeights = {
  method: 'POST',
  path: '/api/exams/:eid/weights/preview',
  can: 'exam.manage',
  reads: true,
  params: ofExam,
  body: given,
  reply: z.object({
    /** Where nobody has begun this exam yet, it is tried on the newest sessions of others under the same act. */
    of: z.enum(['this_exam', 'earlier_exams']),
    /** Without names, in the order of the lowest score by these weights. */
    sessions: z.array(z.object({ before: score, after: score })),
  }),
  refusals: refused,
  summary: 'What these weights would have said of the sessions so far; nothing is changed',
} as const satisfies Route

export const trustRoutes = { readTrust, scoreAgain, readWeights, setWeights, previewWeights } as const
