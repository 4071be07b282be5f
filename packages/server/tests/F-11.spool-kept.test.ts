import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { trackNumbers } from '@ochno/domain/recording/track'
import { KIND } from '@ochno/evidence/record'
import { recordRows } from '@ochno/server/adapters/recordings/rows'
import { type TestDatabase, testDatabase } from '@ochno/testkit/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aSession, recordPath } from './support/record-path.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const media = (size: number) => new Uint8Array(randomBytes(size))
const FILE = 16 * 1024

test('ING-32 F-09 a batch whose commit succeeded unheard is acknowledged when sent again, and its spool file is not let go', async () => {
  const inner = recordRows(db.pools.ingest)
  let deaf = false
  const path = await recordPath(db, {
    spoolFileBytes: FILE,
    deps: {
      rows: {
        ...inner,
        commit: async (rows) => {
          await inner.commit(rows)
          if (deaf) throw new Error('Query read timeout')
        },
      },
    },
  })
  const session = await aSession(db)
  const maker = await path.maker(session, 'cam')
  const made = Array.from({ length: 24 }, () => maker.make(KIND.media, media(3000)))
  for (const [i, { frame }] of made.entries()) {
    deaf = i % 5 === 2
    const first = await path.send(session, 'cam', frame)
    expect(first.ok).toBe(!deaf)
    deaf = false
    if (!first.ok) expect(await path.send(session, 'cam', frame)).toMatchObject({ ok: true })
    await path.sealer.sealAll()
  }
  await path.sealer.sealAll()
  expect(await path.readBack(session, 'cam')).toEqual(new Map(made.map(({ op }) => [op.seq, op.sha256])))
  await path.close()
  await path.remove()
})

test('ING-31 F-11 a sealing that fails half-way goes on where it stopped: every record in one segment, no file let go early', async () => {
  let puts = 0
  const path = await recordPath(db, {
    spoolFileBytes: FILE,
    objects: (disk) => ({
      ...disk,
      put: (key, bytes) => {
        puts += 1
        return puts % 2 === 0 ? Promise.reject(new Error('500')) : disk.put(key, bytes)
      },
    }),
  })
  const session = await aSession(db)
  const maker = await path.maker(session, 'cam')
  const sent = new Map<number, string>()
  for (let i = 0; i < 12; i++) {
    const { frame, op } = maker.make(KIND.media, media(100_000))
    expect(await path.send(session, 'cam', frame)).toMatchObject({ ok: true })
    sent.set(op.seq, op.sha256)
  }
  for (let i = 0; i < 12; i++) await path.sealer.sealAll()
  expect(path.sealer.waiting()).toBe(0)
  const { rows } = await db.owner('select n_from, n_to from segment where session_id = $1 order by n_from', [
    session.id,
  ])
  expect(
    rows.flatMap(({ n_from, n_to }) => Array.from({ length: n_to - n_from + 1 }, (_, i) => n_from + i)),
  ).toEqual([...sent.keys()])
  expect(await path.readBack(session, 'cam')).toEqual(sent)
  await path.close()
  await path.remove()
})

test('ING-31 a sealing whose read fails is over before the next begins in the same memory, and is made up for', async () => {
  let [reads, underWay] = [0, 0]
  const beside: number[] = []
  const path = await recordPath(db, {
    spoolFileBytes: FILE,
    spool: (inner) => ({
      ...inner,
      read: async (place, bytes, into) => {
        const no = reads++
        if (no === 0) throw new Error('EIO')
        underWay += 1
        // The second is still reading when the first has failed; the third is the next track's.
        if (no === 1) await pause(50)
        if (no === 2) beside.push(underWay)
        return inner.read(place, bytes, into).finally(() => {
          underWay -= 1
        })
      },
    }),
  })
  const session = await aSession(db)
  const sent = new Map<string, Map<number, string>>()
  for (const tid of ['cam', 'screen'] as const) {
    const maker = await path.maker(session, tid, trackNumbers[tid])
    for (let i = 0; i < 2; i++) {
      const { frame, op } = maker.make(KIND.media, media(100_000))
      expect(await path.send(session, tid, frame)).toMatchObject({ ok: true })
      sent.set(tid, (sent.get(tid) ?? new Map()).set(op.seq, op.sha256))
    }
  }
  await path.sealer.sealAll()
  expect(beside).toEqual([1])
  expect(path.sealer.waiting()).toBe(2)
  await path.sealer.sealAll()
  expect(path.sealer.waiting()).toBe(0)
  for (const tid of ['cam', 'screen'] as const)
    expect(await path.readBack(session, tid)).toEqual(sent.get(tid))
  await path.close()
  await path.remove()
})

test('ING-31 a seal whose row was committed unheard leaves no second segment', async () => {
  const path = await recordPath(db, { spoolFileBytes: FILE })
  const session = await aSession(db)
  const maker = await path.maker(session, 'cam')
  const sent = new Map<number, string>()
  for (let i = 0; i < 6; i++) {
    const { frame, op } = maker.make(KIND.media, media(3000))
    await path.send(session, 'cam', frame)
    sent.set(op.seq, op.sha256)
  }
  await path.sealer.sealAll()
  const again = { ...session, session: session.id, tid: 'cam' as const, no: 7, nFrom: 0, nTo: 3 }
  await path.segments.add({ ...again, key: 'm/again', bytes: 1, sha256: new Uint8Array(32) })
  expect(await path.readBack(session, 'cam')).toEqual(sent)
  await path.close()
  await path.remove()
})
