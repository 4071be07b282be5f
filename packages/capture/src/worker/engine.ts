// The recording worker's heart: wires devices, outbox, uploader and ladder together. It lives outside the page's thread, so
// a blocked page, a hidden tab and a slow network change nothing about what is recorded.
import { type TrackId, trackIds } from '@ochno/domain/recording/track'
import { unbase64 } from '@ochno/evidence/bytes'
import type { PublicKey } from '@ochno/evidence/keys'
import { type SignedReceipt, verifyReceipt } from '@ochno/evidence/receipt'
import { KIND } from '@ochno/evidence/record'
import { backoffMs } from '../core/backoff.ts'
import { type Ladder, levels, startLadder, stepLadder } from '../core/ladder.ts'
import { monoAtStart } from '../core/mono-clock.ts'
import { OpenFile } from '../core/open-file.ts'
import { Outbox } from '../core/outbox.ts'
import { absence, type Pulse } from '../core/pulse.ts'
import { aesSealBox, plainBox, type SealBox } from '../core/seal-box.ts'
import { memoryStore, type Store } from '../core/store.ts'
import { type Moment, TrackWriter } from '../core/track-writer.ts'
import { Uploader } from '../core/uploader.ts'
import type { Denial, HelloTracks, UploadEffect, UploadEvent } from '../core/uploader-types.ts'
import type {
  EndReason,
  EngineState,
  FromWorker,
  MediaTrack,
  OwnTrack,
  StartConfig,
  WarningCode,
} from '../protocol.ts'
import { ChunkTrack } from './chunk-track.ts'
import { ClockWatch } from './clock-watch.ts'
import { holdLock } from './hold-lock.ts'
import { deviceSecret, sweepOld } from './opfs.ts'
import { Lanes } from './lanes.ts'
import { Server } from './server.ts'
import { StorageWatch } from './storage-watch.ts'
import { TrackRunner } from './track-runner.ts'

const TICK_MS = 250

export type EnginePorts = { readonly say: (message: FromWorker) => void }

export class Engine {
  readonly #config: StartConfig
  readonly #ports: EnginePorts
  readonly #uploader = new Uploader(Math.random)
  readonly #writers = new Map<TrackId, TrackWriter>()
  readonly #outboxes = new Map<TrackId, Outbox>()
  readonly #runners = new Map<MediaTrack, TrackRunner>()
  readonly #chunks = new Map<MediaTrack, ChunkTrack>()
  readonly #lanes = new Lanes({
    server: () => this.#server as Server,
    outbox: (tid) => this.#outboxes.get(tid),
    tell: (event) => this.#tell(event),
    leased: (keys) => this.#gotLease(keys),
    greeted: (lane, serverMs, tracks) => this.#greeted(lane, serverMs, tracks),
    acknowledged: (signed) => this.#acknowledged(signed),
  })
  readonly #warnings = new Set<WarningCode>()
  readonly #receipts: { [tid in TrackId]?: SignedReceipt } = {}
  #server: Server | null = null
  #store: Store | null = null
  #keys: readonly PublicKey[] = []
  #hello: HelloTracks = {}
  #phase: EngineState['phase'] = 'starting'
  #reason: EndReason | null = null
  #mono0 = 0
  #perf0 = performance.now()
  #last: Pulse | null = null
  readonly #clock = new ClockWatch((meaning, { stepMs, from, to }) => {
    this.event({ type: meaning, stepMs: Math.round(stepMs) })
    if (meaning === 'clock_changed') return
    const gap = { type: 'sleep', fromMs: Math.round(from.wall), toMs: Math.round(to.wall) }
    for (const track of this.#runners.keys()) this.#writer(track).json(KIND.gap, gap)
  })
  #ladder: Ladder = startLadder
  #sampledAt = 0
  #sampled = { confirmed: 0, recorded: 0 }
  readonly #storage = new StorageWatch({
    warn: (code, on) => this.#warn(code, on),
    low: () => this.event({ type: 'storage_low' }),
  })
  #timer: ReturnType<typeof setInterval> | null = null
  #release: () => void = () => {}

  constructor(config: StartConfig, ports: EnginePorts) {
    this.#config = config
    this.#ports = ports
  }

  async start(): Promise<void> {
    this.#timer = setInterval(() => this.#tick(), TICK_MS)
    const release = await holdLock(this.#config.sessionId)
    if (!release) return this.#fail('second_tab')
    this.#release = release
    this.#server = new Server(this.#config.baseUrl, this.#config.sessionId, await deviceSecret())
    const box = await this.#firstLease()
    if (!box) return
    await sweepOld(this.#config.sessionId)
    this.#store = (await this.#storage.open(this.#config.sessionId)) ?? memoryStore()
    for (const tid of ['events', ...this.#config.tracks] as const) await this.#openTrack(tid, box)
    const wasFinishing = [...this.#writers.values()].some((writer) => writer.ended)
    this.#phase = wasFinishing ? 'finishing' : 'recording'
    if (wasFinishing) for (const writer of this.#writers.values()) if (writer.hasRecords) writer.end()
    this.#tell({ is: 'start' })
  }

  runner(track: MediaTrack): TrackRunner {
    const existing = this.#runners.get(track)
    if (existing) return existing
    const runner = new TrackRunner(track, this.#config.format, this.#level(), {
      writer: this.#writer(track),
      now: () => this.#moment(),
      event: (body) => this.event(body),
      warn: (code, on) => this.#warn(code, on),
    })
    this.#runners.set(track, runner)
    return runner
  }

  chunkTrack(track: MediaTrack): ChunkTrack {
    const existing = this.#chunks.get(track)
    if (existing) return existing
    const made = new ChunkTrack(this.#writer(track), () => this.#moment())
    this.#chunks.set(track, made)
    return made
  }

  get open(): boolean {
    return this.#phase === 'recording' || this.#phase === 'finishing'
  }

  /** A sign of life: called for every frame and tick, so that a sleep is noticed before the first sample after it is used. */
  pulse(): void {
    const now = this.#moment()
    const last = this.#last
    this.#last = now
    if (!last || this.#phase !== 'recording') return
    const gone = absence(last, now)
    if (!gone) return
    if (gone.is === 'asleep') {
      for (const part of [...this.#runners.values(), ...this.#chunks.values()])
        part.interrupt('sleep', gone.from, gone.to)
      this.event({ type: 'sleep', fromMs: Math.round(gone.from.wall), toMs: Math.round(gone.to.wall) })
      this.#tell({ is: 'online' })
    } else {
      for (const runner of this.#runners.values()) runner.mode(this.#level())
      this.event({ type: 'clock_step', stepMs: Math.round(gone.stepMs) })
      const next = new Map([...this.#writers].map(([tid, writer]) => [tid, writer.next]))
      this.#clock.stepped(gone, next)
    }
  }

  event(body: { readonly type: string } & Record<string, unknown>): void {
    if (!this.open) return
    this.#writer('events').json(KIND.event, { ...body, atMs: Math.round(Date.now()) })
  }

  online(): void {
    this.#tell({ is: 'online' })
  }

  async finish(): Promise<void> {
    if (this.#phase !== 'recording') return
    this.event({ type: 'finish' })
    this.#phase = 'finishing'
    await Promise.all([...this.#runners.values(), ...this.#chunks.values()].map((part) => part.finish()))
    await Promise.all([...this.#writers.values()].map((writer) => writer.end()))
  }

  /** Stops at once; what was not confirmed stays on the disk for the next start. */
  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
    this.#lanes.closeAll()
    for (const writer of this.#writers.values()) writer.close()
    this.#writers.clear()
    this.#storage.close()
    this.#release()
  }

  // ---- start

  async #firstLease(): Promise<SealBox | null> {
    for (let attempt = 0; this.#timer !== null; attempt++) {
      const answer = await (this.#server as Server).lease()
      if (answer.ok) {
        this.#gotLease(answer.lease.keys)
        const key = answer.lease.outboxKey ? unbase64(answer.lease.outboxKey) : null
        this.#warn('outbox_plain', key === null)
        return key ? aesSealBox(key) : plainBox()
      }
      if (answer.why !== 'unreachable') this.#denied(answer.why)
      if (this.#phase === 'failed') return null
      const wait = answer.why === 'lease_taken' ? 3_000 : backoffMs(attempt, Math.random())
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
    return null
  }

  #gotLease(keys: readonly PublicKey[]): void {
    this.#keys = keys
    this.#warn('lease_taken', false)
    this.#warn('signed_out', false)
  }

  async #openTrack(tid: TrackId, box: SealBox): Promise<void> {
    const store = this.#store as Store
    const name = `${this.#config.sessionId}|${tid}`
    const { outbox, recovery } = await Outbox.open(store, tid, name, box)
    const open = new OpenFile(await store.open(`${tid}.open`), name, box)
    if (recovery.state) {
      const mono = monoAtStart({ mono: recovery.state.mono, wall: recovery.state.wall }, Date.now())
      if (mono > this.#mono0 + (performance.now() - this.#perf0)) {
        this.#mono0 = mono
        this.#perf0 = performance.now()
      }
    }
    const left = await open.recover()
    this.#outboxes.set(tid, outbox)
    const writer = new TrackWriter(
      tid,
      {
        sid: this.#config.sessionId,
        outbox,
        open,
        now: () => this.#moment(),
        tell: (event) => this.#tell(event),
        buffered: () => this.#lanes.buffered(),
        cameAsParts: (...of) => this.#uploader.cameAsParts(...of),
        failed: (error) => this.#storage.failed(error),
      },
      recovery,
      left,
    )
    this.#writers.set(tid, writer)
    if (!recovery.state) return
    await writer.salvage()
    if (recovery.damaged) this.#warn('storage_lost', true)
    const from = writer.before
    if (tid !== 'events' && from)
      writer.json(KIND.gap, {
        type: recovery.damaged ? 'storage_lost' : 'crash',
        fromMs: Math.round(from.wall),
        toMs: Math.round(Date.now()),
      })
  }

  // ---- clock

  #moment(): Moment {
    return { wall: Date.now(), mono: this.#mono0 + performance.now() - this.#perf0 }
  }

  #tick(): void {
    this.pulse()
    if (this.#phase === 'recording' || this.#phase === 'finishing') {
      for (const runner of this.#runners.values()) runner.tick()
      this.#tell({ is: 'tick', buffered: this.#lanes.buffered() })
      this.#sample()
      this.#storage.tick(performance.now())
      if (this.#phase === 'finishing') this.#maybeDone()
    }
    this.#ports.say({ t: 'state', state: this.#state() })
  }

  #level() {
    return levels[this.#ladder.level] as (typeof levels)[number]
  }

  #sample(): void {
    const now = this.#moment()
    if (now.mono - this.#sampledAt < 1_000) return
    this.#sampledAt = now.mono
    const status = this.#uploader.status()
    const recorded = [...this.#writers.values()].reduce((sum, writer) => sum + writer.recordedBytes, 0)
    const confirmed = this.#uploader.confirmedBytes
    const before = this.#ladder.level
    this.#ladder = stepLadder(this.#ladder, {
      now: now.mono,
      connected: status.lane !== null && !status.held,
      backlogSeconds: status.oldestWallMs === null ? 0 : Math.max(0, now.wall - status.oldestWallMs) / 1000,
      confirmedBytes: confirmed - this.#sampled.confirmed,
      recordedBytes: recorded - this.#sampled.recorded,
    })
    this.#sampled = { confirmed, recorded }
    this.#warn('slow_network', this.#ladder.level > 0)
    if (before === this.#ladder.level || this.#phase !== 'recording') return
    const { cam, screen, audioKbps } = this.#level()
    this.event({ type: 'mode', level: this.#ladder.level, cam, screen, audioKbps })
    for (const runner of this.#runners.values()) runner.mode(this.#level())
  }

  // ---- uploader

  #tell(event: UploadEvent): void {
    for (const effect of this.#uploader.handle(event, this.#moment().mono)) this.#do(effect)
  }

  #do(effect: UploadEffect): void {
    switch (effect.do) {
      case 'open':
        void this.#lanes.open(effect.lane, effect.kind)
        return
      case 'close':
        this.#lanes.close(effect.lane)
        return
      case 'send_part':
        this.#lanes.sendPart(effect)
        return
      case 'send':
        this.#lanes.send(effect)
        return
      case 'drop':
        void this.#outboxes.get(effect.tid)?.drop(effect.seq)
        // Our clock may have jumped since the last sign of life.
        this.pulse()
        this.#clock.receipt(effect.receipt)
        return
      case 'rebase': {
        const hello = this.#hello[effect.tid]
        const writer = this.#writer(effect.tid)
        void writer.rebase(effect.next, effect.head, effect.epoch, hello?.nonce ?? '').then(() => {
          if (effect.why === 'storage_lost') {
            this.#warn('storage_lost', true)
            if (effect.tid !== 'events')
              writer.json(KIND.gap, { type: 'storage_lost', toMs: Math.round(Date.now()) })
          }
        })
        return
      }
      case 'denied':
        this.#denied(effect.why)
        return
      case 'warn':
        this.#warn(effect.code, true)
        return
    }
  }

  async #greeted(lane: number, serverMs: number, tracks: HelloTracks): Promise<void> {
    this.#hello = tracks
    this.#clock.server(serverMs)
    for (const [tid, writer] of this.#writers) {
      const hello = tracks[tid]
      if (hello) await writer.meet(hello)
    }
    this.#tell({ is: 'hello', lane, tracks })
  }

  async #acknowledged(signed: SignedReceipt): Promise<void> {
    const tid = trackIds.find((id) => id === signed.receipt.tid)
    const genuine =
      signed.receipt.sid === this.#config.sessionId &&
      tid &&
      (await verifyReceipt(signed, this.#keys).catch(() => false))
    if (!genuine || !tid) return this.#warn('receipt_invalid', true)
    const newest = this.#receipts[tid]
    if (!newest || newest.receipt.seq <= signed.receipt.seq) this.#receipts[tid] = signed
    this.#tell({ is: 'receipt', receipt: { ...signed.receipt, tid } })
  }

  // ---- end

  #maybeDone(): void {
    if ([...this.#writers.values()].some((writer) => writer.hasRecords && !writer.ended)) return
    if (this.#uploader.status().records > 0) return
    this.#phase = 'finished'
    void this.#wipe().then(() => this.#ports.say({ t: 'finished', receipts: this.#receipts }))
  }

  async #wipe(): Promise<void> {
    this.close()
    await this.#storage.wipe()
  }

  #denied(why: Denial): void {
    if (why === 'closed' || why === 'no_session') {
      this.#fail(why)
      // What still waits stays, sealed under a key only the server can give again, until a later start sweeps it away.
      if (why === 'closed' && this.#uploader.status().records === 0) void this.#storage.wipe()
    } else this.#warn(why, true)
  }

  #fail(reason: EndReason): void {
    this.#phase = 'failed'
    this.#reason = reason
    this.close()
    this.#ports.say({ t: 'state', state: this.#state() })
  }

  #writer(tid: TrackId): TrackWriter {
    const writer = this.#writers.get(tid)
    if (!writer) throw new Error(`track ${tid} is not open`)
    return writer
  }

  #warn(code: WarningCode, on: boolean): void {
    if (on) this.#warnings.add(code)
    else this.#warnings.delete(code)
  }

  #state(): EngineState {
    const status = this.#uploader.status()
    const health = (track: OwnTrack) => {
      const writer = this.#writers.get(track)
      if (!writer) return null
      const runner = this.#runners.get(track)
      return {
        video: runner?.live.video ?? this.#chunks.has(track),
        audio: runner?.live.audio ?? false,
        frames: runner?.frames ?? 0,
        dropped: runner?.dropped ?? 0,
        fragments: writer.fragments,
        recordedBytes: writer.recordedBytes,
        epoch: writer.epoch,
      }
    }
    return {
      phase: this.#phase,
      reason: this.#reason,
      lane: status.lane,
      backlog: {
        records: status.records,
        bytes: status.bytes,
        seconds: status.oldestWallMs === null ? 0 : Math.max(0, (Date.now() - status.oldestWallMs) / 1000),
      },
      storage: this.#storage.seen,
      lastReceiptMs:
        this.#uploader.lastReceiptAt === null
          ? null
          : Date.now() - (this.#moment().mono - this.#uploader.lastReceiptAt),
      level: this.#ladder.level,
      fragmentsViaParts: this.#uploader.viaParts,
      fragmentsWhole: this.#uploader.whole,
      tracks: { cam: health('cam'), screen: health('screen') },
      warnings: [...this.#warnings],
    }
  }
}
