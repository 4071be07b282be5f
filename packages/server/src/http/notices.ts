import type { noticeRoutes } from '@ochno/contract/notices'
import {
  calendarOf,
  countMine,
  listMine,
  listOfExam,
  type NoticeDeps,
  readMine,
  sendToExam,
  tellExam,
} from '../features/notices/manage-notices.ts'
import { askedPage } from '../ports/paging.ts'
import type { Handlers } from './seam.ts'

export const noticeHandlers = (deps: NoticeDeps): Handlers<typeof noticeRoutes> => ({
  listMyNotices: ({ actor, now }, { query }) => listMine(deps, actor, askedPage(query), now),
  countMyNotices: async ({ actor }) => ({ ok: true, body: await countMine(deps, actor) }),
  readNotice: ({ actor, now }, { params }) => readMine(deps, actor, params.nid, now),
  listExamNotices: ({ actor, now }, { params }) => listOfExam(deps, actor, params.eid, now),
  tellSchedule: ({ actor, now }, { params }) => tellExam(deps, actor, params.eid, now),
  sendMessage: ({ actor, now }, { params, body }) => sendToExam(deps, actor, params.eid, body.text, now),
  takeCalendar: async ({ actor, now }, { params }, { request, reply }) => {
    const asked = { session: params.sid, url: `${request.protocol}://${request.host}` }
    const calendar = await calendarOf(deps, actor, asked, now)
    if (!calendar.ok) return calendar
    reply
      .header('cache-control', 'private, no-store')
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="exam.ics"')
    await reply.send(calendar.text)
    return undefined
  },
})
