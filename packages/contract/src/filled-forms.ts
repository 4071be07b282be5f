// Papers of before an exam, filled in with what the institution has written down already.
import { z } from 'zod'
import { examId, line, partId } from './ids.ts'
import type { Route } from './route.ts'

const as = z.enum(['pdf', 'docx'])
const day = z.iso.date().refine((iso) => iso >= '2000' && iso < '2101')
const refusals = ['not_found', 'not_same_origin', 'busy', 'print_failed', 'paper_lacks'] as const
const ofExam = z.strictObject({ as, exam: examId })
const query = z.strictObject({ as })

/** The order of 003, the journal of instruction and the act of 004 with its words on non-disclosure. */
export const proctorForms = ['F-003-2', 'F-003-3', 'F-004-6'] as const
export type ProctorForm = (typeof proctorForms)[number]

export const printProctorForm = {
  method: 'GET',
  path: '/api/proctors/forms/:form',
  can: 'proctors.read',
  params: z.strictObject({ form: z.enum(proctorForms) }),
  /** What is not given is left as a line to be written by hand. */
  query: z.strictObject({
    as,
    number: line(100).optional(),
    on: day.optional(),
    from: day.optional(),
    to: day.optional(),
    exams: line(300).optional(),
    branch: partId.optional(),
  }),
  reply: 'octets',
  refusals: [...refusals, 'ends_before_it_begins'],
  summary: 'F-003-2, F-003-3, F-004-6: appointment and instruction of proctors, filled in from their papers',
} as const satisfies Route

export const printTechnologyPeople = {
  method: 'GET',
  path: '/api/appointments/technologies/paper',
  can: 'institution.read',
  query,
  reply: 'octets',
  refusals: refusals.filter((one) => one !== 'not_found'),
  summary: 'F-002-2: who is responsible for keeping up each technology today',
} as const satisfies Route

export const printExamSchedule = {
  method: 'GET',
  path: '/api/exam-papers/schedule',
  can: 'exam.manage',
  query: ofExam,
  reply: 'octets',
  refusals,
  summary: 'F-004-7: the schedule of an exam with proctoring, and whether it was brought to its people',
} as const satisfies Route

export const printChecklist = {
  method: 'GET',
  path: '/api/exam-papers/checklist',
  can: 'exam.manage',
  query: ofExam,
  reply: 'octets',
  refusals: [...refusals, 'checklist_open'],
  summary: 'F-004-8: what the teacher confirmed before the exam',
} as const satisfies Route

export const filledFormRoutes = {
  printProctorForm,
  printTechnologyPeople,
  printExamSchedule,
  printChecklist,
} as const
