import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Class, examClass } from '@ochno/testkit/chaos/class'
import { type FaultProxy, faultProxy } from '@ochno/testkit/chaos/fault-proxy'
import { httpLane } from '@ochno/testkit/chaos/lanes'
import { processTree } from '@ochno/testkit/chaos/process'
import { rng } from '@ochno/testkit/chaos/rng'
import { type ServerProcess, serverProcess } from '@ochno/testkit/chaos/server-process'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Postgres, startPostgres } from '../src/adapters/postgres/supervisor.ts'

const nightly = process.env.OCHNO_NIGHTLY === '1'
const DOWN_MS = nightly ? 60_000 : 7_000
const RECOVER_MS = nightly ? 15_000 : 60_000
/** app 8, ingest 4, auth 4, log 2, and the job runner's. */
const MOST_CONNECTIONS = 32

let home: string
let postgres: Postgres
let proxy: FaultProxy
let server: ServerProcess
let room: Class

async function query(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client.query(sql).finally(() => client.end())
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'ochno-f09-'))
  postgres = await startPostgres(home)
  await query(postgres.url, 'create database ochno')
  proxy = await faultProxy({ port: postgres.port })
  const url = new URL(postgres.url)
  url.port = String(proxy.port)
  url.pathname = '/ochno'
  server = await serverProcess({ databaseUrl: url.href })
  room = await examClass(server, 4, rng(909))
})
afterAll(async () => {
  room?.close()
  proxy?.set({})
  await server?.close()
  await proxy?.close()
  await postgres?.stop()
  rmSync(home, { recursive: true, force: true })
})

/** Recording goes on while the database is away; afterwards everything arrives. */
async function without(
  down: () => void,
  up: () => void,
): Promise<{ readonly during: number; readonly said: number }> {
  const stop = room.record(25, 15_000)
  await pause(700)
  const before = room.acknowledged()
  expect(before).toBeGreaterThan(0)
  down()
  try {
    // What was on its way when the database went may still have been committed.
    await pause(1000)
    const settled = room.acknowledged()
    await pause(DOWN_MS - 1000)
    const during = room.acknowledged() - settled
    const http = httpLane(server.address())
    const { status } = await http.call('GET', '/readyz', {})
    http.close()
    return { during, said: status }
  } finally {
    stop()
    up()
  }
}

async function recovers(): Promise<void> {
  for (const one of room.writers) one.poke()
  const late = pause(RECOVER_MS, 'late', { ref: false })
  expect(
    await Promise.race([room.drained(), late]),
    'not everything was acknowledged in time',
  ).toBeUndefined()
}

test(
  `F-09 R-5 a database that is gone for ${DOWN_MS / 1000} s: no receipt meanwhile, everything after it`,
  async () => {
    const { during, said } = await without(
      () => {
        proxy.set({ refuse: true })
        proxy.reset()
      },
      () => proxy.set({}),
    )
    expect(during).toBe(0)
    expect(said).toBe(503)
    await recovers()
  },
  DOWN_MS + RECOVER_MS + 60_000,
)

test(
  `F-09 R-5 a database that hangs for ${DOWN_MS / 1000} s (all its processes stopped): the same`,
  async () => {
    let frozen: readonly number[] = []
    const { during } = await without(
      () => {
        // Who makes new ones first: one made in between would serve on.
        process.kill(postgres.pid, 'SIGSTOP')
        frozen = processTree(postgres.pid)
        for (const pid of frozen) process.kill(pid, 'SIGSTOP')
      },
      () => {
        for (const pid of frozen) process.kill(pid, 'SIGCONT')
      },
    )
    expect(during).toBe(0)
    await recovers()
  },
  DOWN_MS + RECOVER_MS + 60_000,
)

test('F-09 R-1 nothing acknowledged was lost, and the pools did not grow', async () => {
  const direct = new URL(postgres.url)
  direct.pathname = '/ochno'
  const { rows } = await query(
    direct.href,
    "select count(*)::int as n from pg_stat_activity where datname = 'ochno'",
  )
  expect((rows[0] as { n: number }).n).toBeLessThanOrEqual(MOST_CONNECTIONS)
  const stored = await room.judge('F-09')
  expect(stored).toBeGreaterThanOrEqual(room.acknowledged())
  console.log(`F-09: ${room.acknowledged()} acknowledged, 0 lost`)
})
