import type { applicationRoutes } from '@ochno/contract/application'
import type { ApplicationDeps } from '../features/application/deps.ts'
import {
  nameHead,
  permitLate,
  printApplication,
  resolveApplication,
  saveApplication,
  submitApplication,
} from '../features/application/file-application.ts'
import { listApplications, readApplication } from '../features/application/read-application.ts'
import { askedPage } from '../ports/paging.ts'
import { fromOwnPage } from './guard.ts'
import type { Handlers } from './seam.ts'

export const applicationHandlers = (deps: ApplicationDeps): Handlers<typeof applicationRoutes> => ({
  listApplications: ({ actor, now }, { query }) =>
    listApplications(deps, actor, query.find?.trim() ?? '', askedPage(query), now),
  nameHead: ({ actor, now }, { body }) => nameHead(deps, actor, body, now),
  readApplication: ({ actor, now }, { params }) => readApplication(deps, actor, params.eid, now),
  saveApplication: ({ actor, now }, { params, body }) => saveApplication(deps, actor, params.eid, body, now),
  submitApplication: ({ actor, now }, { params }) => submitApplication(deps, actor, params.eid, now),
  permitLate: ({ actor, now }, { params, body }) => permitLate(deps, actor, params.eid, body.reason, now),
  resolveApplication: ({ actor, now }, { params, body }) =>
    resolveApplication(deps, actor, params.eid, body, now),

  printApplication: async ({ actor, now }, { params }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
    const made = await printApplication(deps, actor, params.eid, now)
    if (!made.ok) return made
    reply
      .header('cache-control', 'private, no-store')
      .header('content-type', 'application/pdf')
      .header('content-disposition', 'attachment; filename="F-003-1.pdf"')
    await reply.send(Buffer.from(made.bytes))
    return undefined
  },
})
