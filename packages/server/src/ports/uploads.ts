import type { ChosenPurpose, UploadRule } from '@ochno/domain/upload/rules'
import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'

export type Scanned = 'clean' | 'infected' | 'unavailable'

/** A look for malware. It never throws: whoever can not look says so, and no paper or list is taken meanwhile. */
export type Scanner = (bytes: Uint8Array) => Promise<Scanned>

export type UploadRules = {
  /** Null: nothing was chosen, the most is taken. */
  readonly chosen: (purpose: ChosenPurpose) => Promise<UploadRule | null>
  readonly choose: (purpose: ChosenPurpose, rule: UploadRule, by: AccountId, at: Instant) => Promise<void>
}
