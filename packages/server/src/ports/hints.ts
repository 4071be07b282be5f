import type { AccountId, SessionId } from '@ochno/domain/ids'
import type { Hint } from '@ochno/domain/hint/hint'
import type { Sensor } from '@ochno/domain/hint/signal'
import type { Instant } from '@ochno/domain/time'

export type HintState = 'open' | 'answered' | 'dismissed' | 'marked'

export type HintAnswer = {
  readonly at: Instant
  readonly by: AccountId
  readonly name: string
  readonly role: 'proctor' | 'commission'
  readonly state: HintState
  readonly note: string
  /** Number of the mark in the session's log. */
  readonly mark: number | null
}

/** A hint where it lies on the server's clock (Unix ms), with the last thing a person said of it. */
export type StoredHint = Omit<Hint, 'id'> & {
  readonly session: SessionId
  readonly no: number
  readonly heardAt: Instant
  readonly answer: HintAnswer | null
}

/** Where the bytes of a hint were accepted first, on the server's clock. */
export type CopySource = { readonly session: SessionId; readonly from: number; readonly to: number }

export type StoredBlindness = {
  readonly session: SessionId
  readonly sensor: Sensor
  readonly from: number
  readonly to: number
  readonly why: string
  readonly ongoing: boolean
}

export type Machine = {
  readonly camera: string | null
  readonly microphone: string | null
  readonly tellsMonitors: boolean
  readonly detector: string | null
}

/** As the browser told it, on its own clock. */
export type ToldHint = Omit<Hint, 'id'> & { readonly id: string; readonly seq: number }
export type ToldBlindness = Omit<StoredBlindness, 'session'>

export type Hints = {
  /**
   * `lagMs`: server's clock less the page's, as this message shows it; the smallest of a run is the truth, since a message
   * is late and never early. The session's row must be held.
   */
  readonly hear: (
    session: SessionId,
    run: string,
    lagMs: number,
    at: Instant,
    signIn: string | null,
    machine: Machine | null,
  ) => Promise<void>
  readonly runsOf: (
    session: SessionId,
  ) => Promise<readonly { readonly run: string; readonly signIn: string | null; readonly heardAt: Instant }[]>
  /** False: it was known already, or something newer is. */
  readonly put: (session: SessionId, run: string, hint: ToldHint, at: Instant) => Promise<boolean>
  /** The name its finder gave it. */
  readonly ownIdOf: (session: SessionId, no: number) => Promise<string | null>
  readonly putCopy: (session: SessionId, no: number, of: CopySource) => Promise<void>
  readonly copiesOf: (session: SessionId) => Promise<ReadonlyMap<number, CopySource>>
  readonly putBlind: (session: SessionId, run: string, blind: ToldBlindness) => Promise<void>
  readonly count: (session: SessionId) => Promise<number>
  readonly of: (sessions: readonly SessionId[]) => Promise<readonly StoredHint[]>
  readonly blindOf: (sessions: readonly SessionId[]) => Promise<readonly StoredBlindness[]>
  readonly machineOf: (session: SessionId) => Promise<Machine | null>
  /** Earlier answers stay. */
  readonly answer: (session: SessionId, no: number, answer: Omit<HintAnswer, 'name'>) => Promise<void>
  /** Sessions a proctor watches now. */
  readonly watchedBy: (proctor: AccountId, now: Instant) => Promise<readonly SessionId[]>
}

/** Wakes the proctors' screens; of this process alone, whoever missed it asks again. */
export type HintBell = {
  readonly ring: (proctors: readonly AccountId[]) => void
  readonly wait: (proctor: AccountId, ms: number, gone: AbortSignal) => Promise<void>
  readonly stop: () => void
}
