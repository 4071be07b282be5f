import { type ComplaintOutcome, refuseComplaint } from '@ochno/domain/complaint/complaint'
import type { SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { tellOfSession } from '../../ports/messages.ts'
import { type Asker, type ComplaintDeps, concernedIn, entry, no } from './deps.ts'
import { rowOf } from './views.ts'

type Of = { readonly session: SessionId; readonly seq: number }
type Answer = { readonly outcome: ComplaintOutcome; readonly text: string }

const words = {
  take: {
    ru: 'Вашу жалобу на проктора рассматривают. Когда придёт ответ, он появится на главной странице.',
    en: 'Your complaint about the proctor is being looked at. The answer will appear on the home page.',
  },
  answer: {
    ru: 'На вашу жалобу на проктора ответили. Ответ на главной странице, в карточке «Мои жалобы».',
    en: 'Your complaint about the proctor was answered. See “My complaints” on the home page.',
  },
}

const change = (
  deps: ComplaintDeps,
  asker: Asker,
  { session, seq }: Of,
  answer: Answer | null,
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    if (!(await tx.sessions.find(session))) return no('not_found')
    const found = await tx.complaints.lock(session, seq)
    if (!found) return no('not_found')
    const concerned = await concernedIn(deps, tx, found, now)
    const why = refuseComplaint(answer ? 'answer' : 'take', found, concerned, asker.account)
    // To whom it is about there is no complaint at all.
    if (why) return no(why === 'complaint_about_you' ? 'not_found' : why)
    if (answer) await tx.complaints.answer(found, { by: asker.account, at: now, ...answer })
    else await tx.complaints.take(found, asker.account, now)
    await tx.audit(
      entry(asker, now, answer ? 'answered' : 'taken', session, {
        seq,
        ...(answer ? { outcome: answer.outcome } : {}),
      }),
    )
    const family = concerned.family as (typeof found.examinee)[]
    await tellOfSession(deps.ids, tx, family, session, words[answer ? 'answer' : 'take'], now)
    const after = await tx.complaints.lock(session, seq)
    return after ? { ok: true as const, body: rowOf(after, concerned, asker.account, now) } : no('not_found')
  })

export const takeComplaint = (deps: ComplaintDeps, asker: Asker, of: Of, now: Instant) =>
  change(deps, asker, of, null, now)

export const answerComplaint = (deps: ComplaintDeps, asker: Asker, of: Of, answer: Answer, now: Instant) =>
  change(deps, asker, of, answer, now)
