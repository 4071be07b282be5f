import type { ExamCard } from '@ochno/domain/exam/card'
import type { AccountId, ExamId } from '@ochno/domain/ids'
import { type Instant, isAfter, isBefore, Temporal } from '@ochno/domain/time'
import type { Exam, ExamsAsked } from '../../ports/exams.ts'
import { type AskedPage, pageBody } from '../../ports/paging.ts'
import type { Tx } from '../../ports/store.ts'
import { entry, type ExamDeps, examView, type Maker, no } from './deps.ts'
import { rulesInForce } from './publish.ts'
import { isShutTo, isToldTask, openTo } from './told-to.ts'

/** A window longer than this is a slip of the hand. */
const LONGEST_WINDOW = Temporal.Duration.from({ hours: 24 * 60 })

const shownTo = (reader: Maker) => (exam: Parameters<typeof examView>[0]) => {
  const view = examView(exam)
  return isToldTask(reader) ? view : { ...view, instructions: '' }
}

export const listExams = (deps: ExamDeps, reader: Maker, asked: Omit<ExamsAsked, 'among'>, page: AskedPage) =>
  deps.store.inTenant(reader.tenant, async (tx) => {
    const found = pageBody(
      await tx.exams.page({ ...asked, among: await openTo(tx, reader) }, page),
      shownTo(reader),
    )
    return found.ok ? { ...found, body: { now: asked.now.toString(), ...found.body } } : found
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
  given: NewExam & { readonly card: ExamCard | null; readonly teachers: readonly AccountId[] },
  now: Instant,
) {
  if (isWrongWindow(given, now)) return no('wrong_window')
  const { teachers, ...about } = given
  const exam: Exam = {
    ...about,
    id: deps.ids.make('exm'),
    state: 'draft',
    createdBy: maker.account,
    createdAt: now,
  }
  return deps.store.inTenant(maker.tenant, async (tx) => {
    if (!(await areTeachers(tx, teachers))) return no('not_a_teacher')
    // R0-1.4n: where an act is in force no exam is without its rules; one that it does not let stand stays a draft.
    const { edition, rules } =
      given.card === null ? await rulesInForce(tx, deps.digest, exam, now) : { edition: null, rules: null }
    const published = given.card === null && (edition === null || rules !== null)
    const made: Exam = { ...exam, state: published ? 'published' : 'draft' }
    await tx.exams.add(made)
    if (rules) await tx.exams.freeze(made.id, rules)
    await tx.exams.setTeachers(made.id, teachers)
    if (maker.branch)
      await tx.institutions.placeExam(made.id, { branch: maker.branch, programme: null, responsible: null })
    await tx.audit(
      entry(
        maker,
        now,
        'exam.create',
        made.id,
        rules ? { act: rules.act, edition: rules.edition } : undefined,
      ),
    )
    return shown(tx, made.id)
  })
}

async function areTeachers(tx: Tx, people: readonly AccountId[]): Promise<boolean> {
  for (const id of people) {
    const account = await tx.accounts.find(id)
    if (!account?.roles.includes('teacher') || account.disabledAt !== null) return false
  }
  return true
}

async function shown(tx: Tx, id: ExamId) {
  const exam = await tx.exams.find(id)
  if (!exam) throw new Error('the exam just written is not there')
  return { ok: true as const, body: examView(exam) }
}

export const setTeachers = (
  deps: ExamDeps,
  maker: Maker,
  id: ExamId,
  teachers: readonly AccountId[],
  now: Instant,
) =>
  deps.store.inTenant(maker.tenant, async (tx) => {
    const before = await tx.exams.hold(id)
    if (!before) return no('not_found')
    if (!(await areTeachers(tx, teachers))) return no('not_a_teacher')
    await tx.exams.setTeachers(id, teachers)
    const details = { before: before.teachers.map((one) => one.id), after: [...teachers] }
    await tx.audit(entry(maker, now, 'exam.teachers', id, details))
    return shown(tx, id)
  })

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
    return shown(tx, id)
  })
