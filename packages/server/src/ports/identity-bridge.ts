import type { AccountId, Id, SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Sealed } from './mail.ts'

export type Bridge = {
  readonly name: string
  readonly address: string
  readonly on: boolean
  readonly key: Sealed
  readonly changedAt: Instant
}

export type IdentityRequestId = Id<'idr'>
export type IdentityRequest = {
  readonly id: IdentityRequestId
  readonly session: SessionId
  readonly account: AccountId
  readonly issuer: string
  readonly askedAt: Instant
  readonly endsAt: Instant
  readonly answered: boolean
}

export type IdentityBridges = {
  readonly read: () => Promise<Bridge | null>
  readonly save: (bridge: Bridge | null) => Promise<void>
  /** The one way open in its session: an earlier one that was not answered ends. */
  readonly ask: (request: IdentityRequest) => Promise<void>
  /** Every way begun in a session ends. */
  readonly forget: (session: SessionId) => Promise<void>
  /** Nobody else answers it until this transaction ends. */
  readonly hold: (id: string) => Promise<IdentityRequest | null>
  readonly answered: (id: IdentityRequestId, at: Instant) => Promise<void>
}

/** A JSON value and its seal in one word that fits into an address. */
export type SignedWords = {
  readonly sign: (key: string, said: object) => string
  /** Null: not signed with this key, or no JSON. */
  readonly open: (key: string, word: string) => unknown
}
