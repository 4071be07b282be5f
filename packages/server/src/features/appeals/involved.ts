import type { Involved } from '@ochno/domain/appeal/commission'
import { recused } from '@ochno/domain/appeal/recusal'
import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Appeal } from '../../ports/appeals.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import type { AppealDeps } from './deps.ts'

/** Everybody who had a part in this exam: none of them considers an appeal on it. */
export async function involvedIn(
  deps: Pick<AppealDeps, 'results'>,
  tx: Tx,
  session: SessionFacts,
  now: Instant,
): Promise<readonly Involved[]> {
  const { id, examinee } = session
  const editions = (await tx.protocols.ofSession(id))?.editions ?? []
  const reviews = await tx.reviews.ofSession(id)
  const decision = await tx.decisions.ofSession(id)
  const deciders = [
    decision?.decided?.by.id,
    decision?.decided?.second?.id,
    decision?.proposed?.by.id,
    decision?.director?.by.person,
    decision?.publishedBy?.id,
    ...(await tx.decisions.steps(id)).map(({ by }) => by),
  ]
  const every: { person: string | null | undefined; as: Involved['as'] }[] = [
    { person: examinee, as: 'examinee' },
    ...(await deps.results.relatives(tx, examinee, now)).map((person) => ({
      person,
      as: 'representative' as const,
    })),
    ...(await tx.sessions.watchers(id)).map((person) => ({ person, as: 'proctor' as const })),
    ...editions.map(({ signedBy }) => ({ person: signedBy, as: 'proctor' as const })),
    ...reviews.map(({ reviewer }) => ({ person: reviewer, as: 'reviewer' as const })),
    ...deciders.map((person) => ({ person, as: 'decider' as const })),
  ]
  const first = new Map<string, Involved['as']>()
  for (const { person, as } of every) if (person && !first.has(person)) first.set(person, as)
  return [...first].map(([person, as]) => ({ person, as }))
}

/** Who has left the commission of this appeal is as far from it as who took part. */
export const withRecused = (involved: readonly Involved[], { recusals }: Appeal): readonly Involved[] => {
  const gone = recused(recusals ?? []).filter((one) => !involved.some(({ person }) => person === one))
  return [...involved, ...gone.map((person) => ({ person, as: 'recused' as const }))]
}

export const tookPart = (involved: readonly Involved[], account: AccountId): boolean =>
  involved.some(({ person }) => person === account)
