// E-01: from a header and the server's word about it to the meta that is chained, receipted and put into the tree.
import { hex } from './bytes.ts'
import type { FragmentMeta } from './chain.ts'
import type { RecordHeader } from './record.ts'

export type Acceptance = {
  readonly sid: string
  readonly tid: string
  readonly n: number
  readonly srvMs: number
}

/** `headHash` is sha256 of the header's 128 bytes. */
export function metaOf(header: RecordHeader, headHash: Uint8Array, accepted: Acceptance): FragmentMeta {
  const endMs = Math.round(header.wallMs + header.dur * 1000)
  return {
    v: 1,
    sid: accepted.sid,
    tid: accepted.tid,
    n: accepted.n,
    epoch: header.epoch,
    seq: header.seq,
    kind: header.kind,
    size: header.payloadLen,
    sha256: hex(header.sha256),
    head: hex(headHash),
    srv_ms: accepted.srvMs,
    cli_ms: Math.round(header.wallMs),
    mono_ms: Math.round(header.monoMs),
    late_ms: Math.max(0, accepted.srvMs - endMs),
  }
}

/** The order of the session's tree (E-03): track, epoch, seq. */
export const byPlace = (a: FragmentMeta, b: FragmentMeta): number =>
  a.tid === b.tid ? a.epoch - b.epoch || a.seq - b.seq : a.tid < b.tid ? -1 : 1
