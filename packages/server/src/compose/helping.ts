// What helps people to an exam and says nothing of it: trials, workplaces of the institution, announced works, the public instruction.
import { embeddingRoutes } from '@ochno/contract/embedding'
import { maintenanceRoutes } from '@ochno/contract/maintenance'
import { trialRoutes } from '@ochno/contract/trial'
import { workplaceRoutes } from '@ochno/contract/workplaces'
import { postgresSights } from '../adapters/postgres/sights.ts'
import { postgresStore } from '../adapters/postgres/store.ts'
import { postgresDueTrials } from '../adapters/postgres/trials.ts'
import { judgeUnkept } from '../features/equipment/check-machine.ts'
import { embeddingHandlers } from '../http/embedding.ts'
import { maintenanceHandlers } from '../http/maintenance.ts'
import { trialHandlers } from '../http/trial.ts'
import { workplaceHandlers } from '../http/workplaces.ts'
import { forgetTrialsCrontab, forgetTrialsTasks } from '../jobs/forget-trials.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

export function composeHelping({ pools, ids, clock }: Base): Part {
  const store = postgresStore(pools.app, ids)
  return {
    routes: [
      ...mounted(trialRoutes, trialHandlers({ store, ids, judge: judgeUnkept })),
      ...mounted(workplaceRoutes, workplaceHandlers({ store, ids, sights: postgresSights(pools.app) })),
      ...mounted(maintenanceRoutes, maintenanceHandlers({ store, ids })),
      ...mounted(embeddingRoutes, embeddingHandlers({ store })),
    ],
    tasks: forgetTrialsTasks({ store, clock, due: postgresDueTrials(pools.auth) }),
    crontab: forgetTrialsCrontab,
  }
}
