// 000 6.3: an order of the director names the responsible persons «на каждый учебный год».
import { type AcademicYear, academicYear, type YearStart } from '../calendar/academic.ts'
import type { PlainDate } from '../calendar/working-days.ts'
import { Temporal } from '../time.ts'

/** What somebody is responsible for. The order has two lists: the platform's technologies and the programmes. */
export type Duty =
  | { readonly for: 'technology'; readonly of: string }
  | { readonly for: 'programme'; readonly of: string }
  | { readonly for: 'service_technical' | 'service_organisational'; readonly of: string }

export type Order = { readonly number: string; readonly date: PlainDate }

export type Appointment = {
  readonly person: string
  readonly duty: Duty
  readonly order: Order
  /** Null: until revoked (an order of 002 names no term). */
  readonly year: AcademicYear | null
  readonly revokedOn: PlainDate | null
  readonly contact: { readonly phone: string; readonly email: string; readonly hours: string }
}

const compare = Temporal.PlainDate.compare

/** From the later of the order's date and the year's first day to the year's last day; revoked from the day named. */
export function isHeldOn({ order, year, revokedOn }: Appointment, day: PlainDate): boolean {
  if (compare(day, order.date) < 0) return false
  if (year && (compare(day, year.from) < 0 || compare(day, year.to) > 0)) return false
  return revokedOn === null || compare(day, revokedOn) < 0
}

export type Needed = readonly Duty[]

const same = (a: Duty, b: Duty): boolean => a.for === b.for && a.of === b.of

export const heldBy = (
  appointments: readonly Appointment[],
  duty: Duty,
  day: PlainDate,
): readonly Appointment[] =>
  appointments.filter((appointment) => same(appointment.duty, duty) && isHeldOn(appointment, day))

/** Duties nobody holds on the day: while there is one the administrator sees a blocking warning. */
export const gaps = (appointments: readonly Appointment[], needed: Needed, day: PlainDate): readonly Duty[] =>
  needed.filter((duty) => heldBy(appointments, duty, day).length === 0)

/** From `remindDays` before the year ends: what the next year's order does not yet name. */
export function dueForNextYear(
  appointments: readonly Appointment[],
  needed: Needed,
  today: PlainDate,
  rules: { readonly yearStart: YearStart; readonly remindDays: number },
): readonly Duty[] {
  const next = academicYear(today, rules.yearStart).to.add({ days: 1 })
  return compare(today, next.subtract({ days: rules.remindDays })) < 0 ? [] : gaps(appointments, needed, next)
}

/** 002 п. 12: a service works only when both its responsible persons are named by an order. */
export const missingForService = (
  appointments: readonly Appointment[],
  service: string,
  day: PlainDate,
): readonly Duty[] =>
  gaps(
    appointments,
    [
      { for: 'service_technical', of: service },
      { for: 'service_organisational', of: service },
    ],
    day,
  )

export type Granted =
  | { readonly ok: true; readonly by: string; readonly order: Order | null }
  | { readonly ok: false; readonly why: 'not_responsible' }

/** 002 п. 14: full access is given by the technical person of that service, under his order, or the platform's administrator. */
export function grantFullAccess(
  by: { readonly person: string; readonly platformAdmin: boolean },
  service: string,
  appointments: readonly Appointment[],
  day: PlainDate,
): Granted {
  const duty = { for: 'service_technical', of: service } as const
  const mine = heldBy(appointments, duty, day).find(({ person }) => person === by.person)
  if (mine) return { ok: true, by: by.person, order: mine.order }
  return by.platformAdmin ? { ok: true, by: by.person, order: null } : { ok: false, why: 'not_responsible' }
}
