// P-30: everything kept about a person in one archive: what is written, papers, own recordings; in ten working days, by a job.
import { z } from 'zod'
import { accountId, line, moment, sessionId } from './ids.ts'
import type { Route } from './route.ts'

const day = z.iso.date()
const exportId = z.string().regex(/^sxp_[a-z2-7]{26}$/)
const ofExport = z.strictObject({ xid: exportId })

const recordingLine = z.object({
  session: sessionId,
  exam: z.string(),
  recordedOn: day,
  /** Why it is left out; null: it is in the archive. */
  withheld: z.string().nullable(),
})

const exportView = z.object({
  id: exportId,
  person: z.object({ id: accountId, name: z.string() }),
  askedAt: moment,
  askedBy: z.enum(['self', 'parent', 'in_writing']),
  /** The last day to answer; null where the calendar of working days ends before. */
  dueOn: day.nullable(),
  late: z.boolean(),
  state: z.enum(['asked', 'made', 'released', 'gone']),
  papers: z.number(),
  recordings: z.array(recordingLine),
  /** Of what was released: until when it can be taken. */
  until: moment.nullable(),
  takenAt: moment.nullable(),
})
export type SubjectExportView = z.output<typeof exportView>

export const listOwnExports = {
  method: 'GET',
  path: '/api/me/archives',
  can: 'account.self',
  reply: z.object({
    rows: z.array(exportView),
    /** The person themselves, and children under 18 in their care. */
    people: z.array(z.object({ id: accountId, name: z.string(), self: z.boolean() })),
    days: z.number(),
  }),
  refusals: [],
  summary: 'P-30: what the person asked for about themselves and the children in their care',
} as const satisfies Route

export const askOwnExport = {
  method: 'POST',
  path: '/api/me/archives',
  can: 'account.self',
  stepUp: true,
  body: z.strictObject({ person: accountId }),
  reply: z.object({ id: exportId }),
  refusals: ['not_found', 'export_under_way'],
  summary: 'P-30: ask for everything, with papers and own recordings; a parent for a child under 18',
} as const satisfies Route

export const takeOwnExport = {
  method: 'GET',
  path: '/api/me/archives/:xid/file',
  can: 'account.self',
  stepUp: true,
  params: ofExport,
  reply: 'octets',
  refusals: ['not_found', 'not_now', 'not_same_origin'],
  summary: 'The archive, for whoever asked for it alone, until its term is over',
} as const satisfies Route

export const listSubjectExports = {
  method: 'GET',
  path: '/api/subject-exports',
  can: 'subject.export',
  reply: z.object({ today: day, rows: z.array(exportView) }),
  refusals: [],
  summary: 'P-30: requests with the last day to answer each, the nearest first',
} as const satisfies Route

export const registerSubjectExport = {
  method: 'POST',
  path: '/api/subject-exports',
  can: 'subject.export',
  stepUp: true,
  body: z.strictObject({ person: accountId, receivedOn: day, letter: line(200) }),
  reply: z.object({ id: exportId }),
  refusals: ['not_found', 'day_in_future', 'export_under_way'],
  summary: 'P-30: a person asked in writing; the term runs from the day of the letter',
} as const satisfies Route

export const releaseSubjectExport = {
  method: 'POST',
  path: '/api/subject-exports/:xid/release',
  can: 'subject.export',
  stepUp: true,
  params: ofExport,
  body: z.strictObject({
    withheld: z.array(z.strictObject({ session: sessionId, reason: line(300) })).max(200),
  }),
  reply: z.object({}),
  refusals: ['not_found', 'not_now'],
  summary:
    'P-30: a person has seen that nobody else is in it; a recording that shows others is left out with a reason',
} as const satisfies Route

export const subjectExportRoutes = {
  listOwnExports,
  askOwnExport,
  takeOwnExport,
  listSubjectExports,
  registerSubjectExport,
  releaseSubjectExport,
} as const
