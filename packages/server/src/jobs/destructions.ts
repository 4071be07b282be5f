// A destruction that was agreed and cut off is carried out to its end.
import type { TaskList } from 'graphile-worker'
import type { RetentionDeps } from '../features/retention/deps.ts'
import { finishDestructions } from '../features/retention/destroy.ts'

export const destructionTasks = (deps: RetentionDeps): TaskList => ({
  finish_destructions: () => finishDestructions(deps),
})

export const destructionCrontab = '*/10 * * * * finish_destructions'
