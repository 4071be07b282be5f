import type { AccountId, SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Stay, Workplace } from '@ochno/domain/workplace/book'

export type StoredWorkplace = Workplace & {
  readonly id: string
  readonly name: string
  readonly address: string
}

export type WorkplaceRequest = {
  readonly session: SessionId
  readonly state: 'asked' | 'booked' | 'refused'
  readonly wish: string
  readonly askedAt: Instant
  readonly place: string | null
  readonly stay: Stay | null
  readonly answer: string | null
  readonly decidedBy: AccountId | null
}

export type Workplaces = {
  readonly all: () => Promise<readonly (StoredWorkplace & { readonly booked: number })[]>
  /** The same, and nobody else books a seat there until this transaction ends. */
  readonly hold: (id: string) => Promise<StoredWorkplace | null>
  readonly put: (place: StoredWorkplace, at: Instant) => Promise<void>
  /** Booked for other sessions than this. */
  readonly taken: (place: string, except: SessionId) => Promise<readonly Stay[]>
  readonly request: (session: SessionId) => Promise<WorkplaceRequest | null>
  /** Of sessions that are not over, the nearest exam first. */
  readonly requests: (now: Instant) => Promise<readonly WorkplaceRequest[]>
  /** Where this examinee sits; null without a booking. */
  readonly seat: (
    session: SessionId,
  ) => Promise<(Stay & { readonly name: string; readonly address: string }) | null>
  readonly save: (request: WorkplaceRequest) => Promise<void>
  readonly drop: (session: SessionId) => Promise<void>
}
