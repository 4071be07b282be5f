// Who has not handed in the original in time is told once about each exam, and so are verified parents (R4-3.11c).
import { tellOnce } from '../../ports/messages.ts'
import { paperStanding } from '@ochno/domain/consent/paper'
import { lateOriginalWords } from '@ochno/domain/consent/reminder'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Tx } from '../../ports/store.ts'
import type { ConsentDeps } from './deps.ts'
import { type Office, openOffice } from './office.ts'
import { actsAs, lifeOf, originalDue, paperOf, type PersonFacts, readPerson } from './person.ts'

export const remindLate = (
  deps: Pick<ConsentDeps, 'store' | 'ids' | 'digest'>,
  tenant: TenantId,
  now: Instant,
): Promise<number> =>
  deps.store.inTenant(tenant, async (tx) => {
    const office = await openOffice(deps, tx, now)
    const people = new Set((await tx.consents.ahead(now, null)).map(({ examinee }) => examinee))
    let told = 0
    for (const account of people) {
      const facts = await readPerson(tx, office, account)
      if (facts) told += await remind(deps, tx, tenant, office, facts)
    }
    return told
  })

async function remind(
  deps: Pick<ConsentDeps, 'ids'>,
  tx: Tx,
  tenant: TenantId,
  office: Office,
  facts: PersonFacts,
): Promise<number> {
  const due = originalDue(office, facts)
  const owed = facts.demand.onPaper.some(
    (kind) => !['declined', 'withdrawn', 'expired'].includes(lifeOf(facts, kind)?.state ?? 'none'),
  )
  const paper = paperOf(facts)
  if (!due || !owed || paper?.original) return 0
  const { account } = facts.subject
  const stands = paperStanding(
    {
      person: account,
      generatedAt: paper?.generatedAt ?? null,
      printedAt: paper?.printedAt ?? null,
      scanUploadedAt: paper?.scan?.at ?? null,
      original: null,
    },
    due.on,
    office.today,
    due.leadDays,
  )
  if (stands.is !== 'overdue') return 0
  const { exam: about, title } = due.exam
  const told = await tellOnce(
    deps.ids,
    tx,
    [account, ...(await parentsOf(tx, office, facts))],
    { about, title },
    (language) => lateOriginalWords(stands.lastDay, paper?.scan != null, language),
    office.now,
  )
  if (told > 0)
    await tx.audit({
      at: office.now,
      tenant,
      actor: 'system',
      role: 'system',
      action: 'consent.remind',
      object: account,
      purpose: 'deadline',
      result: 'ok',
      details: { exam: due.exam.exam, lastDay: stands.lastDay.toString(), told },
    })
  return told
}

/** Verified, and acting for this child today. */
export async function parentsOf(
  tx: Tx,
  office: Office,
  { subject }: PersonFacts,
): Promise<readonly AccountId[]> {
  const links = await tx.consents.representations(subject.account)
  const parents: AccountId[] = []
  for (const { representative, child } of links) {
    const parent = representative as AccountId
    if (child !== subject.account || parent === subject.account) continue
    if ((await actsAs(tx, office, parent, subject)) === 'representative') parents.push(parent)
  }
  return parents
}
