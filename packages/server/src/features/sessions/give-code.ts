// B-28: somebody forgot the password at the door: whoever runs or watches the exam gives a code for this one session.
import { CODE_BYTES, CODE_LASTS, examCode, shownCode } from '@ochno/domain/access/exam-code'
import { maySeeSession } from '@ochno/domain/access/may'
import type { SessionId } from '@ochno/domain/ids'
import { isOver } from '@ochno/domain/session/again'
import { type Instant, isBefore } from '@ochno/domain/time'
import type { Digest } from '../../ports/digest.ts'
import { type Asker, audited, no, type SessionDeps } from './deps.ts'

export type CodeDeps = SessionDeps & { readonly digest: Digest }

export const giveExamCode = (deps: CodeDeps, asker: Asker, id: SessionId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const session = await tx.sessions.lock(id)
    if (!session || !maySeeSession(asker, session)) return no('not_found')
    if (isOver(session) || !isBefore(now, session.deadline ?? session.closesAt)) return no('already_over')
    const code = examCode(deps.ids.random(CODE_BYTES))
    const endsAt = now.add(CODE_LASTS)
    await tx.sessions.giveCode(id, { hash: deps.digest(code), by: asker.account, at: now, endsAt })
    await tx.audit(audited(asker, now, 'session.code', id, { examinee: session.examinee }))
    const login = (await tx.accounts.find(session.examinee))?.login ?? ''
    return { ok: true as const, body: { code: shownCode(code), login, endsAt: endsAt.toString() } }
  })
