import { maySeeSession, onlyAssigned } from '@ochno/domain/access/may'
import { roleMay } from '@ochno/domain/access/table'
import type { AccountId, ExamId, SessionId, SlotId } from '@ochno/domain/ids'
import type { Session } from '@ochno/domain/session/session'
import { type Instant, isBefore } from '@ochno/domain/time'
import type { Telling } from '../../ports/amendments.ts'
import { guardiansOf } from '../../ports/guardians.ts'
import { type AskedPage, pageBody } from '../../ports/paging.ts'
import type { SeatsAsked, SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { admissionsOf } from './admission.ts'
import { type Asker, audited, no, type SessionDeps, sessionView } from './deps.ts'
import { isBusy, placeFor, refuseWatch } from './may-admit.ts'
import { refuseProctor } from './refuse-proctor.ts'
import { mustBeTold } from './may-enter.ts'

async function hasRole(tx: Tx, id: AccountId, role: 'proctor' | 'examinee'): Promise<boolean> {
  const account = await tx.accounts.find(id)
  return account !== null && account.disabledAt === null && account.roles.includes(role)
}

async function shown(tx: Tx, asker: Asker, id: SessionId, now: Instant) {
  const session = await tx.sessions.find(id)
  if (!session) return no('not_found')
  return { ok: true as const, body: { now: now.toString(), session: sessionView(asker, session) } }
}

export type NewSession = {
  readonly exam: ExamId
  readonly examinee: AccountId
  readonly proctors: readonly AccountId[]
  /** Of an exam with a schedule. */
  readonly slot: SlotId | null
  readonly why: string
}

/** Its telling reaches the parents of minors. */
export type NewSessionDeps = SessionDeps & { readonly telling: Pick<Telling, 'child'> }

export const createSession = (deps: NewSessionDeps, asker: Asker, given: NewSession, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const exam = await tx.exams.hold(given.exam)
    const rules = await tx.rules.ofExam(given.exam)
    const examinee = await tx.accounts.find(given.examinee)
    if (!exam || !rules || !examinee) return no('not_found')
    if (exam.state === 'draft') return no('exam_draft')
    if (exam.cancelled) return no('exam_cancelled')
    if (!isBefore(now, exam.closesAt)) return no('already_over')
    if (!(await hasRole(tx, given.examinee, 'examinee'))) return no('not_an_examinee')
    for (const proctor of given.proctors)
      if (!(await hasRole(tx, proctor, 'proctor'))) return no('not_a_proctor')
    const inside = await tx.sessions.ofExam(given.exam, null)
    if (inside.some((one) => one.examinee === given.examinee)) return no('session_exists')
    const place = await placeFor(tx, exam, rules, given.slot)
    if (!place.ok) return no(place.why)
    const { opensAt, closesAt } = place.slot ?? exam
    const session: Session = {
      id: deps.ids.make('ses'),
      exam: exam.id,
      examinee: given.examinee,
      state: 'admitted',
      opensAt,
      closesAt,
      lengthMinutes: exam.lengthMinutes,
      authorizedAt: null,
      startedAt: null,
      deadline: null,
      deauthorizedAt: null,
      endCause: null,
      endReason: null,
    }
    if (place.slot) {
      await tx.schedule.hold([given.examinee])
      if (await isBusy(tx, session)) return no('examinee_busy')
    }
    for (const proctor of given.proctors) {
      const why =
        (await refuseProctor(tx, session, rules, proctor)) ??
        (await refuseWatch(tx, session, rules, proctor, place.slot !== null))
      if (why) return no(why)
    }
    if (!(await tx.sessions.add(session, now))) return no('session_exists')
    if (place.slot) await tx.schedule.place(session.id, place.slot.id)
    for (const proctor of given.proctors) await tx.sessions.assign(session.id, proctor, now)
    const added = mustBeTold(rules.policy) ? await tx.sessions.find(session.id) : null
    if (added) {
      // With the reason; whoever knows it already is not told a second time.
      for (const parent of await guardiansOf(tx, added.examinee, now))
        await deps.telling.child(tx, parent, added, { what: 'planned', why: given.why }, now)
      await deps.ready.tell(tx, added, now)
    }
    // It was published: what changes of it stands in its history (R0-7.5).
    await tx.amendments.add(exam.id, {
      what: 'add',
      by: asker.account,
      at: now,
      why: given.why,
      sessions: [session.id],
      was: null,
      now: { opensAt, closesAt },
      toExam: null,
    })
    await tx.audit(
      audited(asker, now, 'session.create', session.id, {
        exam: exam.id,
        examinee: given.examinee,
        proctors: [...given.proctors],
      }),
    )
    return shown(tx, asker, session.id, now)
  })

/** Whoever was there already, or gives the seat to himself, knows it; what is over needs nobody to come. */
async function tellGiven(
  { telling }: SessionDeps,
  tx: Tx,
  asker: Asker,
  { exam, examTitle: title, proctors, opensAt, closesAt, deauthorizedAt }: SessionFacts,
  to: AccountId,
  now: Instant,
): Promise<void> {
  if (to === asker.account || deauthorizedAt !== null || proctors.some(({ id }) => id === to)) return
  await telling.duty(tx, to, exam, { title, what: 'given', people: 1, why: '', opensAt, closesAt }, now)
}

export const assignProctor = (
  deps: SessionDeps,
  asker: Asker,
  id: SessionId,
  proctor: AccountId,
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const session = await tx.sessions.lock(id)
    const rules = await tx.rules.ofSession(id)
    if (!session || !rules || !(await tx.accounts.find(proctor))) return no('not_found')
    if (!(await hasRole(tx, proctor, 'proctor'))) return no('not_a_proctor')
    const slotted = (await tx.exams.slots(session.exam)).length > 0
    const why =
      (await refuseProctor(tx, session, rules, proctor)) ??
      (await refuseWatch(tx, session, rules, proctor, slotted))
    if (why) return no(why)
    await tx.sessions.assign(id, proctor, now)
    await tellGiven(deps, tx, asker, session, proctor, now)
    await tx.audit(audited(asker, now, 'session.assign', id, { proctor }))
    return shown(tx, asker, id, now)
  })

export async function removeProctor(
  deps: SessionDeps,
  asker: Asker,
  id: SessionId,
  proctor: AccountId,
  now: Instant,
) {
  const outcome = await deps.store.inTenant(asker.tenant, async (tx) => {
    if (!(await tx.sessions.lock(id))) return no('not_found')
    if (!(await tx.sessions.unassign(id, proctor, now))) return no('not_found')
    await tx.audit(audited(asker, now, 'session.unassign', id, { proctor }))
    return shown(tx, asker, id, now)
  })
  // T-10: what they watch stops now, not at the next round.
  if (outcome.ok) deps.rights.changed(proctor)
  return outcome
}

export const readSession = (deps: SessionDeps, asker: Asker, id: SessionId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const session = await tx.sessions.find(id)
    if (!session || !maySeeSession(asker, session)) return no('not_found')
    return { ok: true as const, body: { now: now.toString(), session: sessionView(asker, session) } }
  })

export const listMySessions = (deps: SessionDeps, asker: Asker, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => ({
    now: now.toString(),
    rows: (await tx.sessions.ofExaminee(asker.account)).map((session) => sessionView(asker, session)),
  }))

export const listSessions = (
  deps: SessionDeps,
  asker: Asker,
  asked: Omit<SeatsAsked, 'proctor'>,
  page: AskedPage,
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    if (!(await tx.exams.find(asked.exam))) return no('not_found')
    const proctor = onlyAssigned(asker) ? asker.account : null
    const found = await tx.sessions.page({ ...asked, proctor }, page)
    const manages = asker.roles.some((role) => roleMay(role, 'exam.manage'))
    const admissions = manages && found ? await admissionsOf(tx, asked.exam, found.rows, now) : null
    const shown = pageBody(found, (seat) => ({
      ...sessionView(asker, seat),
      slot: seat.slot,
      admission: admissions?.get(seat.id) ?? null,
    }))
    return shown.ok ? { ...shown, body: { now: now.toString(), ...shown.body } } : shown
  })
