import { randomBytes } from 'node:crypto'
import { genesisBytes, linkBytes } from '@ochno/evidence/chain'
import { hex } from '@ochno/evidence/bytes'
import { metaOf } from '@ochno/evidence/meta'
import { sha256 } from '@ochno/evidence/node/hash'
import { verifyReceipt } from '@ochno/evidence/receipt'
import { FORMAT, KIND, readHeader } from '@ochno/evidence/record'
import { SpoolFull } from '@ochno/server/ports/ingest'
import { type TestDatabase, testDatabase } from '@ochno/testkit/database'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aSession, type RecordPath, recordPath, signer } from './support/record-path.ts'

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

const media = (size = 2000) => new Uint8Array(randomBytes(size))
const count = async (table: string) => Number((await db.owner(`select count(*) from ${table}`)).rows[0].count)

test('ING-25 an acknowledged record is stored, reads back, and its receipt verifies', async () => {
  const session = await aSession(db)
  const maker = await path.maker(session, 'cam')
  const made = maker.make(KIND.media, media())
  const outcome = await path.send(session, 'cam', made.frame)
  if (!outcome.ok) throw new Error(outcome.why)
  expect(outcome.receipt.receipt).toMatchObject({
    tid: 'cam',
    n: 0,
    seq: 0,
    size: 2000,
    sha256: made.op.sha256,
  })
  expect(await verifyReceipt(outcome.receipt, [signer.publicKey])).toBe(true)
  expect(await path.readBack(session, 'cam')).toEqual(new Map([[0, made.op.sha256]]))
})

test('ING-23 E-02 the chain in the rows is the chain a stranger computes from them', async () => {
  const session = await aSession(db)
  const maker = await path.maker(session, 'cam')
  for (let i = 0; i < 12; i++) await path.send(session, 'cam', maker.make(KIND.media, media()).frame)
  const [track] = await path.reader.tracks(session.tenant, session.id)
  let chain = sha256(genesisBytes(session.id, 'cam', track?.nonce ?? new Uint8Array()))
  for (const row of await path.reader.index(session.tenant, session.id, 'cam')) {
    const header = readHeader(row.header)
    if (!header) throw new Error('no header')
    const meta = metaOf(header, sha256(row.header), {
      sid: session.id,
      tid: 'cam',
      n: row.n,
      srvMs: row.srvMs,
    })
    chain = sha256(linkBytes(chain, meta))
    expect(hex(row.chain)).toBe(hex(chain))
  }
})

test('ING-21 the same header gets the same receipt, byte for byte, also after a restart', async () => {
  const session = await aSession(db)
  const maker = await path.maker(session, 'cam')
  const made = maker.make(KIND.media, media())
  const first = await path.send(session, 'cam', made.frame)
  const again = await path.send(session, 'cam', made.frame)
  await path.acceptor.close(session.id, 'cam')
  const later = await path.send(session, 'cam', made.frame)
  expect(again).toEqual(first)
  expect(later).toEqual(first)
})

test('T-02 ING-21 another content under an accepted number is a conflict and changes nothing, a thousand times', async () => {
  const session = await aSession(db)
  const maker = await path.maker(session, 'cam')
  const made = maker.make(KIND.media, media())
  await path.send(session, 'cam', made.frame)
  for (let i = 0; i < 1000; i++) {
    const other = await path.maker(session, 'cam')
    expect(await path.send(session, 'cam', other.make(KIND.media, media(16)).frame)).toMatchObject({
      ok: false,
      why: 'conflict',
    })
  }
  expect(await path.readBack(session, 'cam')).toEqual(new Map([[0, made.op.sha256]]))
})

test('F-12 ING-22 duplicates, reordering and gaps: nothing twice, same receipts, the gaps exact', async () => {
  const session = await aSession(db)
  const maker = await path.maker(session, 'cam')
  const made = Array.from({ length: 600 }, () => maker.make(KIND.media, media(300)))
  const lost = new Set(made.filter((_, i) => i > 0 && i % 20 === 7).map(({ op }) => op.seq))
  const sent = made
    .filter(({ op }) => !lost.has(op.seq))
    .flatMap((each, i) => Array.from({ length: 1 + (i % 5) }, () => each))
  // A seeded shuffle: the same order in every run.
  const order = sent
    .map((each, i) => [hex(sha256(new TextEncoder().encode(`${i}`))), each] as const)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
  const receipts = new Map<number, string>()
  await Promise.all(
    order.map(async ([, { frame, op }]) => {
      const outcome = await path.send(session, 'cam', frame)
      if (!outcome.ok) throw new Error(`${op.seq} ${outcome.why}`)
      const text = JSON.stringify(outcome.receipt)
      expect(receipts.get(op.seq) ?? text).toBe(text)
      receipts.set(op.seq, text)
    }),
  )
  const index = await path.reader.index(session.tenant, session.id, 'cam')
  expect(index.map(({ seq }) => seq)).toEqual(made.map(({ op }) => op.seq).filter((seq) => !lost.has(seq)))
  expect(index.map(({ n }) => n).sort((a, b) => a - b)).toEqual(index.map((_, i) => i))
  const track = await path.acceptor.open(session.tenant, session.id, 'cam')
  expect(track.next).toBe(Math.min(...lost))
})

test('ING-22 a record that does not continue its neighbour is refused, from either side', async () => {
  const session = await aSession(db)
  const maker = await path.maker(session, 'cam')
  const [zero, one, two] = [0, 1, 2].map(() => maker.make(KIND.media, media()))
  const stranger = await path.maker(session, 'cam')
  stranger.make(KIND.media, media())
  const wrong = stranger.make(KIND.media, media())
  await path.send(session, 'cam', zero?.frame as Uint8Array)
  expect(await path.send(session, 'cam', wrong.frame)).toMatchObject({ ok: false, why: 'chain', next: 1 })
  expect(await path.send(session, 'cam', two?.frame as Uint8Array)).toMatchObject({ ok: true })
  expect(await path.send(session, 'cam', wrong.frame)).toMatchObject({ ok: false, why: 'chain' })
  expect(await path.send(session, 'cam', one?.frame as Uint8Array)).toMatchObject({ ok: true })
})

test('ING-7 a seq past the window is refused and named', async () => {
  const session = await aSession(db)
  const maker = await path.maker(session, 'cam')
  expect(await path.send(session, 'cam', maker.make(KIND.media, media(), { seq: 4096 }).frame)).toMatchObject(
    { why: 'window' },
  )
  expect(await path.send(session, 'cam', maker.make(KIND.media, media(), { seq: 4095 }).frame)).toMatchObject(
    { ok: true },
  )
})

test('ING-24 srv_ms never goes back, whatever the clock of the machine does', async () => {
  let now = 2_000_000
  const wandering = await recordPath(db, { deps: { nowMs: () => now } })
  const session = await aSession(db)
  const maker = await wandering.maker(session, 'cam')
  for (const step of [0, 50, -300_000, 10, 5]) {
    now += step
    await wandering.send(session, 'cam', maker.make(KIND.media, media(64)).frame)
  }
  const times = (await wandering.reader.index(session.tenant, session.id, 'cam')).map(({ srvMs }) => srvMs)
  expect(times).toEqual([2_000_000, 2_000_050, 2_000_050, 2_000_050, 2_000_050])
  await wandering.close()
  await wandering.remove()
})

test('F-14 END closes a track: nothing is accepted after it', async () => {
  const session = await aSession(db)
  const maker = await path.maker(session, 'cam')
  await path.send(session, 'cam', maker.make(KIND.media, media()).frame)
  await path.send(session, 'cam', maker.make(KIND.end, new Uint8Array()).frame)
  expect(await path.send(session, 'cam', maker.make(KIND.media, media()).frame)).toMatchObject({
    why: 'closed',
  })
})

describe('F-13 what is damaged, cut, oversized or foreign', () => {
  const damages: Record<string, (frame: Uint8Array, at: number) => Uint8Array> = {
    'one bit of the payload': (f, at) =>
      f.with(128 + (at % (f.length - 128)), (f[128 + (at % (f.length - 128))] ?? 0) ^ 1),
    'cut short': (f, at) => f.subarray(0, 128 + (at % (f.length - 128))),
    'too long': (f, at) => new Uint8Array([...f, ...new Uint8Array(1 + (at % 50))]),
    'another track': (f) => f.with(45, 2),
    'a wrong hash': (f, at) => f.with(48 + (at % 32), (f[48 + (at % 32)] ?? 0) ^ 0x40),
  }

  test('is refused and nothing of it is stored, a thousand times', async () => {
    const session = await aSession(db)
    const maker = await path.maker(session, 'cam')
    const { frame } = maker.make(KIND.media, media(500))
    const rows = await count('fragment')
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(damages)), fc.nat(), async (kind, at) => {
        const outcome = await path.send(session, 'cam', damages[kind]?.(frame, at) as Uint8Array)
        expect(outcome).toMatchObject({ ok: false })
        expect(['checksum', 'malformed', 'chain']).toContain((outcome as { why: string }).why)
      }),
      { numRuns: 1000, seed: 13 },
    )
    expect(await count('fragment')).toBe(rows)
    expect(await path.send(session, 'cam', frame)).toMatchObject({ ok: true })
  })

  test('ING-6 events must be small JSON objects that say their type', async () => {
    const session = await aSession(db)
    const send = async (text: string, format: (typeof FORMAT)[keyof typeof FORMAT] = FORMAT.json) => {
      const maker = await path.maker(session, 'events', 3)
      const outcome = await path.send(
        session,
        'events',
        maker.make(KIND.event, new TextEncoder().encode(text), { format }).frame,
      )
      return outcome.ok ? 'ok' : outcome.why
    }
    expect(await send('[1]')).toBe('malformed')
    expect(await send('{"a":1}')).toBe('malformed')
    expect(await send('{"type":"x"')).toBe('malformed')
    expect(await send('{"type":"x"}', FORMAT.none)).toBe('malformed')
    expect(await send(JSON.stringify({ type: 'x', pad: 'p'.repeat(17_000) }))).toBe('too_large')
    expect(await send('{"type":"камера"}')).toBe('ok')
  })
})

test('ING-20 a record there was no memory for was not taken: it is taken when it comes again, and the chain goes on', async () => {
  let short = false
  const inner = await recordPath(db)
  const failing = await recordPath(db, {
    dir: inner.dir,
    deps: {
      spool: {
        ...inner.spool,
        newBatch: () => {
          const batch = inner.spool.newBatch()
          const { add } = batch
          return Object.assign(batch, {
            add: (pieces: readonly Uint8Array[]) => {
              if (short) throw new RangeError('no memory')
              return add(pieces)
            },
          })
        },
      },
    },
  })
  const session = await aSession(db)
  const maker = await failing.maker(session, 'cam')
  const made = [0, 1, 2].map(() => maker.make(KIND.media, media()))
  const send = (i: number) => failing.send(session, 'cam', made[i]?.frame as Uint8Array)
  expect(await send(0)).toMatchObject({ ok: true })
  short = true
  await expect(send(1)).rejects.toThrow('no memory')
  short = false
  expect(await send(1)).toMatchObject({ ok: true, receipt: { receipt: { n: 1 } } })
  expect(await send(2)).toMatchObject({ ok: true, receipt: { receipt: { n: 2 } } })
  expect((await failing.readBack(session, 'cam')).size).toBe(3)
  await failing.close()
  await inner.close()
  await inner.remove()
})

for (const [what, cause, why] of [
  ['the disk is full', new SpoolFull('full'), 'disk'],
  ['the disk fails', new Error('EIO'), 'busy'],
] as const)
  test(`ING-20 F-08 when ${what} nothing is acknowledged, and the same record is taken afterwards`, async () => {
    let broken = false
    const inner = await recordPath(db)
    const failing = await recordPath(db, {
      dir: inner.dir,
      deps: {
        spool: {
          ...inner.spool,
          append: (batch) => (broken ? Promise.reject(cause) : inner.spool.append(batch)),
        },
      },
    })
    const session = await aSession(db)
    const maker = await failing.maker(session, 'cam')
    const made = [0, 1, 2, 3].map(() => maker.make(KIND.media, media()))
    await failing.send(session, 'cam', made[0]?.frame as Uint8Array)
    broken = true
    const refused = await Promise.all(made.slice(1).map(({ frame }) => failing.send(session, 'cam', frame)))
    for (const outcome of refused) expect(outcome).toMatchObject({ ok: false, why })
    broken = false
    for (const { frame } of made)
      expect(await failing.send(session, 'cam', frame)).toMatchObject({ ok: true })
    expect((await failing.readBack(session, 'cam')).size).toBe(4)
    await failing.close()
    await inner.close()
    await inner.remove()
  })
