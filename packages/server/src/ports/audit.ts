import type { Role } from '@ochno/domain/access/table'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'

/** E-05: who did what to which object, when and why. Details are committed to with a salt, so they can be erased without breaking the tree. */
export type AuditEntry = {
  readonly at: Instant
  readonly tenant: TenantId
  readonly actor: AccountId | 'system'
  readonly role: Role | 'system'
  readonly action: string
  readonly object: string
  readonly purpose: string
  readonly result: 'ok' | 'refused'
  readonly details?: Readonly<Record<string, unknown>>
}

export type Audit = {
  /** Resolves once the entry is committed; rejects when it could not be, and then nothing may be shown (E-T9, fail closed). */
  readonly record: (entry: AuditEntry) => Promise<void>
}
