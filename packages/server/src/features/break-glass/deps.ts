import { lines } from '../../ports/asking.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Relatives } from '../../ports/relatives.ts'
import type { Store } from '../../ports/store.ts'

export { type Asker, no } from '../../ports/asking.ts'

export type GlassDeps = { readonly store: Store; readonly ids: Ids; readonly relatives: Relatives }

export const entry = lines({ purpose: 'break_glass', prefix: 'glass.' })
