import { Readable } from 'node:stream'
import type { retentionRoutes } from '@ochno/contract/retention'
import type { FastifyReply } from 'fastify'
import type { RetentionDeps } from '../features/retention/deps.ts'
import { cancelDestruction, confirmDestruction, prepareDestruction } from '../features/retention/destroy.ts'
import { holdRecording, releaseHold } from '../features/retention/holds.ts'
import { extractDestruction, printDestruction, takeProof } from '../features/retention/papers.ts'
import { readKept, readRetention } from '../features/retention/show.ts'
import { exportSubject, findSubjects } from '../features/retention/subject.ts'
import type { DestructionId, HoldId } from '../ports/retention.ts'
import { fromOwnPage } from './guard.ts'
import type { Handlers } from './seam.ts'

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
} as const

async function send(
  reply: FastifyReply,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  name: string,
  as: keyof typeof types,
) {
  await reply
    .header('cache-control', 'private, no-store')
    .header('content-type', types[as])
    .header(
      'content-disposition',
      `attachment; filename="file.${as}"; filename*=UTF-8''${encodeURIComponent(`${name}.${as}`)}`,
    )
    .send(Readable.from(bytes, { objectMode: false }))
  return undefined
}

const foreign = { ok: false, why: 'not_same_origin' } as const

export const retentionHandlers = (deps: RetentionDeps): Handlers<typeof retentionRoutes> => ({
  readRetention: async ({ actor, now }) => ({ ok: true, body: await readRetention(deps, actor, now) }),
  readKept: ({ actor }, { params }) => readKept(deps, actor, params.sid),
  holdRecording: ({ actor, now }, { params, body }) => holdRecording(deps, actor, params.sid, body, now),
  releaseHold: ({ actor, now }, { params }) => releaseHold(deps, actor, params.hid as HoldId, now),
  prepareDestruction: ({ actor, now }, { body }) => prepareDestruction(deps, actor, body, now),
  cancelDestruction: ({ actor, now }, { params }) =>
    cancelDestruction(deps, actor, params.did as DestructionId, now),
  confirmDestruction: ({ actor, now }, { params }) =>
    confirmDestruction(deps, actor, params.did as DestructionId, now),

  printDestruction: async ({ actor }, { params, query }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return foreign
    const file = await printDestruction(deps, actor, params.did as DestructionId, query.as)
    return file.ok ? send(reply, [file.bytes], file.name, query.as) : file
  },
  extractDestruction: async ({ actor }, { params }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return foreign
    const file = await extractDestruction(deps, actor, params.did as DestructionId)
    return file.ok ? send(reply, [file.bytes], file.name, 'csv') : file
  },
  takeProof: async ({ actor }, { params }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return foreign
    const file = await takeProof(deps, actor, params.sid)
    return file.ok ? send(reply, [file.bytes], `${params.sid}-proof`, 'json') : file
  },
  exportOwnData: async ({ actor, now }, _input, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return foreign
    const file = await exportSubject(deps, actor, actor.account, now)
    return file.ok ? send(reply, file.bytes, 'Мои данные', 'zip') : file
  },
  findSubjects: async ({ actor }, { query }) => ({
    ok: true,
    body: { rows: await findSubjects(deps, actor, query.find) },
  }),
  exportSubjectData: async ({ actor, now }, { params }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return foreign
    const file = await exportSubject(deps, actor, params.id, now)
    return file.ok ? send(reply, file.bytes, 'Данные о человеке', 'zip') : file
  },
})
