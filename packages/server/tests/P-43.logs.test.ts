import { createAccount } from '@ochno/contract/accounts'
import { stopSession } from '@ochno/contract/sessions'
import { readTimeline } from '@ochno/contract/watch'
import { acceptInvitation, changePassword, signIn } from '@ochno/contract/sign-in'
import { pinoLog } from '@ochno/server/adapters/pino/log'
import { Client } from '@ochno/testkit/client'
import { bootServer, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const lines: string[] = []
let server: TestServer
beforeAll(async () => {
  server = await bootServer({ log: pinoLog('debug', { write: (line) => void lines.push(line) }) })
})
afterAll(() => server.stop())

test('P-43 nothing secret or personal is found in logs, figures, errors, job payloads or the journal’s open part', async () => {
  const canary = {
    password: 'КАНАРЕЙКА-пароль-один',
    next: 'КАНАРЕЙКА-пароль-два',
    name: 'Канарейкин Кенар',
    login: 'canary.login',
    title: 'КАНАРЕЙКА экзамен',
    task: 'КАНАРЕЙКА задача',
    reason: 'КАНАРЕЙКА причина',
  }
  const { invitation } = await server.admin.client.done(createAccount, {
    body: { login: canary.login, fullName: canary.name, roles: ['examinee'] },
  })
  const client = new Client(server.url)
  await client.done(acceptInvitation, { body: { token: invitation.token, password: canary.password } })
  await new Client(server.url).call(signIn, {
    body: { login: canary.login, password: `${canary.password}!` },
  })
  await client.done(changePassword, { body: { current: canary.password, next: canary.next } })
  const exam = await server.exam({ title: canary.title, instructions: canary.task })
  const { id, proctors } = await server.running({ exam })
  await proctors[0]?.client.done(stopSession, { params: { sid: id }, body: { reason: canary.reason } })
  // Errors of the database quote what was sent; they must not be repeated.
  await server.database.owner('alter table account rename to account_away')
  const failed = await server.admin.client.raw('GET', `/api/accounts?find=${encodeURIComponent(canary.name)}`)
  await server.database.owner('alter table account_away rename to account')
  expect(failed.status).toBe(500)
  server.app.base.log.error(
    'test.planted',
    { name: canary.name, route: canary.title },
    Object.assign(new Error(canary.password), { detail: canary.reason }),
  )

  const metrics = (await server.stranger().raw('GET', '/metrics')).text
  const dump = async (sql: string) => JSON.stringify((await server.database.owner(sql)).rows)
  const places = {
    logs: lines.join('\n'),
    metrics,
    error: failed.text,
    jobs: await dump('select * from graphile_worker._private_jobs'),
    outbox: await dump('select * from outbox'),
    journal: await dump('select * from audit_entry'),
    limits: await dump('select * from sign_in_throttle'),
  }
  expect(places.logs).toContain('test.planted')
  const secrets = [
    ...Object.values(canary),
    invitation.token,
    client.cookie.split('=')[1] as string,
    server.admin.client.cookie.split('=')[1] as string,
    '$argon2id',
    'postgres://',
  ]
  for (const [place, text] of Object.entries(places))
    for (const secret of secrets)
      expect([place, secret, text.includes(secret)]).toEqual([place, secret, false])
})

test('R0-2.2.2b what somebody may not see is refused, and the log says who asked by which route, without names', async () => {
  const { id, examinee } = await server.running()
  const stranger = await server.person('proctor', { fullName: 'Любопытный Иван' })
  const told = () =>
    lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'http.refused') as {
      account: string
      route: string
      status: number
    }[]
  const refused = await stranger.client.call(readTimeline, { params: { sid: id }, query: {} })
  const own = await examinee.client.call(readTimeline, { params: { sid: id }, query: {} })
  expect([refused.status, own.status]).toEqual([404, 403])
  const route = '/api/sessions/:sid/timeline'
  // The line is written once the reply has gone out.
  await vi.waitFor(
    () => {
      for (const [account, status] of [
        [stranger.id, 404],
        [examinee.id, 403],
      ])
        expect(told()).toContainEqual(expect.objectContaining({ account, route, status }))
    },
    { timeout: 20_000 },
  )
  expect(lines.join('\n')).not.toContain('Любопытный')
})
