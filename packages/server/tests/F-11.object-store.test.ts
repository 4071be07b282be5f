import { randomBytes } from 'node:crypto'
import { KIND } from '@ochno/evidence/record'
import type { ObjectStore } from '@ochno/server/ports/objects'
import { type TestDatabase, testDatabase } from '@ochno/testkit/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aSession, type RecordPath, recordPath } from './support/record-path.ts'

let db: TestDatabase
let path: RecordPath
let turn = 0
let broken = false

/** Fails in the ways object stores fail: an error before, an error after, half the object, an answer that never said the truth. */
const failing = (inner: ObjectStore): ObjectStore => ({
  ...inner,
  put: async (key, bytes) => {
    turn += 1
    if (!broken) return inner.put(key, bytes)
    if (turn % 4 === 0) throw new Error('500 before')
    if (turn % 4 === 1) {
      await inner.put(key, bytes)
      throw new Error('500 after')
    }
    if (turn % 4 === 2) return inner.put(key, bytes.subarray(0, bytes.length >> 1))
    return 'stored'
  },
  holds: async (key, bytes) => {
    if (broken && turn % 7 === 3) throw new Error('timeout')
    return inner.holds(key, bytes)
  },
})

beforeAll(async () => {
  db = await testDatabase()
  path = await recordPath(db, { objects: failing, spoolFileBytes: 64 * 1024 })
})
afterAll(async () => {
  await path.close()
  await path.remove()
  await db.close()
})

test('F-11 while the object store fails nothing is lost, nothing waits, and afterwards there is one row and one object per record', async () => {
  const session = await aSession(db)
  const maker = await path.maker(session, 'cam')
  const sent = new Map<number, string>()
  broken = true
  for (let i = 0; i < 240; i++) {
    const { frame, op } = maker.make(KIND.media, new Uint8Array(randomBytes(3000)))
    expect(await path.send(session, 'cam', frame)).toMatchObject({ ok: true })
    sent.set(op.seq, op.sha256)
    if (i % 8 === 0) await path.sealer.sealAll()
    // A reader in the middle of it sees everything, wherever it lies.
    if (i % 60 === 59 && turn % 7 !== 3) expect((await path.readBack(session, 'cam')).size).toBe(i + 1)
  }
  broken = false
  await path.sealer.sealAll()
  expect(path.sealer.waiting()).toBe(0)
  expect(await path.readBack(session, 'cam')).toEqual(sent)

  const { rows } = await db.owner('select n_from, n_to, object_key from segment order by n_from')
  expect(
    rows.flatMap(({ n_from, n_to }) => Array.from({ length: n_to - n_from + 1 }, (_, i) => n_from + i)),
  ).toEqual(Array.from({ length: 240 }, (_, i) => i))
  expect(new Set(rows.map(({ object_key }) => object_key)).size).toBe(rows.length)
})

test('ING-32 F-11 the spool drains: only the file that is being written is left', async () => {
  await path.sealer.sealAll()
  const files = await path.spool.files()
  expect(files.filter((id) => id !== path.spool.current())).toEqual([])
})
