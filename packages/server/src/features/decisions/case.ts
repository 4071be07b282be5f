// One result to decide: what was signed, what every rule says to it, and what people have said.
import { annulledMarks } from '@ochno/domain/appeal/annulled'
import type { Before } from '@ochno/domain/decision/decide'
import { directorRequest } from '@ochno/domain/decision/director'
import { failureFinding } from '@ochno/domain/failure/printed'
import { type Findings, openQuestions } from '@ochno/domain/decision/findings'
import { makersOf, type Maker } from '@ochno/domain/decision/makers'
import { decisionPolicy } from '@ochno/domain/decision/policy'
import { type Recommendation, recommendations } from '@ochno/domain/decision/recommend'
import { vocabularyOf } from '@ochno/domain/decision/vocabulary'
import type { ViolationCode } from '@ochno/domain/incident/catalogue'
import type { AccountId, SessionId } from '@ochno/domain/ids'
import { isSaid } from '@ochno/domain/policy/effective'
import { fromMs } from '@ochno/domain/time'
import type { SessionDecision } from '../../ports/decisions.ts'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { ProtocolEdition } from '../../ports/protocols.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { type Asker, no, seesResults } from './deps.ts'

export type Case = {
  readonly session: SessionFacts
  readonly rules: ExamRules
  readonly edition: ProtocolEdition
  readonly final: boolean
  readonly group: string | null
  readonly makers: readonly Maker[]
  /** Who watched, reviewed or signed: none of them decides, also who handed the seat over. */
  readonly watched: readonly AccountId[]
  readonly findings: Findings
  readonly recommended: readonly Recommendation[]
  readonly decision: SessionDecision
}

/** The last edition that was handed over: what lies with the proctor is not to be decided yet. */
export const inHand = (editions: readonly ProtocolEdition[]): ProtocolEdition | null =>
  editions.findLast(({ handedOverAt }) => handedOverAt !== null) ?? null

const untouched = (session: SessionId, edition: number): SessionDecision => ({
  session,
  state: 'pending',
  edition,
  answers: {},
  impersonation: null,
  director: null,
  proposed: null,
  decided: null,
  explanation: null,
  publishedBy: null,
  publishedAt: null,
  debt: null,
})

export async function openCase(tx: Tx, asker: Asker, id: SessionId, holds: boolean) {
  if (!seesResults(asker)) return no('not_found')
  const session = holds ? await tx.sessions.lock(id) : await tx.sessions.find(id)
  const rules = session && (await tx.rules.ofSession(id))
  if (!session || !rules) return no('not_found')
  const editions = (await tx.protocols.ofSession(id))?.editions ?? []
  const edition = inHand(editions)
  if (!edition) return no('not_handed_over')
  const isFinal = rules.card.kind === 'final' || rules.card.kind === 'state_final'
  const final = edition.facts.act === '004' && isFinal
  const { maker } = await tx.decisions.setting()
  const kept = (await tx.decisions.ofSession(id)) ?? untouched(id, edition.edition)
  // What somebody proposed on another edition of the protocol is proposed no more.
  const stale = kept.edition !== edition.edition && kept.decided === null
  const before = stale ? { ...kept, edition: edition.edition, proposed: null } : kept
  const annulled = annulledMarks(await tx.appeals.ofSession(id))
  const given = failureFinding(await tx.failures.ofSession(id))
  const signed = findingsOfCase(session, rules, edition, isFinal, before, annulled)
  // Another date was given since the protocol was signed: the attempt was broken off by that failure.
  const findings = given ? { ...signed, failure: given } : signed
  const recommended = recommendations(findings, decisionPolicy(rules.policy))
  const decision: SessionDecision =
    before.state === 'pending' && recommended.length > 0 ? { ...before, state: 'recommended' } : before
  const found: Case = {
    session,
    rules,
    edition,
    final,
    group: (await tx.people.find(session.examinee))?.group?.name ?? null,
    makers: makersOf(edition.facts.act, isFinal, maker),
    watched: [
      ...(await tx.sessions.watchers(id)),
      ...(await tx.reviews.ofSession(id)).flatMap(({ reviewer }) => reviewer ?? []),
      ...editions.map(({ signedBy }) => signedBy),
    ],
    findings,
    recommended,
    decision,
  }
  return { ok: true as const, found }
}

function findingsOfCase(
  session: SessionFacts,
  rules: ExamRules,
  { facts }: ProtocolEdition,
  finalAttestation: boolean,
  { answers, impersonation }: SessionDecision,
  annulled: ReadonlySet<string>,
): Findings {
  const times = new Map<ViolationCode, number>()
  for (const { key, code, verdict } of facts.marks)
    if (verdict === 'counted' && !annulled.has(key)) times.set(code, (times.get(code) ?? 0) + 1)
  if (impersonation) times.set('impersonation_confirmed', 1)
  const { failure, stoppedForViolations } = facts.draft
  return {
    act: facts.act,
    marks: [...times].map(([code, occurrences]) => {
      const conditionMet = answers[code]
      return { code, occurrences, ...(conditionMet === undefined ? {} : { conditionMet }) }
    }),
    switchedOff: rules.permissions.switchedOff,
    stoppedForViolations: session.endReason !== null && stoppedForViolations === true,
    // A classroom exam has no media whatever the act says of recordings (004 section 2).
    recordingRequired:
      rules.card.mode !== 'offline' && isSaid(rules.policy, 'recording.mandatory', 'required'),
    recordingConfirmed: facts.recordingConfirmed,
    started: session.startedAt !== null,
    finalAttestation,
    failure: failure && { couldContinue: failure.couldContinue, fault: failure.side },
    unjudged: (facts.happened ?? []).some((one) => one.is === 'unjudged' && one.stands),
  }
}

export const beforeOf = ({ edition, findings, recommended, decision, ...one }: Case): Before => ({
  act: findings.act,
  finalAttestation: findings.finalAttestation,
  scale: null,
  ownMaker: one.makers[0] ?? null,
  vocabulary: vocabularyOf(findings.act, one.rules.policy, one.rules.resultsNow),
  proctors: one.watched,
  handedOverAt: edition.handedOverAt ?? fromMs(0),
  recommended,
  questionsOpen: openQuestions(findings).length,
  director: decision.director,
})

export const directorWanted = ({ recommended, decision }: Pick<Case, 'recommended' | 'decision'>): boolean =>
  directorRequest(recommended) !== null && decision.director === null

export const proctored = ({ watched }: Case, asker: Asker): boolean => watched.includes(asker.account)

export const isOpen = ({ decision }: Case): boolean =>
  decision.state === 'pending' || decision.state === 'recommended'
