// B-28: somebody forgot the password at the door: whoever runs or watches the exam gives a code for this one session.
import { CODE_BYTES, CODE_LASTS, examCode, shownCode, tooEarlyForCode } from '@ochno/domain/access/exam-code'
import { maySeeSession } from '@ochno/domain/access/may'
import type { SessionId } from '@ochno/domain/ids'
import { isOver } from '@ochno/domain/session/again'
import { type Instant, isBefore } from '@ochno/domain/time'
import type { Digest } from '../../ports/digest.ts'
import { sendMessage } from '../../ports/messages.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { type Asker, audited, no, type SessionDeps } from './deps.ts'

export type CodeDeps = SessionDeps & { readonly digest: Digest }

export const giveExamCode = (deps: CodeDeps, asker: Asker, id: SessionId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const session = await tx.sessions.lock(id)
    if (!session || !maySeeSession(asker, session)) return no('not_found')
    if (isOver(session) || !isBefore(now, session.deadline ?? session.closesAt)) return no('already_over')
    if (tooEarlyForCode(session.opensAt, now)) return no('code_too_early')
    const code = examCode(deps.ids.random(CODE_BYTES))
    const endsAt = now.add(CODE_LASTS)
    await tx.sessions.giveCode(id, { hash: deps.digest(code), by: asker.account, at: now, endsAt })
    await tx.audit(audited(asker, now, 'session.code', id, { examinee: session.examinee }))
    const examinee = await tx.accounts.find(session.examinee)
    const giver = (await tx.accounts.find(asker.account))?.fullName ?? ''
    await tellOfCode(deps, tx, session, { giver, language: examinee?.language ?? 'ru' }, now)
    const login = examinee?.login ?? ''
    return { ok: true as const, body: { code: shownCode(code), login, endsAt: endsAt.toString() } }
  })

const words = {
  ru: (exam: string, giver: string) => ({
    title: `Создан код для входа на экзамен «${exam}»`,
    text: `Код вместо вашего пароля создал сотрудник: ${giver}. Код действует 15 минут и открывает только этот экзамен. Если вы о коде не просили, сразу скажите об этом организатору экзамена.`,
  }),
  en: (exam: string, giver: string) => ({
    title: `A code to sign in to the exam “${exam}” was made`,
    text: `${giver} made a code that stands in for your password. It lasts 15 minutes and opens this exam alone. If you did not ask for it, tell the organiser of the exam at once.`,
  }),
} as const

/** Nobody comes in by the name of somebody else without that person reading of it. */
async function tellOfCode(
  { ids }: CodeDeps,
  tx: Tx,
  { examinee: to, exam: about, examTitle }: SessionFacts,
  { giver, language }: { readonly giver: string; readonly language: 'ru' | 'en' },
  now: Instant,
): Promise<void> {
  await sendMessage(ids, tx, { to, about, facts: words[language](examTitle, giver) }, now)
}
