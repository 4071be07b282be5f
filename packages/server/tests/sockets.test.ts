import { removeProctor } from '@ochno/contract/sessions'
import { signOut } from '@ochno/contract/sign-in'
import type { SocketRoute } from '@ochno/contract/route'
import { bootServer, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type WebSocket from 'ws'
import { z } from 'zod'

const echo = {
  path: '/ws/echo/:n',
  can: 'live.watch',
  params: z.strictObject({ n: z.coerce.number().int() }),
  query: z.strictObject({ q: z.string().optional() }),
  summary: 'echo',
} as const satisfies SocketRoute

let server: TestServer
let allowed = true
beforeAll(async () => {
  server = await bootServer({
    parts: [
      {
        sockets: [
          {
            route: echo,
            handler: {
              admit: async () => (allowed ? { ok: true } : { ok: false, why: 'not_found' }),
              open: (_context: unknown, _input: unknown, socket: WebSocket) => {
                socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }))
              },
              still: async () => allowed,
            } as never,
          },
        ],
      },
    ],
  })
})
afterAll(() => server.stop())

/** How an attempt to open ends: 101, or the status of the refusal. */
const opening = (socket: WebSocket) =>
  new Promise<{ status: number; body: string }>((resolve) => {
    socket.on('open', () => resolve({ status: 101, body: '' }))
    socket.on('unexpected-response', (_request, response) => {
      let body = ''
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
    socket.on('error', () => undefined)
  })
const closing = (socket: WebSocket) => new Promise<number>((resolve) => socket.on('close', resolve))

test('B-13 a socket opens for our own page, a signed-in person and the declared right alone', async () => {
  const proctor = await server.person('proctor')
  const examinee = await server.person('examinee')
  for (const [name, dial, status, code] of [
    ['right', () => proctor.client.socket('/ws/echo/1'), 101, ''],
    [
      'foreign page',
      () => proctor.client.socket('/ws/echo/1', { origin: 'https://evil.example' }),
      403,
      'not_same_origin',
    ],
    ['no Origin', () => proctor.client.socket('/ws/echo/1', { origin: '' }), 403, 'not_same_origin'],
    ['nobody', () => proctor.client.socket('/ws/echo/1', { cookie: '' }), 401, 'not_signed_in'],
    ['wrong role', () => examinee.client.socket('/ws/echo/1'), 403, 'forbidden'],
    ['not a number', () => proctor.client.socket('/ws/echo/x'), 404, 'not_found'],
    ['unknown question', () => proctor.client.socket('/ws/echo/1?x=1'), 400, 'malformed'],
    ['no such socket', () => proctor.client.socket('/ws/none'), 404, 'not_found'],
  ] as const) {
    const socket = dial()
    const { status: got, body } = await opening(socket)
    expect([name, got, body ? JSON.parse(body).code : '']).toEqual([name, status, code])
    socket.terminate()
  }
})

test('B-13 messages pass unpacked, one of more than 64 KiB and a flood end the socket', async () => {
  const { client } = await server.person('proctor')
  const big = client.socket('/ws/echo/1')
  await opening(big)
  expect(big.extensions).toBe('')
  const back = new Promise<number>((resolve) =>
    big.once('message', (data) => resolve((data as Buffer).length)),
  )
  big.send(Buffer.alloc(64 * 1024))
  expect(await back).toBe(64 * 1024)
  const closed = closing(big)
  big.send(Buffer.alloc(64 * 1024 + 1))
  expect(await closed).toBe(1009)

  const flood = client.socket('/ws/echo/1')
  await opening(flood)
  const flooded = closing(flood)
  for (let i = 0; i < 1000; i++) flood.send('{')
  expect(await flooded).toBe(4429)
})

test('B-13 a sign-in that ended, a right that was taken and one the area takes back close with 4401', async () => {
  const one = await server.person('proctor')
  const socket = one.client.socket('/ws/echo/1')
  await opening(socket)
  const closed = closing(socket)
  await one.client.done(signOut, { body: { bufferEmpty: true } })
  expect(await closed).toBe(4401)

  const { id, proctors } = await server.session()
  const watcher = proctors[0]
  const other = watcher?.client.socket('/ws/echo/1') as WebSocket
  await opening(other)
  const ended = closing(other)
  allowed = false
  await server.admin.client.done(removeProctor, { params: { sid: id, proctor: watcher?.id ?? '' } })
  expect(await ended).toBe(4401)
  allowed = true
})
