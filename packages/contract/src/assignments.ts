// Written work (002 п. 17): a teacher gives it to a group with a deadline, people hand it in, and what is late is marked.
import { channels, deadlineSources, otherChannels } from '@ochno/domain/assignment/rules'
import { scanKinds } from '@ochno/domain/consent/scan'
import type { Id } from '@ochno/domain/ids'
import { z } from 'zod'
import { accountId, givenMoment, line, moment, paragraphs } from './ids.ts'
import { groupId } from './people-groups.ts'
import { fileRefusals, type Route } from './route.ts'

const taskId = z
  .string()
  .regex(/^tsk_[a-z2-7]{26}$/)
  .transform((text) => text as Id<'tsk'>)
const fileId = z
  .string()
  .regex(/^csc_[a-z2-7]{26}$/)
  .transform((text) => text as Id<'csc'>)

/** Of one person for one task, waiting to be handed in. */
export const MOST_FILES = 10

const term = z.strictObject({
  days: z.number().int().min(1).max(365),
  document: line(300),
  number: line(100),
})

const taskFacts = {
  id: taskId,
  title: z.string(),
  body: z.string(),
  group: z.string(),
  teacher: z.string(),
  givenAt: moment,
  deadline: z.object({
    at: moment,
    by: z.enum(deadlineSources),
    ground: z.object({ document: z.string(), number: z.string() }).nullable(),
  }),
  closedAt: moment.nullable(),
}

const file = z.object({ id: fileId, name: z.string(), kind: z.enum(scanKinds), bytes: z.number() })
const version = z.object({
  version: z.number(),
  channel: z.enum(channels),
  receivedAt: moment,
  late: z.boolean(),
  text: z.string(),
  files: z.array(file),
})
export type WorkVersion = z.output<typeof version>

const taskRow = z.object({ ...taskFacts, people: z.number(), handedIn: z.number(), late: z.number() })
export type TaskRow = z.output<typeof taskRow>

const taskView = z.object({
  ...taskFacts,
  groupId,
  /** What the act names and this institution may use. */
  channels: z.array(z.enum(otherChannels)),
  /** `member`: of the group today. The newest version of each first. */
  people: z.array(
    z.object({ id: accountId, name: z.string(), member: z.boolean(), versions: z.array(version) }),
  ),
})
export type TaskView = z.output<typeof taskView>

const ownTask = z.object({
  ...taskFacts,
  /** May still be handed in. */
  open: z.boolean(),
  /** The deadline has passed. */
  over: z.boolean(),
  /** No version came in time. */
  late: z.boolean(),
  versions: z.array(version),
  waiting: z.array(file),
})
export type OwnTask = z.output<typeof ownTask>

const params = z.strictObject({ tsk: taskId })
const words = { title: line(200), body: paragraphs(10_000) }

export const listTasks = {
  method: 'GET',
  path: '/api/assignments',
  can: 'assignment.give',
  reply: z.object({ rows: z.array(taskRow), term: term.nullable() }),
  refusals: [],
  summary: 'Tasks one gave, and for methodists those of all; with the term of the local act',
} as const satisfies Route

export const saveTaskTerm = {
  method: 'PUT',
  path: '/api/assignments/term',
  can: 'institution.manage',
  body: z.strictObject({ term: term.nullable() }),
  reply: z.object({ term: term.nullable() }),
  refusals: [],
  summary: 'R2-17c: the term of the local act, for tasks whose teacher gives none',
} as const satisfies Route

export const createTask = {
  method: 'POST',
  path: '/api/assignments',
  can: 'assignment.give',
  /** Without a deadline that of the local act holds. */
  body: z.strictObject({ ...words, group: groupId, deadline: givenMoment.nullable() }),
  reply: z.object({ id: taskId }),
  refusals: ['not_found', 'no_deadline', 'deadline_in_past'],
  summary: 'Gives a task to a group until the deadline of the teacher, or of the local act (R2-17c)',
} as const satisfies Route

export const readTask = {
  method: 'GET',
  path: '/api/assignments/:tsk',
  can: 'assignment.give',
  params,
  reply: taskView,
  refusals: ['not_found'],
  summary: 'One task with what everybody handed in, when, over what, and what is late',
} as const satisfies Route

export const changeTask = {
  method: 'PUT',
  path: '/api/assignments/:tsk',
  can: 'assignment.give',
  params,
  /** Null leaves the deadline as it is. */
  body: z.strictObject({ ...words, deadline: givenMoment.nullable() }),
  reply: taskView,
  refusals: ['not_found', 'deadline_in_past', 'task_closed'],
  summary: 'Other words, or another deadline that is still to come',
} as const satisfies Route

export const closeTask = {
  method: 'POST',
  path: '/api/assignments/:tsk/close',
  can: 'assignment.give',
  params,
  reply: taskView,
  refusals: ['not_found', 'task_closed'],
  summary: 'Nothing more is handed in from now on',
} as const satisfies Route

export const recordWork = {
  method: 'POST',
  path: '/api/assignments/:tsk/people/:id',
  can: 'assignment.give',
  params: z.strictObject({ tsk: taskId, id: accountId }),
  body: z.strictObject({ channel: z.enum(otherChannels), at: givenMoment, note: paragraphs(2_000) }),
  reply: taskView,
  refusals: ['not_found', 'received_at_no_such_time', 'no_personal_accounts'],
  summary: 'Writes down what came past the platform, with its channel and time',
} as const satisfies Route

export const readWorkFile = {
  method: 'GET',
  path: '/api/assignments/:tsk/files/:csc',
  can: 'assignment.give',
  params: z.strictObject({ tsk: taskId, csc: fileId }),
  reply: 'octets',
  refusals: fileRefusals,
  summary: 'A file that was handed in; the journal has the row before the first byte',
} as const satisfies Route

export const listMyTasks = {
  method: 'GET',
  path: '/api/my/assignments',
  can: 'assignment.hand_in',
  reply: z.object({ rows: z.array(ownTask) }),
  refusals: [],
  summary: 'Tasks of one’s group, the soonest deadline first, and what one handed in',
} as const satisfies Route

export const readMyTask = {
  method: 'GET',
  path: '/api/my/assignments/:tsk',
  can: 'assignment.hand_in',
  params,
  reply: ownTask,
  refusals: ['not_found'],
  summary: 'One task of one’s own group',
} as const satisfies Route

export const sendWorkFile = {
  method: 'POST',
  path: '/api/my/assignments/:tsk/files',
  can: 'assignment.hand_in',
  params,
  query: z.strictObject({ name: line(200) }),
  body: 'octets',
  upload: 'paper',
  reply: ownTask,
  refusals: ['not_found', 'task_closed', 'too_many_files', 'not_a_scan', 'too_large', 'disk'],
  summary: 'A file for what will be handed in: PDF, JPEG or PNG, at most 10 MiB, kept sealed',
} as const satisfies Route

export const removeWorkFile = {
  method: 'DELETE',
  path: '/api/my/assignments/:tsk/files/:csc',
  can: 'assignment.hand_in',
  params: z.strictObject({ tsk: taskId, csc: fileId }),
  reply: ownTask,
  refusals: ['not_found'],
  summary: 'Takes a file away that was not handed in yet',
} as const satisfies Route

export const handIn = {
  method: 'POST',
  path: '/api/my/assignments/:tsk/versions',
  can: 'assignment.hand_in',
  params,
  body: z.strictObject({ text: paragraphs(20_000) }),
  reply: ownTask,
  refusals: ['not_found', 'task_closed', 'nothing_handed_in'],
  summary: 'R2-17c: hands in words and the files sent before; earlier versions stay',
} as const satisfies Route

export const readMyWorkFile = {
  method: 'GET',
  path: '/api/my/assignments/:tsk/files/:csc',
  can: 'assignment.hand_in',
  params: z.strictObject({ tsk: taskId, csc: fileId }),
  reply: 'octets',
  refusals: fileRefusals,
  summary: 'A file of one’s own',
} as const satisfies Route

export const assignmentRoutes = {
  listTasks,
  saveTaskTerm,
  createTask,
  readTask,
  changeTask,
  closeTask,
  recordWork,
  readWorkFile,
  listMyTasks,
  readMyTask,
  sendWorkFile,
  removeWorkFile,
  handIn,
  readMyWorkFile,
} as const
