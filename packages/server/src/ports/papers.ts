import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'

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
