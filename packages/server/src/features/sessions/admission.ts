// Conditions of admission: stated by staff, and while one is not met the examinee can not authorise (R4-3.8d).
import type { AdmissionView } from '@ochno/contract/exam-admission'
import type { ExamId, SessionId } from '@ochno/domain/ids'
import { type Admission, admissionOf, type Condition, mayAuthorise } from '@ochno/domain/scheduling/admission'
import type { Instant } from '@ochno/domain/time'
import type { Tx } from '../../ports/store.ts'
import { type Asker, audited, no, type SessionDeps } from './deps.ts'

/** Consents have their own gate; here it is the conditions alone. */
const judged = (conditions: readonly Condition[]): Admission =>
  admissionOf({ onList: true, conditions, consentsMissing: [], consentOriginalLate: false, decision: null })

const view = (session: SessionId, conditions: readonly Condition[]): AdmissionView => ({
  session,
  flag: mayAuthorise(judged(conditions)) ? 'admitted' : 'not_admitted',
  conditions: conditions.map((one) => ({ ...one })),
})

export const isHeldBack = async (tx: Tx, session: SessionId): Promise<boolean> =>
  !mayAuthorise(judged((await tx.admissions.conditions(session)) ?? []))

export const listAdmissions = (deps: SessionDeps, asker: Asker, exam: ExamId) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    if (!(await tx.exams.find(exam))) return no('not_found')
    const rows = await tx.admissions.ofExam(exam)
    return { ok: true as const, body: { rows: rows.map((row) => view(row.session, row.conditions)) } }
  })

export const stateConditions = (
  deps: SessionDeps,
  asker: Asker,
  id: SessionId,
  conditions: readonly Condition[],
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const session = await tx.sessions.lock(id)
    if (!session) return no('not_found')
    if (session.state !== 'admitted') return no('already_over')
    await tx.admissions.state(id, conditions, asker.account, now)
    const said = view(id, conditions)
    await tx.audit(audited(asker, now, 'session.admission', id, { flag: said.flag, conditions }))
    return { ok: true as const, body: said }
  })
