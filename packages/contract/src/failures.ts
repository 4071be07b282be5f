// After a technical failure (SM-17): what happened, what the act lets the teacher do, a new date or another attempt, and how people are told.
import { z } from 'zod'
import { amendmentProblems, deedRefusals } from './amendments.ts'
import { accountId, examId, givenMoment, moment, paragraphs, sessionId, slotId } from './ids.ts'
import type { Route } from './route.ts'

export const failureFaults = ['unknown', 'examinee', 'institution', 'provider', 'network'] as const
export const failureChannels = ['account', 'email', 'site'] as const
export const failureStates = ['open', 'postponed', 'offered', 'agreed', 'declined', 'refused'] as const

const fault = z.enum(failureFaults)
const channels = z.array(z.enum(failureChannels)).min(1).max(3)
const words = paragraphs(2_000).pipe(z.string().min(1))
const outageKey = z.string().regex(/^(log|silence|person)-\d{1,16}$/)
const ofExam = z.strictObject({ eid: examId })
const ofSession = z.strictObject({ sid: sessionId })
const sessions = z.array(sessionId).min(1).max(300)

const outageView = z.object({
  key: z.string(),
  from: moment,
  until: moment,
  minutes: z.number(),
  /** It lasts. */
  open: z.boolean(),
  source: z.enum(['log', 'silence', 'person']),
  fault,
  /** Who found whose fault it was; null: nobody. */
  foundBy: z.string().nullable(),
  couldContinue: z.boolean(),
  reason: z.string(),
})
export type OutageView = z.output<typeof outageView>

const newTime = z.object({ opensAt: moment, closesAt: moment })

const told = z.object({
  /** Of the personal account. */
  account: z.enum(['queued', 'delivered', 'read']),
  /** Null: no letter was asked for, or the person has no address. */
  email: z.enum(['queued', 'sent', 'failed']).nullable(),
})

export const failureView = z.object({
  session: sessionId,
  examinee: z.object({ id: accountId, name: z.string() }),
  state: z.enum(failureStates),
  running: z.boolean(),
  outages: z.array(outageView),
  asked: z.object({ at: moment, words: z.string() }).nullable(),
  decision: z
    .object({
      is: z.enum(['postponed', 'offered', 'refused']),
      at: moment,
      by: z.string(),
      reason: z.string(),
      to: newTime.nullable(),
      channels: z.array(z.enum(failureChannels)),
    })
    .nullable(),
  answer: z.object({ at: moment, agrees: z.boolean(), words: z.string() }).nullable(),
  moved: sessionId.nullable(),
  posted: z.object({ at: moment, by: z.string(), address: z.string() }).nullable(),
  told: told.nullable(),
  /** Why each deed would be refused now; null: it may be done. */
  opens: z.object({
    postpone: z.string().nullable(),
    retake: z.string().nullable(),
    refuse: z.string().nullable(),
  }),
  /** F-004-9 may be printed. */
  paper: z.boolean(),
})
export type FailureView = z.output<typeof failureView>

export const examFailures = z.object({
  now: moment,
  exam: z.object({ id: examId, title: z.string(), lengthMinutes: z.number() }),
  zone: z.string(),
  /** What the act says; numbers and clauses as it has them. */
  powers: z.object({
    minMinutes: z.number().nullable(),
    postponeClauses: z.array(z.string()),
    retake: z.string().nullable(),
    retakeClauses: z.array(z.string()),
    deciders: z.array(z.enum(['teacher', 'office'])),
    channels: z.array(z.enum(failureChannels)),
    channelClauses: z.array(z.string()),
  }),
  mayDecide: z.boolean(),
  rows: z.array(failureView),
  /** Of the exam, for writing down a failure nobody recorded. */
  sessions: z.array(z.object({ session: sessionId, examinee: z.string() })),
})
export type ExamFailures = z.output<typeof examFailures>

export const listFailures = {
  method: 'GET',
  path: '/api/exams/:eid/failures',
  can: 'exam.manage',
  params: ofExam,
  reply: examFailures,
  refusals: ['not_found'],
  summary: 'R4-5.12a: failures of an exam with their cause, and what the act lets people decide now',
} as const satisfies Route

export const recordFailure = {
  method: 'POST',
  path: '/api/exams/:eid/failures',
  can: 'exam.manage',
  params: ofExam,
  body: z.strictObject({ sessions, from: givenMoment, until: givenMoment, fault, reason: words }),
  reply: examFailures,
  refusals: ['not_found', 'not_yours', 'no_reason', 'wrong_failure_time', 'already_decided', 'too_many'],
  summary: 'A failure that nothing recorded, written down by whoever decides about it',
} as const satisfies Route

export const findFailureCause = {
  method: 'POST',
  path: '/api/sessions/:sid/failure/cause',
  can: 'exam.manage',
  params: ofSession,
  body: z.strictObject({ of: outageKey, fault, couldContinue: z.boolean(), reason: words }),
  reply: examFailures,
  refusals: ['not_found', 'not_yours', 'no_failure', 'already_decided', 'too_many'],
  summary: 'TR-20: whose fault it was and whether the exam could go on, as a person finds it',
} as const satisfies Route

/** A start window of its own, or a slot of the exam that is there already. */
const to = z.union([
  z.strictObject({ opensAt: givenMoment, closesAt: givenMoment }),
  z.strictObject({ slot: slotId }),
])

export const decideFailure = {
  method: 'POST',
  path: '/api/exams/:eid/failures/decisions',
  can: 'exam.manage',
  params: ofExam,
  body: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('postponed'), sessions, to, reason: words, channels }),
    z.strictObject({ is: z.literal('offered'), sessions, to, reason: words, channels }),
    z.strictObject({ is: z.literal('refused'), sessions, reason: words }),
  ]),
  reply: examFailures,
  refusals: [
    'not_found',
    'not_yours',
    'no_failure',
    'failure_too_short',
    'retake_could_continue',
    'not_under_this_act',
    'already_decided',
    'no_reason',
    'no_channel',
    'new_time_past',
    'too_many',
    ...deedRefusals.filter((why) => why !== 'not_found'),
    ...amendmentProblems,
  ],
  summary: 'R4-5.12a, R4-4.7: a new date, another attempt by agreement, or neither; it stays on the record',
} as const satisfies Route

export const postFailure = {
  method: 'POST',
  path: '/api/exams/:eid/failures/posted',
  can: 'exam.manage',
  params: ofExam,
  body: z.strictObject({ sessions, address: z.url({ protocol: /^https?$/ }).max(1000) }),
  reply: examFailures,
  refusals: ['not_found', 'not_yours', 'not_now', 'too_many'],
  summary: 'R4-5.12c: the words, without a name in them, stand on the official site',
} as const satisfies Route

export const readFailurePaper = {
  method: 'GET',
  path: '/api/sessions/:sid/failure/paper',
  can: 'exam.manage',
  params: ofSession,
  reply: 'octets',
  refusals: [
    'not_found',
    'not_same_origin',
    'paper_lacks',
    'print_busy',
    'print_failed',
    'journal_unavailable',
  ],
  summary: 'F-004-9: the record of the failure, an annex to the protocol, as PDF',
} as const satisfies Route

export const ownFailure = z.object({
  session: sessionId,
  exam: z.string(),
  state: z.enum(failureStates),
  outages: z.array(z.object({ from: moment, until: moment, minutes: z.number() })),
  decision: z
    .object({
      is: z.enum(['postponed', 'offered', 'refused']),
      at: moment,
      reason: z.string(),
      to: z.object({ opensAt: moment, closesAt: moment }).nullable(),
    })
    .nullable(),
  asked: z.boolean(),
  mayAsk: z.boolean(),
  mayAnswer: z.boolean(),
})
export type OwnFailure = z.output<typeof ownFailure>

const ownFailures = z.object({ now: moment, rows: z.array(ownFailure) })

export const listOwnFailures = {
  method: 'GET',
  path: '/api/my/failures',
  can: 'session.take',
  reply: ownFailures,
  refusals: [],
  summary: 'Technical failures of one’s own exams and what was decided about them',
} as const satisfies Route

export const answerRetake = {
  method: 'POST',
  path: '/api/my/sessions/:sid/failure/answer',
  can: 'session.take',
  params: ofSession,
  body: z.strictObject({ agrees: z.boolean(), words: paragraphs(1_000).default('') }),
  reply: ownFailures,
  refusals: [
    'not_found',
    'nothing_to_answer',
    'offer_outdated',
    'too_many',
    ...deedRefusals.filter((why) => why !== 'not_found'),
    ...amendmentProblems,
  ],
  summary: 'R4-4.7: the examinee agrees to take the exam again, or does not',
} as const satisfies Route

export const askRetake = {
  method: 'POST',
  path: '/api/my/sessions/:sid/failure/request',
  can: 'session.take',
  params: ofSession,
  body: z.strictObject({ words }),
  reply: ownFailures,
  refusals: ['not_found', 'not_under_this_act', 'no_failure', 'already_decided', 'already_asked', 'too_many'],
  summary: 'R4-4.7: the examinee asks the teacher for another attempt after a failure',
} as const satisfies Route

export const failureRoutes = {
  listFailures,
  recordFailure,
  findFailureCause,
  decideFailure,
  postFailure,
  readFailurePaper,
  listOwnFailures,
  answerRetake,
  askRetake,
} as const
