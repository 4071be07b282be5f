import type { callRoutes } from '@ochno/contract/calls'
import type { FastifyReply } from 'fastify'
import { type CallDeps, readSignals, signal } from '../features/conduct/call-signals.ts'
import type { Handlers } from './seam.ts'

type Query = { readonly after: number; readonly wait: number }

function waiting({ after, wait }: Query, reply: FastifyReply) {
  const gone = new AbortController()
  reply.raw.once('close', () => gone.abort())
  return { after, waitMs: wait * 1000, gone: gone.signal }
}

export const callHandlers = (deps: CallDeps): Handlers<typeof callRoutes> => ({
  readCallAsProctor: ({ actor, now }, { params: { sid: session, seq }, query }, { reply }) =>
    readSignals(deps, actor, { session, seq, as: 'proctor', ...waiting(query, reply) }, now),
  readCallAsExaminee: ({ actor, now }, { params: { sid: session, seq }, query }, { reply }) =>
    readSignals(deps, actor, { session, seq, as: 'examinee', ...waiting(query, reply) }, now),
  signalAsProctor: ({ actor, now }, { params: { sid: session, seq }, body }) =>
    signal(deps, actor, { session, seq, as: 'proctor', signals: body.signals }, now),
  signalAsExaminee: ({ actor, now }, { params: { sid: session, seq }, body }) =>
    signal(deps, actor, { session, seq, as: 'examinee', signals: body.signals }, now),
})
