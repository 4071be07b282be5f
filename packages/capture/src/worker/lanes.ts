// The lanes the uploader opened: sockets and requests, what goes out on them in its order, what comes back.
import { type TrackId, trackNumbers } from '@ochno/domain/recording/track'
import type { PublicKey } from '@ochno/evidence/keys'
import type { SignedReceipt } from '@ochno/evidence/receipt'
import { writePart } from '@ochno/evidence/record'
import type { Outbox } from '../core/outbox.ts'
import { frame } from '../core/track-writer.ts'
import type { HelloTracks, UploadEffect, UploadEvent } from '../core/uploader-types.ts'
import type { LaneListener, Server, Socket } from './server.ts'

type LanePorts = {
  readonly server: () => Server
  readonly outbox: (tid: TrackId) => Outbox | undefined
  readonly tell: (event: UploadEvent) => void
  readonly leased: (keys: readonly PublicKey[]) => void
  readonly greeted: (lane: number, serverMs: number, tracks: HelloTracks) => Promise<void>
  readonly acknowledged: (signed: SignedReceipt) => Promise<void>
}

export class Lanes {
  readonly #ports: LanePorts
  readonly #sockets = new Map<number, Socket>()
  readonly #http = new Set<number>()
  #sends: Promise<unknown> = Promise.resolve()

  constructor(ports: LanePorts) {
    this.#ports = ports
  }

  buffered(): number {
    return Math.max(0, ...[...this.#sockets.values()].map((socket) => socket.buffered()))
  }

  async open(lane: number, kind: 'ws' | 'http'): Promise<void> {
    const { server, tell, leased, greeted } = this.#ports
    // A lease may have run out meanwhile; the same device gets it back at once (ING-15).
    const answer = await server().lease()
    if (!answer.ok) {
      if (answer.why === 'unreachable') tell({ is: 'lane_lost', lane, reached: false })
      else tell({ is: 'denied', lane, why: answer.why })
      return
    }
    leased(answer.lease.keys)
    if (kind === 'ws') {
      this.#sockets.set(lane, server().openSocket(this.#listener(lane)))
      return
    }
    const hello = await server().tracks()
    if (hello === null) return tell({ is: 'lane_lost', lane, reached: false })
    if (typeof hello === 'string') return tell({ is: 'denied', lane, why: hello })
    this.#http.add(lane)
    await greeted(lane, hello.serverMs, hello.tracks)
  }

  sendPart({ tid, seq, offset, epoch, bytes, lane }: UploadEffect & { do: 'send_part' }): void {
    const message = writePart({ track: trackNumbers[tid], seq, offset, epoch, bytes })
    this.#inOrder(async () => this.#sockets.get(lane)?.send(message))
  }

  send(effect: UploadEffect & { do: 'send' }): void {
    this.#inOrder(() => this.#send(effect))
  }

  close(lane: number): void {
    this.#sockets.get(lane)?.close()
    this.#sockets.delete(lane)
    this.#http.delete(lane)
  }

  /** The page goes: nobody is told of a lane that is lost. */
  closeAll(): void {
    for (const socket of this.#sockets.values()) socket.close()
  }

  /** Reading the outbox takes a moment; the socket still gets everything in the order the uploader decided. */
  #inOrder(work: () => Promise<unknown>): void {
    this.#sends = this.#sends.then(work).catch(() => {})
  }

  async #send({ tid, seq, lane, kind, body }: UploadEffect & { do: 'send' }): Promise<void> {
    const outbox = this.#ports.outbox(tid)
    const record = body ? await outbox?.read(seq) : undefined
    const header = record?.header ?? outbox?.header(seq)
    if (!header || (body && !record)) return
    const bytes = frame(header, record?.payload ?? null)
    if (kind === 'ws') this.#sockets.get(lane)?.send(bytes)
    // Not awaited: tracks go up side by side, each with one request at a time.
    else if (this.#http.has(lane)) void this.#ports.server().put(tid, seq, bytes, this.#listener(lane))
  }

  #listener(lane: number): LaneListener {
    const { tell, greeted, acknowledged } = this.#ports
    return {
      hello: (serverMs, tracks) => void greeted(lane, serverMs, tracks),
      acks: (acks) => {
        for (const ack of acks) void acknowledged(ack)
      },
      nak: (tid, seq, why, next, retryAfterS) =>
        tell({ is: 'nak', lane, tid: tid as TrackId, seq, why, next, retryAfterS }),
      lost: () => {
        this.#sockets.delete(lane)
        this.#http.delete(lane)
        tell({ is: 'lane_lost', lane, reached: true })
      },
    }
  }
}
