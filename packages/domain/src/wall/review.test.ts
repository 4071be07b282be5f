import { expect, test } from 'vitest'
import { russianYears } from '../calendar/russian-years.ts'
import { defaultDecisionPolicy, type Findings } from '../decision/findings.ts'
import type { AccountId, SessionId } from '../ids.ts'
import type { ViolationCode } from '../incident/catalogue.ts'
import { codesOf, markSet, mayMark } from '../incident/markable.ts'
import { type Attempt, created } from '../lifecycle/attempt.ts'
import { decideMove } from '../lifecycle/machine.ts'
import { mark, type MarkFacts } from '../lifecycle/mark.ts'
import { review, type ReviewFacts } from '../lifecycle/review.ts'
import { instant } from '../time.ts'
import { reviewProgress } from './review-complete.ts'
import { refuseStatus } from './review-status.ts'
import {
  asyncKinds,
  isOverdue,
  leastLoaded,
  overdueTasks,
  reviewQueue,
  type ReviewTask,
  reviewTaskOf,
} from './review-task.ts'
import { under } from './samples.ts'

const zone = 'Asia/Yakutsk'
const ses = (name: string) => `ses_${name}` as SessionId
const [ivanov, petrova] = ['acc_ivanov' as AccountId, 'acc_petrova' as AccountId]
const over = (iso: string): Attempt => ({
  ...created,
  state: 'deauthorized',
  authorizedAt: instant(iso).subtract({ minutes: 90 }),
  endedAt: instant(iso),
  endCause: 'auto',
})
const taskAt = (iso: string, act: '001' | '004' = '004') =>
  reviewTaskOf(ses('a'), over(iso), 'async', under(act), russianYears, zone)
const task = (name: string, more: Partial<ReviewTask> = {}): ReviewTask => ({
  session: ses(name),
  createdAt: instant('2026-06-01T09:00:00Z'),
  due: instant('2026-06-02T14:59:59Z'),
  recordedMinutes: 60,
  reviewer: null,
  reviewedAt: null,
  ...more,
})

test('R4-5.2b the term is the end of the first working day after the exam, over the weekend too', () => {
  // Friday 5 June 2026, 18:00 in Yakutsk; Monday the 8th ends at 15:00 UTC.
  const friday = taskAt('2026-06-05T09:00:00Z')
  expect(friday).toMatchObject({ recordedMinutes: 90, reviewer: null })
  const due = friday?.due
  if (!friday || !due) throw new Error('no term')
  expect(due.toString()).toBe('2026-06-08T14:59:59.999999999Z')
  expect(isOverdue(friday, due)).toBe(false)
  expect(isOverdue(friday, instant('2026-06-08T15:00:00Z'))).toBe(true)
  expect(isOverdue({ ...friday, reviewedAt: due }, instant('2026-07-01T00:00:00Z'))).toBe(false)
})

test('a term nobody set, or beyond the calendar, is not calculated; a live or unfinished exam has no task', () => {
  expect(taskAt('2026-06-05T09:00:00Z', '001')?.due).toBeNull()
  expect(taskAt('2099-06-05T09:00:00Z')?.due).toBeNull()
  expect(
    reviewTaskOf(ses('a'), over('2026-06-05T09:00:00Z'), 'sync', under('004'), russianYears, zone),
  ).toBeNull()
  const running: Attempt = { ...over('2026-06-05T09:00:00Z'), endedAt: null }
  expect(reviewTaskOf(ses('a'), running, 'async', under('004'), russianYears, zone)).toBeNull()
})

test('the queue: earliest term first, without a term last; done leaves it; overdue is escalated', () => {
  const tasks = [
    task('none', { due: null }),
    task('late', { due: instant('2026-06-03T00:00:00Z') }),
    task('soon'),
    task('done', { reviewedAt: instant('2026-06-01T10:00:00Z') }),
  ]
  expect(reviewQueue(tasks).map(({ session }) => session)).toEqual([ses('soon'), ses('late'), ses('none')])
  expect(overdueTasks(tasks, instant('2026-06-02T15:00:00Z')).map(({ session }) => session)).toEqual([
    ses('soon'),
  ])
})

test('the next task goes to whoever has the fewest recorded minutes, and to nobody who is barred', () => {
  const tasks = [task('a', { reviewer: ivanov }), task('b', { reviewer: petrova, recordedMinutes: 59 })]
  expect(leastLoaded([ivanov, petrova], [], tasks)).toBe(petrova)
  expect(leastLoaded([ivanov, petrova], [petrova], tasks)).toBe(ivanov)
  expect(leastLoaded([petrova], [petrova], tasks)).toBeNull()
})

const ready: ReviewFacts = {
  automaticAllowed: false,
  deadlinePassed: false,
  unresolvedHints: 0,
  statusChosen: true,
  objectivitySigned: true,
  rowsUnset: 0,
}

test('R0-1.4d a check without a person ends only under 000; everywhere a person may check', () => {
  expect((['000', '001', '003', '004'] as const).map((act) => asyncKinds(under(act)).length)).toEqual([
    2, 1, 1, 1,
  ])
  for (const act of ['000', '001', '003', '004'] as const) {
    const automaticAllowed = asyncKinds(under(act)).includes('async_auto')
    const made = decideMove(
      review,
      'queued',
      'finish_automatically',
      'system',
      { ...ready, automaticAllowed },
      instant('2026-06-01T09:00:00Z'),
    )
    expect(made.ok ? made.event.to : made.why, act).toBe(act === '000' ? 'reviewed' : 'human_required')
  }
})

const hint = (id: string, from: number, to: number, state: 'open' | 'confirmed' | 'dismissed') => ({
  id,
  span: { from, to },
  state,
})
const recording = { from: 0, to: 1000 }

test('R1-5.2c R3-5.2.3 R4-7.3.3 the share watched counts each moment once, the share of hints each judged one', () => {
  const played = [
    { from: 0, to: 300 },
    { from: 200, to: 499 },
  ]
  const hints = [
    hint('a', 10, 20, 'confirmed'),
    hint('b', 100, 200, 'dismissed'),
    hint('c', 700, 710, 'open'),
  ]
  expect(reviewProgress(recording, played, hints, 40)).toEqual({
    watchedPercent: 49,
    hintsResolvedPercent: 66,
    unresolved: ['c'],
    judgedUnseen: [],
    complete: false,
  })
  expect(reviewProgress(recording, [{ from: 0, to: 999 }], [], 0).watchedPercent).toBe(99)
  expect(reviewProgress(recording, [recording], [], 100)).toMatchObject({
    watchedPercent: 100,
    complete: true,
  })
})

test('R1-5.2c R3-5.2.3 R4-7.3.3 a hint judged without being played is not looked at, however much else was', () => {
  const half = reviewProgress(recording, [{ from: 0, to: 990 }], [hint('a', 985, 995, 'dismissed')], 90)
  expect(half).toMatchObject({ judgedUnseen: ['a'], complete: false })
  const seen = reviewProgress(recording, [{ from: 0, to: 995 }], [hint('a', 985, 995, 'dismissed')], 90)
  expect(seen).toMatchObject({ judgedUnseen: [], complete: true })
  expect(reviewProgress(recording, [{ from: 0, to: 995 }], [], 100).complete).toBe(false)
})

test('R1-5.2c R3-5.2.3 R4-7.3.3 no protocol comes of a review with a hint unresolved', () => {
  const progress = reviewProgress(recording, [recording], [hint('a', 1, 2, 'open')], 100)
  const now = instant('2026-06-01T09:00:00Z')
  const facts = { ...ready, unresolvedHints: progress.unresolved.length }
  expect(decideMove(review, 'in_review', 'finish', 'proctor', facts, now)).toEqual({
    ok: false,
    why: 'hints_unresolved',
  })
  expect(decideMove(review, 'in_review', 'form_protocol', 'proctor', ready, now)).toEqual({
    ok: false,
    why: 'not_now',
  })
  const judged = decideMove(review, 'in_review', 'finish', 'proctor', ready, now)
  expect(judged).toMatchObject({ ok: true, event: { to: 'reviewed' } })
})

const facts: MarkFacts = {
  reasonGiven: true,
  accommodationActive: false,
  code: 'outsider_in_frame',
  sourceDocument: false,
  appealSatisfied: false,
}
const onHint = (command: 'dismiss' | 'confirm', by: 'proctor' | 'system', reasonGiven: boolean) => {
  const at = instant('2026-06-01T09:00:00Z')
  const made = decideMove(mark, 'detected', command, by, { ...facts, reasonGiven }, at)
  return made.ok ? made.event.to : made.why
}

test('R1-5.2e a hint is dismissed with a reason and not without', () => {
  expect(onHint('dismiss', 'proctor', false)).toBe('no_reason')
  expect(onHint('dismiss', 'proctor', true)).toBe('dismissed')
})

test('R4-5.8 violations are fixed by the proctor: a hint becomes a mark by a person, never by the system', () => {
  expect(onHint('confirm', 'system', true)).toBe('not_yours')
  expect(onHint('confirm', 'proctor', true)).toBe('confirmed')
  const set = markSet('004', { switchedOff: [] }, [])
  expect(codesOf('004').every((code) => mayMark(set, code))).toBe(true)
  expect(mayMark(set, 'looks_suspicious')).toBe(false)
})

test('R1-6.5l R3-6.7.8a R4-8.6.8a hindering the look around is a mark of its own', () => {
  for (const act of ['001', '003', '004'] as const)
    expect(mayMark(markSet(act, { switchedOff: [] }, []), 'room_view_obstructed'), act).toBe(true)
})

test('R4-6.1d ignoring the proctor’s instructions is a mark of 004', () => {
  expect(mayMark(markSet('004', { switchedOff: [] }, []), 'proctor_instructions_ignored')).toBe(true)
})

const findings = (started: boolean, ...codes: ViolationCode[]): Findings => ({
  act: '004',
  marks: codes.map((code) => ({ code, occurrences: 1, conditionMet: true })),
  switchedOff: [],
  stoppedForViolations: false,
  recordingRequired: true,
  recordingConfirmed: true,
  started,
  finalAttestation: false,
  failure: null,
})
const fits = (found: Findings) =>
  ([1, 2, 3, 4, 5, 6] as const).filter(
    (status) => refuseStatus(status, found, defaultDecisionPolicy) === null,
  )

test('R4-A4.13a status 2 needs a gross violation that a person marked', () => {
  expect(refuseStatus(2, findings(true), defaultDecisionPolicy)).toBe('no_such_mark')
  expect(refuseStatus(2, findings(true, 'profanity'), defaultDecisionPolicy)).toBe('no_such_mark')
  expect(fits(findings(true, 'camera_deliberately_covered', 'profanity'))).toEqual([2, 4])
})

test('R4-A4.12 R4-A4.17 status 1 stands without marks only, status 6 only where the test was not begun', () => {
  expect(fits(findings(true))).toEqual([1])
  expect(refuseStatus(1, findings(true, 'profanity'), defaultDecisionPolicy)).toBe('marks_exist')
  expect(fits(findings(false))).toEqual([6])
  expect(refuseStatus(1, findings(false), defaultDecisionPolicy)).toBe('not_started')
  expect(refuseStatus(6, findings(true), defaultDecisionPolicy)).toBe('was_started')
})

test('TR-07 marks that App. 4 does not name leave 3, 4 and 5 to the person, and never 1, 2 or 6', () => {
  expect(fits(findings(true, 'face_absent'))).toEqual([3, 4, 5])
})
