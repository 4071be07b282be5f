import type { ActPolicy } from '@ochno/domain/policy/act-policy'
import type { ActState } from '@ochno/domain/lifecycle/act'
import type { ActId, TenantId } from '@ochno/domain/ids'
import type { ActCard, ApprovalStep, LegalGround } from '@ochno/domain/regulation/act-card'
import type { Instant } from '@ochno/domain/time'

/** The title page of an edition; days are of the calendar, `2026-05-25`. */
export type EditionCard = {
  readonly title: string
  readonly code: string | null
  readonly approver: { readonly post: string; readonly name: string }
  readonly order: string | null
  readonly approvedOn: string | null
  readonly force: ActCard['force']
  readonly effectiveFrom: string | null
  readonly steps: readonly {
    readonly kind: ApprovalStep['kind']
    readonly body: string
    readonly numbered: boolean
    readonly number: string | null
    readonly date: string | null
  }[]
  readonly grounds: readonly LegalGround[]
  readonly otherActs: readonly string[]
  readonly signature: { readonly signer: string; readonly at: string } | null
  readonly publicUrl: string | null
}

export type ActEdition = {
  readonly id: ActId
  readonly edition: number
  readonly state: ActState
  readonly card: EditionCard
  readonly policy: ActPolicy
  readonly changedAt: Instant
}

export type Acts = {
  /** The newest first. */
  readonly list: () => Promise<readonly ActEdition[]>
  readonly find: (id: ActId) => Promise<ActEdition | null>
  /** The same, and nobody else changes it until this transaction ends. */
  readonly hold: (id: ActId) => Promise<ActEdition | null>
  /** While one waits for its day: those that wait and the one in force, held. */
  readonly turning: () => Promise<readonly ActEdition[]>
  readonly add: (edition: ActEdition) => Promise<void>
  readonly save: (edition: ActEdition) => Promise<void>
}

/** Institutions with an approved edition whose day may have come. */
export type WaitingActs = () => Promise<readonly TenantId[]>
