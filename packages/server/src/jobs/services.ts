// Once an hour each institution with services in use comes to its day: whose ground is over is suspended.
import type { TaskList } from 'graphile-worker'
import type { ServiceDeps } from '../features/services/deps.ts'
import { turnServices } from '../features/services/suspend.ts'
import type { Clock } from '../ports/clock.ts'
import type { InstitutionsWithServices } from '../ports/services.ts'

export type ServiceSweep = ServiceDeps & {
  readonly clock: Clock
  readonly using: InstitutionsWithServices
}

export const serviceTasks = (deps: ServiceSweep): TaskList => ({
  service_sweep: async () => {
    for (const tenant of await deps.using()) await turnServices(deps, tenant, deps.clock.now())
  },
})

export const serviceCrontab = '37 * * * * service_sweep'
