// Orders that name responsible persons for an academic year (R0-6.3), and changes of them.
import type { AppointmentsView, OrderView } from '@ochno/contract/appointments'
import { isHeldOn } from '@ochno/domain/appointment/order'
import { academicYear } from '@ochno/domain/calendar/academic'
import type { PlainDate } from '@ochno/domain/calendar/working-days'
import type { TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { StoredAppointment, StoredOrder } from '../../ports/appointments.ts'
import type { Tx } from '../../ports/store.ts'
import { entry, type InstitutionDeps, isStaff, type Keeper, no } from './deps.ts'
import { appointmentOf, publishIfStale, readRegister } from './register.ts'

export const publicPath = (tenant: TenantId): string => `/api/public/contacts/${tenant}`

function stateOf({ signedOn, from, to }: StoredOrder, today: PlainDate): OrderView['state'] {
  const [day, begins] = [today.toString(), from && from > signedOn ? from : signedOn]
  return day < begins ? 'coming' : to !== null && day > to ? 'over' : 'running'
}

async function view(tx: Tx, tenant: TenantId, now: Instant): Promise<AppointmentsView> {
  const { today, orders, rows, yearStart, demanded, gaps, due } = await readRegister(tx, now)
  const year = academicYear(today, yearStart)
  const next = academicYear(year.to.add({ days: 1 }), yearStart)
  const term = ({ from, to }: typeof year) => ({ from: from.toString(), to: to.toString() })
  const published = await tx.appointments.published()
  return {
    today: today.toString(),
    year: term(year),
    next: term(next),
    demanded,
    orders: orders.map((order) => ({
      ...order,
      state: stateOf(order, today),
      rows: rows
        .filter((row) => row.order === order.id)
        .map((row) => ({
          id: row.id,
          person: { id: row.person, name: row.name },
          post: row.post,
          duty: row.duty,
          part: { id: row.part, name: row.partName },
          phone: row.phone,
          email: row.email,
          hours: row.hours,
          revokedOn: row.revokedOn,
          held: isHeldOn(appointmentOf(row, order), today),
        })),
    })),
    gaps: gaps.map((one) => ({ ...one })),
    dueForNextYear: due.map((one) => ({ ...one })),
    published: published && { at: published.at.toString(), lines: published.lines.length },
    publicPath: publicPath(tenant),
  }
}

const shown = async (tx: Tx, keeper: Keeper, now: Instant) => {
  await publishIfStale(tx, { tenant: keeper.tenant, actor: keeper.account, role: 'admin' }, now)
  return { ok: true as const, body: await view(tx, keeper.tenant, now) }
}

export const listAppointments = ({ store }: InstitutionDeps, tenant: TenantId, now: Instant) =>
  store.inTenant(tenant, (tx) => view(tx, tenant, now))

export type NewOrder = {
  readonly number: string
  readonly signedOn: string
  readonly term: { readonly from: string; readonly to: string } | null
  readonly rows: readonly Omit<StoredAppointment, 'id' | 'order' | 'revokedOn'>[]
}

const keyOf = ({ person, duty, part }: NewOrder['rows'][number]) => `${person} ${duty} ${part}`

export const addOrder = ({ store, ids }: InstitutionDeps, keeper: Keeper, given: NewOrder, now: Instant) =>
  store.inTenant(keeper.tenant, async (tx) => {
    await tx.institutions.own()
    if (given.term && given.term.to < given.term.from) return no('ends_before_it_begins')
    if (new Set(given.rows.map(keyOf)).size < given.rows.length) return no('appointed_twice')
    const kinds = new Map((await tx.institutions.parts()).map(({ id, facts }) => [id, facts.kind]))
    for (const { duty, part, person } of given.rows) {
      const kind = kinds.get(part)
      if (!kind || !(await tx.accounts.find(person))) return no('not_found')
      if (kind !== (duty === 'programme' ? 'programme' : 'technology')) return no('wrong_duty')
      if (!(await isStaff(tx, person))) return no('not_staff')
    }
    const order: StoredOrder = {
      id: ids.make('ord'),
      number: given.number,
      signedOn: given.signedOn,
      from: given.term?.from ?? null,
      to: given.term?.to ?? null,
    }
    const rows = given.rows.map((row) => ({ ...row, id: ids.make('apt'), order: order.id, revokedOn: null }))
    await tx.appointments.addOrder(order, rows, keeper.account, now)
    await tx.audit(
      entry(keeper, now, 'appointment.order', order.id, {
        ...order,
        rows: rows.map(({ person, duty, part }) => [person, duty, part]),
      }),
    )
    return shown(tx, keeper, now)
  })

const held = async (tx: Tx, id: string) => {
  await tx.institutions.own()
  return (await tx.appointments.all()).find((row) => row.id === id) ?? null
}

type Contact = { readonly phone: string; readonly email: string; readonly hours: string }

export const changeContact = (
  { store }: InstitutionDeps,
  keeper: Keeper,
  id: string,
  contact: Contact,
  now: Instant,
) =>
  store.inTenant(keeper.tenant, async (tx) => {
    const before = await held(tx, id)
    if (!before) return no('not_found')
    await tx.appointments.setContact(id, contact)
    const { phone, email, hours } = before
    const details = { before: { phone, email, hours }, after: contact }
    await tx.audit(entry(keeper, now, 'appointment.contact', id, details))
    return shown(tx, keeper, now)
  })

export const revokeAppointment = (
  { store }: InstitutionDeps,
  keeper: Keeper,
  id: string,
  on: string,
  now: Instant,
) =>
  store.inTenant(keeper.tenant, async (tx) => {
    const before = await held(tx, id)
    if (!before) return no('not_found')
    if (before.revokedOn) return no('already_revoked')
    await tx.appointments.revoke(id, on)
    await tx.audit(entry(keeper, now, 'appointment.revoke', id, { on }))
    return shown(tx, keeper, now)
  })
