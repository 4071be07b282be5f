import { Temporal, type Instant } from '@ochno/domain/time'
import { type Asker, lines } from '../../ports/asking.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Store, Tx } from '../../ports/store.ts'

export type CalendarDeps = { readonly store: Store; readonly ids: Ids }

export type Keeper = Asker

export const no = <Why extends string>(why: Why, fields: readonly string[] = []) => ({
  ok: false as const,
  why,
  fields,
})

export const dateOf = (iso: string) => Temporal.PlainDate.from(iso)

/** The day it is where the institution is. */
export const todayOf = async (tx: Tx, now: Instant) =>
  now.toZonedDateTimeISO((await tx.institutions.own()).zone).toPlainDate()

export const entry = lines({
  purpose: 'administration',
  role: ({ roles }) => (roles?.includes('admin') ? 'admin' : 'methodist'),
})
