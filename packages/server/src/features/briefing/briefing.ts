// 004 3.8: the teacher tells the examinees how the exam goes; each of them was there, or read it and said so.
import type { BriefingView, MyBriefing } from '@ochno/contract/briefing'
import type { AccountId, ExamId, SessionId } from '@ochno/domain/ids'
import { briefingStanding } from '@ochno/domain/notice/briefing'
import { isSaid, unruled } from '@ochno/domain/policy/effective'
import { previewOfExam } from '@ochno/domain/policy/preview'
import type { Instant } from '@ochno/domain/time'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { Tx } from '../../ports/store.ts'
import { type Asker, type BriefingDeps, entry, no } from './deps.ts'

const asks = (rules: ExamRules | null): rules is ExamRules =>
  rules !== null && rules.frozen !== null && isSaid(rules.policy, 'briefing.by_teacher', 'required')

/** What is settled of this exam; the bans of the act word by word are read and accepted at the door. */
function proposalOf(rules: ExamRules | null): string {
  if (!rules?.act) return ''
  const always = new Set(previewOfExam(rules.act, unruled).examinee)
  return previewOfExam(rules.act, rules.policy)
    .examinee.filter((line) => !always.has(line))
    .join('\n')
}

async function standing(tx: Tx, exam: ExamId) {
  const held = await tx.briefings.find(exam)
  const log = held ? await tx.briefings.log(exam, held.edition) : []
  const people = (await tx.sessions.ofExam(exam, null)).map(({ examinee, examineeName }) => ({
    id: examinee,
    name: examineeName,
  }))
  const { done, missing } = briefingStanding(
    held,
    people.map(({ id }) => id),
    log,
  )
  const noteOf = (id: AccountId) =>
    missing.includes(id) ? null : (log.find(({ examinee }) => examinee === id) ?? null)
  return { held, people, done, missing, noteOf }
}

async function view(tx: Tx, exam: ExamId): Promise<BriefingView> {
  const rules = await tx.rules.ofExam(exam)
  const { held, people, done, missing, noteOf } = await standing(tx, exam)
  const origin = rules?.policy['briefing.by_teacher'].origin
  return {
    asked: asks(rules),
    clauses: origin?.from === 'act' ? [...origin.clauses] : [],
    held: held && {
      text: held.text,
      edition: held.edition,
      by: { id: held.by, name: held.byName },
      at: held.heldAt.toString(),
    },
    proposal: proposalOf(rules),
    people: people.map((one) => {
      const note = noteOf(one.id)
      return { ...one, how: note?.how ?? null, at: note?.at.toString() ?? null }
    }),
    missing: missing.length,
    done,
  }
}

const answer = async (tx: Tx, exam: ExamId) => ({ ok: true as const, body: await view(tx, exam) })

export const readBriefing = (deps: BriefingDeps, asker: Asker, exam: ExamId) =>
  deps.store.inTenant(asker.tenant, async (tx) =>
    (await tx.exams.find(exam)) ? answer(tx, exam) : no('not_found'),
  )

export const holdBriefing = (deps: BriefingDeps, asker: Asker, id: ExamId, text: string, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const exam = await tx.exams.hold(id)
    if (!exam) return no('not_found')
    if (exam.state === 'draft') return no('exam_draft')
    const before = await tx.briefings.find(id)
    // The same words of the same person are the same briefing.
    if (before?.text === text && before.by === asker.account) return answer(tx, id)
    const edition = (before?.edition ?? 0) + 1
    await tx.briefings.hold({ exam: id, by: asker.account, text, edition, heldAt: now })
    await tx.audit(entry(asker, now, 'exam.briefing', id, { edition }))
    return answer(tx, id)
  })

export const markAttended = (
  deps: BriefingDeps,
  asker: Asker,
  id: ExamId,
  given: { readonly edition: number; readonly examinees: readonly AccountId[] },
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const exam = await tx.exams.hold(id)
    if (!exam) return no('not_found')
    const { held, people } = await standing(tx, id)
    if (!held) return no('briefing_not_held')
    if (held.edition !== given.edition) return no('briefing_changed')
    if (held.by !== asker.account) return no('briefing_by_another')
    if (given.examinees.some((one) => !people.some((person) => person.id === one)))
      return no('not_an_examinee')
    const { edition } = held
    for (const examinee of given.examinees)
      await tx.briefings.note(id, { examinee, edition, how: 'attended', at: now, notedBy: asker.account })
    await tx.audit(entry(asker, now, 'exam.briefed', id, { edition, examinees: [...given.examinees] }))
    return answer(tx, id)
  })

async function own(tx: Tx, { account }: Asker, id: SessionId) {
  const session = await tx.sessions.find(id)
  return session?.examinee === account ? session : null
}

async function mine(tx: Tx, exam: ExamId, account: AccountId): Promise<MyBriefing> {
  const { held, noteOf } = await standing(tx, exam)
  const note = noteOf(account)
  return {
    asked: asks(await tx.rules.ofExam(exam)),
    held: held && { text: held.text, edition: held.edition, by: held.byName, at: held.heldAt.toString() },
    how: note?.how ?? null,
    at: note?.at.toString() ?? null,
  }
}

export const readMyBriefing = (deps: BriefingDeps, asker: Asker, id: SessionId) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const session = await own(tx, asker, id)
    return session
      ? { ok: true as const, body: await mine(tx, session.exam, asker.account) }
      : no('not_found')
  })

export const acknowledgeBriefing = (
  deps: BriefingDeps,
  asker: Asker,
  id: SessionId,
  edition: number,
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const session = await own(tx, asker, id)
    if (!session) return no('not_found')
    const held = await tx.briefings.find(session.exam)
    if (!held) return no('briefing_not_held')
    if (held.edition !== edition) return no('briefing_changed')
    const { account } = asker
    await tx.briefings.note(session.exam, {
      examinee: account,
      edition,
      how: 'acknowledged',
      at: now,
      notedBy: account,
    })
    await tx.audit(entry(asker, now, 'session.briefed', id, { edition }))
    return { ok: true as const, body: await mine(tx, session.exam, account) }
  })

/** Whether this examinee may begin: was told what the act wants told (R4-3.8a). */
export async function isBriefed(
  tx: Tx,
  session: { readonly exam: ExamId; readonly examinee: AccountId },
): Promise<boolean> {
  const rules = await tx.rules.ofExam(session.exam)
  if (!asks(rules)) return true
  const held = await tx.briefings.find(session.exam)
  const log = held ? await tx.briefings.log(session.exam, held.edition) : []
  return briefingStanding(held, [session.examinee], log).done
}
