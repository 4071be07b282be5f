import { CLOSES_AFTER_MS } from '@ochno/domain/recording/closing'
import { closeRecording } from './close-recording.ts'
import type { EvidenceDeps } from './deps.ts'

type Deps = Pick<EvidenceDeps, 'manifests' | 'recordings' | 'keys' | 'audit' | 'clock' | 'log'>

/** Longer than the sweep takes to come again. */
const STIRRED_MS = 5 * 60_000

/** Each time but the first looks only at what may have changed since: a recording with a gap waits a day (ING-26). */
export function closeDue(deps: Deps): () => Promise<number> {
  let first = true
  return async () => {
    const now = deps.clock.ms()
    const due = await deps.manifests.waiting({
      overMs: now - CLOSES_AFTER_MS,
      stirredMs: first ? 0 : now - STIRRED_MS,
    })
    first = false
    let closed = 0
    for (const session of due) {
      try {
        if ((await closeRecording(deps, session)) === 'closed') closed++
      } catch (cause) {
        // One recording that can not be closed does not keep the others open.
        deps.log.error('recording.close_failed', { session }, cause)
      }
    }
    return closed
  }
}
