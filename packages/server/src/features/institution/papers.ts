// F-000-2 and F-000-3 with the data of the institution.
import { academicYearName } from '@ochno/domain/calendar/academic'
import { form0002 } from '@ochno/domain/document/f-000-2'
import { form0003 } from '@ochno/domain/document/f-000-3'
import type { Formed } from '@ochno/domain/document/model'
import { registerOn } from '@ochno/domain/appointment/register'
import type { TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { issuerOf } from '../../ports/papers.ts'
import type { Printer } from '../../ports/print.ts'
import type { Store } from '../../ports/store.ts'
import { dateOf, no } from './deps.ts'
import { readRegister } from './register.ts'

export type PaperDeps = { readonly store: Store; readonly printer: Printer }
export type PaperKind = 'pdf' | 'docx'

async function press({ printer }: PaperDeps, formed: Formed | null, as: PaperKind) {
  if (formed === null) return no('not_found')
  if (!formed.ok) return { ...no('paper_lacks'), fields: formed.missing.map(({ field }) => field) }
  const printed = await printer[as](formed.document)
  if (printed.ok) return { ok: true as const, bytes: printed.bytes, name: formed.document.name }
  return no(printed.why === 'busy' ? 'busy' : 'print_failed')
}

export async function printOrder(deps: PaperDeps, tenant: TenantId, id: string, as: PaperKind, now: Instant) {
  const formed = await deps.store.inTenant(tenant, async (tx) => {
    const { orders, rows } = await readRegister(tx, now)
    const order = orders.find((one) => one.id === id)
    if (!order) return null
    const named = rows.filter((row) => row.order === id)
    const act = (await tx.acts.list()).find(({ state }) => state === 'effective')
    return form0002({
      institution: await issuerOf(tx),
      registration: { number: order.number, on: dateOf(order.signedOn), template: 'F-000-2' },
      year:
        order.from && order.to ? academicYearName({ from: dateOf(order.from), to: dateOf(order.to) }) : null,
      platform: named
        .filter(({ duty }) => duty !== 'programme')
        .map(({ name, post, partName }) => ({ name, post: `${post}: ${partName}` })),
      programmes: named
        .filter(({ duty }) => duty === 'programme')
        .map(({ name, partName }) => ({ programme: partName, name })),
      director: act?.card.approver.name || '________________',
    })
  })
  return press(deps, formed, as)
}

export async function printContacts(deps: PaperDeps, tenant: TenantId, as: PaperKind, now: Instant) {
  const formed = await deps.store.inTenant(tenant, async (tx) => {
    const { today, appointments } = await readRegister(tx, now)
    const people = registerOn(appointments, today).map(({ person, area, phone, email, hours }) => ({
      name: person,
      about: area,
      phone,
      email,
      hours,
    }))
    return form0003({ institution: await issuerOf(tx), on: today, people })
  })
  return press(deps, formed, as)
}
