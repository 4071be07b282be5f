import { rolesNow } from '@ochno/domain/appointment/standing'
import type { FactorRule, SecondFactor } from '@ochno/domain/access/second-factor'
import { isPupil, type Role } from '@ochno/domain/access/table'
import { Temporal } from '@ochno/domain/time'
import type { TenantId } from '@ochno/domain/ids'
import type { MeView } from '@ochno/contract/sign-in'
import type { Instant } from '@ochno/domain/time'
import type { AuditEntry } from '../../ports/audit.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Digest } from '../../ports/digest.ts'
import type { Ids } from '../../ports/ids.ts'
import type { PasswordKind, Passwords } from '../../ports/passwords.ts'
import type { Invitations, Person, Setup, SignIns, Throttle } from '../../ports/sign-ins.ts'
import type { Rights, Store } from '../../ports/store.ts'

export type SignInDeps = {
  readonly signIns: SignIns
  readonly invitations: Invitations
  readonly setup: Setup
  readonly throttle: Throttle
  readonly passwords: Passwords
  readonly digest: Digest
  readonly ids: Ids
  readonly clock: Clock
  readonly rights: Rights
  readonly store: Store
  readonly factorRule: FactorRule
  /** Asks the directory of the institution, for people whose password it keeps. */
  readonly directory: (
    of: { readonly tenant: TenantId; readonly login: string },
    password: string,
  ) => Promise<'yes' | 'no' | 'away'>
  /** B-22: a refusal is answered no earlier than this after the request, whoever was asked for. */
  readonly pauseUntil: (mono: number) => Promise<void>
}

export type Caller = { readonly ip: string; readonly device: string; readonly now: Instant }

export const no = <Why extends string>(why: Why, retryAfterS?: number) => ({
  ok: false as const,
  why,
  ...(retryAfterS === undefined ? {} : { retryAfterS }),
})

export const kindOf = (roles: readonly Role[]): PasswordKind => (isPupil(roles) ? 'pupil' : 'staff')

export const ABSOLUTE = Temporal.Duration.from({ hours: 12 })
/** B-07 */
export const STAFF_SIGN_INS = 3

export const audited = (
  person: Pick<Person, 'account' | 'tenant' | 'roles'>,
  at: Instant,
  action: string,
  result: 'ok' | 'refused' = 'ok',
): AuditEntry => ({
  at,
  tenant: person.tenant,
  actor: person.account,
  role: person.roles[0] ?? 'system',
  action,
  object: person.account,
  purpose: 'self',
  result,
})

export const meOf = (person: Person, provedAt: Instant, owes: SecondFactor, now: Instant): MeView => ({
  account: person.account,
  login: person.login,
  fullName: person.fullName,
  language: person.language,
  roles: [...rolesNow(person.roles, person.standing, now)],
  institution: { id: person.tenant, ...person.institution },
  provedAt: provedAt.toString(),
  secondFactor: owes,
  now: now.toString(),
})

export const personal = (person: { login: string; fullName: string; institution: string }): string[] => [
  person.login,
  person.fullName,
  person.institution,
]

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** 256 bits in base64url without padding: 43 signs. */
export function secretText(random: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of random) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 6) {
      bits -= 6
      text += ALPHABET[(held >>> bits) & 63]
    }
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + ALPHABET[(held << (6 - bits)) & 63] : text
}
