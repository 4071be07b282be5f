// One running session inside this node: what its viewers share.
import type { EpochView, LiveTrackState, WatchTell } from '@ochno/contract/watch'
import { WATCH_PREFIX, watchKind } from '@ochno/contract/watch'
import { coverage } from '@ochno/domain/recording/coverage'
import { isWatchedThroughout, type TrackId, trackNumbers } from '@ochno/domain/recording/track'
import { KIND, readHeader, writePart } from '@ochno/evidence/record'
import type { LiveFrame, LiveSnapshot } from '../../ports/live.ts'
import type { WatchedSession } from '../../ports/watching.ts'
import type { WatchDeps } from './deps.ts'
import { clocksOf, epochOf, fragmentOf, type Head, isMedia, type Placed } from './place.ts'
import { placeSession } from './read-timeline.ts'
import { lineOf, newViewerTrack, takeFragment, takePart, type ViewerTrack } from './viewer-track.ts'

/** The far end of one viewer's socket. */
export type Sink = {
  readonly tell: (message: WatchTell) => void
  readonly bytes: (frame: Uint8Array) => void
  /** Bytes that wait to leave. */
  readonly waiting: () => number
}

type Heads = { readonly view: EpochView; readonly header: Uint8Array; readonly payload: Uint8Array }

type FeedTrack = {
  readonly tid: TrackId
  readonly heads: Map<number, Heads>
  /** Covered spans, joined as they grow. */
  readonly spans: { from: number; to: number }[]
  lastByteMs: number | null
  behindMs: number
}

type Attached = { readonly sink: Sink; readonly tracks: ReadonlyMap<TrackId, ViewerTrack> }

export type Feed = {
  readonly no: number
  readonly ready: Promise<void>
  readonly attach: (sink: Sink, tids: readonly TrackId[]) => () => void
  readonly tracks: (session: WatchedSession) => LiveTrackState[]
  readonly close: () => void
}

export function openFeed(deps: WatchDeps, session: WatchedSession, no: number, onClosed: () => void): Feed {
  const tracks = new Map<TrackId, FeedTrack>()
  const viewers = new Set<Attached>()
  let base: Placed['base'] = null
  let zeroMs = deps.clock.ms()
  let known = false
  const early: LiveFrame[] = []

  const trackOf = (tid: TrackId): FeedTrack => {
    const found = tracks.get(tid)
    if (found) return found
    const made: FeedTrack = { tid, heads: new Map(), spans: [], lastByteMs: null, behindMs: 0 }
    tracks.set(tid, made)
    return made
  }

  const sendHead = (to: Attached, track: FeedTrack, epoch: number) => {
    const state = to.tracks.get(track.tid)
    const head = track.heads.get(epoch)
    if (!state || !head || state.heads.has(epoch)) return
    state.heads.add(epoch)
    to.sink.tell({ t: 'epoch', sub: no, tid: track.tid, ...head.view })
    to.sink.bytes(frame(watchKind.record, track.tid, no, head.header, head.payload))
  }

  const learnHead = (track: FeedTrack, header: Uint8Array, payload: Uint8Array) => {
    const read = readHeader(header)
    if (!read || !isMedia(read)) return
    const head: Head = { ...read, srvMs: deps.clock.ms() }
    if (!base) {
      base = clocksOf(head)
      zeroMs = head.srvMs - head.monoMs
      for (const { sink } of viewers) sink.tell({ t: 'joined', sub: no, session: session.id, zeroMs })
    }
    if (!track.heads.has(head.epoch))
      track.heads.set(head.epoch, { view: epochOf(head, base), header, payload })
    for (const viewer of viewers) sendHead(viewer, track, head.epoch)
  }

  const onFragment = (track: FeedTrack, of: LiveFrame & { is: 'record' }) => {
    const read = readHeader(of.header)
    if (!read) return
    if (read.kind === KIND.init) return learnHead(track, of.header, of.payload)
    const epoch = track.heads.get(read.epoch)?.view
    if (read.kind !== KIND.media || !epoch) return
    const { atMs, durMs } = fragmentOf({ ...read, srvMs: 0 }, epoch)
    grow(track.spans, { from: atMs, to: atMs + durMs })
    const late = deps.clock.ms() - zeroMs - (atMs + durMs)
    // The examinee's clock may run ahead of the estimate of the first record: then zero was late.
    if (late < 0) zeroMs += late
    track.behindMs = Math.max(0, late)
    const whole = {
      epoch: read.epoch,
      seq: read.seq,
      length: of.payload.length,
      key: (read.flags & 1) === 1,
      cameAsParts: of.cameAsParts,
    }
    const made = new Map<string, Uint8Array>()
    for (const viewer of viewers) {
      const state = viewer.tracks.get(track.tid)
      const step = state && takeFragment(state, whole, lineOf(viewer.sink.waiting()))
      if (step === 'dropped') viewer.sink.tell({ t: 'dropped', sub: no, tid: track.tid })
      else if (step) {
        const bytes =
          made.get(step) ??
          frame(watchKind[step], track.tid, no, of.header, step === 'record' ? of.payload : NOTHING)
        made.set(step, bytes)
        viewer.sink.bytes(bytes)
      }
    }
  }

  const onPart = (track: FeedTrack, part: LiveFrame & { is: 'part' }) => {
    const facts = { epoch: part.epoch, seq: part.seq, offset: part.offset, length: part.bytes.length }
    let bytes: Uint8Array | null = null
    for (const viewer of viewers) {
      const state = viewer.tracks.get(track.tid)
      const step = state && takePart(state, facts, lineOf(viewer.sink.waiting()))
      if (step === 'dropped') viewer.sink.tell({ t: 'dropped', sub: no, tid: track.tid })
      else if (step) {
        bytes ??= partFrame(track.tid, no, part)
        viewer.sink.bytes(bytes)
      }
    }
  }

  const onFrame = (of: LiveFrame) => {
    if (of.is === 'closed') return onClosed()
    // The proctor's own camera is no picture of the examinee, and its silence is none of his.
    if (of.tid === 'events' || of.tid === 'call') return
    if (!known) {
      // The index is being read; frames wait, the snapshot of the hub covers what is older.
      if (early.length < 512) early.push(of)
      return
    }
    const track = trackOf(of.tid)
    track.lastByteMs = deps.clock.ms()
    if (of.is === 'record') onFragment(track, of)
    else onPart(track, of)
  }

  const unsubscribe = deps.hub.subscribe(session.id, onFrame)

  const load = async () => {
    const placed = await placeSession(deps, session)
    if (placed.base) {
      base = placed.base
      zeroMs = placed.zeroMs
    }
    for (const { tid, epochs, fragments } of placed.tracks) {
      if (!isWatchedThroughout(tid)) continue
      const track = trackOf(tid)
      for (const f of fragments) grow(track.spans, { from: f.atMs, to: f.atMs + f.durMs })
      const last = epochs.at(-1)
      if (!last || track.heads.has(last.epoch)) continue
      const stored = deps.recordings.read(session.tenant, session.id, tid, last.initSeq, last.initSeq)
      for await (const { header, payload } of stored)
        track.heads.set(last.epoch, { view: last, header, payload })
    }
    known = true
    for (const of of early.splice(0)) onFrame(of)
  }

  return {
    no,
    ready: load(),
    attach(sink, tids) {
      const attached: Attached = { sink, tracks: new Map(tids.map((tid) => [tid, newViewerTrack()])) }
      sink.tell({ t: 'joined', sub: no, session: session.id, zeroMs })
      for (const snapshot of deps.hub.snapshot(session.id)) {
        if (snapshot.init) learnHead(trackOf(snapshot.tid), snapshot.init.header, snapshot.init.payload)
        join(attached, trackOf(snapshot.tid), snapshot)
      }
      for (const track of tracks.values())
        for (const epoch of track.heads.keys()) sendHead(attached, track, epoch)
      viewers.add(attached)
      return () => viewers.delete(attached)
    },
    tracks: (now) => [...tracks.values()].map((track) => stateOf(track, now)),
    close: unsubscribe,
  }

  function join(to: Attached, track: FeedTrack, { last, open }: LiveSnapshot) {
    const state = to.tracks.get(track.tid)
    if (!state) return
    const header = last && readHeader(last.header)
    if (last && header?.kind === KIND.media && track.heads.has(header.epoch)) {
      sendHead(to, track, header.epoch)
      to.sink.bytes(frame(watchKind.record, track.tid, no, last.header, last.payload))
    }
    if (!open?.bytes.length || !track.heads.has(open.epoch)) return
    sendHead(to, track, open.epoch)
    const part = { ...open, offset: 0 }
    takePart(state, { ...part, length: open.bytes.length }, 'free')
    to.sink.bytes(partFrame(track.tid, no, part))
  }

  function stateOf(track: FeedTrack, now: WatchedSession): LiveTrackState {
    const at = deps.clock.ms()
    const from = (now.authorizedAt?.epochMilliseconds ?? zeroMs) - zeroMs
    const to = Math.max(from, track.spans.at(-1)?.to ?? from)
    const { coveredMs } = coverage({ from, to }, track.spans)
    return {
      tid: track.tid,
      silentS: track.lastByteMs === null ? null : Math.round((at - track.lastByteMs) / 1000),
      behindS: Math.round(track.behindMs / 1000),
      coverage: to > from ? coveredMs / (to - from) : 1,
    }
  }
}

const NOTHING = new Uint8Array(0)

function frame(kind: number, tid: TrackId, sub: number, a: Uint8Array, b: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(WATCH_PREFIX + a.length + b.length)
  bytes[0] = kind
  bytes[1] = trackNumbers[tid]
  bytes[2] = sub >>> 8
  bytes[3] = sub & 255
  bytes.set(a, WATCH_PREFIX)
  bytes.set(b, WATCH_PREFIX + a.length)
  return bytes
}

type PartFacts = { epoch: number; seq: number; offset: number; bytes: Uint8Array }

const partFrame = (tid: TrackId, sub: number, { epoch, seq, offset, bytes }: PartFacts): Uint8Array =>
  frame(watchKind.part, tid, sub, writePart({ track: trackNumbers[tid], seq, offset, epoch, bytes }), NOTHING)

/** Fragments come nearly in order: grow the last span, else insert and keep order. */
function grow(spans: { from: number; to: number }[], next: { from: number; to: number }): void {
  const last = spans.at(-1)
  if (last && next.from >= last.from && next.from <= last.to + 250) last.to = Math.max(last.to, next.to)
  else {
    spans.push({ ...next })
    if (last && next.from < last.from) spans.sort((a, b) => a.from - b.from)
  }
}
