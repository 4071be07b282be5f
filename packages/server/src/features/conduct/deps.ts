import { callsOf, wantedCall } from '@ochno/domain/call/call'
import type { ConductView, StandingView } from '@ochno/contract/conduct'
import type { ConductParty } from '@ochno/domain/conduct/entry'
import { leavingRule } from '@ochno/domain/conduct/rules'
import { standing } from '@ochno/domain/conduct/standing'
import type { AccountId, SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Asker } from '../../ports/asking.ts'
import type { Complained } from '../../ports/complained.ts'
import type { Clock } from '../../ports/clock.ts'
import type { ConductBell, Said } from '../../ports/conduct.ts'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Rights, Store, Tx } from '../../ports/store.ts'

export { no } from '../../ports/asking.ts'

/** Whether this proctor may watch this examinee at all, and the rules of the exam let him take one more (TR-13). */
export type MayTake = (
  tx: Tx,
  session: SessionFacts,
  rules: ExamRules,
  proctor: AccountId,
) => Promise<'not_a_proctor' | 'proctor_full' | 'proctor_busy' | null>

export type ConductDeps = {
  readonly store: Store
  readonly bell: ConductBell
  readonly clock: Clock
  readonly rights: Rights
  readonly mayTake: MayTake
  readonly complained: Complained
}
export type Speaker = Asker

/** T-10: a proctor speaks with those assigned to him, an examinee of himself. */
export const partyOf = (speaker: Speaker, session: SessionFacts, as: ConductParty): boolean =>
  as === 'examinee'
    ? session.examinee === speaker.account
    : session.proctors.some(({ id }) => id === speaker.account)

export const rulesOf = (tx: Tx, session: SessionId): Promise<ExamRules | null> => tx.rules.ofSession(session)

export const view = ({ seq, at, party, name, entry }: Said): ConductView => ({
  seq,
  at: at.toString(),
  party,
  name,
  entry: entry.kind === 'warning' ? { ...entry, media: [...entry.media] } : entry,
})

/** Judgements and proposals are the proctor's; the examinee reads what is asked of him and what time he has. */
export function standingView(
  log: readonly Said[],
  session: SessionFacts,
  rules: ExamRules,
  party: ConductParty,
  now: Instant,
): StandingView {
  const at = standing(log, rules, session.lengthMinutes, now)
  const own = party === 'examinee'
  const { allowedMinutes } = leavingRule(rules)
  return {
    warnings: at.warnings,
    violations: own ? 0 : at.violations,
    scan: at.scan && {
      seq: at.scan.seq,
      askedBy: at.scan.askedBy,
      askedAt: at.scan.askedAt.toString(),
      answerUntil: at.scan.answerUntil.toString(),
      stands: at.scan.stands,
    },
    leaving:
      allowedMinutes === null ? null : { minutes: Number.isFinite(allowedMinutes) ? allowedMinutes : null },
    absence: at.absence && {
      seq: at.absence.seq,
      from: at.absence.from.toString(),
      mayUntil: at.absence.mayUntil?.toString() ?? null,
      over: at.absence.over,
    },
    absences: { times: at.absences.times, declaredMs: at.absences.declaredMs },
    pause: at.pause && {
      seq: at.pause.seq,
      cause: at.pause.cause,
      reason: at.pause.reason,
      from: at.pause.from.toString(),
      fault: own ? 'unknown' : at.pause.fault,
      mayPostpone: at.pause.opens.postpone,
    },
    owedMs: at.owedMs,
    givenMs: at.givenMs,
    proposals: own
      ? []
      : at.proposals.map(({ of, code, from, to }) => ({
          of,
          code,
          from: from.toString(),
          to: to.toString(),
        })),
    offer: own || !at.offer ? null : { seq: at.offer.seq, to: at.offer.to },
    ...callsView(log, session, rules, now),
  }
}

function callsView(
  log: readonly Said[],
  { deauthorizedAt }: SessionFacts,
  rules: ExamRules,
  now: Instant,
): Pick<StandingView, 'calls' | 'wantsCall'> {
  const wanted = deauthorizedAt ? null : wantedCall(log)
  return {
    calls: callsOf({ deauthorizedAt, log }, rules, now).map((call) => ({
      seq: call.seq,
      reason: call.reason,
      askedAt: call.askedAt.toString(),
      answerUntil: call.answerUntil.toString(),
      shown: call.shown,
      answeredAt: call.answeredAt?.toString() ?? null,
      endedAt: call.endedAt?.toString() ?? null,
      end: call.end,
    })),
    wantsCall: wanted && { seq: wanted.seq, at: wanted.at.toString(), text: wanted.text },
  }
}

export const audited = (
  speaker: Speaker,
  role: ConductParty,
  object: SessionId,
  action: string,
  at: Instant,
  details: Readonly<Record<string, unknown>>,
) =>
  ({
    at,
    tenant: speaker.tenant,
    actor: speaker.account,
    role,
    action,
    object,
    // R1-1.1a: what people are told their data are processed for.
    purpose: 'violations',
    result: 'ok',
    details,
  }) as const
