import type { supportRoutes } from '@ochno/contract/support'
import {
  addToTicket,
  answerTicket,
  closeTicket,
  listMine,
  listQueue,
  openTicket,
  readHelp,
  type SupportDeps,
  takeTicket,
} from '../features/support/tickets.ts'
import { askedPage } from '../ports/paging.ts'
import type { Handlers } from './seam.ts'

export const supportHandlers = (deps: SupportDeps): Handlers<typeof supportRoutes> => ({
  readHelp: async ({ actor }) => ({ ok: true, body: await readHelp(deps, actor) }),
  openTicket: ({ actor, now }, { body }) => openTicket(deps, actor, body, now),
  listMyTickets: async ({ actor, now }) => ({ ok: true, body: await listMine(deps, actor, now) }),
  addToTicket: ({ actor, now }, { params, body }) => addToTicket(deps, actor, params.kid, body.text, now),
  closeTicket: ({ actor, now }, { params }) => closeTicket(deps, actor, params.kid, now),
  listTickets: ({ actor, now }, { query }) =>
    listQueue(
      deps,
      actor,
      { closed: query.closed === 'yes', find: query.find?.trim() ?? '' },
      askedPage(query),
      now,
    ),
  takeTicket: ({ actor, now }, { params }) => takeTicket(deps, actor, params.kid, now),
  answerTicket: ({ actor, now }, { params, body }) => answerTicket(deps, actor, params.kid, body, now),
})
