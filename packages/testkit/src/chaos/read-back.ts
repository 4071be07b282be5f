import type { SessionId, TenantId } from '@ochno/domain/ids'
import type { TrackId } from '@ochno/domain/recording/track'
import { hex } from '@ochno/evidence/bytes'
import { sha256 } from '@ochno/evidence/node/hash'
import type { Recordings } from '@ochno/server/ports/recordings'

type Of = { readonly tenant: TenantId; readonly sid: SessionId; readonly tid: TrackId }

/** sha256 of every payload of a track that can be read, by seq. One pass; what can not be read is stepped over. */
export async function readBack(
  reader: Pick<Recordings, 'read'>,
  { tenant, sid, tid }: Of,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>()
  const waiting = seqs.toSorted((a, b) => a - b)
  const last = waiting.at(-1) ?? -1
  for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
    try {
      for await (const { seq, payload } of reader.read(tenant, sid, tid, next, last)) {
        found.set(seq, hex(sha256(payload)))
        while ((waiting[0] ?? Number.POSITIVE_INFINITY) <= seq) waiting.shift()
      }
      break
    } catch {
      // Unreadable is what the checker is told.
      waiting.shift()
    }
  }
  return found
}
