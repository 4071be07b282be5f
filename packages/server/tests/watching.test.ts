// Watching on the whole server: real ingest, real PostgreSQL, real sockets.
import { unpackIndex } from '@ochno/contract/index-columns'
import { removeProctor, submitSession } from '@ochno/contract/sessions'
import { listRecordings, listViewers, openView, readTimeline, readWall } from '@ochno/contract/watch'
import type { TenantId } from '@ochno/domain/ids'
import { fromMs } from '@ochno/domain/time'
import { postgresAccessJournal } from '@ochno/server/adapters/postgres/watching'
import type { Access } from '@ochno/server/ports/watching'
import type { Client } from '@ochno/testkit/client'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import { type Publisher, publisher } from '@ochno/testkit/watching/publisher'
import { realWebm } from '@ochno/testkit/watching/synthetic'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const media = { cam: realWebm('cam', 8), screen: realWebm('screen', 8) }
let server: TestServer
let session: TestSession
let proctor: TestPerson
let commission: TestPerson
let camera: Publisher

beforeAll(async () => {
  server = await bootServer()
  session = await server.running()
  proctor = session.proctors[0] as TestPerson
  commission = await server.person('commission')
  camera = await publisher(server.url, session, media, { pastMs: 12_000 })
  await camera.backlog(12)
}, 120_000)
afterAll(async () => {
  camera?.stop()
  await server?.stop()
})

type Heard = {
  readonly text: Record<string, unknown>[]
  readonly bytes: Buffer[]
  readonly close: () => void
  at: number
}

/** Watches one session; `until` resolves when the heard says so. */
async function watch(
  client: Client,
  sid: string,
): Promise<Heard & { until: (when: (h: Heard) => boolean) => Promise<void> }> {
  const socket = client.socket('/ws/watch')
  const heard: Heard = { text: [], bytes: [], close: () => socket.terminate(), at: Date.now() }
  const asked: (() => void)[] = []
  await new Promise((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('error', reject)
  })
  socket.on('message', (data: Buffer, binary) => {
    if (binary) heard.bytes.push(data)
    else heard.text.push(JSON.parse(String(data)) as Record<string, unknown>)
    heard.at = Date.now()
    for (const ask of asked) ask()
  })
  socket.send(JSON.stringify({ t: 'sub', session: sid, tracks: ['cam', 'screen'] }))
  const until = (when: (h: Heard) => boolean) =>
    new Promise<void>((resolve) => {
      const ask = () => when(heard) && resolve()
      asked.push(ask)
      ask()
    })
  return { ...heard, text: heard.text, bytes: heard.bytes, until }
}

const said = (t: string) => (h: Heard) => h.text.some((message) => message.t === t)
const rows = async (action: string, sid = session.id) =>
  (
    await server.database.owner(
      'select * from access_journal where action = $1 and session_id = $2 order by id',
      [action, sid],
    )
  ).rows

describe('live', () => {
  test('R0-1.4g a joiner gets the head and the last fragment of both tracks, and a row stands before the first byte', async () => {
    const heard = await watch(proctor.client, session.id)
    await heard.until((h) => h.bytes.filter((one) => one.subarray(4, 8).toString() === 'EXF1').length >= 4)
    heard.close()
    const tracks = new Set(heard.bytes.map((one) => one[1]))
    expect([...tracks].sort()).toEqual([1, 2])
    expect(heard.text[0]).toMatchObject({ t: 'joined', session: session.id })
    const [row] = await rows('live.begin')
    expect(row).toMatchObject({
      account_id: proctor.id,
      role: 'proctor',
      purpose: 'live_supervision',
      ip: '127.0.0.1',
    })
  })

  test('P-25 leaving adds a row with the range watched', async () => {
    const heard = await watch(proctor.client, session.id)
    await heard.until(said('state'))
    heard.close()
    await expect.poll(async () => (await rows('live.end')).length, { timeout: 20_000 }).toBeGreaterThan(0)
    const [row] = await rows('live.end')
    expect(row.ended_at >= row.started_at).toBe(true)
  })

  test('T-31 an unassigned proctor, and one of another institution, learn nothing', async () => {
    const other = await server.otherInstitution()
    for (const stranger of [await server.person('proctor'), await other.person('proctor')]) {
      const heard = await watch(stranger.client, session.id)
      await heard.until(said('no'))
      heard.close()
      expect(heard.text).toEqual([{ t: 'no', session: session.id, why: 'not_found' }])
      expect(heard.bytes).toEqual([])
    }
  })

  test('B-13 the socket is refused to other roles and foreign origins', async () => {
    for (const [client, headers] of [
      [commission.client, {}],
      [session.examinee.client, {}],
      [proctor.client, { origin: 'https://evil.example' }],
    ] as const) {
      const socket = client.socket('/ws/watch', headers)
      const status = await new Promise((resolve) => {
        socket.on('unexpected-response', (_request, reply) => resolve(reply.statusCode))
        socket.on('open', () => resolve('open'))
        socket.on('error', () => undefined)
      })
      expect(status).toBe(403)
    }
  })

  test('T-10 a proctor taken off in the middle sees nothing more within five seconds', async () => {
    const one = await server.running()
    const seen = await publisher(server.url, one, media)
    const watcher = one.proctors[0] as TestPerson
    const heard = await watch(watcher.client, one.id)
    await heard.until(said('joined'))
    seen.live()
    await heard.until((h) => h.bytes.length > 10)
    await server.admin.client.done(removeProctor, { params: { sid: one.id, proctor: watcher.id } })
    const removed = Date.now()
    await heard.until(said('left'))
    const took = Date.now() - removed
    const stopped = heard.bytes.length
    const after = await watch(watcher.client, one.id)
    await after.until(said('no'))
    expect(after.text).toContainEqual({ t: 'no', session: one.id, why: 'not_assigned' })
    expect(took).toBeLessThan(5000)
    // The examinee is still recorded and nothing of it reaches the one who left.
    expect(heard.bytes.length).toBe(stopped)
    heard.close()
    after.close()
    seen.stop()
  })
})

const ask = (
  client: Client,
  sid: string,
  query: { from: number; to: number; view?: string },
  headers = {},
) => {
  const search = new URLSearchParams(
    Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]),
  )
  return client.raw('GET', `/media/v1/sessions/${sid}/tracks/cam/records?${search}`, { headers })
}

describe('stored records', () => {
  test('the timeline names fragments, epochs and coverage of both tracks on one clock', async () => {
    const timeline = await proctor.client.done(readTimeline, { params: { sid: session.id }, query: {} })
    expect(timeline.tracks.map(({ tid }) => tid)).toEqual(['cam', 'screen'])
    expect(timeline.tracks[0]?.fragments.seq.length).toBe(6)
    expect(timeline.tracks.flatMap(({ epochs }) => epochs.map(({ startMs }) => startMs))).toEqual([0, 0])
    expect(timeline.lengthMs).toBeGreaterThanOrEqual(12_000)
  })

  test('P-25 T-11 a hundred requests are a hundred rows, each with its range', async () => {
    const before = (await rows('records')).length
    for (let i = 0; i < 100; i++)
      expect((await ask(proctor.client, session.id, { from: 1 + (i % 6), to: 1 + (i % 6) })).status).toBe(200)
    const all = await rows('records')
    expect(all.length - before).toBe(100)
    expect(all.at(-1)).toMatchObject({ tid: 'cam', seq_from: '4', seq_to: '4', purpose: 'live_supervision' })
  })

  test('the bytes are header and payload as recorded; more than the bound is refused', async () => {
    const reply = await ask(proctor.client, session.id, { from: 0, to: 2 })
    const bytes = Buffer.from(reply.body as Uint8Array)
    expect(bytes.subarray(0, 4).toString()).toBe('EXF1')
    expect(bytes.length).toBeGreaterThan(3 * 128)
    expect((await ask(proctor.client, session.id, { from: 0, to: 32 })).code).toBe('range_too_large')
    expect((await ask(proctor.client, session.id, { from: 5, to: 1 })).status).toBe(400)
  })

  test('T-32 T-33 a copied address opens nothing and no cache keeps anything', async () => {
    const own = await ask(proctor.client, session.id, { from: 1, to: 1 })
    expect(own.headers.get('cache-control')).toBe('private, no-store')
    expect(own.headers.get('vary')).toContain('Cookie')
    const path = `/media/v1/sessions/${session.id}/tracks/cam/records?from=1&to=1`
    for (const site of ['none', 'cross-site', 'same-site', ''])
      expect((await proctor.client.raw('GET', path, { headers: { 'sec-fetch-site': site } })).status).toBe(
        403,
      )
    expect((await server.stranger().raw('GET', path)).status).toBe(401)
    for (const suffix of ['/x.css', ';.js', '/../../x'])
      expect((await proctor.client.raw('GET', path.replace('?', `${suffix}?`))).status).toBe(404)
  })

  test('T-31 none, wrong person, view of another session, right, right taken away', async () => {
    const one = await server.running()
    const seen = await publisher(server.url, one, media, { pastMs: 4000 })
    await seen.backlog(4)
    seen.stop()
    const watcher = one.proctors[0] as TestPerson
    const otherInstitution = await server.otherInstitution()
    const foreign = await otherInstitution.person('commission')
    const { view } = await commission.client.done(openView, {
      params: { sid: session.id },
      body: { purpose: 'appeal', ground: '' },
    })
    const derivatives = (client: Client, more: { view?: string } = {}) =>
      Promise.all([
        ask(client, one.id, { from: 1, to: 1, ...more }),
        client.call(readTimeline, { params: { sid: one.id }, query: more }),
      ]).then((replies) => replies.map(({ status }) => status))
    expect(await derivatives(server.stranger())).toEqual([401, 401])
    expect(await derivatives((await server.person('proctor')).client)).toEqual([404, 404])
    expect(await derivatives(foreign.client)).toEqual([404, 404])
    expect(await derivatives(one.examinee.client)).toEqual([403, 403])
    expect(await derivatives(commission.client)).toEqual([403, 403])
    expect(await derivatives(commission.client, { view })).toEqual([403, 403])
    expect(await derivatives(watcher.client)).toEqual([200, 200])
    await server.admin.client.done(removeProctor, { params: { sid: one.id, proctor: watcher.id } })
    expect(await derivatives(watcher.client)).toEqual([403, 403])
  })

  test('R1-7.2c the commission names a purpose, and it is in every row', async () => {
    expect((await ask(commission.client, session.id, { from: 1, to: 1 })).code).toBe('view_needed')
    const unnamed = await commission.client.raw('POST', `/api/sessions/${session.id}/views`, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ purpose: 'curiosity' }),
    })
    expect(unnamed.status).toBe(400)
    const { view } = await commission.client.done(openView, {
      params: { sid: session.id },
      body: { purpose: 'appeal', ground: 'Заявление 7' },
    })
    expect((await ask(commission.client, session.id, { from: 1, to: 2, view })).status).toBe(200)
    expect((await rows('records')).at(-1)).toMatchObject({
      purpose: 'appeal',
      view_id: view,
      role: 'commission',
    })
    const second = await server.person('commission')
    expect((await ask(second.client, session.id, { from: 1, to: 1, view })).code).toBe('view_needed')
  })

  test('B-08 a recording outside the own window asks for the password again', async () => {
    const { id } = commission
    await server.database.owner(
      "update sign_in set proved_at = proved_at - interval '6 minutes' where account_id = $1",
      [id],
    )
    // The server remembers a sign-in for some seconds; after that the old proof does not count.
    const open = () =>
      commission.client.call(openView, {
        params: { sid: session.id },
        body: { purpose: 'appeal', ground: '' },
      })
    await expect.poll(async () => (await open()).code, { timeout: 60_000, interval: 1000 }).toBe('step_up')
  }, 70_000)

  test('E-T9 while the journal can not be written, not one byte is shown', async () => {
    for (const table of ['access_journal', 'audit_entry']) {
      await server.database.owner(`revoke insert on ${table} from ochno_app`)
      const reply = await ask(proctor.client, session.id, { from: 1, to: 1 })
      const timeline = await proctor.client.call(readTimeline, { params: { sid: session.id }, query: {} })
      const heard = await watch(proctor.client, session.id)
      await heard.until(said('no'))
      heard.close()
      await server.database.owner(`grant insert on ${table} to ochno_app`)
      expect([reply.status, reply.code]).toEqual([503, 'journal_unavailable'])
      expect(reply.text).not.toContain('EXF1')
      expect(timeline.status).toBe(503)
      expect(heard.bytes).toEqual([])
      expect(heard.text.at(-1)).toMatchObject({ why: 'journal_unavailable' })
    }
  })

  test('P-25 P-26 two live watches are two viewings with their own times, and reading the index is none', async () => {
    const { id, proctors } = await server.running()
    const watcher = proctors[0] as TestPerson
    const { rows: found } = await server.database.owner('select tenant_id from session where id = $1', [id])
    const journal = postgresAccessJournal(server.database.pools.app)
    const tenant = (found[0] as { tenant_id: TenantId }).tenant_id
    const began = Date.now() - 3_600_000
    const at = (minute: number) => fromMs(began + minute * 60_000)
    const write = (action: Access['action'], minute: number, more: Partial<Access> = {}) =>
      journal.write({
        tenant,
        session: id,
        account: watcher.id as Access['account'],
        role: 'proctor',
        signIn: 'sgn_of_this_test',
        ip: '127.0.0.1',
        action,
        purpose: 'live_supervision',
        view: null,
        tid: null,
        seqFrom: null,
        seqTo: null,
        startedAt: null,
        endedAt: null,
        at: at(minute),
        ...more,
      })
    await write('live.begin', 0, { startedAt: at(0) })
    await write('timeline', 1)
    await write('live.end', 2, { startedAt: at(0), endedAt: at(2) })
    await write('timeline', 20)
    await write('live.begin', 40, { startedAt: at(40) })
    await write('records', 41)
    await write('live.end', 43, { startedAt: at(40), endedAt: at(43) })
    await write('records', 50)
    const minuteOf = (when: { epochMilliseconds: number }) => (when.epochMilliseconds - began) / 60_000
    const listed = await journal.viewings(tenant, id)
    expect(
      listed.map((one) => [one.what, minuteOf(one.startedAt), minuteOf(one.endedAt), one.records]),
    ).toEqual([
      ['recording', 50, 50, 1],
      ['recording', 41, 41, 1],
      ['live', 40, 43, 0],
      ['live', 0, 2, 0],
    ])
  })

  test('P-26 the examinee sees roles, the commission sees names', async () => {
    const own = await session.examinee.client.done(listViewers, { params: { sid: session.id } })
    expect(own.rows.some(({ role, what }) => role === 'proctor' && what === 'live')).toBe(true)
    expect(own.rows.every(({ name, place }) => name === null && place === null)).toBe(true)
    const all = await commission.client.done(listViewers, { params: { sid: session.id } })
    expect(all.rows.some(({ name, purpose }) => name !== null && purpose === 'appeal')).toBe(true)
    expect((await proctor.client.call(listViewers, { params: { sid: session.id } })).status).toBe(404)
  })
})

test('the wall and the list name what each may open', async () => {
  const { tiles } = await proctor.client.done(readWall, {})
  expect(tiles.map((tile) => [tile.session, tile.watchable])).toEqual([[session.id, true]])
  const found = await commission.client.done(listRecordings, { query: { find: 'алгебра' } })
  expect(found.rows.some((row) => row.session === session.id)).toBe(true)
  expect((await commission.client.done(listRecordings, { query: { find: 'нет такого' } })).rows).toEqual([])
  const stranger = await server.person('proctor')
  expect((await stranger.client.done(listRecordings, { query: {} })).rows).toEqual([])
})

test.each(['control', 'second'] as const)(
  'SM-4 T-10 T-31 T-19 whose look is a %s has no name of the person, and of a control the piece and nothing beside it',
  async (kind) => {
    const one = await server.running()
    const seen = await publisher(server.url, one, media, { pastMs: 12_000 })
    await seen.backlog(12)
    seen.stop()
    await one.examinee.client.done(submitSession, { params: { sid: one.id } })
    const opened = async (who: TestPerson) => {
      const { view } = await who.client.done(openView, {
        params: { sid: one.id },
        body: { purpose: 'dishonesty_check', ground: 'Проверка записи' },
      })
      return {
        view,
        shown: await who.client.done(readTimeline, { params: { sid: one.id }, query: { view } }),
      }
    }
    const whole = (await opened(await server.person('commission'))).shown
    const seqsOf = ({ tracks }: typeof whole) =>
      tracks[0] ? unpackIndex(tracks[0].fragments).map(({ seq }) => seq) : []
    const all = seqsOf(whole)
    const reviewer = await server.person('proctor')
    const at = (ms: number) => new Date(whole.zeroMs + ms)
    const piece = kind === 'control' ? [at(4_500), at(5_500)] : [null, null]
    await server.database.owner(
      `insert into review (id, tenant_id, session_id, kind, state, created_at, recorded_minutes, reviewer_id, assigned_at,
         piece_from, piece_to)
       select 'rvw_look_' || $1, tenant_id, id, $1, 'in_review', now(), 1, $3, now(), $4, $5 from session where id = $2`,
      [kind, one.id, reviewer.id, ...piece],
    )
    const { view, shown } = await opened(reviewer)
    expect(whole.examinee.name).not.toBe('')
    expect(shown.examinee.name).toBe('')
    expect(JSON.stringify(shown)).not.toContain(whole.examinee.name)
    const own = seqsOf(shown)
    const read = (seq: number) => ask(reviewer.client, one.id, { from: seq, to: seq, view })
    if (kind === 'second') {
      expect(own).toEqual(all)
      return
    }
    expect(own.length).toBe(1)
    expect(shown.control).toEqual({ fromMs: 4_500, toMs: 5_500 })
    expect((await read(own[0] ?? -1)).status).toBe(200)
    for (const beside of [all[0] ?? -1, all.at(-1) ?? -1]) {
      expect(own).not.toContain(beside)
      expect((await read(beside)).code).toBe('not_found')
    }
  },
)

test('T-10 after the end a proctor opens his own recording for a purpose, without one he does not', async () => {
  await session.examinee.client.done(submitSession, { params: { sid: session.id } })
  await server.database.owner(
    "update session set deauthorized_at = deauthorized_at - interval '16 minutes' where id = $1",
    [session.id],
  )
  expect((await ask(proctor.client, session.id, { from: 1, to: 1 })).code).toBe('view_needed')
  const { view } = await proctor.client.done(openView, {
    params: { sid: session.id },
    body: { purpose: 'dishonesty_check', ground: '' },
  })
  expect((await ask(proctor.client, session.id, { from: 1, to: 1, view })).status).toBe(200)
  await server.database.owner(
    "update session set deauthorized_at = deauthorized_at - interval '24 hours' where id = $1",
    [session.id],
  )
  expect((await ask(proctor.client, session.id, { from: 1, to: 1, view })).code).toBe('outside_window')
})
