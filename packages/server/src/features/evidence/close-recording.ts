// ING-40, F-14: a recording closes exactly once, with a signed manifest, and the journal knows it first.
import type { SessionId } from '@ochno/domain/ids'
import { mayClose } from '@ochno/domain/recording/closing'
import { fromMs } from '@ochno/domain/time'
import { hex } from '@ochno/evidence/bytes'
import { canonicalBytes } from '@ochno/evidence/jcs'
import {
  type Manifest,
  makeManifest,
  manifestBytes,
  missing,
  type TrackRecords,
} from '@ochno/evidence/manifest'
import { hashingInTurns, sha256 } from '@ochno/evidence/node/hash'
import { KIND } from '@ochno/evidence/record'
import type { SessionHistory } from '../../ports/evidence.ts'
import type { EvidenceDeps } from './deps.ts'
import { sessionRecords } from './session-records.ts'

export type Closing = 'closed' | 'already' | 'not_yet' | 'nothing'

type Deps = Pick<EvidenceDeps, 'manifests' | 'recordings' | 'keys' | 'audit' | 'clock' | 'log'>

export async function closeRecording(deps: Deps, session: SessionId): Promise<Closing> {
  const history = await deps.manifests.history(session)
  if (!history || history.authorizedMs === null || history.deauthorizedMs === null) return 'nothing'
  if (await deps.manifests.find(history.tenant, session)) return 'already'
  const tracks = await sessionRecords(deps.recordings, history.tenant, session)
  const nowMs = deps.clock.ms()
  const used = tracks.filter(({ records }) => records.length > 0)
  if (!mayClose(history, used.map(progressOf), nowMs)) return 'not_yet'

  const manifest = await manifestOf(deps, history, tracks, nowMs)
  const body = manifestBytes(manifest)
  const { signature, keyId } = deps.keys.sign('manifest', body)
  if (keyId !== manifest.key)
    throw new Error('the key was changed meanwhile; the next attempt uses the new one')
  const won = await deps.manifests.storeOnce(
    { tenant: history.tenant, session, body, sig: signature, keyId, closedAt: fromMs(nowMs) },
    () =>
      deps.audit.record({
        at: fromMs(nowMs),
        tenant: history.tenant,
        actor: 'system',
        role: 'system',
        action: 'recording.close',
        object: session,
        purpose: 'evidence',
        result: 'ok',
        details: { manifest: hex(sha256(body)) },
      }),
  )
  if (won) deps.log.info('recording.closed', { session, records: manifest.leaves })
  return won ? 'closed' : 'already'
}

function progressOf(track: TrackRecords) {
  const records = track.records.toSorted((a, b) => a.meta.seq - b.meta.seq)
  return {
    ended: records.at(-1)?.header.kind === KIND.end,
    missing: missing(records.map(({ meta }) => meta.seq)).length > 0,
  }
}

function manifestOf(
  deps: Pick<Deps, 'keys'>,
  history: SessionHistory,
  tracks: readonly TrackRecords[],
  closedMs: number,
): Promise<Manifest> {
  return hashingInTurns(
    makeManifest(
      {
        tenant: history.tenant,
        exam: history.exam,
        sid: history.session,
        window: { from: history.authorizedMs ?? 0, to: history.deauthorizedMs ?? 0 },
        closedMs,
        policy: hex(sha256(canonicalBytes(history.policy))),
        events: history.facts,
        tracks,
      },
      deps.keys.current('manifest').id,
    ),
  )
}
