import { evidenceRoutes } from '@ochno/contract/evidence'
import type { SessionId } from '@ochno/domain/ids'
import { postgresExports, postgresManifests } from '../adapters/postgres/evidence.ts'
import { postgresDestroyed } from '../adapters/postgres/destructions.ts'
import { postgresBlocked } from '../adapters/postgres/retention-holds.ts'
import { postgresLogProofs } from '../adapters/postgres/log-proofs.ts'
import { type Closing, closeRecording } from '../features/evidence/close-recording.ts'
import type { EvidenceDeps } from '../features/evidence/deps.ts'
import { evidenceHandlers } from '../http/evidence.ts'
import { closeRecordingsCrontab, closeRecordingsTask } from '../jobs/close-recordings.ts'
import type { Recordings } from '../ports/recordings.ts'
import type { KeyRing } from '../ports/signing.ts'
import type { Base, MountedRoute, Part } from './part.ts'

export type EvidencePart = Part & {
  /** Closes at once when every track said END and nothing is missing; else says why not. */
  readonly close: (session: SessionId) => Promise<Closing>
}

export async function composeEvidence(
  base: Base,
  from: {
    readonly recordings: Recordings
    readonly keys: KeyRing
    readonly signJournal: () => Promise<void>
  },
): Promise<EvidencePart> {
  const { app, ingest } = base.pools
  const deps: EvidenceDeps = {
    ...base,
    ...from,
    manifests: postgresManifests(ingest),
    exports: postgresExports(app),
    destroyed: postgresDestroyed(app),
    blocked: postgresBlocked(app),
    proofs: postgresLogProofs(app),
  }
  const handlers = evidenceHandlers(deps)
  return {
    routes: Object.entries(evidenceRoutes).map(
      ([name, route]) =>
        ({ route, handler: handlers[name as keyof typeof handlers] }) as unknown as MountedRoute,
    ),
    tasks: closeRecordingsTask(deps),
    crontab: closeRecordingsCrontab,
    close: (session) => closeRecording(deps, session),
  }
}
