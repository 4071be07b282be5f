// Who stands for a child today: verified, not ended by anybody, the child not of age (R0-1.1b).
import { mayActFor } from '@ochno/domain/consent/representation'
import { MAJORITY } from '@ochno/domain/consent/signers'
import type { AccountId } from '@ochno/domain/ids'
import { type Instant, Temporal } from '@ochno/domain/time'
import type { Consents } from './consents.ts'
import type { Institutions } from './institutions.ts'

type Known = { readonly consents: Consents; readonly institutions: Institutions }

/** Of each of them who has any. */
export async function guardiansOfAll(
  tx: Known,
  examinees: readonly AccountId[],
  now: Instant,
): Promise<ReadonlyMap<AccountId, readonly AccountId[]>> {
  const found = new Map<AccountId, readonly AccountId[]>()
  const links = Map.groupBy(await tx.consents.representations(examinees), ({ child }) => child)
  if (links.size === 0) return found
  const { zone } = await tx.institutions.own()
  for (const { account, born, incapable } of await tx.consents.subjectsOf(examinees)) {
    const own = links.get(account) ?? []
    if (born === null || own.length === 0) continue
    const child = { id: account, born: Temporal.PlainDate.from(born), incapable }
    const all = new Set(own.map((link) => link.representative))
    all.delete(account)
    const standing = [...all].filter(
      (one) => mayActFor(own, one, child, { majority: MAJORITY, zone }, now) === 'yes',
    ) as AccountId[]
    if (standing.length > 0) found.set(account, standing)
  }
  return found
}

export const guardiansOf = async (
  tx: Known,
  examinee: AccountId,
  now: Instant,
): Promise<readonly AccountId[]> => (await guardiansOfAll(tx, [examinee], now)).get(examinee) ?? []
