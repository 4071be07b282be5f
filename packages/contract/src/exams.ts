import { z } from 'zod'
import { examId, givenMoment, line, moment, paragraphs } from './ids.ts'
import type { Route } from './route.ts'

export const examView = z.object({
  id: examId,
  title: z.string(),
  instructions: z.string(),
  /** The window in which an attempt may begin. */
  opensAt: moment,
  closesAt: moment,
  lengthMinutes: z.number(),
  sessions: z.number(),
  createdAt: moment,
})
export type ExamView = z.output<typeof examView>

export const listExams = {
  method: 'GET',
  path: '/api/exams',
  can: 'exam.read',
  reply: z.object({ now: moment, rows: z.array(examView) }),
  refusals: [],
  summary: 'Exams, the latest first',
} as const satisfies Route

export const createExam = {
  method: 'POST',
  path: '/api/exams',
  can: 'exam.manage',
  body: z.strictObject({
    title: line(300),
    instructions: paragraphs(20_000).default(''),
    opensAt: givenMoment,
    closesAt: givenMoment,
    lengthMinutes: z.number().int().min(1).max(600),
  }),
  reply: examView,
  refusals: ['wrong_window'],
  summary: 'Create an exam',
} as const satisfies Route

export const readExam = {
  method: 'GET',
  path: '/api/exams/:eid',
  can: 'exam.read',
  params: z.strictObject({ eid: examId }),
  reply: examView,
  refusals: ['not_found'],
  summary: 'One exam',
} as const satisfies Route

export const examRoutes = { listExams, createExam, readExam } as const
