import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, migrationsFolder, NewerDatabase } from '@ochno/server/adapters/postgres/migrate'
import { type TestDatabase, testDatabase } from '@ochno/testkit/database'
import { afterAll, beforeAll, expect, test } from 'vitest'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const LATER = '20991231T2359_later.sql'
function folderWith(sql: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ochno-migrations-'))
  cpSync(migrationsFolder, folder, { recursive: true })
  writeFileSync(join(folder, LATER), sql)
  return folder
}

test('a database that is up to date is left as it is', async () =>
  expect((await migrate(db.url)).applied).toEqual([]))

test('a migration that fails leaves nothing behind', async () => {
  const folder = folderWith('create table half_done (x int); select 1 / 0;')
  await expect(migrate(db.url, folder)).rejects.toThrow('division by zero')
  expect((await db.owner(`select to_regclass('half_done') as t`)).rows).toEqual([{ t: null }])
})

test('two processes that start at once migrate once', async () => {
  const folder = folderWith('create table tenant_note (tenant_id text);')
  const both = await Promise.all([migrate(db.url, folder), migrate(db.url, folder)])
  expect(both.flatMap(({ applied }) => applied)).toEqual([LATER])
  const { rows } = await db.owner(
    `select relforcerowsecurity as f from pg_class where relname = 'tenant_note'`,
  )
  expect(rows, 'a new table is fenced by itself').toEqual([{ f: true }])
})

test('F-24 a database of a newer version is refused and named', async () => {
  const refused = await migrate(db.url).catch((cause) => cause)
  expect(refused).toBeInstanceOf(NewerDatabase)
  expect(refused.unknown).toEqual([LATER])
})

test('a migration edited after it was applied is refused', async () => {
  const folder = folderWith('create table tenant_note (tenant_id text, more text);')
  await expect(migrate(db.url, folder)).rejects.toThrow(`${LATER} was changed`)
})
