import { setTimeout as pause } from 'node:timers/promises'
import { type Class, examClass } from '@ochno/testkit/chaos/class'
import { residentBytes } from '@ochno/testkit/chaos/process'
import { rng } from '@ochno/testkit/chaos/rng'
import { type ServerProcess, serverProcess } from '@ochno/testkit/chaos/server-process'
import { type SlowKind, slowClients } from '@ochno/testkit/chaos/slow-client'
import { afterAll, beforeAll, expect, test } from 'vitest'

const nightly = process.env.OCHNO_NIGHTLY === '1'
const CLIENTS = 500

let server: ServerProcess
let room: Class
beforeAll(async () => {
  server = await serverProcess()
  room = await examClass(server, 2, rng(18))
})
afterAll(async () => {
  room?.close()
  await server?.close()
})

const target = (path: string, method: string) => {
  const { hostname, port } = new URL(server.address().origin)
  return { host: hostname === 'localhost' ? '127.0.0.1' : hostname, port: Number(port), method, path }
}

/** How long until all of them were cut, ms; meanwhile an honest class records. */
async function attack(kind: SlowKind, method: string, path: string): Promise<number> {
  const before = room.acknowledged()
  const stop = room.record(100, 20_000)
  const slow = slowClients(kind, CLIENTS, target(path, method))
  await slow.allCut
  stop()
  await room.drained()
  expect(room.acknowledged(), 'honest examinees were not served').toBeGreaterThan(before)
  return Math.max(...slow.lived)
}

test(`F-18 ${CLIENTS} clients that send a header line a second are all cut, and an honest class records meanwhile`, async () => {
  const lived = await attack('headers', 'GET', '/healthz')
  // Cut at 5 s, looked at each second; a shared machine is given more.
  expect(lived).toBeLessThanOrEqual(nightly ? 10_000 : 20_000)
}, 90_000)

test.runIf(nightly)(
  `F-18 ${CLIENTS} clients that send a body byte a second are cut`,
  async () => {
    const sid = `ses_${'a'.repeat(26)}`
    const lived = await attack(
      'body',
      'PUT',
      `/ingest/v1/sessions/${sid}/tracks/cam/fragments/0?lease=${'0'.repeat(32)}`,
    )
    expect(lived).toBeLessThanOrEqual(35_000)
  },
  120_000,
)

test(`F-18 ${CLIENTS} clients that never read do not fill the server's memory`, async () => {
  const before = residentBytes(server.pid())
  const slow = slowClients('read', CLIENTS, target('/healthz', 'GET'))
  await pause(nightly ? 20_000 : 3000)
  expect(residentBytes(server.pid()) - before).toBeLessThan(200 * 1024 * 1024)
  slow.close()
}, 60_000)
