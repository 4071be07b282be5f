// What is collected in a session lies sealed, and what is sent to the server is looked at before it lies anywhere.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listComplaints, readConduct, sayToExaminee, sayToProctor } from '@ochno/contract/conduct'
import { showStep } from '@ochno/contract/door'
import { answerHint, readHints, reportHints } from '@ochno/contract/hints'
import { putFragment, readTracks, takeLease } from '@ochno/contract/ingest'
import { authorizeSession, startSession } from '@ochno/contract/sessions'
import { unhex } from '@ochno/evidence/bytes'
import { KIND } from '@ochno/evidence/record'
import { sealOldWords } from '@ochno/server/adapters/postgres/unsealed'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { tinyWebm } from '@ochno/testkit/chaos/media'
import { recordMaker } from '@ochno/testkit/chaos/record-maker'
import { jpegOf, passDoor } from '@ochno/testkit/door'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await bootServer()
})
afterAll(() => server.stop())

const proctorOf = (session: TestSession) => session.proctors[0] as TestPerson
const at = (session: TestSession) => ({ params: { sid: session.id } })
const log = async (session: TestSession) =>
  (await proctorOf(session).client.done(readConduct, { ...at(session), query: {} })).rows.map(
    ({ entry }) => entry,
  )
const hints = async (session: TestSession) =>
  (await proctorOf(session).client.done(readHints, at(session))).hints

/** Every row of every table, as text; bytes are in it as they are, not as digits. */
async function wholeDatabase(): Promise<string> {
  const { rows } = await server.database.owner(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const texts: string[] = []
  for (const { name } of rows) {
    const found = await server.database.owner(`select t::text as text from ${name} t`)
    texts.push(...found.rows.map(({ text }) => text as string))
  }
  const bytes = texts.flatMap((text) => [...text.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex]) => hex as string))
  return [...texts, ...bytes.map((hex) => Buffer.from(hex, 'hex').toString('utf8'))].join('\n')
}

const everyFile = () =>
  readdirSync(server.dataDir, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => readFileSync(join(one.parentPath, one.name)))

describe('sealed', () => {
  const said = {
    chat: 'КАНАРЕЙКА мне плохо',
    reply: 'КАНАРЕЙКА выйдите на минуту',
    complaint: 'КАНАРЕЙКА меня торопили',
    mark: 'КАНАРЕЙКА телефон на столе',
    hintName: 'КАНАРЕЙКА виртуальная камера',
    hintNote: 'КАНАРЕЙКА это учитель',
    picture: 'КАНАРЕЙКА разворот паспорта',
    recording: 'КАНАРЕЙКА голос в комнате',
  }
  let session: TestSession

  beforeAll(async () => {
    await actInForce(server.admin.client, '004')
    session = await server.session({ exam: await examUnderAct(server.admin.client, {}) })
    await session.examinee.client.done(showStep, {
      params: { sid: session.id, step: 'document' },
      query: { document: 'passport_rf' },
      body: jpegOf({ said: said.picture }),
    })
    await passDoor(session)
    await session.examinee.client.done(authorizeSession, at(session))
    await session.examinee.client.done(startSession, at(session))
    const [examinee, proctor] = [session.examinee.client, proctorOf(session).client]
    await examinee.done(sayToProctor, { ...at(session), body: { kind: 'chat', text: said.chat } })
    await proctor.done(sayToExaminee, { ...at(session), body: { kind: 'chat', text: said.reply } })
    await examinee.done(sayToProctor, { ...at(session), body: { kind: 'complaint', text: said.complaint } })
    const now = new Date().toISOString()
    await proctor.done(sayToExaminee, {
      ...at(session),
      body: { kind: 'mark', code: 'gadgets', from: now, to: now, note: said.mark },
    })
    const noticed = {
      id: 'focus_lost@1000',
      seq: 1,
      rule: 'focus_lost',
      code: 'focus_switch',
      fromMs: 1_000,
      toMs: 40_000,
      ongoing: false,
      strength: 1,
      name: said.hintName,
      made: [],
    }
    await examinee.done(reportHints, {
      ...at(session),
      body: { run: 'page00000001', nowMs: 60_000, hints: [noticed] } as never,
    })
    await proctor.done(answerHint, {
      params: { sid: session.id, no: 1 },
      body: { state: 'dismissed', note: said.hintNote } as never,
    })
    const { lease } = await examinee.done(takeLease, {
      ...at(session),
      body: { device: 'a-device-of-this-test' },
    })
    const { tracks } = await examinee.done(readTracks, { ...at(session), query: { lease } })
    const { no, nonce } = tracks.cam as NonNullable<typeof tracks.cam>
    const maker = recordMaker({ sid: session.id, tid: 'cam', no, nonce: unhex(nonce) as Uint8Array }, () =>
      Date.now(),
    )
    const media = tinyWebm({ seed: 1, seconds: 2 })
    const spoken = new TextEncoder().encode(said.recording)
    for (const [kind, payload] of [
      [KIND.init, media.init],
      [KIND.media, new Uint8Array([...(media.fragments[0]?.bytes ?? []), ...spoken])],
    ] as const) {
      const seq = maker.next()
      await examinee.done(putFragment, {
        params: { sid: session.id, tid: 'cam', seq },
        query: { lease },
        body: maker.make(kind, payload).frame,
      })
    }
    await server.app.ingest.sealAll()
  })

  test('R0-2.2.2a chat, events, photographs and recordings of a session are found in no row of the database and in no file', async () => {
    const database = await wholeDatabase()
    expect(database, 'what is looked through is the database').toContain(session.id)
    const files = everyFile()
    expect(files.length).toBeGreaterThan(2)
    for (const words of Object.values(said)) {
      expect([words, database.includes(words)]).toEqual([words, false])
      expect([words, files.filter((bytes) => bytes.includes(words)).length]).toEqual([words, 0])
    }
  })

  test('R0-2.2.2a those who may read it read every word', async () => {
    expect(
      (await log(session)).map((entry) => ('text' in entry ? entry.text : 'note' in entry && entry.note)),
    ).toEqual([said.chat, said.reply, said.mark])
    const teacher = await server.person('teacher')
    const { rows } = await teacher.client.done(listComplaints, {})
    expect(rows.map(({ text }) => text)).toEqual([said.complaint])
    expect(await hints(session)).toMatchObject([{ name: said.hintName, answer: { note: said.hintNote } }])
  })

  test('R0-2.2.2a no address of a session answers who is not signed in', async () => {
    const ofSessions = server.app.routes.filter(({ path }) => path.includes(':sid'))
    expect(ofSessions.length).toBeGreaterThan(40)
    for (const { method, path, can } of ofSessions) {
      const address = path.replaceAll(':sid', session.id).replace(/:(\w+)/g, '1')
      const { status } = await server.stranger().raw(method, address)
      expect([path, can === 'public', status]).toEqual([path, false, 401])
    }
  })

  test('R0-2.2.2a what was written before it was sealed is sealed where it stands, once', async () => {
    const own = server.database.owner
    const plain = (text: string) => JSON.stringify({ text })
    await own(`update conduct set facts = $2, sealed = null where session_id = $1 and seq = 1`, [
      session.id,
      plain('КАНАРЕЙКА прежняя'),
    ])
    await own(
      `update hint set name = 'КАНАРЕЙКА прежняя', name_sealed = null, made_sealed = null where session_id = $1`,
      [session.id],
    )
    await own(`update hint_answer set note = 'КАНАРЕЙКА прежняя', note_sealed = null where session_id = $1`, [
      session.id,
    ])
    expect(await wholeDatabase()).toContain('КАНАРЕЙКА прежняя')
    expect(await sealOldWords(server.database.pools)).toBe(3)
    expect(await sealOldWords(server.database.pools)).toBe(0)
    expect(await wholeDatabase()).not.toContain('КАНАРЕЙКА прежняя')
    expect((await log(session))[0]).toMatchObject({ text: 'КАНАРЕЙКА прежняя' })
    expect(await hints(session)).toMatchObject([
      { name: 'КАНАРЕЙКА прежняя', answer: { note: 'КАНАРЕЙКА прежняя' } },
    ])
  })

  test('R0-2.2.2a an erased key leaves who did what and when, and no word of it', async () => {
    await server.database.owner('delete from text_key where session_id = $1', [session.id])
    expect(await log(session)).toMatchObject([
      { kind: 'chat', text: '' },
      { kind: 'chat', text: '' },
      { kind: 'mark', code: 'gadgets', note: '' },
    ])
    expect(await hints(session)).toMatchObject([{ name: null, code: 'focus_switch', answer: { note: '' } }])
  })
})
