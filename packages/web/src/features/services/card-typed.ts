// The card as it is typed: fields that are not filled are empty, what is not ticked is not sent.
import type { ServiceCardGiven } from '@ochno/contract/services'
import { type Criterion, criteria } from '@ochno/domain/services/card'

export type TypedCheck = {
  readonly ok: boolean
  readonly by: string
  readonly on: string
  readonly next: string
}

export type Typed = Omit<
  ServiceCardGiven,
  'address' | 'origin' | 'contract' | 'agreement' | 'checks' | 'note'
> & {
  readonly note: string
  readonly address: string
  readonly country: string
  readonly registry: string
  readonly registryOn: string
  readonly override: string
  readonly hasContract: boolean
  readonly contract: {
    readonly number: string
    readonly on: string
    readonly until: string
    readonly security: string
    readonly confidentiality: string
    readonly support: string
    readonly personalAccounts: boolean
  }
  readonly hasAgreement: boolean
  readonly agreement: {
    readonly version: string
    readonly on: string
    readonly joinedBy: string
    readonly address: string
  }
  readonly checks: Readonly<Record<Criterion, TypedCheck>>
}

/** The same day of the next year, to begin with: 29 February has none. */
const yearLater = (day: string): string => {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
  return next.endsWith('-02-29') ? next.replace('-02-29', '-03-01') : next
}

export function typedOf(card: ServiceCardGiven, today: string): Typed {
  const fresh: TypedCheck = { ok: false, by: '', on: today, next: yearLater(today) }
  const { contract, agreement, origin } = card
  return {
    ...card,
    address: card.address ?? '',
    country: origin.country,
    registry: origin.registry?.number ?? '',
    registryOn: origin.registry?.on ?? '',
    override: origin.override ?? '',
    hasContract: contract !== null,
    contract: {
      number: contract?.number ?? '',
      on: contract?.on ?? today,
      until: contract?.until ?? '',
      security: contract?.security ?? '',
      confidentiality: contract?.confidentiality ?? '',
      support: contract?.support ?? '',
      personalAccounts: contract?.personalAccounts ?? false,
    },
    hasAgreement: agreement !== null,
    agreement: {
      version: agreement?.version ?? '',
      on: agreement?.on ?? today,
      joinedBy: agreement?.joinedBy ?? '',
      address: agreement?.address ?? '',
    },
    checks: Object.fromEntries(criteria.map((one) => [one, card.checks[one] ?? fresh])) as Typed['checks'],
  }
}

const orNull = (text: string): string | null => text.trim() || null

export function givenOf(typed: Typed): ServiceCardGiven {
  const { country, registry, registryOn, override, hasContract, hasAgreement, ...rest } = typed
  const { contract, agreement, checks } = typed
  return {
    ...rest,
    address: orNull(typed.address),
    origin: {
      country,
      registry: registry.trim() && registryOn ? { number: registry, on: registryOn } : null,
      override: country === 'RU' ? null : orNull(override),
    },
    contract: hasContract ? { ...contract, until: orNull(contract.until) } : null,
    agreement: hasAgreement ? { ...agreement, address: orNull(agreement.address) } : null,
    // Nobody named: nobody checked.
    checks: Object.fromEntries(
      criteria.flatMap((one) => (checks[one].by.trim() ? [[one, checks[one]]] : [])),
    ),
  }
}
