// From stored headers to one timeline: pure.
import type { Fragment } from '@ochno/contract/index-columns'
import type { EpochView } from '@ochno/contract/watch'
import { type Clocks, epochStartMs } from '@ochno/domain/recording/epoch-clock'
import type { TrackId } from '@ochno/domain/recording/track'
import { FORMAT, KIND, type RecordHeader, readHeader } from '@ochno/evidence/record'
import type { StoredRecord } from '../../ports/recordings.ts'

export type Head = RecordHeader & { readonly srvMs: number }

export type PlacedTrack = {
  readonly tid: TrackId
  readonly epochs: readonly EpochView[]
  readonly fragments: readonly Fragment[]
  /** seq of the records that say why something is missing. */
  readonly gapSeqs: readonly number[]
  readonly ended: boolean
}

export type Placed = {
  /** Null when nothing was recorded yet. */
  readonly base: Clocks | null
  /** Server's clock at zero of the timeline. */
  readonly zeroMs: number
  readonly lengthMs: number
  readonly tracks: readonly PlacedTrack[]
}

export function headsOf(records: readonly StoredRecord[]): Head[] {
  return records.flatMap((record) => {
    const header = readHeader(record.header)
    return header ? [{ ...header, srvMs: record.srvMs }] : []
  })
}

/** A fragment reaches the server when it is over, an INIT at its beginning. */
const endMono = (h: Head): number => h.monoMs + (h.kind === KIND.media ? h.dur * 1000 : 0)

export const clocksOf = (h: Head): Clocks => ({
  wallMs: h.wallMs,
  monoMs: h.monoMs,
  srvMs: h.srvMs - (h.kind === KIND.media ? h.dur * 1000 : 0),
})

export const isMedia = (h: RecordHeader): boolean => h.format !== FORMAT.json && h.format !== FORMAT.none

export function place(tracks: readonly { readonly tid: TrackId; readonly heads: readonly Head[] }[]): Placed {
  const oldest = tracks
    .flatMap(({ heads }) => heads.filter(isMedia).slice(0, 1))
    .toSorted((a, b) => a.srvMs - b.srvMs || a.monoMs - b.monoMs)[0]
  if (!oldest) return { base: null, zeroMs: 0, lengthMs: 0, tracks: [] }
  const base = clocksOf(oldest)
  const placed = tracks.map(({ tid, heads }) => placeTrack(tid, heads, base))
  const ends = placed.flatMap((t) => t.fragments.slice(-1).map((f) => f.atMs + f.durMs))
  const latency = tracks.flatMap(({ heads }) => heads.filter(isMedia).map((h) => h.srvMs - endMono(h)))
  return {
    base,
    zeroMs: latency.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    lengthMs: Math.max(0, ...ends),
    tracks: placed.filter((t) => t.epochs.length > 0),
  }
}

export function epochOf(head: Head, base: Clocks): EpochView {
  return {
    epoch: head.epoch,
    initSeq: head.seq,
    format: head.format,
    flags: head.flags,
    startMs: Math.round(epochStartMs(base, clocksOf(head), head.mediaTs)),
  }
}

function placeTrack(tid: TrackId, heads: readonly Head[], base: Clocks): PlacedTrack {
  const epochs = new Map<number, EpochView>()
  const fragments: Fragment[] = []
  const gapSeqs: number[] = []
  for (const head of heads) {
    if (head.kind === KIND.gap) gapSeqs.push(head.seq)
    if (!isMedia(head)) continue
    if (head.kind === KIND.init) epochs.set(head.epoch, epochOf(head, base))
    const epoch = epochs.get(head.epoch)
    // A fragment whose decoder head is not there can not be shown: it counts as a gap.
    if (head.kind === KIND.media && epoch) fragments.push(fragmentOf(head, epoch))
  }
  return {
    tid,
    epochs: [...epochs.values()],
    fragments,
    gapSeqs,
    ended: heads.at(-1)?.kind === KIND.end,
  }
}

export const fragmentOf = (head: Head, epoch: EpochView): Fragment => ({
  seq: head.seq,
  epoch: head.epoch,
  atMs: epoch.startMs + head.mediaTs * 1000,
  durMs: head.dur * 1000,
  bytes: head.payloadLen,
  srvMs: head.srvMs,
})
