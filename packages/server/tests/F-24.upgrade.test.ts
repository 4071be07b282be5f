import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { listAccounts } from '@ochno/contract/accounts'
import { listExams } from '@ochno/contract/exams'
import { readMe } from '@ochno/contract/sign-in'
import { migrate, migrationsFolder, NewerDatabase } from '@ochno/server/adapters/postgres/migrate'
import type { Client } from '@ochno/testkit/client'
import { bootServer, type TestServer } from '@ochno/testkit/server'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** What the next release may do (expand): new columns, a new table, a check, an index — on the tables under traffic. */
const NEXT = `
  alter table session add column if not exists place text not null default '';
  comment on column session.place is 'pii: free text; retention: session';
  alter table account add column if not exists preferred_name text;
  comment on column account.preferred_name is 'pii: identity; retention: account';
  alter table exam add constraint exam_window check (closes_at > opens_at) not valid;
  create index if not exists session_state on session (tenant_id, state);
  create table if not exists room (id text primary key, tenant_id text not null references tenant(id), name text not null);
`

const folder = mkdtempSync(join(tmpdir(), 'ochno-next-'))
let old: TestServer
let client: Client
beforeAll(async () => {
  cpSync(migrationsFolder, folder, { recursive: true })
  writeFileSync(join(folder, '20991231T0000_next.sql'), NEXT)
  old = await bootServer()
  client = old.admin.client
})
afterAll(async () => {
  await old.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** People of every kind at work until `over`; the answers they got. */
async function traffic(over: Promise<unknown>): Promise<{ answers: number; worse: string[] }> {
  let going = true
  over.finally(() => {
    going = false
  })
  const worse: string[] = []
  let answers = 0
  const worker = async (ask: () => Promise<{ status: number }>) => {
    while (going) {
      const { status } = await ask()
      answers++
      if (status >= 500) worse.push(String(status))
    }
  }
  await Promise.all([
    worker(() => client.call(readMe, {})),
    worker(() => client.call(listExams, {})),
    worker(() => client.call(listAccounts, { query: {} })),
    worker(async () => {
      await old.running()
      return { status: 200 }
    }),
  ])
  return { answers, worse }
}

test('F-24 a migration under traffic: nobody gets a failure, the version before works on', async () => {
  const migrated = migrate(old.database.url, folder)
  const during = await traffic(migrated.then(() => new Promise((resolve) => setTimeout(resolve, 500))))
  expect((await migrated).applied).toEqual(['20991231T0000_next.sql'])
  expect(during.worse).toEqual([])
  expect(during.answers).toBeGreaterThan(20)
  const after = await old.running()
  const { rows } = await old.database.owner('select place from session where id = $1', [after.id])
  expect(rows).toEqual([{ place: '' }])
})

test('F-24 who waits longer for a migration than a statement may is served when it is over', async () => {
  const migration = new pg.Client({ connectionString: old.database.url })
  await migration.connect()
  try {
    await migration.query('begin')
    await migration.query('lock table account, exam in access exclusive mode')
    const asked = [client.call(readMe, {}), client.call(listExams, {})]
    // Longer than the two seconds a statement waits for a lock, shorter than they are tried again.
    await pause(3000)
    await migration.query('commit')
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200])
  } finally {
    await migration.end()
  }
})

test('F-24 a second process over the same database serves beside the first, and the first goes on when it leaves', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ochno-second-'))
  cpSync(join(old.dataDir, 'keys'), join(dataDir, 'keys'), { recursive: true, preserveTimestamps: true })
  const second = await bootServer({ over: { database: old.database, dataDir } })
  await Promise.all([second.running(), old.running()])
  await second.stop()
  rmSync(dataDir, { recursive: true })
  expect((await client.call(readMe, {})).status).toBe(200)
  await old.running()
})

test('F-24 the new tables are fenced like the old', async () => {
  const { rows } = await old.database.owner(
    `select relforcerowsecurity as fenced from pg_class where relname = 'room'`,
  )
  expect(rows).toEqual([{ fenced: true }])
})

test('F-24 the version before does not start on the newer schema: it says so and changes nothing', async () =>
  expect(await migrate(old.database.url).catch((cause) => cause)).toBeInstanceOf(NewerDatabase))
