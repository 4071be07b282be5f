// The result of a session: rules recommend with their clauses, named people decide and publish (SM-5, T-17).
import { resultValues, type ResultValue } from '@ochno/domain/decision/values'
import { z } from 'zod'
import { accountId, examId, givenMoment, line, moment, paragraphs, sessionId } from './ids.ts'
import { checkStatus, paperView } from './protocols.ts'
import type { Route } from './route.ts'

const params = z.strictObject({ sid: sessionId })
const words = paragraphs(2_000).pipe(z.string().min(1))
export const resultValue = z.enum(Object.keys(resultValues) as [ResultValue, ...ResultValue[]])
export const decisionStates = [
  'pending',
  'recommended',
  'decided',
  'published',
  'under_appeal',
  'upheld',
  'changed',
  'final',
] as const
export const posts = ['teacher', 'programme_manager', 'director', 'deputy_director', 'commission'] as const
const ruleNames = [
  'listed_violation',
  'own_sanction',
  'starred_rows',
  'check_status',
  'stopped',
  'no_recording',
  'technical_failure',
  'cannot_judge',
] as const
const conditions = ['made_passing_impossible', 'by_fault_of_examinee'] as const
const steps = [
  'director',
  'proposed',
  'sent_back',
  'decided',
  'published',
  'impersonation',
  'answered',
  'appealed',
  'lapsed',
  'upheld',
  'changed',
] as const
const post = z.enum(posts)
const named = z.object({ id: accountId, name: z.string(), post, at: moment })

export const recommendationView = z.object({
  rule: z.enum(ruleNames),
  clause: z.string(),
  value: resultValue.nullable(),
  because: z.array(z.object({ code: z.string(), wording: z.string() })),
  needsDirector: z.boolean(),
  academicDebt: z.boolean(),
  status: checkStatus.nullable(),
})

export const decisionLine = z.object({
  session: sessionId,
  exam: z.object({ id: examId, title: z.string() }),
  examinee: z.string(),
  group: z.string().nullable(),
  protocol: z.string(),
  handedOverAt: moment,
  state: z.enum(decisionStates),
  value: resultValue.nullable(),
  /** Another named person is waited for. */
  secondWanted: z.boolean(),
  directorWanted: z.boolean(),
})

export const decisionView = z.object({
  session: sessionId,
  exam: z.string(),
  examinee: z.string(),
  group: z.string().nullable(),
  act: z.string(),
  final: z.boolean(),
  protocol: z.object({
    number: z.string(),
    signedBy: z.string(),
    signedAt: moment,
    handedOverAt: moment,
    status: checkStatus.nullable(),
    comment: z.string(),
    independent: z.boolean().nullable(),
    papers: z.array(paperView),
  }),
  state: z.enum(decisionStates),
  recommendations: z.array(recommendationView),
  /** Facts a person has to add before some marks count. */
  questions: z.array(
    z.object({
      code: z.string(),
      wording: z.string(),
      ask: z.enum(conditions),
      answer: z.boolean().nullable(),
    }),
  ),
  director: z.object({ wanted: z.boolean(), recommendation: z.string().nullable(), by: named.nullable() }),
  vocabulary: z.array(resultValue),
  annulling: z.array(resultValue),
  /** Who decides under this act; empty: the institution has not said so yet (TR-06). */
  makers: z.array(post),
  /** In whose name the person who asks may act here. */
  myPosts: z.array(post),
  /** Posts the role gives to the reader, and no order in force does. */
  noOrder: z.array(post),
  proctored: z.boolean(),
  proposed: z
    .object({ value: resultValue, authentic: z.boolean(), ground: z.string(), by: named })
    .nullable(),
  decided: z
    .object({
      value: resultValue,
      authentic: z.boolean(),
      ground: z.string(),
      departs: z.boolean(),
      lmsGrade: z.string(),
      by: named,
      second: named.nullable(),
      papers: z.array(paperView),
    })
    .nullable(),
  published: z.object({ explanation: z.string(), by: z.string(), at: moment }).nullable(),
  debt: z.object({ since: moment, clause: z.string() }).nullable(),
  history: z.array(z.object({ at: moment, kind: z.enum(steps), by: z.string(), text: z.string() })),
})
export type DecisionView = z.output<typeof decisionView>

export const listDecisions = {
  method: 'GET',
  path: '/api/decisions',
  can: 'decision.make',
  reply: z.object({
    now: moment,
    maker: post.nullable(),
    annexed: z.boolean(),
    maySet: z.boolean(),
    rows: z.array(decisionLine),
  }),
  refusals: [],
  summary: 'Protocols that were handed over, and where the decision on each stands',
} as const satisfies Route

export const changeDecisionSetting = {
  method: 'PUT',
  path: '/api/decisions/setting',
  can: 'act.manage',
  body: z.strictObject({ maker: post.nullable(), annexed: z.boolean() }),
  reply: z.object({ maker: post.nullable(), annexed: z.boolean() }),
  refusals: [],
  summary:
    'Who decides where the act leaves it to the institution (000, 001, 003); whether App. 3 goes with App. 4',
} as const satisfies Route

export const readDecision = {
  method: 'GET',
  path: '/api/sessions/:sid/decision',
  can: 'decision.make',
  params,
  reply: decisionView,
  refusals: ['not_found', 'not_handed_over'],
  summary: 'Recommendations of every rule side by side with their clauses, and what people have said so far',
} as const satisfies Route

export const answerQuestion = {
  method: 'PUT',
  path: '/api/sessions/:sid/decision/answers/:code',
  can: 'decision.make',
  params: z.strictObject({ sid: sessionId, code: line(80) }),
  body: z.strictObject({ answer: z.boolean() }),
  reply: decisionView,
  refusals: ['not_found', 'not_handed_over', 'already_decided', 'own_session', 'not_yours'],
  summary: 'Whether a violation made passing impossible, or was the examinee’s fault: a person’s finding',
} as const satisfies Route

export const recommendAsDirector = {
  method: 'PUT',
  path: '/api/sessions/:sid/decision/director',
  can: 'decision.make',
  stepUp: true,
  params,
  body: z.strictObject({ as: z.enum(['director', 'deputy_director']), recommendation: words }),
  reply: decisionView,
  refusals: [
    'not_found',
    'not_handed_over',
    'already_decided',
    'not_yours',
    'no_order_in_force',
    'nothing_to_recommend',
    'changed_meanwhile',
    'print_busy',
    'print_failed',
    'disk',
  ],
  summary: 'R4-A4.19: what the director recommends for the statuses 3 to 5',
} as const satisfies Route

const refused = [
  'not_found',
  'not_handed_over',
  'already_decided',
  'not_yours',
  'no_order_in_force',
  'own_session',
  'questions_open',
  'director_first',
  'not_in_vocabulary',
  'other_scale',
  'no_reason',
  'contradicts_itself',
  'grade_wanted',
  'changed_meanwhile',
  'print_busy',
  'print_failed',
  'disk',
] as const

export const decideResult = {
  method: 'POST',
  path: '/api/sessions/:sid/decision',
  can: 'decision.make',
  stepUp: true,
  params,
  body: z.strictObject({
    as: post,
    value: resultValue,
    authentic: z.boolean(),
    ground: words,
    /** Column 4 of 004 App. 4. */
    lmsGrade: line(100).or(z.literal('')).default(''),
  }),
  reply: decisionView,
  refusals: refused,
  summary: 'A named person decides; annulling waits for a second one (T-17)',
} as const satisfies Route

export const secondDecision = {
  method: 'POST',
  path: '/api/sessions/:sid/decision/second',
  can: 'decision.make',
  stepUp: true,
  params,
  /** `of`: when what is answered was proposed; another proposal is not agreed to by mistake (T-17). */
  body: z.strictObject({
    as: post,
    agree: z.boolean(),
    reason: paragraphs(1_000).default(''),
    of: givenMoment,
  }),
  reply: decisionView,
  refusals: [...refused, 'nothing_to_second', 'second_person'],
  summary: 'Another named person agrees that a result is annulled, or sends it back',
} as const satisfies Route

export const publishDecision = {
  method: 'POST',
  path: '/api/sessions/:sid/decision/publication',
  can: 'decision.make',
  stepUp: true,
  params,
  body: z.strictObject({ as: post, explanation: words }),
  reply: decisionView,
  refusals: ['not_found', 'not_handed_over', 'not_now', 'not_yours', 'no_order_in_force', 'own_session'],
  summary: 'The examinee and the parents are told the result with an explanation; never by itself',
} as const satisfies Route

export const reportImpersonation = {
  method: 'POST',
  path: '/api/sessions/:sid/decision/impersonation',
  can: 'decision.make',
  stepUp: true,
  params,
  body: z.strictObject({
    as: z.enum(['teacher', 'director']),
    document: line(300),
    on: z.iso.date(),
    what: words,
  }),
  reply: decisionView,
  refusals: [
    'not_found',
    'not_handed_over',
    'not_yours',
    'no_order_in_force',
    'no_source_document',
    'not_now',
  ],
  summary: 'R3-6.2, R4-8.1: confirmed information about a substitution, also after the result; reopens it',
} as const satisfies Route

export const ownResult = z.object({
  state: z.enum(['waiting', 'published']),
  exam: z.string(),
  examinee: z.string(),
  value: resultValue.nullable(),
  explanation: z.string(),
  /** The words of the decision: what it rests on. */
  ground: z.string(),
  decidedBy: z.string().nullable(),
  publishedAt: moment.nullable(),
  debt: z.boolean(),
  marks: z.array(
    z.object({
      wording: z.string(),
      clause: z.string(),
      from: moment,
      to: moment.nullable(),
      note: z.string(),
    }),
  ),
})
export type OwnResult = z.output<typeof ownResult>

export const listOwnResults = {
  method: 'GET',
  path: '/api/my/results',
  can: 'session.take',
  reply: z.object({
    rows: z.array(
      z.object({
        session: sessionId,
        exam: z.string(),
        endedAt: moment,
        state: z.enum(['waiting', 'published']),
      }),
    ),
  }),
  refusals: [],
  summary: 'The examinee’s exams that are over, the latest first, and whether a result is published',
} as const satisfies Route

export const readOwnResult = {
  method: 'GET',
  path: '/api/my/sessions/:sid/result',
  can: 'session.take',
  params,
  reply: ownResult,
  refusals: ['not_found'],
  summary: 'The examinee’s own result once it is published: the value, why, and the marks it rests on',
} as const satisfies Route

export const listChildrenResults = {
  method: 'GET',
  path: '/api/my-children/results',
  can: 'children.read',
  reply: z.object({ rows: z.array(ownResult) }),
  refusals: [],
  summary: 'Published results of one’s own children under 18',
} as const satisfies Route

export const decisionRoutes = {
  listDecisions,
  changeDecisionSetting,
  readDecision,
  answerQuestion,
  recommendAsDirector,
  decideResult,
  secondDecision,
  publishDecision,
  reportImpersonation,
  listOwnResults,
  readOwnResult,
  listChildrenResults,
} as const
