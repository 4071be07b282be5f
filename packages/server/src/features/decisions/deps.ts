import { onlyAssigned } from '@ochno/domain/access/may'
import type { Role } from '@ochno/domain/access/table'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import { lines } from '../../ports/asking.ts'
import type { Ids } from '../../ports/ids.ts'
import type { DecidedForms } from '../../ports/decided-forms.ts'
import type { PaperPress } from '../../ports/protocols.ts'
import type { Store } from '../../ports/store.ts'

export { no } from '../../ports/asking.ts'

export type DecisionDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly press: PaperPress
  readonly decidedForms: DecidedForms
}

export type Asker = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
  /** The deputy director. */
  readonly leads: boolean
}

/** Nobody decides who sees only what they proctor. */
export const seesResults = (asker: Asker): boolean => !onlyAssigned(asker)

export const entry = lines({
  purpose: 'decision',
  prefix: 'decision.',
  role: ({ roles }) => roles?.find((role) => role !== 'proctor') ?? 'system',
})
