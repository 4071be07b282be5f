import type { ConductEntry, ConductParty } from '@ochno/domain/conduct/entry'
import type { AccountId, SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'

export type Said = {
  readonly seq: number
  readonly at: Instant
  readonly party: ConductParty
  /** Null: the system. */
  readonly by: AccountId | null
  readonly name: string
  readonly entry: ConductEntry
}

/** A seat that another proctor asks this one to take over. */
export type SeatOffer = {
  readonly session: SessionId
  readonly seq: number
  readonly examinee: string
  readonly exam: string
  readonly from: string
  readonly reason: string
  readonly at: Instant
}

/** TR-47: the seed is kept, so that an appeal can draw the moments again. */
export type ScanPlan = { readonly seed: Uint8Array; readonly moments: readonly Instant[] }

export type Conduct = {
  readonly read: (session: SessionId, after: number) => Promise<readonly Said[]>
  readonly readAll: (sessions: readonly SessionId[]) => Promise<ReadonlyMap<SessionId, readonly Said[]>>
  /** Of many sessions at once, only these kinds. */
  readonly ofKinds: (
    sessions: readonly SessionId[],
    kinds: readonly ConductEntry['kind'][],
  ) => Promise<ReadonlyMap<SessionId, readonly Said[]>>
  /** The session's row must be held: numbers have no hole and stand in the order of time. */
  readonly add: (session: SessionId, said: Omit<Said, 'seq' | 'name'>) => Promise<number>
  /** Seats offered to this proctor whose exam still runs, the earliest first. */
  readonly offersTo: (proctor: AccountId) => Promise<readonly SeatOffer[]>
  /** The first plan of a session stays. */
  readonly planScans: (session: SessionId, plan: ScanPlan, at: Instant) => Promise<void>
  readonly scanPlan: (session: SessionId) => Promise<ScanPlan | null>
}

/** Wakes who waits for something new in a session; of this process alone, whoever missed it asks again. */
export type ConductBell = {
  readonly ring: (session: SessionId) => void
  /** Resolves when it rings, when the time is over, when the asker has gone or the server stops. */
  readonly wait: (session: SessionId, ms: number, gone: AbortSignal) => Promise<void>
  readonly stop: () => void
}
