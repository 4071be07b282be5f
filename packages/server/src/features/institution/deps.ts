import type { Role } from '@ochno/domain/access/table'
import { isPupil } from '@ochno/domain/access/table'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import { type Instant, Temporal } from '@ochno/domain/time'
import { adminFirst, lines } from '../../ports/asking.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Store, Tx } from '../../ports/store.ts'

export { no } from '../../ports/asking.ts'

export type InstitutionDeps = { readonly store: Store; readonly ids: Ids }

export type Keeper = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
  readonly branch: string | null
}

/** The day it is where the institution is. */
export const todayOf = async (tx: Tx, now: Instant) =>
  now.toZonedDateTimeISO((await tx.institutions.look())?.zone ?? 'UTC').toPlainDate()

export const dateOf = (iso: string) => Temporal.PlainDate.from(iso)

export async function isStaff(tx: Tx, id: AccountId): Promise<boolean> {
  const account = await tx.accounts.find(id)
  return account !== null && account.disabledAt === null && !isPupil(account.roles)
}

/** The edition in force, otherwise the newest that is being prepared. */
export async function actOf(tx: Tx) {
  const editions = await tx.acts.list()
  return (
    editions.find(({ state }) => state === 'effective') ??
    editions.find(({ state }) => state !== 'superseded') ??
    null
  )
}

export const entry = lines({ purpose: 'administration', role: adminFirst })
