import { base64 } from '@ochno/evidence/bytes'
import { metaOf } from '@ochno/evidence/meta'
import { receiptOf, type SignedReceipt } from '@ochno/evidence/receipt'
import { readHeader } from '@ochno/evidence/record'
import type { Digest, KnownRow } from '../../ports/ingest.ts'
import type { Track } from './track.ts'

/** The receipt given before, rebuilt byte for byte from its row and its stored signature (ING-25). */
export function receiptOfRow(
  track: Pick<Track, 'session' | 'tid'>,
  row: KnownRow,
  digest: Digest,
): SignedReceipt {
  const header = readHeader(row.header)
  if (!header) throw new Error(`row ${track.session} ${track.tid} ${row.seq} holds no header`)
  const meta = metaOf(header, digest(row.header), {
    sid: track.session,
    tid: track.tid,
    n: row.n,
    srvMs: row.srvMs,
  })
  return { receipt: receiptOf(meta, row.chain), sig: base64(row.sig), key: row.keyId }
}
