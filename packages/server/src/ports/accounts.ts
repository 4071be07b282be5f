import type { Role } from '@ochno/domain/access/table'
import type { AccountId, ExamId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { LinkPurpose } from './sign-ins.ts'

export type Account = {
  readonly id: AccountId
  readonly login: string
  readonly fullName: string
  readonly roles: readonly Role[]
  readonly language: 'ru' | 'en'
  readonly hasPassword: boolean
  readonly disabledAt: Instant | null
  readonly createdAt: Instant
}

export type Accounts = {
  /** By name; `staff` is anybody but a pupil or a parent. */
  readonly list: (
    find: string,
    of: Role | 'staff' | null,
    most?: number,
    outside?: ExamId | null,
  ) => Promise<readonly Account[]>
  readonly find: (id: AccountId) => Promise<Account | null>
  /** False when the login is taken, in this institution or another. */
  readonly add: (account: Omit<Account, 'hasPassword' | 'disabledAt'>) => Promise<boolean>
  readonly setDisabled: (id: AccountId, at: Instant | null) => Promise<void>
  readonly setRoles: (id: AccountId, roles: readonly Role[]) => Promise<void>
  /** They end as soon as the change is committed; a socket that is open is told by `Rights`. */
  readonly endSignIns: (id: AccountId, at: Instant) => Promise<void>
  /** The password counts no more: only an invitation lets this person in. */
  readonly dropPassword: (id: AccountId) => Promise<void>
  /** Earlier links of this person for the same purpose end. */
  readonly invite: (
    id: AccountId,
    tokenHash: Uint8Array,
    at: Instant,
    endsAt: Instant,
    purpose?: LinkPurpose,
  ) => Promise<void>
}
