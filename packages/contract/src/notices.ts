// What people are told in their personal account: schedules and words of the organiser, with the proof that they were told.
import { z } from 'zod'
import { accountId, examId, moment, noticeId, paragraphs, sessionId } from './ids.ts'
import { letterView } from './mail.ts'
import { paged, paging } from './paging.ts'
import type { Route } from './route.ts'

const planned = z.object({
  title: z.string(),
  session: z.string(),
  opensAt: moment,
  closesAt: moment,
  lengthMinutes: z.number(),
  /** In a classroom nothing of one's own is prepared. */
  inRoom: z.boolean().optional(),
  /** Said by whoever changed it. */
  why: z.string().optional(),
})

const told = z.discriminatedUnion('kind', [
  /** R4-3.6b. `edition` above 1: the schedule was changed. */
  z.object({ kind: z.literal('schedule'), facts: planned }),
  /** Taken off, or the exam was called off; the window is the one that was. */
  z.object({ kind: z.literal('cancelled'), facts: planned }),
  /** To a parent: the exam of a child was set, moved or called off; `called_off`: the window is the one that was. */
  z.object({
    kind: z.literal('child'),
    facts: planned.extend({ child: z.string(), what: z.enum(['planned', 'moved', 'called_off']) }),
  }),
  /** To a proctor or a teacher: what changed of the people they watch or teach. */
  z.object({
    kind: z.literal('duty'),
    facts: z.object({
      title: z.string(),
      what: z.enum(['given', 'taken', 'moved', 'called_off']),
      people: z.number(),
      why: z.string(),
      opensAt: moment,
      closesAt: moment,
    }),
  }),
  /** R2-13b: works that are announced; `title` says what is done. */
  z.object({
    kind: z.literal('maintenance'),
    facts: z.object({ title: z.string(), from: moment, until: moment }),
  }),
  z.object({
    kind: z.literal('message'),
    /** `exam`: the title is of an exam. */
    facts: z.object({ title: z.string(), text: z.string(), exam: z.boolean() }),
  }),
])

export const noticeView = z
  .object({
    id: noticeId,
    edition: z.number(),
    queuedAt: moment,
    readAt: moment.nullable(),
  })
  .and(told)
export type NoticeView = z.output<typeof noticeView>

export const listMyNotices = {
  method: 'GET',
  path: '/api/my/notices',
  can: 'signed-in',
  query: z.strictObject(paging),
  reply: z.object({ now: moment, ...paged(noticeView) }),
  refusals: ['cursor_stale'],
  summary: 'What one was told by pages, the latest first; what is listed here has been delivered',
} as const satisfies Route

export const countMyNotices = {
  method: 'GET',
  path: '/api/my/notices/unread',
  can: 'signed-in',
  reply: z.object({ unread: z.number() }),
  refusals: [],
  summary: 'How many notices one has not yet marked as read',
} as const satisfies Route

export const readNotice = {
  method: 'POST',
  path: '/api/my/notices/:nid/read',
  can: 'signed-in',
  params: z.strictObject({ nid: noticeId }),
  reply: noticeView,
  refusals: ['not_found'],
  summary: 'One says that one has read a notice; said once, it stays',
} as const satisfies Route

export const listExamNotices = {
  method: 'GET',
  path: '/api/exams/:eid/notices',
  can: 'exam.manage',
  params: z.strictObject({ eid: examId }),
  query: z.strictObject({ find: z.string().max(100).optional(), ...paging }),
  reply: z.object({
    now: moment,
    /** How many of the whole exam were not told. */
    waiting: z.number(),
    ...paged(
      z.object({
        examinee: z.object({ id: accountId, name: z.string() }),
        session: sessionId,
        /** Of the schedule as it is now; `not_told`: nothing was sent, or an older schedule. */
        state: z.enum(['not_told', 'queued', 'delivered', 'read']),
        at: moment.nullable(),
        /** How the letter about it fares; null: none was written. */
        letter: letterView.nullable(),
      }),
    ),
  }),
  refusals: ['not_found', 'cursor_stale'],
  summary: 'R4-3.6b: who of an exam was told the schedule as it is now, by pages',
} as const satisfies Route

export const tellSchedule = {
  method: 'POST',
  path: '/api/exams/:eid/notices',
  can: 'exam.manage',
  params: z.strictObject({ eid: examId }),
  reply: z.object({ told: z.number() }),
  refusals: ['not_found'],
  summary: 'Tells the schedule to everybody who was not told it as it is now',
} as const satisfies Route

export const sendMessage = {
  method: 'POST',
  path: '/api/exams/:eid/messages',
  can: 'exam.manage',
  params: z.strictObject({ eid: examId }),
  body: z.strictObject({ text: paragraphs(4_000).pipe(z.string().min(1)) }),
  reply: z.object({ told: z.number() }),
  refusals: ['not_found'],
  summary: 'A message of the organiser to every examinee of an exam',
} as const satisfies Route

export const takeCalendar = {
  method: 'GET',
  path: '/api/my/sessions/:sid/calendar',
  can: 'session.take',
  params: z.strictObject({ sid: sessionId }),
  reply: 'octets',
  refusals: ['not_found'],
  summary: 'The exam as an iCalendar file for the examinee’s own calendar',
} as const satisfies Route

export const takeChildCalendar = {
  method: 'GET',
  path: '/api/my-children/sessions/:sid/calendar',
  can: 'children.read',
  params: z.strictObject({ sid: sessionId }),
  reply: 'octets',
  refusals: ['not_found'],
  summary: 'The exam of one’s own child under 18 as an iCalendar file',
} as const satisfies Route

export const noticeRoutes = {
  listMyNotices,
  countMyNotices,
  readNotice,
  listExamNotices,
  tellSchedule,
  sendMessage,
  takeCalendar,
  takeChildCalendar,
} as const
