import { randomBytes } from 'node:crypto'
import { open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '@ochno/evidence/node/hash'
import { KIND } from '@ochno/evidence/record'
import { fsckRows } from '@ochno/server/adapters/recordings/fsck-rows'
import { fsck } from '@ochno/server/features/ingest/fsck'
import { type TestDatabase, testDatabase } from '@ochno/testkit/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aSession, type RecordPath, recordPath } from './support/record-path.ts'

let db: TestDatabase
let path: RecordPath
beforeAll(async () => {
  db = await testDatabase()
  path = await recordPath(db)
})
afterAll(async () => {
  await path.close()
  await path.remove()
  await db.close()
})

const check = () =>
  fsck({
    ...fsckRows(db.pools.ingest, path.keys),
    objects: path.objects,
    readSpool: path.spool.read,
    digest: sha256,
  })

async function flip(file: string, at: number): Promise<void> {
  const handle = await open(file, 'r+')
  const byte = new Uint8Array(1)
  await handle.read(byte, 0, 1, at)
  await handle.write(
    byte.map((b) => b ^ 0x10),
    0,
    1,
    at,
  )
  await handle.close()
}

test('F-23 R0-7.2a R1-9.2a R4-9.2a fsck reports exactly the 20 changed, 5 missing and 5 orphan objects, and one changed record of the spool', async () => {
  const session = await aSession(db)
  const maker = await path.maker(session, 'cam')
  for (let object = 0; object < 40; object++) {
    for (let i = 0; i < 3; i++)
      await path.send(session, 'cam', maker.make(KIND.media, new Uint8Array(randomBytes(900))).frame)
    await path.sealer.sealAll()
  }
  for (let i = 0; i < 6; i++)
    await path.send(session, 'cam', maker.make(KIND.media, new Uint8Array(randomBytes(900))).frame)
  expect(await check()).toMatchObject({ checked: 46, missing: [], orphan: [], corrupt: [] })

  const name = (no: number) => `m/${session.id}/cam/${no}`
  const file = (key: string) => join(path.dir, 'objects', ...key.split('/'))
  const changed = Array.from({ length: 20 }, (_, i) => name(i))
  const missing = Array.from({ length: 5 }, (_, i) => name(20 + i))
  const orphan = Array.from({ length: 5 }, (_, i) => `m/${session.id}/cam/9${i}00`)
  for (const [i, key] of changed.entries()) await flip(file(key), i * 37)
  for (const key of missing) await rm(file(key))
  for (const key of orphan) await writeFile(file(key), 'who made this')
  const { rows } = await db.owner('select spool_id, spool_at, n from fragment order by n desc limit 1')
  await flip(
    join(path.dir, 'spool', `${String(rows[0].spool_id).padStart(12, '0')}.spool`),
    Number(rows[0].spool_at) + 40,
  )

  const report = await check()
  expect(report.missing).toEqual(missing.toSorted())
  expect(report.orphan).toEqual(orphan.toSorted())
  expect(report.corrupt).toEqual([...changed, `${session.id}/cam/${rows[0].n}`].toSorted())
})

test('T-22 nothing of what was recorded is readable in the spool, the objects or the database', async () => {
  const session = await aSession(db)
  const maker = await path.maker(session, 'cam')
  const canary = 'КАНАРЕЙКА в записи'
  const frame = () => maker.make(KIND.media, new TextEncoder().encode(canary.repeat(20))).frame
  await path.send(session, 'cam', frame())
  await path.sealer.sealAll()
  await path.send(session, 'cam', frame())
  const files = (await readdir(path.dir, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  )
  expect(files.length).toBeGreaterThan(1)
  for (const { parentPath, name } of files)
    expect([name, (await readFile(join(parentPath, name))).includes(canary)]).toEqual([name, false])
  const { rows } = await db.owner('select encode(header, $1) as header from fragment', ['escape'])
  expect(JSON.stringify(rows)).not.toContain('КАНАРЕЙКА')
  const { wrapped } = (await db.owner('select wrapped from media_key limit 1')).rows[0]
  expect(wrapped.length).toBeGreaterThanOrEqual(32)
})
