// How reviewers judge, and what they judge beside: controls with known answers, the figures of agreement, the pictures of the beginning.
import { MOST_PERCENT } from '@ochno/domain/review/control'
import { z } from 'zod'
import { moment, reviewId } from './ids.ts'
import type { Route } from './route.ts'

const count = z.number()
const counts = z.object({ both: count, onlyKnown: count, onlyFound: count, neither: count })

const agreementView = z.object({
  recordings: count,
  hits: count,
  misses: count,
  extra: count,
  samePercent: count.nullable(),
  /** Of «a violation or none»; kappa is made of these four. */
  counts,
  kappaHundredths: count.nullable(),
  codes: z.array(
    counts.extend({
      code: z.string(),
      wording: z.string(),
      samePercent: count,
      kappaHundredths: count.nullable(),
    }),
  ),
})
export type AgreementView = z.output<typeof agreementView>

export const reviewFigures = {
  method: 'GET',
  path: '/api/reviews/figures',
  can: 'review.manage',
  reply: z.object({
    secondLooks: agreementView,
    controls: z.array(agreementView.extend({ reviewer: z.object({ id: z.string(), name: z.string() }) })),
    overdue: count,
  }),
  refusals: [],
  summary: 'How far reviewers agree: blind second looks, and controls by reviewer and by code',
} as const satisfies Route

export const myFigures = {
  method: 'GET',
  path: '/api/reviews/my-figures',
  can: 'review.do',
  reply: z.object({ controls: agreementView }),
  refusals: [],
  summary: 'The reviewer’s own agreement with the truth of the controls he has finished',
} as const satisfies Route

const setting = z.object({ percent: z.number(), most: z.number() })

export const readControlSetting = {
  method: 'GET',
  path: '/api/reviews/controls',
  can: 'review.manage',
  reply: setting,
  refusals: [],
  summary: 'After how many of a hundred reviews the system puts a control into the queue by itself',
} as const satisfies Route

export const setControlSetting = {
  method: 'PUT',
  path: '/api/reviews/controls',
  can: 'review.manage',
  body: z.strictObject({ percent: z.number().int().min(0).max(MOST_PERCENT) }),
  reply: setting,
  refusals: [],
  summary: 'The institution’s share of controls; 0 leaves them to be put by hand',
} as const satisfies Route

export const whyNoPictures = ['none', 'destroyed', 'withdrawn', 'blocked', 'forgotten'] as const

const beginningView = z.object({
  /** Null: there are some. */
  why: z.enum(whyNoPictures).nullable(),
  pictures: z.array(z.object({ id: z.string(), step: z.string(), part: z.number(), takenAt: moment })),
})
export type BeginningView = z.output<typeof beginningView>

export const readBeginning = {
  method: 'GET',
  path: '/api/reviews/:rid/beginning',
  can: 'review.do',
  params: z.strictObject({ rid: reviewId }),
  reply: beginningView,
  refusals: ['not_found'],
  summary: 'Which pictures of the person and the room stand from before the exam, to be seen beside a hint',
} as const satisfies Route

export const viewBeginning = {
  method: 'GET',
  path: '/media/v1/reviews/:rid/beginning/:evidence',
  can: 'review.do',
  params: z.strictObject({ rid: reviewId, evidence: z.string().regex(/^evi_[a-z2-7]{26}$/) }),
  reply: 'octets',
  refusals: ['not_found', 'journal_unavailable', 'not_same_origin'],
  summary: 'One of them; every view is journalled before its first byte',
} as const satisfies Route

export const controlRoutes = { reviewFigures, myFigures, readControlSetting, setControlSetting } as const
export const beginningRoutes = { readBeginning, viewBeginning } as const
