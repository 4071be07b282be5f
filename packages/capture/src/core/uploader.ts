// The uploader as a state machine: events in, effects out (docs/spec/ingest.md 3). Everything about order, lanes, back-off,
// parts and receipts is decided here, so that it can be driven by a simulation as well as by a browser.
import { type TrackId, trackIds } from '@ochno/domain/recording/track'
import { KIND } from '@ochno/evidence/record'
import { backoffMs } from './backoff.ts'
import { OpenFragment } from './open-fragment.ts'
import { reconcile, topOf } from './reconcile.ts'
import type { HelloTracks, LaneKind, Receipt, UploadEffect, UploadEvent, Waiting } from './uploader-types.ts'

/** Bytes sent and not yet confirmed; more would only lengthen the socket's own queue. */
export const WINDOW_BYTES = 1 << 20
/** ING-5 parts are for the live view; when the socket already holds this much, live is not what the network can do. */
export const PARTS_STOP_BYTES = 96 * 1024
/** A lane on which nothing is confirmed for so long is dead, whatever TCP says. */
export const STALL_MS = 30_000
/** A request by HTTP shows no progress until it is answered. */
export const HTTP_STALL_MS = 65_000
/** A lane that does not say hello. */
export const OPEN_MS = 12_000
export const WS_PROBE_MS = 60_000
export const WS_FAILURES_BEFORE_HTTP = 2

const stallMs = (kind: LaneKind) => (kind === 'ws' ? STALL_MS : HTTP_STALL_MS)

type Track = {
  readonly waiting: Map<number, Waiting>
  /** Lowest seq this lane has not been given. */
  cursor: number
  /** The seq after the newest record we have ever made, and its head. */
  next: number
  head: string | null
  open: OpenFragment | null
  rebasing: boolean
  loaded: boolean
}
type Lane = {
  readonly id: number
  readonly kind: LaneKind
  readonly openedAt: number
  ready: boolean
  heardAt: number
}

export class Uploader {
  readonly #tracks = new Map<TrackId, Track>()
  readonly #random: () => number
  #lanes: Lane[] = []
  #laneIds = 0
  #attempt = 0
  #wsFailures = 0
  #httpFailed = false
  #connectAt: number | null = null
  #probeAt: number | null = null
  #heldUntil = 0
  #refusals = 0
  #stopped = false
  #buffered = 0
  #effects: UploadEffect[] = []
  /** Confirmed payload bytes, for the bandwidth ladder. */
  confirmedBytes = 0
  lastReceiptAt: number | null = null
  /** Fragments whose bytes all travelled as parts, and those that had to travel whole (media pitfall 5). */
  viaParts = 0
  whole = 0

  constructor(random: () => number) {
    this.#random = random
    for (const tid of trackIds)
      this.#tracks.set(tid, {
        waiting: new Map(),
        cursor: 0,
        next: 0,
        head: null,
        open: null,
        rebasing: false,
        loaded: false,
      })
  }

  handle(event: UploadEvent, now: number): readonly UploadEffect[] {
    this.#effects = []
    if (!this.#stopped) {
      this.#react(event, now)
      this.#pump(now)
    }
    return this.#effects
  }

  /** When the next `tick` is needed at the latest. */
  wakeAt(): number | null {
    const times = [
      this.#connectAt,
      this.#probeAt,
      ...this.#lanes.map((l) => (l.ready ? l.heardAt + stallMs(l.kind) : l.openedAt + OPEN_MS)),
    ]
    if (this.#heldUntil > 0) times.push(this.#heldUntil)
    const set = times.filter((time) => time !== null)
    return set.length ? Math.min(...set) : null
  }

  status() {
    const all = [...this.#tracks.values()].flatMap((track) => [...track.waiting.values()])
    const oldest = all.reduce<number | null>(
      (min, record) => (min === null || record.wallMs < min ? record.wallMs : min),
      null,
    )
    return {
      lane: this.#active()?.kind ?? null,
      records: all.length,
      bytes: all.reduce((sum, record) => sum + record.size, 0),
      oldestWallMs: oldest,
      held: this.#heldUntil > 0,
    }
  }

  /** Null: nothing of this track waits. */
  waitingOf(tid: TrackId): readonly Waiting[] {
    return [...this.#track(tid).waiting.values()]
  }

  /** Asked while a fragment is sealed (media pitfall 5): have all its bytes gone out as parts on the lane we still have? */
  cameAsParts(tid: TrackId, seq: number, size: number): boolean {
    return this.#track(tid).open?.complete(seq, size, this.#active()?.id ?? -1) ?? false
  }

  #react(event: UploadEvent, now: number): void {
    switch (event.is) {
      case 'start':
        this.#connect(now)
        return
      case 'tick':
        this.#tick(now, event.buffered ?? 0)
        return
      case 'online':
        this.#attempt = 0
        if (this.#connectAt !== null) this.#connectAt = now + Math.round(this.#random() * 250)
        return
      case 'loaded': {
        const track = this.#track(event.tid)
        track.waiting.clear()
        for (const record of event.records) track.waiting.set(record.seq, record)
        track.next = event.next
        track.head = event.head
        track.cursor = event.records[0]?.seq ?? event.next
        track.rebasing = false
        track.loaded = true
        track.open = null
        return
      }
      case 'appended': {
        const track = this.#track(event.tid)
        track.waiting.set(event.record.seq, event.record)
        track.next = event.record.seq + 1
        track.head = event.record.head
        return
      }
      case 'part':
        this.#part(event)
        return
      case 'hello':
        this.#hello(event.lane, event.tracks, now)
        return
      case 'lane_lost':
        this.#laneLost(event.lane, event.reached, now)
        return
      case 'denied':
        this.#denied(event, now)
        return
      case 'receipt':
        this.#receipt(event.receipt, now)
        return
      case 'nak':
        this.#nak(event, now)
        return
    }
  }

  #track(tid: TrackId): Track {
    return this.#tracks.get(tid) as Track
  }
  #active(): Lane | null {
    return this.#lanes.find((l) => l.ready && l.kind === 'ws') ?? this.#lanes.find((l) => l.ready) ?? null
  }

  // ---- lanes

  #connect(now: number): void {
    this.#connectAt = null
    if (this.#lanes.length > 0) return
    this.#open(this.#wsFailures >= WS_FAILURES_BEFORE_HTTP ? 'http' : 'ws', now)
  }

  #open(kind: LaneKind, now: number): void {
    const lane = { id: ++this.#laneIds, kind, openedAt: now, heardAt: now, ready: false }
    this.#lanes.push(lane)
    this.#effects.push({ do: 'open', lane: lane.id, kind })
  }

  #tick(now: number, buffered: number): void {
    const moved = buffered < this.#buffered
    this.#buffered = buffered
    if (this.#connectAt !== null && now >= this.#connectAt) this.#connect(now)
    for (const lane of this.#lanes) {
      const stalled = lane.ready
        ? this.#inFlight() && now - lane.heardAt >= stallMs(lane.kind)
        : now - lane.openedAt >= OPEN_MS
      if (!stalled) {
        // Nothing is owed to us: silence is no sign of a dead lane.
        if (lane.ready && (moved || !this.#inFlight())) lane.heardAt = now
        continue
      }
      this.#effects.push({ do: 'close', lane: lane.id })
      this.#laneLost(lane.id, true, now)
    }
    if (this.#probeAt !== null && now >= this.#probeAt) {
      this.#probeAt = null
      if (!this.#lanes.some((l) => l.kind === 'ws')) this.#open('ws', now)
    }
  }

  #hello(id: number, tracks: HelloTracks, now: number): void {
    const lane = this.#lanes.find((l) => l.id === id)
    if (!lane) return
    lane.ready = true
    lane.heardAt = now
    this.#attempt = 0
    if (lane.kind === 'ws') {
      this.#wsFailures = 0
      this.#probeAt = null
      for (const other of this.#lanes.filter((l) => l.id !== id))
        this.#effects.push({ do: 'close', lane: other.id })
      this.#lanes = [lane]
    } else {
      // After a failure of the whole network the WebSocket was never to blame: ask it again at once.
      this.#probeAt = this.#httpFailed ? now : now + WS_PROBE_MS
      this.#httpFailed = false
    }
    for (const [tid, hello] of Object.entries(tracks) as [TrackId, NonNullable<HelloTracks[TrackId]>][]) {
      const track = this.#track(tid)
      if (!track.loaded || track.rebasing) continue
      const plan = reconcile({ next: track.next, head: track.head, waiting: track.waiting }, hello)
      if (plan.is === 'rebase') {
        track.rebasing = true
        track.open = null
        this.#effects.push({
          do: 'rebase',
          tid,
          next: topOf(hello).top,
          head: topOf(hello).head,
          epoch: hello.epoch ?? 0,
          why: plan.why,
        })
      } else {
        if (plan.is === 'server_behind')
          this.#effects.push({ do: 'warn', code: 'server_lost_records', tid, seq: hello.next })
        // Also what the server has but never confirmed to us: sent again it yields the same receipt (ING-21).
        track.cursor = Math.min(...track.waiting.keys(), track.next)
      }
    }
  }

  #laneLost(id: number, reached: boolean, now: number): void {
    const lane = this.#lanes.find((l) => l.id === id)
    if (!lane) return
    this.#lanes = this.#lanes.filter((l) => l.id !== id)
    if (!lane.ready && lane.kind === 'ws' && reached) this.#wsFailures++
    if (lane.kind === 'http') this.#httpFailed = true
    if (lane.kind === 'ws' && this.#lanes.some((l) => l.ready)) {
      this.#probeAt = now + WS_PROBE_MS
      return
    }
    if (this.#lanes.length === 0) this.#retry(now)
  }

  #retry(now: number): void {
    this.#connectAt = now + backoffMs(this.#attempt++, this.#random())
    this.#probeAt = null
  }

  #denied(event: UploadEvent & { is: 'denied' }, now: number): void {
    this.#effects.push({ do: 'denied', why: event.why })
    this.#lanes = this.#lanes.filter((l) => l.id !== event.lane)
    if (event.why === 'closed') this.#stopped = true
    // A taken lease runs out, and a person can sign in again: both are worth asking for.
    else if (this.#lanes.length === 0) this.#retry(now)
  }

  // ---- records

  #inFlight(): boolean {
    for (const track of this.#tracks.values())
      for (const seq of track.waiting.keys()) if (seq < track.cursor) return true
    return false
  }

  #pump(now: number): void {
    const lane = this.#active()
    if (!lane) return
    if (now < this.#heldUntil) return
    this.#heldUntil = 0
    let flying = 0
    const ready: { tid: TrackId; track: Track }[] = []
    for (const [tid, track] of this.#tracks) {
      if (track.rebasing) continue
      let alone = 0
      for (const record of track.waiting.values())
        if (record.seq < track.cursor) {
          flying += record.size + 128
          alone++
        }
      // One PUT at a time and track keeps the chain's neighbour known to the server.
      if (lane.kind === 'ws' || alone === 0) ready.push({ tid, track })
    }
    while (flying < WINDOW_BYTES) {
      let oldest: { tid: TrackId; track: Track; record: Waiting } | null = null
      for (const { tid, track } of ready) {
        // Receipts come out of order after a refusal: what lies between may be confirmed already.
        while (track.cursor < track.next && !track.waiting.has(track.cursor)) track.cursor++
        const record = track.waiting.get(track.cursor)
        if (record && (!oldest || record.wallMs < oldest.record.wallMs)) oldest = { tid, track, record }
      }
      if (!oldest) return
      const { tid, track, record } = oldest
      if (!this.#inFlight()) lane.heardAt = now
      const viaParts = track.open?.complete(record.seq, record.size, lane.id) ?? false
      if (record.seq >= (track.open?.seq ?? Number.POSITIVE_INFINITY)) track.open = null
      if (viaParts) this.viaParts++
      else if (record.kind === KIND.media) this.whole++
      track.cursor = record.seq + 1
      flying += record.size + 128
      this.#effects.push({
        do: 'send',
        lane: lane.id,
        kind: lane.kind,
        tid,
        seq: record.seq,
        body: !viaParts,
      })
      if (lane.kind === 'http')
        ready.splice(
          ready.findIndex((r) => r.tid === tid),
          1,
        )
    }
  }

  #part(event: UploadEvent & { is: 'part' }): void {
    const track = this.#track(event.tid)
    if (track.open?.seq !== event.seq) track.open = new OpenFragment(event.seq)
    const lane = this.#active()
    // Media pitfall 6: a fragment that began without a lane, or behind a backlog, never goes out as parts.
    const nothingWaits = track.cursor === event.seq && !track.rebasing && this.#heldUntil === 0
    const may = lane?.kind === 'ws' && nothingWaits && event.buffered <= PARTS_STOP_BYTES
    const offset = track.open.take(event.bytes.length, may && lane ? lane.id : null)
    if (offset === null || !lane) return
    this.#effects.push({
      do: 'send_part',
      lane: lane.id,
      tid: event.tid,
      epoch: event.epoch,
      seq: event.seq,
      offset,
      bytes: event.bytes,
    })
  }

  #receipt(receipt: Receipt, now: number): void {
    const track = this.#track(receipt.tid)
    for (const lane of this.#lanes) if (lane.ready) lane.heardAt = now
    const record = track.waiting.get(receipt.seq)
    if (!record) return
    if (record.sha256 !== receipt.sha256 || record.size !== receipt.size || record.epoch !== receipt.epoch) {
      this.#effects.push({ do: 'warn', code: 'receipt_mismatch', tid: receipt.tid, seq: receipt.seq })
      return
    }
    track.waiting.delete(receipt.seq)
    if (track.cursor === receipt.seq) track.cursor++
    this.#refusals = 0
    this.confirmedBytes += record.size
    this.lastReceiptAt = now
    this.#effects.push({ do: 'drop', tid: receipt.tid, seq: receipt.seq, receipt })
  }

  #nak(event: UploadEvent & { is: 'nak' }, now: number): void {
    const track = this.#track(event.tid)
    const lane = this.#lanes.find((l) => l.id === event.lane)
    if (!lane) return
    lane.heardAt = now
    const hold = () => {
      const backoff = backoffMs(this.#refusals++, this.#random())
      this.#heldUntil =
        now + Math.max(1, event.retryAfterS === undefined ? backoff : event.retryAfterS * 1000)
    }
    const rewind = () => {
      track.cursor = Math.min(...track.waiting.keys(), track.next)
      track.open?.spoil()
    }
    switch (event.why) {
      case 'closed':
        this.#effects.push({ do: 'denied', why: 'closed' })
        this.#stopped = true
        return
      case 'conflict':
      case 'chain':
      case 'lease':
        // The hello of a fresh lane says where the two chains part.
        this.#effects.push({ do: 'close', lane: lane.id })
        this.#lanes = this.#lanes.filter((l) => l.id !== lane.id)
        this.#attempt = Math.max(this.#attempt, this.#refusals++)
        if (this.#lanes.length === 0) this.#retry(now)
        return
      case 'parts':
      case 'checksum':
      case 'window':
        rewind()
        if (this.#refusals++ > 2) hold()
        return
      case 'quota':
      case 'busy':
      case 'disk':
      case 'too_large':
      case 'malformed':
        rewind()
        hold()
        return
    }
  }
}
