// Whoever is put into an exam or moved to another time is told of it, whoever did it and by which door.
import type { TaskList } from 'graphile-worker'
import { type TellDeps, tellUntold } from '../features/notices/tell-untold.ts'

export const tellSchedulesTasks = (deps: TellDeps): TaskList => ({
  tell_schedules: () => tellUntold(deps),
})

/** Every minute; a run that is still going is not doubled. */
export const tellSchedulesCrontab = '* * * * * tell_schedules ?jobKey=tell_schedules&max=3'
