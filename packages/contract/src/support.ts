// SM-19: help with the technology, before the exam and in the middle of it.
import { z } from 'zod'
import { line, moment, paragraphs, partId, sessionId, ticketId } from './ids.ts'
import { paged, paging } from './paging.ts'
import type { Route } from './route.ts'

export const ticketTopics = ['sign_in', 'camera', 'sound', 'screen', 'network', 'page', 'other'] as const

export const ticketView = z.object({
  id: ticketId,
  no: z.number(),
  topic: z.enum(ticketTopics),
  state: z.enum(['open', 'routed', 'in_work', 'solved', 'closed']),
  /** Raised inside an open session: it is answered before all others. */
  examNow: z.boolean(),
  /** Who helps, in the words of the act. */
  unit: z.string().nullable(),
  /** What it concerns, and whether the one who looks answers for it (R0-6.1a). */
  technology: z.string().nullable(),
  yours: z.boolean(),
  asker: z.string(),
  /** The exam it was raised in. */
  exam: z.string().nullable(),
  takenBy: z.string().nullable(),
  openedAt: moment,
  /** Browser and page; for support only. */
  device: z.string().nullable(),
  words: z.array(z.object({ by: z.string(), mine: z.boolean(), at: moment, text: z.string() })),
})
export type TicketView = z.output<typeof ticketView>

const one = z.object({ now: moment, ticket: ticketView })
const many = z.object({ now: moment, rows: z.array(ticketView) })
const params = z.strictObject({ kid: ticketId })
const text = paragraphs(4_000).pipe(z.string().min(1))

export const readHelp = {
  method: 'GET',
  path: '/api/my/help',
  can: 'signed-in',
  reply: z.object({
    unit: z.string().nullable(),
    technologies: z.array(z.object({ id: partId, name: z.string() })),
  }),
  refusals: [],
  summary: 'Who helps with the technology here, in the words of the act',
} as const satisfies Route

export const openTicket = {
  method: 'POST',
  path: '/api/my/tickets',
  can: 'signed-in',
  body: z.strictObject({
    topic: z.enum(ticketTopics),
    text,
    /** Who is asked follows from it; without one, from the topic. */
    technology: partId.optional(),
    session: sessionId.optional(),
    /** Browser and page, as the page itself says it. */
    device: line(500).optional(),
  }),
  reply: one,
  refusals: ['not_found', 'too_many_tickets'],
  summary: 'R1-4.5: asks technical support; inside an open session it goes before all others',
} as const satisfies Route

export const listMyTickets = {
  method: 'GET',
  path: '/api/my/tickets',
  can: 'signed-in',
  reply: many,
  refusals: [],
  summary: 'What one asked support, the latest first',
} as const satisfies Route

export const addToTicket = {
  method: 'POST',
  path: '/api/my/tickets/:kid/words',
  can: 'signed-in',
  params,
  body: z.strictObject({ text }),
  reply: one,
  refusals: ['not_found', 'ticket_closed'],
  summary: 'One says more; a ticket that was solved goes back to work',
} as const satisfies Route

export const closeTicket = {
  method: 'POST',
  path: '/api/my/tickets/:kid/close',
  can: 'signed-in',
  params,
  reply: one,
  refusals: ['not_found', 'not_solved'],
  summary: 'One says that it helped',
} as const satisfies Route

export const listTickets = {
  method: 'GET',
  path: '/api/tickets',
  can: 'support.answer',
  query: z.strictObject({
    closed: z.enum(['yes', 'no']).default('no'),
    /** Of the name of who asks, of the exam or of the words; a number is that of a ticket. */
    find: z.string().max(100).optional(),
    ...paging,
  }),
  reply: z.object({ now: moment, ...paged(ticketView) }),
  refusals: ['cursor_stale'],
  summary: 'The queue of support: exams that run now first, then who has waited longest',
} as const satisfies Route

export const takeTicket = {
  method: 'POST',
  path: '/api/tickets/:kid/take',
  can: 'support.answer',
  params,
  reply: one,
  refusals: ['not_found', 'ticket_taken'],
  summary: 'One of support takes it to work',
} as const satisfies Route

export const answerTicket = {
  method: 'POST',
  path: '/api/tickets/:kid/answer',
  can: 'support.answer',
  params,
  body: z.strictObject({ text, solved: z.boolean() }),
  reply: one,
  refusals: ['not_found', 'ticket_not_in_work'],
  summary: 'Answers the person, and says whether it is solved',
} as const satisfies Route

export const supportRoutes = {
  readHelp,
  openTicket,
  listMyTickets,
  addToTicket,
  closeTicket,
  listTickets,
  takeTicket,
  answerTicket,
} as const
