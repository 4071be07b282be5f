import { glassRoutes } from '@ochno/contract/break-glass'
import { postgresUntoldGlass } from '../adapters/postgres/break-glass.ts'
import { postgresStore } from '../adapters/postgres/store.ts'
import { appealedResults } from '../features/decisions/on-appeal.ts'
import { glassHandlers } from '../http/break-glass.ts'
import { glassCrontab, glassTasks } from '../jobs/tell-glass.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

export function composeBreakGlass({ ids, clock, pools }: Base): Part {
  const deps = { store: postgresStore(pools.app, ids), ids, relatives: appealedResults.relatives }
  return {
    routes: mounted(glassRoutes, glassHandlers(deps)),
    tasks: glassTasks({ ...deps, clock, untoldGlass: postgresUntoldGlass(pools.auth) }),
    crontab: glassCrontab,
  }
}
