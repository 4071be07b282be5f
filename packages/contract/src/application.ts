// 003 1.5: the teacher applies for proctoring of an exam to the head of the office of studies (SM-16).
import { z } from 'zod'
import { accountId, examId, line, moment, paragraphs } from './ids.ts'
import { paged, paging } from './paging.ts'
import type { Route } from './route.ts'

export const applicationId = z.string().regex(/^apl_[a-z2-7]{26}$/)
export const applicationStates = [
  'draft',
  'submitted',
  'late_submitted',
  'approved',
  'returned',
  'rejected',
  'linked',
  'closed',
] as const
export const applicationSteps = [
  'submitted',
  'late_submitted',
  'permit_late',
  'approve',
  'return',
  'reject',
  'link',
] as const
export const resolutions = ['approve', 'return', 'reject'] as const
const written = (max: number) => line(max).or(z.literal(''))

/** F-003-1, line by line; what is empty is asked for when it is filed. */
export const applicationContent = z.strictObject({
  department: written(300),
  discipline: written(300),
  /** As the academic calendar names it: the term is counted from its period (TR-12). */
  programme: written(300),
  branch: line(200).nullable(),
  assessment: z.enum(['current', 'intermediate', 'final']),
  groups: z.array(line(100)).max(30),
  examinees: z.number().int().min(0).max(10_000),
  reason: paragraphs(2000),
  kind: z.enum(['synchronous', 'asynchronous']),
  proposed: written(300),
})
export type ApplicationContent = z.output<typeof applicationContent>

const term = z.discriminatedUnion('known', [
  z.object({ known: z.literal(false) }),
  z.object({
    known: z.literal(true),
    from: z.string(),
    to: z.string(),
    /** The last day to apply in time. */
    lastDay: z.string(),
    inTime: z.boolean(),
    daysLate: z.number(),
  }),
])

export const applicationLine = z.object({
  id: applicationId,
  exam: z.object({ id: examId, title: z.string(), opensAt: moment }),
  author: z.string(),
  discipline: z.string(),
  state: z.enum(applicationStates),
  filedOn: z.string().nullable(),
  daysLate: z.number(),
  changedAt: moment,
})

export const applicationView = z.object({
  /** Whether the act in force asks for one. */
  required: z.boolean(),
  leadDays: z.number().nullable(),
  head: z.object({ id: accountId, name: z.string(), ground: z.string() }).nullable(),
  programmes: z.array(z.string()),
  /** Null until somebody has begun to write. */
  application: z
    .object({
      id: applicationId,
      state: z.enum(applicationStates),
      author: z.string(),
      content: applicationContent,
      term,
      filedOn: z.string().nullable(),
      latePermit: z.object({ by: z.string(), at: moment, reason: z.string() }).nullable(),
      steps: z.array(
        z.object({ command: z.enum(applicationSteps), by: z.string(), at: moment, words: z.string() }),
      ),
    })
    .nullable(),
  /** What this person may do now. */
  may: z.array(z.enum(['save', 'submit', 'permit_late', ...resolutions])),
})
export type ApplicationView = z.output<typeof applicationView>

const params = z.strictObject({ eid: examId })

export const listApplications = {
  method: 'GET',
  path: '/api/applications',
  can: 'application.read',
  query: z.strictObject({ find: z.string().max(100).optional(), ...paging }),
  reply: z.object({
    required: z.boolean(),
    head: z.object({ id: accountId, name: z.string(), ground: z.string() }).nullable(),
    ...paged(applicationLine),
  }),
  refusals: ['cursor_stale'],
  summary: 'Applications for proctoring by pages, the latest first; a teacher sees his own',
} as const satisfies Route

export const nameHead = {
  method: 'PUT',
  path: '/api/applications/head',
  can: 'institution.manage',
  body: z.strictObject({ account: accountId, ground: line(500) }),
  reply: z.object({ id: accountId, name: z.string(), ground: z.string() }),
  refusals: ['not_found', 'head_role'],
  summary: 'Who heads the office that applications are addressed to, with the ground (R3-1.5b)',
} as const satisfies Route

export const readApplication = {
  method: 'GET',
  path: '/api/exams/:eid/application',
  can: 'application.read',
  params,
  reply: applicationView,
  refusals: ['not_found'],
  summary: 'The application of an exam with its term and every step',
} as const satisfies Route

export const saveApplication = {
  method: 'PUT',
  path: '/api/exams/:eid/application',
  can: 'application.write',
  params,
  body: applicationContent,
  reply: applicationView,
  refusals: ['not_found', 'not_now', 'application_not_asked', 'not_the_author'],
  summary: 'Write the application; nothing is filed yet',
} as const satisfies Route

export const submitApplication = {
  method: 'POST',
  path: '/api/exams/:eid/application/submission',
  can: 'application.write',
  params,
  reply: applicationView,
  /** `application_unfilled` names the empty lines in `fields`. */
  refusals: [
    'not_found',
    'not_now',
    'not_the_author',
    'no_head',
    'application_unfilled',
    'period_unknown',
    'application_late',
  ],
  summary: 'File it: 7 calendar days before the assessment period, or later by permission (R3-1.5c)',
} as const satisfies Route

export const permitLate = {
  method: 'POST',
  path: '/api/exams/:eid/application/late-permit',
  can: 'application.resolve',
  params,
  body: z.strictObject({ reason: line(500) }),
  reply: applicationView,
  refusals: ['not_found', 'not_now', 'not_the_head'],
  summary: 'The head of the office lets it be filed after its last day, with the reason',
} as const satisfies Route

export const resolveApplication = {
  method: 'POST',
  path: '/api/exams/:eid/application/resolution',
  can: 'application.resolve',
  params,
  body: z.strictObject({ command: z.enum(resolutions), words: paragraphs(1000) }),
  reply: applicationView,
  refusals: ['not_found', 'not_now', 'not_the_head', 'no_reason'],
  summary: 'Approve, return or refuse an application; the last two with a reason (SM-16)',
} as const satisfies Route

export const printApplication = {
  method: 'GET',
  path: '/api/exams/:eid/application/paper',
  can: 'application.read',
  params,
  reply: 'octets',
  refusals: ['not_found', 'not_same_origin', 'application_unfilled', 'no_head', 'print_busy', 'print_failed'],
  summary: 'F-003-1 filled in, as PDF',
} as const satisfies Route

export const applicationRoutes = {
  listApplications,
  nameHead,
  readApplication,
  saveApplication,
  submitApplication,
  permitLate,
  resolveApplication,
  printApplication,
} as const
