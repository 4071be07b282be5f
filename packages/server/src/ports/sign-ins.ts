import type { Role } from '@ochno/domain/access/table'
import type { StandingMoment } from '@ochno/domain/appointment/standing'
import type { AccountId, Id, SessionId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { AuditEntry } from './audit.ts'

export type SignInId = Id<'sgn'>

export type Person = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly login: string
  readonly fullName: string
  readonly language: 'ru' | 'en'
  readonly roles: readonly Role[]
  /** Steps that keep a proctor from watching (SM-14). */
  readonly standing: readonly StandingMoment[]
  readonly disabled: boolean
  readonly hash: string | null
  /** Has a second factor (B-23). */
  readonly enrolled: boolean
  /** The password is kept by the directory of the institution. */
  readonly directory: boolean
  readonly institution: { readonly name: string; readonly zone: string }
}

export type OpenSignIn = {
  readonly id: SignInId
  readonly account: AccountId
  readonly tenant: TenantId
  readonly secretHash: Uint8Array
  readonly at: Instant
  /** When the password was given, which a launch from elsewhere never is (B-08). */
  readonly provedAt: Instant
  readonly endsAt: Instant
  /** Seconds without a request after which it ends. */
  readonly idleS: number
  readonly device: string
  /** B-28: the one session a code opened; null: whatever the account may. */
  readonly only: SessionId | null
  /** B-07: the oldest beyond so many end; null: no limit. */
  readonly keep: number | null
}

export type SignInRow = {
  readonly id: SignInId
  readonly createdAt: Instant
  readonly seenAt: Instant
  readonly endsAt: Instant
  readonly device: string
}

/** Rows found before an institution is known; each change is committed together with its journal entry. */
export type SignIns = {
  readonly find: (login: string) => Promise<Person | null>
  readonly person: (account: AccountId) => Promise<Person | null>
  /** Several people may share a mailbox: a parent and the children. At most five. */
  readonly ofEmail: (email: string) => Promise<readonly Person[]>
  readonly open: (row: OpenSignIn, audit: AuditEntry) => Promise<void>
  /** B-28: true for one caller only: the session of an exam code that is this person's, still runs and was not used. */
  readonly useCode: (account: AccountId, codeHash: Uint8Array, now: Instant) => Promise<SessionId | null>
  /** A new secret for the same sign-in, proved now (B-06). */
  readonly rotate: (id: SignInId, secretHash: Uint8Array, at: Instant, audit: AuditEntry) => Promise<void>
  readonly end: (account: AccountId, id: SignInId, at: Instant, audit: AuditEntry) => Promise<boolean>
  readonly list: (account: AccountId, now: Instant) => Promise<readonly SignInRow[]>
  /** Every other sign-in of the account ends. */
  readonly setPassword: (
    account: AccountId,
    hash: string,
    keep: SignInId | null,
    at: Instant,
    audit: AuditEntry,
  ) => Promise<void>
  /** The same password under newer parameters. */
  readonly rehash: (account: AccountId, from: string, to: string) => Promise<void>
  readonly setLanguage: (account: AccountId, language: 'ru' | 'en') => Promise<void>
  readonly stayFor: (account: AccountId, idleS: number) => Promise<void>
  readonly refused: (audit: AuditEntry) => Promise<void>
}

/** A first password, or another in the place of a forgotten one. */
export type LinkPurpose = 'invitation' | 'reset'

export type Invitations = {
  readonly find: (
    tokenHash: Uint8Array,
    now: Instant,
  ) => Promise<{ readonly person: Person; readonly endsAt: Instant; readonly purpose: LinkPurpose } | null>
  /** True for one caller only; the password is set, every sign-in and every other link of the account ended with it. */
  readonly use: (tokenHash: Uint8Array, hash: string, now: Instant, audit: AuditEntry) => Promise<boolean>
}

export type FirstAdministrator = {
  readonly tenant: TenantId
  readonly institution: string
  readonly zone: string
  readonly account: AccountId
  readonly login: string
  readonly fullName: string
  readonly language: 'ru' | 'en'
  readonly hash: string
}

export type Setup = {
  readonly done: () => Promise<boolean>
  readonly issue: (codeHash: Uint8Array, at: Instant) => Promise<void>
  readonly known: (codeHash: Uint8Array, now: Instant) => Promise<boolean>
  readonly create: (
    codeHash: Uint8Array,
    first: FirstAdministrator,
    now: Instant,
    audit: AuditEntry,
  ) => Promise<'ok' | 'wrong_code' | 'already_set_up' | 'login_taken'>
}

/** B-21: counts before the work is done, so that parallel attempts gain nothing. */
export type Throttle = {
  /** Seconds to wait, or 0 when the attempt was counted and may go on. */
  readonly reserve: (login: string | null, ip: string, now: Instant) => Promise<number>
  readonly forgive: (login: string | null, ip: string) => Promise<void>
}
