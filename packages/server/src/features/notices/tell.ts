import type { AccountId, ExamId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Ids } from '../../ports/ids.ts'
import type { StoredNotice, Told } from '../../ports/notices.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'

type Latest = ReadonlyMap<AccountId, StoredNotice>

export const latestOf = async (tx: Tx, exam: ExamId, kind: Told['kind']): Promise<Latest> =>
  new Map((await tx.notices.latest(exam, kind)).map((notice) => [notice.to, notice]))

export const scheduleOf = (session: SessionFacts): Told & { readonly kind: 'schedule' } => ({
  kind: 'schedule',
  facts: {
    title: session.examTitle,
    session: session.id,
    opensAt: session.opensAt.toString(),
    closesAt: session.closesAt.toString(),
    lengthMinutes: session.lengthMinutes,
    ...(session.room ? { inRoom: true } : {}),
  },
})

/** Whether this person was told exactly this; the order of the stored members does not matter. */
export function saysTheSame(before: StoredNotice | undefined, now: Told): boolean {
  if (before?.kind !== now.kind) return false
  const [was, is] = [before.facts, now.facts] as readonly Readonly<Record<string, unknown>>[]
  return Object.entries(is ?? {}).every(([key, value]) => was?.[key] === value)
}

/** R4-3.6b: everybody whose schedule is not the one they were last told is told once more. The number of those. */
export async function tellExaminees(
  tx: Tx,
  ids: Ids,
  exam: ExamId,
  sessions: readonly SessionFacts[],
  now: Instant,
): Promise<number> {
  const latest = await latestOf(tx, exam, 'schedule')
  const wanted = sessions.flatMap((session) => {
    const [before, says] = [latest.get(session.examinee), scheduleOf(session)]
    return saysTheSame(before, says)
      ? []
      : [notice(ids, session.examinee, exam, (before?.edition ?? 0) + 1, says, now)]
  })
  return (await tx.notices.addAll(wanted)).length
}

/** R4-3.6b: the schedule as it is now stands in the account of everybody who is still to come. */
export async function everybodyTold(tx: Tx, exam: ExamId): Promise<boolean> {
  const latest = await latestOf(tx, exam, 'schedule')
  return (await tx.sessions.ofExam(exam, null))
    .filter(({ state }) => state === 'admitted')
    .every((session) => saysTheSame(latest.get(session.examinee), scheduleOf(session)))
}

export const notice = (
  ids: Ids,
  to: AccountId,
  about: ExamId,
  edition: number,
  says: Told,
  now: Instant,
): StoredNotice => ({
  ...says,
  id: ids.make('ntc'),
  to,
  about,
  edition,
  queuedAt: now,
  deliveredAt: null,
  readAt: null,
})
