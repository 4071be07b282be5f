// E-04: what is signed when a recording closes (docs/spec/evidence.md EVD-10 …).
import { coverage, type Span } from '@ochno/domain/recording/coverage'
import { hex, unhex } from './bytes.ts'
import { type FragmentMeta, genesisBytes, linkBytes } from './chain.ts'
import type { Hashing } from './hash.ts'
import { canonicalBytes } from './jcs.ts'
import { leafHash, root } from './merkle.ts'
import { byPlace } from './meta.ts'
import { KIND, type RecordHeader } from './record.ts'

export type Accepted = { readonly meta: FragmentMeta; readonly header: RecordHeader }

export type TrackSummary = {
  readonly tid: string
  /** hex; with it anyone recomputes the genesis. */
  readonly nonce: string
  readonly count: number
  readonly bytes: number
  /** c(count-1), hex; the genesis when nothing was accepted. */
  readonly chain: string
  /** Highest seq and its header's hash; null when nothing was accepted. */
  readonly last: number | null
  readonly head: string | null
  /** The recorder said it was done (kind END on the highest seq). */
  readonly ended: boolean
  /** Ranges of seq, both ends included, that never came. */
  readonly missing: readonly (readonly [number, number])[]
  /** Null for a track that carries no media. */
  readonly covered_ms: number | null
  readonly gaps: readonly (readonly [number, number])[]
}

export type Manifest = {
  readonly v: 1
  readonly alg: 'Ed25519'
  readonly key: string
  readonly tenant: string
  readonly exam: string
  readonly sid: string
  /** The control window by the server's clock. */
  readonly from_ms: number
  readonly to_ms: number
  readonly closed_ms: number
  /** sha256 of the policy in force, hex. */
  readonly policy: string
  readonly leaves: number
  readonly root: string
  readonly events: number
  readonly events_root: string
  readonly tracks: readonly TrackSummary[]
}

/** Something the server did in the session's life: authorized, started, submitted … */
export type SessionFact = { readonly type: string; readonly at_ms: number } & Readonly<
  Record<string, string | number | null>
>

export type TrackRecords = {
  readonly tid: string
  readonly nonce: Uint8Array
  readonly records: readonly Accepted[]
}

export type SessionRecords = {
  readonly tenant: string
  readonly exam: string
  readonly sid: string
  readonly window: Span
  readonly closedMs: number
  readonly policy: string
  readonly events: readonly SessionFact[]
  readonly tracks: readonly TrackRecords[]
}

export function* makeManifest(session: SessionRecords, key: string): Hashing<Manifest> {
  const shift = clockShift(
    session.window,
    session.tracks.map((track) => track.records),
  )
  const tracks: TrackSummary[] = []
  for (const track of session.tracks.toSorted((a, b) => (a.tid < b.tid ? -1 : 1)))
    tracks.push(yield* summary(session, track, shift))
  const metas = session.tracks.flatMap((track) => track.records.map((record) => record.meta)).sort(byPlace)
  return {
    v: 1,
    alg: 'Ed25519',
    key,
    tenant: session.tenant,
    exam: session.exam,
    sid: session.sid,
    from_ms: session.window.from,
    to_ms: session.window.to,
    closed_ms: session.closedMs,
    policy: session.policy,
    leaves: metas.length,
    root: hex(yield* rootOf(metas)),
    events: session.events.length,
    events_root: hex(yield* rootOf(session.events)),
    tracks,
  }
}

export const manifestBytes = (manifest: Manifest): Uint8Array => canonicalBytes(manifest)

export function* rootOf(values: readonly unknown[]): Hashing<Uint8Array> {
  const leaves: Uint8Array[] = []
  for (const value of values) leaves.push(yield* leafHash(canonicalBytes(value)))
  return yield* root(leaves)
}

function* summary(session: SessionRecords, track: TrackRecords, shift: number): Hashing<TrackSummary> {
  const records = track.records.toSorted((a, b) => a.meta.seq - b.meta.seq)
  const last = records.at(-1)
  const media = records.filter(({ header }) => header.kind === KIND.media)
  const carriesMedia =
    track.tid !== 'call' &&
    (records.some(({ header }) => header.kind <= KIND.media) || isMediaTrack(track.tid))
  const covered = coverage(
    session.window,
    media.map(({ header }) => spanOf(header, shift)),
  )
  return {
    tid: track.tid,
    nonce: hex(track.nonce),
    count: records.length,
    bytes: records.reduce((sum, { meta }) => sum + meta.size, 0),
    chain: hex(yield* chainOf(session.sid, track)),
    last: last ? last.meta.seq : null,
    head: last ? last.meta.head : null,
    ended: last?.header.kind === KIND.end,
    missing: missing(records.map(({ meta }) => meta.seq)),
    covered_ms: carriesMedia ? covered.coveredMs : null,
    gaps: carriesMedia ? covered.gaps.map(({ from, to }) => [from, to] as const) : [],
  }
}

const isMediaTrack = (tid: string): boolean => tid !== 'events'

function* chainOf(sid: string, track: TrackRecords): Hashing<Uint8Array> {
  let link: Uint8Array = yield genesisBytes(sid, track.tid, track.nonce)
  for (const { meta } of track.records.toSorted((a, b) => a.meta.n - b.meta.n))
    link = yield linkBytes(link, meta)
  return link
}

/** Ranges between 0 and the highest of the ascending `seqs` that are not among them. */
export function missing(seqs: readonly number[]): (readonly [number, number])[] {
  const holes: (readonly [number, number])[] = []
  let next = 0
  for (const seq of seqs) {
    if (seq > next) holes.push([next, seq - 1])
    next = seq + 1
  }
  return holes
}

/** So much a record may have travelled when the client's clock is right; within it nobody can tell the way from the clock. */
const CLOCK_AGREES_MS = 3000

/**
 * What must be added to the client's clock to get the server's. No record came before it ended, so it is at most the least
 * (received - ended) over all media records; a clock that is wrong by hours is moved by just that and then still falls into the
 * control window. Where that bound is small, every shift from 0 to it tells the same story about the clock, and the one that
 * leaves the fewest holes at the edges of the window is taken: a hole that another reading of the same facts closes is no gap.
 */
export function clockShift(window: Span, tracks: readonly (readonly Accepted[])[]): number {
  const media = tracks.map((records) => records.filter(({ header }) => header.kind === KIND.media))
  let most = Number.POSITIVE_INFINITY
  for (const { meta, header } of media.flat()) most = Math.min(most, meta.srv_ms - spanOf(header, 0).to)
  if (most === Number.POSITIVE_INFINITY) return 0
  if (most < 0 || most > CLOCK_AGREES_MS) return most
  const edges = media.flatMap((records) => edgeShifts(window, records))
  const candidates = [0, most, ...edges]
    .filter((shift) => shift >= 0 && shift <= most)
    .toSorted((a, b) => a - b)
  let best = { shift: 0, covered: -1 }
  for (const shift of candidates) {
    const covered = media.reduce((sum, records) => sum + coveredBy(window, records, shift), 0)
    if (covered > best.covered) best = { shift, covered }
  }
  return best.shift
}

/** The shifts that would make a track begin, or end, exactly with the window. */
function edgeShifts(window: Span, media: readonly Accepted[]): readonly number[] {
  if (media.length === 0) return []
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (const { header } of media) {
    const span = spanOf(header, 0)
    from = Math.min(from, span.from)
    to = Math.max(to, span.to)
  }
  return [window.from - from, window.to - to]
}

const coveredBy = (window: Span, media: readonly Accepted[], shift: number): number =>
  coverage(
    window,
    media.map(({ header }) => spanOf(header, shift)),
  ).coveredMs

function spanOf(header: RecordHeader, shift: number): Span {
  const from = Math.round(header.wallMs) + shift
  return { from, to: from + Math.round(header.dur * 1000) }
}

export const nonceOf = (summary: TrackSummary): Uint8Array => unhex(summary.nonce) ?? new Uint8Array()
