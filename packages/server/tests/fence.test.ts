import { type TestDatabase, testDatabase } from '@ochno/testkit/database'
import { afterAll, beforeAll, expect, test } from 'vitest'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
  await db.owner(
    `insert into tenant (id, name, created_at) values ('ten_a', 'A', now()), ('ten_b', 'B', now())`,
  )
  for (const t of ['a', 'b'])
    await db.owner(
      `insert into account (id, tenant_id, login, full_name, created_at) values ('acc_${t}', 'ten_${t}', '${t}@x', 'Кто-то', now())`,
    )
})
afterAll(() => db.close())

async function asTenant<T>(tenant: string | null, sql: string): Promise<T[]> {
  const client = await db.pools.app.connect()
  try {
    await client.query('begin')
    if (tenant) await client.query(`select set_config('app.tenant', $1, true)`, [tenant])
    return (await client.query(sql)).rows as T[]
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test('T-30 a request sees the rows of its own institution and no others', async () => {
  expect(await asTenant('ten_a', 'select id from account')).toEqual([{ id: 'acc_a' }])
  expect(await asTenant('ten_b', 'select count(*)::int as n from account')).toEqual([{ n: 1 }])
})

test('T-30 without an institution there are no rows at all', async () =>
  expect(await asTenant(null, 'select id from account')).toEqual([]))

test('T-30 writing into another institution is refused by the database', async () => {
  const into = `insert into account (id, tenant_id, login, full_name, created_at) values ('acc_x', 'ten_b', 'x', 'x', now())`
  await expect(asTenant('ten_a', into)).rejects.toThrow(/row-level security/)
  expect(
    await asTenant('ten_a', `update account set full_name = 'x' where id = 'acc_b' returning id`),
  ).toEqual([])
})

test('T-30 every table with a tenant is fenced, for its owner too', async () => {
  const { rows } = await db.owner(
    `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'tenant_id'
       and not (c.relrowsecurity and c.relforcerowsecurity)`,
  )
  expect(rows).toEqual([])
})

test('B-51 the roles of the program own nothing, make nothing and wait for nothing long', async () => {
  await expect(asTenant('ten_a', 'create table x (y int)')).rejects.toThrow(/permission denied/)
  const { rows } = await db.pools.app.query('show statement_timeout')
  expect(rows).toEqual([{ statement_timeout: '5s' }])
  const { rows: risky } = await db.owner(
    `select rolname from pg_roles where rolname like 'ochno\\_%' and rolname <> 'ochno_owner' and (rolsuper or rolbypassrls or rolcreaterole)`,
  )
  expect(risky).toEqual([])
})
