import { readSession } from '@ochno/contract/sessions'
import { steppedClock } from '@ochno/testkit/clock'
import { bootServer, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const { clock, pass } = steppedClock()
let server: TestServer
beforeAll(async () => {
  server = await bootServer({ clock })
})
afterAll(() => server.stop())

const jobs = async (): Promise<{ key: string; run_at: Date }[]> =>
  (await server.database.owner('select key, run_at from graphile_worker.jobs order by key')).rows

const outboxEmpty = () =>
  vi.waitFor(
    async () =>
      expect((await server.database.owner('select count(*)::int as n from outbox')).rows[0].n).toBe(0),
    { timeout: 20_000 },
  )

test('F-10 an effect of a committed change is queued once, however often it is moved; a refused change queues nothing', async () => {
  const { id, examinee } = await server.running()
  await outboxEmpty()
  const again = await examinee.client.raw('POST', `/api/sessions/${id}/authorize`)
  expect(again.status).toBe(409)
  await server.database.owner(
    "insert into outbox (tenant_id, task, key, run_at, payload) select $1, 'session_expire', $2, now() + interval '1 day', '{}'",
    [server.id, `expire:${id}`],
  )
  await outboxEmpty()
  expect((await jobs()).filter((job) => job.key === `expire:${id}`)).toHaveLength(1)
})

test('R1-3.1b T-16 the deadline ends a session by itself, once, with the cause auto', async () => {
  const { id, exam, examinee } = await server.running()
  const absent = await server.session({ exam })
  const see = async () => (await examinee.client.done(readSession, { params: { sid: id } })).session
  pass(45 * 60 + 5)
  await server.database.owner("select graphile_worker.add_job('session_sweep')")
  await vi.waitFor(async () => expect((await see()).state).toBe('deauthorized'), { timeout: 20_000 })
  const session = await see()
  expect([session.endCause, session.deauthorizedAt]).toEqual(['auto', session.deadline])
  await server.database.owner("select graphile_worker.add_job('session_sweep')")
  pass(20 * 60)
  await server.database.owner("select graphile_worker.add_job('session_sweep')")
  const states = async () =>
    (await server.database.owner('select state from session where id = $1', [absent.id])).rows[0].state
  await vi.waitFor(async () => expect(await states()).toBe('expired_not_started'), { timeout: 20_000 })
  const { rows } = await server.database.owner(
    "select count(*)::int as n from audit_entry where object = $1 and action = 'session.deauthorized'",
    [id],
  )
  expect(rows[0].n).toBe(1)
})

test('F-14 T-16 fifty submissions at once: one wins', async () => {
  const { id, examinee } = await server.running({ examinee: await freshExaminee() })
  const replies = await Promise.all(
    Array.from({ length: 50 }, () => examinee.client.raw('POST', `/api/sessions/${id}/submit`)),
  )
  expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1)
  expect(replies.filter((reply) => reply.code === 'already_over')).toHaveLength(49)
})

async function freshExaminee() {
  // An hour has passed: the administrator signs in again.
  const { signIn } = await import('@ochno/contract/sign-in')
  await server.admin.client.done(signIn, {
    body: { login: server.admin.login, password: server.admin.password },
  })
  return server.person('examinee')
}
