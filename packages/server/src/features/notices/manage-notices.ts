import type { NoticeView } from '@ochno/contract/notices'
import type { ExamId, NoticeId, SessionId } from '@ochno/domain/ids'
import { icalendar } from '@ochno/domain/notice/icalendar'
import type { Instant } from '@ochno/domain/time'
import type { Asker } from '../../ports/asking.ts'
import type { AuditEntry } from '../../ports/audit.ts'
import { guardiansOf } from '../../ports/guardians.ts'
import type { Ids } from '../../ports/ids.ts'
import { isOfExam, type StoredNotice } from '../../ports/notices.ts'
import { type AskedPage, pageBody } from '../../ports/paging.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Store } from '../../ports/store.ts'
import { latestOf, notice, saysTheSame, scheduleOf } from './tell.ts'
import { tellEverybody } from './tell-schedules.ts'

export type NoticeDeps = { readonly store: Store; readonly ids: Ids }

const notFound = { ok: false, why: 'not_found' } as const

const view = ({ id, about, edition, queuedAt, readAt, kind, facts }: StoredNotice): NoticeView =>
  ({
    id,
    edition,
    kind,
    facts: kind === 'message' ? { ...facts, exam: isOfExam(about) } : facts,
    queuedAt: queuedAt.toString(),
    readAt: readAt?.toString() ?? null,
  }) as NoticeView

/** Listed is delivered: the notice stands in the person's account, before their eyes. */
export const listMine = (deps: NoticeDeps, { tenant, account }: Asker, page: AskedPage, now: Instant) =>
  deps.store.inTenant(tenant, async (tx) => {
    await tx.notices.delivered(account, now)
    const found = pageBody(await tx.notices.page(account, page), view)
    return found.ok ? { ...found, body: { now: now.toString(), ...found.body } } : found
  })

export const countMine = (deps: NoticeDeps, { tenant, account }: Asker) =>
  deps.store.inTenant(tenant, async (tx) => ({ unread: await tx.notices.unread(account) }))

export const readMine = (deps: NoticeDeps, { tenant, account }: Asker, id: NoticeId, now: Instant) =>
  deps.store.inTenant(tenant, async (tx) => {
    const read = await tx.notices.read(id, account, now)
    return read ? { ok: true as const, body: view(read) } : notFound
  })

export const listOfExam = (
  deps: NoticeDeps,
  { tenant }: Asker,
  asked: { readonly exam: ExamId; readonly find: string },
  page: AskedPage,
  now: Instant,
) =>
  deps.store.inTenant(tenant, async (tx) => {
    const { exam } = asked
    if (!(await tx.exams.find(exam))) return notFound
    const latest = await latestOf(tx, exam, 'schedule')
    const letters = await tx.letters.ofExam(exam)
    const isTold = (session: SessionFacts) => saysTheSame(latest.get(session.examinee), scheduleOf(session))
    const shown = pageBody(await tx.sessions.personsPage(asked, page), (session) => {
      const told = latest.get(session.examinee)
      const examinee = { id: session.examinee, name: session.examineeName }
      if (!told || !isTold(session))
        return { examinee, session: session.id, state: 'not_told' as const, at: null, letter: null }
      const letter = letters.get(told.id)
      const [state, at] = told.readAt
        ? (['read', told.readAt] as const)
        : told.deliveredAt
          ? (['delivered', told.deliveredAt] as const)
          : (['queued', told.queuedAt] as const)
      return {
        examinee,
        session: session.id,
        state,
        at: at.toString(),
        letter: letter ? { ...letter, at: letter.at.toString() } : null,
      }
    })
    if (!shown.ok) return shown
    const coming = (await tx.sessions.ofExam(exam, null)).filter(({ state }) => state === 'admitted')
    const waiting = coming.filter((session) => !isTold(session)).length
    return { ok: true as const, body: { now: now.toString(), waiting, ...shown.body } }
  })

export const tellExam = (deps: NoticeDeps, asker: Asker, exam: ExamId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    if (!(await tx.exams.find(exam))) return notFound
    const told = await tellEverybody(tx, deps.ids, exam, now)
    await tx.audit(entry(asker, exam, 'notice.schedule', now, told))
    return { ok: true as const, body: { told } }
  })

export const sendToExam = (deps: NoticeDeps, asker: Asker, exam: ExamId, text: string, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const found = await tx.exams.find(exam)
    if (!found) return notFound
    const sessions = await tx.sessions.ofExam(exam, null)
    const people = [...new Set(sessions.map(({ examinee }) => examinee))]
    const says = { kind: 'message', facts: { title: found.title, text } } as const
    const editions = await tx.notices.nextEditions(people, exam)
    const told = await tx.notices.addAll(
      [...editions].map(([examinee, edition]) => notice(deps.ids, examinee, exam, edition, says, now)),
    )
    await tx.audit(entry(asker, exam, 'notice.message', now, told.length))
    return { ok: true as const, body: { told: told.length } }
  })

type Calendar = { readonly session: SessionId; readonly url: string }

const calendar = (session: SessionFacts, edition: number, url: string, now: Instant) => ({
  ok: true as const,
  text: icalendar({
    uid: session.id,
    edition,
    cancelled: session.state === 'cancelled',
    title: session.examTitle,
    opensAt: session.opensAt,
    closesAt: session.closesAt,
    url,
    writtenAt: now,
  }),
})

export const calendarOf = (deps: NoticeDeps, asker: Asker, { session: id, url }: Calendar, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const session = await tx.sessions.find(id)
    if (!session || session.examinee !== asker.account) return notFound
    const kind = session.state === 'cancelled' ? 'cancelled' : 'schedule'
    const told = (await latestOf(tx, session.exam, kind)).get(asker.account)
    return calendar(session, told?.edition ?? 1, `${url}/exam/${session.id}`, now)
  })

/** R0-1.1b: to whoever stands for the child today, and to nobody else. */
export const childCalendarOf = (
  deps: NoticeDeps,
  asker: Asker,
  { session: id, url }: Calendar,
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const session = await tx.sessions.find(id)
    if (!session || !(await guardiansOf(tx, session.examinee, now)).includes(asker.account)) return notFound
    const told = (await tx.notices.latest(session.exam, 'child')).find(
      (one) => one.to === asker.account && one.kind === 'child' && one.facts.session === id,
    )
    return calendar(session, told?.edition ?? 1, `${url}/notices`, now)
  })

const entry = (asker: Asker, exam: ExamId, action: string, at: Instant, told: number): AuditEntry => ({
  at,
  tenant: asker.tenant,
  actor: asker.account,
  role: asker.roles[0] ?? 'system',
  action,
  object: exam,
  purpose: 'exam',
  result: 'ok',
  details: { told },
})
