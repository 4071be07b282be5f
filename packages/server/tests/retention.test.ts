// A recording lives its term, is held, is destroyed by two people, and stays destroyed when an older copy comes back.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askExport, grantExport, takeExport } from '@ochno/contract/evidence'
import { putFragment, readTracks, takeLease } from '@ochno/contract/ingest'
import {
  cancelDestruction,
  confirmDestruction,
  decideClaim,
  exportOwnData,
  exportSubjectData,
  extractDestruction,
  holdRecording,
  prepareDestruction,
  printDestruction,
  readKept,
  readRetention,
  releaseHold,
  takeDeidentified,
  takeProof,
} from '@ochno/contract/retention'
import { answerComplaint, takeComplaint } from '@ochno/contract/complaints'
import { sayToProctor } from '@ochno/contract/conduct'
import { linkParent } from '@ochno/contract/people'
import { listMyNotices } from '@ochno/contract/notices'
import { submitSession } from '@ochno/contract/sessions'
import { beginAuthenticator } from '@ochno/contract/second-factor'
import { readMe, signIn } from '@ochno/contract/sign-in'
import { openView, readRecords, readTimeline } from '@ochno/contract/watch'
import type { SessionId } from '@ochno/domain/ids'
import { fromMs } from '@ochno/domain/time'
import { bytesSource } from '@ochno/evidence/bundle/source'
import { readZip } from '@ochno/evidence/bundle/zip-read'
import { unbase64, unhex } from '@ochno/evidence/bytes'
import { sha256 } from '@ochno/evidence/node/hash'
import { verifySync } from '@ochno/evidence/node/sign'
import { KIND } from '@ochno/evidence/record'
import { readErased } from '@ochno/server/adapters/erased-list/erased-list'
import { buryAgain } from '@ochno/server/backup/bury-again'
import { tinyWebm } from '@ochno/testkit/chaos/media'
import { recordMaker } from '@ochno/testkit/chaos/record-maker'
import { examUnderAct, ownActInForce } from '@ochno/testkit/act-in-force'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pdfText } from './support/pdf-text.ts'

let nowMs = Date.parse('2026-06-08T07:00:00Z')
const ms = () => nowMs
const clock = { ms, now: () => fromMs(nowMs), mono: () => nowMs }
const still = { close_recordings: async () => {}, finish_destructions: async () => {} }
const media = tinyWebm({ seed: 1, seconds: 2 })
let server: TestServer
let dpo: TestPerson
let methodist: TestPerson
let commission: TestPerson
let watcher: TestPerson
let session: TestSession

beforeAll(async () => {
  server = await bootServer({ clock, parts: [{ tasks: still }] })
  await ownActInForce(server.admin.client, { 'retention.until': 'months', 'retention.video_months': 1 })
  dpo = await server.person('dpo', { fullName: 'Белов Пётр' })
  methodist = await server.person('methodist', { fullName: 'Зимина Анна' })
  commission = await server.person('commission')
  watcher = await server.person('proctor', { roles: ['proctor', 'methodist'] })
  session = await recorded([watcher])
})
afterAll(() => server.stop())

async function recorded(proctors?: readonly TestPerson[]): Promise<TestSession> {
  const exam = await examUnderAct(server.admin.client, {}, { nowMs })
  const examinee = await server.person('examinee', { fullName: 'Соколова Мария' })
  const one = await server.running({ exam, examinee, ...(proctors && { proctors }) })
  const params = { sid: one.id }
  const { lease } = await examinee.client.done(takeLease, {
    params,
    body: { device: 'a-device-of-this-test' },
  })
  const { tracks } = await examinee.client.done(readTracks, { params, query: { lease } })
  for (const tid of ['cam', 'screen'] as const) {
    const track = tracks[tid]
    if (!track) throw new Error(`no track ${tid}`)
    const maker = recordMaker({ sid: one.id, tid, no: track.no, nonce: unhex(track.nonce) as Uint8Array }, ms)
    for (const [kind, payload] of [
      [KIND.init, media.init],
      ...media.fragments.map(({ bytes }) => [KIND.media, bytes] as const),
    ] as const) {
      const seq = maker.next()
      await examinee.client.done(putFragment, {
        params: { ...params, tid, seq },
        query: { lease },
        body: maker.make(kind, payload).frame,
      })
    }
    nowMs += 2_000
  }
  await examinee.client.done(submitSession, { params })
  await server.app.ingest.sealAll()
  // The window to hand records in is over; the sweep closes with what came.
  nowMs += 3 * 24 * 3_600_000
  await later(0)
  await server.app.evidence.close(one.id)
  return one
}

async function later(days: number): Promise<void> {
  nowMs += days * 24 * 3_600_000
  for (const { client, login, password } of [server.admin, dpo, methodist, commission])
    await client.done(signIn, { body: { login, password } })
}

const rowOf = async (who: TestPerson, sid: SessionId) => {
  const { rows } = await who.client.done(readRetention, {})
  const row = rows.find((one) => one.session === sid)
  if (!row) throw new Error('not in the list')
  return row
}
const prepared = (who: TestPerson, sid: SessionId) =>
  who.client.call(prepareDestruction, { body: { sessions: [sid], ground: 'Истёк срок хранения, пункт 3.7' } })
const objectsLeft = () =>
  readdirSync(join(server.dataDir, 'objects'), { recursive: true, withFileTypes: true }).filter(
    (found) => found.isFile() && found.parentPath.includes(session.id),
  ).length

test('R1-9.3 SM-18 TR-41 P-23 P-24 P-24b a recording is kept its term, held by a person, and destroyed by two others with an act that proves it', async () => {
  expect(await rowOf(dpo, session.id)).toMatchObject({
    recordedOn: '2026-06-08',
    until: '2026-07-08',
    kept: 'term_running',
  })
  expect(await prepared(dpo, session.id)).toMatchObject({ code: 'not_due' })

  await later(40)
  expect((await rowOf(dpo, session.id)).kept).toBeNull()

  // P-23
  const params = { sid: session.id }
  const far = { reason: 'Жалоба № 4', reviewOn: '2026-12-31' }
  expect((await commission.client.call(holdRecording, { params, body: far })).code).toBe('review_too_far')
  const { id: hid } = await commission.client.done(holdRecording, {
    params,
    body: { reason: 'Жалоба № 4', reviewOn: '2026-08-01' },
  })
  const told = await server.database.owner(
    "select facts->>'text' as text from notice where to_account = $1 and kind = 'message'",
    [session.examinee.id],
  )
  expect(told.rows).toHaveLength(1)
  expect(told.rows[0].text).toContain('1 августа 2026')
  expect(told.rows[0].text, 'the reason is between those who keep it').not.toContain('Жалоба')
  expect(await prepared(dpo, session.id)).toMatchObject({ code: 'not_due' })
  await later(60)
  const held = await rowOf(dpo, session.id)
  expect(held).toMatchObject({ kept: 'on_hold', holds: [{ reason: 'Жалоба № 4', reviewDue: true }] })
  expect((await methodist.client.call(releaseHold, { params: { hid } })).status).toBe(403)
  await commission.client.done(releaseHold, { params: { hid } })

  // The first person may put it aside; the same person never confirms.
  const aside = await dpo.client.done(prepareDestruction, {
    body: { sessions: [session.id], ground: 'Истёк срок' },
  })
  await dpo.client.done(cancelDestruction, { params: { did: aside.id } })
  const act = await dpo.client.done(prepareDestruction, {
    body: { sessions: [session.id], ground: 'Истёк срок хранения, пункт 3.7' },
  })
  const did = { did: act.id }
  expect((await dpo.client.call(confirmDestruction, { params: did })).code).toBe('same_person')
  expect((await dpo.client.call(printDestruction, { params: did, query: { as: 'pdf' } })).code).toBe(
    'not_now',
  )

  // A hold that comes between the two keeps it still.
  const second = await commission.client.done(holdRecording, {
    params,
    body: { reason: 'Проверка', reviewOn: dayAfter(20) },
  })
  expect((await methodist.client.call(confirmDestruction, { params: did })).code).toBe('not_due')
  await commission.client.done(releaseHold, { params: { hid: second.id } })

  // Nor is what a complaint is about destroyed before its answer; whom it is about learns of none here.
  for (const { client, login, password } of [session.examinee, watcher])
    await client.done(signIn, { body: { login, password } })
  const { seq } = await session.examinee.client.done(sayToProctor, {
    params,
    body: { kind: 'complaint', text: 'Меня торопили.' },
  })
  expect((await methodist.client.call(confirmDestruction, { params: did })).code).toBe('not_due')
  expect((await rowOf(dpo, session.id)).kept).toBe('complaint_open')
  expect((await rowOf(watcher, session.id)).kept).toBe('on_hold')
  await methodist.client.done(takeComplaint, { params: { ...params, seq } })
  await methodist.client.done(answerComplaint, {
    params: { ...params, seq },
    body: { outcome: 'not_confirmed', text: 'Записи не подтверждают.' },
  })
  expect((await rowOf(dpo, session.id)).kept).toBeNull()
  expect(objectsLeft()).toBeGreaterThan(0)

  await found(session)
  const copy = mkdtempSync(join(tmpdir(), 'ochno-retention-'))
  cpSync(join(server.dataDir, 'objects'), copy, { recursive: true })
  const { rows: keys } = await server.database.owner('select * from media_key where session_id = $1', [
    session.id,
  ])
  const { rows: segments } = await server.database.owner('select * from segment where session_id = $1', [
    session.id,
  ])
  expect(keys).toHaveLength(1)

  const done = await methodist.client.done(confirmDestruction, { params: did })
  expect(done).toMatchObject({ state: 'destroyed', recordings: 1, confirmed: { name: 'Зимина Анна' } })
  for (const table of ['media_key', 'segment', 'fragment'])
    expect(
      (await server.database.owner(`select 1 from ${table} where session_id = $1`, [session.id])).rows,
      table,
    ).toEqual([])
  expect(objectsLeft()).toBe(0)
  // What was found in it goes with it; that a mark was taken back stays.
  expect(await leftOfFound(session)).toEqual(nothingFound)

  // What the pages say, and what is left to prove it.
  const row = await rowOf(dpo, session.id)
  expect(row.destroyed).toMatchObject({ number: done.number })
  expect((await commission.client.done(readKept, { params })).destroyed).toMatchObject({
    number: done.number,
  })
  const look = { purpose: 'dishonesty_check', ground: 'Проверка' } as const
  expect((await commission.client.call(openView, { params, body: look })).code).toBe('recording_destroyed')
  expect((await commission.client.call(askExport, { params, body: look })).code).toBe('recording_destroyed')
  const pdf = pdfText(await dpo.client.done(printDestruction, { params: did, query: { as: 'pdf' } })).replace(
    /\s+/g,
    '',
  )
  for (const said of [
    'обуничтожениивидеозаписей',
    session.id,
    row.destroyed?.sha256,
    'БеловПётр',
    'ЗиминаАнна',
  ])
    expect(pdf).toContain(said)
  const extract = new TextDecoder().decode(await dpo.client.done(extractDestruction, { params: did }))
  expect(extract.split('\r\n')[1]).toContain(`"Соколова Мария"`)
  expect(extract).toContain(row.destroyed?.sha256 ?? '-')

  // TR-41: the manifest outlives the recording and is still signed.
  const proof = (await dpo.client.done(takeProof, { params })) as unknown as Proof
  const body = new TextEncoder().encode(proof.manifest)
  expect(Buffer.from(sha256(body)).toString('hex')).toBe(row.destroyed?.sha256)
  const key = proof.keys.find(({ id }) => id === proof.key)
  const raw = unbase64(key?.key ?? '') ?? new Uint8Array()
  expect(verifySync(raw, body, unbase64(proof.signature) ?? new Uint8Array())).toBe(true)

  // P-24b: an older copy comes back with its key, its index and its files.
  const client = new pg.Client({ connectionString: server.database.url })
  await client.connect()
  try {
    const erased = readErased(readFileSync(join(server.dataDir, 'keys', 'erased.jsonl'), 'utf8'))
    expect(erased.sessions).toEqual([session.id])
    await expect(insert(client, 'media_key', keys[0])).rejects.toThrow(/no key any more/)
    await client.query('delete from destroyed_recording')
    await client.query('delete from destruction')
    await insert(client, 'segment', segments[0])
    await client.query('delete from mark_withdrawn where session_id = $1', [session.id])
    await client.query('delete from review where session_id = $1', [session.id])
    await found(session)
    // In the copy the number still belongs to an act that was put aside after it.
    await client.query(
      `insert into destruction (id, tenant_id, number, state, ground, prepared_by, prepared_name, prepared_at)
       values ('dst_aside', $1, $2, 'prepared', 'Истёк срок', 'acc_x', 'Белов Пётр', now())`,
      [server.id, done.number],
    )
    await client.query(
      `insert into destroyed_recording (session_id, tenant_id, destruction_id, recorded_on, sha256)
       values ($1, $2, 'dst_aside', '2026-06-08', $3)`,
      [session.id, server.id, row.destroyed?.sha256],
    )
    await buryAgain(client, copy, erased.sessions, erased.acts)
    expect((await client.query('select 1 from segment where session_id = $1', [session.id])).rows).toEqual([])
    expect(await leftOfFound(session)).toEqual(nothingFound)
    expect((await client.query('select id, state from destruction')).rows).toEqual([
      { id: act.id, state: 'destroyed' },
    ])
    expect(existsSync(join(copy, ...String(segments[0]?.object_key).split('/')))).toBe(false)
    await expect(insert(client, 'media_key', keys[0])).rejects.toThrow(/no key any more/)
  } finally {
    await client.end()
    rmSync(copy, { recursive: true, force: true })
  }
  expect((await rowOf(dpo, session.id)).destroyed).toMatchObject({ number: done.number })
})

/** A hint with its answer, a blind spell, a score, a review and what it found, as the recording of `one` gave them. */
async function found({ id, examinee }: TestSession): Promise<void> {
  const own = (sql: string, ...more: unknown[]) => server.database.owner(sql, [server.id, id, ...more])
  await own("insert into text_key values ($1, $2, 'recording', 'kek', 'wrapped', now())")
  await own("insert into hint_run values ($1, $2, 'r', 0, now(), now(), null, null)")
  await own(
    `insert into hint values ($1, $2, 1, 'r', 'o', 1, 'gaze', 'away', 1, 2, false, 1, null, null, '{}', now())`,
  )
  await own(
    `insert into hint_answer values ($1, $2, 1, 1, now(), $3, 'proctor', 'dismissed', 'ничего', null)`,
    dpo.id,
  )
  await own(`insert into hint_blind values ($1, $2, 'r', 'face', 1, 2, 'dark', false)`)
  await own(`insert into session_score values ($1, $2, 1, now(), null, 'v', 100, '[]', '[]')`)
  await own(
    `insert into review (id, tenant_id, session_id, kind, state, created_at, recorded_minutes, comment)
     values ('rev_found', $1, $2, 'first', 'reviewed', now(), 1, 'Смотрит в сторону')`,
  )
  await own(
    `insert into review_finding select $1, id, 1, now(), $3, '{}' from review where session_id = $2`,
    dpo.id,
  )
  await own(
    `insert into mark_withdrawn values ($1, $2, 1, now(), $3, 'rev_found', 'Показалось')`,
    examinee.id,
  )
}
const nothingFound = { rows: 0, comments: [''], reasons: [''] }
async function leftOfFound({ id }: TestSession) {
  const { rows } = await server.database.owner(
    `select (select count(*) from hint_answer where session_id = $1) + (select count(*) from hint where session_id = $1)
       + (select count(*) from hint_blind where session_id = $1) + (select count(*) from hint_run where session_id = $1)
       + (select count(*) from text_key where session_id = $1 and kept = 'recording')
       + (select count(*) from session_score where session_id = $1) + (select count(*) from review_finding f
         join review r on r.id = f.review_id where r.session_id = $1) as rows,
       array(select comment from review where session_id = $1) as comments,
       array(select reason from mark_withdrawn where session_id = $1) as reasons`,
    [id],
  )
  return { ...rows[0], rows: Number(rows[0].rows) }
}

type Proof = {
  readonly manifest: string
  readonly signature: string
  readonly key: string
  readonly keys: readonly { readonly id: string; readonly key: string }[]
}

const dayAfter = (days: number) => new Date(nowMs + days * 24 * 3_600_000).toISOString().slice(0, 10)

async function insert(client: pg.Client, table: string, row: Record<string, unknown> | undefined) {
  const columns = Object.keys(row ?? {})
  await client.query(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row ?? {}),
  )
}

test('P-30 a person takes what is kept about them, the data officer for whoever asked in writing, and nothing of other people is inside', async () => {
  const { examinee } = session
  const parent = await server.person('parent', { fullName: 'Соколова Ольга' })
  for (const [number, by, said] of [
    [1, examinee, 'Погас свет'],
    [2, parent, 'Дочь не отворачивалась'],
  ] as const)
    await server.database.owner(
      `insert into appeal (id, tenant_id, session_id, number, state, filed_by, filed_at, facts, changed_at)
       values ($1, $2, $3, $4, 'closed', $5, now(), $6, now())`,
      [
        `apl_${number}`,
        server.id,
        session.id,
        number,
        by.id,
        JSON.stringify({ circumstances: said, body: 'Апелляционная комиссия', outcome: 'withdrawn' }),
      ],
    )
  const at = new Date(nowMs)
  const kept = { workplaces: 1, trial: 1, identity_outside: 1, ways_to_identity_provider: 1 }
  for (const [insert, more] of [
    [
      `workplace_request (session_id, tenant_id, state, wish, asked_at, decided_by)
       select id, tenant_id, 'asked', 'Дома нет камеры', $2, $3 from session where id = $1`,
      [dpo.id],
    ],
    [
      `trial (account_id, tenant_id, at, destroyed_at, mend)
       select examinee_id, tenant_id, $2, $2::timestamptz + interval '1 day', '[]' from session where id = $1`,
      [],
    ],
    [
      `external_identity (session_id, tenant_id, provider, result, transaction, at)
       select id, tenant_id, 'ЕБС', 'positive', 'txn-7', $2 from session where id = $1`,
      [],
    ],
    [
      `identity_request (id, tenant_id, session_id, account_id, issuer, asked_at, ends_at)
       select 'idr_' || substr(id, 5), tenant_id, id, examinee_id, 'https://bridge.example', $2, $2
       from session where id = $1`,
      [],
    ],
  ] as const)
    await server.database.owner(`insert into ${insert}`, [session.id, at, ...more])
  await examinee.client.done(signIn, { body: { login: examinee.login, password: examinee.password } })
  const own = await unzipped(await examinee.client.done(exportOwnData, {}))
  expect(own['index.html']).toContain('Соколова Мария')
  const data = JSON.parse(own['data.json'] ?? '')
  expect(data.sessions).toMatchObject([{ id: session.id }])
  expect(data.recordings).toMatchObject([{ session_id: session.id }])
  expect(data.appeals).toMatchObject([
    { text: 'Погас свет', filed_by: 'self' },
    { text: 'Дочь не отворачивалась', filed_by: 'representative' },
  ])
  for (const [part, rows] of Object.entries(kept)) expect([part, data[part]?.length]).toEqual([part, rows])
  expect(own['index.html']).toContain('Рабочие места учреждения')
  // Every part has a name in words.
  expect(own['index.html']?.match(/<h2>[a-z_]+ /g)).toBeNull()
  const others = [parent, dpo, methodist, commission, server.admin, ...session.proctors]
  for (const { id, login } of others) {
    expect(own['data.json']).not.toContain(id)
    expect(own['data.json']).not.toContain(login)
  }
  for (const name of ['Белов', 'Зимина']) expect(own['index.html']).not.toContain(name)

  const params = { id: examinee.id }
  expect((await methodist.client.call(exportSubjectData, { params })).status).toBe(403)
  const asked = await unzipped(await dpo.client.done(exportSubjectData, { params }))
  expect(JSON.parse(asked['data.json'] ?? '').person).toBe(examinee.id)
})

async function unzipped(bytes: Uint8Array): Promise<Record<string, string>> {
  const source = bytesSource(bytes)
  const files: Record<string, string> = {}
  for (const [name, { from, size }] of await readZip(source))
    files[name] = new TextDecoder().decode(await source.read(from, from + size))
  return files
}

test('R0-7.2b nobody takes a recording away alone, its pieces are kept nowhere and name who looks, a session left alone ends, and staff may use a second factor', async () => {
  const one = await recorded()
  const params = { sid: one.id }
  const look = { purpose: 'appeal', ground: 'Заявление № 8' } as const
  const proctor = one.proctors[0] as TestPerson
  await proctor.client.done(signIn, { body: { login: proctor.login, password: proctor.password } })
  expect((await proctor.client.call(askExport, { params, body: look })).status).toBe(403)
  const { id: xid } = await commission.client.done(askExport, { params, body: look })
  expect((await commission.client.call(takeExport, { params: { xid } })).code).toBe('not_granted')
  const { view } = await commission.client.done(openView, { params, body: look })
  const { viewer, tracks } = await commission.client.done(readTimeline, { params, query: { view } })
  // What the player lays over every picture.
  expect(viewer.name).toBe((await commission.client.done(readMe, {})).fullName)
  expect(Date.parse(viewer.at)).toBe(nowMs)
  const piece = await commission.client.call(readRecords, {
    params: { ...params, tid: tracks[0]?.tid ?? 'cam' },
    query: { from: 0, to: 0, view },
  })
  expect(piece.status).toBe(200)
  for (const [name, value] of [
    ['cache-control', 'private, no-store'],
    ['content-disposition', 'attachment'],
    ['cross-origin-resource-policy', 'same-origin'],
  ] as const)
    expect([name, piece.headers.get(name)]).toEqual([name, value])
  expect((await commission.client.call(beginAuthenticator, {})).status).toBe(200)
  nowMs += 16 * 60_000
  expect((await commission.client.call(readTimeline, { params, query: { view } })).status).toBe(401)
  await later(0)
})

test('R4-A5.12b TR-71 access, handing over, de-identification, blocking, deletion and destruction each have their act and their trace, and there is no way to publish', async () => {
  const one = await recorded()
  const params = { sid: one.id }
  const look = { purpose: 'appeal', ground: 'Заявление № 9' } as const
  const traces = async (action: string, object: string = one.id) =>
    (
      await server.database.owner(
        'select actor from audit_entry where action = $1 and object = $2 order by at',
        [action, object],
      )
    ).rows.map(({ actor }) => actor as string)

  // Access: to a named person, for a purpose, on the record.
  await commission.client.done(openView, { params, body: look })
  expect(await traces('watch.view.open')).toEqual([commission.id])

  // Handing over: who asked, who allowed, who took, and two people.
  const { id: xid } = await commission.client.done(askExport, { params, body: look })
  expect((await commission.client.call(grantExport, { params: { xid } })).code).toBe('own_export')
  await dpo.client.done(grantExport, { params: { xid } })
  expect((await commission.client.call(takeExport, { params: { xid } })).status).toBe(200)
  expect(await Promise.all(['export.ask', 'export.grant', 'export.take'].map((act) => traces(act)))).toEqual([
    [commission.id],
    [dpo.id],
    [commission.id],
  ])

  // De-identification: a group nobody is known in, and nothing that points at one of them.
  expect((await dpo.client.call(takeDeidentified, {})).code).toBe('too_few_together')
  const names = ['Аистова Вера', 'Баранов Глеб', 'Волков Егор', 'Грачёва Зоя']
  for (const fullName of names) {
    const { id } = await server.session({ examinee: await server.person('examinee', { fullName }) })
    await server.database.owner(
      `update session s set exam_id = o.exam_id, state = 'deauthorized', end_cause = 'auto', authorized_at = o.authorized_at,
         started_at = o.started_at, deadline = o.deadline, deauthorized_at = o.deauthorized_at
       from session o where s.id = $1 and o.id = $2`,
      [id, one.id],
    )
  }
  expect((await methodist.client.call(takeDeidentified, {})).status).toBe(403)
  const figures = new TextDecoder().decode(await dpo.client.done(takeDeidentified, {}))
  expect(figures.trim().split('\r\n')).toHaveLength(6)
  for (const telling of [...names, 'Соколова', one.id, one.exam, one.examinee.id, one.examinee.login, ':'])
    expect(figures).not.toContain(telling)
  expect(await traces('retention.deidentify', server.id)).toEqual([dpo.id])

  // Blocking, and its end by a person.
  const { id: hid } = await dpo.client.done(holdRecording, {
    params,
    body: { reason: 'Требование о блокировании', reviewOn: dayAfter(30), blocks: true },
  })
  expect((await commission.client.call(openView, { params, body: look })).code).toBe('recording_blocked')
  expect((await commission.client.call(takeExport, { params: { xid } })).code).toBe('recording_blocked')
  await later(60)
  expect(await prepared(dpo, one.id)).toMatchObject({ code: 'not_due' })
  await dpo.client.done(releaseHold, { params: { hid } })
  expect(await traces('retention.hold')).toEqual([dpo.id])
  expect(await traces('retention.release')).toEqual([dpo.id])

  // Deletion of what was said of it, and destruction with the act.
  await server.database.owner(
    `insert into hint_run (tenant_id, session_id, run, lag_ms, began_at, heard_at, machine)
     values ($1, $2, 'page0000', 0, now(), now(), null)`,
    [server.id, one.id],
  )
  const act = await dpo.client.done(prepareDestruction, {
    body: { sessions: [one.id], ground: 'Истёк срок хранения' },
  })
  const done = await methodist.client.done(confirmDestruction, { params: { did: act.id } })
  expect(done).toMatchObject({ state: 'destroyed', prepared: { name: 'Белов Пётр' } })
  for (const table of ['hint_run', 'media_key', 'segment', 'fragment'])
    expect(
      (await server.database.owner(`select 1 from ${table} where session_id = $1`, [one.id])).rows,
      table,
    ).toEqual([])
  expect((await rowOf(dpo, one.id)).destroyed).toMatchObject({ number: done.number })
  expect((await commission.client.call(openView, { params, body: look })).code).toBe('recording_destroyed')

  // TR-71: every address that gives bytes of a recording or of what was made from it asks who comes, and none is public.
  const open = server.app.routes.filter(({ can, reply }) => can === 'public' && reply === 'octets')
  expect(
    open.map(({ path }) => path).filter((path) => /media|session|export|photo|clip|paper/.test(path)),
  ).toEqual([])
  const media = server.app.routes.filter(({ path }) => path.startsWith('/media/'))
  expect(media.length).toBeGreaterThanOrEqual(5)
  for (const { path, method } of media) {
    const filled = path.replace(/:(\w+)/g, 'x')
    expect([path, (await server.stranger().raw(method, filled)).status]).toEqual([path, 401])
  }
})

test('P-15 P-16 a recording that parents or somebody it shows dispute is frozen until the institution decides in writing; nothing is destroyed before', async () => {
  const one = await recorded()
  const params = { sid: one.id }
  await later(40)
  const [born, grown] = ['2012-01-01', '1990-01-01']
  const bornOn = (day: string) =>
    server.database.owner(
      `insert into consent_person (account_id, tenant_id, born) values ($1, $2, $3)
       on conflict (account_id) do update set born = $3`,
      [one.examinee.id, server.id, day],
    )
  await bornOn(born)
  const parents = [await server.person('parent'), await server.person('parent')]
  for (const parent of parents)
    await server.admin.client.done(linkParent, {
      params: { id: one.examinee.id, parent: parent.id },
      body: { proof: 'Свидетельство о рождении' },
    })
  // An import names this one; nobody of the institution has seen the paper.
  const unseen = await server.person('parent')
  await server.database.owner(
    `insert into consent_guardian (tenant_id, representative_id, child_id, proof) values ($1, $2, $3, 'Импорт')`,
    [server.id, unseen.id, one.examinee.id],
  )
  const told = async (people = parents) =>
    Promise.all(
      people.map(async ({ client }) =>
        JSON.stringify((await client.done(listMyNotices, { query: {} })).rows),
      ),
    )
  const look = () =>
    commission.client.call(openView, { params, body: { purpose: 'dishonesty_check', ground: 'Проверка' } })
  const journal = async (action: string) =>
    (
      await server.database.owner(
        `select d.details from audit_entry e join audit_details d on d.entry_id = e.id
         where e.action = $1 and e.object = $2 order by e.at`,
        [action, one.id],
      )
    ).rows.map(({ details }) => details)

  // P-15
  const dispute = { reason: 'Спор родителей', reviewOn: dayAfter(20), about: 'parents_disagree' } as const
  expect((await dpo.client.call(holdRecording, { params, body: dispute })).code).toBe('claim_unsaid')
  const claim = 'Мать против записи, отец за; письма № 12 и № 13'
  const { id: hid } = await dpo.client.done(holdRecording, { params, body: { ...dispute, claim } })
  for (const text of await told()) expect(text).toContain('никто не смотрит и не уничтожает')
  expect((await look()).code).toBe('recording_blocked')
  expect(await prepared(dpo, one.id)).toMatchObject({ code: 'not_due' })
  expect((await dpo.client.call(releaseHold, { params: { hid } })).code).toBe('decision_needed')
  const decide = (
    id: typeof hid,
    outcome: 'stands' | 'stopped' | 'refused' | 'copy_blurred',
    words = 'Согласие отца действует.',
  ) => dpo.client.call(decideClaim, { params: { hid: id }, body: { outcome, words } })
  expect((await decide(hid, 'refused')).code).toBe('wrong_outcome')
  expect((await decide(hid, 'stands')).status).toBe(200)
  expect((await decide(hid, 'stands')).code).toBe('not_found')
  for (const text of await told()) expect(text).toContain('Согласие отца действует.')
  expect((await look()).status).toBe(200)

  // Used no more: closed after the hold ended too, until a later decision; no reason to keep it past its term.
  const again = {
    reason: 'Спор родителей снова',
    reviewOn: dayAfter(20),
    about: 'parents_disagree',
    claim,
  } as const
  nowMs += 1_000
  const { id: second } = await dpo.client.done(holdRecording, { params, body: again })
  expect((await decide(second, 'stopped', 'Запись не нужна.')).status).toBe(200)
  expect((await look()).code).toBe('recording_blocked')
  expect(await rowOf(dpo, one.id)).toMatchObject({ stopped: true, kept: null, holds: [] })
  nowMs += 1_000
  // Of age by now: what was disputed about the child is nobody's but the person's own.
  await bornOn(grown)
  const { id: third } = await dpo.client.done(holdRecording, { params, body: again })
  expect((await decide(third, 'stands', 'Решение отменено.')).status).toBe(200)
  expect((await look()).status).toBe(200)
  for (const text of await told()) {
    expect(text).toContain('Запись не нужна.')
    expect(text).not.toContain('Решение отменено.')
  }
  expect((await told([unseen]))[0]).not.toContain('Учреждение решило')
  expect((await told([unseen]))[0]).not.toContain('никто не смотрит')

  // P-16
  nowMs += 1_000
  const { id: other } = await dpo.client.done(holdRecording, {
    params,
    body: {
      reason: 'Письмо № 14',
      reviewOn: dayAfter(20),
      about: 'third_person',
      claim: 'Бабушка вошла в комнату',
    },
  })
  expect((await look()).status, 'the exam is decided on meanwhile').toBe(200)
  expect(await prepared(dpo, one.id)).toMatchObject({ code: 'not_due' })
  expect((await decide(other, 'copy_blurred')).status).toBe(200)
  expect(await prepared(dpo, one.id), 'kept by its own term again').toMatchObject({ status: 200 })
  expect(await journal('retention.claim_decided')).toMatchObject([
    { about: 'parents_disagree', outcome: 'stands', words: 'Согласие отца действует.' },
    { about: 'parents_disagree', outcome: 'stopped' },
    { about: 'parents_disagree', outcome: 'stands' },
    { about: 'third_person', outcome: 'copy_blurred' },
  ])
  expect(await journal('retention.hold')).toMatchObject([
    { claim },
    { claim },
    { claim },
    { claim: 'Бабушка вошла в комнату' },
  ])
})
