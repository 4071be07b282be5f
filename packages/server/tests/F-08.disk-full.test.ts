import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { KIND } from '@ochno/evidence/record'
import { watchDisk } from '@ochno/server/adapters/disk/disk'
import { type TestDatabase, testDatabase } from '@ochno/testkit/database'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aSession, recordPath } from './support/record-path.ts'

const MB = 1024 * 1024
const limits = { reserveBytes: 2048 * MB, alarmAt: 0.85, refuseNewAt: 0.9, refuseOthersAt: 0.95 }
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

const mayMount = process.getuid?.() === 0
if (!mayMount) console.warn('\n!!! F-08 is NOT tested here: only root may mount a small disk.\n')

let dir: string
const mount = (megabytes: number) => {
  dir = mkdtempSync(join(tmpdir(), 'ochno-small-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', dir])
}
const unmount = () => {
  execFileSync('umount', ['-l', dir])
  rmSync(dir, { recursive: true, force: true })
}
/** Fills the disk until this share of it is used, or to the last byte. */
const fillTo = (share: number) => {
  const { blocks, bavail, bsize } = statfsSync(dir)
  const wanted = Math.floor(blocks * share) - (blocks - bavail)
  if (wanted > 0) writeFileSync(join(dir, `fill-${share}`), Buffer.alloc(wanted * bsize))
}

describe.skipIf(!mayMount)('F-08 ING-34 what the disk still permits', () => {
  beforeEach(() => mount(512))
  afterEach(unmount)

  test('at 85 % an alarm, at 90 % no new recordings, running exams to the end', async () => {
    const disk = await watchDisk(dir, limits, quiet)
    const now = async () => {
      await disk.refresh()
      const { alarm, takesNew, takesExams } = disk.state()
      return { alarm, takesNew, takesExams }
    }
    expect(await now()).toEqual({ alarm: false, takesNew: true, takesExams: true })
    fillTo(0.895) // the reserve, a fiftieth, does not count as used
    expect(await now()).toEqual({ alarm: true, takesNew: true, takesExams: true })
    fillTo(0.95)
    expect(await now()).toEqual({ alarm: true, takesNew: false, takesExams: true })
    rmSync(join(dir, 'fill-0.95'))
    rmSync(join(dir, 'fill-0.895'))
    expect(await now()).toEqual({ alarm: false, takesNew: true, takesExams: true })
  })

  test('the reserve is really there, and is given up for running exams when nothing else is left', async () => {
    const disk = await watchDisk(dir, limits, quiet)
    await disk.refresh()
    expect(statSync(join(dir, 'reserve')).blocks * 512).toBeGreaterThan(9 * MB)
    fillTo(0.999)
    await disk.refresh()
    expect(() => statSync(join(dir, 'reserve'))).toThrow('ENOENT')
  })
})

describe.skipIf(!mayMount)('F-08 the spool has no room', () => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await testDatabase()
    mount(64)
  })
  afterAll(async () => {
    unmount()
    await db.close()
  })

  test('no receipt without bytes; refused as `disk`; after space returns the same records are taken and everything reads back', async () => {
    const folder = join(dir, 'data')
    mkdirSync(folder)
    const path = await recordPath(db, { dir: folder, spoolFileBytes: 8 * MB })
    const session = await aSession(db)
    const maker = await path.maker(session, 'cam')
    const sent = new Map<number, string>()
    const unsent = []
    let refused = 0
    for (let i = 0; i < 90; i++) {
      if (i === 20) fillTo(1)
      const made = maker.make(KIND.media, new Uint8Array(randomBytes(100_000)))
      const outcome = await path.send(session, 'cam', made.frame)
      if (outcome.ok) sent.set(made.op.seq, made.op.sha256)
      else {
        // The first that finds no room is told so; those behind it wait for it in the client's outbox.
        expect(outcome.why).toBe('disk')
        refused += 1
        unsent.push(made)
        break
      }
    }
    expect(refused).toBe(1)
    expect(sent.size).toBeGreaterThanOrEqual(20)
    expect(await path.readBack(session, 'cam')).toEqual(sent)
    rmSync(join(dir, 'fill-1'))
    for (const made of [...unsent, maker.make(KIND.media, new Uint8Array(randomBytes(100_000)))]) {
      expect(await path.send(session, 'cam', made.frame)).toMatchObject({ ok: true })
      sent.set(made.op.seq, made.op.sha256)
    }
    expect(await path.readBack(session, 'cam')).toEqual(sent)
    await path.close()
  })
})
