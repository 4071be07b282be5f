// Late originals of consents, and answers that are missing shortly before an exam, are looked for every hour; nobody is told twice.
import type { TaskList } from 'graphile-worker'
import type { ConsentDeps } from '../features/consents/deps.ts'
import { remindLate } from '../features/consents/remind.ts'
import { remindUnanswered } from '../features/consents/remind-unanswered.ts'
import type { Clock } from '../ports/clock.ts'
import type { InstitutionsUnderAct } from '../ports/consents.ts'

export type RemindDeps = Pick<ConsentDeps, 'store' | 'ids' | 'digest'> & {
  readonly clock: Clock
  readonly institutions: InstitutionsUnderAct
}

export const remindOriginalsTasks = (deps: RemindDeps): TaskList => ({
  remind_originals: async () => {
    for (const tenant of await deps.institutions()) {
      await remindLate(deps, tenant, deps.clock.now())
      await remindUnanswered(deps, tenant, deps.clock.now())
    }
  },
})

export const remindOriginalsCrontab = '23 * * * * remind_originals'
