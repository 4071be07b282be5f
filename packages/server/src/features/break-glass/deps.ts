import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { lines } from '../../ports/asking.ts'
import type { StoredGlass } from '../../ports/break-glass.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Relatives } from '../../ports/relatives.ts'
import type { Store, Tx } from '../../ports/store.ts'

export { type Asker, no } from '../../ports/asking.ts'

export type GlassDeps = { readonly store: Store; readonly ids: Ids; readonly relatives: Relatives }

export const entry = lines({ purpose: 'break_glass', prefix: 'glass.' })

export async function tell(
  ids: Ids,
  tx: Tx,
  people: Iterable<AccountId>,
  { session }: Pick<StoredGlass, 'session'>,
  words: { readonly ru: string; readonly en: string },
  now: Instant,
): Promise<void> {
  const facts = await tx.sessions.find(session)
  if (!facts) return
  for (const to of new Set(people)) {
    const language = (await tx.accounts.find(to))?.language ?? 'ru'
    await tx.notices.add({
      kind: 'message',
      facts: { title: facts.examTitle, text: words[language] },
      id: ids.make('ntc'),
      to,
      about: facts.exam,
      edition: await tx.notices.nextEdition(to, facts.exam),
      queuedAt: now,
      deliveredAt: null,
      readAt: null,
    })
  }
}
