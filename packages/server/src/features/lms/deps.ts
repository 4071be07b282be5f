import type { Role } from '@ochno/domain/access/table'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import { adminFirst, lines } from '../../ports/asking.ts'
import type { Digest } from '../../ports/digest.ts'
import type { Federation } from '../../ports/federation.ts'
import type { Ids } from '../../ports/ids.ts'
import type { LaunchTokens } from '../../ports/lms.ts'
import type { SecretSeal } from '../../ports/mail.ts'
import type { Throttle } from '../../ports/sign-ins.ts'
import type { Store } from '../../ports/store.ts'

export type LmsDeps = {
  readonly store: Store
  /** Accounts elsewhere: by issuer and number there, whoever vouches for them (B-29). */
  readonly people: Pick<Federation, 'linked' | 'link' | 'links'>
  readonly tokens: LaunchTokens
  readonly seal: SecretSeal
  readonly digest: Digest
  readonly ids: Ids
  readonly throttle: Throttle
  /** Of the pages, from the settings and never from a request. */
  readonly address: () => string
}

export type Asker = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
  readonly signIn: string
}

export const no = <Why extends string>(why: Why, retryAfterS?: number) => ({
  ok: false as const,
  why,
  ...(retryAfterS === undefined ? {} : { retryAfterS }),
})

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export const toolOf = (address: string, tenant: TenantId) => ({
  login: `${address}/api/lms/${tenant}/login`,
  launch: `${address}/api/lms/${tenant}/launch`,
  keys: `${address}/api/lms/${tenant}/keys`,
  /** Of one exam: the place of the course names it. */
  start: `${address}/launch`,
})

export const keySeal = (tenant: TenantId): string => `lms|${tenant}`

export const entry = lines({
  purpose: (asker, object) => (asker.account === object ? 'self' : 'administration'),
  prefix: 'lms.',
  role: adminFirst,
})
