import type { AccountId } from '@ochno/domain/ids'
import type { Protection } from '@ochno/domain/privacy/protection'
import type { Instant } from '@ochno/domain/time'

/** With whom to write to, and the number in the register of operators. */
export type KeptProtection = Protection & { readonly contact: string; readonly register: string }

export type InventoryRow = {
  readonly table: string
  readonly column: string
  readonly what: string
  readonly term: string
}

export type Protections = {
  readonly read: () => Promise<KeptProtection | null>
  readonly save: (protection: KeptProtection, by: AccountId, at: Instant) => Promise<void>
  /** Papers about anybody's health are kept. */
  readonly keepsHealth: () => Promise<boolean>
  /** Every column that says of itself that it holds personal data. */
  readonly inventory: () => Promise<readonly InventoryRow[]>
}
