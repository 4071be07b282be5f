// Where a record becomes evidence (ING-20): check, encrypt, append + fsync, one transaction, and only then the receipt.
// One batch is under way at a time; what arrives meanwhile makes the next one, so the disk sets the pace and nobody waits for a timer.
import type { SessionId, TenantId } from '@ochno/domain/ids'
import type { TrackId } from '@ochno/domain/recording/track'
import { base64 } from '@ochno/evidence/bytes'
import { genesisBytes, linkBytes } from '@ochno/evidence/chain'
import { metaOf } from '@ochno/evidence/meta'
import { receiptBytes, receiptOf, type SignedReceipt } from '@ochno/evidence/receipt'
import { KIND, type RecordHeader } from '@ochno/evidence/record'
import type {
  Digest,
  IngestFigures,
  KnownRow,
  MediaKeys,
  NewRow,
  RecordRows,
  Signing,
  Spool,
  SpoolBatch,
} from '../../ports/ingest.ts'
import { SpoolFull } from '../../ports/ingest.ts'
import { checkRecord } from './check-record.ts'
import { receiptOfRow } from './known-receipt.ts'
import type { IngestRefusal } from './refusal.ts'
import { advance, type Answer, place, prevOf, same, type Track, trackFrom } from './track.ts'

export type AcceptorDeps = {
  readonly spool: Spool
  readonly rows: RecordRows
  readonly keys: MediaKeys
  readonly digest: Digest
  readonly signing: () => Signing
  readonly nowMs: () => number
  readonly random: (bytes: number) => Uint8Array
  /** Lets records gather before a batch begins; the fsync and the transaction are shared by all of them. */
  readonly gather: () => Promise<void>
  readonly committed?: (rows: readonly NewRow[], headers: readonly RecordHeader[]) => void
  readonly failed?: (cause: unknown) => void
  /** Somebody sent other content under an accepted number; told once per number while the track is open (ING-21). */
  readonly conflict?: (track: Track, seq: number) => void
  readonly figures?: IngestFigures
}

type Queued = {
  readonly track: Track
  readonly row: Omit<NewRow, 'place'>
  readonly header: RecordHeader
  /** Where it begins in its batch. */
  readonly at: number
  readonly receipt: SignedReceipt
}

export type Acceptor = ReturnType<typeof makeAcceptor>

export function makeAcceptor(deps: AcceptorDeps) {
  const tracks = new Map<string, Promise<Track>>()
  const opened = new Map<string, Track>()
  let queue: Queued[] = []
  /** The bytes of what is queued. What was given up leaves a hole that no row names. */
  let bytes = deps.spool.newBatch()
  let running: Promise<void> | null = null

  const keyOf = (session: SessionId, tid: TrackId) => `${session}|${tid}`

  /** The track's state, from memory or from the rows. */
  function open(tenant: TenantId, session: SessionId, tid: TrackId): Promise<Track> {
    const key = keyOf(session, tid)
    const found = tracks.get(key)
    if (found) return found
    const made = (async () => {
      const seal = await deps.keys.sealer(tenant, session)
      const tail = await deps.rows.openTrack(tenant, session, tid, deps.random(32))
      const genesis = deps.digest(genesisBytes(session, tid, tail.nonce))
      const track = trackFrom({ tenant, session, tid }, tail, genesis, seal, deps.digest)
      opened.set(key, track)
      return track
    })()
    tracks.set(key, made)
    made.catch(() => forget(session, tid))
    return made
  }

  function forget(session: SessionId, tid: TrackId): void {
    tracks.delete(keyOf(session, tid))
    opened.delete(keyOf(session, tid))
  }

  /** Offers one record; `answer` is called once, when it is durable or refused. `header` is the 128 bytes of `parsed`, kept until then. */
  function offer(
    track: Track,
    parsed: RecordHeader,
    header: Uint8Array,
    payload: Uint8Array,
    answer: Answer,
  ): void {
    const refuse = (why: IngestRefusal): void => {
      deps.figures?.refused(why)
      answer({ ok: false, why, next: track.next })
    }
    // A track that was given up after a failed batch must be opened anew by the caller.
    if (opened.get(keyOf(track.session, track.tid)) !== track) return refuse('busy')
    const unsound = checkRecord(parsed, payload, track.tid, deps.digest)
    if (unsound) return refuse(unsound)
    const head = deps.digest(header)
    const prev = prevOf(header)
    const where = place(track, parsed.seq, prev, head)
    if (where === 'known') return again(track, parsed.seq, header, answer)
    if (where) return refuse(where)
    if (track.ended) return refuse('closed')
    take(track, parsed, header, payload, head, prev, answer)
  }

  /** ING-21: the same header gets the same receipt, another one a conflict. */
  function again(track: Track, seq: number, header: Uint8Array, answer: Answer): void {
    const conflict = () => {
      if (!track.conflicts.has(seq)) deps.conflict?.(track, seq)
      track.conflicts.add(seq)
      answer({ ok: false, why: 'conflict', next: track.next })
    }
    const waiting = track.onTheWay.get(seq)
    if (waiting) {
      if (same(waiting.header, header)) waiting.answers.push(answer)
      else conflict()
      return
    }
    deps.rows.find(track.session, track.tid, seq).then(
      (row: KnownRow | null) => {
        if (!row) answer({ ok: false, why: 'busy', next: track.next })
        else if (same(row.header, header))
          answer({ ok: true, receipt: receiptOfRow(track, row, deps.digest) })
        else conflict()
      },
      () => answer({ ok: false, why: 'busy', next: track.next }),
    )
  }

  function take(
    track: Track,
    parsed: RecordHeader,
    header: Uint8Array,
    payload: Uint8Array,
    head: Uint8Array,
    prev: Uint8Array,
    answer: Answer,
  ): void {
    const { tenant, session, tid, n } = track
    const srvMs = Math.max(track.srvMs, deps.nowMs())
    const meta = metaOf(parsed, head, { sid: session, tid, n, srvMs })
    const chain = deps.digest(linkBytes(track.chain, meta))
    const signing = deps.signing()
    const receipt = receiptOf(meta, chain)
    const sig = signing.sign(receiptBytes(receipt))
    const pieces = track.seal(`${session}|${tid}|${parsed.epoch}|${parsed.seq}`, payload)
    // What can fail, for want of memory, comes before the track has moved on: then nothing was taken.
    const at = bytes.add(pieces)
    track.n = n + 1
    track.srvMs = srvMs
    track.chain = chain
    track.epoch = Math.max(track.epoch ?? 0, parsed.epoch)
    advance(track, parsed.seq, prev, head)
    track.onTheWay.set(parsed.seq, { header, answers: [answer] })
    if (parsed.kind === KIND.end) track.ended = true
    const row = {
      session,
      tenant,
      tid,
      n,
      seq: parsed.seq,
      header,
      chain,
      srvMs,
      sig,
      keyId: signing.keyId,
      stored: pieces.reduce((sum, piece) => sum + piece.length, 0),
    }
    queue.push({
      track,
      row,
      header: parsed,
      at,
      receipt: { receipt, sig: base64(sig), key: signing.keyId },
    })
    running ??= run()
  }

  async function run(): Promise<void> {
    try {
      await deps.gather()
      while (queue.length > 0) {
        const [batch, itsBytes] = [queue, bytes]
        queue = []
        bytes = deps.spool.newBatch()
        await settle(batch, itsBytes)
        if (queue.length > 0) await deps.gather()
      }
    } finally {
      running = null
    }
  }

  async function settle(batch: readonly Queued[], itsBytes: SpoolBatch): Promise<void> {
    const began = deps.nowMs()
    try {
      const begun = await deps.spool.append(itsBytes)
      const rows = batch.map(({ row, at }): NewRow => ({ ...row, place: { ...begun, at: begun.at + at } }))
      await deps.rows.commit(rows)
      for (const { track, row, receipt } of batch) {
        const waiting = track.onTheWay.get(row.seq)
        track.onTheWay.delete(row.seq)
        for (const answer of waiting?.answers ?? []) answer({ ok: true, receipt })
      }
      deps.committed?.(
        rows,
        batch.map(({ header }) => header),
      )
      deps.figures?.accepted(
        batch.length,
        batch.reduce((sum, { row }) => sum + row.stored, 0),
      )
      deps.figures?.batch(batch.length, deps.nowMs() - began)
    } catch (cause) {
      deps.failed?.(cause)
      giveUp(batch, cause instanceof SpoolFull ? 'disk' : 'busy')
    }
  }

  /** Nothing of the batch was promised; its tracks are read anew from the rows, so nothing half-done is remembered. */
  function giveUp(batch: readonly Queued[], why: 'disk' | 'busy'): void {
    const lost = new Set(batch.map(({ track }) => track))
    const dependent = queue.filter(({ track }) => lost.has(track))
    queue = queue.filter(({ track }) => !lost.has(track))
    for (const track of lost) forget(track.session, track.tid)
    for (const { track, row } of [...batch, ...dependent]) {
      const waiting = track.onTheWay.get(row.seq)
      track.onTheWay.delete(row.seq)
      deps.figures?.refused(why)
      for (const answer of waiting?.answers ?? [])
        answer({ ok: false, why, next: Math.min(row.seq, track.next) })
    }
  }

  return {
    open,
    offer,
    /** Frees the memory of a session nobody sends for. Records on their way are settled first. */
    close: async (session: SessionId, tid: TrackId): Promise<void> => {
      while (opened.get(keyOf(session, tid))?.onTheWay.size) await (running ?? Promise.resolve())
      forget(session, tid)
    },
    /** Resolves when everything offered so far has been answered. */
    idle: async (): Promise<void> => {
      while (running) await running
    },
    waiting: (): number => queue.length,
  }
}
