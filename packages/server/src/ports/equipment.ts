import type { Facts } from '@ochno/domain/equipment/facts'
import type { CheckItem } from '@ochno/domain/equipment/items'
import type { Judged, Outcome, Place } from '@ochno/domain/equipment/judge'
import type { AccountId, ActId, CheckId, ExamId, SessionId, TenantId } from '@ochno/domain/ids'
import type { ActPolicy } from '@ochno/domain/policy/act-policy'
import type { Instant } from '@ochno/domain/time'
import type { AskedPage, Page } from './paging.ts'

export type EquipmentCheck = {
  readonly id: CheckId
  readonly account: AccountId
  readonly session: SessionId | null
  readonly place: Place
  readonly at: Instant
  readonly act: { readonly id: ActId; readonly title: string } | null
  readonly facts: Facts
  readonly rows: readonly Judged[]
  readonly outcome: Outcome
  readonly declared: readonly string[]
  readonly riskTaken: boolean
  readonly acknowledgedAt: Instant | null
  /** A mark that the browser keeps for itself; null where it gave none. */
  readonly device: string | null
  /** From which full check what was taken over; null: everything was made again. */
  readonly taken: {
    readonly check: CheckId
    readonly at: string
    readonly items: readonly CheckItem[]
  } | null
}

export type ActInForce = {
  readonly id: ActId
  readonly title: string
  readonly edition: number
  readonly policy: ActPolicy
}

export type BrowserVersions = {
  readonly newest: Readonly<Record<string, number>>
  readonly changedAt: Instant | null
  /** How far behind one may be where the act does not say. */
  readonly behind: number
}

export type EquipmentStore = {
  readonly actInForce: () => Promise<ActInForce | null>
  /** The newest made at the door of this session. */
  readonly atDoor: (session: SessionId, account: AccountId) => Promise<EquipmentCheck | null>
  /** The newest on this device that was made to its end and acknowledged, with nothing taken over. */
  readonly full: (account: AccountId, device: string) => Promise<EquipmentCheck | null>
  readonly last: (account: AccountId, place: Place) => Promise<EquipmentCheck | null>
  /**
   * The newest made for this session or for none. One on a device that fits no exam counts only for its session: a
   * telephone tried the evening before says nothing of the computer.
   */
  readonly ofSession: (
    session: SessionId,
    account: AccountId,
    /** None made later counts. */
    until?: Instant,
  ) => Promise<EquipmentCheck | null>
  /** Nobody else changes it until this transaction ends. */
  readonly hold: (id: CheckId) => Promise<EquipmentCheck | null>
  readonly put: (check: EquipmentCheck) => Promise<void>
  /** Of each person the newest; `proctor`: only those they were assigned to. */
  readonly list: (
    asked: {
      readonly exam: ExamId | null
      readonly find: string
      readonly proctor: AccountId | null
      readonly doubtful: boolean
    },
    page: AskedPage,
  ) => Promise<Page<{ readonly name: string; readonly check: EquipmentCheck }> | null>
  readonly browsers: () => Promise<BrowserVersions>
  readonly setBrowsers: (
    newest: Readonly<Record<string, number | null>>,
    behind: number,
    at: Instant,
  ) => Promise<void>
}

/** What an institution publishes without a sign-in; null asks for the first institution of the installation. */
export type PublishedRules = (institution: TenantId | null) => Promise<{
  readonly id: TenantId
  readonly institution: string
  readonly act: ActInForce | null
  readonly behind: number
} | null>
