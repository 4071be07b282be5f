import type { FactorRule } from '@ochno/domain/access/second-factor'
import { isPupil, type Role } from '@ochno/domain/access/table'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { AuditEntry } from '../../../ports/audit.ts'
import type { Digest } from '../../../ports/digest.ts'
import type { Ids } from '../../../ports/ids.ts'
import type { Passwords } from '../../../ports/passwords.ts'
import type { Factors, Owner, PasskeyCheck, Sealed, Site } from '../../../ports/second-factor.ts'
import type { SignInId, SignIns, Throttle } from '../../../ports/sign-ins.ts'
import type { Rights } from '../../../ports/store.ts'
import type { Instant } from '@ochno/domain/time'

export type SecondFactorDeps = {
  readonly factors: Factors
  readonly check: PasskeyCheck
  readonly codeOf: (key: Uint8Array, step: number) => string
  /** The app counts by the world's time: a step our own count still withholds must not shut staff out. */
  readonly wallMs: () => number
  readonly seal: (id: string, key: Uint8Array) => Sealed
  readonly open: (id: string, sealed: Sealed) => Uint8Array
  readonly signIns: SignIns
  readonly throttle: Throttle
  readonly passwords: Passwords
  readonly digest: Digest
  readonly ids: Ids
  readonly rights: Rights
  readonly rule: FactorRule
}

/** Whose sign-in it is, where it is shown and when. */
export type Asking = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
  readonly signIn: SignInId
  readonly ip: string
  /** Null at an address of digits. */
  readonly site: Site | null
  readonly now: Instant
}

export const ownerOf = (of: Asking): Owner => ({ account: of.account, tenant: of.tenant })

/** Whether one may be left without any. */
export const needsOne = (deps: SecondFactorDeps, of: Asking): boolean =>
  deps.rule === 'required' && !isPupil(of.roles)

export const noted = (of: Asking, action: string, result: 'ok' | 'refused' = 'ok'): AuditEntry => ({
  at: of.now,
  tenant: of.tenant,
  actor: of.account,
  role: of.roles[0] ?? 'system',
  action,
  object: of.account,
  purpose: 'self',
  result,
})
