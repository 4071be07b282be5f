// Papers of before an exam, filled in by the server: what was written down once is printed, the rest is a line to write on.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addOrder } from '@ochno/contract/appointments'
import { stateConditions } from '@ochno/contract/exam-admission'
import {
  printChecklist,
  printExamSchedule,
  printProctorForm,
  printTechnologyPeople,
} from '@ochno/contract/filled-forms'
import { changePaperSetting } from '@ochno/contract/forms'
import { addPart } from '@ochno/contract/institution'
import { createGroup } from '@ochno/contract/people-groups'
import type { SessionId } from '@ochno/domain/ids'
import { actInForce } from '@ochno/testkit/act-in-force'
import type { Client } from '@ochno/testkit/client'
import { bootServer, type TestInstitution, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { pdfText, squeezed } from './support/pdf-text.ts'

let server: TestServer
let school: TestInstitution
let admin: Client
beforeAll(async () => {
  server = await bootServer()
})
beforeEach(async () => {
  school = await server.otherInstitution()
  admin = school.admin.client
  await admin.done(changePaperSetting, {
    body: {
      name: 'Учебный центр «Энергия»',
      short: 'УЦ «Энергия»',
      dative: 'учебному центру «Энергия»',
      address: '153000, г. Иваново, ул. Мира, д. 1',
      city: 'г. Иваново',
      fixTypos: false,
    },
  })
})
afterAll(() => server.stop())

type Reply = { readonly status: number; readonly code: string; readonly body: Uint8Array }
/** As text, and beside it as a file for whoever wants to look at it. */
function textOf(name: string, { status, code, body }: Reply): string {
  expect([name, status, code]).toEqual([name, 200, ''])
  const folder = process.env.OCHNO_PAPERS
  if (folder) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${name}.pdf`), body)
  }
  return pdfText(body)
}
const holds = (text: string, ...words: readonly string[]) => {
  for (const one of words) expect(text).toContain(squeezed(one))
}
const proctorForm = (
  form: 'F-003-2' | 'F-003-3' | 'F-004-6',
  query: object = {},
  as: 'pdf' | 'docx' = 'pdf',
  by = admin,
) => by.call(printProctorForm, { params: { form }, query: { as, ...query } })
const sheet = 'Журнал № 3'

test('R3-2.6c the order and the journal on proctors are printed from their papers: only the instructed are appointed, each day of teaching is a line', async () => {
  await actInForce(admin, '003')
  const person = (fullName: string, papers: object) => school.person('proctor', { fullName, papers })
  await person('Орлова Вера Павловна', {
    instructed: { on: '2026-01-12', by: 'Климов Пётр Ильич', sheet },
    trained: [
      { variant: 'sync', on: '2026-01-12', sheet },
      { variant: 'async', on: '2026-01-14', sheet },
    ],
  })
  await person('Не Инструктированный', { instructed: null, trained: [] })
  const order = textOf(
    'F-003-2',
    await proctorForm('F-003-2', { number: '17-п', on: '2026-08-28', from: '2026-09-01', to: '2027-08-31' }),
  )
  holds(
    order,
    '№ 17-п от 28 августа 2026 г.',
    'с 01.09.2026 по 31.08.2027',
    'Орлова Вера Павловна',
    '12.01.2026, Климов Пётр Ильич',
  )
  expect(order).not.toContain(squeezed('Не Инструктированный'))
  // What is not decided yet is written by hand.
  const draft = textOf('F-003-2-draft', await proctorForm('F-003-2'))
  holds(draft, 'Орлова Вера Павловна')
  expect(draft).not.toContain('1111')
  const journal = textOf('F-003-3', await proctorForm('F-003-3'))
  holds(
    journal,
    'работа в системе; синхронный прокторинг',
    'асинхронный прокторинг',
    '14.01.2026',
    `подпись: ${sheet}`,
  )
  const word = await proctorForm('F-003-2', {}, 'docx')
  expect([word.status, word.headers.get('content-type')?.includes('wordprocessingml')]).toEqual([200, true])
  expect((await proctorForm('F-003-2', { from: '2026-09-02', to: '2026-09-01' })).code).toBe(
    'ends_before_it_begins',
  )
  const proctor = await school.person('proctor')
  expect((await proctorForm('F-003-2', {}, 'pdf', proctor.client)).status).toBe(403)
})

test('R4-5.3 the act on appointment names every proctor and tells of non-disclosure word for word; who signed has the day', async () => {
  await actInForce(admin, '004')
  await school.person('proctor', {
    fullName: 'Орлова Вера Павловна',
    papers: { secrecy: { on: '2026-01-10', act: 'Приказ № 15', sheet } },
  })
  await school.person('proctor', { fullName: 'Кузнецов Олег Львович', papers: { secrecy: null } })
  const text = textOf(
    'F-004-6',
    await proctorForm('F-004-6', { number: '15', on: '2026-01-09', exams: 'Электробезопасность' }),
  )
  holds(
    text,
    '№ 15 от 9 января 2026 г.',
    'Электробезопасность',
    'Орлова Вера Павловна',
    'Кузнецов Олег Львович',
    '10.01.2026',
    'уведомлен о неразглашении персональных данных тестируемых Обучающихся, включая фото и видеозаписи',
  )
})

test('R2-0b the list of those who keep up technologies comes from the orders in force: person, post, contacts, ground', async () => {
  await actInForce(admin, '002')
  const lacks = () => admin.call(printTechnologyPeople, { query: { as: 'pdf' } })
  expect((await lacks()).code).toBe('paper_lacks')
  const { id: part } = await admin.done(addPart, {
    body: { name: 'СДО Moodle', facts: { kind: 'technology', post: 'it_teacher', topics: [] } },
  })
  const keeper = await school.person('teacher', { fullName: 'Тихонова Анна Сергеевна' })
  const row = (of: string, email: string) => ({
    person: keeper.id,
    post: 'Учитель информатики',
    duty: 'technology' as const,
    part: of,
    phone: '+7 4932 55-00-11',
    email,
    hours: '',
  })
  await admin.done(addOrder, {
    body: {
      number: '41',
      signedOn: '2026-08-28',
      term: null,
      rows: [row(part, 'it@school.example')],
    } as never,
  })
  const text = textOf('F-002-2', await lacks())
  holds(
    text,
    'СДО Moodle',
    'Тихонова Анна Сергеевна',
    'Учитель информатики',
    'it@school.example',
    'приказ № 41 от 28.08.2026',
  )
})

test('R4-3.6a R4-3.6b R4-3.8a the schedule says when, in which group, under whose eyes and whether it was brought; the checklist is printed when everything is confirmed', async () => {
  await actInForce(admin, '004')
  const people: TestPerson[] = []
  for (const fullName of ['Соколов Артём', 'Белова Ника'])
    people.push(await school.person('examinee', { fullName }))
  const proctor = await school.person('proctor', { fullName: 'Орлова Вера Павловна' })
  const { id: group } = await admin.done(createGroup, { body: { name: 'ЭБ-21', stream: null } as never })
  await server.database.owner(
    'insert into people_group_member (account_id, tenant_id, group_id, since) values ($1, $2, $3, now())',
    [people[0]?.id, school.id, group],
  )
  const first = await school.session({ examinee: people[0], proctors: [proctor] } as never)
  await school.session({ exam: first.exam, examinee: people[1], proctors: [proctor] } as never)
  const query = { as: 'pdf', exam: first.exam } as const
  const schedule = textOf('F-004-7', await admin.call(printExamSchedule, { query }))
  holds(
    schedule,
    'Расписание испытаний с применением технологии прокторинга',
    'ЭБ-21',
    'Орлова Вера Павловна',
    'синхронный',
    'доведено 1 из 1',
  )
  const list = () => admin.call(printChecklist, { query })
  const text = textOf('F-004-8', await list())
  holds(text, 'Списки испытуемых актуальны', 'Информирование / инструктаж испытуемых проведён')
  // What is not confirmed is named and not printed as done (TR-73).
  await admin.done(stateConditions, {
    params: { sid: first.id as SessionId },
    body: { conditions: [{ code: 'Оплата', met: null, ground: 'Положение' }] },
  })
  const open = await list()
  expect([open.status, open.code]).toEqual([409, 'checklist_open'])
  const other = await server.otherInstitution()
  for (const route of [printExamSchedule, printChecklist])
    expect((await other.admin.client.call(route, { query })).status).toBe(404)
})
