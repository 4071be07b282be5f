// 002 п. 19: the list of prohibited systems, as the institution keeps it.
import type { ServiceCard } from './card.ts'

export type Prohibited = {
  readonly name: string
  /** `example.org`: this host and all below it. */
  readonly host: string | null
  readonly ground: string
}

const plain = (name: string): string =>
  name
    .toLocaleLowerCase('ru')
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** The host of an address, read without any library: the rules know no URL. */
const hostOf = (address: string): string =>
  (/^[a-z]+:\/\/(?:[^/?#@]*@)?([^/?#:]+)/iu.exec(address)?.[1] ?? '').toLowerCase()

export function prohibitedBy(
  { name, address }: Pick<ServiceCard, 'name' | 'address'>,
  list: readonly Prohibited[],
): Prohibited | null {
  const host = address === null ? '' : hostOf(address)
  return (
    list.find(
      (one) =>
        plain(one.name) === plain(name) ||
        (one.host !== null && host !== '' && (host === one.host || host.endsWith(`.${one.host}`))),
    ) ?? null
  )
}
