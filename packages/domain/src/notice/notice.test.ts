import { expect, test } from 'vitest'
import { overdueOriginals } from '../consent/paper.ts'
import { assignmentCheck } from '../lifecycle/assignment-check.ts'
import { exam } from '../lifecycle/exam.ts'
import { decideMove } from '../lifecycle/machine.ts'
import { goodAssignment, goodExam } from '../lifecycle/samples.ts'
import { instant, Temporal } from '../time.ts'
import { announce, type AnnouncementChannel, type Postponed } from './announcement.ts'
import { briefingStanding, type Briefed, type Briefing } from './briefing.ts'
import { type Channel, isTold, note, type Notice, type NoticeEvent, stateOf } from './notice.ts'
import { overdueNotices } from './overdue-original.ts'
import { resultStanding } from './result.ts'
import { notTold, publishSchedule } from './schedule.ts'

const now = instant('2026-05-01T09:00:00Z')
const at = (state: NoticeEvent['state']): NoticeEvent => ({ state, at: now })
const notice = (changed: Partial<Notice> = {}): Notice => ({
  about: 'physics',
  edition: 1,
  to: 'Orlov',
  channel: 'account',
  queuedAt: now,
  log: [],
  ...changed,
})

for (const [rule, log, state, told] of [
  ['queued only', [], 'queued', false],
  ['handed to the channel', [at('sent')], 'sent', false],
  ['returned as undeliverable', [at('sent'), at('failed')], 'failed', false],
  ['sent again after a failure', [at('failed'), at('sent')], 'sent', false],
  ['delivered', [at('sent'), at('delivered')], 'delivered', true],
  ['delivered, with an old failure arriving late', [at('delivered'), at('failed')], 'delivered', true],
  ['read, reported before its delivery', [at('read'), at('delivered')], 'read', true],
] as const)
  test(`R4-3.6b a notice that was ${rule} is ${told ? '' : 'not '}told`, () => {
    expect(stateOf(notice({ log }))).toBe(state)
    expect(isTold(notice({ log }))).toBe(told)
  })

test('a channel that failed at once leaves the failure and its reason in the log', () => {
  const failed = note(notice(), { state: 'failed', at: now, why: 'нет такого ящика' })
  expect(stateOf(failed)).toBe('failed')
  expect(failed.log).toEqual([{ state: 'failed', at: now, why: 'нет такого ящика' }])
})

const schedule = { exam: 'physics', edition: 1, examinees: ['Orlov', 'Serova', 'Orlov'] }
const delivered = (notices: readonly Notice[]) => notices.map((one) => note(one, at('delivered')))

test('R4-3.6b publishing the schedule addresses each examinee once in his account', () => {
  const notices = publishSchedule(schedule, [], now)
  expect(notices.map(({ to, channel, edition }) => [to, channel, edition])).toEqual([
    ['Orlov', 'account', 1],
    ['Serova', 'account', 1],
  ])
})

test('R4-3.6b the exam is not ready, and so never opens, while one examinee was not told', () => {
  const [orlov, serova] = publishSchedule(schedule, [], now)
  if (!orlov || !serova) throw new Error('two notices')
  const ready = (notices: readonly Notice[]) =>
    decideMove(
      exam,
      'scheduled',
      'make_ready',
      'teacher',
      { ...goodExam, everyoneNotified: notTold(schedule, notices).length === 0 },
      now,
    )
  expect(notTold(schedule, [note(orlov, at('read')), note(serova, at('sent'))])).toEqual(['Serova'])
  expect(ready([note(orlov, at('read')), serova])).toEqual({ ok: false, why: 'not_everyone_notified' })
  expect(ready(delivered([orlov, serova])).ok).toBe(true)
  expect(decideMove(exam, 'scheduled', 'open', 'system', goodExam, now)).toEqual({
    ok: false,
    why: 'not_now',
  })
})

test('R4-3.6b TR-55 a letter or a post on the site does not stand in for the account', () => {
  const elsewhere = (['email', 'site'] as const).flatMap((channel) =>
    ['Orlov', 'Serova'].map((to) => notice({ to, channel, log: [at('read')] })),
  )
  expect(notTold(schedule, elsewhere)).toEqual(['Orlov', 'Serova'])
  const both = publishSchedule(schedule, ['email', 'site', 'account'], now)
  expect(both.map(({ channel }) => channel)).toEqual(['account', 'email', 'account', 'email'])
})

test('R4-3.6b a changed schedule and a newcomer are told anew', () => {
  const told = delivered(publishSchedule(schedule, [], now))
  expect(notTold(schedule, told)).toEqual([])
  expect(notTold({ ...schedule, edition: 2 }, told)).toEqual(['Orlov', 'Serova'])
  expect(notTold({ ...schedule, examinees: [...schedule.examinees, 'Titov'] }, told)).toEqual(['Titov'])
  expect(notTold({ ...schedule, exam: 'maths' }, told)).toEqual(['Orlov', 'Serova'])
})

const postponed: Postponed = {
  exam: 'physics',
  edition: 2,
  examinees: ['Orlov', 'Serova'],
  subject: 'Физика',
  group: 'Э-12',
  newDate: '20 мая 2026, 10:00',
}
const subsets: readonly (readonly AnnouncementChannel[])[] = [
  ['site'],
  ['account'],
  ['email'],
  ['site', 'account'],
  ['site', 'email'],
  ['account', 'email'],
  ['site', 'account', 'email'],
]
for (const channels of subsets)
  test(`R4-5.12c the new date is announced by ${channels.join(' + ')} and each notice is logged`, () => {
    const made = announce(postponed, channels, now)
    if (!made.ok) throw new Error(made.why)
    const { notices, post } = made.announcement
    const expected = channels.flatMap((channel) =>
      channel === 'site'
        ? [[null, 'site']]
        : [
            ['Orlov', channel],
            ['Serova', channel],
          ],
    )
    expect(notices.map(({ to, channel }) => [to, channel])).toEqual(expected)
    expect(notices.every(({ queuedAt, edition }) => queuedAt === now && edition === 2)).toBe(true)
    expect(post !== null).toBe(channels.includes('site'))
  })

test('R4-5.12c without a channel or without the new date nothing is announced', () => {
  expect(announce(postponed, [], now)).toEqual({ ok: false, why: 'no_channel' })
  expect(announce({ ...postponed, newDate: ' ' }, ['site'], now)).toEqual({ ok: false, why: 'no_new_date' })
})

test('TR-55 the post of the site names nobody', () => {
  const made = announce(postponed, ['site'], now)
  expect(made.ok && made.announcement.post).toEqual({
    subject: 'Физика',
    group: 'Э-12',
    newDate: '20 мая 2026, 10:00',
  })
  for (const name of postponed.examinees) expect(JSON.stringify(made)).not.toContain(name)
})

const essay = { submission: 'essay', student: 'Orlov', cameBy: 'vk_teams' as Channel }
const result = (channel: Channel, ...log: NoticeEvent[]) => notice({ about: 'essay', channel, log })

for (const [rule, notices, standing] of [
  ['that nobody sent', [], 'not_sent'],
  ['delivered by e-mail alone', [result('email', at('read'))], 'sent_elsewhere_only'],
  ['sent by the same channel, not yet delivered', [result('vk_teams', at('sent'))], 'on_its_way'],
  ['delivered by the same channel', [result('vk_teams', at('delivered'))], 'done'],
  ['delivered by both', [result('email', at('read')), result('vk_teams', at('delivered'))], 'done'],
  ['of another person', [{ ...result('vk_teams', at('read')), to: 'Serova' }], 'not_sent'],
] as const)
  test(`R2-17e TR-25 a result ${rule} is ${standing}`, () =>
    expect(resultStanding(essay, notices)).toBe(standing))

test('R2-17e the task refuses another channel and stays open until the delivery', () => {
  expect(
    decideMove(
      assignmentCheck,
      'checked',
      'send_result',
      'teacher',
      { ...goodAssignment, sameChannel: false },
      now,
    ),
  ).toEqual({ ok: false, why: 'other_channel' })
  const failed = decideMove(assignmentCheck, 'result_sent', 'fail_delivery', 'system', goodAssignment, now)
  expect(failed.ok && failed.event.to).toBe('checked')
})

const briefing: Briefing = {
  exam: 'physics',
  by: 'Petrova',
  text: 'Правила испытания',
  edition: 1,
  heldAt: now,
}
const briefed = (examinee: string, changed: Partial<Briefed> = {}): Briefed => ({
  examinee,
  edition: 1,
  how: 'attended',
  at: now,
  notedBy: 'Petrova',
  ...changed,
})
const list = ['Orlov', 'Serova']

test('R4-3.8a the briefing is done when each examinee attended or acknowledged it', () => {
  expect(briefingStanding(null, list, [])).toEqual({ done: false, missing: list })
  expect(
    briefingStanding(
      { ...briefing, text: ' ' },
      list,
      list.map((one) => briefed(one)),
    ).done,
  ).toBe(false)
  expect(briefingStanding(briefing, list, [briefed('Orlov')])).toEqual({ done: false, missing: ['Serova'] })
  const own = briefed('Serova', { how: 'acknowledged', notedBy: 'Serova' })
  expect(briefingStanding(briefing, list, [briefed('Orlov'), own])).toEqual({ done: true, missing: [] })
})

for (const [rule, bad] of [
  ['acknowledged by somebody else', { how: 'acknowledged', notedBy: 'Orlov' }],
  ['an attendance the examinee noted himself', { how: 'attended', notedBy: 'Serova' }],
  ['an acknowledgement of an earlier text', { edition: 0 }],
] as const)
  test(`R4-3.8a ${rule} does not count`, () => {
    expect(briefingStanding(briefing, list, [briefed('Orlov'), briefed('Serova', bad)]).missing).toEqual([
      'Serova',
    ])
  })

test('R4-3.11c each person on the overdue list is told, once', () => {
  const paper = { generatedAt: now, printedAt: now, scanUploadedAt: now, original: null }
  const overdue = overdueOriginals(
    [{ person: 'Orlov', ...paper, examDay: Temporal.PlainDate.from('2026-05-05') }],
    Temporal.PlainDate.from('2026-05-01'),
    7,
  )
  const first = overdueNotices('physics', overdue, ['account', 'email'], [], now)
  expect(first.map(({ to, channel }) => [to, channel])).toEqual([
    ['Orlov', 'account'],
    ['Orlov', 'email'],
  ])
  expect(overdueNotices('physics', overdue, ['account', 'email'], first, now)).toEqual([])
  expect(overdueNotices('maths', overdue, ['account'], first, now)).toHaveLength(1)
})
