// F-04, the server's half: the machine's clock is set five minutes on and back while people are being recorded.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSession, type SessionView } from '@ochno/contract/sessions'
import { examClass } from '@ochno/testkit/chaos/class'
import { type Examinee, seedExaminees } from '@ochno/testkit/chaos/examinees'
import { httpLane } from '@ochno/testkit/chaos/lanes'
import { rng } from '@ochno/testkit/chaos/rng'
import { type ServerProcess, serverProcess } from '@ochno/testkit/chaos/server-process'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

const home = mkdtempSync(join(tmpdir(), 'ochno-f04-'))
const clockFile = join(home, 'clock')
/** What the machine's clock says from now on; a test process has its own, true one. */
const set = (words: string) => writeFileSync(clockFile, words)

let server: ServerProcess
let db: pg.Client
beforeAll(async () => {
  set('+0')
  server = await serverProcess({
    env: {
      OCHNO_CLOCK_SETTLES_MINUTES: '0',
      LD_PRELOAD: execFileSync('faketime', ['-f', '+0', 'printenv', 'LD_PRELOAD']).toString().trim(),
      FAKETIME_TIMESTAMP_FILE: clockFile,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
  })
  db = new pg.Client({ connectionString: await server.ownerUrl() })
  await db.connect()
}, 120_000)
afterAll(async () => {
  await db?.end()
  await server?.close()
  rmSync(home, { recursive: true, force: true })
})

test('F-04 the machine’s clock is set 5 minutes on, back and made to run too fast while people record: none is refused, every receipt has the true time, nobody’s end moves', {
  timeout: 180_000,
}, async () => {
  const room = await examClass(server, 3, rng(404))
  const [watched] = await seedExaminees(await server.ownerUrl(), 1)
  if (!watched) throw new Error('nobody to watch')
  const deadline = Date.now() + 3 * 60_000
  await db.query('update session set deadline = $2 where id = $1', [watched.sid, new Date(deadline)])
  const stop = room.record(20, 8_000)
  for (const words of ['+0', '+300s', '-300s', '+0', '+0 x1.001', '+0']) {
    set(words)
    const before = room.acknowledged()
    await expect.poll(room.acknowledged, { timeout: 60_000, interval: 20 }).toBeGreaterThan(before + 30)
    const asked = Date.now()
    const { now, session } = await told(watched)
    expect(Date.parse(now), words).toBeGreaterThan(asked - 1000)
    expect(Date.parse(now), words).toBeLessThan(Date.now() + 1000)
    expect(session, words).toMatchObject({ state: 'in_progress', deadline: new Date(deadline).toISOString() })
  }
  stop()
  await room.drained()
  const { events } = room.log
  expect(events.filter(({ is }) => is === 'fail' || is === 'info')).toEqual([])
  const asked = new Map(events.flatMap((event) => (event.is === 'invoke' ? [[event.op, event.at]] : [])))
  for (const event of events) {
    if (event.is !== 'ok') continue
    // Between the moment it was sent and the moment the receipt came, by a clock nobody touched.
    expect(event.receipt.srvMs).toBeGreaterThan((asked.get(event.op) ?? 0) - 500)
    expect(event.receipt.srvMs).toBeLessThan(event.at + 500)
  }
  const stored = await room.judge('F-04')
  expect(stored).toBe(room.acknowledged())
  console.log(`F-04: ${stored} acknowledged through 5 changes of the clock, 0 refused, 0 lost`)
})

/** What the page of somebody in the middle of an exam is told. */
async function told({ sid, cookie }: Examinee) {
  const http = httpLane(server.address())
  try {
    const { origin } = server.address()
    const headers = { cookie, origin, 'sec-fetch-site': 'same-origin' }
    const { body } = await http.call('GET', readSession.path.replace(':sid', sid), headers)
    return JSON.parse(body) as { now: string; session: SessionView }
  } finally {
    http.close()
  }
}
