// A bridge to an identity provider as docs/spec/external-identity.md asks for: the edge of the product that others run.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Start = {
  readonly v: 1
  readonly kind: 'start'
  readonly iss: string
  readonly aud: string
  readonly request: string
  readonly subject: string
  readonly return: string
  readonly at: string
  readonly until: string
}

const mac = (key: string, payload: string) =>
  createHmac('sha256', key).update(`ochno-identity-v1.${payload}`).digest('base64url')

export function signedWord(key: string, said: object): string {
  const payload = Buffer.from(JSON.stringify(said)).toString('base64url')
  return `${payload}.${mac(key, payload)}`
}

function opened(key: string, word: string): Start | null {
  const [payload = '', seal = ''] = word.split('.')
  const [right, given] = [Buffer.from(mac(key, payload)), Buffer.from(seal)]
  if (right.length !== given.length || !timingSafeEqual(right, given)) return null
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Start
}

/** Answers every start with what `decide` says; 400 to whatever was not signed for it. */
export async function identityBridge(
  key: string,
  decide: (start: Start) => { readonly outcome: 'positive' | 'negative'; readonly transaction: string },
  nowMs: () => number = Date.now,
) {
  const starts: Start[] = []
  let address = ''
  const server = createServer((request, reply) => {
    const word = new URL(request.url ?? '/', address).searchParams.get('start') ?? ''
    const start = opened(key, word)
    if (!start || start.aud !== address || Date.parse(start.until) < nowMs())
      return void reply.writeHead(400).end()
    starts.push(start)
    const answer = {
      v: 1,
      kind: 'result',
      iss: start.aud,
      aud: start.iss,
      request: start.request,
      at: new Date(nowMs()).toISOString(),
      ...decide(start),
    }
    reply.writeHead(303, { location: `${start.return}#answer=${signedWord(key, answer)}` }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/start`
  return {
    address,
    starts,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
