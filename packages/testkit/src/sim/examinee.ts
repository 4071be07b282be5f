// One examinee's browser in the simulation: the real uploader, outbox and chain on a disk that forgets, behind a bad line.
import { Outbox } from '@ochno/capture/core/outbox'
import { OpenFile } from '@ochno/capture/core/open-file'
import { plainBox } from '@ochno/capture/core/seal-box'
import type { Store } from '@ochno/capture/core/store'
import { frame, TrackWriter } from '@ochno/capture/core/track-writer'
import { Uploader } from '@ochno/capture/core/uploader'
import type { HelloTracks, NakCode, UploadEffect, UploadEvent } from '@ochno/capture/core/uploader-types'
import { readMessage } from '@ochno/capture/worker/messages'
import { type TrackId, trackIds, trackNumbers } from '@ochno/domain/recording/track'
import { hex } from '@ochno/evidence/bytes'
import { type SignedReceipt, verifyReceipt } from '@ochno/evidence/receipt'
import { FORMAT, KIND, type Kind, readHeader, writePart } from '@ochno/evidence/record'
import { sha256 } from '@ochno/evidence/node/hash'
import { type History, keyOf, type RecordKey } from '../chaos/history.ts'
import { told } from '../chaos/lanes.ts'
import type { Disk } from './disk.ts'
import { simKey } from './subtle.ts'
import type { Life, World } from './world.ts'

/** How the server looks from a browser; null is no answer. */
export type Door = {
  readonly socket: (
    life: Life,
    sid: string,
    heard: (text: string) => void,
    closed: () => void,
  ) => { readonly send: (bytes: Uint8Array) => void; readonly close: () => void }
  readonly tracks: (life: Life, sid: string) => Promise<HelloTracks | null>
  readonly put: (
    life: Life,
    sid: string,
    tid: string,
    seq: number,
    bytes: Uint8Array,
  ) => Promise<Answer | null>
}
export type Answer =
  | { readonly is: 'receipt'; readonly signed: SignedReceipt & { readonly tid: string } }
  | { readonly is: 'nak'; readonly why: NakCode; readonly next: number }

type Ports = {
  readonly world: World
  readonly disk: Disk
  readonly door: Door
  readonly history: History
  readonly sid: string
  readonly tracks: readonly TrackId[]
  /** Called when a payload is promised to be safe: it lies flushed in the outbox. */
  readonly promised: (tid: TrackId, sha256: string) => void
}

export class Examinee {
  readonly life: Life
  readonly #ports: Ports
  readonly #uploader: Uploader
  readonly #writers = new Map<TrackId, TrackWriter>()
  readonly #outboxes = new Map<TrackId, Outbox>()
  readonly #sockets = new Map<number, { send: (bytes: Uint8Array) => void; close: () => void }>()
  readonly #http = new Set<number>()
  readonly #flying = new Map<string, number>()
  readonly #last = new Map<string, number>()
  readonly #retried = new Set<string>()
  readonly warnings: string[] = []
  denied: string | null = null
  #hello: HelloTracks = {}
  #order: Promise<unknown> = Promise.resolve()

  constructor(ports: Ports) {
    this.#ports = ports
    this.life = ports.world.life('browser')
    this.#uploader = new Uploader(ports.world.rng.next)
  }

  async start(): Promise<void> {
    const { sid, tracks, world } = this.#ports
    for (const tid of tracks) {
      const store = diskStore(this.#ports.disk, this.life)
      const { outbox, recovery } = await Outbox.open(store, tid, `${sid}|${tid}`, plainBox())
      const open = new OpenFile(await store.open(`${tid}.open`), `${sid}|${tid}`, plainBox())
      this.#outboxes.set(tid, outbox)
      const writer = new TrackWriter(
        tid,
        {
          sid,
          outbox,
          open,
          now: () => ({ wall: world.now(), mono: world.now() }),
          tell: (event) => this.#tell(event),
          buffered: () => 0,
          cameAsParts: (...of) => this.#uploader.cameAsParts(...of),
          failed: (cause) => this.warnings.push(`storage: ${cause}`),
        },
        recovery,
        await open.recover(),
      )
      this.#writers.set(tid, writer)
    }
    this.#tell({ is: 'start' })
    this.#tick()
  }

  kill(): void {
    this.life.alive = false
    for (const [, op] of this.#flying) this.#ports.history.info(this.#ports.world.now(), op, 'browser died')
    this.#flying.clear()
  }

  /** A recorder restart and so many fragments of so many bytes, each going out in parts while it grows. */
  async record(tid: TrackId, kind: Kind, payload: Uint8Array): Promise<void> {
    const writer = this.#writers.get(tid)
    if (!writer) return
    await writer.ready
    if (kind === KIND.init) writer.newEpoch()
    const base = { epoch: writer.epoch, format: FORMAT.webmVp8, flags: 0, wall0: 0, mono0: 0 }
    const { world } = this.#ports
    if (kind === KIND.media && world.rng.chance(0.6)) {
      const half = payload.length >> 1
      writer.part(base, payload.subarray(0, half))
      await world.does(this.life, 5, () => undefined)
      writer.part(base, payload.subarray(half))
    }
    const facts = { wall: world.now(), mono: world.now(), at: 0, length: 2, flags: 0, format: FORMAT.webmVp8 }
    await writer.record(kind, writer.epoch, payload, facts)
  }

  waiting(): number {
    return this.#uploader.status().records
  }

  #tick(): void {
    this.#tell({ is: 'tick' })
    this.#ports.world.after(1000, this.life, () => this.#tick())
  }

  #tell(event: UploadEvent): void {
    if (!this.life.alive) return
    if (event.is === 'appended') this.#ports.promised(event.tid, event.record.sha256)
    if (event.is !== 'tick') this.#note(event)
    for (const effect of this.#uploader.handle(event, this.#ports.world.now())) {
      this.#note(effect)
      this.#do(effect)
    }
  }

  #note(what: UploadEvent | UploadEffect): void {
    if (this.#ports.world.tracing) this.#ports.world.note(short(what))
  }

  #inOrder(work: () => Promise<unknown>): void {
    this.#order = this.#order.then(work)
  }

  #do(effect: UploadEffect): void {
    switch (effect.do) {
      case 'open':
        this.#open(effect.lane, effect.kind)
        return
      case 'close':
        this.#sockets.get(effect.lane)?.close()
        this.#sockets.delete(effect.lane)
        this.#http.delete(effect.lane)
        return
      case 'send_part': {
        const { tid, seq, offset, epoch, bytes, lane } = effect
        const part = writePart({ track: trackNumbers[tid], seq, offset, epoch, bytes })
        this.#inOrder(async () => this.#sockets.get(lane)?.send(part))
        return
      }
      case 'send':
        this.#inOrder(() => this.#send(effect))
        return
      case 'drop':
        void this.#outboxes.get(effect.tid)?.drop(effect.seq)
        return
      case 'rebase': {
        const nonce = this.#hello[effect.tid]?.nonce ?? ''
        void this.#writers.get(effect.tid)?.rebase(effect.next, effect.head, effect.epoch, nonce)
        return
      }
      case 'denied':
        this.denied = effect.why
        return
      case 'warn':
        this.warnings.push(`${effect.code} ${effect.tid} ${effect.seq}`)
        return
    }
  }

  async #send({ tid, seq, lane, body, kind }: UploadEffect & { do: 'send' }): Promise<void> {
    const outbox = this.#outboxes.get(tid)
    const record = body ? await outbox?.read(seq) : undefined
    const header = record?.header ?? outbox?.header(seq)
    if (!header || (body && !record)) return
    const bytes = frame(header, record?.payload ?? null)
    this.#invoke(tid, header)
    if (kind === 'ws') this.#sockets.get(lane)?.send(bytes)
    else if (this.#http.has(lane)) void this.#put(lane, tid, seq, bytes)
  }

  #invoke(tid: TrackId, header: Uint8Array): void {
    const { history, sid, world } = this.#ports
    const h = readHeader(header)
    if (!h) throw new Error('the outbox gave a header that is none')
    const key: RecordKey = { sid, tid, epoch: h.epoch, seq: h.seq }
    const head = hex(sha256(header))
    const op = history.invoke(world.now(), {
      ...key,
      kind: h.kind,
      size: h.payloadLen,
      sha256: hex(h.sha256),
      head,
    })
    const before = this.#flying.get(keyOf(key))
    if (before !== undefined) {
      history.info(world.now(), before, 'sent again')
      this.#retried.add(keyOf(key))
    }
    this.#flying.set(keyOf(key), op)
    this.#last.set(keyOf(key), op)
  }

  async #put(lane: number, tid: TrackId, seq: number, bytes: Uint8Array): Promise<void> {
    const answer = await this.#ports.door.put(this.life, this.#ports.sid, tid, seq, bytes)
    if (!this.#http.has(lane)) return
    if (answer === null) {
      this.#http.delete(lane)
      this.#tell({ is: 'lane_lost', lane, reached: true })
    } else if (answer.is === 'receipt') await this.#acknowledged(answer.signed)
    else this.#refused(lane, tid, seq, answer.why, answer.next)
  }

  #open(lane: number, kind: 'ws' | 'http'): void {
    const { door, sid } = this.#ports
    if (kind === 'http') {
      void door.tracks(this.life, sid).then(async (tracks) => {
        if (tracks === null) return this.#tell({ is: 'lane_lost', lane, reached: false })
        this.#http.add(lane)
        await this.#greeted(lane, tracks)
      })
      return
    }
    const socket = door.socket(
      this.life,
      sid,
      (text) => {
        const says = readMessage(text)
        if (says === null) throw new Error(`the server said ${text}`)
        if (says.t === 'hello') void this.#greeted(lane, says.tracks)
        else if (says.t === 'acks') for (const ack of says.acks) void this.#acknowledged(ack)
        else if (says.t === 'nak') this.#refused(lane, says.tid as TrackId, says.seq, says.why, says.next)
      },
      () => {
        this.#sockets.delete(lane)
        this.#tell({ is: 'lane_lost', lane, reached: true })
      },
    )
    this.#sockets.set(lane, socket)
  }

  async #greeted(lane: number, tracks: HelloTracks): Promise<void> {
    this.#hello = tracks
    for (const [tid, writer] of this.#writers) {
      const hello = tracks[tid]
      if (hello) await writer.meet(hello)
    }
    this.#tell({ is: 'hello', lane, tracks })
  }

  async #acknowledged(signed: SignedReceipt): Promise<void> {
    const tid = trackIds.find((id) => id === signed.receipt.tid)
    if (!tid || !(await verifyReceipt(signed, [simKey]))) throw new Error('a receipt is not genuine')
    const { receipt } = told({ ...signed, tid })
    const { history, world } = this.#ports
    const key = keyOf(receipt)
    const op = this.#last.get(key)
    if (op !== undefined) history.ok(world.now(), op, receipt)
    this.#flying.delete(key)
    this.#tell({ is: 'receipt', receipt: { ...signed.receipt, tid } })
  }

  #refused(lane: number, tid: TrackId, seq: number, why: NakCode, next: number): void {
    const { history, world, sid } = this.#ports
    for (const [key, op] of this.#flying)
      if (key.startsWith(`${sid}|${tid}|`) && key.endsWith(`|${seq}`)) {
        // `busy` may be a commit whose answer was lost; a refusal after a second sending may be the first one's.
        if (why === 'busy' || this.#retried.has(key)) history.info(world.now(), op, why)
        else history.fail(world.now(), op, why)
        this.#retried.add(key)
        this.#flying.delete(key)
      }
    this.#tell({ is: 'nak', lane, tid, seq, why, next })
  }
}

const short = (what: UploadEvent | UploadEffect): string =>
  JSON.stringify(what, (key, value: unknown) =>
    value instanceof Uint8Array
      ? `${value.length} bytes`
      : ['sha256', 'nonce', 'chain'].includes(key)
        ? undefined
        : value,
  )

/** The browser's private disk: flush makes durable, a power cut forgets the rest. */
function diskStore(disk: Disk, life: Life): Store {
  const path = (name: string) => `/browser/${name}`
  return {
    names: async () => [...disk.folder('/browser').names.keys()],
    remove: async (name) => {
      if (!life.alive) return
      disk.unlink(path(name))
      disk.syncFolder('/browser')
    },
    open: async (name) => {
      const file = disk.find(path(name)) ?? disk.create(path(name))
      // OPFS keeps names itself.
      disk.syncFolder('/browser')
      const mine = <T>(work: () => T): T => {
        if (!life.alive) throw new Error('this browser is dead')
        return work()
      }
      return {
        size: () => file.bytes.length,
        read: (at, length) => file.bytes.slice(at, at + length),
        write: (at, bytes) => mine(() => disk.write(file, at, bytes)),
        truncate: (size) => mine(() => disk.truncate(file, size)),
        flush: () => mine(() => disk.sync(file)),
        close: () => undefined,
      }
    },
  }
}
