import type { EvidenceDeps } from './deps.ts'
import { closeRecording } from './close-recording.ts'

const AT_ONCE = 500

/** Every minute: one recording that can not be closed does not keep the others open. */
export async function closeDue(
  deps: Pick<EvidenceDeps, 'manifests' | 'recordings' | 'keys' | 'audit' | 'clock' | 'log'>,
): Promise<number> {
  let closed = 0
  for (const session of await deps.manifests.waiting(AT_ONCE)) {
    try {
      if ((await closeRecording(deps, session)) === 'closed') closed++
    } catch (cause) {
      deps.log.error('recording.close_failed', { session }, cause)
    }
  }
  return closed
}
