import type { TaskList } from 'graphile-worker'
import { closeDue } from '../features/evidence/close-due.ts'
import type { EvidenceDeps } from '../features/evidence/deps.ts'

export const closeRecordingsTask = (deps: EvidenceDeps): TaskList => ({
  close_recordings: async () => {
    await closeDue(deps)
  },
})

/** Every minute; a run that is still going is not doubled. */
export const closeRecordingsCrontab = '* * * * * close_recordings ?jobKey=close_recordings&max=3'
