import { type TestDatabase, testDatabase } from '@ochno/testkit/database'
import { afterAll, beforeAll, expect, test } from 'vitest'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

/** Columns that by their name hold something of a person: these must say what it is and how long it stays. */
const personal =
  '(^|_)(login|full_name|password|password_hash|secret|token|email|phone|address|ip|device|birth|passport|snils|photo|voice|text|ground|reason|note|comment|details|answer|wrapped)($|_)'
const declared = /^pii: [a-z ]+; retention: [\w. ]+$/

async function undeclared(): Promise<string[]> {
  const { rows } = await db.owner(
    `select c.relname || '.' || a.attname as place, col_description(c.oid, a.attnum) as said, a.attname ~ $1 as personal
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
     order by 1`,
    [personal],
  )
  return (rows as { place: string; said: string | null; personal: boolean }[])
    .filter(({ said, personal }) =>
      personal ? !declared.test(said ?? '') : said?.startsWith('pii') && !declared.test(said),
    )
    .map(({ place }) => place)
}

test('P-23 every column with personal data declares what it is and how long it stays', async () =>
  expect(await undeclared()).toEqual([]))

test('P-23 a column without that declaration is noticed', async () => {
  await db.owner('create table planted (id text primary key, phone text)')
  expect(await undeclared()).toEqual(['planted.phone'])
  await db.owner(`comment on column planted.phone is 'pii: contact'`)
  expect(await undeclared()).toEqual(['planted.phone'])
  await db.owner(`comment on column planted.phone is 'pii: contact; retention: account'`)
  expect(await undeclared()).toEqual([])
})

test('T-30 a table of institutions without its fence is noticed', async () => {
  const unfenced = async () =>
    (
      await db.owner(
        `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
         where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'tenant_id'
           and not (c.relrowsecurity and c.relforcerowsecurity)`,
      )
    ).rows.map((row) => row.relname)
  expect(await unfenced()).toEqual([])
  await db.owner('create table open_field (tenant_id text)')
  expect(await unfenced()).toEqual(['open_field'])
})

test('T-30 every foreign key of the schema is served by row security of a tenant or names no institution', async () => {
  const { rows } = await db.owner(
    `select c.relname from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
       and exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
                   and k.confrelid in ('account'::regclass, 'session'::regclass, 'exam'::regclass))`,
  )
  expect(rows).toEqual([])
})
