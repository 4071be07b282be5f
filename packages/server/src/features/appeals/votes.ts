// T-19: each of the commission votes by name before the chair writes the verdict down.
import { unanswered } from '@ochno/domain/appeal/recusal'
import { hasVote } from '@ochno/domain/appeal/vote'
import type { Instant } from '@ochno/domain/time'
import type { AppealId } from '../../ports/appeals.ts'
import { kept, withAppeal } from './consider.ts'
import { type AppealDeps, type Asker, entry, no } from './deps.ts'
import { told } from './file.ts'
import { tookPart } from './involved.ts'

export const vote = (
  deps: AppealDeps,
  asker: Asker,
  id: AppealId,
  { satisfied, opinion }: { readonly satisfied: boolean; readonly opinion: string },
  now: Instant,
) =>
  withAppeal(deps, asker, id, now, async (tx, one, name) => {
    const { appeal, involved } = one
    if (appeal.state !== 'in_consideration') return no('not_now')
    if (tookPart(involved, asker.account)) return no('took_part')
    if (!hasVote(appeal.commission, asker.account)) return no('not_yours')
    if (unanswered(appeal.recusals ?? [])) return no('recusal_waits')
    const others = (appeal.votes ?? []).filter(({ person }) => person !== asker.account)
    const votes = [...others, { person: asker.account, name, satisfied, opinion: opinion.trim(), at: now }]
    await tx.audit(
      entry(asker, now, 'vote', id, { satisfied, again: others.length < (appeal.votes ?? []).length }),
    )
    const word = satisfied ? 'удовлетворить' : 'отказать'
    return kept(tx, asker, one, told({ ...appeal, votes }, now, 'vote', name, word), now)
  })
