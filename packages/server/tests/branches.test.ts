// R3-0b and security.md 5.6: whoever works in one branch, or teaches one course, is answered about nothing else, on any route there is.
import { randomBytes } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { changeRoles } from '@ochno/contract/accounts'
import { decideAccommodation } from '@ochno/contract/accommodations'
import { listActs } from '@ochno/contract/acts'
import { listProctors } from '@ochno/contract/appointments'
import { listExamFigures, readReviewLoad, readToday, todayFile } from '@ochno/contract/dashboards'
import { receiveOriginal, registerWithdrawal } from '@ochno/contract/consent-register'
import { listDoorToday } from '@ochno/contract/door'
import { grantExport } from '@ochno/contract/evidence'
import { createExam, listExams, readExam, setTeachers } from '@ochno/contract/exams'
import { addPart, placeExam, placeGroup } from '@ochno/contract/institution'
import { createGroup, listGroups } from '@ochno/contract/people-groups'
import { changePerson, listLedWork, listPeople, placePerson, setLead } from '@ochno/contract/people'
import {
  confirmDestruction,
  extractDestruction,
  printDestruction,
  readRetention,
  releaseHold,
} from '@ochno/contract/retention'
import { listReviews, openReview, readReview } from '@ochno/contract/review'
import { signIn } from '@ochno/contract/sign-in'
import { listTickets } from '@ochno/contract/support'
import { addWorkplace } from '@ochno/contract/workplaces'
import { idFrom } from '@ochno/domain/ids'
import { type Client, fill } from '@ochno/testkit/client'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { sampleOf } from './support/sample.ts'

const other = ['Филиал в Бийске', 'Борисов Борис', 'Проктор Бийский', 'Экзамен в Бийске', 'БИ-21']
let server: TestServer
let admin: Client
let methodist: TestPerson
let head: TestPerson
let here: TestSession
let there: TestSession
let group: string
const branches: Record<'here' | 'there', string> = { here: '', there: '' }

const branch = async (name: string) =>
  (await admin.done(addPart, { body: { name, facts: { kind: 'branch', city: '', address: '' } } })).id

async function pupilOf(of: string, groupName: string, fullName: string) {
  const pupil = await server.person('examinee', { fullName })
  const { id } = await admin.done(createGroup, { body: { name: groupName, stream: null } })
  await admin.done(placeGroup, { params: { gid: id }, body: { branch: of, programme: null } })
  await admin.done(changePerson, { params: { id: pupil.id }, body: { group: id } })
  group = id
  return pupil
}

async function sessionIn(of: string, title: string, examinee: TestPerson, proctorName: string) {
  const exam = await server.exam({ title, teachers: [] })
  await admin.done(placeExam, {
    params: { eid: exam },
    body: { branch: of, programme: null, responsible: null },
  })
  const proctor = await server.person('proctor', { fullName: proctorName })
  await admin.done(placePerson, { params: { id: proctor.id }, body: { branch: of, only: false } })
  return server.running({ exam, examinee, proctors: [proctor] })
}

beforeAll(async () => {
  server = await bootServer()
  admin = server.admin.client
  branches.here = await branch('Филиал в Абакане')
  branches.there = await branch('Филиал в Бийске')
  const ours = await pupilOf(branches.here, 'АБ-21', 'Абрамов Антон')
  here = await sessionIn(branches.here, 'Экзамен в Абакане', ours, 'Проктор Абаканский')
  const theirs = await pupilOf(branches.there, 'БИ-21', 'Борисов Борис')
  there = await sessionIn(branches.there, 'Экзамен в Бийске', theirs, 'Проктор Бийский')
  methodist = await server.person('methodist', { fullName: 'Методист Абаканский' })
  await admin.done(placePerson, { params: { id: methodist.id }, body: { branch: branches.here, only: true } })
  head = await server.person('methodist', { fullName: 'Методист Главный' })
}, 180_000)
afterAll(() => server.stop())

type OneRoute = TestServer['app']['routes'][number]
const nameOf = ({ method, path }: OneRoute) => `${method} ${path}`
const sample = (schema: unknown) => (schema ? (sampleOf(schema as z.ZodType) as Record<string, unknown>) : {})

function ask(client: Client, route: OneRoute, params: object) {
  const path = fill(route.path, { ...sample(route.params), ...params }, sample(route.query))
  if (!route.body) return client.raw(route.method, path)
  const octets = route.body === 'octets'
  return client.raw(route.method, path, {
    headers: { 'content-type': `application/${octets ? 'octet-stream' : 'json'}` },
    body: octets ? new Uint8Array([1]) : JSON.stringify(sample(route.body)),
  })
}

const lists = () => server.app.routes.filter(({ method, path }) => method === 'GET' && !path.includes(':'))

describe('R3-0b a methodist of one branch', () => {
  test('R3-0b B-01 no list there is names a person, an exam or a group of another branch', async () => {
    const signs = [...other, there.id, there.exam, there.examinee.id, group]
    expect(lists().length).toBeGreaterThan(40)
    for (const route of lists()) {
      const reply = await ask(methodist.client, route, {})
      expect([nameOf(route), reply.status < 500]).toEqual([nameOf(route), true])
      for (const sign of signs)
        expect([nameOf(route), sign, reply.text.includes(sign)]).toEqual([nameOf(route), sign, false])
    }
    // The same words are there for somebody who is not restricted, so the lists were not merely empty.
    const all = await Promise.all(lists().map(async (route) => (await ask(head.client, route, {})).text))
    for (const sign of other) expect([sign, all.some((text) => text.includes(sign))]).toEqual([sign, true])
  })

  test('R3-0b B-01 by its id nothing of another branch is there, to read or to change', async () => {
    const byId: readonly [RegExp, Readonly<Record<string, string>>][] = [
      [/:sid\b/, { sid: there.id, eid: there.exam }],
      [/:eid\b/, { eid: there.exam }],
      [/\/:gid\b/, { gid: group }],
      [/\/(people|accounts|proctors)\/:id\b/, { id: there.examinee.id }],
    ]
    let asked = 0
    for (const route of server.app.routes)
      for (const [pattern, params] of byId.filter(([pattern]) => pattern.test(route.path)).slice(0, 1)) {
        const reply = await ask(methodist.client, route, params)
        expect([nameOf(route), pattern.source, [403, 404].includes(reply.status)]).toEqual([
          nameOf(route),
          pattern.source,
          true,
        ])
        for (const sign of other)
          expect([nameOf(route), reply.text.includes(sign)]).toEqual([nameOf(route), false])
        asked++
      }
    expect(asked).toBeGreaterThan(90)
  })

  test('R3-0b of the own branch everything is there, and an exam made by them is of that branch', async () => {
    const { rows } = await methodist.client.done(listExams, {})
    expect(rows.map(({ title, branch: of }) => [title, of?.name])).toEqual([
      ['Экзамен в Абакане', 'Филиал в Абакане'],
    ])
    const people = await methodist.client.done(listPeople, { query: {} })
    expect(people.rows.map(({ fullName }) => fullName)).toEqual(
      expect.arrayContaining(['Абрамов Антон', 'Проктор Абаканский', 'Методист Главный']),
    )
    const made = await methodist.client.done(createExam, {
      body: {
        title: 'Новый экзамен',
        opensAt: '2030-06-01T07:00:00Z',
        closesAt: '2030-06-01T09:00:00Z',
        lengthMinutes: 45,
      },
    })
    expect(made.branch?.id).toBe(branches.here)
    const move = { branch: null, programme: null, responsible: null }
    const moved = await methodist.client.call(placeExam, { params: { eid: made.id }, body: move })
    expect(moved.code).toBe('other_branch')
  })

  test('R3-0b asking for the list of another branch is answered as if that branch were not there', async () => {
    const query = { branch: branches.there }
    for (const route of [listExams, listPeople, listGroups, listReviews, listProctors, listDoorToday])
      expect([route.path, (await methodist.client.call(route, { query })).status]).toEqual([route.path, 404])
  })

  test('R3-0b an administrator is never restricted, and a restriction ends at once', async () => {
    const refused = await admin.call(placePerson, {
      params: { id: server.admin.id },
      body: { branch: branches.here, only: true },
    })
    expect(refused.code).toBe('not_restrictable')
    const late = await server.person('methodist')
    const params = { id: late.id }
    await admin.done(placePerson, { params, body: { branch: branches.there, only: true } })
    expect((await late.client.call(readExam, { params: { eid: here.exam } })).status).toBe(404)
    await admin.done(placePerson, { params, body: { branch: null, only: false } })
    expect((await late.client.call(readExam, { params: { eid: here.exam } })).status).toBe(200)
  })
})

test('R3-0b lists are narrowed to a branch for who sees all of them', async () => {
  const of = async (query: { branch?: string }) => ({
    exams: (await head.client.done(listExams, { query })).rows.map(({ title }) => title),
    people: (await head.client.done(listPeople, { query })).rows.map(({ fullName }) => fullName).toSorted(),
    groups: (await head.client.done(listGroups, { query })).rows.map(({ name, branch: at }) => [name, at]),
    proctors: (await head.client.done(listProctors, { query })).rows.map(({ person }) => person.name),
  })
  expect(await of({ branch: branches.there })).toEqual({
    exams: ['Экзамен в Бийске'],
    people: ['Борисов Борис', 'Проктор Бийский'],
    groups: [['БИ-21', 'Филиал в Бийске']],
    proctors: ['Проктор Бийский'],
  })
  expect((await of({})).exams.length).toBeGreaterThan(1)
})

test('R3-0b the reports of a day, of exams and of reviews are narrowed to a branch by hand, and their sheets with them', async () => {
  const ofDay = async (query: { branch?: string }) => {
    const day = await head.client.done(readToday, { query })
    return { exams: day.exams.map(({ title }) => title), proctors: day.proctors.map(({ name }) => name) }
  }
  const branch = branches.there
  expect(await ofDay({ branch })).toEqual({ exams: ['Экзамен в Бийске'], proctors: ['Проктор Бийский'] })
  expect((await ofDay({})).exams).toEqual(expect.arrayContaining(['Экзамен в Абакане', 'Экзамен в Бийске']))
  const figures = await head.client.done(listExamFigures, { query: { branch } })
  expect([figures.total, figures.rows.map(({ title }) => title)]).toEqual([1, ['Экзамен в Бийске']])
  const reviews = await head.client.done(readReviewLoad, { query: { branch } })
  expect(reviews.all.queued).toBe(0)
  const sheet = async (query: { branch?: string }) =>
    new TextDecoder().decode(await head.client.done(todayFile, { query: { as: 'csv', ...query } }))
  expect(await sheet({ branch })).toContain('Экзамен в Бийске')
  expect(await sheet({ branch })).not.toContain('Абакан')
  expect((await methodist.client.call(readToday, { query: { branch } })).code).toBe('not_found')
})

test('security 5.6 a teacher reads the own course: nothing of an exam until named as its teacher, nothing once another is', async () => {
  const teacher = await server.person('teacher', { courses: 'own' })
  const mine = async () => (await teacher.client.done(listExams, {})).rows.map(({ title }) => title)
  expect(await mine()).toEqual([])
  for (const route of server.app.routes.filter(({ path }) => /:(sid|eid)\b/.test(path))) {
    const reply = await ask(teacher.client, route, { sid: here.id, eid: here.exam })
    expect([nameOf(route), [403, 404].includes(reply.status)]).toEqual([nameOf(route), true])
  }
  const params = { eid: here.exam }
  await admin.done(setTeachers, { params, body: { teachers: [teacher.id] } })
  expect(await mine()).toEqual(['Экзамен в Абакане'])
  expect((await teacher.client.call(readExam, { params: { eid: there.exam } })).status).toBe(404)
  const pupil = await admin.call(setTeachers, { params, body: { teachers: [here.examinee.id] } })
  expect(pupil.code).toBe('not_a_teacher')
  await admin.done(setTeachers, { params, body: { teachers: [] } })
  expect(await mine()).toEqual([])
})

test('R4-3.10 a deputy director leads: reads what each teacher and methodist has in hand; a methodist who is not named reads nothing', async () => {
  const deputy = await server.person('methodist', { fullName: 'Заместитель Зинаида' })
  const work = async () => deputy.client.done(listLedWork, {})
  expect(await work()).toEqual({ leads: false, rows: [] })
  const pupil = await admin.call(setLead, { params: { id: here.examinee.id }, body: { leads: true } })
  expect(pupil.code).toBe('not_a_methodist')
  await admin.done(setLead, { params: { id: deputy.id }, body: { leads: true } })
  const teacher = await server.person('teacher', { fullName: 'Учитель Ульяна', courses: 'own' })
  await admin.done(setTeachers, { params: { eid: here.exam }, body: { teachers: [teacher.id] } })
  const { leads, rows } = await work()
  expect(leads).toBe(true)
  expect(rows.find(({ id }) => id === teacher.id)).toMatchObject({ roles: ['teacher'], ahead: 1, drafts: 0 })
  expect(rows.map(({ fullName }) => fullName)).toContain('Методист Главный')
  expect((await teacher.client.call(listLedWork, {})).status).toBe(403)
  await admin.done(setLead, { params: { id: deputy.id }, body: { leads: false } })
  expect(await work()).toEqual({ leads: false, rows: [] })
})

test('R3-1.4 the organisational owner is apart from technical support: methodists keep exams and acts, support reads nothing of an exam', async () => {
  const support = await server.person('support')
  const about = /^\/(api|media)\/(exams?|sessions|acts|applications|protocols|reviews|appeals|decisions)\b/
  let asked = 0
  for (const route of server.app.routes.filter(({ path }) => about.test(path) || /:(sid|eid)\b/.test(path))) {
    const reply = await ask(support.client, route, { sid: here.id, eid: here.exam })
    expect([nameOf(route), [403, 404].includes(reply.status)]).toEqual([nameOf(route), true])
    asked++
  }
  expect(asked).toBeGreaterThan(100)
  expect((await head.client.call(readExam, { params: { eid: here.exam } })).status).toBe(200)
  expect((await head.client.call(listActs, {})).status).toBe(200)
  expect((await head.client.call(listTickets, {})).status).toBe(403)
  expect((await support.client.call(listTickets, {})).status).toBe(200)
})

const stored = async <Tag extends string>(
  tag: Tag,
  table: string,
  columns: Readonly<Record<string, unknown>>,
) => {
  const id = idFrom(tag, randomBytes(16))
  const row = { id, tenant_id: server.id, ...columns }
  await server.database.owner(
    `insert into ${table} (${Object.keys(row)}) values (${Object.keys(row).map((_, n) => `$${n + 1}`)})`,
    Object.values(row),
  )
  return id
}
let acts = 0
async function destruction(of: readonly TestSession[], state: 'prepared' | 'destroyed') {
  const at = '2026-01-01T00:00:00Z'
  const id = await stored('dst', 'destruction', {
    number: ++acts,
    state,
    ground: 'Истёк срок хранения',
    prepared_by: server.admin.id,
    prepared_name: 'Составил',
    prepared_at: at,
    ...(state === 'destroyed' && { confirmed_by: head.id, confirmed_name: 'Подтвердил', destroyed_at: at }),
  })
  for (const { id: session } of of)
    await server.database.owner(
      `insert into destroyed_recording (session_id, tenant_id, destruction_id, recorded_on, sha256)
       values ($1, $2, $3, '2025-01-01', repeat('a', 64))`,
      [session, server.id, id],
    )
  return id
}

describe('R3-0b what can not be undone', () => {
  test('R3-0b P-24 nobody of one branch destroys, releases, hands out, grants or withdraws what is of another', async () => {
    const clerk = await server.person('commission')
    await admin.done(placePerson, { params: { id: clerk.id }, body: { branch: branches.here, only: true } })
    const chief = await server.person('commission')
    const at = '2026-01-01T00:00:00Z'
    const by = server.admin.id
    const person = { account_id: there.examinee.id }
    const hold = { reason: 'Жалоба', review_on: '2030-01-01', placed_by: by, placed_at: at }
    const asked = { purpose: 'appeal', ground: 'Апелляция', asked_by: by, asked_at: at }
    const need = { kind: 'disability', state: 'requested', content: '{}', from_day: '2026-01-01' }
    const text = { kind: 'biometric', sha256: Buffer.from('a'), body: '{}', created_at: at }
    const wording = await stored('ctx', 'consent_text', text)
    const given = { ...person, kind: 'biometric', state: 'active', wording_id: wording }
    const session = { session_id: there.id }
    const did = await destruction([there], 'prepared')
    const deeds: readonly (readonly [string, string, string, TestPerson, TestPerson])[] = [
      [confirmDestruction.path, 'did', did, methodist, head],
      [releaseHold.path, 'hid', await stored('hld', 'retention_hold', { ...session, ...hold }), clerk, chief],
      [grantExport.path, 'xid', await stored('exp', 'export', { ...session, ...asked }), clerk, chief],
      [
        decideAccommodation.path,
        'acm',
        await stored('acm', 'accommodation', { ...person, ...need, asked_by: by, asked_at: at }),
        methodist,
        head,
      ],
      [
        registerWithdrawal.path,
        'cid',
        await stored('cns', 'consent', { ...given, created_at: at, changed_at: at }),
        methodist,
        head,
      ],
      [
        receiveOriginal.path,
        'pid',
        await stored('cpp', 'consent_paper', { ...person, programme: '', generated_at: at }),
        methodist,
        head,
      ],
    ]
    for (const [path, name, id, restricted, whole] of deeds) {
      const route = server.app.routes.find((one) => one.path === path && one.method !== 'GET')
      if (!route) throw new Error(`no route ${path}`)
      expect([path, (await ask(restricted.client, route, { [name]: id })).status]).toEqual([path, 404])
      expect([path, [403, 404].includes((await ask(whole.client, route, { [name]: id })).status)]).toEqual([
        path,
        false,
      ])
    }
    await server.database.owner('delete from destroyed_recording')
    await server.database.owner('delete from destruction')
  })

  test('R3-0b P-24b an act over recordings of two branches is there for who sees them all, and is never printed short', async () => {
    const both = await destruction([here, there], 'destroyed')
    const params = { did: both }
    const list = async (who: TestPerson) =>
      (await who.client.done(readRetention, {})).acts.map(({ id }) => id)
    expect([await list(methodist), await list(head)]).toEqual([[], [both]])
    expect((await methodist.client.call(extractDestruction, { params })).code).toBe('not_found')
    const printed = await methodist.client.call(printDestruction, { params, query: { as: 'docx' } })
    expect(printed.code).toBe('not_found')
    const whole = await head.client.call(extractDestruction, { params })
    expect(whole.status).toBe(200)
    await server.database.owner('delete from destroyed_recording')
    await server.database.owner('delete from destruction')
    const own = await destruction([here], 'destroyed')
    expect(await list(methodist)).toEqual([own])
    expect((await methodist.client.call(extractDestruction, { params: { did: own } })).status).toBe(200)
  })

  test('R3-0b a kind of thing nobody thought of is there for nobody restricted, and none that is made is forgotten', async () => {
    const fence = readFileSync(new URL('../src/migrations/fence.sql', import.meta.url), 'utf8')
    const tags = new Set(
      ['server', 'contract'].flatMap((name) => {
        const folder = new URL(`../../${name}/src/`, import.meta.url).pathname
        return globSync('**/*.ts', { cwd: folder }).flatMap((file) =>
          [
            ...readFileSync(join(folder, file), 'utf8').matchAll(/(?:ids\.make\('|\/\^)([a-z]{3})(?:'|_\[)/g),
          ].map(([, tag]) => tag ?? ''),
        )
      }),
    )
    expect(tags.size).toBeGreaterThan(30)
    for (const tag of tags) expect([tag, fence.includes(`'${tag}'`)]).toEqual([tag, true])
    const { rows } = await server.database.owner(
      'select sees_object($1) as unknown, sees_object($2) as plain',
      [`zzz_${'a'.repeat(26)}`, 'calendar'],
    )
    expect(rows).toEqual([{ unknown: false, plain: true }])
  })
})

test('R3-0b T-10 a proctor who also teaches is shown what was given to review, and no more of that exam when it is given to another', async () => {
  const who = await server.person('proctor', { roles: ['proctor', 'teacher'], courses: 'own' })
  const rid = await stored('rvw', 'review', {
    session_id: there.id,
    kind: 'second',
    state: 'assigned',
    created_at: '2026-01-01T00:00:00Z',
    assigned_at: '2026-01-01T00:00:00Z',
    recorded_minutes: 45,
    reviewer_id: who.id,
  })
  const params = { rid }
  expect((await who.client.done(listReviews, { query: {} })).rows.map(({ id }) => id)).toEqual([rid])
  expect((await who.client.call(openReview, { params })).status).toBe(200)
  await server.database.owner('update review set reviewer_id = null where id = $1', [rid])
  expect((await who.client.call(readReview, { params })).status).toBe(404)
  expect((await who.client.done(listReviews, { query: {} })).rows).toEqual([])
})

test('R3-0b a change of workplaces is answered with the requests of the own branch', async () => {
  for (const { id } of [here, there])
    await server.database.owner(
      `insert into workplace_request (session_id, tenant_id, state, wish, asked_at) values ($1, $2, 'asked', '', now())`,
      [id, server.id],
    )
  const body = {
    name: 'Кабинет',
    address: 'ул. Садовая',
    seats: 1,
    opens: '08:00',
    closes: '20:00',
    active: true,
  }
  const exams = async (who: TestPerson) =>
    (await who.client.done(addWorkplace, { body })).requests.map(({ exam }) => exam).toSorted()
  expect(await exams(methodist)).toEqual(['Экзамен в Абакане'])
  expect(await exams(head)).toEqual(['Экзамен в Абакане', 'Экзамен в Бийске'])
})

test('R3-0b whoever was restricted to a branch and became an administrator is restricted no more', async () => {
  const late = await server.person('methodist')
  const params = { id: late.id }
  await admin.done(placePerson, { params, body: { branch: branches.there, only: true } })
  await admin.done(changeRoles, { params, body: { roles: ['methodist', 'admin'] } })
  await late.client.done(signIn, { body: { login: late.login, password: late.password } })
  const move = { branch: branches.here, programme: null, responsible: null }
  const moved = await late.client.call(placeExam, { params: { eid: here.exam }, body: move })
  expect(moved.status).toBe(200)
})
