import { answerDue } from '@ochno/domain/complaint/complaint'
import type { Complained } from '../../ports/complained.ts'
import { tellOfSession } from '../../ports/messages.ts'
import { type ComplaintDeps, concernedIn, toldOf } from './deps.ts'

const words = {
  ru: 'Поступила жалоба на проктора. Откройте «Жалобы»: там видно, до какого дня на неё отвечают.',
  en: 'A complaint about a proctor has arrived. Open “Complaints” to see by when it is answered.',
}

/** The life of a complaint begins in the transaction that writes it down; those who run the exams are told, the proctor never. */
export const complained =
  ({
    ids,
    relatives,
    organisers,
  }: Pick<ComplaintDeps, 'ids' | 'relatives'> & {
    readonly organisers: ComplaintDeps['deputies']
  }): Complained =>
  async (tx, session, rules, seq, now) => {
    const { zone } = await tx.institutions.own()
    await tx.complaints.open(session, seq, answerDue(rules.policy, now, zone, await tx.calendar.effective()))
    const filed = await tx.complaints.lock(session, seq)
    const wanted = filed && (await toldOf(tx, session, await concernedIn({ relatives }, tx, filed, now)))
    if (wanted) await tellOfSession(ids, tx, await organisers(tx, now, wanted), session, words, now)
  }
