import { IMPORT_BYTES } from '@ochno/contract/people-import'
import type { peopleRoutes } from '@ochno/contract/people-routes'
import type { FastifyReply } from 'fastify'
import type { PeopleDeps } from '../features/people/deps.ts'
import { changeGroup, createGroup, inviteGroup, listGroups, removeGroup } from '../features/people/groups.ts'
import { applyImport, cancelImport, checkImport, readImport } from '../features/people/import-people.ts'
import { exportPeople, importSample, listPeople } from '../features/people/list-people.ts'
import { listLedWork, setLead } from '../features/people/lead.ts'
import {
  changePerson,
  linkParent,
  listMyChildren,
  placePerson,
  readPerson,
  unlinkParent,
} from '../features/people/person-card.ts'
import { askedPage } from '../ports/paging.ts'
import type { Printed } from '../ports/print.ts'
import { readOctets } from './octets.ts'
import type { Handlers, Refused } from './seam.ts'

const kinds = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** T-33 */
async function send(
  reply: FastifyReply,
  as: keyof typeof kinds,
  name: string,
  made: Printed,
): Promise<Refused | undefined> {
  if (!made.ok) return { ok: false, why: made.why === 'failed' ? 'print_failed' : made.why }
  reply
    .header('cache-control', 'private, no-store')
    .header('vary', 'Cookie')
    .header('content-type', kinds[as])
    .header('content-disposition', `attachment; filename="${name}.${as}"`)
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
  await reply.send(Buffer.from(made.bytes.buffer, made.bytes.byteOffset, made.bytes.byteLength))
  return undefined
}

export const peopleHandlers = (deps: PeopleDeps): Handlers<typeof peopleRoutes> => ({
  listPeople: ({ actor }, { query }) =>
    listPeople(
      deps,
      actor.tenant,
      {
        find: query.find?.trim() ?? '',
        role: query.role ?? null,
        group: query.group ?? null,
        branch: query.branch ?? null,
      },
      askedPage(query),
    ),
  readPerson: ({ actor, now }, { params }) => readPerson(deps, actor, params.id, now),
  changePerson: ({ actor, now }, { params, body }) => changePerson(deps, actor, params.id, body, now),
  placePerson: ({ actor, now }, { params, body }) => placePerson(deps, actor, params.id, body, now),
  setLead: ({ actor, now }, { params, body }) => setLead(deps, actor, params.id, body.leads, now),
  listLedWork: async ({ actor, now }) => ({ ok: true, body: await listLedWork(deps, actor, now) }),
  linkParent: ({ actor, now }, { params, body }) =>
    linkParent(deps, actor, { child: params.id, parent: params.parent, proof: body.proof }, now),
  unlinkParent: ({ actor, now }, { params }) =>
    unlinkParent(deps, actor, { child: params.id, parent: params.parent }, now),
  listGroups: async ({ actor }) => ({ ok: true, body: await listGroups(deps, actor.tenant) }),
  createGroup: ({ actor, now }, { body }) => createGroup(deps, actor, body, now),
  changeGroup: ({ actor, now }, { params, body }) => changeGroup(deps, actor, params.gid, body, now),
  removeGroup: ({ actor, now }, { params }) => removeGroup(deps, actor, params.gid, now),
  inviteGroup: ({ actor, now }, { params }) => inviteGroup(deps, actor, params.gid, now),

  async checkImport({ actor, now }, _input, { request }) {
    const body = await readOctets(request, IMPORT_BYTES)
    return 'bytes' in body ? checkImport(deps, actor, body.bytes, now) : body
  },
  async applyImport({ actor, now }, { query }, { request }) {
    const body = await readOctets(request, IMPORT_BYTES)
    if (!('bytes' in body)) return body
    return applyImport(
      deps,
      actor,
      { bytes: body.bytes, plan: query.plan, verified: query.verified === 'yes' },
      now,
    )
  },
  readImport: async ({ actor }) => ({ ok: true, body: await readImport(deps, actor) }),
  cancelImport: async ({ actor }) => cancelImport(deps, actor),
  async exportPeople({ actor, now }, { query: { as } }, { reply }) {
    return send(reply, as, 'people', await exportPeople(deps, actor, as, now))
  },
  async readImportSample(_context, { query: { as } }, { reply }) {
    return send(reply, as, 'people-sample', await importSample(deps, as))
  },
  listMyChildren: async ({ actor, now }) => ({ ok: true, body: await listMyChildren(deps, actor, now) }),
})
