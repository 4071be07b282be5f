import type { Party } from '@ochno/domain/lifecycle/machine'
import { type Asker, lines } from '../../ports/asking.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Store } from '../../ports/store.ts'

export { no } from '../../ports/asking.ts'

export type ActDeps = { readonly store: Store; readonly ids: Ids }

export type Keeper = Asker

/** The director's order is entered by an administrator; a methodist prepares and agrees. */
export const partyOf = (keeper: Keeper): Party | null =>
  keeper.roles.includes('admin') ? 'director' : keeper.roles.includes('methodist') ? 'office' : null

export const entry = lines({
  purpose: 'administration',
  role: ({ roles }) => (roles?.includes('admin') ? 'admin' : 'methodist'),
})
