// What the system tells people in their account, and what it knows of having told them.
import {
  countMyNotices,
  listExamNotices,
  listMyNotices,
  readNotice,
  sendMessage,
  takeCalendar,
  tellSchedule,
} from '@ochno/contract/notices'
import { postgresUntold } from '@ochno/server/adapters/postgres/notices'
import { postgresStore } from '@ochno/server/adapters/postgres/store'
import { tellUntold } from '@ochno/server/features/notices/tell-untold'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let teacher: TestPerson
beforeAll(async () => {
  // The job of every minute stands still: a test tells when it means to.
  server = await bootServer({ parts: [{ tasks: { tell_schedules: async () => {} } }] })
  teacher = await server.person('teacher')
})
afterAll(() => server.stop())

async function planned() {
  const exam = await server.exam({ title: 'Физика, 9 класс' })
  const [orlov, serova] = [
    await server.session({ exam, examinee: await server.person('examinee', { fullName: 'Орлов Пётр' }) }),
    await server.session({ exam, examinee: await server.person('examinee', { fullName: 'Серова Анна' }) }),
  ]
  return { params: { eid: exam }, orlov, serova }
}
const states = async (params: { eid: string }) =>
  (await teacher.client.done(listExamNotices, { params })).rows.map((row) => [row.examinee.name, row.state])

test('R4-3.6b the schedule stands in each examinee’s account; delivery and reading are known to the teacher', async () => {
  const { params, orlov } = await planned()
  expect(await states(params)).toEqual([
    ['Орлов Пётр', 'not_told'],
    ['Серова Анна', 'not_told'],
  ])
  expect(await teacher.client.done(tellSchedule, { params })).toEqual({ told: 2 })
  expect(await states(params)).toEqual([
    ['Орлов Пётр', 'queued'],
    ['Серова Анна', 'queued'],
  ])

  const { client } = orlov.examinee
  expect(await client.done(countMyNotices, {})).toEqual({ unread: 1 })
  const [notice] = (await client.done(listMyNotices, {})).rows
  expect(notice).toMatchObject({
    kind: 'schedule',
    edition: 1,
    readAt: null,
    facts: { title: 'Физика, 9 класс', session: orlov.id, lengthMinutes: 45 },
  })
  expect((await states(params))[0]).toEqual(['Орлов Пётр', 'delivered'])

  const said = await client.done(readNotice, { params: { nid: notice?.id ?? '' } })
  expect((await states(params))[0]).toEqual(['Орлов Пётр', 'read'])
  const again = await client.done(readNotice, { params: { nid: notice?.id ?? '' } })
  expect(again.readAt).toBe(said.readAt)
  expect(await client.done(countMyNotices, {})).toEqual({ unread: 0 })
})

test('R4-3.6b who was told is not told again; who was told of other times is', async () => {
  const { params, orlov } = await planned()
  await teacher.client.done(tellSchedule, { params })
  expect(await teacher.client.done(tellSchedule, { params })).toEqual({ told: 0 })
  await server.database.owner("update session set closes_at = closes_at + interval '1 hour' where id = $1", [
    orlov.id,
  ])
  expect(await states(params)).toEqual([
    ['Орлов Пётр', 'not_told'],
    ['Серова Анна', 'queued'],
  ])
  expect(await teacher.client.done(tellSchedule, { params })).toEqual({ told: 1 })
  const { rows } = await orlov.examinee.client.done(listMyNotices, {})
  expect(rows.map(({ edition }) => edition).toSorted()).toEqual([1, 2])
})

test('R4-3.6b whoever was put into an exam or moved is told without anybody pressing a button, each once', async () => {
  const { params, orlov } = await planned()
  const { base } = server.app
  const untold = postgresUntold(server.database.pools.auth)
  const store = postgresStore(server.database.pools.app, base.ids)
  const sweep = () => tellUntold({ ...base, store, untold })
  await sweep()
  await sweep()
  expect((await states(params)).map(([, state]) => state)).toEqual(['queued', 'queued'])
  await server.database.owner("update session set opens_at = opens_at + interval '5 minutes' where id = $1", [
    orlov.id,
  ])
  await sweep()
  const { rows } = await orlov.examinee.client.done(listMyNotices, {})
  expect(rows.map(({ edition }) => edition).toSorted()).toEqual([1, 2])
  expect(await untold(base.clock.now())).toEqual([])
})

test('a message of the organiser reaches everybody of the exam and nobody else', async () => {
  const { params, orlov, serova } = await planned()
  const other = await server.person('examinee')
  const text = 'Возьмите калькулятор.\nСканер не нужен.'
  expect(await teacher.client.done(sendMessage, { params, body: { text } })).toEqual({ told: 2 })
  for (const { client } of [orlov.examinee, serova.examinee])
    expect((await client.done(listMyNotices, {})).rows[0]).toMatchObject({ kind: 'message', facts: { text } })
  expect((await other.client.done(listMyNotices, {})).rows).toEqual([])
  expect((await teacher.client.call(sendMessage, { params, body: { text: ' ' } })).status).toBe(400)
})

test('messages that are sent at once are all kept', async () => {
  const { params, orlov } = await planned()
  const send = (text: string) => teacher.client.done(sendMessage, { params, body: { text } })
  await send('Первое')
  const texts = ['Второе', 'Третье', 'Четвёртое', 'Пятое']
  await Promise.all(texts.map(send))
  const { rows } = await server.database.owner(
    "select facts->>'text' as text from notice where to_account = $1 and about = $2",
    [orlov.examinee.id, params.eid],
  )
  expect(rows.map(({ text }) => text).toSorted()).toEqual(['Первое', ...texts].toSorted())
})

test('T-30 a notice of another person can not be marked as read', async () => {
  const { params, orlov, serova } = await planned()
  await teacher.client.done(tellSchedule, { params })
  const [notice] = (await orlov.examinee.client.done(listMyNotices, {})).rows
  const reply = await serova.examinee.client.call(readNotice, { params: { nid: notice?.id ?? '' } })
  expect(reply.code).toBe('not_found')
  expect((await states(params))[0]).toEqual(['Орлов Пётр', 'delivered'])
})

test('the examinee takes the exam into a calendar of their own; somebody else does not', async () => {
  const { orlov, serova } = await planned()
  const asked = { params: { sid: orlov.id } }
  const reply = await orlov.examinee.client.call(takeCalendar, asked)
  expect(reply.status).toBe(200)
  expect(reply.headers.get('content-type')).toContain('text/calendar')
  expect(reply.text).toContain('SUMMARY:Физика\\, 9 класс')
  expect((await serova.examinee.client.call(takeCalendar, asked)).code).toBe('not_found')
})
