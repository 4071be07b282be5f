// An honest examinee without a browser: keeps what has no receipt, comes back after every failure, writes the history.
import { unhex } from '@ochno/evidence/bytes'
import { KIND } from '@ochno/evidence/record'
import type { History } from './history.ts'
import {
  type Hello,
  httpLane,
  type Seat,
  type Server,
  type SocketLane,
  socketLane,
  type Told,
  told,
} from './lanes.ts'
import { fragmentBytes } from './media.ts'
import { type MadeRecord, type RecordMaker, recordMaker } from './record-maker.ts'

export type Writer = {
  /** Makes one record and keeps it until its receipt comes. */
  readonly record: (tid: string, size: number) => void
  readonly acknowledged: () => number
  readonly waiting: () => number
  /** Resolves when nothing waits any more. */
  readonly drained: () => Promise<void>
  /** Opens the lane again now instead of after the pause. */
  readonly poke: () => void
  readonly close: () => void
}

type Options = {
  readonly server: () => Server
  readonly seat: (failure: string | null) => Promise<Seat>
  readonly sid: string
  /** As GET /ingest/v1/sessions/{sid}/tracks answers: the nonces begin the chains. */
  readonly tracks: Hello['tracks']
  readonly history: History
  readonly lane: 'ws' | 'http'
  readonly seed: number
  readonly window?: number
  readonly retryMs?: number
}

export function writer({
  server,
  seat,
  sid,
  tracks,
  history,
  lane,
  seed,
  window = 8,
  retryMs = 50,
}: Options): Writer {
  const makers = new Map<string, RecordMaker>()
  const outbox: MadeRecord[] = []
  const flying = new Map<string, number>()
  const placeOf = (tid: string, seq: number) => `${tid}|${seq}`
  let acknowledged = 0
  let open: SocketLane | null = null
  let connecting = false
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let failure: string | null = null
  let idle: Array<() => void> = []

  const settle = (answer: Told) => {
    const place =
      answer.is === 'ack' ? placeOf(answer.receipt.tid, answer.receipt.seq) : placeOf(answer.tid, answer.seq)
    const op = flying.get(place)
    flying.delete(place)
    if (answer.is === 'ack') {
      if (op !== undefined) history.ok(Date.now(), op, answer.receipt)
      const at = outbox.findIndex(({ op: { tid, seq } }) => placeOf(tid, seq) === place)
      if (at >= 0) {
        outbox.splice(at, 1)
        acknowledged++
      }
      if (outbox.length === 0) for (const done of idle.splice(0)) done()
    } else if (op !== undefined) history.fail(Date.now(), op, answer.why)
  }
  const invoke = (record: MadeRecord) => {
    const op = history.invoke(Date.now(), record.op)
    flying.set(placeOf(record.op.tid, record.op.seq), op)
    return op
  }
  const forget = (why: string) => {
    for (const op of flying.values()) history.info(Date.now(), op, why)
    flying.clear()
  }
  const later = () => {
    if (closed) return
    clearTimeout(timer)
    timer = setTimeout(pump, retryMs)
  }

  const overSocket = async () => {
    if (!open) {
      if (connecting) return
      connecting = true
      try {
        open = await socketLane(
          server(),
          await seat(failure),
          (answer) => {
            settle(answer)
            if (answer.is === 'nak') later()
            else pump()
          },
          (why) => {
            failure = why
            open = null
            forget(why)
            later()
          },
        )
        failure = null
      } catch (cause) {
        failure = String(cause)
        open = null
        later()
      } finally {
        connecting = false
      }
    }
    for (const record of outbox) {
      if (!open || flying.size >= window) return
      if (flying.has(placeOf(record.op.tid, record.op.seq))) continue
      invoke(record)
      open.send(record.frame)
    }
  }
  const http = lane === 'http' ? httpLane(server(), { sockets: 4, timeoutMs: 8000 }) : null
  let putting = false
  const overHttp = async () => {
    if (putting || !http) return
    putting = true
    while (!closed && outbox[0]) {
      const record = outbox[0]
      const { tid, seq } = record.op
      try {
        const at = await seat(failure)
        const op = invoke(record)
        const answer = await http.put(at, tid, seq, record.frame)
        if (answer.status === 200) settle(told(JSON.parse(answer.body)))
        else {
          failure = `${answer.status} ${answer.body}`
          settle({ is: 'nak', tid, seq, why: failure, next: 0 })
          // A 5xx may come from a place that does not know whether it was stored.
          if (answer.status >= 500) history.info(Date.now(), op, failure)
          break
        }
      } catch (cause) {
        failure = String(cause)
        forget(failure)
        break
      }
    }
    putting = false
    if (outbox.length > 0) later()
  }
  const pump = () => {
    if (closed || outbox.length === 0) return
    const pass = lane === 'ws' ? overSocket() : overHttp()
    pass.catch((cause) => {
      failure = String(cause)
      later()
    })
  }

  return {
    record: (tid, size) => {
      const track = tracks[tid]
      if (!track) throw new Error(`no track ${tid}`)
      let maker = makers.get(tid)
      if (!maker) {
        maker = recordMaker({ sid, tid, no: track.no, nonce: unhex(track.nonce) ?? new Uint8Array(32) })
        makers.set(tid, maker)
      }
      const kind = maker.next() === 0 ? KIND.init : KIND.media
      outbox.push(maker.make(kind, fragmentBytes(seed + track.no, maker.next(), size)))
      pump()
    },
    acknowledged: () => acknowledged,
    waiting: () => outbox.length,
    drained: () =>
      outbox.length === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            idle.push(resolve)
            pump()
          }),
    poke: () => {
      clearTimeout(timer)
      pump()
    },
    close: () => {
      closed = true
      clearTimeout(timer)
      idle = []
      forget('client closed')
      open?.close()
      http?.close()
    },
  }
}
