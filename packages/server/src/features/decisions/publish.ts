// A result reaches people only when a person publishes it; who sat the exam for somebody may come out later (TR-41).
import { registerImpersonation } from '@ochno/domain/decision/impersonation'
import type { Maker } from '@ochno/domain/decision/makers'
import { resultValues } from '@ochno/domain/decision/values'
import type { AccountId, ExamId, SessionId } from '@ochno/domain/ids'
import { type DecisionFacts, decision as lifecycle } from '@ochno/domain/lifecycle/decision'
import { decideMove } from '@ochno/domain/lifecycle/machine'
import { isOfAge } from '@ochno/domain/people/plan'
import type { Instant } from '@ochno/domain/time'
import type { SessionDecision } from '../../ports/decisions.ts'
import type { StoredNotice } from '../../ports/notices.ts'
import type { Tx } from '../../ports/store.ts'
import { openCase, proctored } from './case.ts'
import { type Asker, type DecisionDeps, entry, no } from './deps.ts'
import { refuseAs } from './posts-here.ts'
import { caseView } from './show.ts'

const facts: DecisionFacts = {
  recommendationsShown: true,
  valueInVocabulary: true,
  groundGiven: true,
  deciderProctored: false,
  directorRecommendationMissing: false,
  annulling: false,
  secondPerson: true,
  examineeNotified: false,
  appealFiled: false,
  appealTermOver: false,
  impersonationVerified: true,
}

/** The examinee, and the parents of who is under 18. */
export async function relatives(tx: Tx, examinee: AccountId, now: Instant): Promise<readonly AccountId[]> {
  const child = await tx.people.find(examinee)
  const { zone } = await tx.institutions.own()
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString()
  if (!child?.born || (isOfAge(child.born, today) && !child.incapable)) return []
  return (await tx.people.links(examinee))
    .filter(
      ({ child: of, verifiedAt, endedAt }) => of === examinee && verifiedAt !== null && endedAt === null,
    )
    .map(({ parent }) => parent)
}

async function tell(
  deps: DecisionDeps,
  tx: Tx,
  to: AccountId,
  exam: ExamId,
  said: { readonly title: string; readonly text: string },
  now: Instant,
) {
  const notice: StoredNotice = {
    kind: 'message',
    facts: said,
    id: deps.ids.make('ntc'),
    to,
    about: exam,
    edition: await tx.notices.nextEdition(to, exam),
    queuedAt: now,
    deliveredAt: null,
    readAt: null,
  }
  await tx.notices.add(notice)
}

export const publishDecision = (
  deps: DecisionDeps,
  asker: Asker,
  id: SessionId,
  given: { readonly as: Maker; readonly explanation: string },
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const opened = await openCase(tx, asker, id, true)
    if (!opened.ok) return opened
    const { found } = opened
    const { decision, session } = found
    const barred = await refuseAs(tx, asker, given.as, now)
    if (barred) return barred
    if (proctored(found, asker)) return no('own_session')
    const moved = decideMove(lifecycle, decision.state, 'publish', given.as, facts, now)
    if (!moved.ok) return no(moved.why === 'not_yours' ? 'not_yours' : 'not_now')
    const { decided } = decision
    if (!decided) return no('not_now')
    const name = (await tx.accounts.find(asker.account))?.fullName ?? ''
    const published: SessionDecision = {
      ...decision,
      state: moved.event.to,
      explanation: given.explanation,
      publishedBy: { id: asker.account, name },
      publishedAt: now,
    }
    await tx.decisions.save(published, now)
    await tx.decisions.addStep(id, { at: now, kind: 'published', by: asker.account, text: given.explanation })
    const text = `${session.examineeName}: ${resultValues[decided.value]}. ${given.explanation}`
    const people = [session.examinee, ...(await relatives(tx, session.examinee, now))]
    for (const to of people)
      await tell(deps, tx, to, session.exam, { title: `${session.examTitle} — результат`, text }, now)
    await tx.audit(entry(asker, now, 'published', id, { value: decided.value, told: people.length }))
    return { ok: true as const, body: await caseView(tx, asker, { ...found, decision: published }, now) }
  })

export const reportImpersonation = (
  deps: DecisionDeps,
  asker: Asker,
  id: SessionId,
  given: {
    readonly as: 'teacher' | 'director'
    readonly document: string
    readonly on: string
    readonly what: string
  },
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const opened = await openCase(tx, asker, id, true)
    if (!opened.ok) return opened
    const { decision } = opened.found
    const barred = await refuseAs(tx, asker, given.as, now)
    if (barred) return barred
    const source = { title: given.document, on: given.on }
    const registered = registerImpersonation({ by: given.as, source, at: now }, decision.state)
    if (!registered.ok) return no('no_source_document')
    let next: SessionDecision = {
      ...decision,
      impersonation: { document: given.document, on: given.on, what: given.what },
    }
    if (registered.reopens) {
      const moved = decideMove(lifecycle, decision.state, 'reopen', given.as, facts, now)
      if (!moved.ok) return no('not_now')
      next = { ...next, ...reopened, state: moved.event.to }
    }
    await tx.decisions.save(next, now)
    const was = decision.decided ? ` Прежнее решение: ${resultValues[decision.decided.value]}.` : ''
    const text = `${given.document}, ${given.on}. ${given.what}${was}`
    await tx.decisions.addStep(id, { at: now, kind: 'impersonation', by: asker.account, text })
    await tx.audit(
      entry(asker, now, 'impersonation', id, { document: given.document, reopens: registered.reopens }),
    )
    const again = await openCase(tx, asker, id, false)
    return again.ok ? { ok: true as const, body: await caseView(tx, asker, again.found, now) } : again
  })

/** What was said before stays in the steps; the papers stay too. */
const reopened = {
  proposed: null,
  decided: null,
  explanation: null,
  publishedBy: null,
  publishedAt: null,
  debt: null,
} as const
