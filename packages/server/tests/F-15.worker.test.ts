// A worker that dies in the middle of a job: the job is begun anew, its effect stands once, and a job that kills is parked.
import { type ChildProcess, spawn } from 'node:child_process'
import { rng as rngFrom } from '@ochno/testkit/chaos/rng'
import { type TestDatabase, testDatabase } from '@ochno/testkit/database'
import { afterAll, beforeAll, expect, test } from 'vitest'

const kills = process.env.OCHNO_NIGHTLY ? 50 : 8
/** Begun before and not done: by the queue's own word, or held since before this start. */
const CUT = "last_error is not null or locked_at < now() - interval '700 ms'"
const child = new URL('./support/worker-child.ts', import.meta.url).pathname

let db: TestDatabase
let running: ChildProcess | null = null
beforeAll(async () => {
  db = await testDatabase()
  await db.owner('create table begun (no int not null)')
  await db.owner('create table effect (no int primary key)')
  // The first start makes the queue.
  await start()
  await kill()
}, 60_000)
afterAll(async () => {
  await kill()
  await db?.close()
})

const count = async (what: string): Promise<number> =>
  (await db.owner(`select count(*)::int as n from ${what}`)).rows[0].n

async function kill(): Promise<void> {
  const dying = running
  running = null
  if (!dying || dying.exitCode !== null || dying.signalCode !== null) return
  const ended = new Promise((resolve) => dying.once('exit', resolve))
  dying.kill('SIGKILL')
  await ended
}

async function start(): Promise<void> {
  const own = spawn(process.execPath, [child, db.url, '1'], { stdio: ['ignore', 'pipe', 'inherit'] })
  running = own
  await new Promise<void>((resolve) => {
    own.stdout.once('data', () => resolve())
    // The poison may be what it begins with.
    own.once('exit', () => resolve())
  })
}

const add = (task: string, no: number, more = '') =>
  db.owner(`select graphile_worker.add_job($1, $2::json ${more})`, [task, JSON.stringify({ no })])

test(`F-15 ${kills} times kill -9 of a worker in the middle of a job: each job is done, each effect stands once, none stays taken`, {
  timeout: 10 * 60_000,
}, async () => {
  const rng = rngFrom(15)
  // Every third of one queue: who died with it keeps the others of the queue waiting no longer than the lease.
  let made = 0
  let cut = 0
  // A machine may be so slow to look that the work is done before the kill: then once more.
  for (let round = 0; round < kills || (cut === 0 && round < kills * 5); round++) {
    await start()
    // What the last kill cut off is done before the next one: no job is cut so often that it would be parked.
    await expect
      .poll(() => count(`graphile_worker._private_jobs where ${CUT}`), { timeout: 60_000, interval: 5 })
      .toBe(0)
    const before = await count('begun')
    for (let no = 0; no < 40; no++) await add('effect', made++, no % 3 ? '' : ", queue_name => 'letters'")
    await expect.poll(() => count('begun'), { timeout: 60_000, interval: 5 }).toBeGreaterThan(before)
    await new Promise((resolve) => setTimeout(resolve, rng.int(120)))
    await kill()
    cut = (await count('begun')) - (await count('effect'))
  }
  await start()
  await expect.poll(() => count('graphile_worker.jobs'), { timeout: 120_000 }).toBe(0)
  await kill()
  expect(await count('effect')).toBe(made)
  expect(await count('graphile_worker._private_job_queues where locked_at is not null')).toBe(0)
  expect(cut, 'no kill hit the middle of a job').toBeGreaterThan(0)
  console.log(`F-15: ${made} jobs through ${kills} kills, ${cut} cut off and begun anew`)
})

test('F-15 a job that ends its process each time is begun three times anew and then parked, and the jobs behind it are done', {
  timeout: 120_000,
}, async () => {
  await db.owner('delete from begun')
  await db.owner('delete from effect')
  await add('poison', 0)
  const parked = () =>
    count('graphile_worker._private_jobs where attempts = max_attempts and locked_at is null')
  for (let turn = 0; turn < 20 && (await parked()) === 0; turn++) {
    await start()
    await expect
      .poll(async () => running?.signalCode !== null || (await parked()) > 0, { timeout: 60_000 })
      .toBe(true)
  }
  expect(await parked()).toBe(1)
  expect(await count('begun'), 'once, and three times anew').toBe(4)
  await kill()
  await add('effect', 7)
  await start()
  await expect.poll(() => count('effect'), { timeout: 60_000 }).toBe(1)
  await kill()
})
