import type { ConsentKind } from '@ochno/domain/consent/rules'
import type { AccountId, ExamId, Id, SessionId } from '@ochno/domain/ids'
import type { Instant, Temporal } from '@ochno/domain/time'
import type { ConsentId } from './consents.ts'

export type WithdrawalId = Id<'wdr'>
export type WithdrawalPhase = 'before' | 'during' | 'after'
export type ExitRoute = 'in_person' | 'oral' | 'another_format' | 'own_order'

/** One consent that was taken back, and one exam it was asked for. */
export type WithdrawalEffect = {
  readonly id: WithdrawalId
  readonly session: SessionId
  readonly account: AccountId
  readonly consent: ConsentId
  readonly phase: WithdrawalPhase
  readonly voluntary: boolean
  readonly withdrawnAt: Instant
  readonly withdrawnOn: Temporal.PlainDate
  readonly doBy: Temporal.PlainDate | null
}

export type KnownEffect = WithdrawalEffect & {
  readonly name: string
  readonly kind: ConsentKind
  readonly exam: ExamId
  readonly examTitle: string
  readonly opensAt: Instant
  readonly collected: { readonly had: number; readonly left: number; readonly goneAt: Instant | null }
  readonly givenAgain: boolean
  readonly route: {
    readonly way: ExitRoute
    readonly note: string
    readonly by: string
    readonly at: Instant
  } | null
}

export type Withdrawals = {
  /** False when this exam and this consent are written down already. */
  readonly add: (effect: WithdrawalEffect) => Promise<boolean>
  /** The newest first; of these people, or of everybody. */
  readonly list: (accounts: readonly AccountId[] | null) => Promise<readonly KnownEffect[]>
  readonly find: (id: WithdrawalId) => Promise<KnownEffect | null>
  readonly choose: (
    id: WithdrawalId,
    chosen: { readonly way: ExitRoute; readonly note: string; readonly by: AccountId; readonly at: Instant },
  ) => Promise<void>
  /** The examinee withdrew before beginning, and did not agree anew. */
  readonly leftBefore: (session: SessionId) => Promise<boolean>
}
