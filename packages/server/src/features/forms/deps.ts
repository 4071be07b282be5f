import type { Asker } from '../../ports/asking.ts'
import type { Store } from '../../ports/store.ts'
import type { BlankPress } from './press.ts'

export type FormDeps = { readonly store: Store; readonly press: BlankPress }

export type Reader = Asker
