// Appeals as the institution sees them: the list, its order, one appeal from filing to the protocol of the commission (SM-6).
import { NOBODY_ALONE } from '@ochno/domain/appeal/commission'
import { z } from 'zod'
import { accountId, examId, line, moment, sessionId } from './ids.ts'
import type { Route } from './route.ts'
import {
  appealId,
  markView,
  memberRole,
  named,
  ofAppeal,
  outcome,
  paper,
  recusal,
  situation,
  spanView,
  state,
  value,
  verdict,
  votes,
  words,
} from './appeal-parts.ts'

const tookPart = z.enum([
  'proctor',
  'reviewer',
  'examiner',
  'decider',
  'examinee',
  'representative',
  'recused',
])

const setting = {
  situations: z.array(z.strictObject({ id: line(40), words: line(300) })).max(20),
  steps: z.array(z.strictObject({ id: line(40), words: line(300), by: line(100) })).max(20),
  /** How many of the commission have a vote, at least. */
  least: z.number().int().min(NOBODY_ALONE).max(15),
  /** Working days for an answer to a mark; null: until the result is decided. */
  answerDays: z.number().int().min(1).max(60).nullable(),
  /** T-19: how many votes make a decision; null: all of them. */
  quorum: z.number().int().min(2).max(15).nullable().default(null),
  /** Where the votes are even, the chair's is the one that counts. */
  chairBreaksTie: z.boolean().default(false),
}
export const appealSetting = z.object(setting)
export type AppealSettingView = z.output<typeof appealSetting>

export const listAppeals = {
  method: 'GET',
  path: '/api/appeals',
  can: 'appeal.read',
  reply: z.object({
    now: moment,
    maySet: z.boolean(),
    setting: appealSetting,
    rows: z.array(
      z.object({
        id: appealId,
        number: z.number(),
        session: sessionId,
        exam: z.string(),
        examinee: z.string(),
        filedAt: moment,
        considerUntil: moment.nullable(),
        state,
        outcome: outcome.nullable(),
        late: z.boolean(),
      }),
    ),
  }),
  refusals: [],
  summary: 'Appeals of the institution, and the order it considers them by',
} as const satisfies Route

export const changeAppealSetting = {
  method: 'PUT',
  path: '/api/appeals/setting',
  can: 'act.manage',
  body: z.strictObject(setting),
  reply: appealSetting,
  refusals: [],
  summary: 'R0-7.1a: situations, steps and the commission, where the act leaves them to the institution',
} as const satisfies Route

export const appealView = z.object({
  id: appealId,
  number: z.number(),
  session: sessionId,
  exam: z.object({ id: examId, title: z.string() }),
  examinee: z.string(),
  act: z.string().nullable(),
  filedAt: moment,
  filedBy: z.string(),
  asRepresentative: z.boolean(),
  situation,
  circumstances: z.string(),
  contested: z.array(z.string()),
  marks: z.array(markView),
  examSpan: spanView.nullable(),
  considerUntil: moment.nullable(),
  filingUntil: moment.nullable(),
  late: z.boolean(),
  body: z.string(),
  state,
  outcome: outcome.nullable(),
  reason: z.string(),
  /** The recording and the papers are kept from destruction. */
  held: z.boolean(),
  /** `no_consent`: the act asks for a consent to use the video, and there is none that holds. */
  recording: z.enum(['studied', 'not_asked_for', 'no_consent', 'not_recorded']),
  result: value.nullable(),
  vocabulary: z.array(value),
  steps: z.array(
    z.object({
      id: z.string(),
      words: z.string(),
      by: z.string(),
      done: z.object({ at: moment, by: z.string() }).nullable(),
    }),
  ),
  least: z.number(),
  commission: z.array(named),
  candidates: z.array(
    z.object({
      id: accountId,
      name: z.string(),
      /** Why not: took part in this very exam. */
      tookPart: tookPart.nullable(),
    }),
  ),
  /** What the reader may do here. */
  mine: z.object({
    manages: z.boolean(),
    chairs: z.boolean(),
    tookPart: z.boolean(),
    /** Sits in the commission and may leave it. */
    sits: z.boolean(),
    /** May say yes or no now. */
    votes: z.boolean(),
    /** The opinion beside one's own vote; null: has not voted. */
    opinion: z.string().nullable(),
  }),
  voting: z.object({
    voters: z.number(),
    quorum: z.number(),
    ...votes,
    outcome: z.enum(['satisfied', 'dismissed', 'tied', 'no_quorum']),
    chairBreaksTie: z.boolean(),
    said: z.array(
      z.object({
        id: accountId,
        name: z.string(),
        satisfied: z.boolean(),
        /** What one who was outvoted wants to be written down. */
        opinion: z.string(),
        at: moment,
      }),
    ),
  }),
  recusals: z.array(z.object({ ...recusal, answeredBy: z.string(), mayAnswer: z.boolean() })),
  verdict: verdict.nullable(),
  /** T-17: an annulling verdict that waits for a second person of the commission; nothing has changed yet. */
  proposed: z
    .object({
      verdict,
      /** Until when: the term of consideration. */
      until: moment.nullable(),
      late: z.boolean(),
      /** The reader may agree or not. */
      mayAnswer: z.boolean(),
    })
    .nullable(),
  papers: z.array(paper),
  history: z.array(z.object({ at: moment, what: z.string(), by: z.string(), text: z.string() })),
})
export type AppealView = z.output<typeof appealView>

export const readAppeal = {
  method: 'GET',
  path: '/api/appeals/:aid',
  can: 'appeal.read',
  params: ofAppeal,
  reply: appealView,
  refusals: ['not_found'],
  summary: 'One appeal: what is appealed, by which order, who considers it, and what was decided',
} as const satisfies Route

export const admitAppeal = {
  method: 'POST',
  path: '/api/appeals/:aid/admission',
  can: 'appeal.manage',
  params: ofAppeal,
  body: z.discriminatedUnion('admit', [
    z.strictObject({ admit: z.literal(true) }),
    z.strictObject({
      admit: z.literal(false),
      because: z.enum(['late', 'no_such_situation']),
      reason: words,
    }),
  ]),
  reply: appealView,
  refusals: [
    'not_found',
    'not_now',
    'took_part',
    'appeal_late',
    'nothing_against_appeal',
    'result_not_published',
  ],
  summary: 'The secretary admits an appeal, or says why not: late, or no situation of the order',
} as const satisfies Route

export const nameCommission = {
  method: 'PUT',
  path: '/api/appeals/:aid/commission',
  can: 'appeal.manage',
  params: ofAppeal,
  body: z.strictObject({
    members: z
      .array(z.strictObject({ person: accountId, role: memberRole }))
      .min(1)
      .max(20),
  }),
  reply: appealView,
  refusals: ['not_found', 'not_now', 'took_part', 'commission_incomplete', 'voter_seated'],
  summary: 'Who considers it: nobody who watched, reviewed, marked or decided this exam (TR-06)',
} as const satisfies Route

export const doAppealStep = {
  method: 'POST',
  path: '/api/appeals/:aid/steps/:step',
  can: 'appeal.manage',
  params: z.strictObject({ aid: appealId, step: line(40) }),
  reply: appealView,
  refusals: ['not_found', 'not_now', 'took_part', 'other_step_first'],
  summary: 'A step of the institution’s order is done; steps go in their order',
} as const satisfies Route
