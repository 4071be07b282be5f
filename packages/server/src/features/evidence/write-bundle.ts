import type { TrackId } from '@ochno/domain/recording/track'
import { hex } from '@ochno/evidence/bytes'
import { README } from '@ochno/evidence/bundle/readme'
import { readManifest } from '@ochno/evidence/bundle/schema'
import { bundleEntries } from '@ochno/evidence/bundle/write'
import { zip } from '@ochno/evidence/bundle/zip-write'
import { sha256 } from '@ochno/evidence/node/hash'
import type { Export } from '../../ports/evidence.ts'
import type { EvidenceDeps } from './deps.ts'
import { sessionRecords } from './session-records.ts'

/** E-08. The caller holds the right and has journalled it; null when the recording is not closed. */
export async function writeBundle(
  deps: Pick<EvidenceDeps, 'manifests' | 'recordings' | 'keys' | 'proofs' | 'signJournal'>,
  { tenant, session }: Pick<Export, 'tenant' | 'session'>,
): Promise<AsyncGenerator<Uint8Array> | null> {
  const [signed, history] = [
    await deps.manifests.find(tenant, session),
    await deps.manifests.history(session),
  ]
  if (!signed || !history) return null
  const manifest = readManifest(new TextDecoder().decode(signed.body))
  if (!manifest) throw new Error(`the stored manifest of ${session} is damaged`)
  const proof = () => deps.proofs.ofClosing(tenant, session, hex(sha256(signed.body)))
  let log = await proof()
  if (!log) {
    // Closed since the last signed head: a bundle does not leave without the proof because it was asked for early.
    await deps.signJournal()
    log = await proof()
  }
  const tracks = await sessionRecords(deps.recordings, tenant, session)
  return zip(
    bundleEntries({
      readme: README,
      manifest,
      signature: signed.sig,
      keys: deps.keys.publicKeys(),
      events: history.facts,
      records: tracks.flatMap(({ tid, records }) => {
        // What slipped in while the recording was being closed is in no proof (ING-40).
        const proven = manifest.tracks.find((track) => track.tid === tid)?.count ?? 0
        return records.filter(({ meta }) => meta.n < proven)
      }),
      read: (tid, from, to) => deps.recordings.read(tenant, session, tid as TrackId, from, to),
      log,
    }),
  )
}
