import { z } from 'zod'
import { eventTypes, examCard, examFormView, examRulesView } from './exam-card.ts'
import { accountId, examId, givenMoment, line, moment, paragraphs, partId } from './ids.ts'
import { paged, paging } from './paging.ts'
import type { Route } from './route.ts'

export const examView = z.object({
  id: examId,
  title: z.string(),
  instructions: z.string(),
  /** The window in which an attempt may begin. */
  opensAt: moment,
  closesAt: moment,
  lengthMinutes: z.number(),
  /** A draft is still being written: nobody is authorised in it. */
  state: z.enum(['draft', 'published']),
  /** False: made without a card, as where no act is in force. */
  hasCard: z.boolean(),
  /** R0-1.4b: a lesson or an attestation. */
  event: z.enum(eventTypes),
  /** Not null: it was called off, and nobody is put into it any more. */
  cancelled: z.object({ at: moment, why: z.string() }).nullable(),
  sessions: z.number(),
  createdAt: moment,
  branch: z.object({ id: partId, name: z.string() }).nullable(),
  /** Who gives this exam; its author sees it besides them. */
  teachers: z.array(z.object({ id: accountId, name: z.string() })),
})
export type ExamView = z.output<typeof examView>

const about = {
  title: line(300),
  instructions: paragraphs(20_000).default(''),
  opensAt: givenMoment,
  closesAt: givenMoment,
  lengthMinutes: z.number().int().min(1).max(600),
}
const params = z.strictObject({ eid: examId })
const teachers = z.array(accountId).max(30)

export const listExams = {
  method: 'GET',
  path: '/api/exams',
  can: 'exam.read',
  query: z.strictObject({
    branch: partId.optional(),
    /** Of the title. */
    find: z.string().max(100).optional(),
    /** `ahead`: on or to come, the soonest first; otherwise the latest first. */
    when: z.enum(['all', 'ahead', 'over']).default('all'),
    ...paging,
  }),
  reply: z.object({ now: moment, ...paged(examView) }),
  refusals: ['cursor_stale'],
  summary: 'Exams by pages; a teacher reads the own ones, somebody of one branch those of that branch',
} as const satisfies Route

export const createExam = {
  method: 'POST',
  path: '/api/exams',
  can: 'exam.manage',
  /** With a card it begins as a draft. Without one it is published at once, under the act in force if there is one that lets it. */
  body: z.strictObject({ ...about, card: examCard.optional(), teachers: teachers.optional() }),
  reply: examView,
  refusals: ['wrong_window', 'not_a_teacher'],
  summary: 'Create an exam',
} as const satisfies Route

export const readExam = {
  method: 'GET',
  path: '/api/exams/:eid',
  can: 'exam.read',
  params,
  reply: examView,
  refusals: ['not_found'],
  summary: 'One exam',
} as const satisfies Route

export const changeExam = {
  method: 'PUT',
  path: '/api/exams/:eid',
  can: 'exam.manage',
  params,
  body: z.strictObject({ ...about, card: examCard }),
  reply: examView,
  refusals: ['not_found', 'wrong_window', 'exam_published'],
  summary: 'A draft with its card; what does not fit the act is told by its rules and refused at publishing',
} as const satisfies Route

export const setTeachers = {
  method: 'PUT',
  path: '/api/exams/:eid/teachers',
  can: 'exam.manage',
  params,
  body: z.strictObject({ teachers }),
  reply: examView,
  refusals: ['not_found', 'not_a_teacher'],
  summary: 'Who gives this exam: a teacher sees no other exams than these and the own ones',
} as const satisfies Route

export const examForm = {
  method: 'GET',
  path: '/api/exam-form',
  can: 'exam.manage',
  reply: examFormView,
  refusals: [],
  summary: 'What the act in force lets the card of a new exam say',
} as const satisfies Route

export const readExamRules = {
  method: 'GET',
  path: '/api/exams/:eid/rules',
  can: 'exam.read',
  params,
  reply: examRulesView,
  refusals: ['not_found'],
  summary: 'What applies to an exam, or will apply to a draft, with the clause of each value',
} as const satisfies Route

export const publishExam = {
  method: 'POST',
  path: '/api/exams/:eid/publish',
  can: 'exam.manage',
  params,
  reply: examView,
  /** `card_not_in_act` tells each problem in `fields`: `at|why|clauses`; `undecided` names the parameters. */
  refusals: [
    'not_found',
    'exam_published',
    'no_act_in_force',
    'not_regulated',
    'undecided',
    'card_not_in_act',
    'application_needed',
    'no_alternative',
    'already_over',
  ],
  summary: 'Freeze the rules of a draft: the edition in force and the card (R0-1.4n)',
} as const satisfies Route

export const examRoutes = {
  listExams,
  createExam,
  readExam,
  changeExam,
  setTeachers,
  examForm,
  readExamRules,
  publishExam,
} as const
