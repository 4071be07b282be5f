// An institution under one of the five acts, with something decided wherever the act is silent and a decision is needed.
import {
  type ActView,
  changeCard,
  createAct,
  decideParameter,
  moveAct,
  readAct,
  stateParameter,
} from '@ochno/contract/acts'
import { changeConsentSettings, readConsentSettings } from '@ochno/contract/consent-settings'
import type { ExamCardGiven } from '@ochno/contract/exam-card'
import { listAccounts } from '@ochno/contract/accounts'
import { createExam, publishExam } from '@ochno/contract/exams'
import { plainCard } from '@ochno/domain/exam/card'
import type { AccountId, ExamId } from '@ochno/domain/ids'
import { proposalOf } from '@ochno/domain/policy/act-policy'
import type { Parameter, Value } from '@ochno/domain/policy/parameter'
import { type PolicyKey, parameters } from '@ochno/domain/policy/schema'
import { applicationApproved } from './application.ts'
import type { Client } from './client.ts'

function anyValue(act: string, key: PolicyKey, duty: 'required' | 'allowed'): Value {
  const { kind, choices, most } = parameters[key] as Parameter
  const proposed = proposalOf({ act }, key)
  const one = choices?.[0] ?? 'По приказу'
  return (
    proposed ??
    { flag: true, duty, number: Math.min(60, most ?? 60), text: one, list: [one], date: '09-01' }[kind]
  )
}

export async function decided(
  admin: Client,
  act: ActView,
  duty: 'required' | 'allowed' = 'required',
): Promise<ActView> {
  let view = act
  for (const { key, ...setting } of act.settings)
    if (setting.state === 'open' && setting.needed)
      view = await admin.done(decideParameter, {
        params: { aid: act.id, key },
        body: { decided: { value: anyValue(act.preset, key, duty) as string, ground: 'Приказ № 7' } },
      })
  // One decision may ask for another.
  return view.undecided === 0 || view.undecided === act.undecided ? view : decided(admin, view, duty)
}

export async function actInForce(
  admin: Client,
  preset: '000' | '001' | '002' | '003' | '004',
): Promise<ActView> {
  const act = await decided(admin, await admin.done(createAct, { body: { from: 'preset', preset } }))
  if (act.card.effectiveFrom === null)
    await admin.done(changeCard, {
      params: { aid: act.id },
      body: { ...act.card, approvedOn: act.card.approvedOn ?? '2024-08-30', effectiveFrom: '2024-09-02' },
    })
  await alternativeNamed(admin, act)
  return approved(admin, act)
}

/** P-12: where consent is voluntary another way to take an exam has a name. */
async function alternativeNamed(admin: Client, act: ActView): Promise<void> {
  const said = act.settings.find(({ key }) => key === 'consent.voluntary')
  if (said?.state !== 'act' || said.value !== true) return
  const settings = await admin.done(readConsentSettings, {})
  if (settings.alternatives.length === 0)
    await admin.done(changeConsentSettings, { body: { ...settings, alternatives: ['in_person'] } })
}

export async function approved(admin: Client, act: ActView): Promise<ActView> {
  const agree = act.card.steps.length > 0 ? (['agree'] as const) : []
  for (const command of ['consider', ...agree, 'approve'] as const)
    await admin.done(moveAct, { params: { aid: act.id }, body: { command } })
  return admin.done(readAct, { params: { aid: act.id } })
}

/** An act of one's own that says nothing but these, so that it asks for nothing else of an examinee. */
export async function ownActInForce(
  admin: Client,
  stated: Readonly<Partial<Record<PolicyKey, Value>>>,
): Promise<ActView> {
  const act = await admin.done(createAct, { body: { from: 'nothing', title: 'Наш порядок' } })
  const said = { 'scope.proctoring_regulated': true, 'proctoring.modes': ['sync'], ...stated }
  for (const [key, value] of Object.entries(said))
    await admin.done(stateParameter, {
      params: { aid: act.id, key: key as PolicyKey },
      body: { stated: { value: value as string, clauses: ['3.7'], quote: 'как сказано', note: null } },
    })
  const card = {
    ...act.card,
    approver: { post: 'Директор', name: 'Иванова М. С.' },
    order: '№ 1',
    approvedOn: '2026-05-01',
    effectiveFrom: '2026-05-01',
  }
  await admin.done(changeCard, { params: { aid: act.id }, body: card })
  const open = await admin.done(readAct, { params: { aid: act.id } })
  return approved(admin, await decided(admin, open, 'allowed'))
}

const MINUTE = 60_000

/** Teachers of a test who give the exams they are named for and no other. */
export const ownCourseOnly = new Set<AccountId>()

/** Of a test, every other teacher there is gives its exams. */
export async function teachersThere(admin: Client): Promise<AccountId[]> {
  const { rows } = await admin.done(listAccounts, { query: { role: 'teacher' } })
  return rows.filter(({ id, state }) => state === 'active' && !ownCourseOnly.has(id)).map(({ id }) => id)
}

/** Published under the act in force, open for the start now, for an hour. */
export async function examUnderAct(
  admin: Client,
  card: Partial<ExamCardGiven> = {},
  { title = 'Физика, 10 класс', nowMs = Date.now() } = {},
): Promise<ExamId> {
  const at = (minutes: number) => new Date(nowMs + minutes * MINUTE).toISOString()
  const { id } = await admin.done(createExam, {
    body: {
      teachers: await teachersThere(admin),
      title,
      instructions: 'Решите задачу.',
      opensAt: at(-1),
      closesAt: at(60),
      lengthMinutes: 45,
      card: { ...(plainCard as unknown as ExamCardGiven), ...card },
    },
  })
  const publish = () => admin.call(publishExam, { params: { eid: id } })
  const first = await publish()
  if (first.code === 'application_needed') {
    await applicationApproved(admin, id, nowMs)
    await admin.done(publishExam, { params: { eid: id } })
  } else if (first.status !== 200) throw new Error(`not published: ${first.code}`)
  return id
}
