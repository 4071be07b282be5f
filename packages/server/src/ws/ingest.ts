// The WebSocket lane (ING-10 … ING-12): one socket carries every track of one device.
import type { ingestSocket } from '@ochno/contract/ingest'
import type { TrackId } from '@ochno/domain/recording/track'
import type { SignedReceipt } from '@ochno/evidence/receipt'
import type { WebSocket } from 'ws'
import { type Door, takeFrame } from '../features/ingest/door.ts'
import type { Entrance } from '../features/ingest/entrance.ts'
import { type LaneDeps, tracksNow } from '../features/ingest/hello.ts'
import { prime } from '../features/ingest/prime.ts'
import type { SocketHandler } from '../http/seam.ts'

const PING_MS = 10_000
/** Records waiting for the disk in the whole node, past which a socket is read more slowly. */
const CROWDED = 2000
const PAUSE_MS = 25

export function ingestSocketHandler(
  deps: LaneDeps,
): SocketHandler<typeof ingestSocket> & { readonly count: () => number } {
  const current = new Map<string, WebSocket>()
  return {
    count: () => current.size,
    admit: async ({ actor }, { params, query }) => {
      const may = await deps.entrance.enter(actor, params.sid, query.lease)
      return may.ok ? { ok: true } : may
    },
    open: ({ actor }, { params, query }, socket) => {
      const { sid } = params
      // A half-dead socket of the same device gives way to its successor.
      current.get(sid)?.close(4409, 'replaced')
      current.set(sid, socket)
      deps.entrance.socketOpened(sid)
      socket.on('close', () => {
        clearInterval(beat)
        if (current.get(sid) === socket) current.delete(sid)
        deps.entrance.socketClosed(sid)
      })
      const beat = heartbeat(socket, () => deps.entrance.still(sid, query.lease))
      // Frames that come before hello was said are not lost: the socket is not read yet.
      socket.pause()
      greet(deps, actor, sid, query.lease)
        .then((opened) => {
          if (!opened) return socket.close(4409, 'lease')
          socket.send(opened.hello)
          serve(deps, opened.door, socket, () => deps.entrance.still(sid, query.lease))
          socket.resume()
        })
        .catch((cause: unknown) => {
          deps.log.warn('ingest.hello_failed', {
            session: sid,
            known: cause instanceof Error ? cause.name : 'unknown',
          })
          socket.close(1013, 'busy')
        })
    },
  }
}

async function greet(
  deps: LaneDeps,
  actor: Parameters<Entrance['enter']>[0],
  sid: Door['seat']['session'],
  lease: string,
) {
  const may = await deps.entrance.enter(actor, sid, lease)
  if (!may.ok) return null
  const tracks = await tracksNow(deps, may.door)
  await prime(deps, may.door.seat)
  return {
    door: may.door,
    hello: JSON.stringify({ t: 'hello', session: sid, serverMs: deps.nowMs(), tracks }),
  }
}

function serve(deps: LaneDeps, door: Door, socket: WebSocket, still: () => boolean): void {
  let acks: (SignedReceipt & { tid: TrackId })[] = []
  const say = (text: string) => {
    if (socket.readyState === socket.OPEN) socket.send(text)
  }
  // A batch settles many records in one turn of the loop: they share one frame.
  const ack = (tid: TrackId, signed: SignedReceipt) => {
    acks.push({ tid, ...signed })
    if (acks.length > 1) return
    queueMicrotask(() => {
      say(JSON.stringify({ t: 'acks', acks }))
      acks = []
    })
  }
  socket.on('message', (data: Buffer, binary: boolean) => {
    if (!binary) return
    if (!still()) return socket.close(4409, 'lease')
    takeFrame(deps, door, data, (tid, seq, outcome) => {
      if (outcome.ok && tid) return ack(tid, outcome.receipt)
      if (!outcome.ok)
        say(
          JSON.stringify({
            t: 'nak',
            tid,
            seq,
            why: outcome.why,
            next: outcome.next,
            retryAfterS: outcome.retryAfterS,
          }),
        )
    })
    if (deps.acceptor.waiting() > CROWDED) {
      socket.pause()
      setTimeout(() => socket.resume(), PAUSE_MS)
    }
  })
}

function heartbeat(socket: WebSocket, still: () => boolean): NodeJS.Timeout {
  let alive = true
  socket.on('pong', () => {
    alive = true
    still()
  })
  return setInterval(() => {
    if (!alive) return socket.terminate()
    alive = false
    socket.ping()
  }, PING_MS)
}
