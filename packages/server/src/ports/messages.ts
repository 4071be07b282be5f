// What staff or the product itself says to somebody: in the account, and by letter too where there is an address.
import type { AccountId, ExamId, SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Ids } from './ids.ts'
import type { SessionFacts } from './sessions.ts'
import type { Tx } from './store.ts'

type Words = Readonly<Record<'ru' | 'en', string>>

export async function sendMessage(
  ids: Ids,
  tx: Tx,
  {
    to,
    about,
    facts,
  }: {
    readonly to: AccountId
    /** Where no exam is meant: the id of what is. */
    readonly about: ExamId
    readonly facts: { readonly title: string; readonly text: string }
  },
  now: Instant,
): Promise<void> {
  await tx.notices.add({
    id: ids.make('ntc'),
    to,
    about,
    edition: await tx.notices.nextEdition(to, about),
    kind: 'message',
    facts,
    queuedAt: now,
    deliveredAt: null,
    readAt: null,
  })
}

/** Each once and in their own language. */
export async function tellEach(
  ids: Ids,
  tx: Tx,
  people: Iterable<AccountId>,
  { exam, examTitle }: Pick<SessionFacts, 'exam' | 'examTitle'>,
  words: Words,
  now: Instant,
): Promise<void> {
  for (const to of new Set(people)) {
    const language = (await tx.accounts.find(to))?.language ?? 'ru'
    await sendMessage(ids, tx, { to, about: exam, facts: { title: examTitle, text: words[language] } }, now)
  }
}

export async function tellOfSession(
  ids: Ids,
  tx: Tx,
  people: Iterable<AccountId>,
  session: SessionId,
  words: Words,
  now: Instant,
): Promise<void> {
  const facts = await tx.sessions.find(session)
  if (facts) await tellEach(ids, tx, people, facts, words, now)
}

/** Whoever still has an account and was not told the same of it before; how many they were. */
export async function tellOnce(
  ids: Ids,
  tx: Tx,
  people: Iterable<AccountId>,
  { about, title }: { readonly about: ExamId; readonly title: string },
  words: (language: 'ru' | 'en') => string,
  now: Instant,
): Promise<number> {
  let told = 0
  for (const to of people) {
    const person = await tx.accounts.find(to)
    if (!person || person.disabledAt) continue
    const text = words(person.language)
    const before = await tx.notices.ofAccount(to)
    if (before.some((one) => one.kind === 'message' && one.about === about && one.facts.text === text))
      continue
    await sendMessage(ids, tx, { to, about, facts: { title, text } }, now)
    told++
  }
  return told
}
