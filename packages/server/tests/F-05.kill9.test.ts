// A process that dies at any moment loses nothing it acknowledged. What un-fsynced data would hide, F-06 shows.
import { demand } from '@ochno/testkit/chaos/checker'
import { seedExaminees, takeLease, tracksOf } from '@ochno/testkit/chaos/examinees'
import { findRecords } from '@ochno/testkit/chaos/found'
import { history } from '@ochno/testkit/chaos/history'
import { rng as rngFrom } from '@ochno/testkit/chaos/rng'
import { type ServerProcess, serverProcess } from '@ochno/testkit/chaos/server-process'
import { writer } from '@ochno/testkit/chaos/writer'
import { afterAll, beforeAll, expect, test } from 'vitest'

const nightly = process.env.OCHNO_NIGHTLY === '1'
const rounds = nightly ? 100 : 20
/** A fragment is some 100 KB; what is proven does not depend on it, what it costs does. */
const BYTES = nightly ? 50_000 : 10_000
const WRITERS = 8
/** Acknowledged between two kills, however slow the machine is. */
const EACH = nightly ? 80 : WRITERS

let server: ServerProcess
beforeAll(async () => {
  server = await serverProcess()
}, 120_000)
afterAll(() => server.close())

test(`F-05 ${rounds} times kill -9 in the middle of recording: 0 acknowledged records lost, changed or twice`, {
  timeout: (nightly ? 90 : 20) * 60_000,
}, async () => {
  const rng = rngFrom(5)
  const told = history()
  const examinees = await seedExaminees(await server.ownerUrl(), WRITERS)
  const writers = await Promise.all(
    examinees.map(async (examinee, i) => {
      const seat = await takeLease(server.address(), examinee)
      const tracks = await tracksOf(server.address(), examinee, seat)
      let current: ReturnType<typeof takeLease> | null = Promise.resolve(seat)
      return writer({
        server: server.address,
        seat: async (failure) => {
          if (failure) current = null
          current ??= takeLease(server.address(), examinee)
          return current.catch((cause) => {
            current = null
            throw cause
          })
        },
        sid: examinee.sid,
        tracks,
        history: told,
        lane: i % 2 ? 'http' : 'ws',
        seed: i,
      })
    }),
  )
  const feed = setInterval(() => {
    for (const each of writers)
      if (each.waiting() < 30)
        for (const tid of ['cam', 'screen']) each.record(tid, Math.round(BYTES * rng.between(0.4, 1.6)))
  }, 20)
  const acknowledged = () => writers.reduce((sum, each) => sum + each.acknowledged(), 0)
  for (let round = 0; round < rounds; round++) {
    const before = acknowledged()
    // It must have begun to acknowledge again, or the kill hits an idle process.
    await expect.poll(acknowledged, { timeout: 60_000, interval: 10 }).toBeGreaterThan(before + EACH)
    await new Promise((resolve) => setTimeout(resolve, 30 + rng.int(150)))
    await server.kill()
    await server.start()
  }
  clearInterval(feed)
  for (const each of writers) each.poke()
  await Promise.all(writers.map((each) => each.drained()))
  for (const each of writers) each.close()
  await server.kill()

  const found = await findRecords(await server.ownerUrl(), server.dataDir)
  demand(told.events, found, 'F-05')
  console.log(`F-05: ${acknowledged()} acknowledged records through ${rounds} kills, all of them found`)
  expect(acknowledged()).toBeGreaterThan(rounds * EACH)
  expect(found.rows).toHaveLength(acknowledged())
})
