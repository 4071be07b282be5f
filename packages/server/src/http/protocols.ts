import type { protocolRoutes } from '@ochno/contract/protocols'
import type { ProtocolDeps } from '../features/protocols/deps.ts'
import {
  handOverProtocol,
  listProtocols,
  readPaper,
  readProtocol,
  saveProtocol,
  signProtocol,
} from '../features/protocols/write-protocol.ts'
import type { PaperId } from '../ports/protocols.ts'
import { fromOwnPage } from './guard.ts'
import type { Handlers } from './seam.ts'
import { sendFile } from './send-file.ts'

export const protocolHandlers = (deps: ProtocolDeps): Handlers<typeof protocolRoutes> => ({
  listProtocols: async ({ actor, now }) => ({ ok: true, body: await listProtocols(deps, actor, now) }),
  readProtocol: ({ actor, now }, { params }) => readProtocol(deps, actor, params.sid, now),
  saveProtocol: ({ actor, now }, { params, body }) => saveProtocol(deps, actor, params.sid, body, now),
  signProtocol: ({ actor, now }, { params, body }) => signProtocol(deps, actor, params.sid, body, now),
  handOverProtocol: ({ actor, now }, { params }) => handOverProtocol(deps, actor, params.sid, now),

  async readSessionPaper({ actor, now }, { params }, { request, reply }) {
    if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
    // The contract has checked its shape.
    const found = await readPaper(deps, actor, params.sid, params.pid as PaperId, now)
    if (!found.ok) return found
    const { paper, bytes } = found
    return sendFile(reply, { bytes, name: `${paper.form} ${paper.name}`, as: paper.kind, plain: paper.form })
  },
})
