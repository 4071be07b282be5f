// After the exam: what the examinee and the family see of it, answer and ask for.
import { z } from 'zod'
import { accountId, line, moment, paragraphs, sessionId } from './ids.ts'
import { fileRefusals, type Route } from './route.ts'
import {
  appealId,
  markView,
  named,
  ofAppeal,
  ofSession,
  outcome,
  paper,
  paperId,
  recusal,
  situation,
  state,
  value,
  verdict,
  words,
} from './appeal-parts.ts'

const missing = z.enum(['body', 'filing', 'consideration', 'situations', 'steps'])

const ownAppeal = z.object({
  id: appealId,
  number: z.number(),
  state,
  outcome: outcome.nullable(),
  filedAt: moment,
  filedBy: z.string(),
  situation,
  circumstances: z.string(),
  considerUntil: moment.nullable(),
  late: z.boolean(),
  body: z.string(),
  reason: z.string(),
  verdict: verdict.nullable(),
  papers: z.array(paper),
  mayWithdraw: z.boolean(),
  /** Who considers it, with what was asked about each of them. */
  commission: z.array(named.extend({ mayAsk: z.boolean() })),
  recusals: z.array(z.object(recusal)),
})
export type OwnAppeal = z.output<typeof ownAppeal>

export const cannotFile = [
  'no_act',
  'not_over',
  'order_incomplete',
  'no_right',
  'appeal_open',
  'already_considered',
] as const

export const afterExam = z.object({
  session: sessionId,
  exam: z.string(),
  examinee: z.string(),
  /** The reader is the examinee, not a parent. */
  own: z.boolean(),
  endedAt: moment.nullable(),
  /** Null: the protocol is not signed yet. */
  protocol: z.object({ number: z.string(), handedOverAt: moment }).nullable(),
  coverage: z.array(
    z.object({ track: z.string(), percent: z.number(), gaps: z.array(z.tuple([z.number(), z.number()])) }),
  ),
  marks: z.array(markView),
  /** Until when an answer to a mark is taken; null with `open`: until the result is decided. */
  answers: z.object({ open: z.boolean(), until: moment.nullable() }),
  result: z.object({ value, explanation: z.string(), publishedAt: moment }).nullable(),
  /** False of a classroom exam: there is nothing to look at. */
  recorded: z.boolean(),
  /** Clauses that name what recordings are looked at for; no act gives the examinee the pictures. */
  recordingClauses: z.array(z.string()),
  order: z.object({
    act: z.string().nullable(),
    clauses: z.array(z.string()),
    why: z.enum(cannotFile).nullable(),
    missing: z.array(missing),
    body: z.string().nullable(),
    filingDays: z.number().nullable(),
    considerationDays: z.number().nullable(),
    until: moment.nullable(),
    situations: z.array(situation),
  }),
  appeals: z.array(ownAppeal),
})
export type AfterExam = z.output<typeof afterExam>

export const listAfterExams = {
  method: 'GET',
  path: '/api/my/after-exams',
  can: 'appeal.file',
  reply: z.object({
    rows: z.array(
      z.object({
        session: sessionId,
        exam: z.string(),
        examinee: z.string(),
        own: z.boolean(),
        endedAt: moment,
        published: z.boolean(),
        appeal: state.nullable(),
      }),
    ),
  }),
  refusals: [],
  summary: 'Exams that are over, one’s own and those of one’s own children, and where an appeal stands',
} as const satisfies Route

export const readAfterExam = {
  method: 'GET',
  path: '/api/my/sessions/:sid/after',
  can: 'appeal.file',
  params: ofSession,
  reply: afterExam,
  refusals: ['not_found'],
  summary: 'What was recorded, the marks with the rule quoted, the result, and how it may be appealed',
} as const satisfies Route

export const answerMark = {
  method: 'PUT',
  path: '/api/my/sessions/:sid/marks/:key/answer',
  can: 'appeal.file',
  params: z.strictObject({ sid: sessionId, key: line(80) }),
  body: z.strictObject({ text: paragraphs(2_000).pipe(z.string().min(1)) }),
  reply: afterExam,
  refusals: ['not_found', 'answers_over'],
  summary: 'The examinee’s own words to a mark; the person who decides reads them',
} as const satisfies Route

export const readMarkAnswers = {
  method: 'GET',
  path: '/api/sessions/:sid/mark-answers',
  can: 'decision.make',
  params: ofSession,
  reply: z.object({ marks: z.array(markView) }),
  refusals: ['not_found'],
  summary: 'What the examinee answered to the marks, for the person who decides',
} as const satisfies Route

export const fileAppeal = {
  method: 'POST',
  path: '/api/my/sessions/:sid/appeals',
  can: 'appeal.file',
  params: ofSession,
  body: z.strictObject({
    situation: line(80),
    circumstances: words,
    marks: z.array(line(80)).max(100).default([]),
  }),
  reply: afterExam,
  refusals: [
    'not_found',
    'not_over',
    'appeal_order_incomplete',
    'no_right_to_appeal',
    'situation_unknown',
    'calendar_ends',
    'appeal_open',
    'appeal_considered',
  ],
  summary: 'An appeal in one of the situations of the order; from here on the recording is kept',
} as const satisfies Route

export const withdrawAppeal = {
  method: 'POST',
  path: '/api/my/appeals/:aid/withdrawal',
  can: 'appeal.file',
  params: ofAppeal,
  reply: afterExam,
  refusals: ['not_found', 'not_now', 'not_yours'],
  summary: 'The examinee takes the appeal back, until it is decided',
} as const satisfies Route

export const readOwnAppealPaper = {
  method: 'GET',
  path: '/api/my/appeals/:aid/papers/:pid',
  can: 'appeal.file',
  params: z.strictObject({ aid: appealId, pid: paperId }),
  reply: 'octets',
  refusals: fileRefusals,
  summary: 'The protocol of the commission, to whom it concerns',
} as const satisfies Route

export const askRecusal = {
  method: 'POST',
  path: '/api/my/appeals/:aid/recusals',
  can: 'appeal.file',
  params: ofAppeal,
  body: z.strictObject({ member: accountId, reason: words }),
  reply: afterExam,
  refusals: ['not_found', 'not_now', 'recusal_asked'],
  summary:
    'T-19: the examinee or the parent asks that one of the commission does not consider the appeal, with a reason',
} as const satisfies Route
