// TR-11: whose paper original is late for an exam, by the rules it was published under.
import type { LateOriginal } from '@ochno/domain/consent/late-original'
import type { ExamId } from '@ochno/domain/ids'
import type { EffectivePolicy } from '@ochno/domain/policy/effective'
import type { Instant } from '@ochno/domain/time'
import { asksPaper, judgeLate } from '../../ports/late-originals.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'

type Of = Pick<SessionFacts, 'examinee' | 'opensAt'>

export async function lateOriginal(
  tx: Tx,
  of: Of,
  policy: EffectivePolicy,
  now: Instant,
): Promise<LateOriginal | null> {
  if (!asksPaper(policy)) return null
  const { zone } = await tx.institutions.own()
  const lives = await tx.consents.lives(of.examinee)
  return judgeLate(policy, of, { lives, papers: await tx.consents.papers(of.examinee) }, zone, now)
}

/** Of those who are still to come, by session. */
export async function lateOriginals(
  tx: Tx,
  sessions: readonly SessionFacts[],
  policy: EffectivePolicy,
  now: Instant,
): Promise<ReadonlyMap<SessionFacts['id'], LateOriginal>> {
  const found = new Map<SessionFacts['id'], LateOriginal>()
  if (!asksPaper(policy)) return found
  const { zone } = await tx.institutions.own()
  const coming = sessions.filter(({ state }) => state === 'admitted')
  const people = coming.map(({ examinee }) => examinee)
  const lives = Map.groupBy(await tx.consents.lives(people), ({ account }) => account)
  const papers = Map.groupBy(await tx.consents.papers(people), ({ account }) => account)
  for (const session of coming) {
    const own = { lives: lives.get(session.examinee) ?? [], papers: papers.get(session.examinee) ?? [] }
    const late = judgeLate(policy, session, own, zone, now)
    if (late) found.set(session.id, late)
  }
  return found
}

/** Whether somebody's waits for a decision. */
export async function undecidedLate(tx: Tx, exam: ExamId, now: Instant): Promise<boolean> {
  const rules = await tx.rules.ofExam(exam)
  if (!rules) return false
  const late = await lateOriginals(tx, await tx.sessions.ofExam(exam, null), rules.policy, now)
  const decisions = await tx.admissions.decisions(exam)
  return [...late.keys()].some((session) => !decisions.has(session))
}

/** Before the control window opens: an undecided late original waits for a decision, and a no stays a no. */
export async function refuseLate(
  tx: Tx,
  session: SessionFacts,
  policy: EffectivePolicy,
  now: Instant,
): Promise<'original_late' | 'original_refused' | null> {
  if (!(await lateOriginal(tx, session, policy, now))) return null
  const decision = await tx.admissions.decision(session.id)
  if (!decision) return 'original_late'
  return decision.admit ? null : 'original_refused'
}
