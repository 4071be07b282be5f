// The simplest server that keeps the promises, to test the simulation itself: one map, one disk write per record.
import { concat, hex } from '@ochno/evidence/bytes'
import { chainNext, genesis } from '@ochno/evidence/node/chain'
import { sha256 } from '@ochno/evidence/node/hash'
import { receiptBytes, type SignedReceipt } from '@ochno/evidence/receipt'
import { FLAG, HEADER, readHeader, readPart } from '@ochno/evidence/record'
import { type TrackId, trackByNumber, trackIds, trackNumbers } from '@ochno/domain/recording/track'
import { base64 } from '@ochno/evidence/bytes'
import type { StoredRow } from '../chaos/checker.ts'
import type { Answer, Door } from './examinee.ts'
import { line, type Weather } from './net.ts'
import { simKey, simSign } from './subtle.ts'
import type { Life, World } from './world.ts'

type Track = {
  rows: Map<number, StoredRow & { signed: SignedReceipt & { tid: string } }>
  chain: Uint8Array
  srvMs: number
}

/** What a careless server might do. */
export type Sin = 'none' | 'forgets' | 'signs anew' | 'keeps the newer'

export function modelDoor(
  world: World,
  weather: () => Weather,
  sin: Sin = 'none',
): { door: Door; rows: () => StoredRow[] } {
  const tracks = new Map<string, Track>()
  const life = world.life('server')
  const nonce = new Uint8Array(32).fill(3)
  const trackOf = (sid: string, tid: string): Track => {
    const key = `${sid}|${tid}`
    const found = tracks.get(key)
    if (found) return found
    const made = { rows: new Map(), chain: genesis(sid, tid, nonce), srvMs: 0 }
    tracks.set(key, made)
    return made
  }
  const nextOf = (track: Track) => {
    let next = 0
    while (track.rows.has(next)) next++
    return next
  }
  const hello = (sid: string) =>
    Object.fromEntries(
      trackIds.map((tid) => {
        const track = trackOf(sid, tid)
        const next = nextOf(track)
        return [
          tid,
          {
            no: trackNumbers[tid],
            nonce: hex(nonce),
            next,
            head: track.rows.get(next - 1)?.head ?? null,
            top: Math.max(-1, ...track.rows.keys()) + 1,
            topHead: track.rows.get(Math.max(-1, ...track.rows.keys()))?.head ?? null,
            epoch: Math.max(0, ...[...track.rows.values()].map(({ epoch }) => epoch)),
          },
        ]
      }),
    )
  const accept = (sid: string, tid: TrackId, bytes: Uint8Array): Answer => {
    const track = trackOf(sid, tid)
    const h = readHeader(bytes)
    const nak = (why: Extract<Answer, { is: 'nak' }>['why']): Answer => ({
      is: 'nak',
      why,
      next: nextOf(track),
    })
    if (!h) return nak('malformed')
    const head = hex(sha256(bytes.subarray(0, HEADER)))
    const stored = track.rows.get(h.seq)
    if (stored && sin === 'signs anew') {
      const receipt = { ...stored.signed.receipt, srv_ms: world.now() }
      return {
        is: 'receipt',
        signed: { ...stored.signed, receipt, sig: base64(simSign(receiptBytes(receipt))) },
      }
    }
    if (stored && sin !== 'keeps the newer')
      return stored.head === head ? { is: 'receipt', signed: stored.signed } : nak('conflict')
    const payload = bytes.subarray(HEADER)
    if (hex(sha256(payload)) !== hex(h.sha256)) return nak('checksum')
    const before = track.rows.get(h.seq - 1)
    if (before && before.head !== hex(h.prev)) return nak('chain')
    track.srvMs = Math.max(track.srvMs, world.now())
    const n = track.rows.size
    const meta = {
      v: 1 as const,
      sid,
      tid,
      n,
      epoch: h.epoch,
      seq: h.seq,
      kind: h.kind,
      size: h.payloadLen,
      sha256: hex(h.sha256),
      head,
      srv_ms: track.srvMs,
      cli_ms: Math.round(h.wallMs),
      mono_ms: Math.round(h.monoMs),
      late_ms: 0,
    }
    track.chain = chainNext(track.chain, meta)
    const { v, epoch, seq, size, sha256: digest, srv_ms } = meta
    const receipt = { v, sid, tid, n, epoch, seq, size, sha256: digest, chain: hex(track.chain), srv_ms }
    const signed = { receipt, sig: base64(simSign(receiptBytes(receipt))), key: simKey.id, tid }
    const readBack = hex(sha256(payload))
    const row = { sid, tid, epoch: h.epoch, seq: h.seq, n, kind: h.kind, size: h.payloadLen, head }
    if (sin !== 'forgets' || !world.rng.chance(0.05))
      track.rows.set(h.seq, { ...row, chain: hex(track.chain), srvMs: track.srvMs, readBack, signed })
    return { is: 'receipt', signed }
  }
  const rpc = <T>(client: Life, effect: () => T): Promise<T | null> => {
    const lost = world.rng.chance(weather().drop + weather().cut)
    const twice = world.rng.chance(weather().twice)
    return world.does(client, weather().latencyMs, () => {
      if (lost && world.rng.chance(0.5)) return null
      if (twice) effect()
      const answer = effect()
      return lost ? null : answer
    })
  }
  const door: Door = {
    tracks: (client, sid) => rpc(client, () => hello(sid)),
    put: (client, sid, tid, _, bytes) => rpc(client, () => accept(sid, tid as TrackId, bytes)),
    socket: (client, sid, heard, closed) => {
      let parts = new Map<number, Uint8Array[]>()
      const wire = line(
        world,
        weather,
        { life: client, heard: heard as (m: never) => void, closed },
        {
          life,
          closed: () => undefined,
          heard: ((bytes: Uint8Array) => {
            const part = readPart(bytes)
            if (part) {
              if (part.offset === 0) parts.set(part.track, [])
              const list = parts.get(part.track)
              if (list && concat(...list).length === part.offset) list.push(part.bytes)
              else parts.delete(part.track)
              return
            }
            const h = readHeader(bytes)
            const tid = h && trackByNumber(h.track)
            if (!h || !tid) return
            let whole = bytes
            if (bytes.length === HEADER && h.payloadLen > 0 && h.flags & FLAG.parts) {
              whole = concat(bytes, ...(parts.get(h.track) ?? []))
              parts = new Map([...parts].filter(([track]) => track !== h.track))
              if (
                whole.length !== HEADER + h.payloadLen ||
                hex(sha256(whole.subarray(HEADER))) !== hex(h.sha256)
              ) {
                wire.down(
                  JSON.stringify({
                    t: 'nak',
                    tid,
                    seq: h.seq,
                    why: 'parts',
                    next: nextOf(trackOf(sid, tid)),
                  }),
                )
                return
              }
            }
            const answer = accept(sid, tid, whole)
            if (answer.is === 'receipt') wire.down(JSON.stringify({ t: 'ack', ...answer.signed }))
            else wire.down(JSON.stringify({ t: 'nak', tid, seq: h.seq, why: answer.why, next: answer.next }))
          }) as (m: never) => void,
        },
      )
      world.after(weather().latencyMs, life, () =>
        wire.down(JSON.stringify({ t: 'hello', serverMs: world.now(), tracks: hello(sid) })),
      )
      return { send: wire.up, close: wire.cut }
    },
  }
  return { door, rows: () => [...tracks.values()].flatMap((track) => [...track.rows.values()]) }
}
