import type { ExamView } from '@ochno/contract/exams'
import type { Role } from '@ochno/domain/access/table'
import type { AccountId, ExamId, TenantId } from '@ochno/domain/ids'
import { type Instant, isAfter, isBefore, Temporal } from '@ochno/domain/time'
import type { Exam } from '../../ports/exams.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Store } from '../../ports/store.ts'

export type ExamDeps = { readonly store: Store; readonly ids: Ids }
export type Maker = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
}

/** A window longer than this is a slip of the hand. */
const LONGEST_WINDOW = Temporal.Duration.from({ hours: 24 * 60 })
const no = <Why extends string>(why: Why) => ({ ok: false as const, why })

const examView = (exam: Exam & { readonly sessions: number }): ExamView => ({
  id: exam.id,
  title: exam.title,
  instructions: exam.instructions,
  opensAt: exam.opensAt.toString(),
  closesAt: exam.closesAt.toString(),
  lengthMinutes: exam.lengthMinutes,
  sessions: exam.sessions,
  createdAt: exam.createdAt.toString(),
})

export const listExams = (deps: ExamDeps, tenant: TenantId) =>
  deps.store.inTenant(tenant, async (tx) => (await tx.exams.list()).map(examView))

export const readExam = (deps: ExamDeps, tenant: TenantId, id: ExamId) =>
  deps.store.inTenant(tenant, async (tx) => {
    const exam = await tx.exams.find(id)
    return exam ? { ok: true as const, body: examView(exam) } : no('not_found')
  })

export type NewExam = Pick<Exam, 'title' | 'instructions' | 'opensAt' | 'closesAt' | 'lengthMinutes'>

export async function createExam(deps: ExamDeps, maker: Maker, given: NewExam, now: Instant) {
  const { opensAt, closesAt } = given
  if (
    !isBefore(opensAt, closesAt) ||
    !isAfter(closesAt, now) ||
    isAfter(closesAt, opensAt.add(LONGEST_WINDOW))
  )
    return no('wrong_window')
  const exam: Exam = { ...given, id: deps.ids.make('exm'), createdBy: maker.account, createdAt: now }
  await deps.store.inTenant(maker.tenant, async (tx) => {
    await tx.exams.add(exam)
    await tx.audit({
      at: now,
      tenant: maker.tenant,
      actor: maker.account,
      role: maker.roles[0] ?? 'system',
      action: 'exam.create',
      object: exam.id,
      purpose: 'exam',
      result: 'ok',
    })
  })
  return { ok: true as const, body: examView({ ...exam, sessions: 0 }) }
}
