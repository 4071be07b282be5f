// Whoever an appeal concerns is told in the transaction of the deed.
import { sendMessage } from '../../ports/messages.ts'
import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import type { AppealDeps } from './deps.ts'

async function tell(
  deps: Pick<AppealDeps, 'ids'>,
  tx: Tx,
  to: AccountId,
  { exam, examTitle }: SessionFacts,
  text: string,
  now: Instant,
) {
  await sendMessage(
    deps.ids,
    tx,
    { to, about: exam, facts: { title: `${examTitle} — апелляция`, text } },
    now,
  )
}

/** The examinee and the parents of who is under 18. */
export async function tellFamily(
  deps: Pick<AppealDeps, 'ids' | 'results'>,
  tx: Tx,
  session: SessionFacts,
  text: string,
  now: Instant,
) {
  const people = [session.examinee, ...(await deps.results.relatives(tx, session.examinee, now))]
  for (const to of people) await tell(deps, tx, to, session, text, now)
}

export async function tellPeople(
  deps: Pick<AppealDeps, 'ids'>,
  tx: Tx,
  people: readonly AccountId[],
  session: SessionFacts,
  text: string,
  now: Instant,
) {
  for (const to of new Set(people)) await tell(deps, tx, to, session, text, now)
}
