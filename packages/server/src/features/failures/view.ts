import type { ExamFailures, FailureView, OutageView, OwnFailure } from '@ochno/contract/failures'
import {
  failureOpens,
  failureStanding,
  newTimeOf,
  refuseAnswer,
  refuseAsking,
} from '@ochno/domain/failure/decide'
import type { KnownOutage } from '@ochno/domain/failure/outages'
import { powersOf } from '@ochno/domain/failure/powers'
import { formsOf } from '@ochno/domain/document/purposes'
import { isActNumber } from '@ochno/domain/regulation/acts'
import type { ExamId, NoticeId } from '@ochno/domain/ids'
import { wholeMinutes } from '@ochno/domain/document/dates'
import type { Instant } from '@ochno/domain/time'
import type { LetterState } from '../../ports/mail.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { casesOf, type FailureCase } from './case.ts'
import { type Asker, decides, no } from './deps.ts'

const outageView = (one: KnownOutage): OutageView => ({
  key: one.key,
  from: one.from.toString(),
  until: one.until.toString(),
  minutes: wholeMinutes(one.from, one.until),
  open: one.open,
  source: one.source,
  fault: one.fault,
  foundBy: one.foundBy,
  couldContinue: one.couldContinue,
  reason: one.reason,
})

const emailOf = (letter: LetterState | undefined): 'queued' | 'sent' | 'failed' | null => {
  if (!letter) return null
  if (letter.handling === 'handed') return 'sent'
  if (letter.handling === 'withdrawn') return null
  return letter.handling === 'queued' ? 'queued' : 'failed'
}

async function toldOf(
  tx: Tx,
  { session, steps }: FailureCase,
  letters: ReadonlyMap<NoticeId, LetterState>,
): Promise<FailureView['told']> {
  const { deed } = failureStanding(steps)
  const id = deed?.step.notice as NoticeId | undefined
  const notice = id && (await tx.notices.ofAccount(session.examinee)).find((one) => one.id === id)
  if (!notice) return null
  return {
    account: notice.readAt ? 'read' : notice.deliveredAt ? 'delivered' : 'queued',
    email: emailOf(letters.get(notice.id)),
  }
}

async function rowOf(
  tx: Tx,
  one: FailureCase,
  letters: ReadonlyMap<NoticeId, LetterState>,
  paper: boolean,
  now: Instant,
): Promise<FailureView> {
  const { session } = one
  const standing = failureStanding(one.steps)
  const { deed } = standing
  const to = newTimeOf(standing)
  return {
    session: session.id,
    examinee: { id: session.examinee, name: session.examineeName },
    state: standing.is,
    running: session.state === 'authorized' || session.state === 'in_progress',
    outages: one.outages.map(outageView),
    asked: standing.asked && { ...standing.asked, at: standing.asked.at.toString() },
    decision: deed && {
      is: deed.step.kind,
      at: deed.at.toString(),
      by: deed.by.name,
      reason: deed.step.reason,
      to: to && { opensAt: to.opensAt, closesAt: to.closesAt },
      channels: deed.step.kind === 'refused' ? [] : [...deed.step.channels],
    },
    answer: standing.answer && { ...standing.answer, at: standing.answer.at.toString() },
    moved: standing.moved as FailureView['moved'],
    posted: standing.posted && { ...standing.posted, at: standing.posted.at.toString() },
    told: await toldOf(tx, one, letters),
    opens: failureOpens(one, now),
    paper: paper && deed !== null,
  }
}

export const hasPaper = (act: string | null): boolean =>
  formsOf(act !== null && isActNumber(act) ? act : null).some(({ id }) => id === 'F-004-9')

/** Who had not begun when the failure came stands on the record with the session that was called off for another date. */
async function calledOffIn(tx: Tx, exam: ExamId, sessions: readonly SessionFacts[]) {
  const listed = new Set(sessions.map(({ id }) => id))
  const rest = [...(await tx.failures.ofExam(exam)).keys()].filter((id) => !listed.has(id))
  const found = await Promise.all(rest.map((id) => tx.sessions.find(id)))
  return found.filter((one) => one !== null)
}

export async function failuresView(tx: Tx, asker: Asker, id: ExamId, now: Instant) {
  const [exam, rules] = [await tx.exams.find(id), await tx.rules.ofExam(id)]
  if (!exam || !rules) return no('not_found')
  const sessions = await tx.sessions.ofExam(id, null)
  const powers = powersOf(rules.policy)
  const calledOff = await calledOffIn(tx, id, sessions)
  const letters = await tx.letters.ofExam(id)
  const rows: FailureView[] = []
  for (const one of await casesOf(tx, [...sessions, ...calledOff], powers, now))
    if (one.outages.length + one.steps.length > 0)
      rows.push(await rowOf(tx, one, letters, hasPaper(rules.act), now))
  const body: ExamFailures = {
    now: now.toString(),
    exam: { id, title: exam.title, lengthMinutes: exam.lengthMinutes },
    zone: (await tx.institutions.own()).zone,
    powers: {
      ...powers,
      postponeClauses: [...powers.postponeClauses],
      retakeClauses: [...powers.retakeClauses],
      deciders: [...powers.deciders],
      channels: [...powers.channels],
      channelClauses: [...powers.channelClauses],
    },
    mayDecide: decides(asker, exam, powers.deciders),
    rows,
    sessions: sessions.map(({ id: session, examineeName }) => ({ session, examinee: examineeName })),
  }
  return { ok: true as const, body }
}

export function ownView(one: FailureCase): OwnFailure {
  const standing = failureStanding(one.steps)
  const { deed } = standing
  const to = newTimeOf(standing)
  return {
    session: one.session.id,
    exam: one.session.examTitle,
    state: standing.is,
    outages: one.outages.map(({ from, until }) => ({
      from: from.toString(),
      until: until.toString(),
      minutes: wholeMinutes(from, until),
    })),
    decision: deed && {
      is: deed.step.kind,
      at: deed.at.toString(),
      reason: deed.step.reason,
      to: to && { opensAt: to.opensAt, closesAt: to.closesAt },
    },
    asked: standing.asked !== null,
    mayAsk: one.session.deauthorizedAt !== null && refuseAsking(one) === null,
    mayAnswer: refuseAnswer(one.steps) === null,
  }
}
