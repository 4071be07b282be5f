// F-002-2: who keeps up each technology, by the orders that hold today.
import { isHeldOn } from '@ochno/domain/appointment/order'
import { dayFigures } from '@ochno/domain/document/dates'
import { form0022 } from '@ochno/domain/document/f-002-2'
import type { TenantId } from '@ochno/domain/ids'
import { type Instant, Temporal } from '@ochno/domain/time'
import { issuerOf } from '../../ports/papers.ts'
import { type FilledDeps, type PaperKind, press } from './deps.ts'

const date = (iso: string) => Temporal.PlainDate.from(iso)
const sides: Readonly<Record<string, string>> = {
  service_technical: ' (техническое обеспечение)',
  service_organisational: ' (организационное обеспечение)',
}

export async function printTechnologyPeople(deps: FilledDeps, tenant: TenantId, as: PaperKind, now: Instant) {
  const formed = await deps.store.inTenant(tenant, async (tx) => {
    const institution = await issuerOf(tx)
    const today = now.toZonedDateTimeISO(institution.zone).toPlainDate()
    const orders = new Map((await tx.appointments.orders()).map((order) => [order.id, order]))
    const people = (await tx.appointments.all()).flatMap((row) => {
      const order = orders.get(row.order)
      if (!order || row.duty === 'programme') return []
      const held = isHeldOn(
        {
          person: row.name,
          duty: { for: row.duty, of: row.partName },
          order: { number: order.number, date: date(order.signedOn) },
          year: order.from && order.to ? { from: date(order.from), to: date(order.to) } : null,
          revokedOn: row.revokedOn ? date(row.revokedOn) : null,
          contact: { phone: row.phone, email: row.email, hours: row.hours },
        },
        today,
      )
      if (!held) return []
      return [
        {
          technology: `${row.partName}${sides[row.duty] ?? ''}`,
          name: row.name,
          post: row.post,
          contacts: [row.phone, row.email, row.hours].filter(Boolean).join(', '),
          ground: `приказ № ${order.number} от ${dayFigures(date(order.signedOn))}`,
        },
      ]
    })
    return form0022({
      institution,
      people: people.sort((a, b) =>
        `${a.technology} ${a.name}`.localeCompare(`${b.technology} ${b.name}`, 'ru'),
      ),
    })
  })
  return press(deps, formed, as)
}
