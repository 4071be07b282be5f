import { barredFrom } from '@ochno/domain/complaint/complaint'
import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Tx } from '../../ports/store.ts'
import { type Asker, type ComplaintDeps, concernedIn } from './deps.ts'
import { ownView, rowOf } from './views.ts'

/** A proctor who also runs exams finds no complaint about themselves here. Unanswered before answered, the nearest term first. */
export const listComplaints = (deps: ComplaintDeps, asker: Asker, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const rows = []
    const known = new Map<AccountId, readonly AccountId[]>()
    const relatives: ComplaintDeps['relatives'] = async (_, examinee) => {
      const family = known.get(examinee) ?? (await deps.relatives(tx, examinee, now))
      known.set(examinee, family)
      return family
    }
    for (const one of await tx.complaints.listed()) {
      const concerned = await concernedIn({ relatives }, tx, one, now)
      if (barredFrom(concerned, asker.account) !== 'complaint_about_you')
        rows.push(rowOf(one, concerned, asker.account, now))
    }
    const far = '9'
    return {
      now: now.toString(),
      rows: rows.toSorted(
        (a, b) =>
          Number(a.state === 'answered') - Number(b.state === 'answered') ||
          (a.state === 'answered' ? 0 : (a.due ?? far).localeCompare(b.due ?? far)),
      ),
    }
  })

/** A parent reads those of children under 18; a grown-up's are no business of a parent. */
async function peopleOf(deps: ComplaintDeps, tx: Tx, asker: Asker, now: Instant) {
  const people = new Set<AccountId>([asker.account])
  for (const link of await tx.consents.representations(asker.account)) {
    const child = link.child as AccountId
    if (
      link.representative === asker.account &&
      (await deps.relatives(tx, child, now)).includes(asker.account)
    )
      people.add(child)
  }
  return [...people]
}

export const listMyComplaints = (deps: ComplaintDeps, asker: Asker, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => ({
    now: now.toString(),
    rows: (await tx.complaints.ofExaminees(await peopleOf(deps, tx, asker, now))).map((one) =>
      ownView(one, now),
    ),
  }))
