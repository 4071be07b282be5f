import { type AcademicYear, academicYear } from '@ochno/domain/calendar/academic'
import type { PlainDate } from '@ochno/domain/calendar/working-days'
import { settingOf } from '@ochno/domain/policy/act-policy'
import { parameters } from '@ochno/domain/policy/schema'
import type { Instant } from '@ochno/domain/time'
import type { Asker } from '../../ports/asking.ts'
import type { Printer } from '../../ports/print.ts'
import type { Store, Tx } from '../../ports/store.ts'

export type DashboardDeps = { readonly store: Store; readonly printer: Printer }

export type Reader = Asker

export const dayOf = (at: Instant, zone: string): PlainDate => at.toZonedDateTimeISO(zone).toPlainDate()
export const startOf = (day: PlainDate, zone: string): Instant => day.toZonedDateTime(zone).toInstant()

export const round = (value: number, digits = 1): number => Math.round(value * 10 ** digits) / 10 ** digits

/** A file leaves the institution's pages: who took which is in the journal before it does. */
export const tookFile = (
  tx: Tx,
  reader: Reader,
  what: string,
  object: string,
  as: 'csv' | 'xlsx',
  at: Instant,
): Promise<void> =>
  tx.audit({
    at,
    tenant: reader.tenant,
    actor: reader.account,
    role: reader.roles[0] ?? 'system',
    action: `report.${what}`,
    object,
    purpose: 'report',
    result: 'ok',
    details: { as },
  })

/** The academic year the act begins when it says, of the day it is there. */
export async function yearAt(tx: Tx, day: PlainDate): Promise<AcademicYear> {
  const policy = (await tx.acts.list()).find(({ state }) => state === 'effective')?.policy
  const setting = policy && settingOf(policy, 'academic_year.start')
  const said = setting && 'value' in setting ? setting.value : parameters['academic_year.start'].proposal
  const [month = 9, first = 1] = String(said).split('-').map(Number)
  return academicYear(day, { month, day: first })
}
