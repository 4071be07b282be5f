// Admission: conditions stated by staff (R4-3.8d), and a decision about a paper original that is late (TR-11).
import type { AdmissionView } from '@ochno/contract/exam-admission'
import type { LateOriginal } from '@ochno/domain/consent/late-original'
import { lateAdmissionWords } from '@ochno/domain/consent/reminder'
import type { ExamId, SessionId } from '@ochno/domain/ids'
import { type Admission, admissionOf, type Condition, mayAuthorise } from '@ochno/domain/scheduling/admission'
import type { Instant } from '@ochno/domain/time'
import type { LateDecision } from '../../ports/admissions.ts'
import { guardiansOf } from '../../ports/guardians.ts'
import { lateView } from '../../ports/late-originals.ts'
import { sendMessage } from '../../ports/messages.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { type Asker, audited, no, type SessionDeps } from './deps.ts'
import { lateOriginal, lateOriginals } from './late-original.ts'

type Facts = {
  readonly conditions: readonly Condition[]
  readonly late: LateOriginal | null
  readonly decision: LateDecision | null
}

/** Consents themselves have their own gate. */
const judged = ({ conditions, late, decision }: Facts): Admission =>
  admissionOf({ onList: true, conditions, consentsMissing: [], consentOriginalLate: late !== null, decision })

const view = (session: SessionId, facts: Facts): AdmissionView => ({
  session,
  flag: judged(facts).flag,
  conditions: facts.conditions.map((one) => ({ ...one })),
  late: facts.late && lateView(facts.late, facts.decision),
})

export const isHeldBack = async (tx: Tx, session: SessionId): Promise<boolean> => {
  const conditions = (await tx.admissions.conditions(session)) ?? []
  return !mayAuthorise(judged({ conditions, late: null, decision: null }))
}

/** Of those for whom conditions were stated or whose paper original is late. */
export async function admissionsOf(
  tx: Tx,
  exam: ExamId,
  sessions: readonly SessionFacts[],
  now: Instant,
): Promise<ReadonlyMap<SessionId, AdmissionView>> {
  const rules = await tx.rules.ofExam(exam)
  if (!rules || sessions.length === 0) return new Map()
  const late = await lateOriginals(tx, sessions, rules.policy, now)
  const decisions = await tx.admissions.decisions(exam)
  const stated = await tx.admissions.stated(sessions.map(({ id }) => id))
  return new Map(
    [...new Set([...stated.keys(), ...late.keys()])].map((session) => [
      session,
      view(session, {
        conditions: stated.get(session) ?? [],
        late: late.get(session) ?? null,
        decision: decisions.get(session) ?? null,
      }),
    ]),
  )
}

async function factsOf(
  tx: Tx,
  session: SessionFacts,
  conditions: readonly Condition[] | null,
  now: Instant,
): Promise<Facts> {
  const rules = await tx.rules.ofSession(session.id)
  return {
    conditions: conditions ?? [],
    late: rules && (await lateOriginal(tx, session, rules.policy, now)),
    decision: await tx.admissions.decision(session.id),
  }
}

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
    const said = view(id, await factsOf(tx, session, conditions, now))
    await tx.audit(audited(asker, now, 'session.admission', id, { flag: said.flag, conditions }))
    return { ok: true as const, body: said }
  })

/** The person hears of it, and so do the parents of a minor. */
async function tell(
  deps: Pick<SessionDeps, 'ids'>,
  tx: Tx,
  session: SessionFacts,
  decided: { readonly admit: boolean; readonly reason: string; readonly received: boolean },
  now: Instant,
): Promise<void> {
  for (const to of [session.examinee, ...(await guardiansOf(tx, session.examinee, now))]) {
    const person = await tx.accounts.find(to)
    if (!person || person.disabledAt) continue
    await sendMessage(
      deps.ids,
      tx,
      {
        to,
        about: session.exam,
        facts: {
          title: session.examTitle,
          text: lateAdmissionWords(decided, person.language),
        },
      },
      now,
    )
  }
}

/** The act names no sanction for a late original: somebody who answers for it says yes or no, and why. */
export const decideAdmission = (
  deps: SessionDeps,
  asker: Asker,
  id: SessionId,
  decided: { readonly admit: boolean; readonly reason: string },
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const session = await tx.sessions.lock(id)
    if (!session) return no('not_found')
    if (session.state !== 'admitted') return no('already_over')
    const before = await factsOf(tx, session, await tx.admissions.conditions(id), now)
    if (!before.late) return no('not_late')
    await tx.admissions.decide(id, { ...decided, by: asker.account, at: now })
    await tell(deps, tx, session, { ...decided, received: before.late.receivedOn !== null }, now)
    const said = view(id, { ...before, decision: await tx.admissions.decision(id) })
    await tx.audit(
      audited(asker, now, 'session.late_original', id, {
        ...decided,
        lastDay: before.late.lastDay.toString(),
        receivedOn: before.late.receivedOn?.toString() ?? null,
      }),
    )
    return { ok: true as const, body: said }
  })
