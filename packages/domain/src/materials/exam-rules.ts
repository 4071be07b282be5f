import { type ExamPermissions, nothingPermitted } from '../incident/permitted.ts'
import type { ListingAct } from '../incident/violation.ts'
import { materialIds } from './allowed.ts'
import type { Subject } from './subjects.ts'

/** The rules an exam begins with under its act, before anybody permits anything: only what the act itself permits. */
export const startingPermissions = (act: ListingAct, subject: Subject | null): ExamPermissions => ({
  ...nothingPermitted,
  materials: materialIds({ act, subject, switches: [] }),
})
