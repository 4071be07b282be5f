import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Institutions } from './institutions.ts'

/** How papers name the institution; an empty text is left to be written by hand. */
export type PaperSetting = {
  readonly name: string
  readonly dative: string
  readonly short: string
  readonly address: string
  readonly city: string
  readonly fixTypos: boolean
}

export type Papers = {
  /** Null until somebody has set it. */
  readonly setting: () => Promise<PaperSetting | null>
  readonly set: (setting: PaperSetting, by: AccountId, at: Instant) => Promise<void>
}

/** As papers name the institution now; what nobody has set is its plain name, or room to write by hand. */
export async function issuerOf(tx: { readonly institutions: Institutions; readonly papers: Papers }) {
  const own = await tx.institutions.own()
  const setting = await tx.papers.setting()
  const name = setting?.name || own.name
  return {
    name,
    dative: setting?.dative ?? '',
    short: setting?.short || name,
    address: setting?.address ?? '',
    city: setting?.city ?? '',
    zone: own.zone,
  }
}
