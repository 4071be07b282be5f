// Complaints past their term are looked for every hour; each is told of once.
import type { TaskList } from 'graphile-worker'
import type { ComplaintDeps } from '../features/complaints/deps.ts'
import { escalateComplaints } from '../features/complaints/escalate.ts'
import type { OverdueComplaints } from '../ports/complaints.ts'

export const overdueComplaintTasks = (
  deps: ComplaintDeps & { readonly overdueComplaints: OverdueComplaints },
): TaskList => ({
  overdue_complaints: async () => {
    const now = deps.clock.now()
    for (const tenant of await deps.overdueComplaints(now)) await escalateComplaints(deps, tenant, now)
  },
})

export const overdueComplaintsCrontab = '23 * * * * overdue_complaints'
