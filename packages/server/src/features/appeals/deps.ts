import { type ReviewOrder, reviewOrder } from '@ochno/domain/appeal/order'
import type { EffectivePolicy } from '@ochno/domain/policy/effective'
import type { AppealedResults } from '../../ports/appealed-results.ts'
import type { AppealSetting, RecordedPieces } from '../../ports/appeals.ts'
import { lines } from '../../ports/asking.ts'
import type { Audit } from '../../ports/audit.ts'
import type { DisputeUse } from '../../ports/consents.ts'
import type { Ids } from '../../ports/ids.ts'
import type { ObjectStore } from '../../ports/objects.ts'
import type { PaperPress, PaperSeal } from '../../ports/protocols.ts'
import type { Store } from '../../ports/store.ts'

export { type Asker, no } from '../../ports/asking.ts'

export type AppealDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly audit: Audit
  readonly press: PaperPress
  readonly objects: ObjectStore
  readonly seal: PaperSeal
  readonly results: AppealedResults
  readonly disputeUse: DisputeUse
  readonly pieces: RecordedPieces
}

export const entry = lines({ purpose: 'appeal', prefix: 'appeal.' })

/** The order of an exam: what its act says, and what the institution said where the act leaves it. */
export const orderOf = (policy: EffectivePolicy, { situations, steps }: AppealSetting): ReviewOrder =>
  reviewOrder(policy, { situations: situations.map((one) => ({ ...one, subject: 'own' as const })), steps })
