// The only place of the recorder that talks to the network: the lease, the WebSocket lane and the HTTP lane.
import type { SignedReceipt } from '@ochno/evidence/receipt'
import { type Denial, type HelloTracks, type NakCode, nakCodes } from '../core/uploader-types.ts'
import { type Hello, type Lease, readHello, readLease, readMessage, readNak, readSigned } from './messages.ts'

export type LaneListener = {
  readonly hello: (serverMs: number, tracks: HelloTracks) => void
  readonly acks: (acks: readonly SignedReceipt[]) => void
  readonly nak: (tid: string, seq: number, why: NakCode, next: number, retryAfterS?: number) => void
  readonly lost: () => void
}

export type Socket = {
  readonly send: (bytes: Uint8Array) => void
  readonly buffered: () => number
  readonly close: () => void
}
export type LeaseAnswer =
  | { readonly ok: true; readonly lease: Lease }
  | { readonly ok: false; readonly why: Denial | 'unreachable' }
const REQUEST_MS = 15_000
/** A whole fragment at full quality on a line of 64 kbit/s takes its time. */
const PUT_MS = 60_000

export class Server {
  readonly #base: string
  readonly #sid: string
  readonly #device: string
  #lease = ''

  constructor(baseUrl: string, sid: string, device: string) {
    this.#base = baseUrl.replace(/\/$/, '')
    this.#sid = sid
    this.#device = device
  }

  async lease(): Promise<LeaseAnswer> {
    const reply = await this.#fetch(`/api/sessions/${this.#sid}/lease`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ device: this.#device }),
    })
    if (!reply) return { ok: false, why: 'unreachable' }
    if (reply.status === 200 || reply.status === 201) {
      const lease = readLease(reply.body)
      if (!lease) return { ok: false, why: 'unreachable' }
      this.#lease = lease.lease
      return { ok: true, lease }
    }
    return {
      ok: false,
      why:
        reply.status >= 500 || reply.status === 429
          ? 'unreachable'
          : denialOf(reply.status, codeOf(reply.body)),
    }
  }

  openSocket(listener: LaneListener): Socket {
    const url = `${this.#base.replace(/^http/, 'ws')}/ingest/v1/sessions/${this.#sid}/ws?lease=${encodeURIComponent(this.#lease)}`
    const socket = new WebSocket(url)
    socket.binaryType = 'arraybuffer'
    socket.onmessage = (message: MessageEvent<unknown>) => {
      if (typeof message.data !== 'string') return
      const says = readMessage(message.data)
      if (says?.t === 'hello') listener.hello(says.serverMs, says.tracks)
      else if (says?.t === 'acks') listener.acks(says.acks)
      else if (says?.t === 'nak') listener.nak(says.tid, says.seq, says.why, says.next, says.retryAfterS)
    }
    socket.onclose = () => listener.lost()
    return {
      send: (bytes) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(bytes as Uint8Array<ArrayBuffer>)
      },
      buffered: () => socket.bufferedAmount,
      close: () => {
        socket.onclose = null
        socket.onmessage = null
        socket.close()
      },
    }
  }

  async tracks(): Promise<Hello | Denial | null> {
    const reply = await this.#fetch(
      `/ingest/v1/sessions/${this.#sid}/tracks?lease=${encodeURIComponent(this.#lease)}`,
      { method: 'GET' },
    )
    if (!reply) return null
    return reply.status === 200
      ? readHello(reply.body)
      : reply.status >= 500
        ? null
        : denialOf(reply.status, codeOf(reply.body))
  }

  /** One record by HTTP (ING-13). */
  async put(tid: string, seq: number, bytes: Uint8Array, listener: LaneListener): Promise<void> {
    const reply = await this.#fetch(
      `/ingest/v1/sessions/${this.#sid}/tracks/${tid}/fragments/${seq}?lease=${encodeURIComponent(this.#lease)}`,
      {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream' },
        body: bytes as Uint8Array<ArrayBuffer>,
      },
      PUT_MS,
    )
    const signed = reply?.status === 200 ? readSigned(reply.body) : null
    if (signed) return listener.acks([signed])
    if (!reply || reply.status === 401 || reply.status === 404 || reply.status === 200) return listener.lost()
    const why = nakOf(reply.status, codeOf(reply.body))
    const nak = readNak({ ...(typeof reply.body === 'object' ? reply.body : {}), tid, seq, why })
    if (nak) listener.nak(tid, seq, nak.why, nak.next, reply.retryAfterS)
    else listener.lost()
  }

  async #fetch(
    path: string,
    init: RequestInit,
    patienceMs = REQUEST_MS,
  ): Promise<{ status: number; body: unknown; retryAfterS?: number } | null> {
    try {
      const reply = await fetch(this.#base + path, {
        ...init,
        credentials: 'same-origin',
        cache: 'no-store',
        signal: AbortSignal.timeout(patienceMs),
      })
      const retry = Number(reply.headers.get('retry-after'))
      const body: unknown = await reply.json().catch(() => null)
      return { status: reply.status, body, ...(retry > 0 ? { retryAfterS: retry } : {}) }
    } catch {
      return null
    }
  }
}

function codeOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return ''
  const { code, error, why } = body as Record<string, unknown>
  return [code, why, error].find((value): value is string => typeof value === 'string') ?? ''
}

function denialOf(status: number, code: string): Denial {
  if (code === 'closed' || status === 410) return 'closed'
  if (code === 'lease_taken' || status === 409) return 'lease_taken'
  if (status === 404 || status === 403) return 'no_session'
  return 'signed_out'
}

const byStatus: Record<number, NakCode> = {
  400: 'malformed',
  409: 'conflict',
  413: 'too_large',
  429: 'quota',
  460: 'checksum',
  503: 'busy',
  507: 'disk',
}
const nakOf = (status: number, code: string): string =>
  nakCodes.find((known) => known === code) ?? byStatus[status] ?? ''
