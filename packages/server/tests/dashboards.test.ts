// The dashboards over a small set whose figures were counted by hand: they stand beside the rows they come from.
import { randomBytes } from 'node:crypto'
import {
  examFiguresFile,
  fairnessFile,
  listExamFigures,
  readExamFigures,
  readFairness,
  readReviewLoad,
  readToday,
  reviewLoadFile,
  todayFile,
} from '@ochno/contract/dashboards'
import { createExam } from '@ochno/contract/exams'
import { readJournal } from '@ochno/contract/journal'
import { type AccountId, type ExamId, idFrom, type SessionId } from '@ochno/domain/ids'
import { fromMs } from '@ochno/domain/time'
import { bootServer, type TestInstitution, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { part } from './support/office-file.ts'

// A Monday in June, ten in the morning in Moscow.
const NOW = Date.parse('2026-06-08T07:00:00Z')
const clock = { ms: () => NOW, now: () => fromMs(NOW), mono: () => performance.now() }
const MINUTE = 60_000
const at = (minutes: number) => new Date(NOW + minutes * MINUTE)
const make = <T extends string>(tag: T) => idFrom(tag, randomBytes(16))

let server: TestServer
let methodist: TestPerson
let teacher: TestPerson
let stranger: TestPerson
let proctor: TestPerson
let second: TestPerson
let today: ExamId
let may: ExamId
let other: TestInstitution

const sql = (text: string, values: unknown[]) => server.database.owner(text, values)

async function pupil(name: string): Promise<AccountId> {
  const id = make('acc')
  await sql('insert into account (id, tenant_id, login, full_name, created_at) values ($1, $2, $1, $3, $4)', [
    id,
    server.id,
    name,
    at(-1_000_000),
  ])
  return id
}

type Row = {
  readonly state: string
  readonly begun?: Date
  readonly ended?: Date
  readonly opens?: number
  readonly closes?: number
}

async function session(exam: ExamId, examinee: AccountId, row: Row): Promise<SessionId> {
  const id = make('ses')
  const { begun = null, ended = null, opens = -10, closes = 60 } = row
  await sql(
    `insert into session (id, tenant_id, exam_id, examinee_id, state, opens_at, closes_at, length_minutes, authorized_at,
       started_at, deadline, deauthorized_at, created_at) values ($1, $2, $3, $4, $5, $6, $7, 60, $8, $8, $9, $10, $6)`,
    [id, server.id, exam, examinee, row.state, at(opens), at(closes), begun, begun && at(closes), ended],
  )
  return id
}

const say = (id: SessionId, seq: number, minute: number, party: string, kind: string, facts: object) =>
  sql(
    'insert into conduct (tenant_id, session_id, seq, at, said_by, party, kind, facts) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [server.id, id, seq, at(minute), proctor.id, party, kind, JSON.stringify(facts)],
  )

const watch = (id: SessionId, by: TestPerson) =>
  sql('insert into assignment (tenant_id, session_id, proctor_id, assigned_at) values ($1, $2, $3, $4)', [
    server.id,
    id,
    by.id,
    at(-60),
  ])

async function heard(id: SessionId, tid: string, secondsAgo: number): Promise<void> {
  await sql(
    "insert into track (session_id, tid, tenant_id, no, nonce, opened_at) values ($1, $2, $3, 1, '\\x00', $4)",
    [id, tid, server.id, at(-9)],
  )
  await sql(
    `insert into fragment (session_id, tid, tenant_id, n, seq, header, chain, srv_ms, sig, key_id, spool_id, spool_at, stored)
     values ($1, $2, $3, 1, 1, '\\x00', '\\x00', $4, '\\x00', 'k', 1, 1, 1)`,
    [id, tid, server.id, NOW - secondsAgo * 1_000],
  )
}

const door = (id: SessionId, state: string, cameMinutes: number | null) =>
  sql(
    'insert into door_visit (session_id, tenant_id, state, came_at, changed_at) values ($1, $2, $3, $4, $5)',
    [id, server.id, state, cameMinutes === null ? null : at(cameMinutes), at(-1)],
  )

/** Under an act like 004: six people a proctor, statuses 1…6. */
async function underAct(exam: ExamId): Promise<void> {
  const act = make('act')
  await sql(
    `insert into act_edition (id, tenant_id, edition, preset, state, card, stated, decisions, changed_at)
     values ($1, $2, $4, '004', 'superseded', '{"title":"Положение"}', '{}', '{}', $3)`,
    [act, server.id, at(-10_000), randomBytes(2).readUInt16BE() + 1],
  )
  await sql(
    `insert into exam_rules (exam_id, tenant_id, act_id, edition, quote, taken_at, policy, sha256)
     values ($1, $2, $3, 1, '', $4, '{"staffing.sync_examinees_per_proctor":{"value":6}}', '\\x00')`,
    [exam, server.id, act, at(-10_000)],
  )
}

/** Nine people: one everywhere but two of them interrupted. */
async function seedToday(): Promise<void> {
  today = await server.exam({ title: 'Алгебра' })
  await underAct(today)
  const one = async (name: string, row: Row) => session(today, await pupil(name), row)
  const running = { state: 'in_progress', begun: at(-9) }
  await one('Ждём', { state: 'admitted' })
  await door(await one('У двери', { state: 'admitted' }), 'waiting', -6)
  await door(await one('Допущена', { state: 'admitted' }), 'admitted', -6)
  await door(await one('Не допущен', { state: 'admitted' }), 'refused', -6)
  const calm = await one('Пишет', running)
  await heard(calm, 'cam', 5)
  await heard(calm, 'screen', 2)
  const silent = await one('Молчит', running)
  await heard(silent, 'cam', 1)
  await heard(silent, 'screen', 60)
  const paused = await one('На паузе', running)
  await heard(paused, 'cam', 1)
  await say(paused, 1, -8, 'proctor', 'pause', { kind: 'pause', cause: 'failure', reason: 'сеть' })
  await say(paused, 2, -7, 'proctor', 'resume', { kind: 'resume', of: 1 })
  await say(paused, 3, -4, 'proctor', 'pause', { kind: 'pause', cause: 'failure', reason: 'сеть' })
  await say(paused, 4, -3, 'examinee', 'chat', { kind: 'chat', text: 'когда дальше?' })
  await say(paused, 5, -2, 'examinee', 'trouble', { kind: 'trouble', text: 'нет связи' })
  for (const id of [calm, silent, paused]) await watch(id, proctor)
  await one('Закончил', { state: 'deauthorized', begun: at(-9), ended: at(-1) })
  await one('Не пришёл', { state: 'expired_not_started', opens: -90, closes: -20 })
  await sql(
    `insert into support_ticket (id, tenant_id, no, asked_by, topic, session_id, exam_now, state, opened_at, changed_at)
     values ($1, $2, 7, $3, 'camera', $4, true, 'routed', $5, $5)`,
    [make('tkt'), server.id, proctor.id, silent, at(-1)],
  )
}

const light = { mean: 120, middle: 120, edges: 120, left: 120, right: 120 }
const factsOf = (mean: number, height: number, memoryGb: number | null) => ({
  machine: { memoryGb, cores: memoryGb },
  cameras: [{ width: height, height, fps: 30, light: { ...light, mean }, virtual: false }],
})

async function check(account: AccountId, facts: object): Promise<void> {
  await sql(
    `insert into equipment_check (id, tenant_id, account_id, place, at, facts, rows, outcome)
     values ($1, $2, $3, 'examinee', $4, $5, '[]', 'fit')`,
    [make('chk'), server.id, account, new Date('2026-05-11T07:00:00Z'), JSON.stringify(facts)],
  )
}

const BEGAN = Date.parse('2026-05-12T07:00:00Z')

async function hint(id: SessionId, no: number, code: string, minute: number): Promise<void> {
  await sql(
    `insert into hint (tenant_id, session_id, no, run, own_id, seq, rule, code, from_ms, to_ms, ongoing, strength, made, heard_at)
     values ($1, $2, $3, 'page0000', $4, 1, 'phone', $5, $6, $6, false, 1, '[]', $7)`,
    [server.id, id, no, `hint${no}`, code, minute * MINUTE, new Date(BEGAN)],
  )
}

const answer = (id: SessionId, no: number, n: number, state: string, by: TestPerson) =>
  sql(
    `insert into hint_answer (tenant_id, session_id, no, n, at, said_by, role, state, note)
     values ($1, $2, $3, $4, $5, $6, 'proctor', $7, '')`,
    [server.id, id, no, n, new Date(BEGAN), by.id, state],
  )

/**
 * Twelve people, all finished in May, i-th after 30 + i minutes. The first six had good light and one hint each (three nothing, two
 * marks, one open), the other six poor light and two hints each (nine nothing, three marks). Two have special conditions, one an unknown device.
 */
async function seedMay(): Promise<readonly SessionId[]> {
  const made = await teacher.client.done(createExam, {
    body: {
      title: 'Физика, май',
      instructions: 'Решите.',
      opensAt: at(-1).toISOString(),
      closesAt: at(60).toISOString(),
      lengthMinutes: 60,
    },
  })
  may = made.id
  await underAct(may)
  await sql(`update exam set opens_at = $2, closes_at = $3, card = $4 where id = $1`, [
    may,
    new Date(BEGAN),
    new Date(BEGAN + 60 * MINUTE),
    JSON.stringify({ event: 'exam', kind: 'final', mode: 'sync' }),
  ])
  const ids: SessionId[] = []
  const [opens, closes] = [(BEGAN - NOW) / MINUTE, (BEGAN - NOW) / MINUTE + 120]
  for (let i = 0; i < 12; i++) {
    const who = await pupil(`Ученик ${i}`)
    const id = await session(may, who, {
      state: 'deauthorized',
      begun: new Date(BEGAN),
      ended: new Date(BEGAN + (30 + i) * MINUTE),
      opens,
      closes,
    })
    ids.push(id)
    await check(who, factsOf(i < 6 ? 120 : 20, i < 5 ? 360 : 720, i === 0 ? null : 8))
    if (i === 1 || i === 7)
      await sql(
        `insert into accommodation (id, tenant_id, account_id, kind, state, content, from_day, asked_by, asked_at)
         values ($1, $2, $3, 'disability', 'active', '{}', '2026-01-01', $4, $5)`,
        [make('acm'), server.id, who, methodist.id, at(-100_000)],
      )
    await sql(
      "insert into hint_run (tenant_id, session_id, run, lag_ms, began_at, heard_at) values ($1, $2, 'page0000', $3, $4, $4)",
      [server.id, id, BEGAN, new Date(BEGAN)],
    )
    if (i < 6) {
      await hint(id, 1, 'gadgets', 3)
      if (i < 5) await answer(id, 1, 1, i < 3 ? 'dismissed' : 'marked', proctor)
    } else
      for (const no of [1, 2]) {
        await hint(id, no, 'other_people_in_room', no === 1 ? 3 : 29)
        await answer(id, no, 1, no === 1 || i >= 9 ? 'dismissed' : 'marked', second)
      }
  }
  // The mark of the fourth was nothing to the first who looked.
  await sql('update hint_answer set n = 2 where session_id = $1', [ids[3]])
  await answer(ids[3] as SessionId, 1, 1, 'dismissed', second)
  return ids
}

async function seedPapers(ids: readonly SessionId[]): Promise<void> {
  const [first, next, third] = ids as readonly [SessionId, SessionId, SessionId]
  const manifest = (id: SessionId, covered: number) =>
    sql(
      "insert into manifest (session_id, tenant_id, body, sig, key_id, closed_at) values ($1, $2, $3, '\\x00', 'k', $4)",
      [
        id,
        server.id,
        Buffer.from(
          JSON.stringify({
            from_ms: BEGAN,
            to_ms: BEGAN + 1_000_000,
            tracks: [
              { tid: 'cam', count: 9, covered_ms: 1_000_000 },
              { tid: 'screen', count: 9, covered_ms: covered },
              { tid: 'events', count: 3, covered_ms: null },
            ],
          }),
        ),
        new Date(BEGAN),
      ],
    )
  await manifest(first, 1_000_000)
  await manifest(next, 855_000)
  const edition = (id: SessionId, no: number, status: number, marks: object[]) =>
    sql(
      `insert into protocol_edition (session_id, tenant_id, edition, number, facts, reason, signed_by, signed_at)
       values ($1, $2, $3, '1-П', $4, 'исправлено', $5, $6)`,
      [id, server.id, no, JSON.stringify({ draft: { status }, marks }), proctor.id, new Date(BEGAN)],
    )
  const mark = (key: string, verdict: string) => ({ key, code: 'gadgets', verdict })
  await edition(first, 1, 5, [mark('log-1', 'counted')])
  // The edition in force is the last one.
  await edition(first, 2, 3, [mark('log-1', 'counted'), mark('log-2', 'permitted'), mark('log-3', 'counted')])
  await edition(next, 1, 1, [])
  for (const [id, value] of [
    [first, 'negative'],
    [next, 'confirmed'],
    [third, 'confirmed'],
  ] as const)
    await sql(
      `insert into decision (session_id, tenant_id, state, edition, value, ground, decided_by, facts, changed_at)
       values ($1, $2, 'decided', 1, $3, 'п. 5', $4, '{}', $5)`,
      [id, server.id, value, methodist.id, new Date(BEGAN)],
    )
  const appeal = (id: SessionId, number: number, state: string, facts: object) =>
    sql(
      `insert into appeal (id, tenant_id, session_id, number, state, filed_by, filed_at, facts, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $7)`,
      [make('apl'), server.id, id, number, state, methodist.id, new Date(BEGAN), JSON.stringify(facts)],
    )
  // Three marks contested, one taken off.
  await appeal(first, 1, 'closed', {
    outcome: 'satisfied',
    contested: ['log-1', 'log-3'],
    verdict: { satisfied: true, annulled: ['log-1'], reasoning: 'да' },
  })
  await appeal(next, 2, 'closed', {
    outcome: 'dismissed',
    contested: ['log-9'],
    verdict: { satisfied: false, annulled: [], reasoning: 'нет' },
  })
  await appeal(third, 3, 'filed', { outcome: null, contested: [], verdict: null })
  await say(third, 1, (BEGAN - NOW) / MINUTE + 5, 'proctor', 'pause', { kind: 'pause', cause: 'failure' })
  await say(third, 2, (BEGAN - NOW) / MINUTE + 25, 'proctor', 'resume', { kind: 'resume', of: 1 })
  await say(third, 3, (BEGAN - NOW) / MINUTE + 26, 'proctor', 'fault', {
    kind: 'fault',
    of: 1,
    fault: 'network',
  })
  await say(third, 4, (BEGAN - NOW) / MINUTE + 27, 'proctor', 'pause', { kind: 'pause', cause: 'proctor' })
}

/** An overdue hour and one due today of the proctor, 600 minutes done last Wednesday; one of nobody without a term. */
async function seedReviews(ids: readonly SessionId[]): Promise<void> {
  const review = (
    id: SessionId,
    minutes: number,
    more: { due?: string; by?: TestPerson; done?: string; told?: true },
  ) =>
    sql(
      `insert into review (id, tenant_id, session_id, kind, state, created_at, due_at, recorded_minutes, reviewer_id, reviewed_at, escalated_at)
       values ($1, $2, $3, 'first', 'assigned', $4, $5, $6, $7, $8, $9)`,
      [
        make('rvw'),
        server.id,
        id,
        new Date(BEGAN),
        more.due ?? null,
        minutes,
        more.by?.id ?? null,
        more.done ?? null,
        more.told ? at(-1) : null,
      ],
    )
  const [a, b, c, d] = ids as readonly [SessionId, SessionId, SessionId, SessionId]
  await review(a, 60, { due: '2026-06-05T20:59:59Z', by: proctor, told: true })
  await review(b, 60, { due: '2026-06-08T20:59:59Z', by: proctor })
  await review(c, 600, { by: proctor, done: '2026-06-03T12:00:00Z' })
  await review(d, 45, {})
}

beforeAll(async () => {
  server = await bootServer({ clock })
  methodist = await server.person('methodist')
  teacher = await server.person('teacher', { courses: 'own' })
  stranger = await server.person('teacher', { courses: 'own' })
  proctor = await server.person('proctor', { fullName: 'Орлова Елена' })
  second = await server.person('proctor')
  other = await server.otherInstitution()
  await seedToday()
  const ids = await seedMay()
  await seedPapers(ids)
  await seedReviews(ids)
})
afterAll(() => server?.stop())

test('the organiser sees where everybody of today is, who watches how many of six, and what calls for a person', async () => {
  const day = await methodist.client.done(readToday, {})
  expect(day).toMatchObject({
    day: '2026-06-08',
    people: 9,
    stages: {
      expected: 1,
      at_door: 1,
      admitted: 1,
      refused: 1,
      in_session: 1,
      interrupted: 2,
      finished: 1,
      not_come: 1,
    },
    ticketsOpen: 1,
  })
  // The exam of May is over.
  expect(day.exams.map(({ title }) => title)).toEqual(['Алгебра'])
  expect(day.exams[0]).toMatchObject({ people: 9, unanswered: 2 })
  expect(day.proctors).toEqual([
    { id: proctor.id, name: 'Орлова Елена', watching: 3, most: 6, today: 3, unanswered: 2 },
  ])
  expect(day.urgent.map(({ what, examinee }) => [what, examinee])).toEqual([
    ['recording_silent', 'Молчит'],
    ['no_proctor', 'Допущена'],
    ['no_proctor', 'Ждём'],
    ['no_proctor', 'У двери'],
    ['ticket', 'Орлова Елена'],
    ['unanswered', 'На паузе'],
    ['paused', 'На паузе'],
    ['door_waits', 'У двери'],
    ['late', 'Ждём'],
  ])
  expect(day.urgentCount).toBe(9)
})

test('R4-5.2b each reviewer’s load in working days, what is overdue and told of, and what will be late at this pace', async () => {
  const { reviewers, unassigned, all } = await methodist.client.done(readReviewLoad, {})
  expect(reviewers).toMatchObject([
    {
      reviewer: { name: 'Орлова Елена' },
      queued: 2,
      minutes: 120,
      due: { overdue: 1, today: 1, next_day: 0, no_term: 0 },
      escalated: 1,
      doneMinutes: 600,
      pace: 60,
      clearOn: '2026-06-09',
      willBeLate: 1,
    },
  ])
  expect(unassigned).toMatchObject({ queued: 1, due: { no_term: 1 }, pace: null, clearOn: null })
  expect(all).toMatchObject({ queued: 3, minutes: 165 })
})

test('R0-2.2.3b false alarms by detector and by light, with their interval; a group of two is shown neither itself nor by the rest', async () => {
  const view = await methodist.client.done(readFairness, {})
  expect(view).toMatchObject({
    name: '2025/26',
    sessions: 12,
    hints: 18,
    marked: 5,
    dismissed: 12,
    open: 1,
    least: 5,
  })
  expect(view.detectors).toMatchObject([
    {
      code: 'other_people_in_room',
      hints: 12,
      sessions: 6,
      marked: 3,
      dismissed: 9,
      falseAlarms: { part: 9, of: 12 },
    },
    {
      code: 'gadgets',
      hints: 6,
      sessions: 6,
      marked: 2,
      dismissed: 3,
      falseAlarms: { part: 3, of: 5, share: 0.6 },
    },
  ])
  const by = (name: string) => view.groups.find((one) => one.by === name)
  expect(by('light')).toMatchObject({
    hidden: 0,
    rows: [
      { group: 'good', people: 6, hints: 6, perSession: 1, falseAlarms: { part: 3, of: 5 } },
      { group: 'poor', people: 6, hints: 12, perSession: 2, falseAlarms: { part: 9, of: 12 } },
    ],
  })
  expect(by('camera')).toMatchObject({
    rows: [
      { group: 'below_480', people: 5 },
      { group: 'from_720', people: 7 },
    ],
  })
  expect(by('device')).toEqual({ by: 'device', rows: [], hidden: 2 })
  expect(by('accommodated')).toEqual({ by: 'accommodated', rows: [], hidden: 2 })
  expect(view.answerers.map(({ answered }) => answered)).toEqual([12, 5])
  expect(view.changed).toMatchObject({ part: 1, of: 1 })
  expect(view.takenOff).toMatchObject({ part: 1, of: 3 })
  // No name and no id of a person is in it.
  expect(JSON.stringify(view)).not.toMatch(/acc_|ses_|Ученик|Орлова/)
})

test('the figures of an exam: how long, how whole, what failed, statuses, decisions and appeals', async () => {
  const figures = await teacher.client.done(readExamFigures, { params: { eid: may } })
  expect(figures.people).toBe(12)
  expect(figures.stages).toMatchObject({ finished: 12, interrupted: 0 })
  expect(figures.durations.spread).toMatchObject({ count: 12, least: 30, median: 35.5, most: 41 })
  expect(figures.durations.bins.reduce((sum, { count }) => sum + count, 0)).toBe(12)
  // Twelve hints in the first five minutes, six in the stretch from 25.
  expect(figures.hints).toMatchObject({ total: 18, open: 1, stretchMinutes: 5 })
  expect(figures.hints.stretches.map(({ hints }) => hints)).toEqual([12, 0, 0, 0, 0, 6, 0, 0, 0])
  expect(figures.hints.stretches[6]).toMatchObject({ fromMinute: 30, writing: 11 })
  // The weakest track counts: all of it, and 85.5 %.
  expect(figures.coverage.spread).toMatchObject({ count: 2, least: 85.5, most: 100 })
  expect(figures.failures).toEqual({ count: 1, minutes: 20, faults: [{ fault: 'network', count: 1 }] })
  // One of two marks that counted was taken off.
  expect(figures.marks).toMatchObject([{ code: 'gadgets', count: 1 }])
  expect(figures.statuses).toEqual([1, 0, 1, 0, 0, 0])
  expect(figures.decisions).toEqual([
    { value: 'confirmed', count: 2 },
    { value: 'negative', count: 1 },
  ])
  expect(figures.undecided).toBe(9)
  expect(figures.appeals).toMatchObject({
    filed: 3,
    open: 1,
    dismissed: 1,
    upheld: { part: 1, of: 2, share: 0.5 },
  })
})

test('T-30 T-10 a teacher has the own exams alone, another institution has none, and nobody else has a dashboard', async () => {
  const titles = async (who: TestPerson) =>
    (await who.client.done(listExamFigures, {})).rows.map(({ title }) => title)
  expect(await titles(teacher)).toEqual(['Физика, май'])
  expect(await titles(stranger)).toEqual([])
  expect((await stranger.client.call(readExamFigures, { params: { eid: may } })).code).toBe('not_found')
  expect(await titles(methodist)).toEqual(['Алгебра', 'Физика, май'])
  const page = await methodist.client.done(listExamFigures, { query: { page: 2 } })
  expect(page.rows).toEqual([])

  expect(await titles(other.admin)).toEqual([])
  expect(await other.admin.client.done(readFairness, {})).toMatchObject({ sessions: 0, hints: 0 })
  expect(await other.admin.client.done(readToday, {})).toMatchObject({
    people: 0,
    urgent: [],
    ticketsOpen: 0,
  })
  expect((await other.admin.client.call(readExamFigures, { params: { eid: may } })).code).toBe('not_found')

  for (const route of [readToday, readFairness, readReviewLoad])
    for (const who of [teacher, proctor]) expect((await who.client.call(route, {})).status).toBe(403)
  expect((await proctor.client.call(listExamFigures, {})).status).toBe(403)
})

/** Cells of a row of the first sheet, as another program's reader of archives gives them: text, or a number that is one. */
function rowOf(book: Uint8Array, first: string, next?: string): readonly (string | number)[] {
  const strings = [
    ...part(book, 'xl/sharedStrings.xml').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs),
  ].map(([, text]) => text ?? '')
  const rows = [...part(book, 'xl/worksheets/sheet1.xml').matchAll(/<row .*?<\/row>/gs)].map(([row]) =>
    [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].flatMap(([, tag = '', body = '']) => {
      const value = /<v>(.*?)<\/v>/.exec(body)?.[1]
      if (value === undefined) return []
      return [/t="s"/.test(tag) ? (strings[Number(value)] ?? '') : Number(value)]
    }),
  )
  const found = rows.find((row) => row[0] === first && (next === undefined || row[1] === next))
  if (!found) throw new Error(`no row ${first} ${next ?? ''}`)
  return found
}

test('each dashboard is taken away as a sheet whose numbers are numbers, and who took it is in the journal', async () => {
  const day = await methodist.client.done(todayFile, { query: {} })
  expect(rowOf(day, 'Алгебра')).toEqual(['Алгебра', 9, 1, 1, 1, 1, 1, 2, 1, 1, 0, 2])
  const load = await methodist.client.done(reviewLoadFile, { query: {} })
  expect(rowOf(load, 'Орлова Елена').slice(0, 5)).toEqual(['Орлова Елена', 2, 120, 1, 1])
  const fair = await methodist.client.done(fairnessFile, { query: {} })
  expect(rowOf(fair, 'Всего', 'Подсказок')).toEqual(['Всего', 'Подсказок', 18])
  expect(rowOf(fair, 'По свету', 'плохой: ложных из решённых')).toEqual([
    'По свету',
    'плохой: ложных из решённых',
    9,
    12,
    75,
    46.8,
    91.1,
  ])
  expect(part(fair, 'xl/sharedStrings.xml')).not.toMatch(/Ученик|специальным условиям: есть/)
  const figures = await teacher.client.done(examFiguresFile, { params: { eid: may }, query: {} })
  expect(rowOf(figures, 'Апелляции', 'Удовлетворены из решённых')).toEqual([
    'Апелляции',
    'Удовлетворены из решённых',
    1,
    2,
    50,
    9.5,
    90.5,
  ])
  const csv = await methodist.client.call(fairnessFile, { query: { as: 'csv' } })
  expect(csv.text).toContain('плохой: ложных из решённых;9;12;75;46,8;91,1')
  expect((await stranger.client.call(examFiguresFile, { params: { eid: may }, query: {} })).code).toBe(
    'not_found',
  )

  const dpo = await server.person('dpo')
  const { rows } = await dpo.client.done(readJournal, { query: { object: server.id } })
  const taken = rows.filter(({ action }) => action.startsWith('report.'))
  expect(taken.map(({ action }) => action).toSorted()).toEqual([
    'report.fairness',
    'report.fairness',
    'report.reviews',
    'report.today',
  ])
})
