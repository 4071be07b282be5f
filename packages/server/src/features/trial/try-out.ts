// ADR 29: a trial makes no exam and no session, and nothing it records leaves the examinee's machine.
import type { CheckFacts } from '@ochno/contract/equipment'
import type { TrialPlan, TrialView } from '@ochno/contract/trial'
import { documentsOf, doorSteps } from '@ochno/domain/identity/steps'
import { wordingOf } from '@ochno/domain/identity/wording'
import type { ExamId, SessionId } from '@ochno/domain/ids'
import type { ActPolicy } from '@ochno/domain/policy/act-policy'
import { type EffectivePolicy, effectivePolicy } from '@ochno/domain/policy/effective'
import { trialPolicy } from '@ochno/domain/policy/trial'
import { type Instant, isBefore } from '@ochno/domain/time'
import { toMend, type TrialSeen } from '@ochno/domain/trial/mend'
import { machineToMend } from '@ochno/domain/trial/mend-machine'
import type { Asker } from '../../ports/asking.ts'
import type { Ids } from '../../ports/ids.ts'
import type { JudgeUnkept, Said } from '../../ports/judging.ts'
import { sendMessage } from '../../ports/messages.ts'
import type { Store, Tx } from '../../ports/store.ts'
import type { Trial } from '../../ports/trials.ts'

export type TrialDeps = { readonly store: Store; readonly ids: Ids; readonly judge: JudgeUnkept }
type Person = Asker

const notFound = { ok: false, why: 'not_found' } as const

/** Nobody tries out the exam of somebody else. */
const isOwn = async (tx: Tx, { account }: Person, session: SessionId | null) =>
  session === null || (await tx.sessions.find(session))?.examinee === account

const view = ({ at, destroyedAt, mend, machine }: Trial): TrialView => ({
  at: at.toString(),
  destroyedAt: destroyedAt.toString(),
  mend: mend.map((one) => ({ ...one })),
  machine: machine.map((one) => ({ ...one })),
})

type Walked = {
  readonly title: string | null
  readonly exam: string | null
  readonly policy: EffectivePolicy | null
  readonly wording: ActPolicy | null
}

/** The door of one exam as it was published, or the one the act in force asks for. */
async function walked(tx: Tx, session: SessionId | null): Promise<Walked> {
  const rules = session === null ? null : await tx.rules.ofSession(session)
  if (session !== null && rules?.frozen) {
    const edition = await tx.acts.find(rules.frozen.act)
    return {
      title: rules.frozen.quote,
      exam: (await tx.sessions.find(session))?.examTitle ?? null,
      policy: rules.policy,
      wording: edition?.policy ?? null,
    }
  }
  const exam = session === null ? null : ((await tx.sessions.find(session))?.examTitle ?? null)
  const act = await tx.equipment.actInForce()
  const effective = act ? effectivePolicy(act.policy) : null
  return {
    title: act?.title ?? null,
    exam,
    policy: effective?.ok ? effective.policy : null,
    wording: act?.policy ?? null,
  }
}

export const readTrial = (deps: TrialDeps, person: Person, session: SessionId | null, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    if (!(await isOwn(tx, person, session))) return notFound
    const { title, exam, policy, wording } = await walked(tx, session)
    const last = await tx.trials.find(person.account, now)
    const reference = await tx.doors.reference(person.account)
    const body: TrialPlan = {
      now: now.toString(),
      minutes: trialPolicy.minutes,
      keepHours: trialPolicy.keepHours,
      act: title,
      exam,
      steps: (policy ? doorSteps(policy, { reference, asked: [] }) : [])
        .filter(({ kind }) => kind !== 'elsewhere')
        .map(({ id, kind, pictures, clauses }) => ({
          id,
          kind,
          pictures,
          taken: 0,
          done: false,
          clauses: [...clauses],
          words: wording ? wordingOf(wording, id).map((one) => ({ ...one })) : [],
        })),
      documents: policy ? [...documentsOf(policy)] : [],
      last: last && view(last),
    }
    return { ok: true as const, body }
  })

type Measured = { readonly session: SessionId | null; readonly facts: CheckFacts }

export const judgeTrial = (
  deps: TrialDeps,
  person: Person,
  given: Measured & { readonly said: Said | null },
  now: Instant,
) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    if (!(await isOwn(tx, person, given.session))) return notFound
    return { ok: true as const, body: (await deps.judge(tx, given, now)).shown }
  })

export const saveTrial = (
  deps: TrialDeps,
  person: Person,
  { session, facts, ...seen }: Measured & TrialSeen,
  now: Instant,
) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    if (!(await isOwn(tx, person, session))) return notFound
    const { rows, answered } = await deps.judge(tx, { session, facts, said: null }, now)
    const trial: Trial = {
      account: person.account,
      at: now,
      destroyedAt: now.add({ hours: trialPolicy.keepHours }),
      mend: toMend(seen),
      machine: machineToMend(rows, answered),
    }
    await tx.trials.put(trial)
    return { ok: true as const, body: view(trial) }
  })

export const forgetTrial = (deps: TrialDeps, { tenant, account }: Person) =>
  deps.store.inTenant(tenant, (tx) => tx.trials.forget(account))

/** Stored as it was told, so in the words of the institution's own language. */
const offer =
  'Экзамен можно попробовать заранее: те же шаги, камера и экран, но снимки и запись никуда не отправляются, и в отчёты ничего не попадает. Откройте главную страницу и нажмите «Попробовать заранее».'

export const offerTrial = (deps: TrialDeps, person: Person, id: ExamId, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const exam = await tx.exams.find(id)
    if (!exam) return notFound
    if (exam.card?.mode === 'offline') return { ok: false as const, why: 'nothing_to_try' as const }
    const coming = (await tx.sessions.ofExam(id, null)).filter(
      ({ state, closesAt }) => state === 'admitted' && isBefore(now, closesAt),
    )
    const told = await tx.notices.whoWasTold(id, offer)
    const untold = coming.filter(({ examinee }) => !told.includes(examinee))
    for (const { examinee } of untold)
      await sendMessage(
        deps.ids,
        tx,
        { to: examinee, about: id, facts: { title: exam.title, text: offer } },
        now,
      )
    await tx.audit({
      at: now,
      tenant: person.tenant,
      actor: person.account,
      role: person.roles[0] ?? 'system',
      action: 'notice.trial_offer',
      object: id,
      purpose: 'exam',
      result: 'ok',
      details: { told: untold.length },
    })
    return { ok: true as const, body: { told: untold.length } }
  })
