// What a proctor and an examinee say and do to each other in a running session.
import {
  listComplaints,
  readConduct,
  readMarks,
  readOwnConduct,
  sayToExaminee,
  sayToProctor,
} from '@ochno/contract/conduct'
import { stopSession } from '@ochno/contract/sessions'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await bootServer()
})
afterAll(() => server.stop())

const proctorOf = (session: TestSession) => session.proctors[0] as TestPerson
const ask = (session: TestSession, who: TestPerson, body: object) =>
  who.client.call(sayToExaminee, { params: { sid: session.id }, body: body as never })
const answer = (session: TestSession, body: object) =>
  session.examinee.client.call(sayToProctor, { params: { sid: session.id }, body: body as never })
const seen = async (session: TestSession, query: object = {}) =>
  (await session.examinee.client.done(readOwnConduct, { params: { sid: session.id }, query })).rows
const log = async (session: TestSession) =>
  (await proctorOf(session).client.done(readConduct, { params: { sid: session.id }, query: {} })).rows

test('R0-1.4i R1-5.2a both write to each other, in order, and all of it stays', async () => {
  const session = await server.running()
  await ask(session, proctorOf(session), { kind: 'chat', text: 'Поправьте, пожалуйста, камеру.' })
  await answer(session, { kind: 'chat', text: 'Поправил.' })
  const rows = (await seen(session)).map(({ seq, party, entry }) => [
    seq,
    party,
    entry.kind === 'chat' && entry.text,
  ])
  expect(rows).toEqual([
    [1, 'proctor', 'Поправьте, пожалуйста, камеру.'],
    [2, 'examinee', 'Поправил.'],
  ])
  expect((await log(session)).map(({ seq }) => seq)).toEqual([1, 2])
  const { rows: told } = await server.database.owner(
    "select action, role from audit_entry where object = $1 and action like 'conduct.%' order by at, id",
    [session.id],
  )
  expect(told).toEqual([
    { action: 'conduct.chat', role: 'proctor' },
    { action: 'conduct.chat', role: 'examinee' },
  ])
})

test('R1-5.2b TR-46 a warning needs a reason, goes out as text and sound, and its arrival by each is on the record', async () => {
  const session = await server.running()
  const words = { kind: 'warning', text: 'Уберите телефон со стола.' }
  expect((await ask(session, proctorOf(session), { ...words, reason: '  ' })).status).toBe(400)
  const { body } = await ask(session, proctorOf(session), { ...words, reason: 'Телефон у клавиатуры' })
  expect(body.entry).toMatchObject({ media: ['text', 'audio'] })
  for (const medium of ['text', 'audio'])
    expect((await answer(session, { kind: 'reached', of: body.seq, medium })).status).toBe(200)
  expect((await answer(session, { kind: 'reached', of: 99, medium: 'text' })).code).toBe('nothing_to_answer')
  expect((await log(session)).map(({ entry }) => entry.kind)).toEqual(['warning', 'reached', 'reached'])
})

test('R3-4.2.6.1 R4-6.3.6a an instruction is confirmed by the examinee, and its being ignored is the proctor’s to say', async () => {
  const session = await server.running()
  const { body } = await ask(session, proctorOf(session), {
    kind: 'instruction',
    text: 'Покажите стол.',
    reason: 'Руки не видны',
  })
  const unseen = { kind: 'ignored', of: body.seq, reason: 'Стол не показан' }
  expect((await ask(session, proctorOf(session), unseen)).code).toBe('not_shown_yet')
  expect((await answer(session, { kind: 'followed', of: body.seq })).status).toBe(200)
  const ignored = { kind: 'ignored', of: body.seq, reason: 'Стол не показан' }
  expect((await ask(session, proctorOf(session), ignored)).status).toBe(200)
  expect((await answer(session, { kind: 'ignored', of: body.seq, reason: 'x' })).status).toBe(400)
})

test('R1-3.3a R4-5.8 a mark has a code, a time and a note; the examinee does not see it while the exam runs', async () => {
  const session = await server.running()
  const at = new Date().toISOString()
  const mark = { kind: 'mark', code: 'gadgets', from: at, to: at, note: 'Телефон' }
  expect((await ask(session, proctorOf(session), { ...mark, code: 'bad_mood' })).code).toBe('not_on_the_list')
  const before = new Date(Date.now() - 3_600_000).toISOString()
  expect((await ask(session, proctorOf(session), { ...mark, from: before })).code).toBe('wrong_range')
  const later = new Date().toISOString()
  expect((await ask(session, proctorOf(session), { ...mark, from: later, to: later })).status).toBe(200)
  expect(await seen(session)).toEqual([])
  const { marks } = await proctorOf(session).client.done(readMarks, { params: { sid: session.id } })
  expect(marks).toContainEqual(expect.objectContaining({ code: 'gadgets' }))
  const [row] = await log(session)
  expect(row?.entry).toMatchObject({ kind: 'mark', code: 'gadgets', note: 'Телефон' })
})

test('R1-5.2a R3-5.2.1 R4-7.3.1 what a proctor says is kept, and a complaint of the proctor reaches who runs the exam and never the proctor, also when it is over', async () => {
  const session = await server.running()
  await ask(session, proctorOf(session), { kind: 'chat', text: 'Быстрее!' })
  await proctorOf(session).client.done(stopSession, {
    params: { sid: session.id },
    body: { reason: 'Просто так' },
  })
  expect((await answer(session, { kind: 'chat', text: 'Почему?' })).code).toBe('not_running')
  expect((await answer(session, { kind: 'complaint', text: 'Меня торопили и остановили.' })).status).toBe(200)
  expect((await log(session)).map(({ entry }) => entry.kind)).toEqual(['chat', 'stop'])
  const teacher = await server.person('teacher')
  const { rows } = await teacher.client.done(listComplaints, {})
  expect(rows.find((row) => row.session === session.id)).toMatchObject({
    text: 'Меня торопили и остановили.',
  })
  expect((await proctorOf(session).client.call(listComplaints, {})).status).toBe(403)
})

test('T-10 T-30 a proctor who is not assigned and another examinee are not part of it', async () => {
  const session = await server.running()
  const [stranger, other] = [await server.person('proctor'), await server.person('examinee')]
  expect((await ask(session, stranger, { kind: 'chat', text: 'Эй' })).code).toBe('not_found')
  const asked = { params: { sid: session.id }, query: {} }
  expect((await stranger.client.call(readConduct, asked)).code).toBe('not_found')
  expect((await other.client.call(readOwnConduct, asked)).code).toBe('not_found')
})

test('an open question is answered the moment something is said, and alone when nothing is', async () => {
  const session = await server.running()
  expect(await seen(session, { after: 0, wait: 1 })).toEqual([])
  const waiting = seen(session, { after: 0, wait: 20 })
  await ask(session, proctorOf(session), { kind: 'chat', text: 'Слышите?' })
  expect((await waiting).map(({ seq }) => seq)).toEqual([1])
})

test('many who say something at once are numbered without a hole', async () => {
  const session = await server.running()
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, i) => answer(session, { kind: 'chat', text: `Слово ${i}` })),
  )
  expect(replies.map(({ body }) => body.seq).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, i) => i + 1),
  )
})
