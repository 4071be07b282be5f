// T-19: where other people vote than before, those who stay and had voted are asked once more.
import { hasVote } from '@ochno/domain/appeal/vote'
import type { Instant } from '@ochno/domain/time'
import type { Appeal } from '../../ports/appeals.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import type { AppealDeps } from './deps.ts'
import { told } from './file.ts'
import { tellPeople } from './tell.ts'

const askedAgain = ({ votes: before }: Appeal, { commission, votes: after }: Appeal) =>
  (before ?? []).filter(
    ({ person }) => hasVote(commission, person) && !(after ?? []).some((vote) => vote.person === person),
  )

/** Says so to each of them, and in the history. */
export async function askAnew(
  deps: Pick<AppealDeps, 'ids'>,
  tx: Tx,
  session: SessionFacts,
  before: Appeal,
  next: Appeal,
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<Appeal> {
  const again = askedAgain(before, next)
  if (again.length === 0) return next
  const text = `Апелляция № ${next.number}: состав комиссии изменился. Проголосуйте заново.`
  await tellPeople(
    deps,
    tx,
    again.map(({ person }) => person),
    session,
    text,
    now,
  )
  return told(next, now, 'voteAnew', by, again.map(({ name }) => name).join(', '))
}
