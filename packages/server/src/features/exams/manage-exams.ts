import type { ExamCard } from '@ochno/domain/exam/card'
import type { ExamId } from '@ochno/domain/ids'
import { type Instant, isAfter, isBefore, Temporal } from '@ochno/domain/time'
import type { Exam } from '../../ports/exams.ts'
import { entry, type ExamDeps, examView, type Maker, no } from './deps.ts'
import { rulesInForce } from './publish.ts'
import { isShutTo, isToldTask, openTo } from './told-to.ts'

/** A window longer than this is a slip of the hand. */
const LONGEST_WINDOW = Temporal.Duration.from({ hours: 24 * 60 })

const shownTo = (reader: Maker) => (exam: Parameters<typeof examView>[0]) => {
  const view = examView(exam)
  return isToldTask(reader) ? view : { ...view, instructions: '' }
}

export const listExams = (deps: ExamDeps, reader: Maker) =>
  deps.store.inTenant(reader.tenant, async (tx) => {
    const seen = await openTo(tx, reader)
    return (await tx.exams.list()).filter(({ id }) => seen?.has(id) ?? true).map(shownTo(reader))
  })

export const readExam = (deps: ExamDeps, reader: Maker, id: ExamId) =>
  deps.store.inTenant(reader.tenant, async (tx) => {
    const exam = await tx.exams.find(id)
    if (!exam || (await isShutTo(tx, reader, id))) return no('not_found')
    return { ok: true as const, body: shownTo(reader)(exam) }
  })

export type NewExam = Pick<Exam, 'title' | 'instructions' | 'opensAt' | 'closesAt' | 'lengthMinutes'>

const isWrongWindow = ({ opensAt, closesAt }: NewExam, now: Instant): boolean =>
  !isBefore(opensAt, closesAt) || !isAfter(closesAt, now) || isAfter(closesAt, opensAt.add(LONGEST_WINDOW))

export async function createExam(
  deps: ExamDeps,
  maker: Maker,
  given: NewExam & { readonly card: ExamCard | null },
  now: Instant,
) {
  if (isWrongWindow(given, now)) return no('wrong_window')
  const exam: Exam = {
    ...given,
    id: deps.ids.make('exm'),
    state: 'draft',
    createdBy: maker.account,
    createdAt: now,
  }
  return deps.store.inTenant(maker.tenant, async (tx) => {
    // R0-1.4n: where an act is in force no exam is without its rules; one that it does not let stand stays a draft.
    const { edition, rules } =
      given.card === null ? await rulesInForce(tx, deps.digest, exam, now) : { edition: null, rules: null }
    const published = given.card === null && (edition === null || rules !== null)
    const made: Exam = { ...exam, state: published ? 'published' : 'draft' }
    await tx.exams.add(made)
    if (rules) await tx.exams.freeze(made.id, rules)
    await tx.audit(
      entry(
        maker,
        now,
        'exam.create',
        made.id,
        rules ? { act: rules.act, edition: rules.edition } : undefined,
      ),
    )
    return { ok: true as const, body: examView({ ...made, sessions: 0 }) }
  })
}

export const changeExam = (
  deps: ExamDeps,
  maker: Maker,
  id: ExamId,
  given: NewExam & { readonly card: ExamCard },
  now: Instant,
) =>
  deps.store.inTenant(maker.tenant, async (tx) => {
    const before = await tx.exams.hold(id)
    if (!before) return no('not_found')
    if (before.state !== 'draft') return no('exam_published')
    if (isWrongWindow(given, now)) return no('wrong_window')
    const after = { ...before, ...given }
    await tx.exams.save(after)
    await tx.audit(entry(maker, now, 'exam.change', id, { before: before.card, after: given.card }))
    return { ok: true as const, body: examView(after) }
  })
