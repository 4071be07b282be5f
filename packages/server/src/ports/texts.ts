// Words of a session lie sealed under its own keys; a key lies wrapped by one that the database never sees.
import type { SessionId } from '@ochno/domain/ids'

/** How long a key lives: what was found in a recording goes with it, the log stays with the protocol that rests on it. */
export type TextKept = 'recording' | 'protocol'

export type TextKey = { readonly kek: string; readonly wrapped: Uint8Array }

export type TextSeal = {
  readonly newKey: (session: SessionId, kept: TextKept) => TextKey
  /** `place`: where it stands in the session, so that one text does not open in the place of another. */
  readonly seal: (at: TextPlace, key: TextKey, words: unknown) => Uint8Array
  /** Throws when a byte was changed, it belongs elsewhere, or the wrapping key is not on this machine. */
  readonly open: (at: TextPlace, key: TextKey, sealed: Uint8Array) => unknown
}

export type TextPlace = { readonly session: SessionId; readonly kept: TextKept; readonly place: string }
