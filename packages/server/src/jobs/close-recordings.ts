import type { TaskList } from 'graphile-worker'
import { closeDue } from '../features/evidence/close-due.ts'
import type { EvidenceDeps } from '../features/evidence/deps.ts'

export function closeRecordingsTask(deps: EvidenceDeps): TaskList {
  const close = closeDue(deps)
  return {
    close_recordings: async () => {
      await close()
    },
  }
}

/** Every minute; a run that is still going is not doubled. */
export const closeRecordingsCrontab = '* * * * * close_recordings ?jobKey=close_recordings&max=3'
