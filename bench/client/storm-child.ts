import { randomFillSync } from 'node:crypto'
import { Agent, request } from 'node:http'
import { HEADER, KIND } from '@ochno/evidence/record'
import { copyOf, unhex } from '@ochno/evidence/bytes'
import { sha256 } from '@ochno/evidence/node/hash'
import { socketLane } from '@ochno/testkit/chaos/lanes'
import { fragmentBytes } from '@ochno/testkit/chaos/media'
import { recordMaker } from '@ochno/testkit/chaos/record-maker'
import type { Round, StormMessage, StormPlan } from './storm.ts'

type Send = (body: Uint8Array, one: Body) => Promise<void>
type Body = { readonly payload: Uint8Array; readonly sha256: Uint8Array }
type Call = {
  readonly method: string
  readonly path: string
  readonly headers?: Record<string, string | number>
}

let agent: Agent
let origin = ''
let streams: Send[] = []
let pool: Uint8Array[] = []

process.on('message', (message: StormMessage) => {
  const done = 'round' in message ? round(message.round) : prepare(message)
  done
    .then((result) => process.send?.(result ?? 'ready'))
    .catch((cause) => {
      console.error(cause)
      process.exit(1)
    })
})

async function prepare(plan: StormPlan): Promise<void> {
  agent = new Agent({ keepAlive: true, maxSockets: plan.connections })
  origin = plan.origin
  pool = Array.from({ length: 24 }, (_, i) => fragmentBytes(1, i, plan.bodyBytes - HEADER))
  if (plan.wire === 'nginx') streams = Array.from({ length: plan.connections }, (_, i) => nginxStream(i))
  else if (plan.wire === 'tus')
    streams = await Promise.all(Array.from({ length: plan.connections }, tusStream))
  else {
    const open = plan.wire === 'ochno' ? socketStreams : httpStreams
    streams = (await Promise.all(plan.seats.map(open))).flat().slice(0, plan.connections)
  }
}

async function round(bodies: number): Promise<Round> {
  const ms: number[] = []
  let [left, failed] = [bodies, 0]
  const began = performance.now()
  await Promise.all(
    streams.map(async (send, i) => {
      for (let k = i; left-- > 0; k++) {
        const one = unlike(pool[k % pool.length] as Uint8Array)
        const at = performance.now()
        await send(one.payload, one).catch((cause) => {
          if (failed++ === 0) console.error(String(cause))
        })
        ms.push(performance.now() - at)
      }
    }),
  )
  return { seconds: (performance.now() - began) / 1000, ms, failed }
}

/** As in life no two bodies are alike: the server looks for the same bytes in two recordings. */
function unlike(body: Uint8Array): Body {
  const payload = randomFillSync(copyOf(body), 0, 16)
  return { payload, sha256: sha256(payload) }
}

function call({ method, path, headers = {} }: Call, body: Uint8Array | null) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      const sent = request(
        `${origin}${path}`,
        { agent, method, headers: { ...headers, 'content-length': body?.length ?? 0 } },
        (reply) => {
          let text = ''
          reply.setEncoding('utf8')
          reply.on('data', (chunk: string) => {
            text += chunk
          })
          reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text }))
        },
      )
      sent.on('error', reject)
      sent.end(body ?? undefined)
    },
  )
}

// Peers get a frame of the same length as ours: the header's 128 bytes are part of the body.
const framed = (payload: Uint8Array) => {
  const frame = new Uint8Array(HEADER + payload.length)
  frame.set(payload, HEADER)
  return frame
}

function nginxStream(no: number): Send {
  let n = 0
  return async (payload) => {
    const { status } = await call({ method: 'PUT', path: `/s${no}/${n++}` }, framed(payload))
    if (status !== 201 && status !== 204) throw new Error(`nginx said ${status}`)
  }
}

async function tusStream(): Promise<Send> {
  const headers = { 'tus-resumable': '1.0.0' }
  const made = await call(
    { method: 'POST', path: '/files', headers: { ...headers, 'upload-length': 2 ** 40 } },
    null,
  )
  const path = new URL(String(made.headers.location)).pathname
  let offset = 0
  return async (payload) => {
    const type = 'application/offset+octet-stream'
    const frame = framed(payload)
    const { status, text } = await call(
      { method: 'PATCH', path, headers: { ...headers, 'content-type': type, 'upload-offset': offset } },
      frame,
    )
    if (status !== 204) throw new Error(`tus said ${status} ${text}`)
    offset += frame.length
  }
}

/** The lane a recorder takes: one socket a session, every record answered by its receipt. */
async function socketStreams(seat: StormPlan['seats'][number]): Promise<Send[]> {
  const waiting = new Map<string, { resolve: () => void; reject: (cause: Error) => void }>()
  const lane = await socketLane(
    { origin },
    seat,
    (told) => {
      const key = told.is === 'ack' ? `${told.receipt.tid}|${told.receipt.seq}` : `${told.tid}|${told.seq}`
      if (told.is === 'ack') waiting.get(key)?.resolve()
      else waiting.get(key)?.reject(new Error(`ochno said ${told.why}`))
      waiting.delete(key)
    },
    (why) => {
      for (const { reject } of waiting.values()) reject(new Error(why))
    },
  )
  return ['cam', 'screen'].map((tid) => {
    const track = lane.hello.tracks[tid]
    const nonce = track && unhex(track.nonce)
    if (!nonce) throw new Error(`no track ${tid} in the hello`)
    const maker = recordMaker({ sid: seat.sid, tid, no: track.no, nonce })
    return (_, one) => {
      const { op, frame } = maker.make(maker.next() === 0 ? KIND.init : KIND.media, one.payload, {
        sha256: one.sha256,
      })
      return new Promise((resolve, reject) => {
        waiting.set(`${tid}|${op.seq}`, { resolve, reject })
        lane.send(frame)
      })
    }
  })
}

async function httpStreams({ sid, lease, cookie }: StormPlan['seats'][number]): Promise<Send[]> {
  const session = `/ingest/v1/sessions/${sid}/tracks`
  const query = `?lease=${encodeURIComponent(lease)}`
  const headers = { origin, 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) }
  const hello = await call({ method: 'GET', path: `${session}${query}`, headers }, null)
  const { tracks } = JSON.parse(hello.text) as { tracks: Record<string, { no: number; nonce: string }> }
  return ['cam', 'screen'].map((tid) => {
    const track = tracks[tid]
    const nonce = track && unhex(track.nonce)
    if (!nonce) throw new Error(`no track ${tid} in ${hello.text}`)
    const maker = recordMaker({ sid, tid, no: track.no, nonce })
    return async (_, one) => {
      const made = maker.make(maker.next() === 0 ? KIND.init : KIND.media, one.payload, {
        sha256: one.sha256,
      })
      const { status, text } = await call(
        {
          method: 'PUT',
          path: `${session}/${tid}/fragments/${made.op.seq}${query}`,
          headers: { ...headers, 'content-type': 'application/octet-stream' },
        },
        made.frame,
      )
      if (status !== 200) throw new Error(`ochno said ${status} ${text}`)
    }
  })
}
