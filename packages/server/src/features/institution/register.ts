// 000 6.3-6.4, 002 п. 12: who is responsible today, what nobody is responsible for, and the list that is published of it.
import {
  type Appointment,
  dueForNextYear,
  type Duty,
  gaps,
  type Needed,
} from '@ochno/domain/appointment/order'
import { isStale, registerOn } from '@ochno/domain/appointment/register'
import type { YearStart } from '@ochno/domain/calendar/academic'
import type { Role } from '@ochno/domain/access/table'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import { type ActPolicy, settingOf } from '@ochno/domain/policy/act-policy'
import { parameters, type PolicyKey } from '@ochno/domain/policy/schema'
import type { Instant } from '@ochno/domain/time'
import type { NamedAppointment, StoredOrder } from '../../ports/appointments.ts'
import type { StoredPart } from '../../ports/institutions.ts'
import type { Tx } from '../../ports/store.ts'
import { dateOf, todayOf } from './deps.ts'

/** The next year's order is asked for this many days before the year ends. */
export const ORDER_REMIND_DAYS = 30

export const appointmentOf = (row: NamedAppointment, order: StoredOrder): Appointment => ({
  person: row.name,
  duty: { for: row.duty, of: row.partName },
  order: { number: order.number, date: dateOf(order.signedOn) },
  year: order.from && order.to ? { from: dateOf(order.from), to: dateOf(order.to) } : null,
  revokedOn: row.revokedOn ? dateOf(row.revokedOn) : null,
  contact: { phone: row.phone, email: row.email, hours: row.hours },
})

const said = (policy: ActPolicy | null, key: PolicyKey) => {
  const setting = policy ? settingOf(policy, key) : null
  return setting && 'value' in setting ? setting.value : null
}

export function yearStartOf(policy: ActPolicy | null): YearStart {
  const text = said(policy, 'academic_year.start') ?? parameters['academic_year.start'].proposal
  const [month, day] = String(text).split('-').map(Number)
  return { month: month ?? 9, day: day ?? 1 }
}

/** 000 6.3 wants somebody for each technology and each programme with ЭО, ДОТ; 002 п. 12 two persons for each service. */
export function neededOf(policy: ActPolicy | null, parts: readonly StoredPart[]): Needed | null {
  if (said(policy, 'responsibles.order_period') === null) return null
  const technologies = parts.filter(({ facts }) => facts.kind === 'technology')
  if (said(policy, 'responsibles.second_list') !== true)
    return technologies.flatMap(({ name }): Duty[] => [
      { for: 'service_technical', of: name },
      { for: 'service_organisational', of: name },
    ])
  const programmes = parts.filter(
    ({ facts }) => facts.kind === 'programme' && (facts.elearning || facts.distance),
  )
  return [
    ...technologies.map(({ name }): Duty => ({ for: 'technology', of: name })),
    ...programmes.map(({ name }): Duty => ({ for: 'programme', of: name })),
  ]
}

export async function readRegister(tx: Tx, now: Instant) {
  const today = await todayOf(tx, now)
  const orders = await tx.appointments.orders()
  const rows = await tx.appointments.all()
  const byId = new Map(orders.map((order) => [order.id, order]))
  const appointments = rows.flatMap((row) => {
    const order = byId.get(row.order)
    return order ? [appointmentOf(row, order)] : []
  })
  const policy = (await tx.acts.list()).find(({ state }) => state === 'effective')?.policy ?? null
  const needed = neededOf(policy, await tx.institutions.parts())
  const yearStart = yearStartOf(policy)
  return {
    today,
    orders,
    rows,
    appointments,
    yearStart,
    demanded: needed !== null,
    gaps: needed ? gaps(appointments, needed, today) : [],
    due: needed
      ? dueForNextYear(appointments, needed, today, { yearStart, remindDays: ORDER_REMIND_DAYS })
      : [],
  }
}

/** R0-6.4: what was published is what holds; a change of an appointment, or its end, publishes anew. True when it did. */
export async function publishIfStale(
  tx: Tx,
  by: { readonly tenant: TenantId; readonly actor: AccountId | 'system'; readonly role: Role | 'system' },
  now: Instant,
): Promise<boolean> {
  const { today, appointments } = await readRegister(tx, now)
  const before = await tx.appointments.published()
  if (before === null && appointments.length === 0) return false
  if (!isStale(before && { on: today, lines: before.lines }, appointments, today)) return false
  const lines = registerOn(appointments, today)
  await tx.appointments.publish({ at: now, lines })
  await tx.audit({
    at: now,
    tenant: by.tenant,
    actor: by.actor,
    role: by.role,
    action: 'contacts.publish',
    object: by.tenant,
    purpose: 'administration',
    result: 'ok',
    details: { lines: lines.length },
  })
  return true
}
