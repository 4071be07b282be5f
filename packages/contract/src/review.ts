// The review of a recording after the exam (SM-4): the queue, what was really seen, what was found, a second pair of eyes.
import { saidEnds } from '@ochno/domain/call/ends'
import { permittedBy } from '@ochno/domain/hint/ground'
import { outsiderSigns } from '@ochno/domain/incident/signs'
import { controlRefusals } from '@ochno/domain/review/control'
import { reviewKinds } from '@ochno/domain/review/second-look'
import { z } from 'zod'
import { signsOffered, unjudgedSpans } from './conduct.ts'
import { accountId, givenMoment, line, moment, paragraphs, partId, reviewId, sessionId } from './ids.ts'
import type { Route } from './route.ts'

const params = z.strictObject({ rid: reviewId })
const reason = line(1_000)
const kind = z.enum(reviewKinds)
const span = z.object({ fromMs: z.number(), toMs: z.number() })
const person = z.object({ id: z.string(), name: z.string() })

export const reviewRow = z.object({
  id: z.string(),
  session: z.string(),
  /** Null to who looks without knowing what kind of look it is. */
  kind: kind.nullable(),
  state: z.string(),
  /** Empty to who looks blind: a person is judged by what is seen. */
  examinee: z.object({ name: z.string() }),
  exam: z.object({ title: z.string() }),
  createdAt: moment,
  due: moment.nullable(),
  overdue: z.boolean(),
  recordedMinutes: z.number(),
  reviewer: person.nullable(),
  mine: z.boolean(),
  reviewedAt: moment.nullable(),
  watchedPercent: z.number(),
  hints: z.object({ all: z.number(), open: z.number() }),
  /** Hundredths; null: no hints, or finished. It orders the queue and decides nothing. */
  trust: z.number().nullable(),
  /** Where the thresholds of its exam put it; null with no score. */
  band: z.enum(['first', 'next', 'last']).nullable(),
  status: z.number().nullable(),
})
export type ReviewRow = z.output<typeof reviewRow>

export const listReviews = {
  method: 'GET',
  path: '/api/reviews',
  can: 'review.list',
  query: z.strictObject({ branch: partId.optional() }),
  reply: z.object({
    now: moment,
    rows: z.array(reviewRow),
    /** Whom a recording may be given to, with the minutes still before each; empty to who may not give. */
    reviewers: z.array(person.extend({ minutes: z.number() })),
    /** Exams that are over and nobody reviews, newest first; empty to who may not give. */
    askable: z.array(z.object({ session: z.string(), examinee: z.string(), exam: z.string(), at: moment })),
  }),
  refusals: [],
  summary: 'Recordings to review: all to who gives them out, to a reviewer the own ones',
} as const satisfies Route

export const askReview = {
  method: 'POST',
  path: '/api/reviews',
  can: 'review.manage',
  body: z.strictObject({ session: sessionId }),
  reply: reviewRow,
  refusals: ['not_found', 'not_over', 'reviewed_already'],
  summary: 'A recording of an exam that was watched live is to be reviewed too',
} as const satisfies Route

export const assignReview = {
  method: 'POST',
  path: '/api/reviews/:rid/reviewer',
  can: 'review.manage',
  params,
  /** Null: whoever has the fewest minutes to look at. */
  body: z.strictObject({ reviewer: accountId.nullable() }),
  reply: reviewRow,
  refusals: ['not_found', 'not_now', 'reviewer_barred', 'no_reviewer'],
  summary: 'Gives a recording to a reviewer, by name or by load',
} as const satisfies Route

export const controlReview = {
  method: 'POST',
  path: '/api/reviews/:rid/control',
  can: 'review.manage',
  params,
  body: z.strictObject({ reviewer: accountId }),
  reply: z.object({ id: z.string() }),
  refusals: ['not_found', 'not_now', 'reviewer_barred', ...controlRefusals],
  summary:
    'A piece of a reviewed recording, whose truth is settled, is put into a reviewer’s queue as a control',
} as const satisfies Route

const mark = z.object({
  seq: z.number(),
  code: z.string(),
  wording: z.string(),
  from: moment,
  to: moment,
  note: z.string(),
  by: z.string(),
  at: moment,
  /** Where it was made. */
  made: z.enum(['wall', 'review']),
  hint: z.number().nullable(),
  own: z.boolean(),
  withdrawn: z.object({ reason: z.string(), by: z.string() }).nullable(),
})
export type ReviewMark = z.output<typeof mark>

const lowering = z.discriminatedUnion('why', [
  z.object({ why: z.literal('light_from_start'), fault: z.string(), mean: z.number() }),
  z.object({ why: z.literal('noise_from_start'), percent: z.number() }),
  z.object({ why: z.literal('quiet_from_start'), percent: z.number() }),
  z.object({ why: z.literal('camera_from_start'), width: z.number(), height: z.number(), fps: z.number() }),
  z.object({ why: z.literal('usual_all_along'), times: z.number(), parts: z.number() }),
])

const hint = z.object({
  no: z.number(),
  code: z.string(),
  wording: z.string(),
  ...span.shape,
  /** `auto` or `partial`: how much the signal itself can be relied on. */
  detection: z.string(),
  about: z.string().nullable(),
  name: z.string().nullable(),
  /** Where the same bytes were recorded before; which other recording it is stays unsaid. */
  copied: z.enum(['here', 'other']).nullable(),
  state: z.enum(['open', 'dismissed', 'marked']),
  /** What was said of it, and by whom. */
  answer: z.object({ by: z.string(), note: z.string() }).nullable(),
  seen: z.boolean(),
  /** What the exam's rules and the examinee's conditions say; the hint is kept, and a person answers it all the same. */
  verdict: z.enum(['counts', 'permitted', 'unsure']),
  permittedBy: z.array(z.enum(permittedBy)),
  /** An outage explains it whole. */
  technical: z.boolean(),
  /** What the person's own beginning takes away from it; nothing here makes a hint heavier. */
  lowered: z.array(lowering),
})
export type ReviewHint = z.output<typeof hint>

const call = z.object({
  seq: z.number(),
  /** Empty to a blind look: it learns when somebody spoke and not what the proctor thought. */
  reason: z.string(),
  by: z.string(),
  askedAt: moment,
  answeredAt: moment.nullable(),
  endedAt: moment,
  end: z.enum([...saidEnds, 'missed', 'session_over', 'too_long']),
})
export type ReviewCall = z.output<typeof call>

const skimPart = z.object({ ...span.shape, why: z.string() })

export const reviewDesk = z.object({
  now: moment,
  review: reviewRow,
  /** The control window, Unix ms. */
  window: span,
  hints: z.array(hint),
  /** How the person looked and sounded at the check before the exam; null: there was none. */
  baseline: z
    .object({
      at: moment,
      /** 0…255 */
      light: z.number().nullable(),
      lightFault: z.string().nullable(),
      /** Peaks, percent. */
      speech: z.number().nullable(),
      silence: z.number().nullable(),
      camera: z.object({ width: z.number(), height: z.number(), fps: z.number() }).nullable(),
    })
    .nullable(),
  /** Times the machine saw nothing. */
  blind: z.array(span),
  marks: z.array(mark),
  /** Calls of the proctor while the exam ran (R1-5.2a). */
  calls: z.array(call),
  played: z.array(span),
  progress: z.object({
    watchedPercent: z.number(),
    hintsResolvedPercent: z.number(),
    unresolved: z.array(z.number()),
    /** Judged, though not all of it was played. */
    judgedUnseen: z.array(z.number()),
  }),
  density: z.array(z.number()),
  skim: z.object({
    parts: z.array(skimPart),
    playMs: z.number(),
    skipMs: z.number(),
    owedMs: z.number(),
    passedOver: z.number(),
  }),
  codes: z.array(
    z.object({ code: z.string(), wording: z.string(), clause: z.string().nullable(), signs: signsOffered }),
  ),
  /** Null: this act has no statuses of a check. */
  statuses: z.array(z.object({ status: z.number(), name: z.string(), fits: z.boolean() })).nullable(),
  comment: z.string(),
  /** To the third of two who disagree: what each of them found. */
  dispute: z
    .object({
      codes: z.array(z.object({ code: z.string(), wording: z.string(), by: z.enum(['first', 'second']) })),
      verdicts: z.array(z.object({ code: z.string(), stands: z.boolean(), reason: z.string() })),
    })
    .nullable(),
  /** Once it is finished: that it was a control, what was in it, and what was found. */
  control: z
    .object({
      codes: z.array(
        z.object({ code: z.string(), wording: z.string(), known: z.boolean(), found: z.boolean() }),
      ),
    })
    .nullable(),
})
export type ReviewDesk = z.output<typeof reviewDesk>

const working = ['not_found', 'not_now'] as const

export const readReview = {
  method: 'GET',
  path: '/api/reviews/:rid',
  can: 'review.do',
  params,
  reply: reviewDesk,
  refusals: ['not_found'],
  summary: 'The desk: hints, marks, what was played, what may be skipped and why',
} as const satisfies Route

export const openReview = {
  method: 'POST',
  path: '/api/reviews/:rid/open',
  can: 'review.do',
  params,
  reply: reviewDesk,
  refusals: working,
  summary: 'The reviewer begins',
} as const satisfies Route

export const reportPlayed = {
  method: 'POST',
  path: '/api/reviews/:rid/played',
  can: 'review.do',
  params,
  body: z.strictObject({
    spans: z
      .array(
        z.strictObject({
          fromMs: z.number().int().min(0),
          toMs: z.number().int().min(0),
          /** 1: as it happened. A page that does not say counts as the fastest. */
          speed: z.number().min(0.1).max(10).default(10),
        }),
      )
      .min(1)
      .max(500),
  }),
  reply: z.object({ watchedPercent: z.number() }),
  refusals: [...working, 'too_much_played'],
  summary: 'What was shown on the screen; the same again changes nothing, and nothing is taken back',
} as const satisfies Route

export const markInReview = {
  method: 'POST',
  path: '/api/reviews/:rid/marks',
  can: 'review.do',
  params,
  body: z.strictObject({
    code: line(80),
    from: givenMoment,
    to: givenMoment,
    note: paragraphs(2_000).default(''),
    sign: z.enum(outsiderSigns).optional(),
    hint: z.number().int().min(1).nullable().default(null),
  }),
  reply: reviewDesk,
  refusals: [
    ...working,
    'not_on_the_list',
    'wrong_range',
    'not_looked_at',
    'not_running',
    'already_answered',
  ],
  summary: 'R1-3.3a: a mark on a stretch of the recording, by a code of the act',
} as const satisfies Route

export const dismissHint = {
  method: 'POST',
  path: '/api/reviews/:rid/dismissals',
  can: 'review.do',
  params,
  body: z.strictObject({ hint: z.number().int().min(1), reason }),
  reply: reviewDesk,
  refusals: [...working, 'not_looked_at'],
  summary: 'R1-5.2e: a hint that was nothing, with the reason why',
} as const satisfies Route

export const withdrawMark = {
  method: 'POST',
  path: '/api/reviews/:rid/marks/:seq/withdraw',
  can: 'review.do',
  params: params.extend({ seq: z.coerce.number().int().min(1).max(1_000_000) }),
  body: z.strictObject({ reason }),
  reply: reviewDesk,
  refusals: working,
  summary: 'An own mark is taken back with a reason; it stays on the record',
} as const satisfies Route

export const sayUnjudged = {
  method: 'POST',
  path: '/api/reviews/:rid/unjudged',
  can: 'review.do',
  params,
  body: z.strictObject({ reason, spans: unjudgedSpans }),
  reply: reviewDesk,
  refusals: [...working, 'say_in_comment', 'no_reason', 'wrong_range', 'already_asked'],
  summary:
    'R3-4.2.4.1: these stretches can not be judged by their pictures; a ground of its own and no violation',
} as const satisfies Route

export const takeBackUnjudged = {
  method: 'POST',
  path: '/api/reviews/:rid/unjudged/:seq/withdraw',
  can: 'review.do',
  params: params.extend({ seq: z.coerce.number().int().min(1).max(1_000_000) }),
  body: z.strictObject({ reason }),
  reply: reviewDesk,
  refusals: [...working, 'nothing_to_answer'],
  summary: 'It was judged after all; what was said stays on the record',
} as const satisfies Route

export const finishReview = {
  method: 'POST',
  path: '/api/reviews/:rid/finish',
  can: 'review.do',
  params,
  body: z.strictObject({
    status: z.number().int().min(1).max(6).nullable(),
    comment: paragraphs(4_000).default(''),
    /** Of the third of two who disagree. */
    verdicts: z
      .array(z.strictObject({ code: line(80), stands: z.boolean(), reason }))
      .max(100)
      .default([]),
  }),
  reply: reviewRow,
  refusals: [
    ...working,
    'hints_unresolved',
    'no_status',
    'status_does_not_fit',
    'not_disputed',
    'verdict_missing',
  ],
  summary: 'The review is finished: nothing unresolved, a status where the act has one',
} as const satisfies Route

export const reviewRoutes = {
  listReviews,
  askReview,
  assignReview,
  controlReview,
  readReview,
  openReview,
  reportPlayed,
  markInReview,
  dismissHint,
  withdrawMark,
  sayUnjudged,
  takeBackUnjudged,
  finishReview,
} as const
