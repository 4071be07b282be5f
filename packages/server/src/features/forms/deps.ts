import type { Role } from '@ochno/domain/access/table'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Store } from '../../ports/store.ts'
import type { BlankPress } from './press.ts'

export type FormDeps = { readonly store: Store; readonly press: BlankPress }

export type Reader = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
}
