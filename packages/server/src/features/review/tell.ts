// Messages about a review, in the transaction of what they tell of and in each person's own language.
import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Deputies } from '../../ports/deputies.ts'
import type { Ids } from '../../ports/ids.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { firstAble, working } from '../../ports/able.ts'

export type Words = { readonly ru: string; readonly en: string }

export async function tell(
  tx: Tx,
  ids: Ids,
  { exam, examTitle }: Pick<SessionFacts, 'exam' | 'examTitle'>,
  people: readonly AccountId[],
  words: Words,
  now: Instant,
): Promise<void> {
  for (const to of people) {
    const language = (await tx.accounts.find(to))?.language ?? 'ru'
    await tx.notices.add({
      kind: 'message',
      facts: { title: examTitle, text: words[language] },
      id: ids.make('ntc'),
      to,
      about: exam,
      edition: await tx.notices.nextEdition(to, exam),
      queuedAt: now,
      deliveredAt: null,
      readAt: null,
    })
  }
}

/** Methodists; where there are none who may, administrators. */
export const organisers: Deputies = (tx, _, wanted) =>
  firstAble(tx, [() => working(tx, 'methodist'), () => working(tx, 'admin')], wanted)
