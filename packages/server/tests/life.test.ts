import { listMySessions, readSession, stopSession, submitSession } from '@ochno/contract/sessions'
import { bootServer, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await bootServer()
})
afterAll(() => server.stop())

test('R1-3.1a R1-3.1b an examinee is authorised, works, hands in; the window is kept with its cause', async () => {
  const { id, examinee } = await server.running()
  const { rows } = await examinee.client.done(listMySessions, {})
  expect(rows.map((row) => [row.id, row.state, row.task])).toEqual([[id, 'in_progress', 'Решите уравнение.']])
  const { session } = await examinee.client.done(submitSession, { params: { sid: id } })
  expect([session.state, session.endCause, session.task]).toEqual(['deauthorized', 'by_examinee', null])
  expect((await examinee.client.call(submitSession, { params: { sid: id } })).code).toBe('already_over')
})

test('a proctor stops an assigned session with a reason, and no other', async () => {
  const { id, examinee, proctors } = await server.running()
  const other = await server.person('proctor')
  const stop = { params: { sid: id }, body: { reason: 'Второй человек в комнате' } }
  expect((await other.client.call(stopSession, stop)).code).toBe('not_found')
  const proctor = proctors[0]
  await proctor?.client.done(stopSession, stop)
  const { session } = await examinee.client.done(readSession, { params: { sid: id } })
  expect([session.state, session.endCause, session.endReason]).toEqual([
    'deauthorized',
    'auto',
    'Второй человек в комнате',
  ])
})
