// Figures over many sessions, and the sheets of them.
import { dashboardRoutes } from '@ochno/contract/dashboards'
import { postgresStore } from '../adapters/postgres/store.ts'
import { dashboardHandlers } from '../http/dashboards.ts'
import type { Printer } from '../ports/print.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

export const composeDashboards = (
  { pools, ids }: Base,
  { printer }: { readonly printer: Printer },
): Part => ({
  routes: mounted(dashboardRoutes, dashboardHandlers({ store: postgresStore(pools.app, ids), printer })),
})
