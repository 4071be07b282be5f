import type { AccountId, SessionId } from '@ochno/domain/ids'
import type { Instant, Temporal } from '@ochno/domain/time'

export type DebtClosing = {
  readonly on: Temporal.PlainDate
  readonly how: string
  readonly document: string
  readonly by: AccountId
  readonly byName: string
  readonly at: Instant
}

export type KnownDebt = {
  readonly session: SessionId
  readonly examinee: string
  readonly group: string | null
  readonly exam: string
  readonly since: Instant
  readonly clause: string
  readonly ground: string
  readonly protocol: string
  readonly protocolSignedAt: Instant
  readonly protocolEdition: number
  readonly decidedBy: string
  readonly published: boolean
  readonly closing: DebtClosing | null
}

export type Debts = {
  /** Open ones first, the newest first; null: all the reader sees. */
  readonly list: (session: SessionId | null) => Promise<readonly KnownDebt[]>
  /** False when it was written down already. */
  readonly close: (session: SessionId, closing: Omit<DebtClosing, 'byName'>) => Promise<boolean>
}
