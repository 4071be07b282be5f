import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { check } from '@ochno/testkit/chaos/checker'
import { examClass } from '@ochno/testkit/chaos/class'
import { inspect } from '@ochno/testkit/chaos/inspect'
import { type LosingDisk, losingDisk, whyNoLosefs } from '@ochno/testkit/chaos/losefs'
import { rng } from '@ochno/testkit/chaos/rng'
import { type ServerProcess, serverProcess } from '@ochno/testkit/chaos/server-process'
import { afterEach, expect, test } from 'vitest'

const nightly = process.env.OCHNO_NIGHTLY === '1'
const ROUNDS = nightly ? 50 : 10
/** Acknowledged between two cuts, however slow the machine is. */
const EACH = nightly ? 50 : 20
const missing = whyNoLosefs()

let disk: LosingDisk
let server: ServerProcess
afterEach(async () => {
  await server?.close()
  await disk?.close()
})

/** Spool and objects lie on the disk that forgets; the index lies in PostgreSQL on an ordinary one and lives on. */
async function serverOnLosingDisk(preload?: string): Promise<void> {
  disk = await losingDisk(6)
  const dataDir = mkdtempSync(join(tmpdir(), 'ochno-f06-'))
  for (const name of ['spool', 'objects']) {
    mkdirSync(join(disk.path, name))
    symlinkSync(join(disk.path, name), join(dataDir, name))
  }
  const root = await open(disk.path, 'r')
  await root.sync()
  await root.close()
  server = await serverProcess({ dataDir, ...(preload ? { preload } : {}) })
}

test.skipIf(missing)(
  `F-06 R-1 ${ROUNDS} power cuts while recording: no acknowledged record is lost`,
  async () => {
    await serverOnLosingDisk()
    const dice = rng(606)
    const room = await examClass(server, 4, dice)
    const stop = room.record(10, nightly ? 20_000 : 8_000)
    let forgotten = 0
    for (let round = 0; round < ROUNDS; round++) {
      const before = room.acknowledged()
      await expect.poll(room.acknowledged, { timeout: 60_000, interval: 10 }).toBeGreaterThan(before + EACH)
      await pause(dice.between(30, 300))
      await server.kill()
      forgotten += await disk.cut(dice.chance(0.5) ? 'torn' : 'clean')
      await server.start()
    }
    stop()
    await room.drained()
    await server.kill()
    await disk.cut()
    const stored = await room.judge('F-06')
    expect(room.acknowledged()).toBeGreaterThan(ROUNDS * EACH)
    expect(stored).toBeGreaterThanOrEqual(room.acknowledged())
    expect(forgotten, 'the disk forgot nothing: the cut never hit a write').toBeGreaterThan(0)
    console.log(`F-06: ${room.acknowledged()} acknowledged, 0 lost, ${ROUNDS} power cuts`)
  },
  nightly ? 3_600_000 : 600_000,
)

test.skipIf(missing)(
  'F-06 negative control: without fdatasync acknowledged records are lost, and the checker says so',
  async () => {
    await serverOnLosingDisk(new URL('../../testkit/src/chaos/no-fsync.ts', import.meta.url).href)
    const room = await examClass(server, 4, rng(607))
    const stop = room.record(10, 20_000)
    await pause(1500)
    stop()
    room.close()
    await server.kill()
    await disk.cut()
    room.log.unknown(Date.now(), 'the run ended')
    const found = await inspect(server.dataDir, await server.ownerUrl())
    const lost = check(room.log.events, found).filter(({ invariant }) => invariant === 1)
    expect(room.acknowledged()).toBeGreaterThan(0)
    expect(lost.length).toBeGreaterThan(0)
  },
)
