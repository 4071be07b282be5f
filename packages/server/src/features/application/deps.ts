import { lines } from '../../ports/asking.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Printer } from '../../ports/print.ts'
import type { Store } from '../../ports/store.ts'

export type { Asker } from '../../ports/asking.ts'

export type ApplicationDeps = { readonly store: Store; readonly ids: Ids; readonly printer: Printer }

export const no = <Why extends string>(why: Why, fields: readonly string[] = []) => ({
  ok: false as const,
  why,
  fields,
})

export const entry = lines({ purpose: 'exam', prefix: 'application.' })
