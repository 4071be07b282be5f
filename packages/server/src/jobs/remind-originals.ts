// Late originals of consents are looked for every hour; each person is told once about each exam.
import type { TaskList } from 'graphile-worker'
import type { ConsentDeps } from '../features/consents/deps.ts'
import { remindLate } from '../features/consents/remind.ts'
import type { Clock } from '../ports/clock.ts'
import type { InstitutionsUnderAct } from '../ports/consents.ts'

export type RemindDeps = Pick<ConsentDeps, 'store' | 'ids' | 'digest'> & {
  readonly clock: Clock
  readonly institutions: InstitutionsUnderAct
}

export const remindOriginalsTasks = (deps: RemindDeps): TaskList => ({
  remind_originals: async () => {
    for (const tenant of await deps.institutions()) await remindLate(deps, tenant, deps.clock.now())
  },
})

export const remindOriginalsCrontab = '23 * * * * remind_originals'
