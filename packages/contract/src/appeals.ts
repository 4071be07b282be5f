// After the exam: what the examinee sees of it and answers, and the appeal from filing to the protocol of the commission (SM-6).
import { NOBODY_ALONE } from '@ochno/domain/appeal/commission'
import { resultValues, type ResultValue } from '@ochno/domain/decision/values'
import type { Id } from '@ochno/domain/ids'
import { z } from 'zod'
import { accountId, examId, givenMoment, line, moment, paragraphs, sessionId } from './ids.ts'
import type { Route } from './route.ts'

export type AppealId = Id<'apl'>

const appealId = z
  .string()
  .regex(/^apl_[a-z2-7]{26}$/)
  .transform((text) => text as AppealId)
const paperId = z.string().regex(/^ppr_[a-z2-7]{26}$/)
const ofSession = z.strictObject({ sid: sessionId })
const ofAppeal = z.strictObject({ aid: appealId })
const words = paragraphs(4_000).pipe(z.string().min(1))
const value = z.enum(Object.keys(resultValues) as [ResultValue, ...ResultValue[]])

export const appealStates = [
  'filed',
  'registered',
  'inadmissible',
  'accepted',
  'in_consideration',
  'decided_satisfied',
  'decided_dismissed',
  'withdrawn',
  'closed',
] as const
const state = z.enum(appealStates)
const outcome = z.enum(['inadmissible', 'satisfied', 'dismissed', 'withdrawn'])
export const memberRoles = ['chair', 'member', 'secretary'] as const
const memberRole = z.enum(memberRoles)
const subject = z.enum(['procedure', 'proctor_decision', 'grade', 'own'])
const situation = z.object({ id: z.string(), subject, words: z.string() })
const missing = z.enum(['body', 'filing', 'consideration', 'situations', 'steps'])

const paper = z.object({ id: paperId, name: z.string(), kind: z.enum(['pdf', 'docx']) })
const spanView = z.object({ from: moment, to: moment })
const named = z.object({ id: accountId, name: z.string(), role: memberRole })
const markView = z.object({
  key: z.string(),
  wording: z.string(),
  clause: z.string(),
  from: moment,
  to: moment.nullable(),
  note: z.string(),
  /** Taken off by a commission. */
  annulled: z.boolean(),
  answer: z.object({ text: z.string(), at: moment }).nullable(),
})
export type MarkView = z.output<typeof markView>

const tookPart = z.enum([
  'proctor',
  'reviewer',
  'examiner',
  'decider',
  'examinee',
  'representative',
  'recused',
])
const votes = { satisfy: z.number(), dismiss: z.number() }
const recusal = {
  person: accountId,
  name: z.string(),
  by: z.enum(['member', 'family']),
  reason: z.string(),
  at: moment,
  state: z.enum(['asked', 'granted', 'declined']),
  answer: z.string(),
}

const verdict = z.object({
  satisfied: z.boolean(),
  value: value.nullable(),
  reasoning: z.string(),
  timeCodes: z.array(spanView),
  annulled: z.array(z.string()),
  by: z.string(),
  at: moment,
  /** Who agreed besides the chair, where a result was annulled. */
  second: z.string().nullable(),
  /** T-19: how the commission voted; null: from before it did by name. */
  votes: z.object(votes).nullable(),
})

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
  refusals: ['not_found', 'not_same_origin', 'journal_unavailable'],
  summary: 'The protocol of the commission, to whom it concerns',
} as const satisfies Route

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

export const voteOnAppeal = {
  method: 'POST',
  path: '/api/appeals/:aid/vote',
  can: 'appeal.decide',
  stepUp: true,
  params: ofAppeal,
  body: z.strictObject({
    satisfied: z.boolean(),
    opinion: paragraphs(2_000).default(''),
  }),
  reply: appealView,
  refusals: ['not_found', 'not_now', 'not_yours', 'took_part', 'recusal_waits'],
  summary:
    'T-19: one with a vote says yes or no by name, and may write what differs; until the verdict it may be said anew',
} as const satisfies Route

export const leaveCommission = {
  method: 'POST',
  path: '/api/appeals/:aid/recusal',
  can: 'appeal.decide',
  params: ofAppeal,
  body: z.strictObject({ reason: words }),
  reply: appealView,
  refusals: ['not_found', 'not_now', 'not_yours'],
  summary: 'T-19: a member of the commission declares a conflict and leaves; their vote counts no more',
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

export const answerRecusal = {
  method: 'POST',
  path: '/api/appeals/:aid/recusals/:member',
  can: 'appeal.manage',
  params: z.strictObject({ aid: appealId, member: accountId }),
  body: z.strictObject({ grant: z.boolean(), answer: words }),
  reply: appealView,
  refusals: ['not_found', 'not_now', 'not_yours', 'took_part'],
  summary: 'T-19: whoever names the commission grants or declines what the family asked, and says why',
} as const satisfies Route

export const decideAppeal = {
  method: 'POST',
  path: '/api/appeals/:aid/verdict',
  can: 'appeal.decide',
  stepUp: true,
  params: ofAppeal,
  body: z.strictObject({
    satisfied: z.boolean(),
    /** The result after it; null: stays as it was. */
    value: value.nullable().default(null),
    annulled: z.array(line(80)).max(100).default([]),
    reasoning: words,
    timeCodes: z
      .array(z.strictObject({ from: givenMoment, to: givenMoment }))
      .max(50)
      .default([]),
  }),
  reply: appealView,
  refusals: [
    'not_found',
    'not_now',
    'not_yours',
    'took_part',
    'commission_incomplete',
    'steps_left',
    'recusal_waits',
    'votes_missing',
    'votes_tied',
    'against_majority',
    'no_time_codes',
    'outside_the_recording',
    'recording_not_watched',
    'nothing_changed',
    'not_in_vocabulary',
    'other_second_person',
    'changed_meanwhile',
    'print_busy',
    'print_failed',
    'disk',
  ],
  summary:
    'The chair records what the commission decided, with reasons and time codes; the result follows, an annulment once a second person agrees',
} as const satisfies Route

export const answerVerdict = {
  method: 'POST',
  path: '/api/appeals/:aid/verdict/second',
  can: 'appeal.decide',
  stepUp: true,
  params: ofAppeal,
  body: z.strictObject({
    /** The very proposal that was read, by the moment it was made. */
    of: givenMoment,
    agree: z.boolean(),
    reason: paragraphs(2_000).default(''),
  }),
  reply: appealView,
  refusals: [
    'not_found',
    'not_now',
    'not_yours',
    'took_part',
    'no_reason',
    'other_second_person',
    'commission_incomplete',
    'steps_left',
    'recusal_waits',
    'votes_missing',
    'votes_tied',
    'against_majority',
    'no_time_codes',
    'outside_the_recording',
    'recording_not_watched',
    'nothing_changed',
    'not_in_vocabulary',
    'changed_meanwhile',
    'print_busy',
    'print_failed',
    'disk',
  ],
  summary: 'T-17: another member with a vote agrees to annul, and only then it takes effect; or says why not',
} as const satisfies Route

export const appealRoutes = {
  listAfterExams,
  readAfterExam,
  answerMark,
  readMarkAnswers,
  fileAppeal,
  withdrawAppeal,
  readOwnAppealPaper,
  listAppeals,
  changeAppealSetting,
  readAppeal,
  admitAppeal,
  nameCommission,
  doAppealStep,
  voteOnAppeal,
  leaveCommission,
  askRecusal,
  answerRecusal,
  decideAppeal,
  answerVerdict,
} as const
