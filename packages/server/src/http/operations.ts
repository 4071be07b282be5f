// For whoever runs the machine: alive, ready, figures, and what browsers say the content policy stopped.
import type { FastifyInstance } from 'fastify'
import { REPORTS } from './headers.ts'
import { refuse } from './refuse.ts'

export type OperationsDeps = {
  /** Names of areas that can not do their work, with a short reason. */
  readonly unready: () => Promise<Readonly<Record<string, string>>>
  readonly metrics: () => Promise<string>
  readonly cspReported: () => void
}

const isLoopback = (address: string | undefined): boolean =>
  address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1'

export function mountOperations(app: FastifyInstance, deps: OperationsDeps): void {
  app.get('/healthz', (_request, reply) => reply.type('text/plain').send('ok\n'))
  app.get('/readyz', async (_request, reply) => {
    const unready = await deps.unready()
    const ready = Object.keys(unready).length === 0
    return reply.code(ready ? 200 : 503).send({ ready, ...(ready ? {} : { unready }) })
  })
  app.get('/metrics', async (request, reply) => {
    // A proxy on this machine connects from loopback too, but says for whom.
    const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded
    if (!isLoopback(request.socket.remoteAddress) || forwarded !== undefined)
      return refuse(request, reply, { why: 'not_found' })
    return reply.type('text/plain; version=0.0.4').send(await deps.metrics())
  })
  app.register(async (scope) => {
    // Counted, not kept: a report holds addresses and pieces of pages.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 64 * 1024 }, (_request, _body, done) =>
      done(null, undefined),
    )
    scope.post(REPORTS, (_request, reply) => {
      deps.cspReported()
      return reply.code(204).send()
    })
  })
}
