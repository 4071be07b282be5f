// Russian software first (000 1.2, 002 п. 2): a foreign one is warned of, needs a reason, and is nobody's default.
import type { Audience, ServiceCard } from './card.ts'

type Where = Pick<ServiceCard, 'origin'>

export const isForeign = ({ origin }: Where): boolean => origin.country !== 'RU'

/** Asked before a foreign service goes any further. */
export const lacksOverride = (card: Where): boolean =>
  isForeign(card) && (card.origin.override ?? '').trim() === ''

export const lacksRegistry = ({ origin }: Where): boolean => origin.registry === null

export type ChannelRefusal = 'foreign_default' | 'not_for_parents' | 'no_accounts'

export function refuseParentsDefault(card: ServiceCard): ChannelRefusal | null {
  if (!card.parentsDefault) return null
  if (!card.audience.includes('parent')) return 'not_for_parents'
  return isForeign(card) ? 'foreign_default' : null
}

/** 002 п. 17: an educational resource only «если договором предусмотрено наличие личных кабинетов пользователя». */
export const refuseExchange = ({ exchange, families, contract }: ServiceCard): ChannelRefusal | null =>
  exchange && families.includes('resources') && contract?.personalAccounts !== true ? 'no_accounts' : null

export const refuseChannel = (card: ServiceCard): ChannelRefusal | null =>
  refuseParentsDefault(card) ?? refuseExchange(card)

/** In the order they are offered to these people: what was chosen as the default, Russian software, the rest. */
export const offeredTo = <C extends ServiceCard>(cards: readonly C[], audience: Audience): readonly C[] => {
  const rank = (card: C): number =>
    audience === 'parent' && card.parentsDefault && !isForeign(card) ? 0 : isForeign(card) ? 2 : 1
  return cards
    .filter((card) => card.audience.includes(audience) && !lacksOverride(card))
    .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'ru'))
}
