// SM-19: help with the technology, asked before the exam and in the middle of it.
import { changeCard, createAct, moveAct, readAct } from '@ochno/contract/acts'
import {
  addToTicket,
  answerTicket,
  closeTicket,
  listMyTickets,
  listTickets,
  openTicket,
  readHelp,
  takeTicket,
} from '@ochno/contract/support'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let helper: TestPerson
let pupil: TestPerson
beforeAll(async () => {
  server = await bootServer()
  helper = await server.person('support', { fullName: 'Ломов Егор' })
  pupil = await server.person('examinee', { fullName: 'Орлов Пётр' })
})
afterAll(() => server.stop())

const ask = (who: TestPerson, text: string, more: { session?: string } = {}) =>
  who.client.done(openTicket, { body: { topic: 'camera', text, ...more } })
const queue = async () => (await helper.client.done(listTickets, { query: {} })).rows

test('R0-2.3 R1-4.5 SM-19 a question is asked outside any exam, taken, answered, doubted, solved and closed', async () => {
  const { ticket } = await ask(pupil, 'Камера показывает чёрный экран')
  const params = { kid: ticket.id }
  expect(ticket).toMatchObject({ state: 'routed', examNow: false, exam: null, asker: 'Орлов Пётр' })
  const early = await helper.client.call(answerTicket, { params, body: { text: 'Сейчас', solved: false } })
  expect(early.code).toBe('ticket_not_in_work')

  await helper.client.done(takeTicket, { params })
  expect((await helper.client.call(takeTicket, { params })).code).toBe('ticket_taken')
  expect((await pupil.client.call(closeTicket, { params })).code).toBe('not_solved')
  await helper.client.done(answerTicket, { params, body: { text: 'Откройте шторку камеры.', solved: true } })

  const [mine] = (await pupil.client.done(listMyTickets, {})).rows
  expect(mine).toMatchObject({ state: 'solved', takenBy: 'Ломов Егор' })
  expect(mine?.words.map(({ mine, text }) => [mine, text])).toEqual([
    [true, 'Камера показывает чёрный экран'],
    [false, 'Откройте шторку камеры.'],
  ])

  const again = await pupil.client.done(addToTicket, { params, body: { text: 'Открыл, всё равно чёрный' } })
  expect(again.ticket.state).toBe('in_work')
  await helper.client.done(answerTicket, { params, body: { text: 'Перезагрузите компьютер.', solved: true } })
  expect((await pupil.client.done(closeTicket, { params })).ticket.state).toBe('closed')
  expect((await pupil.client.call(addToTicket, { params, body: { text: 'ещё' } })).code).toBe('ticket_closed')
})

test('R0-2.3 SM-19 a question from the middle of an exam stands before older ones', async () => {
  await ask(pupil, 'Как подготовиться?')
  const session = await server.running()
  const { ticket } = await ask(session.examinee, 'Пропал звук', { session: session.id })
  expect(ticket).toMatchObject({ examNow: true, exam: 'Алгебра' })
  const waiting = await queue()
  expect(waiting[0]?.id).toBe(ticket.id)
  expect(waiting.map(({ examNow }) => examNow)).toContain(false)
})

test('T-30 one asks about one’s own session only, and reads one’s own questions only', async () => {
  const session = await server.running()
  const foreign = { topic: 'sound', text: 'Не слышно', session: session.id } as const
  expect((await pupil.client.call(openTicket, { body: foreign })).code).toBe('not_found')
  const { ticket } = await ask(session.examinee, 'Вопрос')
  const params = { kid: ticket.id }
  expect((await pupil.client.call(addToTicket, { params, body: { text: 'я' } })).code).toBe('not_found')
  expect((await pupil.client.done(listMyTickets, {})).rows.map(({ id }) => id)).not.toContain(ticket.id)
})

test('the eleventh open question of one person is refused, and numbers of an institution have no hole', async () => {
  const busy = await server.person('examinee')
  const numbers: number[] = []
  for (let i = 0; i < 10; i++) numbers.push((await ask(busy, `Вопрос ${i}`)).ticket.no)
  const reply = await busy.client.call(openTicket, { body: { topic: 'other', text: 'Одиннадцатый' } })
  expect(reply.code).toBe('too_many_tickets')
  expect(numbers).toEqual(numbers.map((_, i) => (numbers[0] ?? 0) + i))
})

for (const [id, preset, unit] of [
  ['SM-19', '000', 'Учителя информатики, инженер-программист, администратор МАХ (Сферум)'],
  ['R1-1.4b R1-4.5', '001', 'Учебный отдел'],
  ['R3-1.3', '003', 'Отдел информационных технологий'],
  ['R4-3.9', '004', 'Служба технической поддержки'],
] as const)
  test(`${id} under act ${preset} the one who helps is named: ${unit}`, async () => {
    const school = await server.otherInstitution()
    const admin = school.admin.client
    expect(await admin.done(readHelp, {})).toEqual({ unit: null, technologies: [] })
    const act = await admin.done(createAct, { body: { from: 'preset', preset } })
    const params = { aid: act.id }
    await admin.done(changeCard, { params, body: { ...act.card, effectiveFrom: '2024-09-01' } })
    const steps = ['consider', ...(act.card.steps.length > 0 ? (['agree'] as const) : []), 'approve'] as const
    for (const command of steps) await admin.done(moveAct, { params, body: { command } })
    expect((await admin.done(readAct, { params })).state).toBe('effective')
    const person = await school.person('examinee')
    const { ticket } = await ask(person, 'Не открывается страница')
    expect(ticket.unit).toBe(unit)
    expect(await person.client.done(readHelp, {})).toEqual({ unit, technologies: [] })
  })
