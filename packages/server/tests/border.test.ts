import { createExam } from '@ochno/contract/exams'
import type { Route } from '@ochno/contract/route'
import { checkPolicies } from '@ochno/server/http/policy'
import { bootServer, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await bootServer()
})
afterAll(() => server.stop())

// What a page elsewhere posts as a form proves itself (lms.test.ts).
const unsafe = () => server.app.routes.filter((route) => route.method !== 'GET' && !route.form)
const someId = (name: string) =>
  name === 'tid' ? 'cam' : name === 'seq' ? '0' : 'ses_aaaaaaaaaaaaaaaaaaaaaaaaaa'
const address = (route: Route) => route.path.replace(/:(\w+)/g, (_, name: string) => someId(name))

describe('B-01 every route declares who may call it', () => {
  test('the list of public routes is exactly this', () => {
    expect(
      server.app.routes.filter((route) => route.can === 'public').map((r) => `${r.method} ${r.path}`),
    ).toEqual([
      'POST /api/sign-in',
      'POST /api/setup',
      'POST /api/invitations/look',
      'POST /api/invitations/accept',
      'GET /api/public/contacts/:tid',
      'GET /api/public/instruction/:tid',
      'GET /api/technical-requirements',
      'GET /api/entrances',
      'POST /api/entrances/open',
      'POST /api/entrances/return',
      'GET /api/lms/:tid/login',
      'POST /api/lms/:tid/login',
      'POST /api/lms/:tid/launch',
      'GET /api/lms/:tid/entry',
      'GET /api/lms/:tid/keys',
      'GET /api/lms/coming',
      'GET /api/keys',
      'POST /api/reset-link',
    ])
  })

  test('a bare route, a public one nobody decided on and an unknown refusal stop the start', async () => {
    const bare = { ...createExam, path: '/api/bare', can: undefined } as unknown as Route
    const open = { ...createExam, path: '/api/open', can: 'public' } as Route
    const mute = { ...createExam, path: '/api/mute', refusals: ['because'] } as Route
    expect(checkPolicies([bare, open, mute, createExam, createExam], [])).toEqual([
      'POST /api/bare: no policy',
      'POST /api/open: no policy',
      'POST /api/mute: refusal because has no sentence in contract/refusals.ts',
      'POST /api/exams: declared twice',
    ])
    const parts = [
      { routes: [{ route: bare, handler: async () => ({ ok: true, body: undefined }) as never }] },
    ]
    await expect(bootServer({ parts })).rejects.toThrow(/B-01.*\n.*\/api\/bare: no policy/)
  })
})

test('B-10 the table of Sec-Fetch-Site and Origin, on every unsafe route', async () => {
  const own = new URL(server.url).origin
  for (const route of unsafe())
    for (const site of ['same-origin', 'same-site', 'cross-site', 'none', ''])
      for (const origin of [own, 'https://evil.example', '']) {
        const { status, code } = await server.admin.client.raw(route.method, address(route), {
          headers: { 'sec-fetch-site': site, origin, 'content-type': 'text/plain' },
          body: 'x',
        })
        const passes = site === 'same-origin' && origin === own
        // What passes here is stopped by the next gate: its content type.
        expect([route.path, site, origin, status, code]).toEqual([
          route.path,
          site,
          origin,
          ...(passes ? [415, 'wrong_type'] : [403, 'not_same_origin']),
        ])
      }
})

test('B-10 B-11 a form of another site reaches the two routes of a launch alone, and as nothing but a form', async () => {
  const forms = server.app.routes.filter((route) => route.form)
  expect(forms.map((route) => `${route.method} ${route.path}`)).toEqual([
    'POST /api/lms/:tid/login',
    'POST /api/lms/:tid/launch',
  ])
  const post = (route: Route, type: string) =>
    server.stranger().raw(route.method, route.path.replace(':tid', server.id), {
      headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example', 'content-type': type },
      body: 'iss=https://evil.example&login_hint=1',
    })
  for (const route of forms) {
    for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x'])
      expect([type, (await post(route, type)).code]).toEqual([type, 'wrong_type'])
    const { status, headers } = await post(route, 'application/x-www-form-urlencoded')
    expect([status, headers.get('location')]).toEqual([303, expect.stringMatching(/^\/launch\?why=launch_/)])
  }
})

test('B-11 simple content types are refused on every unsafe route', async () => {
  for (const route of unsafe())
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain; charset=application/json',
      'application/jsonp',
      route.body === 'octets' ? 'application/json' : 'application/octet-stream',
    ]) {
      const { status } = await server.admin.client.raw(route.method, address(route), {
        headers: { 'content-type': type },
        body: '{}',
      })
      expect([route.path, type, status]).toEqual([route.path, type, 415])
    }
})

test('B-12 no GET changes anything but journals', async () => {
  const { id } = await server.running()
  const tables = (
    await server.database.owner(
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and relname not like 'audit%' and relname not in ('access_journal', 'outbox') order by 1`,
    )
  ).rows.map((row: { relname: string }) => row.relname)
  const picture = async () => {
    const hashes: string[] = []
    for (const table of tables) {
      // When somebody was last here is the sign-in's own business.
      const { rows } = await server.database.owner(
        `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as h
         from (select (to_jsonb(t) - 'seen_at') as t from ${table} t) t`,
      )
      hashes.push(`${table} ${rows[0].h}`)
    }
    return hashes
  }
  const people = [
    server.admin,
    await server.person('proctor'),
    await server.person('dpo'),
    await server.person('commission'),
    await server.person('examinee'),
  ]
  const before = await picture()
  for (const { client } of people)
    for (const route of server.app.routes.filter((one) => one.method === 'GET')) {
      const path = route.path.replace(/:(\w+)/g, (_, name: string) => (name === 'sid' ? id : someId(name)))
      const { status } = await client.raw('GET', `${path}?from=0&to=1`)
      expect([route.path, status < 500]).toEqual([route.path, true])
      await client.raw('HEAD', path)
    }
  expect(await picture()).toEqual(before)
})

test('API9 what is mounted is what the document tells, no more and no less', async () => {
  const { body } = (await server.admin.client.raw('GET', '/api/docs/openapi.json')) as {
    body: { openapi: string; paths: Record<string, Record<string, { 'x-policy': string }>> }
  }
  expect(body.openapi).toBe('3.1.0')
  const told = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => `${method.toUpperCase()} ${path} ${one['x-policy']}`),
  )
  const mounted = server.app.routes.map(
    (route) => `${route.method} ${route.path.replace(/:(\w+)/g, '{$1}')} ${route.can}`,
  )
  expect(told.sort()).toEqual(mounted.sort())
  const page = await server.admin.client.raw('GET', '/api/docs')
  for (const route of server.app.routes) expect(page.text).toContain(route.path)
  expect((await server.stranger().raw('GET', '/api/docs')).status).toBe(401)
})
