import { mayActFor } from '@ochno/domain/consent/representation'
import type { AccountId } from '@ochno/domain/ids'
import { type Instant, Temporal } from '@ochno/domain/time'
import { type Asker, lines } from '../../ports/asking.ts'
import type { Audit } from '../../ports/audit.ts'
import type { ScanSeal } from '../../ports/consents.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Log } from '../../ports/log.ts'
import type { ObjectStore } from '../../ports/objects.ts'
import type { Store, Tx } from '../../ports/store.ts'

export { type Asker, no } from '../../ports/asking.ts'

export type AccommodationDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly objects: ObjectStore
  readonly seal: ScanSeal
  readonly sha256: (bytes: Uint8Array) => Uint8Array
  readonly audit: Audit
  readonly log: Log
  readonly diskTakes: () => boolean
}

/** The journal says that it happened and never what the condition is. */
export const entry = lines({ purpose: 'accommodation', prefix: 'accommodation.' })

export const isOffice = ({ roles }: Asker): boolean =>
  roles.some((role) => role === 'methodist' || role === 'admin')

const MAJORITY = 18

/** Oneself, or a child for whom one is a verified representative now. */
export async function actsFor(tx: Tx, asker: Asker, account: AccountId, now: Instant): Promise<boolean> {
  if (asker.account === account) return true
  const subject = await tx.consents.subject(account)
  if (!subject?.born) return false
  const { zone } = await tx.institutions.own()
  const person = { id: account, born: Temporal.PlainDate.from(subject.born), incapable: subject.incapable }
  const links = await tx.consents.representations(asker.account)
  return mayActFor(links, asker.account, person, { majority: MAJORITY, zone }, now) === 'yes'
}
