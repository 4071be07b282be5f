// The dashboards over a small set whose figures were counted by hand: they stand beside the rows they come from.
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
import { readJournal } from '@ochno/contract/journal'
import type { ExamId } from '@ochno/domain/ids'
import { fromMs } from '@ochno/domain/time'
import { openZip } from '@ochno/server/adapters/sheets/unzip'
import { figuresSeed } from '@ochno/testkit/figures-day'
import { FIGURES_NOW } from '@ochno/testkit/figures-rows'
import { bootServer, type TestInstitution, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

const clock = { ms: () => FIGURES_NOW, now: () => fromMs(FIGURES_NOW), mono: () => performance.now() }

let server: TestServer
let methodist: TestPerson
let teacher: TestPerson
let stranger: TestPerson
let proctor: TestPerson
let may: ExamId
let other: TestInstitution

beforeAll(async () => {
  server = await bootServer({ clock })
  methodist = await server.person('methodist')
  teacher = await server.person('teacher', { courses: 'own' })
  stranger = await server.person('teacher', { courses: 'own' })
  proctor = await server.person('proctor', { fullName: 'Орлова Елена' })
  const second = await server.person('proctor')
  other = await server.otherInstitution()
  may = (await figuresSeed({ server, methodist, teacher, proctor, second })).may
}, 180_000)
afterAll(() => server?.stop())

test('P-28 a day asked for without names carries nobody’s name, and tells all the same what calls for a person', async () => {
  const named = await methodist.client.done(readToday, {})
  const bare = await methodist.client.done(readToday, { query: { names: 'hidden' } })
  const people = [
    ...named.urgent.flatMap(({ examinee, proctors }) => [examinee ?? '', ...proctors]),
    ...named.proctors.map(({ name }) => name),
  ].filter(Boolean)
  expect(people.length).toBeGreaterThan(4)
  const sent = JSON.stringify(bare)
  expect(people.filter((name) => sent.includes(name))).toEqual([])
  expect(bare.urgent.map(({ what, people: count }) => [what, count])).toEqual(
    named.urgent.map(({ what, people: count }) => [what, count]),
  )
  expect([named.names, bare.names, bare.urgentCount]).toEqual(['shown', 'hidden', named.urgentCount])
})

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
  expect(day.exams.map(({ title }) => title)).toEqual(['Алгебра, 9 класс'])
  expect(day.exams[0]).toMatchObject({ people: 9, unanswered: 2 })
  expect(day.proctors).toEqual([
    { id: proctor.id, name: 'Орлова Елена', watching: 3, most: 6, today: 3, unanswered: 2 },
  ])
  expect(day.urgent.map(({ what, examinee }) => [what, examinee])).toEqual([
    ['recording_silent', 'Рябинин Лев Андреевич'],
    // Three people of one exam are one thing to do.
    ['no_proctor', null],
    ['ticket', 'Орлова Елена'],
    ['unanswered', 'Соснов Матвей Юрьевич'],
    ['paused', 'Соснов Матвей Юрьевич'],
    ['door_waits', 'Преображенская-Кузнецова Александра Владиславовна'],
    ['late', 'Берёзкина Анна Ильинична'],
  ])
  expect(day.urgent[1]?.people).toBe(3)
  expect(day.urgentCount).toBe(7)
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
  expect(await titles(teacher)).toEqual(['Физика, 11 класс'])
  expect(await titles(stranger)).toEqual([])
  expect((await stranger.client.call(readExamFigures, { params: { eid: may } })).code).toBe('not_found')
  expect(await titles(methodist)).toEqual(['Алгебра, 9 класс', 'Физика, 11 класс'])
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

const part = async (book: Uint8Array, name: string): Promise<string> => {
  const bytes = await openZip(book).read(name)
  if (bytes === null) throw new Error(`no ${name}`)
  return bytes.toString('utf8')
}

/** Cells of a row of the first sheet: text, or a number that is one. */
async function rowOf(book: Uint8Array, first: string, next?: string): Promise<readonly (string | number)[]> {
  const strings = [
    ...(await part(book, 'xl/sharedStrings.xml')).matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs),
  ].map(([, text]) => text ?? '')
  const rows = [...(await part(book, 'xl/worksheets/sheet1.xml')).matchAll(/<row .*?<\/row>/gs)].map(
    ([row]) =>
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
  expect(await rowOf(day, 'Алгебра, 9 класс')).toEqual(['Алгебра, 9 класс', 9, 1, 1, 1, 1, 1, 2, 1, 1, 0, 2])
  const load = await methodist.client.done(reviewLoadFile, { query: {} })
  expect((await rowOf(load, 'Орлова Елена')).slice(0, 5)).toEqual(['Орлова Елена', 2, 120, 1, 1])
  const fair = await methodist.client.done(fairnessFile, { query: {} })
  expect(await rowOf(fair, 'Всего', 'Подсказок')).toEqual(['Всего', 'Подсказок', 18])
  expect(await rowOf(fair, 'По свету', 'плохой: ложных из решённых')).toEqual([
    'По свету',
    'плохой: ложных из решённых',
    9,
    12,
    75,
    46.8,
    91.1,
  ])
  expect((await rowOf(fair, 'По свету', 'плохой: стали отметками'))[2]).toBe(3)
  expect((await rowOf(fair, 'По свету', 'плохой: отклонены'))[2]).toBe(9)
  expect(await part(fair, 'xl/sharedStrings.xml')).not.toMatch(/Ученик|специальным условиям: есть/)
  const figures = await teacher.client.done(examFiguresFile, { params: { eid: may }, query: {} })
  expect(await rowOf(figures, 'Апелляции', 'Удовлетворены из решённых')).toEqual([
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
