import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { putFragment, readTracks, takeLease } from '@ochno/contract/ingest'
import { submitSession } from '@ochno/contract/sessions'
import { hex } from '@ochno/evidence/bytes'
import { sha256 } from '@ochno/evidence/node/hash'
import { verifyReceipt } from '@ochno/evidence/receipt'
import { FLAG, HEADER, KIND } from '@ochno/evidence/record'
import { socketLane, type Told } from '@ochno/testkit/chaos/lanes'
import { partsOf, recordMaker } from '@ochno/testkit/chaos/record-maker'
import { bootServer, type TestServer, type TestSession } from '@ochno/testkit/server'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await bootServer({
    ingestPolicy: { lateUploadMs: 0, leaseMs: 4000, quotaBytesPerS: 10_000, quotaBurstBytes: 400_000 },
  })
})
afterAll(() => server.stop())

const device = () => randomBytes(24).toString('base64')
const media = (size = 1000) => new Uint8Array(randomBytes(size))

async function ready(session: TestSession, own = device()) {
  const { client } = session.examinee
  const leased = await client.done(takeLease, { params: { sid: session.id }, body: { device: own } })
  const { tracks } = await client.done(readTracks, {
    params: { sid: session.id },
    query: { lease: leased.lease },
  })
  const nonce = Buffer.from(tracks.cam?.nonce ?? '', 'hex')
  const maker = recordMaker({ sid: session.id, tid: 'cam', no: 1, nonce: new Uint8Array(nonce) })
  const put = (seq: number, frame: Uint8Array, lease = leased.lease) =>
    client.call(putFragment, {
      params: { sid: session.id, tid: 'cam', seq: String(seq) },
      query: { lease },
      body: frame,
    })
  return { ...leased, maker, put, client }
}

async function lane(session: TestSession, lease: string) {
  const heard: Told[] = []
  const waiting = new Map<number, (told: Told) => void>()
  let over: (why: string) => void = () => {}
  const ended = new Promise<string>((resolve) => {
    over = resolve
  })
  const socket = await socketLane(
    { origin: server.url.replace(/\/$/, '') },
    { sid: session.id, lease, cookie: session.examinee.client.cookie },
    (told) => {
      heard.push(told)
      waiting.get(told.is === 'ack' ? told.receipt.seq : told.seq)?.(told)
    },
    over,
  )
  return {
    socket,
    heard,
    ended,
    send: (seq: number, frame: Uint8Array) =>
      new Promise<Told>((resolve) => {
        waiting.set(seq, resolve)
        socket.send(frame)
      }),
  }
}

test('ING-13 a record by HTTP is answered with its signed receipt, and again with the same bytes', async () => {
  const at = await ready(await server.running())
  const { frame } = at.maker.make(KIND.media, media())
  const first = await at.put(0, frame)
  expect(first.status).toBe(200)
  expect(await verifyReceipt(first.body, at.keys as never)).toBe(true)
  expect((await at.put(0, frame)).text).toBe(first.text)
})

for (const [what, change, status, code] of [
  ['a damaged payload', (f: Uint8Array) => f.with(200, (f[200] ?? 0) ^ 1), 460, 'checksum'],
  ['a cut record', (f: Uint8Array) => f.subarray(0, 400), 400, 'malformed'],
  ['no record at all', () => new Uint8Array(50), 400, 'malformed'],
  ['more than the largest record', () => new Uint8Array(4 * 1024 * 1024 + HEADER + 1), 413, 'too_large'],
] as const)
  test(`F-13 ING-13 ${what} is ${status} ${code} and leaves nothing`, async () => {
    const session = await server.running()
    const at = await ready(session)
    const { frame } = at.maker.make(KIND.media, media())
    expect(await at.put(0, change(frame))).toMatchObject({ status, code })
    const { rows } = await server.database.owner('select 1 from fragment where session_id = $1', [session.id])
    expect(rows).toEqual([])
    expect((await at.put(0, frame)).status).toBe(200)
  })

test('T-02 ING-21 other content under an accepted number is 409, changes nothing, and the journal tells of it once', async () => {
  const session = await server.running()
  const at = await ready(session)
  const { frame } = at.maker.make(KIND.media, media())
  const first = await at.put(0, frame)
  const other = recordMaker({ sid: session.id, tid: 'cam', no: 1, nonce: new Uint8Array(32) })
  for (let i = 0; i < 3; i++)
    expect(await at.put(0, other.make(KIND.media, media(), { seq: 0 }).frame)).toMatchObject({
      status: 409,
      code: 'conflict',
    })
  expect((await at.put(0, frame)).text).toBe(first.text)
  const journal = () =>
    server.database.owner(
      `select result from audit_entry where object = $1 and action = 'recording.conflict'`,
      [session.id],
    )
  await expect.poll(async () => (await journal()).rows, { timeout: 20_000 }).toEqual([{ result: 'refused' }])
})

test('ING-13 the number in the address is the number in the record', async () => {
  const at = await ready(await server.running())
  expect(await at.put(5, at.maker.make(KIND.media, media()).frame)).toMatchObject({
    status: 400,
    code: 'malformed',
  })
})

test('ING-10 ING-12 by WebSocket: hello, then receipts for what was sent, and a nak that says where to go on', async () => {
  const session = await server.running()
  const at = await ready(session)
  const ws = await lane(session, at.lease)
  expect(ws.socket.hello.tracks.cam).toMatchObject({ no: 1, next: 0, head: null })
  const made = [0, 1, 2].map(() => at.maker.make(KIND.media, media()))
  for (const { frame, op } of made)
    expect(await ws.send(op.seq, frame)).toMatchObject({ is: 'ack', receipt: { seq: op.seq } })
  expect(await ws.send(9000, at.maker.make(KIND.media, media(), { seq: 9000 }).frame)).toMatchObject({
    is: 'nak',
    why: 'window',
    next: 3,
  })
  ws.socket.close()
  const { tracks } = await at.client.done(readTracks, {
    params: { sid: session.id },
    query: { lease: at.lease },
  })
  expect(tracks.cam).toMatchObject({ next: 3, head: made[2]?.op.head })
})

test('ING-5 a fragment that came as parts is sealed by its header alone, and asked for whole when a part is missing', async () => {
  const session = await server.running()
  const at = await ready(session)
  const ws = await lane(session, at.lease)
  const seal = (made: { header: Uint8Array }, flags: number) => {
    const header = made.header.slice()
    new DataView(header.buffer).setUint16(6, flags | FLAG.parts)
    return header
  }
  const payload = media(5000)
  const flags = FLAG.key | FLAG.audio | FLAG.video
  const whole = at.maker.make(KIND.media, payload, { flags: flags | FLAG.parts })
  for (const part of partsOf(1, 0, 0, payload, 6)) ws.socket.send(part)
  expect(await ws.send(0, seal(whole, flags))).toMatchObject({
    is: 'ack',
    receipt: { sha256: hex(sha256(payload)), size: 5000 },
  })

  const second = media(3000)
  const next = at.maker.make(KIND.media, second, { flags: flags | FLAG.parts })
  for (const part of partsOf(1, 0, 1, second, 6).slice(0, 5)) ws.socket.send(part)
  expect(await ws.send(1, seal(next, flags))).toMatchObject({ is: 'nak', why: 'parts', next: 1 })
  expect(await ws.send(1, next.frame)).toMatchObject({ is: 'ack', receipt: { seq: 1 } })
  ws.socket.close()
})

test('ING-14 a client may change lanes at any record', async () => {
  const session = await server.running()
  const at = await ready(session)
  const ws = await lane(session, at.lease)
  for (let seq = 0; seq < 8; seq++) {
    const { frame } = at.maker.make(KIND.media, media())
    if (seq % 2) expect((await at.put(seq, frame)).status).toBe(200)
    else expect(await ws.send(seq, frame)).toMatchObject({ is: 'ack' })
  }
  ws.socket.close()
})

describe('T-05 ING-15 one device at a time', () => {
  test('of fifty devices at once exactly one may record', async () => {
    const { examinee, id } = await server.running()
    const replies = await Promise.all(
      Array.from({ length: 50 }, () =>
        examinee.client.call(takeLease, { params: { sid: id }, body: { device: device() } }),
      ),
    )
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(replies.filter(({ status, code }) => status === 409 && code === 'lease_taken')).toHaveLength(49)
  })

  test('the same device takes its lease back at once, and the old lease is dead', async () => {
    const session = await server.running()
    const own = device()
    const before = await ready(session, own)
    const after = await ready(session, own)
    const { frame } = after.maker.make(KIND.media, media())
    expect(await after.put(0, frame, before.lease)).toMatchObject({ status: 409, code: 'lease_taken' })
    expect((await after.put(0, frame)).status).toBe(200)
  })

  test('another device gets it when it has run out, and the journal tells of both', async () => {
    const session = await server.running()
    await ready(session)
    const { client } = session.examinee
    const ask = () => client.call(takeLease, { params: { sid: session.id }, body: { device: device() } })
    expect((await ask()).code).toBe('lease_taken')
    await expect.poll(async () => (await ask()).status, { timeout: 30_000, interval: 200 }).toBe(200)
    const { rows } = await server.database.owner(
      `select result from audit_entry where object = $1 and action = 'recording.lease' order by at`,
      [session.id],
    )
    expect(rows.at(0)).toEqual({ result: 'refused' })
    expect(rows.at(-1)).toEqual({ result: 'ok' })
  })

  test('somebody else’s session is not there', async () => {
    const session = await server.running()
    const other = await server.person('examinee')
    expect(
      await other.client.call(takeLease, { params: { sid: session.id }, body: { device: device() } }),
    ).toMatchObject({ status: 404 })
  })
})

test('R1-3.1a ING-26 before authorisation nothing is accepted', async () => {
  const session = await server.session()
  const { client } = session.examinee
  const { lease } = await client.done(takeLease, { params: { sid: session.id }, body: { device: device() } })
  expect(await client.call(readTracks, { params: { sid: session.id }, query: { lease } })).toMatchObject({
    status: 410,
    code: 'closed',
  })
})

test('F-14 ING-26 after the late-upload time a record is refused with the reason', async () => {
  const session = await server.running()
  const at = await ready(session)
  await at.put(0, at.maker.make(KIND.media, media()).frame)
  await session.examinee.client.done(submitSession, { params: { sid: session.id } })
  await expect
    .poll(async () => (await at.put(1, at.maker.make(KIND.media, media()).frame)).code, {
      timeout: 20_000,
      interval: 300,
    })
    .toBe('closed')
})

test('T-08 ING-28 more than twice the nominal rate is refused, and other sessions go on', async () => {
  const at = await ready(await server.running())
  const other = await ready(await server.running())
  const statuses: number[] = []
  for (let seq = 0; seq < 12; seq++)
    statuses.push((await at.put(seq, at.maker.make(KIND.media, media(50_000)).frame)).status)
  expect(statuses.slice(0, 7)).toEqual(Array.from({ length: 7 }, () => 200))
  expect(statuses.at(-1)).toBe(429)
  expect((await other.put(0, other.maker.make(KIND.media, media()).frame)).status).toBe(200)
})

test('B-13 a socket without a lease, and one whose lease went to another device, are closed', async () => {
  const session = await server.running()
  await expect(lane(session, 'a'.repeat(32))).rejects.toThrow('409')
  const own = device()
  const at = await ready(session, own)
  const ws = await lane(session, at.lease)
  await ready(session, own)
  ws.socket.send(at.maker.make(KIND.media, media()).frame)
  expect(await ws.ended).toMatch(/^4409/)
})

test('ING-20 a graceful stop answers what it was given', async () => {
  const dataDir = `${server.dataDir}-b`
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const stopping = await bootServer({ over: { database: server.database, dataDir } })
  const session = await stopping.running()
  const { client } = session.examinee
  const { lease } = await client.done(takeLease, { params: { sid: session.id }, body: { device: device() } })
  const { tracks } = await client.done(readTracks, { params: { sid: session.id }, query: { lease } })
  const nonce = new Uint8Array(Buffer.from(tracks.cam?.nonce ?? '', 'hex'))
  const maker = recordMaker({ sid: session.id, tid: 'cam', no: 1, nonce })
  const acked: number[] = []
  const socket = await socketLane(
    { origin: stopping.url.replace(/\/$/, '') },
    { sid: session.id, lease, cookie: client.cookie },
    (told) => void (told.is === 'ack' && acked.push(told.receipt.seq)),
    () => {},
  )
  for (let seq = 0; seq < 40; seq++) socket.send(maker.make(KIND.media, media()).frame)
  await expect.poll(() => acked.length, { timeout: 20_000 }).toBeGreaterThan(0)
  await stopping.stop()
  const { rows } = await server.database.owner(
    'select seq from fragment where session_id = $1 order by seq',
    [session.id],
  )
  // Whatever has a row was also acknowledged before the line was closed.
  expect(acked.toSorted((a, b) => a - b)).toEqual(rows.map(({ seq }) => Number(seq)))
})
