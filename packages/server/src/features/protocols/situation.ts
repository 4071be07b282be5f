// Everything a protocol is written from, read anew each time: nothing of it is typed in twice.
import { noteOf } from '@ochno/domain/incident/signs'
import { type Protocols as ProtocolForms, protocolsOf } from '@ochno/domain/decision/protocols'
import { catalogue, type ViolationCode } from '@ochno/domain/incident/catalogue'
import type { ProtocolAct } from '@ochno/domain/incident/violation'
import type { AccountId, SessionId } from '@ochno/domain/ids'
import { type Happened, happenedOf, type Watched } from '@ochno/domain/protocol/happened'
import type { Situation } from '@ochno/domain/protocol/draft'
import { hasProtocol } from '@ochno/domain/protocol/rows'
import { outagesOf } from '@ochno/domain/failure/outages'
import { type PrintedFailure, printedFailures } from '@ochno/domain/failure/printed'
import { type IssueFacts, issueFactsOf, mayIssue } from '@ochno/domain/review/may-issue'
import { type Instant, instant } from '@ochno/domain/time'
import { wholeSeconds } from '@ochno/domain/wall/attention'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { Said } from '../../ports/conduct.ts'
import type { ReviewedAs, SessionMark, SessionProtocol } from '../../ports/protocols.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { reviewedAs } from './reviewed-as.ts'

export type Identity = {
  readonly established: boolean
  readonly how: string
  readonly by: string
  readonly at: Instant
}

export type Known = {
  readonly session: SessionFacts
  readonly rules: ExamRules
  readonly act: ProtocolAct
  readonly final: boolean
  readonly forms: ProtocolForms
  readonly protocol: SessionProtocol | null
  readonly marks: readonly SessionMark[]
  /** Everything said and done while it ran, and what of it a protocol names. */
  readonly log: readonly Said[]
  readonly happened: readonly Happened[]
  readonly watched: Watched | null
  readonly failures: readonly PrintedFailure[]
  /** Null: nobody has finished a look at the recording. */
  readonly review: ReviewedAs | null
  readonly identity: Identity | null
  readonly group: string | null
  readonly issue: IssueFacts
  /** Who reviewed the recording, besides who watched it live. */
  readonly reviewers: readonly AccountId[]
}

/** R0-1.4b: a lesson has no status of a final attestation, and nothing follows from one. */
export const isFinal = ({ card }: ExamRules): boolean =>
  card.event !== 'lesson' && (card.kind === 'final' || card.kind === 'state_final')

/** `no_form`: an act we know no protocol of, or a lesson, which is no attestation (R0-1.4b). */
export async function knownOf(tx: Tx, session: SessionFacts): Promise<Known | 'no_form'> {
  const rules = await tx.rules.ofSession(session.id)
  if (!rules || rules.card.event === 'lesson' || !hasProtocol(rules.act)) return 'no_form'
  const { annexed } = await tx.decisions.setting()
  const final = isFinal(rules)
  const reviews = await tx.reviews.ofSession(session.id)
  const log = await tx.conduct.read(session.id, 0)
  const ended = session.deauthorizedAt
  return {
    session,
    rules,
    act: rules.act,
    final: rules.act === '004' && final,
    forms: protocolsOf(rules.act, final, annexed),
    protocol: await tx.protocols.ofSession(session.id),
    marks: await marksOf(tx, session.id, log),
    log,
    happened: happenedOf(log, rules, ended ?? session.deadline ?? session.closesAt),
    failures: await failuresOf(tx, session, log),
    watched: ended && (await watchedOf(tx, session.id, ended)),
    review: await reviewedAs(tx, reviews, log),
    identity: await identityOf(tx, session),
    group: (await tx.people.find(session.examinee))?.group?.name ?? null,
    issue: issueFactsOf(reviews, await tx.hints.of([session.id])),
    reviewers: reviews.flatMap(({ kind, reviewer }) => (kind === 'first' && reviewer ? [reviewer] : [])),
  }
}

export const situationOf = (known: Known): Situation => ({
  act: known.act,
  final: known.final,
  byRows: known.forms.main !== 'F-004-4' || known.forms.ofEachPerson !== null,
  stopped: known.session.endReason !== null,
  marks: known.marks,
  hintsOpen: known.issue.unresolvedHints,
  reviewOpen: mayIssue({ ...known.issue, unresolvedHints: 0 }) !== null,
  over: known.session.deauthorizedAt !== null,
})

/** Marks that stand in the session's log, live ones and those of a review; whoever made one may have taken it back. */
async function marksOf(tx: Tx, session: SessionId, log: readonly Said[]): Promise<readonly SessionMark[]> {
  const withdrawn = new Set((await tx.reviews.withdrawn(session)).map(({ seq }) => seq))
  return log.flatMap(({ seq, name, entry }) =>
    entry.kind === 'mark' && entry.code in catalogue && !withdrawn.has(seq)
      ? [
          {
            key: `log-${seq}`,
            code: entry.code as ViolationCode,
            from: instant(entry.from),
            to: entry.to === entry.from ? null : instant(entry.to),
            note: noteOf(entry),
            by: name,
          },
        ]
      : [],
  )
}

/** What was said of its failures besides the log: a cause that was found later, a new date, another attempt. */
async function failuresOf(tx: Tx, { id, deauthorizedAt }: SessionFacts, log: readonly Said[]) {
  const steps = await tx.failures.ofSession(id)
  const last = deauthorizedAt ?? steps.at(-1)?.at
  if (!last) return []
  const blind = await tx.hints.blindOf([id])
  const { zone } = await tx.institutions.own()
  return printedFailures(outagesOf({ log, blind, steps, end: deauthorizedAt }, last), steps, zone)
}

/** Nobody looked, nobody listened, nothing rang: there is nothing to print. */
async function watchedOf(tx: Tx, session: SessionId, ended: Instant): Promise<Watched | null> {
  const had = (await tx.attention.ofSessions([session], ended)).get(session)?.had
  if (!had || had.enlargedMs + had.listenedMs + had.alerts === 0) return null
  return {
    enlargedS: wholeSeconds(had.enlargedMs),
    listenedS: wholeSeconds(had.listenedMs),
    alerts: had.alerts,
    alertsAnswered: had.alertsAnswered,
  }
}

const shown: Readonly<Record<string, string>> = {
  student_card: 'студенческий билет',
  passport_rf: 'паспорт гражданина Российской Федерации',
  passport_abroad: 'заграничный паспорт',
  passport_foreign: 'паспорт иностранного гражданина',
  driving_licence: 'водительское удостоверение',
}

/** What the door decided; where it asked for nothing, the sign-in by login and password identified (001 3.1). */
async function identityOf(tx: Tx, session: SessionFacts): Promise<Identity | null> {
  const visit = await tx.doors.find(session.id)
  const judged = (await tx.doors.decisions(session.id)).findLast(({ is }) => is !== 'again')
  const paper = visit?.document ? (shown[visit.document] ?? null) : null
  if (judged)
    return {
      established: judged.is === 'admitted',
      how: paper ?? 'сверка проктором на входе',
      by: judged.byName,
      at: judged.at,
    }
  return session.authorizedAt
    ? { established: true, how: 'вход по логину и паролю', by: 'система', at: session.authorizedAt }
    : null
}

export const documentShownOf = async (tx: Tx, session: SessionId): Promise<string> => {
  const kind = (await tx.doors.find(session))?.document
  return kind ? (shown[kind] ?? '') : ''
}
