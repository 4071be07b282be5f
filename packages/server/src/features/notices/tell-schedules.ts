// The schedule of an exam reaches its examinees, and the parents of the minors among them (R4-3.6b, R0-1.1b).
import type { ExamId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { guardiansOfAll } from '../../ports/guardians.ts'
import type { Ids } from '../../ports/ids.ts'
import type { StoredNotice } from '../../ports/notices.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { notice, scheduleOf, tellExaminees } from './tell.ts'
import { childSays } from './tell-change.ts'

/** Whether a parent was last told exactly this of the child. */
export function parentKnows(before: StoredNotice | undefined, session: SessionFacts): boolean {
  if (before?.kind !== 'child' || before.facts.what === 'called_off') return false
  const was: Readonly<Record<string, unknown>> = before.facts
  return Object.entries(scheduleOf(session).facts).every(([key, value]) => was[key] === value)
}

async function tellParents(
  tx: Tx,
  ids: Ids,
  exam: ExamId,
  sessions: readonly SessionFacts[],
  now: Instant,
): Promise<void> {
  const parents = await guardiansOfAll(
    tx,
    sessions.map(({ examinee }) => examinee),
    now,
  )
  if (parents.size === 0) return
  const latest = new Map(
    (await tx.notices.latest(exam, 'child')).flatMap((one) =>
      one.kind === 'child' ? [[`${one.to} ${one.facts.session}`, one] as const] : [],
    ),
  )
  const wanted = sessions.flatMap((session) =>
    (parents.get(session.examinee) ?? []).flatMap((parent) => {
      const before = latest.get(`${parent} ${session.id}`)
      if (parentKnows(before, session)) return []
      const known = before?.kind === 'child' && before.facts.what !== 'called_off'
      return [{ to: parent, says: childSays(session, { what: known ? 'moved' : 'planned', why: '' }) }]
    }),
  )
  const next = new Map(await tx.notices.nextEditions([...new Set(wanted.map(({ to }) => to))], exam, 'child'))
  await tx.notices.addAll(
    wanted.map(({ to, says }) => {
      const edition = next.get(to) ?? 1
      next.set(to, edition + 1)
      return notice(ids, to, exam, edition, says, now)
    }),
  )
}

/** The number of examinees who were told; whoever knows it already is not told again. */
export async function tellSchedules(
  tx: Tx,
  ids: Ids,
  exam: ExamId,
  sessions: readonly SessionFacts[],
  now: Instant,
): Promise<number> {
  const told = await tellExaminees(tx, ids, exam, sessions, now)
  await tellParents(tx, ids, exam, sessions, now)
  return told
}

/** Everybody of an exam who is still to come; of two who tell them at once the second finds them told. */
export async function tellEverybody(tx: Tx, ids: Ids, exam: ExamId, now: Instant): Promise<number> {
  await tx.notices.alone(exam)
  const coming = (await tx.sessions.ofExam(exam, null)).filter(({ state }) => state === 'admitted')
  return tellSchedules(tx, ids, exam, coming, now)
}
