import { createAct } from '@ochno/contract/acts'
import { answerGlass, askGlass } from '@ochno/contract/break-glass'
import { addPeriod } from '@ochno/contract/calendar'
import { createGroup } from '@ochno/contract/people-groups'
import { createRoom } from '@ochno/contract/rooms'
import { addService } from '@ochno/contract/services'
import type { Route } from '@ochno/contract/route'
import { stopSession, submitSession } from '@ochno/contract/sessions'
import { openView, readTimeline } from '@ochno/contract/watch'
import { capabilities, type Role, roles } from '@ochno/domain/access/table'
import { fromMs } from '@ochno/domain/time'
import { postgresStore } from '@ochno/server/adapters/postgres/store'
import { randomIds } from '@ochno/server/adapters/system/ids'
import { tellSubjects } from '@ochno/server/features/break-glass/glass'
import { bootServer, type TestInstitution, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { objectsOf } from './support/foreign-rows.ts'
import { sampleOf } from './support/sample.ts'

let server: TestServer
let other: TestInstitution
/** One person of each role in the first institution. */
const people = new Map<Role, TestPerson>()
const NOBODY = 'ses_aaaaaaaaaaaaaaaaaaaaaaaaaa'

beforeAll(async () => {
  server = await bootServer()
  other = await server.otherInstitution()
  people.set('admin', server.admin)
  for (const role of roles) if (role !== 'admin') people.set(role, await server.person(role))
})
afterAll(() => server.stop())

type Ids = Readonly<Record<string, string>>
const address = (route: Route, ids: Ids) =>
  route.path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? NOBODY)

const send = (person: TestPerson, route: Route, ids: Ids, given?: unknown) =>
  person.client.raw(
    route.method,
    `${address(route, ids)}${route.path.startsWith('/media') ? '?from=0&to=1' : ''}`,
    {
      ...(route.body === undefined
        ? {}
        : {
            headers: {
              'content-type': route.body === 'octets' ? 'application/octet-stream' : 'application/json',
            },
            body:
              route.body === 'octets'
                ? new Uint8Array(128)
                : JSON.stringify(given ?? bodyFor(route, ids) ?? {}),
          }),
    },
  )

const period = {
  programme: 'Бухгалтер',
  branch: null,
  kind: 'intermediate',
  from: '2026-12-14',
  to: '2026-12-26',
} as const

/** A body each route accepts, so that the answer is about the object. */
const bodyFor = (route: Route, ids: Ids): unknown =>
  ({
    '/api/exams/:eid/sessions': { examinee: ids.examinee, proctors: [] },
    '/api/sessions/:sid/stop': { reason: 'x' },
    '/api/sessions/:sid/views': { purpose: 'appeal' },
    '/api/sessions/:sid/exports': { purpose: 'appeal', ground: 'жалоба' },
    '/api/acts': { from: 'nothing', title: 'Наш акт' },
    '/api/acts/:aid/card': {
      title: 'Наш акт',
      code: null,
      approver: { post: '', name: '' },
      order: null,
      approvedOn: null,
      force: 'chosen',
      effectiveFrom: null,
      steps: [],
      grounds: [],
      otherActs: [],
      signature: null,
      publicUrl: null,
    },
    '/api/acts/:aid/decisions/:key': { decided: null },
    '/api/acts/:aid/statements/:key': { stated: null },
    '/api/acts/:aid/moves': { command: 'consider' },
    '/api/calendar/periods/:pid': period,
    '/api/people/:id/parents/:parent': { proof: 'Свидетельство' },
    '/api/groups/:gid': { name: 'Наша группа', stream: null },
    '/api/sessions/:sid/lease': { device: 'd'.repeat(32) },
  })[route.path as string]

const without = (text: string) => text.replace(/req_[a-z2-7]{26}/g, '')

/** Parts of an address that name no object, where a sample of the schema is none of them. */
const plain: Readonly<Record<string, string>> = {
  form: 'F-000-2',
  key: 'appeal.filing_days',
  item: 'examinee_list',
}
const params = (route: Route) => [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name as string)
const shapes = (route: Route) =>
  (z.toJSONSchema(route.params as z.ZodType, { io: 'input', unrepresentable: 'any' }).properties ??
    {}) as Readonly<Record<string, { readonly pattern?: string }>>
/** The kind of the object each part of the address names; null: it names none. */
const kinds = (route: Route): ReadonlyMap<string, string | null> => {
  // Its id is made by the key itself and looks like anything.
  if (route.path === '/api/second-factor/passkeys/:id') return new Map([['id', 'pky']])
  const of = shapes(route)
  return new Map(
    params(route).map((name) => [name, /^\^([a-z]{3})_/.exec(of[name]?.pattern ?? '')?.[1] ?? null]),
  )
}

test('T-30 every route with an id of another institution answers as for one that does not exist', async () => {
  const theirs = await other.running()
  await other.admin.client.done(createAct, { body: { from: 'preset', preset: '004' } })
  await other.admin.client.done(addPeriod, { body: period })
  await other.admin.client.done(createGroup, { body: { name: 'Чужая', stream: null } })
  await other.admin.client.done(addService, { body: { from: 'known', code: 'video-platform' } })
  const lead = await other.person('teacher')
  await lead.client.done(createRoom, {
    body: {
      kind: 'lesson',
      title: 'Чужой урок',
      group: null,
      invited: [theirs.examinee.id],
      startsAt: new Date(Date.now() + 3_600_000).toISOString(),
      minutes: 40,
      lobby: true,
    },
  })
  const objects = await objectsOf(server.database, {
    tenant: other.id,
    session: theirs.id,
    exam: theirs.exam,
    account: theirs.examinee.id,
  })
  const named = { examinee: theirs.examinee.id, proctor: theirs.proctors[0]?.id ?? '' }
  const parted = server.app.routes.filter((route) => route.path.includes(':'))
  const [open, shut] = [true, false].map((is) => parted.filter(({ can }) => (can === 'public') === is))
  // Whoever has no account is told of an institution, and of nothing in it.
  expect([...new Set(open?.flatMap((route) => [...kinds(route).values()]))]).toEqual(['ten'])
  const ofObject = (route: Route) => [...kinds(route).values()].some((kind) => kind !== null)
  // Each institution has these of its own under the same words.
  expect([...new Set(shut?.filter((route) => !ofObject(route)).map(({ path }) => path))].sort()).toEqual([
    '/api/calendar/days/:day',
    '/api/calendar/years/:year',
    '/api/calendar/years/:year/reset',
    '/api/forms/:form/blank',
    '/api/institution/steps/:step',
    '/api/proctors/forms/:form',
    '/api/proctors/me/words/:word',
    '/api/uploads/:purpose',
  ])
  const withIds = (shut ?? []).filter(ofObject)
  expect(withIds.length).toBeGreaterThan(200)
  for (const route of withIds) {
    const sample = sampleOf(route.params as z.ZodType) as Readonly<Record<string, unknown>>
    const ids = (missing: boolean): Ids =>
      Object.fromEntries(
        [...kinds(route)].map(([name, kind]) => [
          name,
          kind === null
            ? (plain[name] ?? String(sample[name]))
            : missing
              ? `${kind}_${'a'.repeat(26)}`
              : ((name === 'proctor' ? named.proctor : objects.get(kind)) ?? `no ${kind} is known`),
        ]),
      )
    // Both are of the kind the route asks for, so that neither is refused for how it is written.
    for (const each of [ids(false), ids(true)])
      expect([route.path, each, route.params?.safeParse(each).success]).toEqual([route.path, each, true])
    const body =
      bodyFor(route, named) ??
      (route.body && route.body !== 'octets' ? sampleOf(route.body as z.ZodType) : undefined)
    for (const person of people.values()) {
      const foreign = await send(person, route, ids(false), body)
      const missing = await send(person, route, ids(true), body)
      expect([route.path, foreign.status, without(foreign.text)]).toEqual([
        route.path,
        missing.status,
        without(missing.text),
      ])
      expect([route.path, foreign.status >= 400 && foreign.status < 500]).toEqual([route.path, true])
    }
  }
})

test('T-30 lists never hold a row or a count of another institution', async () => {
  const theirs = await other.running({ exam: await other.exam({ title: 'ЧУЖОЙ ЭКЗАМЕН' }) })
  await server.session()
  const lists = server.app.routes.filter((route) => route.method === 'GET' && !route.path.includes(':'))
  for (const route of lists)
    for (const person of people.values()) {
      const { text } = await send(person, route, {})
      for (const sign of ['ЧУЖОЙ ЭКЗАМЕН', theirs.id, theirs.exam, theirs.examinee.id, other.id, 'Другая'])
        expect([route.path, text.includes(sign)]).toEqual([route.path, false])
    }
})

test('T-30 the database itself shows nothing without an institution and refuses a foreign row', async () => {
  const { app } = server.database.pools
  const { rows: tables } = await server.database.owner(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'tenant_id' and not a.attisdropped
       and has_table_privilege('ochno_app', c.oid, 'select') order by 1`,
  )
  expect(tables.length).toBeGreaterThan(80)
  await other.running()
  await server.running()
  const count = (table: string) => `select count(*)::int as n from ${table}`
  const nothing = (rows: readonly { readonly n: number }[]) => rows.map(({ n }) => n)
  for (const { name } of [...tables, { name: 'tenant' }])
    expect([name, nothing((await app.query(count(name))).rows)]).toEqual([name, [0]])
  const own = await app.connect()
  await own.query('begin')
  await own.query("select set_config('app.tenant', $1, true)", [server.id])
  for (const { name } of tables) {
    const { rows } = await own.query(`${count(name)} where tenant_id <> $1`, [server.id])
    expect([name, nothing(rows)]).toEqual([name, [0]])
  }
  expect(nothing((await own.query(count('session'))).rows)).not.toEqual([0])
  await own.query('rollback')
  own.release()
  const client = await app.connect()
  await client.query('begin')
  await client.query("select set_config('app.tenant', $1, true)", [server.id])
  await expect(
    client.query(
      "insert into exam (id, tenant_id, title, opens_at, closes_at, length_minutes, created_by, created_at) select 'exm_x', $1, 't', now(), now(), 1, $2, now()",
      [other.id, server.admin.id],
    ),
  ).rejects.toThrow(/row-level security/)
  await client.query('rollback')
  client.release()
})

test('T-20 an administrator has no right over any recording', async () => {
  expect(
    Object.entries(capabilities).filter(
      ([name, may]) => /^(live|recording|ingest)\./.test(name) && (may as readonly Role[]).includes('admin'),
    ),
  ).toEqual([])
  const mine = await server.running()
  const ids: Ids = { sid: mine.id, tid: 'cam', seq: '0' }
  const media = server.app.routes.filter((route) =>
    /media|\/views|timeline|records|exports|bundle/.test(route.path),
  )
  expect(media.length).toBeGreaterThan(4)
  for (const route of media) expect((await send(server.admin, route, ids)).status).toBe(403)
})

test('T-20 the glass is broken with a reason, by a second person, for sixty minutes; the data officer hears of it at once and the examinee after the exam, and each step is a row', async () => {
  const school = await server.otherInstitution()
  const [mine, foreign] = [await school.running(), await school.running()]
  const { admin } = school
  const open = (sid: typeof mine.id) =>
    admin.client.call(openView, { params: { sid }, body: { purpose: 'dishonesty_check' } })
  const ask = () =>
    admin.client.call(askGlass, { params: { sid: mine.id }, body: { reason: 'Родители сообщили об угрозе' } })
  expect((await open(mine.id)).status).toBe(403)
  expect((await ask()).code).toBe('no_data_officer')
  const both = await school.person('admin', { roles: ['admin', 'dpo'] })
  const theirs = () =>
    both.client.call(askGlass, { params: { sid: foreign.id }, body: { reason: 'Прошу сам себя' } })
  expect((await theirs()).code, 'nobody watches over the own asking').toBe('no_data_officer')
  const officer = await school.person('dpo')
  const asked = await ask()
  expect(asked.body).toMatchObject({ state: 'asked', mine: true })
  expect((await ask()).code).toBe('already_asked')
  expect((await open(mine.id)).status, 'asking opens nothing').toBe(403)
  const answer = (who: TestPerson, allow = true) =>
    who.client.call(answerGlass, { params: { gid: asked.body.id }, body: { allow } })
  expect((await answer(admin)).code).toBe('own_glass')
  expect((await answer(await school.person('teacher'))).status).toBe(403)
  expect((await answer(officer)).body).toMatchObject({ state: 'open', toldAt: null })
  expect((await answer(officer)).code).toBe('glass_answered')

  const opened = await open(mine.id)
  expect(opened.status).toBe(200)
  const look = () =>
    admin.client.call(readTimeline, { params: { sid: mine.id }, query: { view: opened.body.view } })
  expect((await look()).status).toBe(200)
  expect((await open(foreign.id)).status, 'of one recording alone').toBe(403)
  const told = async (who: TestPerson, words: RegExp) =>
    (
      await server.database.owner("select facts->>'text' as text from notice where to_account = $1", [who.id])
    ).rows.filter(({ text }) => words.test(String(text))).length
  const subject = async () => told(mine.examinee, /открывали администратору/)
  expect([await told(officer, /Администратор/), await subject()]).toEqual([2, 0])

  await mine.examinee.client.done(submitSession, { params: { sid: mine.id } })
  const deps = {
    store: postgresStore(server.database.pools.app, randomIds),
    ids: randomIds,
    relatives: async () => [],
  }
  const now = () => fromMs(Date.now())
  const tellThem = () => tellSubjects(deps, school.id, now())
  await Promise.all([tellThem(), tellThem()])
  await tellThem()
  expect(await subject()).toBe(1)
  // The same hour an hour later.
  await server.database.owner(
    "update break_glass set asked_at = asked_at - interval '61 minutes', answered_at = answered_at - interval '61 minutes', ends_at = ends_at - interval '61 minutes'",
  )
  expect([(await look()).status, (await open(mine.id)).status]).toEqual([403, 403])
  const { rows: journal } = await server.database.owner(
    "select action from audit_entry where object = $1 and action like 'glass.%' order by at, id",
    [mine.id],
  )
  expect(journal.map(({ action }) => action).sort()).toEqual([
    'glass.asked',
    'glass.broken',
    'glass.officer_told',
    'glass.subject_told',
  ])
  const { rows: seen } = await server.database.owner(
    'select role, purpose, action from access_journal where session_id = $1 order by id',
    [mine.id],
  )
  expect(seen).toMatchObject([
    { role: 'admin', purpose: 'break_glass', action: 'view.open' },
    { role: 'admin', purpose: 'break_glass', action: 'timeline' },
  ])

  const heard = await told(both, /./)
  const again = (await theirs()).body
  expect(await told(both, /./), 'only the other officer hears of it').toBe(heard)
  await officer.client.done(answerGlass, { params: { gid: again.id }, body: { allow: false } })
  expect(await told(both, /./)).toBe(heard + 1)
  await expect(
    server.database.owner('update break_glass set answered_by = asked_by where session_id = $1', [mine.id]),
  ).rejects.toThrow(/check/)
})

test('T-10 a proctor who is not assigned, or no longer, finds nothing', async () => {
  const mine = await server.running()
  const stranger = await server.person('proctor')
  const stop = { params: { sid: mine.id }, body: { reason: 'x' } }
  expect((await stranger.client.call(stopSession, stop)).code).toBe('not_found')
  const sessions = await stranger.client.raw('GET', `/api/exams/${mine.exam}/sessions`)
  expect((sessions.body as { rows: unknown[] }).rows).toEqual([])
  expect((await stranger.client.raw('GET', `/api/sessions/${mine.id}`)).status).toBe(404)
})
