import type { Accommodation, PmpkService } from '@ochno/domain/accommodation/accommodation'
import type { Granted } from '@ochno/domain/accommodation/standing'
import type { ScanKind } from '@ochno/domain/consent/scan'
import type { AccountId, ExamId, GroupId, Id, SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { ScanId } from './consents.ts'
import type { AskedPage, Page } from './paging.ts'

export type AccommodationId = Id<'acm'>

export type AccommodationContent = {
  readonly document: string
  readonly services: readonly PmpkService[]
  readonly helper: string | null
  readonly means: readonly string[]
  readonly extraMinutes: number
}

export type StoredAccommodation = {
  readonly id: AccommodationId
  readonly account: AccountId
  readonly name: string
  readonly exam: { readonly id: ExamId; readonly title: string } | null
  readonly kind: 'pmpk_assistant' | 'pmpk_technical_means' | 'disability'
  readonly state: Granted['state']
  readonly content: AccommodationContent
  /** Calendar days of the institution's clock. */
  readonly from: string
  readonly until: string | null
  readonly askedBy: AccountId
  readonly askedAt: Instant
  readonly decidedBy: { readonly id: AccountId; readonly name: string } | null
  readonly decidedAt: Instant | null
  readonly decision: string
  readonly file: { readonly kind: ScanKind; readonly bytes: number; readonly at: Instant } | null
}

export type Ground = {
  readonly id: ScanId
  readonly kind: ScanKind
  readonly bytes: number
  readonly sha256: Uint8Array
  readonly key: { readonly kek: string; readonly wrapped: Uint8Array }
  readonly by: AccountId
  readonly at: Instant
}

export type Accommodations = {
  /** Of one person, those that wait first, then the latest. */
  readonly list: (account: AccountId) => Promise<readonly StoredAccommodation[]>
  /** Of everybody in the same order. */
  readonly page: (find: string, page: AskedPage) => Promise<Page<StoredAccommodation> | null>
  readonly find: (id: AccommodationId) => Promise<StoredAccommodation | null>
  readonly hold: (id: AccommodationId) => Promise<StoredAccommodation | null>
  readonly save: (one: StoredAccommodation) => Promise<void>
  readonly ground: (id: AccommodationId) => Promise<Ground | null>
  readonly setGround: (id: AccommodationId, ground: Ground) => Promise<void>
  readonly grades: () => Promise<
    readonly { readonly id: GroupId; readonly name: string; readonly grade: number | null }[]
  >
  readonly setGrade: (group: GroupId, grade: number | null) => Promise<boolean>
  /**
   * Everything that holds for the examinee of a session at this moment: what was granted, and what a class gives by itself
   * (001 6.2). Ask `coveredBy`, `assess` and `extraMinutes` of domain/accommodation with it.
   */
  readonly inForce: (session: SessionId, now: Instant) => Promise<readonly Accommodation[]>
  readonly inForceIn: (
    sessions: readonly SessionId[],
    now: Instant,
  ) => Promise<ReadonlyMap<SessionId, readonly Accommodation[]>>
  /** Those granted were used in this session (SM-20). Their ids. */
  readonly use: (session: SessionId, now: Instant) => Promise<readonly AccommodationId[]>
}
