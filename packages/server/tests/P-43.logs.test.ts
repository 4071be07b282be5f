import { readFileSync } from 'node:fs'
import { createAccount } from '@ochno/contract/accounts'
import { saveMail, sendTrialLetter, setMyEmail } from '@ochno/contract/mail'
import { stopSession } from '@ochno/contract/sessions'
import { readTimeline } from '@ochno/contract/watch'
import { acceptInvitation, changePassword, signIn } from '@ochno/contract/sign-in'
import { pinoLog } from '@ochno/server/adapters/pino/log'
import { type Capability, type Role, roleMay, roles } from '@ochno/domain/access/table'
import { Client, fill } from '@ochno/testkit/client'
import { DATABASE_LOG } from '@ochno/testkit/cluster'
import { jpegOf } from '@ochno/testkit/door'
import { postOffice } from '@ochno/testkit/post-office'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { z } from 'zod'
import { fullSampleOf, sampleOf } from './support/sample.ts'

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

/** What must never stand in a log, of every kind that people write, show or say. */
const marks = {
  name: 'Кенарева Пеночка',
  login: 'penochka.kenareva',
  phone: '+79995550143',
  email: 'penochka@canary-birds.example',
  document: '4509 771177',
  answer: 'КАНАРЕЙКА-ответ',
  said: 'КАНАРЕЙКА-чат',
  note: 'КАНАРЕЙКА-пометка',
  media: 'КАНАРЕЙКА-запись',
}
const sentence = Object.values(marks).join(', ')
/** As much of it as the field takes; the shortest is a name. */
const canary = ({ format, maxLength = sentence.length }: { format?: string; maxLength?: number }) => {
  if (format === 'email') return marks.email
  return maxLength >= sentence.length ? sentence : marks.note.slice(0, maxLength)
}
/** Ways a log could spell it. */
const spelled = (mark: string) => [
  mark,
  encodeURIComponent(mark),
  JSON.stringify(mark).slice(1, -1),
  Buffer.from(mark).toString('base64').replace(/=+$/, ''),
  Buffer.from(mark).toString('hex'),
]

test('P-43 words, phones, letters, documents, answers and media pushed into every route leave no mark in the log of the server, of its jobs, of the mail or of PostgreSQL', async () => {
  const office = await postOffice({ refuse: (to) => [550, `5.1.1 <${to}>: no ${marks.name} here`] })
  const { admin } = server
  await admin.client.done(saveMail, {
    body: {
      host: '127.0.0.1',
      port: office.port,
      security: 'none',
      user: null,
      password: null,
      sender: 'exam@school.example',
      senderName: 'Школа',
      quiet: null,
    },
  })
  expect(await admin.client.done(sendTrialLetter, { body: { to: marks.email } })).toMatchObject({
    handed: false,
    said: expect.stringContaining('5.1.1'),
  })
  const mine = await server.running()
  const people = new Map<Role, TestPerson>([
    ['admin', admin],
    ['examinee', mine.examinee],
    ['proctor', mine.proctors[0] as TestPerson],
  ])
  for (const role of roles) if (!people.has(role)) people.set(role, await server.person(role))
  const about = await server.person('examinee', { fullName: marks.name })
  await about.client.done(setMyEmail, { body: { email: marks.email } })
  const known: Readonly<Record<string, string>> = { ses: mine.id, exm: mine.exam, acc: about.id }
  const real = (text: string) =>
    text.replaceAll(/([a-z]{3})_a{26}/g, (whole, tag: string) => known[tag] ?? whole)
  let pushed = 0
  let taken = 0
  // These end the sign-ins of those who push.
  const leave = new Set(['/api/sign-out', '/api/password', '/api/sign-ins/others', '/api/step-up'])
  for (const route of server.app.routes) {
    if (leave.has(route.path) || (!route.body && !route.query)) continue
    const given = real(
      fill(
        route.path,
        (route.params ? sampleOf(route.params as z.ZodType) : {}) as Record<string, string>,
        (route.query ? fullSampleOf(route.query as z.ZodType, canary) : {}) as Record<string, string>,
      ),
    )
    const octets = route.body === 'octets'
    const body = octets
      ? Buffer.concat([Buffer.from(jpegOf()), Buffer.from(sentence)])
      : route.body && real(JSON.stringify(sampleOf(route.body, canary)))
    const askers =
      route.can === 'public'
        ? [server.stranger()]
        : roles
            .filter((role) => route.can === 'signed-in' || roleMay(role, route.can as Capability))
            .slice(0, 2)
            .map((role) => people.get(role)?.client)
    for (const client of askers) {
      if (!client) continue
      const reply = await client.raw(route.method, given, {
        ...(body && route.method !== 'GET'
          ? { headers: { 'content-type': `application/${octets ? 'octet-stream' : 'json'}` }, body }
          : {}),
      })
      pushed += 1
      if (reply.status < 300) taken += 1
    }
  }
  // Enough went through to the very end, into tables, letters and jobs.
  expect(pushed).toBeGreaterThan(400)
  expect(taken).toBeGreaterThan(60)
  // The database refuses a row and quotes it: to us, not to its log.
  const twice = `insert into account (id, tenant_id, login, full_name, email, created_at)
    select 'acc_' || n, $1, $2, $3, $4, now() from generate_series(1, 2) n`
  const refused = await server.database.owner(twice, [server.id, marks.login, marks.name, marks.email]).then(
    () => null,
    (cause: { detail?: string }) => cause.detail,
  )
  expect(refused).toContain(marks.login)
  await vi.waitFor(
    async () => {
      const { rows } = await server.database.owner(
        `select 1 from outbox union all
         select 1 from graphile_worker._private_jobs where attempts = 0 and run_at <= now() limit 1`,
      )
      expect(rows).toEqual([])
    },
    { timeout: 30_000 },
  )
  await office.close()
  const dump = async (sql: string) => JSON.stringify((await server.database.owner(sql)).rows)
  const places = {
    server: lines.join('\n'),
    postgres: readFileSync(process.env[DATABASE_LOG] ?? '', 'utf8'),
    jobs: await dump('select * from graphile_worker._private_jobs'),
    outbox: await dump('select * from outbox'),
    journal: await dump('select * from audit_entry'),
    figures: (await server.stranger().raw('GET', '/metrics')).text,
  }
  expect(places.postgres).toContain('database system is ready')
  expect(lines.length).toBeGreaterThan(50)
  const found = Object.entries(places).flatMap(([place, text]) =>
    Object.entries(marks).flatMap(([kind, mark]) =>
      spelled(mark).some((way) => text.includes(way)) ? [`${kind} in ${place}`] : [],
    ),
  )
  expect(found).toEqual([])
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
