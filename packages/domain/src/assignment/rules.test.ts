import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { deadlineOf, isHandedInLate, isLate, refuseHandIn, refuseRecord } from './rules.ts'

const now = instant('2026-11-20T20:30:00Z')
const term = { days: 7, document: 'Положение о дистанционном обучении', number: '12' }

test('R2-17c the deadline the teacher sets stands before that of the local act', () => {
  const given = instant('2026-11-25T15:00:00Z')
  const set = deadlineOf({ given, term, zone: 'Europe/Moscow' }, now)
  expect(set).toEqual({ ok: true, deadline: { at: given, by: 'teacher', ground: null } })
})

test('R2-17c where the teacher sets none the days of the local act run to the end of the last day of the institution', () => {
  const moscow = deadlineOf({ given: null, term, zone: 'Europe/Moscow' }, now)
  const omsk = deadlineOf({ given: null, term, zone: 'Asia/Omsk' }, now)
  expect(moscow.ok && moscow.deadline.at.toString()).toBe('2026-11-27T20:59:00Z')
  // There it is the 21st already.
  expect(omsk.ok && omsk.deadline.at.toString()).toBe('2026-11-28T17:59:00Z')
  expect(moscow.ok && moscow.deadline).toMatchObject({
    by: 'act',
    ground: { document: 'Положение о дистанционном обучении', number: '12' },
  })
})

test('R2-17c without either no task is given, and none with a deadline that has passed', () => {
  expect(deadlineOf({ given: null, term: null, zone: 'UTC' }, now)).toEqual({ ok: false, why: 'no_deadline' })
  expect(deadlineOf({ given: now, term, zone: 'UTC' }, now)).toEqual({ ok: false, why: 'deadline_in_past' })
})

test('R2-17c the whole minute of the deadline is in time and the next one is late', () => {
  for (const deadline of [now, now.add({ seconds: 30 })]) {
    expect(isLate(now.add({ seconds: 59, milliseconds: 999 }), deadline)).toBe(false)
    expect(isLate(now.add({ minutes: 1 }), deadline)).toBe(true)
  }
})

test('R2-17c the last minute of the last day of the local act is in time, and midnight is late', () => {
  const decided = deadlineOf({ given: null, term, zone: 'Europe/Moscow' }, now)
  if (!decided.ok) throw new Error(decided.why)
  expect(isLate(instant('2026-11-27T20:59:59Z'), decided.deadline.at)).toBe(false)
  expect(isLate(instant('2026-11-27T21:00:00Z'), decided.deadline.at)).toBe(true)
})

const before = now.subtract({ hours: 1 })
const after = now.add({ hours: 1 })

for (const [what, received, late] of [
  ['nothing', [], false],
  ['in time and corrected late', [before, after], false],
  ['late over the platform while an e-mail had come in time', [after, before], false],
  ['late twice', [after, after.add({ hours: 1 })], true],
] as const)
  test(`R2-17c all versions together: ${what} is ${late ? 'late' : 'not late'}`, () =>
    expect(isHandedInLate(received, now)).toBe(late))

const work = { member: true, text: 'Ответ', files: 0 }
const open = { closedAt: null }

for (const [what, task, given, why] of [
  ['words alone', open, work, null],
  ['files alone', open, { ...work, text: '', files: 1 }, null],
  ['nothing', open, { ...work, text: '' }, 'nothing_handed_in'],
  ['somebody of another group', open, { ...work, member: false }, 'not_found'],
  ['before it is closed', { closedAt: now.add({ seconds: 1 }) }, work, null],
  ['after it is closed', { closedAt: now }, work, 'task_closed'],
] as const)
  test(`R2-17c handing in: ${what} is ${why ?? 'taken'}`, () =>
    expect(refuseHandIn(task, given, now)).toBe(why))

const task = { givenAt: now.subtract({ hours: 24 }) }
const came = { channel: 'mail', at: now, personalAccounts: false } as const

for (const [what, given, why] of [
  ['what came by e-mail', came, null],
  ['a time that has not come', { ...came, at: now.add({ seconds: 1 }) }, 'received_at_no_such_time'],
  [
    'a time before the task was given',
    { ...came, at: now.subtract({ hours: 25 }) },
    'received_at_no_such_time',
  ],
  ['a resource without personal accounts', { ...came, channel: 'resource' }, 'no_personal_accounts'],
  ['a resource with personal accounts', { ...came, channel: 'resource', personalAccounts: true }, null],
] as const)
  test(`R2-17b R2-17c written down: ${what} is ${why ?? 'taken'}`, () =>
    expect(refuseRecord(task, given, now)).toBe(why))
