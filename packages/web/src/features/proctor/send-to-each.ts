// One message to many people: a refusal of one keeps nothing from the others.
import type { WallTile } from '@ochno/contract/watch'
import type { Failure } from '../../api/client.ts'

export type Addressee = { readonly session: string; readonly name: string }
export type Missed = Addressee & { readonly failure: Failure }

type Answered = { readonly ok: true } | { readonly ok: false; readonly failure: Failure }

/** A tile is watched some minutes before the exam and after it; words are taken only while it runs. */
export const mayTalkWith = ({
  authorizedAt,
  deauthorizedAt,
}: Pick<WallTile, 'authorizedAt' | 'deauthorizedAt'>) => authorizedAt !== null && deauthorizedAt === null

/** Who did not get it. No answer at all is the writer's own line: the rest is not waited for one by one. */
export async function sendToEach(
  people: readonly Addressee[],
  send: (session: string) => Promise<Answered>,
): Promise<readonly Missed[]> {
  const missed: Missed[] = []
  for (const [at, one] of people.entries()) {
    const answer = await send(one.session)
    if (answer.ok) continue
    const { failure } = answer
    if (failure.status === 0) return [...missed, ...people.slice(at).map((left) => ({ ...left, failure }))]
    missed.push({ ...one, failure })
  }
  return missed
}
