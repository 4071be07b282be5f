// Exports of a person's data are made, reminded of and forgotten; a request wakes the job at once.
import type { TaskList } from 'graphile-worker'
import type { ExportDeps } from '../features/retention/export-deps.ts'
import { runExports } from '../features/retention/export-make.ts'
import type { InstitutionsWithExports } from '../ports/subject-exports.ts'

export const subjectExportTasks = (
  deps: ExportDeps & { readonly exporting: InstitutionsWithExports },
): TaskList => ({
  subject_exports: async () => {
    for (const tenant of await deps.exporting()) await runExports(deps, tenant)
  },
})

export const subjectExportCrontab = '*/10 * * * * subject_exports'
