// Before the exam: what the proctor reads before the wall opens, and what the examinees are told (004 3.8, 7.2.2).
import { z } from 'zod'
import { accountId, examId, moment, paragraphs, sessionId } from './ids.ts'
import type { Route } from './route.ts'

const person = z.object({ id: accountId, name: z.string() })
const ofExam = z.strictObject({ eid: examId })
const ofSession = z.strictObject({ sid: sessionId })
const edition = z.number().int().positive()
const ofEdition = z.strictObject({ edition })

const requirementsView = z.object({
  exam: z.object({ id: examId, title: z.string() }),
  opensAt: moment,
  closesAt: moment,
  lengthMinutes: z.number(),
  /** The act as a protocol quotes it, and the clause that wants its requirements known. */
  quote: z.string(),
  clause: z.string(),
  /** Of the act the exam was published under; a reading counts for its own edition. */
  edition,
  rules: z.array(z.string()),
  materials: z.array(z.string()),
  requirements: z.array(z.string()),
  /** How many people of this exam are this proctor's. */
  people: z.number(),
  readAt: moment.nullable(),
})
export type RequirementsView = z.output<typeof requirementsView>

export const listRequirements = {
  method: 'GET',
  path: '/api/watch/requirements',
  can: 'live.watch',
  reply: z.object({ now: moment, rows: z.array(requirementsView) }),
  refusals: [],
  summary: 'Requirements of the exams this proctor watches next, with what was read (R1-5.1a, R4-7.2.2)',
} as const satisfies Route

export const acknowledgeRequirements = {
  method: 'PUT',
  path: '/api/exams/:eid/requirements',
  can: 'live.watch',
  params: ofExam,
  body: ofEdition,
  reply: z.object({ exam: examId, edition, readAt: moment }),
  refusals: ['not_found', 'not_asked', 'requirements_changed'],
  summary: 'The requirements of an exam are read and promised; the wall opens for its people',
} as const satisfies Route

const how = z.enum(['attended', 'acknowledged'])

export const briefingView = z.object({
  /** Whether the rules of the exam ask for it, and where. */
  asked: z.boolean(),
  clauses: z.array(z.string()),
  /** Null: nobody has held it. */
  held: z.object({ text: z.string(), edition, by: person, at: moment }).nullable(),
  /** What may be said: the rules of the exam in plain words. */
  proposal: z.string(),
  people: z.array(person.extend({ how: how.nullable(), at: moment.nullable() })),
  missing: z.number(),
  done: z.boolean(),
})
export type BriefingView = z.output<typeof briefingView>

export const readBriefing = {
  method: 'GET',
  path: '/api/exams/:eid/briefing',
  can: 'exam.manage',
  params: ofExam,
  reply: briefingView,
  refusals: ['not_found'],
  summary: 'The briefing of an exam: its words, who held it, who was there or read it',
} as const satisfies Route

export const holdBriefing = {
  method: 'PUT',
  path: '/api/exams/:eid/briefing',
  can: 'exam.manage',
  params: ofExam,
  body: z.strictObject({ text: paragraphs(40_000).min(1) }),
  reply: briefingView,
  refusals: ['not_found', 'exam_draft'],
  summary: 'Holds the briefing with these words; other words are a new edition that everybody is told anew',
} as const satisfies Route

export const markAttended = {
  method: 'PUT',
  path: '/api/exams/:eid/briefing/attended',
  can: 'exam.manage',
  params: ofExam,
  body: z.strictObject({ edition, examinees: z.array(accountId).min(1).max(1000) }),
  reply: briefingView,
  refusals: ['not_found', 'briefing_not_held', 'briefing_by_another', 'briefing_changed', 'not_an_examinee'],
  summary: 'Whoever held the briefing says who was there',
} as const satisfies Route

export const myBriefing = z.object({
  asked: z.boolean(),
  held: z.object({ text: z.string(), edition, by: z.string(), at: moment }).nullable(),
  how: how.nullable(),
  at: moment.nullable(),
})
export type MyBriefing = z.output<typeof myBriefing>

export const readMyBriefing = {
  method: 'GET',
  path: '/api/sessions/:sid/briefing',
  can: 'session.take',
  params: ofSession,
  reply: myBriefing,
  refusals: ['not_found'],
  summary: 'What the teacher tells before this exam, and whether this examinee was told',
} as const satisfies Route

export const acknowledgeBriefing = {
  method: 'PUT',
  path: '/api/sessions/:sid/briefing',
  can: 'session.take',
  params: ofSession,
  body: ofEdition,
  reply: myBriefing,
  refusals: ['not_found', 'briefing_not_held', 'briefing_changed'],
  summary: 'The examinee has read the briefing',
} as const satisfies Route

export const briefingRoutes = {
  listRequirements,
  acknowledgeRequirements,
  readBriefing,
  holdBriefing,
  markAttended,
  readMyBriefing,
  acknowledgeBriefing,
} as const
