// Where a request came from, by the rule that Fastify applies to request.ip.
import proxyAddr from '@fastify/proxy-addr'
import type { IncomingMessage } from 'node:http'

export function addressOf(trusted: readonly string[]): (request: IncomingMessage) => string {
  if (!trusted.length) return (request) => request.socket.remoteAddress ?? ''
  const trust = proxyAddr.compile([...trusted])
  return (request) => proxyAddr(request, trust) ?? ''
}
