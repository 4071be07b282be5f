// R1-5.2a, R3-5.2.1, R4-7.3.1: what an examinee complains of about the proctor, and what becomes of it.
import { complaintOutcomes, complaintStates } from '@ochno/domain/complaint/complaint'
import { z } from 'zod'
import { moment, paragraphs, sessionId } from './ids.ts'
import type { Route } from './route.ts'

const params = z.strictObject({ sid: sessionId, seq: z.coerce.number().int().min(1).max(1_000_000) })

const deed = z.object({ name: z.string(), at: moment })

const complaintFacts = {
  session: sessionId,
  /** Its entry in the log of the exam. */
  seq: z.number(),
  exam: z.string(),
  at: moment,
  /** Empty when the words were erased with the protocol. */
  text: z.string(),
  state: z.enum(complaintStates),
  /** Null: the calendar of working days ends before the term. */
  due: moment.nullable(),
  overdue: z.boolean(),
  taken: deed.nullable(),
  answered: deed.extend({ outcome: z.enum(complaintOutcomes), text: z.string() }).nullable(),
}

const complaintRow = z.object({
  ...complaintFacts,
  examinee: z.string(),
  proctors: z.array(z.string()),
  mine: z.boolean(),
  /** Why this person may not look at it; null where they may. */
  barred: z.enum(['complaint_about_you', 'complaint_of_family']).nullable(),
})
export type ComplaintRow = z.output<typeof complaintRow>

export const listComplaints = {
  method: 'GET',
  path: '/api/complaints',
  can: 'exam.manage',
  reply: z.object({ now: moment, rows: z.array(complaintRow) }),
  refusals: [],
  summary:
    'Complaints to those who run the exams and never to the proctor they are about; what waits longest first',
} as const satisfies Route

const refusals = [
  'not_found',
  'complaint_of_family',
  'already_answered',
  'already_yours',
  'not_taken',
] as const

export const takeComplaint = {
  method: 'POST',
  path: '/api/sessions/:sid/complaints/:seq/taking',
  can: 'exam.manage',
  params,
  reply: complaintRow,
  refusals,
  summary: 'This person looks at the complaint from now on; the examinee is told',
} as const satisfies Route

export const answerComplaint = {
  method: 'POST',
  path: '/api/sessions/:sid/complaints/:seq/answer',
  can: 'exam.manage',
  params,
  body: z.strictObject({
    outcome: z.enum(complaintOutcomes),
    text: paragraphs(4_000).pipe(z.string().min(1)),
  }),
  reply: complaintRow,
  refusals,
  summary: 'The answer the examinee and the parents read; once, by who looks at it',
} as const satisfies Route

export const printComplaints = {
  method: 'GET',
  path: '/api/sessions/:sid/complaints/annex',
  can: 'exam.manage',
  params: z.strictObject({ sid: sessionId }),
  reply: 'octets',
  refusals: ['not_found', 'print_busy', 'print_failed'],
  summary: 'The sheet of the annex to the protocol about complaints; never for the proctor they are about',
} as const satisfies Route

const myComplaint = z.object({ ...complaintFacts, examinee: z.string() })
export type MyComplaint = z.output<typeof myComplaint>

export const listMyComplaints = {
  method: 'GET',
  path: '/api/my/complaints',
  can: 'appeal.file',
  reply: z.object({ now: moment, rows: z.array(myComplaint) }),
  refusals: [],
  summary:
    'Complaints of the person and of children in their care, by when they are answered, and the answers',
} as const satisfies Route

export const complaintRoutes = {
  listComplaints,
  takeComplaint,
  answerComplaint,
  printComplaints,
  listMyComplaints,
} as const
