import { expect, test } from 'vitest'
import { exam } from '../lifecycle/exam.ts'
import { application, type ApplicationState } from '../lifecycle/application.ts'
import { decideMove, type Party } from '../lifecycle/machine.ts'
import { goodApplication, goodExam } from '../lifecycle/samples.ts'
import { instant, Temporal } from '../time.ts'
import { type Override, proctoringAllowed, submit, termOf } from './submission.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const now = instant('2026-06-01T09:00:00Z')
const summer = { programme: '09.02.07', branch: null, from: day('2026-06-08'), to: day('2026-06-28') }
const smolensk = { ...summer, branch: 'Смоленск', from: day('2026-06-15') }
const examOn = (examDay: string, branch: string | null = null) => ({
  programme: '09.02.07',
  branch,
  examDay: day(examDay),
})

const institute = { leadDays: 7 }
const override: Override = { by: 'umu_head', at: now, reason: 'Преподаватель болел' }
const term = (today: string) => termOf([summer], examOn('2026-06-20'), day(today), 7)

for (const [rule, today, lastDay, daysLate] of [
  ['R3-1.5c TR-12 on the seventh day before the period', '2026-06-01', '2026-06-01', 0],
  ['R3-1.5c TR-12 on the sixth day before the period', '2026-06-02', '2026-06-01', 1],
  ['R3-1.5c TR-12 a week before the exam, the period long begun', '2026-06-13', '2026-06-01', 12],
] as const)
  test(`${rule} an application is ${daysLate} days late`, () => {
    const found = term(today)
    expect(found).toMatchObject({ known: true, inTime: daysLate === 0, daysLate })
    expect(found.known && found.lastDay.toString()).toBe(lastDay)
  })

test('TR-12 a branch with its own period has its own last day', () => {
  const found = termOf([summer, smolensk], examOn('2026-06-20', 'Смоленск'), day('2026-06-08'), 7)
  expect(found).toMatchObject({ known: true, inTime: true })
})

test('TR-12 TR-65 without a period in the academic schedule nothing is counted and nothing submitted', () => {
  const found = termOf([summer], examOn('2026-09-20'), day('2026-06-01'), 7)
  expect(found).toEqual({ known: false })
  expect(submit('draft', 'teacher', found, override, now)).toEqual({ ok: false, why: 'period_unknown' })
})

test('R3-1.5c a late application is refused', () => {
  expect(submit('draft', 'teacher', term('2026-06-02'), null, now)).toEqual({ ok: false, why: 'late' })
})

test('R3-1.5c the head of the office lets it through with a reason, and it stays marked as late', () => {
  const passed = submit('draft', 'teacher', term('2026-06-02'), override, now)
  expect(passed.ok && passed.event.to).toBe('late_submitted')
})

for (const [rule, bad] of [
  ['without a reason', { ...override, reason: '  ' }],
  ['by a deputy', { ...override, by: 'deputy_director' }],
  ['by the teacher himself', { ...override, by: 'teacher' }],
] as const)
  test(`R3-1.5c an override ${rule} does not help`, () => {
    expect(submit('draft', 'teacher', term('2026-06-02'), bad, now)).toEqual({
      ok: false,
      why: 'no_override',
    })
  })

test('SM-16 an override that was not needed leaves no mark of lateness', () => {
  const passed = submit('draft', 'teacher', term('2026-06-01'), override, now)
  expect(passed.ok && passed.event.to).toBe('submitted')
})

test('R3-1.5a only a teacher applies', () => {
  const others: readonly Party[] = [
    'umu_head',
    'methodist',
    'deputy_director',
    'director',
    'office',
    'system',
  ]
  for (const by of others)
    expect(submit('draft', by, term('2026-06-01'), null, now)).toEqual({ ok: false, why: 'not_yours' })
  expect(submit('draft', 'teacher', term('2026-06-01'), null, now).ok).toBe(true)
})

test('R3-1.5a without an approved application proctoring stays off', () => {
  const states: readonly ApplicationState[] = ['draft', 'submitted', 'late_submitted', 'returned', 'rejected']
  for (const state of [null, ...states]) expect(proctoringAllowed(institute, state)).toBe(false)
  for (const state of ['approved', 'linked'] as const) expect(proctoringAllowed(institute, state)).toBe(true)
  const bare = { ...goodExam, applicationRequired: true }
  expect(decideMove(exam, 'draft', 'approve_without_application', 'teacher', bare, now)).toEqual({
    ok: false,
    why: 'application_required',
  })
})

test('R3-1.5a an act that asks for no application does not wait for one', () => {
  expect(proctoringAllowed({ leadDays: null }, null)).toBe(true)
})

test('SM-16 TR-06 the head of the office resolves, returns with a reason and nobody else does', () => {
  const given = { ...goodApplication, reasonGiven: true }
  for (const [command, to] of [
    ['approve', 'approved'],
    ['return', 'returned'],
    ['reject', 'rejected'],
  ] as const) {
    const moved = decideMove(application, 'submitted', command, 'umu_head', given, now)
    expect(moved.ok && moved.event.to).toBe(to)
    for (const by of ['teacher', 'proctor', 'director'] as const)
      expect(decideMove(application, 'submitted', command, by, given, now)).toEqual({
        ok: false,
        why: 'not_yours',
      })
  }
  expect(
    decideMove(application, 'submitted', 'return', 'umu_head', { ...given, reasonGiven: false }, now),
  ).toEqual({ ok: false, why: 'no_reason' })
})

test('SM-16 a returned application is submitted again under the same term', () => {
  expect(submit('returned', 'teacher', term('2026-06-01'), null, now).ok).toBe(true)
  expect(submit('returned', 'teacher', term('2026-06-03'), null, now)).toEqual({ ok: false, why: 'late' })
})
