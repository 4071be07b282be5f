// One track's send queue: everything that becomes a record, and every part, passes here one after the other, because each
// record's header holds the hash of the one before (ING-3) and parts must be judged in that same order (media pitfall 5).
import { genesis } from '@ochno/evidence/chain'
import { concat, hex, unhex, utf8 } from '@ochno/evidence/bytes'
import { sha256 } from '@ochno/evidence/hash'
import {
  FLAG,
  FORMAT,
  type Format,
  KIND,
  type Kind,
  type RecordHeader,
  writeHeader,
} from '@ochno/evidence/record'
import { type TrackId, trackNumbers } from '@ochno/domain/recording/track'
import type { Left, OpenBase, OpenFile } from './open-file.ts'
import { type Outbox, type Recovery, waitingOf } from './outbox.ts'
import { topOf } from './reconcile.ts'
import type { HelloTrack, UploadEvent, Waiting } from './uploader-types.ts'
import { clusterFacts } from './webm.ts'

/** ING-7 */
export const MAX_PAYLOAD = 4 * 1024 * 1024

export type GapWhy = 'sleep' | 'storage_lost' | 'device_lost' | 'share_ended' | 'crash'
export type Moment = { readonly wall: number; readonly mono: number }
export type RecordFacts = Moment & {
  readonly at: number
  readonly length: number
  readonly flags: number
  readonly format: Format
}

export type WriterPorts = {
  readonly sid: string
  readonly outbox: Outbox
  readonly open: OpenFile
  readonly now: () => Moment
  readonly tell: (event: UploadEvent) => void
  readonly buffered: () => number
  readonly cameAsParts: (tid: TrackId, seq: number, size: number) => boolean
  /** Something could not be kept: the disk is full or gone. */
  readonly failed: (error: unknown) => void
}

export class TrackWriter {
  readonly tid: TrackId
  readonly #ports: WriterPorts
  #queue: Promise<unknown>
  #begin: () => void = () => {}
  #next = 0
  #head: Uint8Array | null = null
  #epoch = 0
  #left: Left | null = null
  #lostSince: Moment | null = null
  ended = false
  recordedBytes = 0
  fragments = 0
  /** Moment of the last thing recorded before this start, when there was an earlier one. */
  before: Moment | null = null

  constructor(tid: TrackId, ports: WriterPorts, recovery: Recovery, left: Left | null) {
    this.tid = tid
    this.#ports = ports
    if (recovery.state) {
      this.#next = recovery.state.next
      this.#head = recovery.state.head
      this.#epoch = recovery.state.epoch
      this.before = { wall: recovery.state.wall, mono: recovery.state.mono }
      this.#left = left
      // It was finishing when it was interrupted: only sending is left.
      this.ended = recovery.records.at(-1)?.kind === KIND.end
    }
    this.#queue = new Promise<void>((resolve) => {
      this.#begin = resolve
    })
    this.ready = this.#queue as Promise<void>
    ports.tell({
      is: 'loaded',
      tid,
      records: recovery.records,
      next: this.#next,
      head: this.#head && hex(this.#head),
    })
    if (this.#head) this.#begin()
  }

  /** Resolved when the chain has a head to stand on. */
  readonly ready: Promise<void>
  get hasRecords(): boolean {
    return this.#next > 0
  }
  /** The seq of the record that comes next. */
  get next(): number {
    return this.#next
  }
  get epoch(): number {
    return this.#epoch
  }

  /** The first hello of a track never recorded here gives its genesis; if the server has more, a rebase follows. */
  async meet(hello: HelloTrack): Promise<void> {
    this.#epoch = Math.max(this.#epoch, hello.epoch ?? 0)
    if (this.#head || topOf(hello).top > 0) return
    const nonce = unhex(hello.nonce)
    if (!nonce) return
    this.#head = await genesis(this.#ports.sid, this.tid, nonce)
    this.#begin()
  }

  /** Our chain gives way to the server's; what waits is written anew on top of it, its pictures untouched. */
  rebase(next: number, head: string | null, epoch: number, nonce: string): Promise<void> {
    const work = async () => {
      const { outbox, now, sid } = this.#ports
      const old: { header: RecordHeader; payload: Uint8Array }[] = []
      for (const record of await outbox.all()) old.push(record)
      const base = head ? unhex(head) : await genesis(sid, this.tid, unhex(nonce) ?? new Uint8Array(32))
      if (!base) return
      this.#next = next
      this.#head = base
      const shift = old.length ? Math.max(0, epoch + 1 - Math.min(...old.map((r) => r.header.epoch))) : 0
      const fresh: { header: Uint8Array; payload: Uint8Array; waiting: Waiting }[] = []
      for (const { header, payload } of old) {
        const built = await this.#build({ ...header, epoch: header.epoch + shift }, payload)
        fresh.push({ ...built, payload })
      }
      this.#epoch = Math.max(this.#epoch + shift, epoch)
      await outbox.replaceAll(fresh, { next: this.#next, epoch: this.#epoch, head: this.#head, ...now() })
      this.#ports.tell({
        is: 'loaded',
        tid: this.tid,
        records: fresh.map((r) => r.waiting),
        next: this.#next,
        head: hex(this.#head),
      })
    }
    if (this.#head) return this.#enqueue(work)
    // Nothing can be queued before the chain has a head: this is the head.
    const done = work()
    done.then(() => this.#begin(), this.#ports.failed)
    return done
  }

  newEpoch(): number {
    return ++this.#epoch
  }

  record(kind: Kind, epoch: number, payload: Uint8Array, facts: RecordFacts): Promise<void> {
    return this.#enqueue(() => this.#seal(kind, epoch, payload, facts))
  }

  json(
    kind: typeof KIND.gap | typeof KIND.event,
    body: { readonly type: string } & Record<string, unknown>,
  ): Promise<void> {
    const facts = { ...this.#ports.now(), at: 0, length: 0, flags: 0, format: FORMAT.json }
    return this.record(kind, Math.max(1, this.#epoch), utf8(JSON.stringify(body)), facts)
  }

  part(base: OpenBase, bytes: Uint8Array): void {
    this.#enqueue(async () => {
      if (this.ended) return
      const seq = this.#next
      this.#ports.tell({
        is: 'part',
        tid: this.tid,
        epoch: base.epoch,
        seq,
        bytes,
        buffered: this.#ports.buffered(),
      })
      await this.#ports.open.add(seq, base, bytes)
    })
  }

  /** What a killed recorder had of its last fragment: its whole blocks become a record of their own. */
  salvage(): Promise<void> {
    return this.#enqueue(async () => {
      const left = this.#left
      this.#left = null
      const facts = left && left.seq === this.#next ? clusterFacts(left.bytes) : null
      if (left && facts && facts.whole > 0)
        await this.#seal(KIND.media, left.epoch, left.bytes.slice(0, facts.whole), {
          wall: left.wall0 + facts.startMs,
          mono: left.mono0 + facts.startMs,
          at: facts.startMs / 1000,
          length: (facts.lastMs - facts.startMs) / 1000,
          flags: (facts.key ? FLAG.key : 0) | left.flags,
          format: left.format as Format,
        })
      if (left && facts) this.before = { wall: left.wall0 + facts.lastMs, mono: left.mono0 + facts.lastMs }
      this.#ports.open.clear()
    })
  }

  end(): Promise<void> {
    return this.#enqueue(async () => {
      if (this.ended || this.#next === 0) return
      await this.#seal(KIND.end, Math.max(1, this.#epoch), new Uint8Array(0), {
        ...this.#ports.now(),
        at: 0,
        length: 0,
        flags: 0,
        format: FORMAT.none,
      })
      this.ended = true
    })
  }

  idle(): Promise<unknown> {
    return this.#queue
  }

  close(): void {
    this.#ports.open.close()
    this.#ports.outbox.close()
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(work).catch((error: unknown) => this.#ports.failed(error))
    this.#queue = done
    return done
  }

  async #seal(kind: Kind, epoch: number, payload: Uint8Array, facts: RecordFacts): Promise<void> {
    if (this.ended || payload.length > MAX_PAYLOAD) return
    const viaParts = kind === KIND.media && this.#ports.cameAsParts(this.tid, this.#next, payload.length)
    const next = this.#next
    const head = this.#head
    try {
      const { header, waiting } = await this.#build(
        {
          kind,
          flags: facts.flags | (viaParts ? FLAG.parts : 0),
          epoch,
          wallMs: facts.wall,
          mediaTs: facts.at,
          dur: facts.length,
          payloadLen: payload.length,
          track: trackNumbers[this.tid],
          format: facts.format,
          monoMs: facts.mono,
        },
        payload,
      )
      await this.#ports.outbox.append(header, payload, waiting, {
        next: this.#next,
        epoch: this.#epoch,
        head: this.#head as Uint8Array,
        ...this.#ports.now(),
      })
      if (this.#lostSince) {
        const gap = { type: 'storage_lost', fromMs: this.#lostSince.wall, toMs: facts.wall }
        this.#lostSince = null
        this.json(KIND.gap, gap)
      }
      this.recordedBytes += payload.length
      if (kind === KIND.media) this.fragments++
      this.#ports.tell({ is: 'appended', tid: this.tid, record: waiting })
    } catch (error) {
      // Not on the disk, so it never was: the chain goes on from where it stood.
      this.#next = next
      this.#head = head
      this.#lostSince ??= { wall: facts.wall, mono: facts.mono }
      throw error
    }
  }

  async #build(
    facts: Omit<RecordHeader, 'seq' | 'sha256' | 'prev'>,
    payload: Uint8Array,
  ): Promise<{ header: Uint8Array; waiting: Waiting }> {
    const parsed: RecordHeader = {
      ...facts,
      seq: this.#next,
      sha256: await sha256(payload),
      prev: this.#head as Uint8Array,
    }
    const header = writeHeader(parsed)
    const waiting = await waitingOf(header, parsed)
    this.#next++
    this.#head = unhex(waiting.head)
    return { header, waiting }
  }
}

/** A record as it travels: header, then payload unless every byte went ahead as parts. */
export const frame = (header: Uint8Array, payload: Uint8Array | null): Uint8Array =>
  payload ? concat(header, payload) : header
