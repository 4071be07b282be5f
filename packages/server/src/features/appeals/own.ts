// What the examinee, or a parent of who is under 18, reads after the exam.
import type { AfterExam, OwnAppeal } from '@ochno/contract/after-exam'
import { answerTerm } from '@ochno/domain/appeal/answer'
import { refuseAsking } from '@ochno/domain/appeal/recusal'
import { missingOf } from '@ochno/domain/appeal/order'
import { endOfTerm } from '@ochno/domain/calendar/term'
import type { SessionId } from '@ochno/domain/ids'
import { type EffectivePolicy, numberOf } from '@ochno/domain/policy/effective'
import type { PolicyKey } from '@ochno/domain/policy/schema'
import type { Instant } from '@ochno/domain/time'
import type { Appeal, AppealRecusal, AppealVerdict } from '../../ports/appeals.ts'
import type { SessionPaper } from '../../ports/protocols.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { type AppealDeps, type Asker, no, orderOf } from './deps.ts'
import { handedOver, marksOf } from './marks.ts'

export const clausesOf = (policy: EffectivePolicy, key: PolicyKey): readonly string[] => {
  const { origin } = policy[key]
  return origin.from === 'act' ? origin.clauses : []
}

/** Null: not this person's. */
export async function ownSession(
  deps: Pick<AppealDeps, 'results'>,
  tx: Tx,
  asker: Asker,
  session: SessionFacts | null,
  now: Instant,
): Promise<{ readonly session: SessionFacts; readonly own: boolean } | null> {
  if (!session) return null
  if (session.examinee === asker.account) return { session, own: true }
  const relatives = await deps.results.relatives(tx, session.examinee, now)
  return relatives.includes(asker.account) ? { session, own: false } : null
}

const isOpen = ({ state }: Appeal): boolean => state !== 'closed'

/** A result that was opened again and published anew may be appealed anew (TR-41). */
export const considers =
  (publishedAt: Instant | null) =>
  ({ outcome, verdict }: Appeal): boolean =>
    (outcome === 'satisfied' || outcome === 'dismissed') &&
    (publishedAt === null ||
      verdict === null ||
      verdict.at.epochMilliseconds >= publishedAt.epochMilliseconds)

export const verdictView = (verdict: AppealVerdict | null) =>
  verdict && {
    satisfied: verdict.satisfied,
    value: verdict.value,
    reasoning: verdict.reasoning,
    timeCodes: verdict.timeCodes.map(({ from, to }) => ({
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
    })),
    annulled: [...verdict.annulled],
    by: verdict.name,
    at: verdict.at.toString(),
    second: verdict.second?.name ?? null,
    votes: verdict.votes ? { ...verdict.votes } : null,
  }

export const recusalView = ({ person, name, by, reason, at, state, answer }: AppealRecusal) => ({
  person,
  name,
  by,
  reason,
  at: at.toString(),
  state,
  answer,
})

export const paperViews = ({ papers }: Appeal, all: readonly SessionPaper[]) =>
  all.filter(({ id }) => papers.includes(id)).map(({ id, name, kind }) => ({ id, name, kind }))

const MAY_WITHDRAW = ['filed', 'registered', 'accepted', 'in_consideration']

const ownAppeal = (appeal: Appeal, own: boolean, papers: readonly SessionPaper[]): OwnAppeal => ({
  id: appeal.id,
  number: appeal.number,
  state: appeal.state as OwnAppeal['state'],
  outcome: appeal.outcome,
  filedAt: appeal.filedAt.toString(),
  filedBy: appeal.filedByName,
  situation: appeal.situation,
  circumstances: appeal.circumstances,
  considerUntil: appeal.considerUntil?.toString() ?? null,
  late: appeal.late,
  body: appeal.body,
  reason: appeal.reason,
  verdict: verdictView(appeal.verdict),
  papers: paperViews(appeal, papers),
  mayWithdraw: own && MAY_WITHDRAW.includes(appeal.state),
  commission: appeal.commission.map(({ person, name, role }) => ({
    id: person,
    name,
    role,
    mayAsk:
      appeal.state === 'in_consideration' &&
      refuseAsking(appeal.commission, appeal.recusals ?? [], person) === null,
  })),
  // Why a member left by their own word is said to the commission.
  recusals: (appeal.recusals ?? []).filter(({ by }) => by === 'family').map(recusalView),
})

export async function afterExamView(
  tx: Tx,
  { session, own }: { readonly session: SessionFacts; readonly own: boolean },
  now: Instant,
): Promise<AfterExam> {
  const { id } = session
  const [rules, edition, decision, appeals, setting] = [
    await tx.rules.ofSession(id),
    await handedOver(tx, id),
    await tx.decisions.ofSession(id),
    await tx.appeals.ofSession(id),
    await tx.appeals.setting(),
  ]
  const { zone } = await tx.institutions.own()
  const calendar = await tx.calendar.effective()
  const publishedAt = decision?.decided ? decision.publishedAt : null
  const answers = answerTerm(
    { handedOverAt: edition?.handedOverAt ?? null, publishedAt },
    setting.answerDays,
    zone,
    calendar,
    now,
  )
  const policy = rules?.frozen ? rules.policy : null
  const order = policy && orderOf(policy, setting)
  const missing = order ? missingOf(order) : []
  const until = order?.filing && publishedAt ? endOfTerm(order.filing, publishedAt, zone, calendar) : null
  const why = !order
    ? 'no_act'
    : appeals.some(isOpen)
      ? 'appeal_open'
      : appeals.some(considers(publishedAt))
        ? 'already_considered'
        : order.situations.length === 0
          ? 'no_right'
          : missing.length > 0
            ? 'order_incomplete'
            : session.deauthorizedAt === null
              ? 'not_over'
              : null
  const papers = appeals.some(({ papers: own }) => own.length > 0) ? await tx.protocols.papers(id) : []
  return {
    session: id,
    exam: session.examTitle,
    examinee: session.examineeName,
    own,
    endedAt: session.deauthorizedAt?.toString() ?? null,
    protocol: edition && {
      number: edition.number,
      handedOverAt: (edition.handedOverAt ?? edition.signedAt).toString(),
    },
    coverage: (edition?.facts.coverage ?? []).map(({ track, percent, gaps }) => ({
      track,
      percent,
      gaps: gaps.map(([from, to]) => [from, to]),
    })),
    marks: await marksOf(tx, id, edition),
    answers: { open: answers.open, until: answers.until?.toString() ?? null },
    result:
      publishedAt && decision?.decided
        ? {
            value: decision.decided.value,
            explanation: decision.explanation ?? '',
            publishedAt: publishedAt.toString(),
          }
        : null,
    recorded: session.room === null,
    recordingClauses: policy ? [...clausesOf(policy, 'recording.purposes')] : [],
    order: {
      act: rules?.act ?? null,
      clauses: policy ? [...clausesOf(policy, 'appeal.right')] : [],
      why,
      missing: [...missing],
      body: order?.body ?? null,
      filingDays: policy ? numberOf(policy, 'appeal.filing_days') : null,
      considerationDays: policy ? numberOf(policy, 'appeal.consideration_days') : null,
      until: until?.toString() ?? null,
      situations: [...(order?.situations ?? [])],
    },
    appeals: appeals.map((appeal) => ownAppeal(appeal, own, papers)),
  }
}

export const readAfterExam = (deps: AppealDeps, asker: Asker, id: SessionId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const found = await ownSession(deps, tx, asker, await tx.sessions.find(id), now)
    return found ? { ok: true as const, body: await afterExamView(tx, found, now) } : no('not_found')
  })

export const listAfterExams = (deps: AppealDeps, asker: Asker, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const children = []
    for (const { parent, child } of await tx.people.links(asker.account))
      if (parent === asker.account && (await deps.results.relatives(tx, child, now)).includes(parent))
        children.push(child)
    const rows = []
    for (const person of [asker.account, ...children])
      for (const session of await tx.sessions.ofExaminee(person)) {
        if (session.deauthorizedAt === null || session.state === 'cancelled') continue
        rows.push({
          session: session.id,
          exam: session.examTitle,
          examinee: session.examineeName,
          own: person === asker.account,
          endedAt: session.deauthorizedAt.toString(),
          published: ((await tx.decisions.ofSession(session.id))?.publishedAt ?? null) !== null,
          appeal: ((await tx.appeals.ofSession(session.id)).at(-1)?.state as OwnAppeal['state']) ?? null,
        })
      }
    return { rows: rows.toSorted((a, b) => (a.endedAt < b.endedAt ? 1 : -1)).slice(0, 40) }
  })

export const answerMark = (
  deps: AppealDeps,
  asker: Asker,
  id: SessionId,
  given: { readonly key: string; readonly text: string },
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const found = await ownSession(deps, tx, asker, await tx.sessions.lock(id), now)
    if (!found?.own) return no('not_found')
    const view = await afterExamView(tx, found, now)
    if (!view.marks.some(({ key }) => key === given.key)) return no('not_found')
    if (!view.answers.open) return no('answers_over')
    await tx.appeals.saveAnswer(id, { ...given, by: asker.account, at: now })
    return { ok: true as const, body: await afterExamView(tx, found, now) }
  })
