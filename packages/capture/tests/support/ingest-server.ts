// A server that speaks docs/spec/ingest.md and keeps everything in memory, so that the recorder can be tested without a
// database; what it may do wrong is set by the test. The product's own server is tried in e2e/.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { trackByNumber, type TrackId, trackNumbers } from '@ochno/domain/recording/track'
import { base64, concat, equal, hex } from '@ochno/evidence/bytes'
import { chainNext, genesis } from '@ochno/evidence/chain'
import { keyId } from '@ochno/evidence/keys'
import { receiptBytes, receiptOf, type SignedReceipt } from '@ochno/evidence/receipt'
import { FLAG, HEADER, KIND, readHeader, readPart, type RecordHeader } from '@ochno/evidence/record'
import { type WebSocket, WebSocketServer } from 'ws'

export type Stored = {
  readonly header: Uint8Array
  readonly parsed: RecordHeader
  readonly payload: Uint8Array
  readonly signed: SignedReceipt
  readonly at: number
}
export type ServerTrack = {
  readonly nonce: Uint8Array
  readonly records: Stored[]
  chain: Uint8Array
  part: { seq: number; bytes: Uint8Array[]; length: number } | null
  viaParts: number
  wholes: number
}

export type IngestServer = {
  readonly url: string
  readonly sessions: Map<string, Map<TrackId, ServerTrack>>
  readonly faults: {
    refuseWs: boolean
    silentAcks: boolean
    badSignature: boolean
    nak: { why: string; times: number } | null
    down: boolean
  }
  readonly track: (sid: string, tid: TrackId) => ServerTrack
  readonly leases: number[]
  readonly cut: () => void
  readonly until: (what: () => boolean, ms?: number) => Promise<void>
  readonly close: () => Promise<void>
}

const sha = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())

export async function ingestServer(
  pages: { readonly [path: string]: string } = {},
  dist?: string,
): Promise<IngestServer> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32))
  const key = {
    id: await keyId(raw),
    alg: 'Ed25519',
    use: 'receipt',
    key: base64(raw),
    from_ms: 0,
    until_ms: null,
  }
  const outboxKeys = new Map<string, string>()
  const sessions: IngestServer['sessions'] = new Map()
  const faults: IngestServer['faults'] = {
    refuseWs: false,
    silentAcks: false,
    badSignature: false,
    nak: null,
    down: false,
  }
  const leases: number[] = []
  const sockets = new Set<Socket>()
  const watchers = new Set<() => void>()
  let turn: Promise<unknown> = Promise.resolve()

  const tracksOf = async (sid: string) => {
    const known = sessions.get(sid)
    if (known) return known
    const made = new Map<TrackId, ServerTrack>()
    sessions.set(sid, made)
    for (const tid of ['cam', 'screen', 'events'] as const) {
      const nonce = new Uint8Array(randomBytes(32))
      made.set(tid, {
        nonce,
        records: [],
        chain: await genesis(sid, tid, nonce),
        part: null,
        viaParts: 0,
        wholes: 0,
      })
    }
    return made
  }
  const track = (sid: string, tid: TrackId) => sessions.get(sid)?.get(tid) as ServerTrack

  const hello = async (sid: string) => {
    const tracks: Record<string, unknown> = {}
    for (const [tid, t] of await tracksOf(sid)) {
      const last = t.records.at(-1)
      tracks[tid] = {
        no: trackNumbers[tid],
        nonce: hex(t.nonce),
        next: t.records.length,
        head: last ? hex(sha(last.header)) : null,
        epoch: last?.parsed.epoch ?? null,
      }
    }
    return { t: 'hello', session: sid, serverMs: Date.now(), tracks }
  }

  const accept = async (
    sid: string,
    frame: Uint8Array,
  ): Promise<
    ({ t: 'ack' } & SignedReceipt) | { t: 'nak'; tid: string; seq: number; why: string; next: number }
  > => {
    const parsed = readHeader(frame)
    const tid = parsed && trackByNumber(parsed.track)
    if (!parsed || !tid) return { t: 'nak', tid: 'cam', seq: 0, why: 'malformed', next: 0 }
    const all = await tracksOf(sid)
    const t = all.get(tid) as ServerTrack
    const nak = (why: string) => ({ t: 'nak' as const, tid, seq: parsed.seq, why, next: t.records.length })
    if (faults.nak && faults.nak.times > 0 && parsed.kind === KIND.media) {
      faults.nak.times--
      return nak(faults.nak.why)
    }
    const header = frame.slice(0, HEADER)
    let payload = frame.slice(HEADER)
    const bodyless = payload.length === 0 && parsed.payloadLen > 0
    if (bodyless) {
      if (!(parsed.flags & FLAG.parts)) return nak('malformed')
      if (t.part?.seq !== parsed.seq || t.part.length !== parsed.payloadLen) return nak('parts')
      payload = concat(...t.part.bytes) as Uint8Array<ArrayBuffer>
    }
    if (payload.length !== parsed.payloadLen || !equal(sha(payload), parsed.sha256)) return nak('checksum')
    const known = t.records[parsed.seq]
    if (known) return equal(known.header, header) ? { t: 'ack', ...known.signed } : nak('conflict')
    if (parsed.seq > t.records.length) return nak('window')
    const last = t.records.at(-1)
    if (!equal(parsed.prev, last ? sha(last.header) : await genesis(sid, tid, t.nonce))) return nak('chain')
    const srvMs = Date.now()
    t.chain = await chainNext(t.chain, {
      v: 1,
      sid,
      tid,
      n: t.records.length,
      epoch: parsed.epoch,
      seq: parsed.seq,
      kind: parsed.kind,
      size: payload.length,
      sha256: hex(parsed.sha256),
      head: hex(sha(header)),
      srv_ms: srvMs,
      cli_ms: Math.round(parsed.wallMs),
      mono_ms: Math.round(parsed.monoMs),
      late_ms: 0,
    })
    const receipt = receiptOf(
      {
        sid,
        tid,
        n: t.records.length,
        epoch: parsed.epoch,
        seq: parsed.seq,
        size: payload.length,
        sha256: hex(parsed.sha256),
        srv_ms: srvMs,
      },
      t.chain,
    )
    const signed = {
      receipt,
      sig: signReceipt(receiptBytes(receipt), privateKey, faults.badSignature),
      key: key.id,
    }
    t.records.push({ header, parsed, payload, signed, at: srvMs })
    if (parsed.kind === KIND.media) bodyless ? t.viaParts++ : t.wholes++
    for (const look of watchers) look()
    return { t: 'ack', ...signed }
  }
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work)
    turn = done.catch(() => {})
    return done
  }

  const http = createServer((request, reply) => {
    answer(request, reply).catch((error: unknown) => {
      reply.statusCode = 500
      reply.end(String(error))
    })
  })
  const answer = async (request: IncomingMessage, reply: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://x')
    const json = (status: number, body: unknown) => {
      reply.writeHead(status, { 'content-type': 'application/json' })
      reply.end(JSON.stringify(body))
    }
    const [, sid = ''] = url.pathname.match(/sessions\/([^/]+)/) ?? []
    if (url.pathname.endsWith('/lease')) {
      for await (const _ of request) void _
      leases.push(Date.now())
      if (!outboxKeys.has(sid)) outboxKeys.set(sid, base64(new Uint8Array(randomBytes(32))))
      return json(200, { lease: 'lease', expiresInS: 30, keys: [key], outboxKey: outboxKeys.get(sid) })
    }
    if (url.pathname.endsWith('/tracks')) return json(200, await hello(sid))
    if (request.method === 'PUT') {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const said = await inTurn(() => accept(sid, new Uint8Array(Buffer.concat(chunks))))
      if (faults.silentAcks) return request.socket.destroy()
      const status: Record<string, number> = {
        malformed: 400,
        checksum: 460,
        busy: 503,
        quota: 429,
        disk: 507,
        too_large: 413,
      }
      return said.t === 'ack' ? json(200, said) : json(status[said.why] ?? 409, { ...said, code: said.why })
    }
    const page = pages[url.pathname]
    if (page !== undefined) {
      reply.writeHead(200, { 'content-type': 'text/html' })
      return reply.end(page)
    }
    if (dist && /^\/lib\/[\w./-]+$/.test(url.pathname)) {
      const body = await readFile(`${dist}/${url.pathname.slice(5)}`).catch(() => null)
      reply.writeHead(body ? 200 : 404, { 'content-type': 'text/javascript' })
      return reply.end(body ?? '')
    }
    reply.writeHead(404).end()
  }
  const wss = new WebSocketServer({ noServer: true })
  const live = new Set<WebSocket>()
  http.on('connection', (socket) => {
    if (faults.down) return socket.destroy()
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  http.on('upgrade', (request, socket, head) => {
    if (faults.refuseWs) return socket.destroy()
    const sid = request.url?.match(/sessions\/([^/]+)/)?.[1] ?? ''
    wss.handleUpgrade(request, socket, head, (ws) => {
      live.add(ws)
      ws.on('close', () => live.delete(ws))
      void hello(sid).then((text) => ws.send(JSON.stringify(text)))
      ws.on('message', (data: Buffer, binary) => {
        if (!binary) return
        const bytes = new Uint8Array(data)
        void inTurn(async () => {
          const part = readPart(bytes)
          if (part) {
            const t = (await tracksOf(sid)).get(trackByNumber(part.track) as TrackId) as ServerTrack
            if (part.offset === 0) t.part = { seq: part.seq, bytes: [], length: 0 }
            if (t.part?.seq === part.seq && t.part.length === part.offset) {
              t.part.bytes.push(part.bytes)
              t.part.length += part.bytes.length
            }
            return
          }
          const said = await accept(sid, bytes)
          if (!faults.silentAcks)
            ws.send(JSON.stringify(said.t === 'ack' ? { t: 'acks', acks: [said] } : said))
        })
      })
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    sessions,
    faults,
    track,
    leases,
    cut: () => {
      for (const socket of sockets) socket.destroy()
    },
    until: (what, ms = 60_000) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!what()) return
          clearTimeout(timer)
          watchers.delete(look)
          resolve()
        }
        const timer = setTimeout(() => {
          watchers.delete(look)
          reject(new Error('the server never saw it'))
        }, ms)
        watchers.add(look)
        look()
      }),
    close: () => stop(http, sockets),
  }
}

function signReceipt(bytes: Uint8Array, key: KeyObject, wrong: boolean): string {
  const signature = new Uint8Array(sign(null, bytes, key))
  if (wrong) signature[0] = (signature[0] ?? 0) ^ 1
  return base64(signature)
}

function stop(http: Server, sockets: Set<Socket>): Promise<void> {
  return new Promise((resolve) => {
    http.close(() => resolve())
    for (const socket of sockets) socket.destroy()
  })
}

/** The chain as a verifier walks it: null when every record links to the one before and matches its hash. */
export async function brokenChain(sid: string, tid: TrackId, track: ServerTrack): Promise<string | null> {
  let prev = await genesis(sid, tid, track.nonce)
  for (const [index, record] of track.records.entries()) {
    if (record.parsed.seq !== index) return `seq ${record.parsed.seq} at place ${index}`
    if (!equal(record.parsed.prev, prev)) return `seq ${index} does not link`
    if (!equal(record.parsed.sha256, sha(record.payload))) return `seq ${index} has other bytes`
    prev = sha(record.header)
  }
  return null
}
