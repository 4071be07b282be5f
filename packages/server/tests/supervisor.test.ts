import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { keepAlive } from '@ochno/server/adapters/postgres/keep-alive'
import { reachableFolder } from '@ochno/server/adapters/postgres/native'
import { type Postgres, PostgresError, startPostgres } from '@ochno/server/adapters/postgres/supervisor'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

const dir = mkdtempSync(join(tmpdir(), 'ochno-pg-'))
let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres(dir)
  await ask('create table kept (x int)')
  await ask('insert into kept values (1)')
})
afterAll(async () => {
  await postgres.stop()
  rmSync(dir, { recursive: true, force: true })
})

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: postgres.url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
const gone = async (pid: number) => {
  while (existsSync(`/proc/${pid}`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')))
    await new Promise((resolve) => setImmediate(resolve))
}

test('the database is on, checks its pages and listens to this machine alone', async () => {
  expect(await ask('show data_checksums')).toEqual([{ data_checksums: 'on' }])
  expect(await ask('show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  expect(await ask('show fsync')).toEqual([{ fsync: 'on' }])
})

test('its password is random and nobody else may read it', () => {
  const file = join(dir, 'keys', 'database-password')
  expect(readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{48}$/)
  expect(statSync(file).mode & 0o777).toBe(0o400)
})

test('it never runs as root', async () => {
  expect(statSync(join(dir, 'postgres')).uid).not.toBe(0)
  expect(readFileSync(`/proc/${postgres.pid}/status`, 'utf8')).not.toMatch(/^Uid:\s+0\s/m)
})

test('a server that outlived us is adopted, not fought', async () => {
  const again = await startPostgres(dir)
  expect([again.how, again.pid, again.port]).toEqual(['adopted', postgres.pid, postgres.port])
})

test('after kill -9 a stale pid file is no obstacle and nothing committed is lost', async () => {
  process.kill(postgres.pid, 'SIGKILL')
  await gone(postgres.pid)
  expect(existsSync(join(dir, 'postgres', 'postmaster.pid'))).toBe(true)
  postgres = await untilStarted()
  expect(postgres.how).toBe('started')
  expect(await ask('select x from kept')).toEqual([{ x: 1 }])
})

test('a pid file that names an innocent process harms nobody', async () => {
  await postgres.stop()
  const file = join(dir, 'postgres', 'postmaster.pid')
  writeFileSync(file, `${process.pid}\n${dir}/postgres\n1\n1\n\n127.0.0.1\n0\nready\n`)
  postgres = await startPostgres(dir).catch(() => {
    rmSync(file)
    return startPostgres(dir)
  })
  expect(postgres.pid).not.toBe(process.pid)
  expect(await ask('select x from kept')).toEqual([{ x: 1 }])
})

test('F-09 a database that was killed comes back on the same port', async () => {
  const events: string[] = []
  let up: () => void = () => {}
  const back = new Promise<void>((resolve) => {
    up = resolve
  })
  const kept = keepAlive(postgres, dir, (event) => {
    events.push(event)
    if (event === 'up_again') up()
  })
  process.kill(postgres.pid, 'SIGKILL')
  await back
  expect(events[0]).toBe('fell')
  expect(await ask('select x from kept')).toEqual([{ x: 1 }])
  await kept.stop()
  postgres = await startPostgres(dir)
  expect(postgres.how).toBe('started')
})

test('a folder with something else in it is refused and left untouched', async () => {
  const foreign = mkdtempSync(join(tmpdir(), 'ochno-foreign-'))
  mkdirSync(join(foreign, 'postgres'))
  writeFileSync(join(foreign, 'postgres', 'diploma.doc'), 'years of work')
  const refused = await startPostgres(foreign).catch((cause) => cause)
  expect(refused).toBeInstanceOf(PostgresError)
  expect(refused.failure).toEqual({ why: 'foreign_folder' })
  expect(readFileSync(join(foreign, 'postgres', 'diploma.doc'), 'utf8')).toBe('years of work')
})

test('a data folder of another PostgreSQL is refused with both versions', async () => {
  const old = mkdtempSync(join(tmpdir(), 'ochno-old-'))
  mkdirSync(join(old, 'postgres'))
  writeFileSync(join(old, 'postgres', 'PG_VERSION'), '17\n')
  const refused = await startPostgres(old).catch((cause) => cause)
  expect(refused.failure).toEqual({ why: 'major_version', found: '17', ours: '18' })
})

test('programs below a closed folder are copied to where the database user can run them', () => {
  const closed = mkdtempSync(join(tmpdir(), 'ochno-closed-'))
  const native = join(closed, 'native')
  mkdirSync(join(native, 'bin'), { recursive: true })
  writeFileSync(join(native, 'bin', 'postgres'), '')
  chmodSync(closed, 0o700)
  const state = mkdtempSync(join(tmpdir(), 'ochno-state-'))
  expect(reachableFolder(native, state)).toBe(join(state, 'postgres-native-unknown'))
  expect(existsSync(join(state, 'postgres-native-unknown', 'bin', 'postgres'))).toBe(true)
})

test('a data folder the database user can not reach still gets its database', async () => {
  const closed = mkdtempSync(join(tmpdir(), 'ochno-closed-'))
  const inside = join(closed, 'data')
  const running = await startPostgres(inside)
  const folder = realpathSync(join(inside, 'postgres'))
  try {
    expect(running.how).toBe('started')
    expect((await startPostgres(inside)).how).toBe('adopted')
  } finally {
    await running.stop()
    rmSync(closed, { recursive: true })
    if (!folder.startsWith(closed)) rmSync(dirname(folder), { recursive: true })
  }
})

/** The children of a killed server hold its folder for a moment longer. */
async function untilStarted(): Promise<Postgres> {
  for (;;) {
    const tried = await startPostgres(dir).catch((cause) => cause)
    if (!(tried instanceof Error)) return tried
  }
}
