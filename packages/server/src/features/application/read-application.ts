// What an application stands at: its lines, its term counted from the academic calendar (TR-12), and who may do what with it.
import type { ApplicationView } from '@ochno/contract/application'
import { type Term, termOf } from '@ochno/domain/application/submission'
import type { ExamId } from '@ochno/domain/ids'
import { settingOf } from '@ochno/domain/policy/act-policy'
import { type Instant, Temporal } from '@ochno/domain/time'
import type { StoredApplication } from '../../ports/application.ts'
import type { AskedPage } from '../../ports/paging.ts'
import type { Tx } from '../../ports/store.ts'
import { type ApplicationDeps, type Asker, no } from './deps.ts'

/** Null: the act in force asks for no application. */
export async function leadDaysOf(tx: Tx): Promise<number | null> {
  const act = (await tx.acts.list()).find(({ state }) => state === 'effective')
  if (!act) return null
  const [asked, days] = [
    settingOf(act.policy, 'application.required'),
    settingOf(act.policy, 'application.lead_days'),
  ]
  if (!('value' in asked) || asked.value !== 'required') return null
  return 'value' in days && typeof days.value === 'number' ? days.value : null
}

export async function termNow(
  tx: Tx,
  { content, opensAt, filedOn }: Pick<StoredApplication, 'content' | 'opensAt' | 'filedOn'>,
  leadDays: number,
  now: Instant,
): Promise<Term> {
  const { zone } = await tx.institutions.own()
  const dayOf = (at: Instant) => at.toZonedDateTimeISO(zone).toPlainDate()
  const today = filedOn === null ? dayOf(now) : Temporal.PlainDate.from(filedOn)
  return termOf(
    await tx.calendar.periods(),
    { programme: content.programme, branch: content.branch, examDay: dayOf(opensAt) },
    today,
    leadDays,
  )
}

const termView = (term: Term): NonNullable<ApplicationView['application']>['term'] =>
  term.known
    ? {
        known: true,
        from: term.period.from.toString(),
        to: term.period.to.toString(),
        lastDay: term.lastDay.toString(),
        inTime: term.inTime,
        daysLate: term.daysLate,
      }
    : { known: false }

const isOpen = ({ state }: StoredApplication): boolean => state === 'draft' || state === 'returned'
export const isFiled = ({ state }: StoredApplication): boolean =>
  state === 'submitted' || state === 'late_submitted'

/** The term stands still while the application lies with the head; whoever must file it again is counted anew. */
const asFiled = (one: StoredApplication) => (isOpen(one) ? { ...one, filedOn: null } : one)

export async function applicationView(
  tx: Tx,
  asker: Asker,
  exam: ExamId,
  now: Instant,
): Promise<ApplicationView> {
  const [leadDays, head, stored] = [
    await leadDaysOf(tx),
    await tx.applications.head(),
    await tx.applications.ofExam(exam),
  ]
  const term = stored && (await termNow(tx, asFiled(stored), leadDays ?? 0, now))
  const own = stored === null || stored.author === asker.account
  const isHead = head?.id === asker.account
  const may: ApplicationView['may'] = []
  if (asker.roles.includes('teacher') && own && leadDays !== null && (stored === null || isOpen(stored)))
    may.push('save', ...(stored ? (['submit'] as const) : []))
  if (isHead && stored && isOpen(stored) && term?.known && !term.inTime && stored.latePermit === null)
    may.push('permit_late')
  if (isHead && stored && isFiled(stored)) may.push('approve', 'return', 'reject')
  return {
    required: leadDays !== null,
    leadDays,
    head,
    programmes: [...new Set((await tx.calendar.periods()).map(({ programme }) => programme))],
    application: stored &&
      term && {
        id: stored.id,
        state: stored.state,
        author: stored.authorName,
        content: { ...stored.content, groups: [...stored.content.groups] },
        term: termView(term),
        filedOn: stored.filedOn,
        latePermit: stored.latePermit && {
          by: stored.latePermit.name,
          at: stored.latePermit.at,
          reason: stored.latePermit.reason,
        },
        steps: (await tx.applications.steps(stored.id)).map(({ command, name, at, words }) => ({
          command,
          by: name,
          at: at.toString(),
          words,
        })),
      },
    may,
  }
}

export const readApplication = (deps: ApplicationDeps, asker: Asker, exam: ExamId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    if (!(await tx.exams.find(exam))) return no('not_found')
    return { ok: true as const, body: await applicationView(tx, asker, exam, now) }
  })

export const listApplications = (
  deps: ApplicationDeps,
  asker: Asker,
  find: string,
  page: AskedPage,
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const leadDays = await leadDaysOf(tx)
    const office = asker.roles.some((role) => role === 'methodist' || role === 'admin')
    const found = await tx.applications.page({ author: office ? null : asker.account, find }, page)
    if (found === null) return no('cursor_stale')
    const rows = []
    for (const one of found.rows) {
      const term = await termNow(tx, asFiled(one), leadDays ?? 0, now)
      rows.push({
        id: one.id as string,
        exam: { id: one.exam, title: one.examTitle, opensAt: one.opensAt.toString() },
        author: one.authorName,
        discipline: one.content.discipline,
        state: one.state,
        filedOn: one.filedOn,
        daysLate: term.known ? term.daysLate : 0,
        changedAt: one.changedAt.toString(),
      })
    }
    const head = await tx.applications.head()
    return { ok: true as const, body: { ...found, required: leadDays !== null, head, rows } }
  })
