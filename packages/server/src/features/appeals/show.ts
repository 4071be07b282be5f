import type { AppealView } from '@ochno/contract/appeals'
import { roleMay } from '@ochno/domain/access/table'
import type { Involved } from '@ochno/domain/appeal/commission'
import { refuseSecond, secondIsLate } from '@ochno/domain/appeal/second'
import { mayAnswer, unanswered } from '@ochno/domain/appeal/recusal'
import { hasVote } from '@ochno/domain/appeal/vote'
import { vocabularyOf } from '@ochno/domain/decision/vocabulary'
import { isSaid } from '@ochno/domain/policy/effective'
import { keepsRecording } from '@ochno/domain/retention/hold'
import type { Instant } from '@ochno/domain/time'
import type { Appeal } from '../../ports/appeals.ts'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import type { AppealDeps, Asker } from './deps.ts'
import { involvedIn, tookPart, withRecused } from './involved.ts'
import { handedOver, marksOf } from './marks.ts'
import { paperViews, recusalView, verdictView } from './own.ts'
import { tallyOf } from './tally.ts'

export type Open = {
  readonly appeal: Appeal
  readonly session: SessionFacts
  readonly rules: ExamRules | null
  readonly involved: readonly Involved[]
  /** R0-2.5b.1, TR-45: whether the recording may and must be looked at. */
  readonly recording: AppealView['recording']
}

export async function opened(
  deps: Pick<AppealDeps, 'results'>,
  tx: Tx,
  appeal: Appeal,
  consent: boolean,
  now: Instant,
): Promise<Open | null> {
  const session = await tx.sessions.find(appeal.session)
  if (!session) return null
  const rules = await tx.rules.ofSession(session.id)
  const asked = rules !== null && isSaid(rules.policy, 'appeal.uses_recording', 'required')
  const ran = session.authorizedAt !== null && appeal.situation.subject !== 'grade'
  const held = !consent ? 'no_consent' : asked && ran ? 'studied' : 'not_asked_for'
  return {
    appeal,
    session,
    rules,
    involved: withRecused(await involvedIn(deps, tx, session, now), appeal),
    recording: rules?.card.mode === 'offline' ? 'not_recorded' : held,
  }
}

export const chairs = ({ commission }: Appeal, { account }: Pick<Asker, 'account'>): boolean =>
  commission.some(({ person, role }) => person === account && role === 'chair')

/** What waits for a second person; a proposal ends with the consideration. */
function proposedView(asker: Asker, { appeal, involved }: Open, now: Instant): AppealView['proposed'] {
  const verdict = appeal.state === 'in_consideration' ? verdictView(appeal.proposed ?? null) : null
  if (!appeal.proposed || !verdict) return null
  return {
    verdict,
    until: appeal.considerUntil?.toString() ?? null,
    late: secondIsLate(appeal.considerUntil, now),
    mayAnswer:
      refuseSecond(appeal.commission, appeal.proposed.by, asker.account) === null &&
      !tookPart(involved, asker.account),
  }
}

const votingView = (appeal: Appeal): AppealView['voting'] => ({
  ...tallyOf(appeal),
  chairBreaksTie: appeal.voting?.chairBreaksTie ?? false,
  said: (appeal.votes ?? [])
    .filter(({ person }) => hasVote(appeal.commission, person))
    .map(({ person, name, satisfied, opinion, at }) => ({
      id: person,
      name,
      satisfied,
      opinion,
      at: at.toString(),
    })),
})

export async function appealViewOf(tx: Tx, asker: Asker, one: Open, now: Instant): Promise<AppealView> {
  const { appeal, session, rules, involved, recording } = one
  const edition = await handedOver(tx, session.id)
  const decision = await tx.decisions.ofSession(session.id)
  const people = (await tx.accounts.list('', 'commission')).filter(({ disabledAt }) => disabledAt === null)
  const { authorizedAt, deauthorizedAt } = session
  const considered = appeal.state === 'in_consideration'
  return {
    id: appeal.id,
    number: appeal.number,
    session: session.id,
    exam: { id: session.exam, title: session.examTitle },
    examinee: session.examineeName,
    act: rules?.act ?? null,
    filedAt: appeal.filedAt.toString(),
    filedBy: appeal.filedByName,
    asRepresentative: appeal.asRepresentative,
    situation: appeal.situation,
    circumstances: appeal.circumstances,
    contested: [...appeal.contested],
    marks: await marksOf(tx, session.id, edition),
    examSpan:
      authorizedAt && deauthorizedAt
        ? { from: authorizedAt.toString(), to: deauthorizedAt.toString() }
        : null,
    considerUntil: appeal.considerUntil?.toString() ?? null,
    filingUntil: appeal.filingUntil?.toString() ?? null,
    late: appeal.late,
    body: appeal.body,
    state: appeal.state as AppealView['state'],
    outcome: appeal.outcome,
    reason: appeal.reason,
    held: keepsRecording(appeal.state),
    recording,
    result: decision?.publishedAt ? (decision.decided?.value ?? null) : null,
    vocabulary: edition && rules ? [...vocabularyOf(edition.facts.act, rules.policy, rules.resultsNow)] : [],
    steps: appeal.steps.map((step) => {
      const done = appeal.done.find((each) => each.step === step.id)
      return { ...step, done: done ? { at: done.at.toString(), by: done.by } : null }
    }),
    least: appeal.least,
    commission: appeal.commission.map(({ person, name, role }) => ({ id: person, name, role })),
    candidates: people.map(({ id, fullName }) => ({
      id,
      name: fullName,
      tookPart: involved.find(({ person }) => person === id)?.as ?? null,
    })),
    mine: {
      manages: asker.roles.some((role) => roleMay(role, 'appeal.manage')),
      chairs: chairs(appeal, asker),
      tookPart: tookPart(involved, asker.account),
      sits: considered && appeal.commission.some(({ person }) => person === asker.account),
      votes:
        considered &&
        hasVote(appeal.commission, asker.account) &&
        !tookPart(involved, asker.account) &&
        !unanswered(appeal.recusals ?? []),
      opinion: (appeal.votes ?? []).find(({ person }) => person === asker.account)?.opinion ?? null,
    },
    voting: votingView(appeal),
    recusals: (appeal.recusals ?? []).map((each) => ({
      ...recusalView(each),
      answeredBy: each.answeredBy,
      mayAnswer:
        considered &&
        mayAnswer(each, asker.account) &&
        !tookPart(involved, asker.account) &&
        asker.roles.some((role) => roleMay(role, 'appeal.manage')),
    })),
    verdict: verdictView(appeal.verdict),
    proposed: proposedView(asker, one, now),
    papers: paperViews(appeal, await tx.protocols.papers(session.id)),
    history: appeal.history.map(({ at, what, by, text }) => ({ at: at.toString(), what, by, text })),
  }
}
