import { lines } from '../../ports/asking.ts'
import type { Store } from '../../ports/store.ts'

export { type Asker, no } from '../../ports/asking.ts'

export type BriefingDeps = { readonly store: Store }

export const entry = lines({ purpose: 'exam' })
