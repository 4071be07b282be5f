// What is collected in a session lies sealed, and what is sent to the server is looked at before it lies anywhere.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askAccommodation, readGround, sendGround } from '@ochno/contract/accommodations'
import { listComplaints } from '@ochno/contract/complaints'
import { readConduct, sayToExaminee, sayToProctor } from '@ochno/contract/conduct'
import { listMyConsents } from '@ochno/contract/consents'
import { showStep } from '@ochno/contract/door'
import { answerHint, readHints, reportHints } from '@ochno/contract/hints'
import type { Route } from '@ochno/contract/route'
import { chooseUploads, readUploads, tryScanner } from '@ochno/contract/uploads'
import { putFragment, readTracks, takeLease } from '@ochno/contract/ingest'
import { authorizeSession, startSession } from '@ochno/contract/sessions'
import { unhex } from '@ochno/evidence/bytes'
import { KIND } from '@ochno/evidence/record'
import { type Role, roleMay, roles } from '@ochno/domain/access/table'
import { clamd } from '@ochno/server/adapters/malware/clamd'
import { scanCommand } from '@ochno/server/adapters/malware/command'
import { sealOldWords } from '@ochno/server/adapters/postgres/unsealed'
import { readDataNotice } from '@ochno/contract/protection'
import { readJournal } from '@ochno/contract/journal'
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

  test('R1-1.1a the purpose is to record violations: so says the consent of 001, so is everybody told, so the journal has it', async () => {
    const school = await server.otherInstitution()
    await actInForce(school.admin.client, '001')
    const pupil = await school.person('examinee')
    const { people } = await pupil.client.done(listMyConsents, {})
    const item = people[0]?.items.find(({ kind }) => kind === 'proctoring_informed')
    expect(item?.text.blocks.map(({ legal }) => legal).join(' ')).toContain('в целях фиксации нарушений')
    expect((await pupil.client.done(readDataNotice, {})).purposes).toContain('violations')
    const dpo = await server.person('dpo')
    const { rows } = await dpo.client.done(readJournal, { query: { object: session.id } })
    const deeds = rows.filter(({ action }) => /^(conduct|hint)\./.test(action))
    expect(deeds.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['conduct.chat', 'conduct.complaint', 'conduct.mark', 'hint.dismissed']),
    )
    expect(new Set(deeds.map(({ purpose }) => purpose))).toEqual(new Set(['violations']))
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
    await server.database.rewriteLog(
      `update conduct set facts = $2, sealed = null where session_id = $1 and seq = 1`,
      [session.id, plain('КАНАРЕЙКА прежняя')],
    )
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
    // Told again before its turn came: the name is neither left in the clear nor lost.
    await own(`update hint set name = 'КАНАРЕЙКА прежняя', name_sealed = null where session_id = $1`, [
      session.id,
    ])
    expect(await sealOldWords(server.database.pools)).toBe(1)
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

describe('looked through', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ochno-scan-'))
  const path = join(folder, 'clamd.ctl')
  /** In two pieces, so that no scanner takes this file itself for it. */
  const MALWARE = ['EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE'].join('')
  /** How the program answers now; `honest` looks. */
  let answers: 'honest' | 'never finds' | 'is away' | 'talks nonsense' = 'honest'
  let daemon: Server
  let guarded: TestServer

  /** clamd by its protocol: INSTREAM, pieces with their length before them, an empty one at the end. */
  const clamdDouble = () =>
    createServer((socket) => {
      let heard = Buffer.alloc(0)
      socket.on('error', () => {})
      socket.on('data', (piece) => {
        heard = Buffer.concat([heard, piece])
        const command = 'zINSTREAM\0'
        if (heard.length < command.length) return
        if (heard.subarray(0, command.length).toString() !== command) return socket.end('UNKNOWN COMMAND\0')
        const stream: Buffer[] = []
        for (let at = command.length; at + 4 <= heard.length; ) {
          const length = heard.readUInt32BE(at)
          if (length === 0) return say(Buffer.concat(stream))
          if (at + 4 + length > heard.length) return
          stream.push(heard.subarray(at + 4, at + 4 + length))
          at += 4 + length
        }
      })
      const say = (file: Buffer) => {
        if (answers === 'is away') return socket.destroy()
        if (answers === 'talks nonsense') return socket.end('stream: OK, perhaps\0')
        const found = answers === 'honest' && file.includes(MALWARE)
        socket.end(found ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
      }
    })

  beforeAll(async () => {
    daemon = clamdDouble()
    await new Promise<void>((ready) => daemon.listen(path, ready))
    guarded = await bootServer({ config: { malwareScan: { clamd: { path } } } })
  })
  afterAll(async () => {
    await guarded.stop()
    await new Promise((over) => daemon.close(over))
    rmSync(folder, { recursive: true, force: true })
  })

  const bytesOf = (text: string) => new TextEncoder().encode(text)
  const sick: Readonly<Record<string, Uint8Array>> = {
    paper: bytesOf(`%PDF-1.7 ${MALWARE}`),
    table: bytesOf(`ФИО;логин\n${MALWARE}`),
    identity: jpegOf({ said: MALWARE }),
  }
  const journal = async (action: string) =>
    (
      await guarded.database.owner(
        `select d.details->>'purpose' as purpose, d.details->>'found' as found, e.actor as by from audit_entry e
         join audit_details d on d.entry_id = e.id where e.action = $1 order by e.at, e.id`,
        [action],
      )
    ).rows

  const isUpload = ({ upload }: Route) => upload !== undefined && upload !== 'stream'
  const asked = async (institution: TestServer = guarded) => {
    const pupil = await institution.person('examinee')
    const { id } = await pupil.client.done(askAccommodation, {
      body: {
        account: pupil.id,
        kind: 'disability',
        document: 'Справка № 1',
        services: [],
        helper: null,
        means: ['увеличитель экрана'],
        extraMinutes: 0,
      },
    })
    return { pupil, params: { acm: id } }
  }

  test('R0-5.1c malware is refused by every address that takes a file, before anybody asks whose it is', async () => {
    answers = 'honest'
    const uploads = guarded.app.routes.filter(isUpload)
    expect(uploads.map(({ path: one }) => one)).toEqual(
      expect.arrayContaining([
        '/api/accommodations/:acm/ground',
        '/api/consents/papers/:pid/scan',
        '/api/sessions/:sid/door/evidence/:step',
        '/api/people-import',
        '/api/people-import/check',
      ]),
    )
    const ids: Readonly<Record<string, string>> = {
      pid: 'cpp',
      sid: 'ses',
      step: 'face',
      purpose: 'contract',
    }
    const queries: Readonly<Record<string, string>> = {
      '/api/people-import': `?plan=${'0'.repeat(64)}`,
      '/api/my/assignments/:tsk/files': '?name=ответ.pdf',
    }
    const people = new Map<Role, TestPerson>()
    for (const route of uploads) {
      const role = roles.find((one) => roleMay(one, route.can as never)) as Role
      const person = people.get(role) ?? (await guarded.person(role))
      people.set(role, person)
      // Most ids are called by their own first letters.
      const address = route.path.replace(/:(\w+)/g, (_, name: string) => {
        const kind = ids[name] ?? name
        return kind.length === 3 ? `${kind}_${'a'.repeat(26)}` : kind
      })
      const query = queries[route.path] ?? ''
      const { status, text } = await person.client.raw(route.method, address + query, {
        headers: { 'content-type': 'application/octet-stream' },
        body: sick[route.upload as string] as Uint8Array<ArrayBuffer>,
      })
      expect([route.path, status, JSON.parse(text).code]).toEqual([route.path, 422, 'infected'])
    }
    expect((await journal('upload.refused')).map(({ found }) => found)).toEqual(uploads.map(() => 'infected'))
  })

  test('R0-5.1c what can not be looked through is not taken, and says so', async () => {
    const { pupil, params } = await asked()
    for (const silence of ['is away', 'talks nonsense'] as const) {
      answers = silence
      const reply = await pupil.client.call(sendGround, { params, body: bytesOf('%PDF-1.7 справка') })
      expect([reply.status, reply.code]).toEqual([503, 'scan_unavailable'])
    }
    expect((await pupil.client.call(readGround, { params })).status).toBe(404)
  })

  test('R0-5.1c a clean file is taken, and who sent it and who opened it is in the journal', async () => {
    answers = 'honest'
    const { pupil, params } = await asked()
    await pupil.client.done(sendGround, { params, body: bytesOf('%PDF-1.7 справка') })
    expect(await journal('upload.looked_through')).toEqual([
      { purpose: 'paper', found: 'clean', by: pupil.id },
    ])
    const opened = await guarded.admin.client.call(readGround, { params })
    expect(new TextDecoder().decode(opened.body)).toContain('справка')
    expect((await journal('accommodation.ground_view')).map(({ by }) => by)).toEqual([guarded.admin.id])
    // Its address is no key: it opens for a sign-in that may, on our own pages, and for nobody else.
    const address = readGround.path.replace(':acm', params.acm)
    expect((await guarded.stranger().raw('GET', address)).status).toBe(401)
    const stranger = await guarded.person('examinee')
    expect((await stranger.client.raw('GET', address)).status).toBe(404)
  })

  test('R0-5.1c the administrator takes fewer kinds and smaller files; the kind is what the bytes say', async () => {
    answers = 'honest'
    const { client } = guarded.admin
    const view = await client.done(chooseUploads, {
      params: { purpose: 'paper' },
      body: { maxBytes: 200 * 1024, kinds: ['pdf'] },
    })
    expect(view.rules.find(({ purpose }) => purpose === 'paper')).toMatchObject({
      maxBytes: 200 * 1024,
      kinds: ['pdf'],
    })
    const { pupil, params } = await asked()
    const send = async (body: Uint8Array) => (await pupil.client.call(sendGround, { params, body })).code
    expect(await send(jpegOf())).toBe('kind_not_allowed')
    expect(await send(new Uint8Array([...bytesOf('%PDF-1.7'), ...new Uint8Array(200 * 1024)]))).toBe(
      'too_large',
    )
    expect(await send(bytesOf('<html></html>'))).toBe('not_a_scan')
    expect((await pupil.client.call(sendGround, { params, body: bytesOf('%PDF-1.7 да') })).status).toBe(200)
    const wrong = client.call(chooseUploads, {
      params: { purpose: 'paper' },
      body: { maxBytes: 200 * 1024, kinds: ['csv'] },
    })
    expect((await wrong).code).toBe('kind_not_allowed')
    expect((await pupil.client.call(readUploads, {})).status).toBe(403)
    // Another institution keeps its own.
    const other = await guarded.otherInstitution()
    const theirs = await other.admin.client.done(readUploads, {})
    expect(theirs.rules.find(({ purpose }) => purpose === 'paper')?.kinds).toEqual(['pdf', 'jpeg', 'png'])
  })

  test('R0-5.1c while the scanner is silent the door still takes its own pictures, and the journal says that nobody looked them through; other bytes stay refused', async () => {
    answers = 'is away'
    const pupil = await guarded.person('examinee')
    const show = (body: Uint8Array<ArrayBuffer>) =>
      pupil.client.raw('PUT', `/api/sessions/ses_${'a'.repeat(26)}/door/evidence/face`, {
        headers: { 'content-type': 'application/octet-stream' },
        body,
      })
    // Through to the door, which has no such session.
    expect((await show(jpegOf() as Uint8Array<ArrayBuffer>)).status).toBe(404)
    expect((await journal('upload.looked_through')).at(-1)).toEqual({
      purpose: 'identity',
      found: 'not_scanned',
      by: pupil.id,
    })
    expect((await guarded.admin.client.done(readUploads, {})).silent).toBe(true)
    expect((await show(bytesOf('MZ program') as Uint8Array<ArrayBuffer>)).status).toBe(503)
    expect((await journal('upload.refused')).at(-1)).toMatchObject({ by: pupil.id, found: 'unavailable' })
  })

  test('R0-5.1c whether the program works is tried with the string every scanner knows', async () => {
    const tried = async (who: TestServer) => (await who.admin.client.done(tryScanner, {})).is
    answers = 'honest'
    expect(await tried(guarded)).toBe('works')
    expect((await guarded.admin.client.done(readUploads, {})).silent).toBe(false)
    answers = 'never finds'
    expect(await tried(guarded)).toBe('misses')
    answers = 'is away'
    expect(await tried(guarded)).toBe('unavailable')
    expect(await tried(server)).toBe('off')
    expect((await server.admin.client.done(readUploads, {})).scanned).toBe(false)
  })

  test('R0-5.1c a program of the administrator’s own looks through what comes on its standard input', async () => {
    const program = (name: string, script: string) => {
      const file = join(folder, name)
      writeFileSync(file, `#!/bin/sh\n${script}\n`)
      chmodSync(file, 0o700)
      return scanCommand(file, 20_000)
    }
    const looks = program('looks', `if grep -q '${MALWARE}'; then exit 1; fi`)
    const large = new Uint8Array(3 * 1024 * 1024)
    expect(await looks(sick.paper as Uint8Array)).toBe('infected')
    expect(await looks(large)).toBe('clean')
    expect(await program('breaks', 'exit 2')(large)).toBe('unavailable')
    expect(await scanCommand(join(folder, 'is-not-there'), 20_000)(large)).toBe('unavailable')
    expect(await clamd({ path: join(folder, 'is-not-there') }, 20_000)(large)).toBe('unavailable')
  })
})

test('R2-3 whoever is far away is answered as whoever sits in the school: on no address does the place count', async () => {
  const far = await bootServer({ config: { trustedProxies: ['127.0.0.1', '::1'] } })
  try {
    const session = await far.running()
    const [examinee, proctor] = [session.examinee, proctorOf(session)]
    const people = [far.admin, examinee, proctor, await far.person('teacher'), await far.person('methodist')]
    const asked = far.app.routes.filter(
      ({ method, path: one, reply }) =>
        method === 'GET' && reply !== 'octets' && /^[^:]*(:sid)?[^:]*$/.test(one) && !one.includes('/probe/'),
    )
    expect(asked.length).toBeGreaterThan(60)
    let answered = 0
    for (const { path: one } of asked)
      for (const { client } of people) {
        const from = async (ip: string) =>
          (await client.raw('GET', one.replace(':sid', session.id), { headers: { 'x-forwarded-for': ip } }))
            .status
        const [school, abroad] = [await from('10.0.0.5'), await from('203.0.113.77')]
        expect([one, abroad]).toEqual([one, school])
        if (abroad === 200) answered++
      }
    expect(answered).toBeGreaterThan(60)
  } finally {
    await far.stop()
  }
})
