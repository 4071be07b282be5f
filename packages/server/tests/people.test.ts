// People by the list: import with a preview, groups, parents and what they see of their children.
import { listAccounts } from '@ochno/contract/accounts'
import { changeGroup, createGroup, inviteGroup, listGroups, removeGroup } from '@ochno/contract/people-groups'
import { applyImport, checkImport, exportPeople, readImportSample } from '@ochno/contract/people-import'
import {
  changePerson,
  linkParent,
  listMyChildren,
  listPeople,
  readPerson,
  unlinkParent,
} from '@ochno/contract/people'
import { createSession } from '@ochno/contract/sessions'
import { acceptInvitation, signIn } from '@ochno/contract/sign-in'
import { fromMs } from '@ochno/domain/time'
import {
  bootServer,
  PASSWORD,
  type TestInstitution,
  type TestPerson,
  type TestServer,
} from '@ochno/testkit/server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

const START = Date.parse('2026-11-21T09:00:00Z')
let aheadMs = 0
const ms = () => START + aheadMs
let server: TestServer
let school: TestInstitution
let admin: TestPerson['client']
beforeAll(async () => {
  server = await bootServer({ clock: { ms, now: () => fromMs(ms()), mono: ms } })
})
beforeEach(async () => {
  school = await server.otherInstitution()
  admin = school.admin.client
})
afterAll(() => server.stop())

const bytes = (text: string) => new TextEncoder().encode(text)
const look = (file: Uint8Array) => admin.done(checkImport, { body: file })
async function importFile(text: string | Uint8Array, verified: 'yes' | 'no' = 'no') {
  const body = typeof text === 'string' ? bytes(text) : text
  const seen = await look(body)
  expect(seen.problems).toEqual([])
  return admin.done(applyImport, { query: { plan: seen.plan ?? '', verified }, body })
}
let made = 0
/** Logins are unique over all institutions of the server. */
const own = () => `i${++made}`
const people = async (find = '') => (await admin.done(listPeople, { query: { find } })).rows
const one = async (find: string) => {
  const [row] = await people(find)
  if (!row) throw new Error(`nobody is ${find}`)
  return row
}

test('a file is looked at without a trace, applied whole by the plan that was shown, and again changes nothing', async () => {
  const my = own()
  const text = `ФИО;Логин;Роль;Класс;Поток;ID;Дата рождения\nБерёзкина Анна;${my}.anna;ученик;10А;10 классы;${my}-1;31.05.2010\nОсинова Вера;${my}.vera;учитель, проктор;;;;\n`
  const seen = await look(bytes(text))
  expect(seen).toMatchObject({
    kind: 'csv',
    counts: { added: 2, changed: 0, groups: 1, same: 0 },
    problemCount: 0,
  })
  expect(seen.sample[0]).toMatchObject({
    line: 2,
    fullName: 'Берёзкина Анна',
    does: 'add',
    born: '2010-05-31',
  })
  expect(await people(my)).toEqual([])
  expect((await admin.done(listGroups, {})).rows).toEqual([])

  const body = bytes(text)
  const both = await Promise.all(
    [1, 2].map(() => admin.done(applyImport, { query: { plan: seen.plan ?? '' }, body })),
  )
  expect(both.map(({ already }) => already).toSorted()).toEqual([false, true])
  expect(both[0]?.counts).toEqual(both[1]?.counts)
  expect(await people(my)).toMatchObject([
    {
      fullName: 'Берёзкина Анна',
      roles: ['examinee'],
      state: 'invited',
      learnerId: `${my}-1`,
      group: { name: '10А' },
    },
    { fullName: 'Осинова Вера', roles: ['proctor', 'teacher'], group: null },
  ])
  expect((await admin.done(listGroups, {})).rows).toMatchObject([
    { name: '10А', stream: '10 классы', members: 1 },
  ])
  expect((await look(body)).counts).toMatchObject({ added: 0, changed: 0, same: 2 })
  expect((await look(body)).appliedAt).toBe('2026-11-21T09:00:00Z')
  const { rows } = await server.database.pools.app.connect().then(async (client) => {
    await client.query('begin')
    await client.query("select set_config('app.tenant', $1, true)", [school.id])
    const found = await client.query("select action, actor from audit_entry where action = 'people.import'")
    await client.query('rollback')
    client.release()
    return found
  })
  expect(rows).toEqual([{ action: 'people.import', actor: school.admin.id }])
})

test('one wrong line stops the whole file, and says where; a plan that was not shown is refused', async () => {
  const my = own()
  const wrong = bytes(`ФИО;Логин\nБерёзкина Анна;${my}.anna\nКленов;${my}.lev\n`)
  const seen = await look(wrong)
  expect(seen).toMatchObject({
    plan: null,
    problems: [{ line: 3, column: 'ФИО', code: 'name_short', value: 'Кленов' }],
  })
  const query = { plan: '0'.repeat(64) }
  expect((await admin.call(applyImport, { query, body: wrong })).code).toBe('import_problems')
  expect(
    (await admin.call(applyImport, { query, body: bytes(`ФИО;Логин\nБерёзкина Анна;${my}.anna\n`) })).code,
  ).toBe('import_changed')
  expect(await people(my)).toEqual([])
  expect((await admin.call(checkImport, { body: Uint8Array.of(0, 1, 2) })).code).toBe('file_unreadable')
})

test('T-30 a login of another institution is told as taken, and nothing else of it', async () => {
  const text = `ФИО;Логин\nКто-то Новый;${server.admin.login}\n`
  const seen = await look(bytes(text))
  expect(seen.problems).toEqual([
    { line: 2, column: 'Логин', code: 'login_taken', value: server.admin.login },
  ])
  expect(seen.plan).toBeNull()
  expect(await people(server.admin.login)).toEqual([])
})

test('R1-4.2a a learner id is given once: not by a file, not by hand, not by the database another', async () => {
  const my = own()
  await importFile(`ФИО;Логин;ID\nБерёзкина Анна;${my}.anna;${my}-1\nКленов Лев;${my}.lev;\n`)
  const renamed = await importFile(`ФИО;ID;Класс\nКленова Анна;${my}-1;11Б\n`)
  expect(renamed.counts).toMatchObject({ added: 0, changed: 1, groups: 1 })
  const anna = await one(`${my}.anna`)
  const lev = await one(`${my}.lev`)
  expect(anna).toMatchObject({ fullName: 'Кленова Анна', learnerId: `${my}-1`, group: { name: '11Б' } })
  const give = (id: typeof anna.id, learnerId: string) =>
    admin.call(changePerson, { params: { id }, body: { learnerId } })
  expect((await give(anna.id, 'X-9')).code).toBe('learner_id_kept')
  expect((await give(lev.id, `${my}-1`.toUpperCase())).code).toBe('learner_id_taken')
  expect((await give(lev.id, `${my}-2`)).status).toBe(200)
  await expect(
    server.database.owner(`update learner set learner_id = 'other' where account_id = '${anna.id}'`),
  ).rejects.toThrow(/kept/)
})

test('groups: made, renamed, narrowed by, moved between, removed when empty; a group is invited at once', async () => {
  const my = own()
  const b = await admin.done(createGroup, { body: { name: '10Б', stream: null } })
  expect((await admin.call(createGroup, { body: { name: '10Б', stream: null } })).code).toBe('group_taken')
  await importFile(`ФИО;Логин;Класс\nБерёзкина Анна;${my}.anna;10А\nКленов Лев;${my}.lev;10А\n`)
  const anna = await one(`${my}.anna`)
  await admin.done(changePerson, { params: { id: anna.id }, body: { group: b.id } })
  const inB = await admin.done(listPeople, { query: { group: b.id } })
  expect(inB).toMatchObject({ total: 1, rows: [{ id: anna.id }] })
  expect((await admin.call(removeGroup, { params: { gid: b.id } })).code).toBe('group_not_empty')
  await admin.done(changeGroup, { params: { gid: b.id }, body: { name: '10В', stream: 'Десятые' } })
  const sheet = await admin.done(inviteGroup, { params: { gid: b.id } })
  expect(sheet).toMatchObject({ group: '10В', rows: [{ fullName: 'Берёзкина Анна', login: `${my}.anna` }] })
  const stranger = server.stranger()
  await stranger.done(acceptInvitation, { body: { token: sheet.rows[0]?.token ?? '', password: PASSWORD } })
  expect((await admin.done(inviteGroup, { params: { gid: b.id } })).rows).toEqual([])
  await admin.done(changePerson, { params: { id: anna.id }, body: { group: null } })
  await admin.done(removeGroup, { params: { gid: b.id } })
  expect((await admin.done(listGroups, {})).rows.map(({ name }) => name)).toEqual(['10А'])
  const elsewhere = await server.admin.client.done(createGroup, { body: { name: my, stream: null } })
  const moved = await admin.call(changePerson, { params: { id: anna.id }, body: { group: elsewhere.id } })
  expect(moved.code).toBe('no_such_group')
})

test('T-30 who may be linked to whom: parents to pupils under 18 of one institution', async () => {
  const my = own()
  await importFile(
    `ФИО;Логин;Роль;Дата рождения\nБерёзкина Анна;${my}.anna;;21.11.2008\nОсинова Вера;${my}.vera;родитель;\n`,
  )
  const anna = await one(`${my}.anna`)
  const vera = await one(`${my}.vera`)
  const foreign = await server.person('parent')
  const link = async (id: typeof anna.id, parent: typeof anna.id) =>
    (await admin.call(linkParent, { params: { id, parent }, body: { proof: 'Свидетельство' } })).code
  expect(await link(anna.id, vera.id)).toBe('child_of_age')
  expect(await link(vera.id, anna.id)).toBe('not_a_parent')
  expect(await link(vera.id, vera.id)).toBe('not_a_pupil')
  expect(await link(anna.id, foreign.id)).toBe('not_found')
})

test('the list and the sample leave as files whose cells are no formulas, and the sample is read back', async () => {
  const my = own()
  await importFile(`ФИО;Логин;Класс\n=HYPERLINK(1) Анна;${my}.anna;+10А\n`)
  const exported = await admin.call(exportPeople, { query: { as: 'csv' } })
  expect(exported.headers.get('content-disposition')).toContain('people.csv')
  expect(exported.text).toContain("'=HYPERLINK(1) Анна;")
  expect(exported.text).toContain("'+10А")
  for (const as of ['csv', 'xlsx'] as const) {
    const sample = await admin.done(readImportSample, { query: { as } })
    const seen = await look(sample)
    expect([as, seen.kind, seen.problems]).toEqual([as, as, []])
    expect(seen.counts).toMatchObject({ added: 5, linked: 2 })
  }
})

test('the list goes page by page in the order of the alphabet; accounts of before are in it', async () => {
  const my = own()
  const lines = Array.from(
    { length: 60 },
    (_, i) => `Страничный Номер${String(i).padStart(2, '0')};${my}.${i}`,
  )
  await importFile(`ФИО;Логин\n${lines.join('\n')}\n`)
  const first = await admin.done(listPeople, { query: { find: 'страничный', size: 50 } })
  const second = await admin.done(listPeople, {
    query: { find: 'страничный', size: 50, after: first.next ?? '' },
  })
  expect([first.total, first.rows.length, second.rows.length]).toEqual([60, 50, 10])
  expect([...first.rows, ...second.rows].map(({ fullName }) => fullName)).toEqual(
    lines.map((line) => line.split(';')[0]),
  )
  expect((await admin.done(listAccounts, { query: { find: `${my}.59` } })).rows).toHaveLength(1)
})

// The last one: time goes forward only.
test('R0-1.1b a parent sees own verified children and their exams, until 18, and of nobody else a word', async () => {
  const my = own()
  await importFile(
    `ФИО;Логин;Дата рождения;Родитель 1;Родитель 2\nБерёзкина Анна;${my}.anna;22.11.2008;Берёзкина Мария <${my}.mum>;Берёзкин Илья <${my}.dad>\nКленов Лев;${my}.lev;22.11.2010;Кленова Ольга <${my}.olga>;\n`,
  )
  const anna = await one(`${my}.anna`)
  const lev = await one(`${my}.lev`)
  const mum = await one(`${my}.mum`)
  const dad = await one(`${my}.dad`)
  const group = await admin.done(createGroup, { body: { name: 'Родители', stream: null } })
  for (const { id } of [mum, dad])
    await admin.done(changePerson, { params: { id }, body: { group: group.id } })
  const sheet = await admin.done(inviteGroup, { params: { gid: group.id } })
  const enter = async (login: string) => {
    const client = server.stranger()
    const token = sheet.rows.find((row) => row.login === login)?.token ?? ''
    await client.done(acceptInvitation, { body: { token, password: PASSWORD } })
    return client
  }
  const mother = await enter(mum.login)
  const father = await enter(dad.login)
  const examOf = async (who: typeof anna, title: string) => {
    const eid = await school.exam({
      title,
      opensAt: '2026-11-21T10:00:00Z',
      closesAt: '2026-11-23T12:00:00Z',
    })
    await admin.done(createSession, { params: { eid }, body: { examinee: who.id, proctors: [] } })
  }
  await examOf(anna, 'Алгебра Анны')
  await examOf(lev, 'Физика Льва')

  expect(await mother.done(listMyChildren, {})).toMatchObject({ rows: [], waiting: 1 })
  const pair = { id: anna.id, parent: mum.id }
  await admin.done(linkParent, { params: pair, body: { proof: 'Свидетельство о рождении' } })
  const seen = await mother.call(listMyChildren, {})
  expect(seen.body).toMatchObject({
    waiting: 0,
    rows: [{ fullName: 'Берёзкина Анна', endsOn: '2026-11-22', exams: [{ title: 'Алгебра Анны' }] }],
  })
  expect(seen.text).not.toMatch(/Кленов|Льва/)
  expect((await father.done(listMyChildren, {})).rows).toEqual([])
  expect((await mother.call(readPerson, { params: { id: anna.id } })).code).toBe('forbidden')
  expect((await mother.call(listPeople, { query: {} })).code).toBe('forbidden')

  await admin.done(linkParent, { params: { id: lev.id, parent: dad.id }, body: { proof: 'Опека' } })
  expect((await father.done(listMyChildren, {})).rows.map(({ id }) => id)).toEqual([lev.id])
  await admin.done(unlinkParent, { params: { id: lev.id, parent: dad.id } })
  expect(await father.done(listMyChildren, {})).toMatchObject({ rows: [], waiting: 1 })

  // Midnight in Moscow of the eighteenth birthday.
  aheadMs = Date.parse('2026-11-21T20:59:00Z') - START
  await mother.done(signIn, { body: { login: mum.login, password: PASSWORD } })
  expect((await mother.done(listMyChildren, {})).rows).toHaveLength(1)
  aheadMs = Date.parse('2026-11-21T21:00:00Z') - START
  expect(await mother.done(listMyChildren, {})).toMatchObject({ rows: [], waiting: 0 })
})
