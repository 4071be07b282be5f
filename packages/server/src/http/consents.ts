// Consents over HTTP: papers and scans as bytes, everything else as JSON.
import type { consentRoutes } from '@ochno/contract/consent-routes'
import { SCAN_BYTES } from '@ochno/domain/consent/scan'
import { roleMay } from '@ochno/domain/access/table'
import type { FastifyReply } from 'fastify'
import { answerConsent, markShown } from '../features/consents/answer.ts'
import { takeCopy, takeWithdrawalForm } from '../features/consents/copy.ts'
import type { ConsentDeps } from '../features/consents/deps.ts'
import { listExamConsents } from '../features/consents/exam-consents.ts'
import { makePaper, readScan, uploadScan } from '../features/consents/paper.ts'
import { listMine } from '../features/consents/person-view.ts'
import {
  changeSettings,
  expelPerson,
  listRegister,
  readSettings,
  receiveOriginal,
  registerWithdrawal,
} from '../features/consents/register.ts'
import { withdrawConsent } from '../features/consents/withdraw.ts'
import type { ConsentId, PaperId } from '../ports/consents.ts'
import { fromOwnPage } from './guard.ts'
import { readOctets } from './octets.ts'
import { askedPage } from '../ports/paging.ts'
import type { Actor, Handlers } from './seam.ts'

/** The contract has checked their shape. */
const paperOf = (pid: string) => pid as PaperId
const consentOf = (cid: string) => cid as ConsentId
const seesAll = (actor: Actor): boolean => actor.roles.some((role) => roleMay(role, 'consent.read_all'))

/** T-33 */
async function send(reply: FastifyReply, kind: string, name: string, bytes: Uint8Array): Promise<undefined> {
  reply
    .header('cache-control', 'private, no-store')
    .header('vary', 'Cookie')
    .header('content-type', kind)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
  await reply.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return undefined
}

const extensions = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const
const notOurPage = { ok: false, why: 'not_same_origin' } as const
const PDF = 'application/pdf'

export const consentHandlers = (deps: ConsentDeps): Handlers<typeof consentRoutes> => ({
  listMyConsents: async ({ actor, now }) => ({ ok: true, body: await listMine(deps, actor, now) }),
  markShown: ({ actor, now }, { params, body }) => markShown(deps, actor, params.id, body, now),
  answerConsent: ({ actor, now }, { params, body }) => answerConsent(deps, actor, params.id, body, now),

  async makePaper({ actor, now }, { params, body }, { reply }) {
    const made = await makePaper(deps, actor, params.id, body, now)
    return made.ok ? send(reply, PDF, 'consent.pdf', made.bytes) : made
  },

  async uploadScan({ actor, now }, { params }, { request }) {
    const body = await readOctets(request, SCAN_BYTES)
    return 'bytes' in body ? uploadScan(deps, actor, paperOf(params.pid), body.bytes, now) : body
  },

  async readScan({ actor, now }, { params }, { request, reply }) {
    if (!fromOwnPage(request.headers)) return notOurPage
    const scan = await readScan(deps, actor, paperOf(params.pid), now, seesAll(actor))
    return scan.ok ? send(reply, scan.kind, `scan.${extensions[scan.kind]}`, scan.bytes) : scan
  },

  async takeCopy({ actor, now }, { params }, { request, reply }) {
    if (!fromOwnPage(request.headers)) return notOurPage
    const copy = await takeCopy(deps, actor, consentOf(params.cid), now, seesAll(actor))
    return copy.ok ? send(reply, PDF, 'consent-copy.pdf', copy.bytes) : copy
  },

  withdrawConsent: ({ actor, now }, { params, body }) =>
    withdrawConsent(deps, actor, consentOf(params.cid), body.warned, now),

  async takeWithdrawalForm({ actor, now }, { params }, { request, reply }) {
    if (!fromOwnPage(request.headers)) return notOurPage
    const form = await takeWithdrawalForm(deps, actor, consentOf(params.cid), now, seesAll(actor))
    return form.ok ? send(reply, PDF, 'consent-withdrawal.pdf', form.bytes) : form
  },

  listRegister: ({ actor, now }, { query }) =>
    listRegister(
      deps,
      actor,
      { find: query.find?.trim() ?? '', list: query.list ?? 'all' },
      askedPage(query),
      now,
    ),
  receiveOriginal: ({ actor, now }, { params, body }) =>
    receiveOriginal(deps, actor, paperOf(params.pid), body, now),
  registerWithdrawal: ({ actor, now }, { params, body }) =>
    registerWithdrawal(deps, actor, consentOf(params.cid), body, now),
  expelPerson: ({ actor, now }, { params, body }) => expelPerson(deps, actor, params.id, body.on, now),
  readConsentSettings: async ({ actor }) => {
    const settings = await readSettings(deps, actor)
    return { ok: true, body: { ...settings, alternatives: [...settings.alternatives] } }
  },
  changeConsentSettings: async ({ actor, now }, { body }) => {
    const settings = await changeSettings(deps, actor, body, now)
    return { ok: true, body: { ...settings, alternatives: [...settings.alternatives] } }
  },
  listExamConsents: ({ actor, now }, { params, query }) =>
    listExamConsents(deps, actor, params.eid, query.find?.trim() ?? '', askedPage(query), now),
})
