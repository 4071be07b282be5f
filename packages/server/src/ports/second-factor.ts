import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { AuditEntry } from './audit.ts'
import type { SignInId } from './sign-ins.ts'

export type Sealed = { readonly kek: string; readonly wrapped: Uint8Array; readonly stored: Uint8Array }

export type Authenticator = {
  readonly sealed: Sealed
  readonly confirmedAt: Instant
  readonly lastStep: number
}

export type Passkey = {
  readonly id: string
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
  readonly createdAt: Instant
  readonly usedAt: Instant | null
}

export type Owner = { readonly account: AccountId; readonly tenant: TenantId }
export type Challenge = 'enrol' | 'pass'

/** Each change is committed together with its journal entry. */
export type Factors = {
  readonly authenticator: (of: AccountId) => Promise<Authenticator | null>
  /** A key that waits for its first code; one already confirmed keeps counting until then. */
  readonly beginAuthenticator: (of: Owner, sealed: Sealed, at: Instant) => Promise<void>
  readonly waitingAuthenticator: (of: AccountId, now: Instant) => Promise<Sealed | null>
  readonly confirmAuthenticator: (
    of: Owner,
    step: number,
    signIn: SignInId,
    at: Instant,
    audit: AuditEntry,
  ) => Promise<boolean>
  /** True for one caller only: a step is used once. */
  readonly useStep: (of: AccountId, step: number) => Promise<boolean>
  /** Every other sign-in of the person ends. */
  readonly removeAuthenticator: (
    of: AccountId,
    signIn: SignInId,
    at: Instant,
    audit: AuditEntry,
  ) => Promise<boolean>
  readonly passkeys: (of: AccountId) => Promise<readonly Passkey[]>
  /** False when the same passkey is known already. */
  readonly addPasskey: (
    of: Owner,
    passkey: Omit<Passkey, 'usedAt'>,
    signIn: SignInId,
    audit: AuditEntry,
  ) => Promise<boolean>
  readonly usePasskey: (of: AccountId, id: string, counter: number, at: Instant) => Promise<void>
  readonly removePasskey: (
    of: AccountId,
    id: string,
    signIn: SignInId,
    at: Instant,
    audit: AuditEntry,
  ) => Promise<boolean>
  readonly recoveryLeft: (of: AccountId) => Promise<number>
  readonly recovery: (of: AccountId, place: string) => Promise<string | null>
  readonly useRecovery: (of: AccountId, place: string, at: Instant) => Promise<boolean>
  readonly setRecovery: (
    of: Owner,
    codes: readonly { readonly place: string; readonly hash: string }[],
    audit: AuditEntry,
  ) => Promise<void>
  readonly challenge: (
    of: Owner,
    signIn: SignInId,
    purpose: Challenge,
    text: string,
    at: Instant,
  ) => Promise<void>
  /** What was asked in this sign-in in the last five minutes; it can be taken once. */
  readonly takeChallenge: (signIn: SignInId, purpose: Challenge, now: Instant) => Promise<string | null>
  /** The sign-in owes nothing more and has a new secret (B-06). */
  readonly pass: (signIn: SignInId, secretHash: Uint8Array, at: Instant, audit: AuditEntry) => Promise<void>
  /** Everything a person had; every sign-in of theirs ends. */
  readonly forget: (of: Owner, at: Instant, audit: AuditEntry) => Promise<boolean>
}

/** What is known of the place where a passkey is made or shown. */
export type Site = { readonly origin: string; readonly name: string }

/** The browser's side of WebAuthn, checked by a library that knows its forms. */
export type PasskeyCheck = {
  readonly makingOptions: (
    site: Site,
    person: { readonly login: string; readonly fullName: string },
    known: readonly Pick<Passkey, 'id' | 'transports'>[],
  ) => Promise<{ readonly challenge: string }>
  readonly made: (
    site: Site,
    challenge: string,
    credential: unknown,
  ) => Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'> | null>
  readonly showingOptions: (
    site: Site,
    known: readonly Pick<Passkey, 'id' | 'transports'>[],
  ) => Promise<{ readonly challenge: string }>
  /** The new counter, or null when it does not hold. */
  readonly shown: (
    site: Site,
    challenge: string,
    credential: unknown,
    passkey: Passkey,
  ) => Promise<number | null>
}

/** Codes of an authenticator (RFC 6238: SHA-1, six digits, half a minute). */
export type Totp = { readonly code: (key: Uint8Array, step: number) => string }
