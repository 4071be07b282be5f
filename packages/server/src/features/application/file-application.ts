// The teacher writes and files; the head of the office permits lateness and resolves. Every step stays (SM-16).
import { form0031 } from '@ochno/domain/document/f-003-1'
import type { Formed } from '@ochno/domain/document/model'
import { submit } from '@ochno/domain/application/submission'
import type { AccountId, ExamId } from '@ochno/domain/ids'
import { application } from '@ochno/domain/lifecycle/application'
import { decideMove } from '@ochno/domain/lifecycle/machine'
import { instant, type Instant, Temporal } from '@ochno/domain/time'
import type { ApplicationLines, StoredApplication } from '../../ports/application.ts'
import { sendMessage } from '../../ports/messages.ts'
import type { Tx } from '../../ports/store.ts'
import { type ApplicationDeps, type Asker, entry, no } from './deps.ts'
import { applicationView, isFiled, leadDaysOf, termNow } from './read-application.ts'

export const nameHead = (
  deps: ApplicationDeps,
  asker: Asker,
  { account, ground }: { readonly account: AccountId; readonly ground: string },
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const head = await tx.accounts.find(account)
    if (!head || head.disabledAt !== null) return no('not_found')
    if (!head.roles.some((role) => role === 'methodist' || role === 'admin')) return no('head_role')
    await tx.applications.nameHead({ id: account, ground }, asker.account, now)
    await tx.audit(entry(asker, now, 'head', account, { ground }))
    return { ok: true as const, body: { id: account, name: head.fullName, ground } }
  })

export const saveApplication = (
  deps: ApplicationDeps,
  asker: Asker,
  exam: ExamId,
  content: ApplicationLines,
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    // Two who begin at once write one application.
    if (!(await tx.exams.hold(exam))) return no('not_found')
    if ((await leadDaysOf(tx)) === null) return no('application_not_asked')
    const before = await tx.applications.hold(exam)
    if (before && before.author !== asker.account) return no('not_the_author')
    if (before && before.state !== 'draft' && before.state !== 'returned') return no('not_now')
    await tx.applications.save({
      id: before?.id ?? deps.ids.make('apl'),
      exam,
      author: asker.account,
      state: before?.state ?? 'draft',
      content,
      filedOn: before?.filedOn ?? null,
      latePermit: before?.latePermit ?? null,
      changedAt: now,
    })
    await tx.audit(entry(asker, now, 'write', exam))
    return { ok: true as const, body: await applicationView(tx, asker, exam, now) }
  })

/** An application, held, and the page after the work. */
const withApplication = <R extends { readonly ok: false }>(
  deps: ApplicationDeps,
  asker: Asker,
  exam: ExamId,
  now: Instant,
  work: (tx: Tx, before: StoredApplication) => Promise<R | null>,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const before = await tx.applications.hold(exam)
    if (!before) return no('not_found')
    const refused = await work(tx, before)
    return refused ?? { ok: true as const, body: await applicationView(tx, asker, exam, now) }
  })

const today = async (tx: Tx, now: Instant) =>
  now
    .toZonedDateTimeISO((await tx.institutions.own()).zone)
    .toPlainDate()
    .toString()

export const submitApplication = (deps: ApplicationDeps, asker: Asker, exam: ExamId, now: Instant) =>
  withApplication(deps, asker, exam, now, async (tx, before) => {
    if (before.author !== asker.account) return no('not_the_author')
    if (!(await tx.applications.head())) return no('no_head')
    const leadDays = await leadDaysOf(tx)
    if (leadDays === null) return no('not_now')
    const formed = await formOf(tx, { ...before, filedOn: await today(tx, now) }, now)
    if (!formed) return no('period_unknown')
    if (!formed.ok)
      return no(
        'application_unfilled',
        formed.missing.map(({ field }) => field),
      )
    const term = await termNow(tx, { ...before, filedOn: null }, leadDays, now)
    const { latePermit } = before
    const permit = latePermit && {
      by: 'umu_head' as const,
      at: instant(latePermit.at),
      reason: latePermit.reason,
    }
    const decided = submit(before.state, 'teacher', term, permit, now)
    if (!decided.ok) {
      const { why } = decided
      if (why === 'late' || why === 'no_override') return no('application_late')
      return no(why === 'period_unknown' ? 'period_unknown' : 'not_now')
    }
    const filedOn = await today(tx, now)
    await tx.applications.save({ ...before, state: decided.event.to, filedOn, changedAt: now })
    const late = decided.event.to === 'late_submitted'
    const words = late ? (latePermit?.reason ?? '') : ''
    const command = late ? 'late_submitted' : 'submitted'
    await tx.applications.addStep(before.id, { command, by: asker.account, at: now, words })
    await tx.audit(entry(asker, now, decided.event.command, exam, { filedOn }))
    return null
  })

export const permitLate = (deps: ApplicationDeps, asker: Asker, exam: ExamId, reason: string, now: Instant) =>
  withApplication(deps, asker, exam, now, async (tx, before) => {
    const head = await tx.applications.head()
    if (head?.id !== asker.account) return no('not_the_head')
    if (before.state !== 'draft' && before.state !== 'returned') return no('not_now')
    const latePermit = { by: asker.account, name: head.name, at: now.toString(), reason }
    await tx.applications.save({ ...before, latePermit, changedAt: now })
    await tx.applications.addStep(before.id, {
      command: 'permit_late',
      by: asker.account,
      at: now,
      words: reason,
    })
    await tx.audit(entry(asker, now, 'permit_late', exam, { reason }))
    await tell(deps, tx, before, `Подать заявку позже срока разрешено: ${reason}`, now)
    return null
  })

const said = { approve: 'одобрена', return: 'возвращена на доработку', reject: 'отклонена' } as const

export const resolveApplication = (
  deps: ApplicationDeps,
  asker: Asker,
  exam: ExamId,
  { command, words }: { readonly command: keyof typeof said; readonly words: string },
  now: Instant,
) =>
  withApplication(deps, asker, exam, now, async (tx, before) => {
    if ((await tx.applications.head())?.id !== asker.account) return no('not_the_head')
    if (!isFiled(before)) return no('not_now')
    const facts = { inTime: null, overrideGranted: false, reasonGiven: words.trim() !== '' }
    const decided = decideMove(application, before.state, command, 'umu_head', facts, now)
    if (!decided.ok) return no(decided.why === 'no_reason' ? 'no_reason' : 'not_now')
    await tx.applications.save({ ...before, state: decided.event.to, changedAt: now })
    await tx.applications.addStep(before.id, { command, by: asker.account, at: now, words })
    await tx.audit(entry(asker, now, command, exam, { words }))
    const text = `Заявка на прокторинг ${said[command]}.${words.trim() === '' ? '' : ` ${words.trim()}`}`
    await tell(deps, tx, before, text, now)
    return null
  })

/** The applicant reads it in his account. */
async function tell(
  { ids }: ApplicationDeps,
  tx: Tx,
  { author, exam, examTitle }: StoredApplication,
  text: string,
  now: Instant,
): Promise<void> {
  await sendMessage(ids, tx, { to: author, about: exam, facts: { title: examTitle, text } }, now)
}

/** F-003-1 as it stands; null where the calendar has no period to print. */
async function formOf(tx: Tx, stored: StoredApplication, now: Instant): Promise<Formed | null> {
  const term = await termNow(tx, stored, (await leadDaysOf(tx)) ?? 0, now)
  if (!term.known) return null
  const [own, paper, head, steps] = [
    await tx.institutions.own(),
    await tx.papers.setting(),
    await tx.applications.head(),
    await tx.applications.steps(stored.id),
  ]
  const { content, filedOn } = stored
  const empty = (text: string) => (text.trim() === '' ? null : text)
  const last = steps.findLast(({ command }) => command in said)
  return form0031({
    institution: {
      name: paper?.name || own.name,
      dative: paper?.dative || own.name,
      short: paper?.short || own.name,
      address: paper?.address ?? '',
      city: paper?.city ?? '',
      zone: own.zone,
    },
    head: head?.name ?? null,
    teacher: stored.authorName,
    department: empty(content.department),
    discipline: empty(content.discipline),
    assessment: content.assessment,
    period: { from: term.period.from, to: term.period.to },
    groups: content.groups,
    examinees: content.examinees,
    reason: empty(content.reason),
    kind: content.kind,
    proposed: empty(content.proposed),
    filed: filedOn === null ? null : Temporal.PlainDate.from(filedOn),
    signedOn: filedOn === null ? null : filedOn.split('-').reverse().join('.'),
    resolution: last ? [said[last.command as keyof typeof said], last.words].filter(Boolean).join('. ') : '',
  })
}

export async function printApplication(deps: ApplicationDeps, asker: Asker, exam: ExamId, now: Instant) {
  const formed = await deps.store.inTenant(asker.tenant, async (tx) => {
    const stored = await tx.applications.ofExam(exam)
    if (!stored) return no('not_found')
    if (!(await tx.applications.head())) return no('no_head')
    const filled = await formOf(tx, { ...stored, filedOn: stored.filedOn ?? (await today(tx, now)) }, now)
    return filled?.ok
      ? filled
      : no('application_unfilled', filled ? filled.missing.map(({ field }) => field) : ['period'])
  })
  if (!formed.ok) return formed
  const made = await deps.printer.pdf(formed.document)
  if (made.ok) return { ok: true as const, bytes: made.bytes }
  return no(made.why === 'busy' || made.why === 'too_slow' ? 'print_busy' : 'print_failed')
}
