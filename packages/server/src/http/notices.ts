import type { noticeRoutes } from '@ochno/contract/notices'
import {
  calendarOf,
  childCalendarOf,
  countMine,
  listMine,
  listOfExam,
  type NoticeDeps,
  readMine,
  sendToExam,
  tellExam,
} from '../features/notices/manage-notices.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { askedPage } from '../ports/paging.ts'
import type { Handlers } from './seam.ts'

export const noticeHandlers = (deps: NoticeDeps): Handlers<typeof noticeRoutes> => ({
  listMyNotices: ({ actor, now }, { query }) => listMine(deps, actor, askedPage(query), now),
  countMyNotices: async ({ actor }) => ({ ok: true, body: await countMine(deps, actor) }),
  readNotice: ({ actor, now }, { params }) => readMine(deps, actor, params.nid, now),
  listExamNotices: ({ actor, now }, { params, query }) =>
    listOfExam(deps, actor, { exam: params.eid, find: query.find?.trim() ?? '' }, askedPage(query), now),
  tellSchedule: ({ actor, now }, { params }) => tellExam(deps, actor, params.eid, now),
  sendMessage: ({ actor, now }, { params, body }) => sendToExam(deps, actor, params.eid, body.text, now),
  takeCalendar: async ({ actor, now }, { params }, { request, reply }) =>
    sent(reply, await calendarOf(deps, actor, { session: params.sid, url: ownUrl(request) }, now)),
  takeChildCalendar: async ({ actor, now }, { params }, { request, reply }) =>
    sent(reply, await childCalendarOf(deps, actor, { session: params.sid, url: ownUrl(request) }, now)),
})

const ownUrl = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}`

type Calendar = Awaited<ReturnType<typeof calendarOf>>

async function sent(reply: FastifyReply, calendar: Calendar) {
  if (!calendar.ok) return calendar
  reply
    .header('cache-control', 'private, no-store')
    .header('content-type', 'text/calendar; charset=utf-8')
    .header('content-disposition', 'attachment; filename="exam.ics"')
  await reply.send(calendar.text)
  return undefined
}
