// How a change of a published exam reaches those it touches: in their account, and by letter where there is mail.
import type { ChildChange, DutyChange, Telling } from '../../ports/amendments.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Told } from '../../ports/notices.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import { latestOf, notice, saysTheSame, scheduleOf } from './tell.ts'

export const childSays = (
  session: SessionFacts,
  { what, why }: { readonly what: ChildChange; readonly why: string },
): Told => ({
  kind: 'child',
  facts: { ...scheduleOf(session).facts, child: session.examineeName, what, why },
})

/** The number of what is told of one schedule never falls, whether it is moved or called off: calendars go by it. */
export const tellChanges = (ids: Ids): Telling => ({
  newTime: async (tx, session, why, now) => {
    await tx.notices.alone(session.exam)
    const before = (await latestOf(tx, session.exam, 'schedule')).get(session.examinee)
    const off = (await latestOf(tx, session.exam, 'cancelled')).get(session.examinee)
    const plan = scheduleOf(session)
    if (saysTheSame(before, plan)) return
    const edition = Math.max(before?.edition ?? 0, off?.edition ?? 0) + 1
    const says = { kind: 'schedule', facts: { ...plan.facts, why } } as const
    await tx.notices.add(notice(ids, session.examinee, session.exam, edition, says, now))
  },
  calledOff: async (tx, session, why, now) => {
    await tx.notices.alone(session.exam)
    const before = (await latestOf(tx, session.exam, 'schedule')).get(session.examinee)
    const off = (await latestOf(tx, session.exam, 'cancelled')).get(session.examinee)
    const edition = Math.max(before?.edition ?? 0, off?.edition ?? 0) + 1
    const says = { kind: 'cancelled', facts: { ...scheduleOf(session).facts, why } } as const
    await tx.notices.add(notice(ids, session.examinee, session.exam, edition, says, now))
  },
  child: async (tx, to, session, change, now) => {
    const edition = await tx.notices.nextEdition(to, session.exam, 'child')
    await tx.notices.add(notice(ids, to, session.exam, edition, childSays(session, change), now))
  },
  duty: async (tx, to, exam, change: DutyChange, now) => {
    const edition = await tx.notices.nextEdition(to, exam, 'duty')
    const facts = { ...change, opensAt: change.opensAt.toString(), closesAt: change.closesAt.toString() }
    await tx.notices.add(notice(ids, to, exam, edition, { kind: 'duty', facts }, now))
  },
})
