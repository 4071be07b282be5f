import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { appointmentPaperRoutes, appointmentRoutes } from '@ochno/contract/appointments'
import type { institutionRoutes } from '@ochno/contract/institution'
import type { FastifyReply } from 'fastify'
import type { TenantId } from '@ochno/domain/ids'
import { changeInstitution } from '../features/institution/change-institution.ts'
import { contactStyle, readContacts } from '../features/institution/contact-page.ts'
import { instructionStyle, readInstruction } from '../features/institution/instruction-page.ts'
import type { InstitutionDeps } from '../features/institution/deps.ts'
import {
  addOrder,
  changeContact,
  listAppointments,
  revokeAppointment,
} from '../features/institution/orders.ts'
import { type PaperDeps, printContacts, printOrder } from '../features/institution/papers.ts'
import { answerStep, readInstitution, removePart, savePart, setKind } from '../features/institution/parts.ts'
import { listGroupPlaces, placeExam, placeGroup, readExamPlace } from '../features/institution/places.ts'
import { readMyPapers, sayOwnWord } from '../features/institution/own-papers.ts'
import { listProctors, setProctorCard } from '../features/institution/proctors.ts'
import { setStanding, type StandingDeps } from '../features/institution/standing.ts'
import { fromOwnPage } from './guard.ts'
import type { Handlers } from './seam.ts'
import { sendFile } from './send-file.ts'

export const institutionHandlers = (deps: InstitutionDeps): Handlers<typeof institutionRoutes> => ({
  changeInstitution: ({ actor, now }, { body }) => changeInstitution(deps, actor, body, now),
  readInstitution: async ({ actor }) => ({ ok: true, body: await readInstitution(deps, actor) }),
  setKind: ({ actor, now }, { body }) => setKind(deps, actor, body.kind, now),
  answerStep: ({ actor, now }, { params, body }) => answerStep(deps, actor, { ...params, ...body }, now),
  addPart: ({ actor, now }, { body }) => savePart(deps, actor, null, body, now),
  changePart: ({ actor, now }, { params, body }) => savePart(deps, actor, params.part, body, now),
  removePart: ({ actor, now }, { params }) => removePart(deps, actor, params.part, now),
  listGroupPlaces: async ({ actor }) => ({ ok: true, body: await listGroupPlaces(deps, actor.tenant) }),
  placeGroup: ({ actor, now }, { params, body }) => placeGroup(deps, actor, params.gid, body, now),
  readExamPlace: ({ actor }, { params }) => readExamPlace(deps, actor, params.eid),
  placeExam: ({ actor, now }, { params, body }) => placeExam(deps, actor, params.eid, body, now),
})

/** No script, no picture, no address to go to; any site may frame it. */
const policyOf = (style: string): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; form-action 'none'; frame-ancestors *; base-uri 'none'`
const contactPolicy = policyOf(contactStyle)
const instructionPolicy = policyOf(instructionStyle)

type PublicPage =
  | { readonly ok: true; readonly html: string }
  | { readonly ok: false; readonly why: 'not_found' }

async function sendPage(reply: FastifyReply, policy: string, page: PublicPage) {
  if (!page.ok) return page
  await reply
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=60',
      vary: 'accept-language',
    })
    .send(Readable.from([page.html], { objectMode: false }))
  return undefined
}

export const appointmentHandlers = (deps: StandingDeps): Handlers<typeof appointmentRoutes> => ({
  listAppointments: async ({ actor, now }) => ({
    ok: true,
    body: await listAppointments(deps, actor.tenant, now),
  }),
  addOrder: ({ actor, now }, { body }) => addOrder(deps, actor, body, now),
  changeContact: ({ actor, now }, { params, body }) => changeContact(deps, actor, params.apt, body, now),
  revokeAppointment: ({ actor, now }, { params, body }) =>
    revokeAppointment(deps, actor, params.apt, body.on, now),
  listProctors: async ({ actor, now }, { query }) => ({
    ok: true,
    body: await listProctors(deps, actor.tenant, query.branch ?? null, now),
  }),
  setProctorCard: ({ actor, now }, { params, body }) => setProctorCard(deps, actor, params.id, body, now),
  setStanding: ({ actor, now }, { params, body }) => setStanding(deps, actor, params.id, body, now),
  readMyPapers: ({ actor, now }) => readMyPapers(deps, actor, now),
  sayOwnWord: ({ actor, now }, { params, body }) => sayOwnWord(deps, actor, params.word, body.act, now),

  readContacts: async ({ now, language }, { params }, { reply }) =>
    sendPage(reply, contactPolicy, await readContacts(deps, params.tid as TenantId, language, now)),
  readInstruction: async ({ now, language }, { params }, { reply }) =>
    sendPage(reply, instructionPolicy, await readInstruction(deps, params.tid as TenantId, language, now)),
})

export const appointmentPaperHandlers = (deps: PaperDeps): Handlers<typeof appointmentPaperRoutes> => ({
  printOrder: async ({ actor, now }, { params, query }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
    const file = await printOrder(deps, actor.tenant, params.oid, query.as, now)
    return file.ok ? sendFile(reply, { ...file, as: query.as, plain: 'paper' }) : file
  },
  printContacts: async ({ actor, now }, { query }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
    const file = await printContacts(deps, actor.tenant, query.as, now)
    return file.ok ? sendFile(reply, { ...file, as: query.as, plain: 'paper' }) : file
  },
})
