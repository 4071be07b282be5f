// Who stands for a child today: verified, not ended by anybody, the child not of age (R0-1.1b).
import { mayActFor } from '@ochno/domain/consent/representation'
import { MAJORITY } from '@ochno/domain/consent/signers'
import type { AccountId } from '@ochno/domain/ids'
import { type Instant, Temporal } from '@ochno/domain/time'
import type { Consents } from './consents.ts'
import type { Institutions } from './institutions.ts'

export async function guardiansOf(
  tx: { readonly consents: Consents; readonly institutions: Institutions },
  examinee: AccountId,
  now: Instant,
): Promise<readonly AccountId[]> {
  const subject = await tx.consents.subject(examinee)
  if (!subject || subject.born === null) return []
  const links = await tx.consents.representations(examinee)
  if (links.length === 0) return []
  const { zone } = await tx.institutions.own()
  const child = { id: examinee, born: Temporal.PlainDate.from(subject.born), incapable: subject.incapable }
  const all = new Set(links.filter((link) => link.child === examinee).map((link) => link.representative))
  all.delete(examinee)
  return [...all].filter(
    (one) => mayActFor(links, one, child, { majority: MAJORITY, zone }, now) === 'yes',
  ) as AccountId[]
}
