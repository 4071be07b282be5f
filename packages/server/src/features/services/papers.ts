// F-002-1 and F-000-4 with the data of the register.
import { form0004 } from '@ochno/domain/document/f-000-4'
import { form0021 } from '@ochno/domain/document/f-002-1'
import type { Formed } from '@ochno/domain/document/model'
import type { TenantId } from '@ochno/domain/ids'
import { type Instant, Temporal } from '@ochno/domain/time'
import { issuerOf } from '../../ports/papers.ts'
import type { Printer } from '../../ports/print.ts'
import type { ServiceId, ServiceOrderId } from '../../ports/services.ts'
import type { Store } from '../../ports/store.ts'
import { no } from './deps.ts'
import { readRegister } from './register.ts'

export type PaperDeps = { readonly store: Store; readonly printer: Printer }
export type PaperKind = 'pdf' | 'docx'

const dateOf = (iso: string) => Temporal.PlainDate.from(iso)
const figures = (iso: string) => iso.split('-').reverse().join('.')

async function press({ printer }: PaperDeps, formed: Formed | null, as: PaperKind) {
  if (formed === null) return no('not_found')
  if (!formed.ok) return { ...no('paper_lacks'), fields: formed.missing.map(({ field }) => field) }
  const printed = await printer[as](formed.document)
  if (printed.ok) return { ok: true as const, bytes: printed.bytes, name: formed.document.name }
  return no(printed.why === 'busy' ? 'busy' : 'print_failed')
}

/** Prepared orders are printed to be signed: their number and day are lines to fill in by hand. */
export async function printServiceOrder(
  deps: PaperDeps,
  tenant: TenantId,
  id: ServiceOrderId,
  as: PaperKind,
  now: Instant,
) {
  const formed = await deps.store.inTenant(tenant, async (tx) => {
    const { orders, act } = await readRegister(tx, now)
    const order = orders.find((one) => one.id === id)
    if (!order) return null
    const { power, post, name } = order.signer
    const by = power ? ` (${power.document} № ${power.number} от ${figures(power.on)})` : ''
    return form0021({
      institution: await issuerOf(tx),
      registration:
        order.number && order.signedOn
          ? { number: order.number, on: dateOf(order.signedOn), template: 'F-002-1' }
          : null,
      draft: order.number === null,
      ground: act && act.policy.act !== '002' ? `В соответствии с актом «${act.card.title}»` : null,
      services: order.services.map((one) => one.name),
      technical: order.technical.name,
      organisational: order.organisational.name,
      signer: { post: `${post}${by}`, name },
    })
  })
  return press(deps, formed, as)
}

export async function printServiceCard(
  deps: PaperDeps,
  tenant: TenantId,
  id: ServiceId,
  as: PaperKind,
  now: Instant,
) {
  const formed = await deps.store.inTenant(tenant, async (tx) => {
    const { services, files } = await readRegister(tx, now)
    const one = services.find((each) => each.id === id)
    if (!one) return null
    const institution = await issuerOf(tx)
    const dayOf = (at: Instant) => figures(at.toZonedDateTimeISO(institution.zone).toPlainDate().toString())
    const { contract, rightHolder } = one.card
    const file = files.find(({ owner, purpose }) => owner === id && purpose === 'contract')
    return form0004({
      institution,
      provider: rightHolder,
      contract: contract && {
        number: contract.number,
        on: dateOf(contract.on),
        until: contract.until === null ? null : dateOf(contract.until),
      },
      security: contract?.security ?? '',
      confidentiality: contract?.confidentiality ?? '',
      support: contract?.support ?? '',
      personalAccounts: contract?.personalAccounts ?? false,
      file: file ? `приложен ${dayOf(file.at)}` : '',
    })
  })
  return press(deps, formed, as)
}
