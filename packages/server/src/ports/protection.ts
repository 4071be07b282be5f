import type { AccountId } from '@ochno/domain/ids'
import type { DataKind, DataTerm } from '@ochno/domain/privacy/inventory'
import type { Protection } from '@ochno/domain/privacy/protection'
import type { Instant } from '@ochno/domain/time'

/** With whom to write to, and the number in the register of operators. */
export type KeptProtection = Protection & { readonly contact: string; readonly register: string }

export type InventoryRow = {
  readonly table: string
  readonly column: string
  /** Unknown: the schema says a word this program has none for. */
  readonly what: DataKind | 'unknown'
  readonly term: DataTerm | 'unknown'
}

export type Protections = {
  readonly read: () => Promise<KeptProtection | null>
  readonly save: (protection: KeptProtection, by: AccountId, at: Instant) => Promise<void>
  /** Papers about anybody's health are kept. */
  readonly keepsHealth: () => Promise<boolean>
  /** Every column that says of itself that it holds personal data. */
  readonly inventory: () => Promise<readonly InventoryRow[]>
}
