// Whoever a decision concerns is told in the transaction of the deed (R4-5.12c).
import type { FailureStep } from '@ochno/domain/failure/step'
import type { AccountId, NoticeId } from '@ochno/domain/ids'
import { announce } from '@ochno/domain/notice/announcement'
import {
  dayAndHour,
  type FailureNews,
  offeredWords,
  postponedWords,
  refusedWords,
} from '@ochno/domain/notice/failure-words'
import { type Instant, instant } from '@ochno/domain/time'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import type { FailureDeps } from './deps.ts'

type Deed = Extract<FailureStep, { kind: 'postponed' | 'offered' | 'refused' }>

export const newsOf = (session: SessionFacts, deed: Deed, zone: string): FailureNews => ({
  exam: session.examTitle,
  failure: deed.ground && { from: instant(deed.ground.from), until: instant(deed.ground.until) },
  to:
    deed.kind === 'refused'
      ? null
      : { opensAt: instant(deed.to.opensAt), closesAt: instant(deed.to.closesAt) },
  reason: deed.reason,
  zone,
})

const wordsOf = { postponed: postponedWords, offered: offeredWords, refused: refusedWords } as const

type Told = { readonly to: AccountId; readonly title: string; readonly text: string; readonly id?: NoticeId }

export async function tell(
  deps: Pick<FailureDeps, 'ids'>,
  tx: Tx,
  session: SessionFacts,
  { to, title, text, id }: Told,
  letter: boolean,
  now: Instant,
) {
  await tx.notices.add(
    {
      kind: 'message',
      facts: { title, text },
      id: id ?? deps.ids.make('ntc'),
      to,
      about: session.exam,
      edition: await tx.notices.nextEdition(to, session.exam),
      queuedAt: now,
      deliveredAt: null,
      readAt: null,
    },
    letter,
  )
}

/** The examinee by the channels that were chosen, and the parents of who is under 18; an offer is the examinee's own to answer. */
export async function announceDeed(
  deps: FailureDeps,
  tx: Tx,
  session: SessionFacts,
  deed: Deed,
  now: Instant,
): Promise<void> {
  const { zone } = await tx.institutions.own()
  const news = newsOf(session, deed, zone)
  const text = wordsOf[deed.kind](news)
  const id = deed.notice as NoticeId
  if (deed.kind === 'refused')
    await tell(deps, tx, session, { to: session.examinee, title: session.examTitle, text, id }, true, now)
  else {
    const announced = announce(
      {
        exam: session.exam,
        edition: 1,
        examinees: [session.examinee],
        subject: session.examTitle,
        group: (await tx.people.find(session.examinee))?.group?.name ?? '',
        newDate: news.to ? dayAndHour(news.to.opensAt, zone) : '',
      },
      deed.channels,
      now,
    )
    if (!announced.ok) throw new Error(`a decided new date can not be announced: ${announced.why}`)
    const { notices } = announced.announcement
    const letter = notices.some(({ channel }) => channel === 'email')
    for (const { to } of notices.filter(({ channel }) => channel === 'account'))
      await tell(deps, tx, session, { to: to as AccountId, title: session.examTitle, text, id }, letter, now)
  }
  if (deed.kind === 'offered') return
  const title = `${session.examTitle} (${session.examineeName})`
  for (const to of await deps.relatives(tx, session.examinee, now))
    await tell(deps, tx, session, { to, title, text }, true, now)
}
