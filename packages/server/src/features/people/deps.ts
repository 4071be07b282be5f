import type { AccountId, TenantId } from '@ochno/domain/ids'
import { birthday, MAJORITY } from '@ochno/domain/consent/signers'
import { type Instant, Temporal } from '@ochno/domain/time'
import type { LinkView, PersonRow } from '@ochno/contract/people'
import { lines } from '../../ports/asking.ts'
import type { Digest } from '../../ports/digest.ts'
import type { Ids } from '../../ports/ids.ts'
import type { ListedPerson, ParentLink } from '../../ports/people.ts'
import type { Printer } from '../../ports/print.ts'
import type { Sheets } from '../../ports/sheets.ts'
import type { Rights, Store, Tx } from '../../ports/store.ts'
import type { ImportWatch } from './import-watch.ts'

export { no } from '../../ports/asking.ts'

export type PeopleDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly digest: Digest
  readonly sha256: (bytes: Uint8Array) => Uint8Array
  readonly sheets: Sheets
  readonly printer: Printer
  readonly rights: Rights
  readonly watch: ImportWatch
}
export type Asker = { readonly account: AccountId; readonly tenant: TenantId }

export const entry = lines({ purpose: 'administration', role: () => 'admin' })

/** The day it is at the institution. */
export const todayOf = async (tx: Tx, now: Instant): Promise<string> => {
  const { zone } = await tx.institutions.own()
  return now.toZonedDateTimeISO(zone).toPlainDate().toString()
}

export const rowView = (person: ListedPerson): PersonRow => ({
  id: person.id,
  login: person.login,
  fullName: person.fullName,
  roles: [...person.roles],
  state: person.disabled ? 'disabled' : person.hasPassword ? 'active' : 'invited',
  learnerId: person.learnerId,
  group: person.group,
  branch: person.branch,
})

/** The day from which the parent stands for the child no more; null where nobody can say. */
export const comesOfAge = (child: Pick<ListedPerson, 'born' | 'incapable'>): string | null =>
  child.born === null || child.incapable
    ? null
    : birthday(Temporal.PlainDate.from(child.born), MAJORITY).toString()

/** The order of the reasons: what is over can not be mended, the rest can. */
export function linkStanding(
  link: ParentLink,
  child: Pick<ListedPerson, 'born' | 'incapable'>,
  today: string,
): LinkView['standing'] {
  const ends = comesOfAge(child)
  if (link.endedAt !== null || (ends !== null && ends <= today)) return 'over'
  if (link.verifiedAt === null) return 'not_verified'
  return child.born === null && !child.incapable ? 'no_birthday' : 'holds'
}
