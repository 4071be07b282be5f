// The two lanes of docs/spec/ingest.md 3, as a client sees them.
import { Agent as PlainAgent, request as plain } from 'node:http'
import { Agent as TlsAgent, request as tls } from 'node:https'
import { canonical } from '@ochno/evidence/jcs'
import { WebSocket } from 'ws'
import type { Receipt } from './history.ts'

export type Server = { readonly origin: string; readonly ca?: string }
export type Seat = { readonly sid: string; readonly lease: string; readonly cookie?: string }

export type HelloTrack = {
  readonly no: number
  readonly nonce: string
  readonly next: number
  readonly head: string | null
}
export type Hello = { readonly serverMs: number; readonly tracks: Readonly<Record<string, HelloTrack>> }

type WireReceipt = {
  readonly sid: string
  readonly tid: string
  readonly n: number
  readonly epoch: number
  readonly seq: number
  readonly size: number
  readonly sha256: string
  readonly chain: string
  readonly srv_ms: number
}
type WireAck = {
  readonly tid: string
  readonly receipt: WireReceipt
  readonly sig: string
  readonly key: string
}

export type Told =
  | { readonly is: 'ack'; readonly receipt: Receipt; readonly signed: WireAck }
  | {
      readonly is: 'nak'
      readonly tid: string
      readonly seq: number
      readonly why: string
      readonly next: number
    }

export const told = (ack: WireAck): Told & { is: 'ack' } => {
  const { receipt: r, sig, key } = ack
  const raw = `${canonical(r)}|${sig}|${key}`
  const { sid, tid, n, epoch, seq, size, sha256, chain } = r
  return {
    is: 'ack',
    receipt: { sid, tid, n, epoch, seq, size, sha256, chain, srvMs: r.srv_ms, raw },
    signed: ack,
  }
}

export type SocketLane = {
  readonly hello: Hello
  readonly send: (frame: Uint8Array) => void
  readonly buffered: () => number
  readonly close: () => void
}

/** Resolves with the hello; `heard` gets every answer, `over` is called once when the lane ends. */
export function socketLane(
  server: Server,
  seat: Seat,
  heard: (told: Told) => void,
  over: (why: string) => void,
): Promise<SocketLane> {
  const url = `${server.origin.replace(/^http/, 'ws')}/ingest/v1/sessions/${seat.sid}/ws?lease=${encodeURIComponent(seat.lease)}`
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, {
      perMessageDeflate: false,
      origin: server.origin,
      handshakeTimeout: 10_000,
      ...(server.ca ? { ca: server.ca } : {}),
      ...(seat.cookie ? { headers: { cookie: seat.cookie } } : {}),
    })
    socket.on('message', (data: Buffer, binary) => {
      if (binary) return
      const said = JSON.parse(data.toString()) as { t: string } & Record<string, unknown>
      if (said.t === 'hello')
        resolve({
          hello: said as unknown as Hello,
          send: (frame) => socket.send(frame),
          buffered: () => socket.bufferedAmount,
          close: () => socket.terminate(),
        })
      else if (said.t === 'ack') heard(told(said as unknown as WireAck))
      else if (said.t === 'acks') for (const ack of said.acks as WireAck[]) heard(told(ack))
      else if (said.t === 'nak') heard({ ...(said as unknown as Told & { is: 'nak' }), is: 'nak' })
    })
    socket.on('unexpected-response', (_, reply) => {
      reply.resume()
      reject(new Error(`refused with ${reply.statusCode}`))
      socket.terminate()
    })
    socket.on('error', reject)
    socket.on('close', (code, reason) => {
      reject(new Error(`closed with ${code}`))
      over(`${code} ${String(reason)}`)
    })
  })
}

export type Put = { readonly status: number; readonly body: string; readonly retryAfterS: number | null }

type Headers = Readonly<Record<string, string | number>>

export type HttpLane = {
  readonly put: (seat: Seat, tid: string, seq: number, frame: Uint8Array) => Promise<Put>
  readonly call: (method: string, path: string, headers: Headers, body?: unknown) => Promise<Put>
  readonly close: () => void
}

export function httpLane(server: Server, { sockets = 4, timeoutMs = 30_000 } = {}): HttpLane {
  const secure = server.origin.startsWith('https')
  const settings = { keepAlive: true, maxSockets: sockets, noDelay: true }
  const agent = secure ? new TlsAgent({ ...settings, ca: server.ca }) : new PlainAgent(settings)
  const send = secure ? tls : plain
  const ask = (method: string, path: string, headers: Headers, body: Uint8Array | null): Promise<Put> =>
    new Promise((resolve, reject) => {
      const request = send(
        `${server.origin}${path}`,
        {
          agent,
          method,
          timeout: timeoutMs,
          headers: { ...headers, ...(body ? { 'content-length': body.length } : {}) },
        },
        (reply) => {
          let text = ''
          reply.setEncoding('utf8')
          reply.on('data', (chunk: string) => {
            text += chunk
          })
          reply.on('error', reject)
          reply.on('end', () => {
            const after = reply.headers['retry-after']
            resolve({ status: reply.statusCode ?? 0, body: text, retryAfterS: after ? Number(after) : null })
          })
        },
      )
      request.on('error', reject)
      request.on('timeout', () => request.destroy(new Error('no answer')))
      request.end(body ?? undefined)
    })
  return {
    put: ({ sid, lease, cookie }, tid, seq, frame) =>
      ask(
        'PUT',
        `/ingest/v1/sessions/${sid}/tracks/${tid}/fragments/${seq}?lease=${encodeURIComponent(lease)}`,
        {
          'content-type': 'application/octet-stream',
          'sec-fetch-site': 'same-origin',
          origin: server.origin,
          ...(cookie ? { cookie } : {}),
        },
        frame,
      ),
    call: (method, path, headers, body) =>
      ask(method, path, headers, body === undefined ? null : Buffer.from(JSON.stringify(body))),
    close: () => agent.destroy(),
  }
}
