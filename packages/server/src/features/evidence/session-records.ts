import type { SessionId, TenantId } from '@ochno/domain/ids'
import type { Receipted } from '@ochno/evidence/bundle/write'
import type { TrackRecords } from '@ochno/evidence/manifest'
import { metaOf } from '@ochno/evidence/meta'
import { sha256, turn } from '@ochno/evidence/node/hash'
import { readHeader } from '@ochno/evidence/record'
import type { Recordings, StoredRecord } from '../../ports/recordings.ts'

export type ReceiptedTrack = Omit<TrackRecords, 'records'> & { readonly records: readonly Receipted[] }

/** Without these two a recording has a gap as long as the exam, so they are told of even when nothing came. */
const EXPECTED = ['cam', 'screen'] as const
const AT_ONCE = 250
const NEVER_OPENED = new Uint8Array(32)

/** Everything that was accepted, with the metas made anew from the stored headers. */
export async function sessionRecords(
  recordings: Recordings,
  tenant: TenantId,
  session: SessionId,
): Promise<readonly ReceiptedTrack[]> {
  const tracks: ReceiptedTrack[] = []
  for (const { tid, nonce } of await recordings.tracks(tenant, session)) {
    const stored = await recordings.index(tenant, session, tid)
    const records: Receipted[] = []
    for (const record of stored) {
      records.push(receipted(session, record))
      // At the end of an exam many recordings close while others are still being recorded.
      if (records.length % AT_ONCE === 0) await turn()
    }
    tracks.push({ tid, nonce, records })
  }
  const missing = EXPECTED.filter((tid) => !tracks.some((track) => track.tid === tid))
  return [
    ...tracks.filter(
      ({ tid, records }) => records.length > 0 || EXPECTED.some((expected) => expected === tid),
    ),
    ...missing.map((tid) => ({ tid, nonce: NEVER_OPENED, records: [] })),
  ]
}

function receipted(sid: SessionId, stored: StoredRecord): Receipted {
  const header = readHeader(stored.header)
  if (!header) throw new Error(`the stored header of ${sid} ${stored.tid} ${stored.seq} is damaged`)
  const meta = metaOf(header, sha256(stored.header), {
    sid,
    tid: stored.tid,
    n: stored.n,
    srvMs: stored.srvMs,
  })
  return { meta, header, headerBytes: stored.header, sig: stored.sig, keyId: stored.keyId }
}
