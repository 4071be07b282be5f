import { randomInt } from 'node:crypto'
import type { retentionRoutes } from '@ochno/contract/retention'
import type { RetentionDeps } from '../features/retention/deps.ts'
import { cancelDestruction, confirmDestruction, prepareDestruction } from '../features/retention/destroy.ts'
import { takeDeidentified } from '../features/retention/deidentify.ts'
import { decideClaim, holdRecording, lookAgain, releaseHold } from '../features/retention/holds.ts'
import { extractDestruction, printDestruction, takeProof } from '../features/retention/papers.ts'
import { readKept, readRetention } from '../features/retention/show.ts'
import { exportSubject, findSubjects } from '../features/retention/subject.ts'
import type { DestructionId, HoldId } from '../ports/retention.ts'
import { fromOwnPage } from './guard.ts'
import type { Handlers } from './seam.ts'
import { sendFile } from './send-file.ts'

const foreign = { ok: false, why: 'not_same_origin' } as const

export const retentionHandlers = (deps: RetentionDeps): Handlers<typeof retentionRoutes> => ({
  readRetention: async ({ actor, now }) => ({ ok: true, body: await readRetention(deps, actor, now) }),
  readKept: ({ actor }, { params }) => readKept(deps, actor, params.sid),
  holdRecording: ({ actor, now }, { params, body }) => holdRecording(deps, actor, params.sid, body, now),
  decideClaim: ({ actor, now }, { params, body }) =>
    decideClaim(deps, actor, params.hid as HoldId, body, now),
  releaseHold: ({ actor, now }, { params }) => releaseHold(deps, actor, params.hid as HoldId, now),
  lookAgain: ({ actor, now }, { params, body }) => lookAgain(deps, actor, params.hid as HoldId, body, now),
  prepareDestruction: ({ actor, now }, { body }) => prepareDestruction(deps, actor, body, now),
  cancelDestruction: ({ actor, now }, { params }) =>
    cancelDestruction(deps, actor, params.did as DestructionId, now),
  confirmDestruction: ({ actor, now }, { params }) =>
    confirmDestruction(deps, actor, params.did as DestructionId, now),

  takeDeidentified: async ({ actor, now }, _input, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return foreign
    const file = await takeDeidentified({ ...deps, order: () => randomInt(2 ** 40) }, actor, now)
    return file.ok ? sendFile(reply, { bytes: file.bytes, name: 'Обезличенные показатели', as: 'csv' }) : file
  },
  printDestruction: async ({ actor }, { params, query }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return foreign
    const file = await printDestruction(deps, actor, params.did as DestructionId, query.as)
    return file.ok ? sendFile(reply, { bytes: file.bytes, name: file.name, as: query.as }) : file
  },
  extractDestruction: async ({ actor }, { params }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return foreign
    const file = await extractDestruction(deps, actor, params.did as DestructionId)
    return file.ok ? sendFile(reply, { bytes: file.bytes, name: file.name, as: 'csv' }) : file
  },
  takeProof: async ({ actor }, { params }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return foreign
    const file = await takeProof(deps, actor, params.sid)
    return file.ok ? sendFile(reply, { bytes: file.bytes, name: `${params.sid}-proof`, as: 'json' }) : file
  },
  exportOwnData: async ({ actor, now }, _input, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return foreign
    const file = await exportSubject(deps, actor, actor.account, now)
    return file.ok ? sendFile(reply, { bytes: file.bytes, name: 'Мои данные', as: 'zip' }) : file
  },
  findSubjects: async ({ actor }, { query }) => ({
    ok: true,
    body: { rows: await findSubjects(deps, actor, query.find) },
  }),
  exportSubjectData: async ({ actor, now }, { params }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return foreign
    const file = await exportSubject(deps, actor, params.id, now)
    return file.ok ? sendFile(reply, { bytes: file.bytes, name: 'Данные о человеке', as: 'zip' }) : file
  },
})
