import type { CallSignal } from '@ochno/contract/calls'
import type { SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'

export type CallSide = 'proctor' | 'examinee'
export type CallKey = { readonly session: SessionId; readonly seq: number }
export type Signalled = { readonly no: number; readonly signal: CallSignal }

export type CallSignals = {
  /** The session's row must be held: numbers stand in the order of arrival. False: there are too many. */
  readonly add: (
    call: CallKey,
    from: CallSide,
    signals: readonly CallSignal[],
    at: Instant,
  ) => Promise<boolean>
  readonly read: (call: CallKey, from: CallSide, after: number) => Promise<readonly Signalled[]>
  /** Of every call of this session: addresses of machines are of no use afterwards. */
  readonly forget: (session: SessionId) => Promise<void>
}

export type CallSettings = {
  readonly iceUrls: readonly string[]
  readonly turnSecret: string | null
  readonly relayOnly: boolean
}

/** The ways over which two machines may find each other, made for one person and one hour. */
export type IceWays = (now: Instant) => {
  readonly servers: readonly {
    readonly urls: string[]
    readonly username?: string
    readonly credential?: string
  }[]
  readonly relayOnly: boolean
}
