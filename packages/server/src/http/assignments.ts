import type { assignmentRoutes } from '@ochno/contract/assignments'
import { SCAN_BYTES, type ScanKind } from '@ochno/domain/consent/scan'
import { instant } from '@ochno/domain/time'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WorkDeps } from '../features/assignments/deps.ts'
import {
  changeTask,
  closeTask,
  createTask,
  listTasks,
  readTask,
  recordWork,
  saveTerm,
} from '../features/assignments/give.ts'
import {
  handIn,
  listMyTasks,
  readFile,
  readMyTask,
  removeFile,
  sendFile,
} from '../features/assignments/hand-in.ts'
import { fromOwnPage } from './guard.ts'
import { readOctets } from './octets.ts'
import type { Handlers } from './seam.ts'

const extensions = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const

type Sent = { readonly request: FastifyRequest; readonly reply: FastifyReply }

export const assignmentHandlers = (deps: WorkDeps): Handlers<typeof assignmentRoutes> => {
  /** Never shown in place: what a learner sent is saved, not opened by our page. */
  async function send(
    { request, reply }: Sent,
    read: () => ReturnType<typeof readFile>,
  ): Promise<{ ok: false; why: 'not_found' | 'not_same_origin' | 'journal_unavailable' } | undefined> {
    if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
    const file = await read()
    if (!file.ok) return file
    const kind: ScanKind = file.kind
    reply
      .header('cache-control', 'private, no-store')
      .header('vary', 'Cookie')
      .header('content-type', kind)
      .header('content-disposition', `attachment; filename="work.${extensions[kind]}"`)
      .header('x-content-type-options', 'nosniff')
      .header('cross-origin-resource-policy', 'same-origin')
    await reply.send(Buffer.from(file.bytes))
    return undefined
  }
  const time = (iso: string | null) => (iso === null ? null : instant(iso))
  return {
    listTasks: async ({ actor }) => ({ ok: true, body: await listTasks(deps, actor) }),
    saveTaskTerm: ({ actor, now }, { body }) => saveTerm(deps, actor, body.term, now),
    createTask: ({ actor, now }, { body }) =>
      createTask(deps, actor, { ...body, deadline: time(body.deadline) }, now),
    readTask: ({ actor, now }, { params }) => readTask(deps, actor, params.tsk, now),
    changeTask: ({ actor, now }, { params, body }) =>
      changeTask(deps, actor, params.tsk, { ...body, deadline: time(body.deadline) }, now),
    closeTask: ({ actor, now }, { params }) => closeTask(deps, actor, params.tsk, now),
    recordWork: ({ actor, now }, { params, body }) =>
      recordWork(deps, actor, { task: params.tsk, account: params.id, ...body, at: instant(body.at) }, now),
    readWorkFile: ({ actor, now }, { params }, sent) =>
      send(sent, () => readFile(deps, actor, { task: params.tsk, file: params.csc, own: false }, now)),
    listMyTasks: async ({ actor, now }) => ({ ok: true, body: await listMyTasks(deps, actor, now) }),
    readMyTask: ({ actor, now }, { params }) => readMyTask(deps, actor, params.tsk, now),
    async sendWorkFile({ actor, now }, { params, query }, { request }) {
      const body = await readOctets(request, SCAN_BYTES)
      return 'bytes' in body
        ? sendFile(deps, actor, { task: params.tsk, name: query.name }, body.bytes, now)
        : body
    },
    removeWorkFile: ({ actor, now }, { params }) =>
      removeFile(deps, actor, { task: params.tsk, file: params.csc }, now),
    handIn: ({ actor, now }, { params, body }) =>
      handIn(deps, actor, { task: params.tsk, text: body.text }, now),
    readMyWorkFile: ({ actor, now }, { params }, sent) =>
      send(sent, () => readFile(deps, actor, { task: params.tsk, file: params.csc, own: true }, now)),
  }
}
