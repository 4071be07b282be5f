// How personal data are protected, and what everybody is told of it.
import { readDataNotice, readProtection, saveProtection } from '@ochno/contract/protection'
import { actInForce } from '@ochno/testkit/act-in-force'
import { bootServer, type TestInstitution, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

let server: TestServer
let school: TestInstitution
beforeAll(async () => {
  server = await bootServer()
})
beforeEach(async () => {
  school = await server.otherInstitution()
})
afterAll(() => server.stop())

const given = {
  level: 'uz4',
  threats: 'other',
  many: false,
  ground: 'акт № 3 от 01.09.2026',
  measures: {
    rooms: 'приказ № 4',
    carriers: 'приказ № 4',
    people_by_list: 'приказ № 5',
    assessed_tools: 'договор № 6',
  },
  contact: 'data@school.example',
  register: '77-21-012345',
} as const

test('R4-1.4a the level is recorded with its measures; under the act of 004 faces are biometric data and УЗ-4 is too low', async () => {
  const { client } = await school.person('dpo')
  const gaps = async () => (await client.done(readProtection, {})).gaps
  expect(await gaps()).toEqual([{ gap: 'not_recorded' }])
  const saved = await client.done(saveProtection, { body: given })
  expect(saved.recorded).toEqual(given)
  expect(saved.gaps).toEqual([])
  await actInForce(school.admin.client, '004')
  expect((await client.done(readProtection, {})).kept.biometric).toBe(true)
  expect(await gaps()).toEqual([{ gap: 'level_too_low', least: 'uz3' }])
  await client.done(saveProtection, { body: { ...given, level: 'uz3' } })
  expect(await gaps()).toEqual([{ gap: 'measure', measure: 'responsible_person' }])
  const { rows } = await server.database.owner(
    `select d.details from audit_entry e join audit_details d on d.entry_id = e.id
     where e.object = $1 and e.action = 'protection.save' order by e.at, e.id`,
    [school.id],
  )
  expect(rows.map(({ details }) => [details.before?.level ?? null, details.after.level])).toEqual([
    [null, 'uz4'],
    ['uz4', 'uz3'],
  ])
})

test('R0-7.2a the inventory names every column with personal data, each with words and a term', async () => {
  const { client } = await school.person('dpo')
  const { inventory } = await client.done(readProtection, {})
  expect(inventory.filter(({ what, term }) => what === 'unknown' || term === 'unknown')).toEqual([])
  expect(inventory).toContainEqual({
    table: 'account',
    column: 'full_name',
    what: 'identity',
    term: 'account',
  })
  const { rows } = await server.database.owner(
    `select count(*)::int as count from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and col_description(c.oid, a.attnum) like 'pii:%'`,
  )
  expect(inventory.length).toBe(rows[0].count)
})

test('R3-0f everybody is told the operator, the laws, the purposes and the terms of the act in force', async () => {
  const { client } = await school.person('examinee')
  const before = await client.done(readDataNotice, {})
  expect([before.act, before.recording, before.purposes]).toEqual([null, null, ['violations']])
  await school.admin.client.done(saveProtection, { body: given })
  await actInForce(school.admin.client, '004')
  const told = await client.done(readDataNotice, {})
  expect(told.operator).toMatchObject({ contact: given.contact, register: given.register })
  expect(told.act).toBeTruthy()
  expect(told.purposes).toEqual(['violations', 'dispute', 'appeal'])
  expect(told.recording?.until).toBe('appeal_considered')
})

test('T-30 another institution has its own record, and an examinee reads none', async () => {
  const { client } = await school.person('dpo')
  await client.done(saveProtection, { body: given })
  const other = await server.otherInstitution()
  expect((await other.admin.client.done(readProtection, {})).recorded).toBeNull()
  expect((await (await school.person('examinee')).client.call(readProtection, {})).status).toBe(403)
})
