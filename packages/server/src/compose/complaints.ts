import { complaintRoutes } from '@ochno/contract/complaints'
import { postgresOverdueComplaints } from '../adapters/postgres/complaints.ts'
import { postgresStore } from '../adapters/postgres/store.ts'
import { deputiesHere } from '../features/decisions/deputies.ts'
import { appealedResults } from '../features/decisions/on-appeal.ts'
import { complaintHandlers } from '../http/complaints.ts'
import { overdueComplaintsCrontab, overdueComplaintTasks } from '../jobs/overdue-complaints.ts'
import type { Printer } from '../ports/print.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

export function composeComplaints(
  { ids, clock, pools }: Base,
  { printer }: { readonly printer: Printer },
): Part {
  const deps = {
    store: postgresStore(pools.app, ids),
    ids,
    clock,
    printer,
    relatives: appealedResults.relatives,
    deputies: deputiesHere,
  }
  return {
    routes: mounted(complaintRoutes, complaintHandlers(deps)),
    tasks: overdueComplaintTasks({ ...deps, overdueComplaints: postgresOverdueComplaints(pools.auth) }),
    crontab: overdueComplaintsCrontab,
  }
}
