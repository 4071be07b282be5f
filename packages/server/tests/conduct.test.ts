// What a proctor and an examinee say and do to each other in a running session.
import { addOrder } from '@ochno/contract/appointments'
import { noteAttention } from '@ochno/contract/attention'
import { answerComplaint, listComplaints, listMyComplaints, takeComplaint } from '@ochno/contract/complaints'
import {
  readConduct,
  readMarks,
  readOwnConduct,
  readTalks,
  sayToExaminee,
  sayToProctor,
} from '@ochno/contract/conduct'
import { readTracks, takeLease } from '@ochno/contract/ingest'
import { addPart } from '@ochno/contract/institution'
import { stopSession } from '@ochno/contract/sessions'
import type { TenantId } from '@ochno/domain/ids'
import { fromMs } from '@ochno/domain/time'
import { postgresStore } from '@ochno/server/adapters/postgres/store'
import { randomIds } from '@ochno/server/adapters/system/ids'
import { escalateComplaints } from '@ochno/server/features/complaints/escalate'
import { deputiesHere } from '@ochno/server/features/decisions/deputies'
import { appealedResults } from '@ochno/server/features/decisions/on-appeal'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pdfPages } from './support/pdf-text.ts'

let server: TestServer
beforeAll(async () => {
  server = await bootServer()
})
afterAll(() => server.stop())

const proctorOf = (session: TestSession) => session.proctors[0] as TestPerson
const ask = (session: TestSession, who: TestPerson, body: object) =>
  who.client.call(sayToExaminee, { params: { sid: session.id }, body: body as never })
const answer = (session: TestSession, body: object) =>
  session.examinee.client.call(sayToProctor, { params: { sid: session.id }, body: body as never })
const seen = async (session: TestSession, query: object = {}) =>
  (await session.examinee.client.done(readOwnConduct, { params: { sid: session.id }, query })).rows
const log = async (session: TestSession) =>
  (await proctorOf(session).client.done(readConduct, { params: { sid: session.id }, query: {} })).rows

test('R0-1.4i R1-5.2a both write to each other, in order, and all of it stays', async () => {
  const session = await server.running()
  await ask(session, proctorOf(session), { kind: 'chat', text: 'Поправьте, пожалуйста, камеру.' })
  await answer(session, { kind: 'chat', text: 'Поправил.' })
  const rows = (await seen(session)).map(({ seq, party, entry }) => [
    seq,
    party,
    entry.kind === 'chat' && entry.text,
  ])
  expect(rows).toEqual([
    [1, 'proctor', 'Поправьте, пожалуйста, камеру.'],
    [2, 'examinee', 'Поправил.'],
  ])
  expect((await log(session)).map(({ seq }) => seq)).toEqual([1, 2])
  const { rows: told } = await server.database.owner(
    "select action, role from audit_entry where object = $1 and action like 'conduct.%' order by at, id",
    [session.id],
  )
  expect(told).toEqual([
    { action: 'conduct.chat', role: 'proctor' },
    { action: 'conduct.chat', role: 'examinee' },
  ])
})

test('while somebody changes a session, what only refers to it is written without waiting', async () => {
  const session = await server.running()
  const [row] = (await server.database.owner('select tenant_id from session where id = $1', [session.id]))
    .rows
  const note = { id: crypto.randomUUID(), session: session.id, what: 'enlarged', agoMs: 0, lengthMs: 1_000 }
  const store = postgresStore(server.database.pools.app, randomIds)
  const kept = await store.inTenant(row?.tenant_id as TenantId, async (tx) => {
    await tx.sessions.lock(session.id)
    return (await proctorOf(session).client.done(noteAttention, { body: { notes: [note as never] } })).kept
  })
  expect(kept).toEqual([note.id])
})

test('T-10 a wall learns in one answer what is open with each of its people, and nothing of anybody else', async () => {
  const proctor = await server.person('proctor')
  const sessions = [
    await server.running({ proctors: [proctor] }),
    await server.running({ proctors: [proctor] }),
  ] as const
  const other = await server.running()
  await answer(other, { kind: 'chat', text: 'Меня видно?' })
  await answer(sessions[0], { kind: 'chat', text: 'Мне слышно шум.' })
  await ask(sessions[0], proctor, { kind: 'chat', text: 'Поняла.' })
  const words = { kind: 'warning', text: 'Уберите телефон.', reason: 'Телефон на столе' }
  await ask(sessions[1], proctor, words)
  const { talks } = await proctor.client.done(readTalks, {})
  const said = Object.fromEntries(
    talks.map(({ session, standing, wanted }) => [session, { standing, wanted }]),
  )
  expect(Object.keys(said).toSorted()).toEqual(sessions.map(({ id }) => id).toSorted())
  expect(said[sessions[0].id]).toMatchObject({ wanted: 1, standing: { warnings: { sent: 0 } } })
  expect(said[sessions[1].id]).toMatchObject({ wanted: 0, standing: { warnings: { sent: 1 } } })
  for (const { id } of sessions) {
    const alone = await proctor.client.done(readConduct, { params: { sid: id }, query: {} })
    expect(said[id]?.standing).toEqual(alone.standing)
  }
})

test('R1-5.2b TR-46 a warning needs a reason, goes out as text and sound, and its arrival by each is on the record', async () => {
  const session = await server.running()
  const words = { kind: 'warning', text: 'Уберите телефон со стола.' }
  expect((await ask(session, proctorOf(session), { ...words, reason: '  ' })).status).toBe(400)
  const { body } = await ask(session, proctorOf(session), { ...words, reason: 'Телефон у клавиатуры' })
  expect(body.entry).toMatchObject({ media: ['text', 'audio'] })
  for (const medium of ['text', 'audio'])
    expect((await answer(session, { kind: 'reached', of: body.seq, medium })).status).toBe(200)
  expect((await answer(session, { kind: 'reached', of: 99, medium: 'text' })).code).toBe('nothing_to_answer')
  expect((await log(session)).map(({ entry }) => entry.kind)).toEqual(['warning', 'reached', 'reached'])
})

test('R3-4.2.6.1 R4-6.3.6a an instruction is confirmed by the examinee, and its being ignored is the proctor’s to say', async () => {
  const session = await server.running()
  const { body } = await ask(session, proctorOf(session), {
    kind: 'instruction',
    text: 'Покажите стол.',
    reason: 'Руки не видны',
  })
  const unseen = { kind: 'ignored', of: body.seq, reason: 'Стол не показан' }
  expect((await ask(session, proctorOf(session), unseen)).code).toBe('not_shown_yet')
  expect((await answer(session, { kind: 'followed', of: body.seq })).status).toBe(200)
  const ignored = { kind: 'ignored', of: body.seq, reason: 'Стол не показан' }
  expect((await ask(session, proctorOf(session), ignored)).status).toBe(200)
  expect((await answer(session, { kind: 'ignored', of: body.seq, reason: 'x' })).status).toBe(400)
})

test('R1-3.3a R4-5.8 a mark has a code, a time and a note; the examinee does not see it while the exam runs', async () => {
  const session = await server.running()
  const at = new Date().toISOString()
  const mark = { kind: 'mark', code: 'gadgets', from: at, to: at, note: 'Телефон' }
  expect((await ask(session, proctorOf(session), { ...mark, code: 'bad_mood' })).code).toBe('not_on_the_list')
  const before = new Date(Date.now() - 3_600_000).toISOString()
  expect((await ask(session, proctorOf(session), { ...mark, from: before })).code).toBe('wrong_range')
  const later = new Date().toISOString()
  expect((await ask(session, proctorOf(session), { ...mark, from: later, to: later })).status).toBe(200)
  expect(await seen(session)).toEqual([])
  const { marks } = await proctorOf(session).client.done(readMarks, { params: { sid: session.id } })
  expect(marks).toContainEqual(expect.objectContaining({ code: 'gadgets' }))
  const [row] = await log(session)
  expect(row?.entry).toMatchObject({ kind: 'mark', code: 'gadgets', note: 'Телефон' })
})

test('R1-5.2a R3-5.2.1 R4-7.3.1 what a proctor says is kept, and a complaint of the proctor reaches who runs the exam and never the proctor, also when it is over', async () => {
  const session = await server.running()
  await ask(session, proctorOf(session), { kind: 'chat', text: 'Быстрее!' })
  await proctorOf(session).client.done(stopSession, {
    params: { sid: session.id },
    body: { reason: 'Просто так' },
  })
  expect((await answer(session, { kind: 'chat', text: 'Почему?' })).code).toBe('not_running')
  expect((await answer(session, { kind: 'complaint', text: 'Меня торопили и остановили.' })).status).toBe(200)
  expect((await log(session)).map(({ entry }) => entry.kind)).toEqual(['chat', 'stop'])
  const teacher = await server.person('teacher')
  const { rows } = await teacher.client.done(listComplaints, {})
  expect(rows.find((row) => row.session === session.id)).toMatchObject({
    text: 'Меня торопили и остановили.',
  })
  expect((await proctorOf(session).client.call(listComplaints, {})).status).toBe(403)
})

test('R1-5.2a R3-5.2.1 R4-7.3.1 R4-7.4 a complaint is received, looked at by somebody it is not about, answered once within its term, and the examinee reads each step', async () => {
  const proctor = await server.person('proctor', { roles: ['proctor', 'methodist'], fullName: 'Громов Глеб' })
  const [head, other] = [await server.person('methodist'), await server.person('methodist')]
  const session = await server.running({ proctors: [proctor] })
  await ask(session, proctor, { kind: 'chat', text: 'Быстрее!' })
  const { body: filed } = await answer(session, { kind: 'complaint', text: 'Меня торопили.' })
  const of = { params: { sid: session.id, seq: filed.seq } }
  const own = async () =>
    (await session.examinee.client.done(listMyComplaints, {})).rows.find((one) => one.session === session.id)
  const received = await own()
  expect(received).toMatchObject({ state: 'received', overdue: false, taken: null, answered: null })
  const days = (Date.parse(received?.due ?? '') - Date.parse(received?.at ?? '')) / 86_400_000
  expect([days > 29, days <= 31], 'the term of the law').toEqual([true, true])

  // Whom it is about runs exams too, and finds nothing and answers nothing.
  const listed = async (who: TestPerson) =>
    (await who.client.done(listComplaints, {})).rows.find((one) => one.session === session.id)
  expect(await listed(proctor)).toBeUndefined()
  expect((await proctor.client.call(takeComplaint, of)).code).toBe('not_found')
  expect((await proctor.client.raw('GET', `/api/sessions/${session.id}/complaints/annex`)).status).toBe(404)

  const said = { outcome: 'confirmed', text: 'Проктор торопил без повода. Ему указали на это.' } as const
  expect((await head.client.call(answerComplaint, { ...of, body: said })).code).toBe('not_taken')
  expect(await head.client.done(takeComplaint, of)).toMatchObject({ state: 'looked_at', mine: true })
  expect((await head.client.call(takeComplaint, of)).code).toBe('already_yours')
  expect((await other.client.call(answerComplaint, { ...of, body: said })).code).toBe('not_taken')
  expect(await own()).toMatchObject({ state: 'looked_at', answered: null })
  expect(await head.client.done(answerComplaint, { ...of, body: said })).toMatchObject({ state: 'answered' })
  expect((await head.client.call(answerComplaint, { ...of, body: said })).code).toBe('already_answered')
  expect((await other.client.call(takeComplaint, of)).code).toBe('already_answered')
  expect(await own()).toMatchObject({
    state: 'answered',
    answered: { outcome: 'confirmed', text: said.text },
  })

  const { rows: journal } = await server.database.owner(
    "select action from audit_entry where object = $1 and (action like 'complaint.%' or action = 'conduct.complaint') order by at, id",
    [session.id],
  )
  expect(journal.map(({ action }) => action)).toEqual([
    'conduct.complaint',
    'complaint.taken',
    'complaint.answered',
  ])
  const told = async (who: TestPerson, words: RegExp) =>
    (
      await server.database.owner("select facts->>'text' as text from notice where to_account = $1", [who.id])
    ).rows.filter(({ text }) => words.test(String(text))).length
  expect([await told(head, /Поступила жалоба/), await told(proctor, /жалоб/i)]).toEqual([1, 0])
  expect(await told(session.examinee, /жалобу на проктора/)).toBe(2)
  // R4-7.4: nothing follows for the proctor by itself.
  expect((await ask(session, proctor, { kind: 'chat', text: 'Продолжайте' })).status).toBe(200)

  const sheet = await fetch(`${server.url}/api/sessions/${session.id}/complaints/annex`, {
    headers: { cookie: head.client.cookie, 'sec-fetch-site': 'same-origin' },
  }).then(async (reply) => new Uint8Array(await reply.arrayBuffer()))
  const words = (await pdfPages(sheet)).join(' ').replace(/\s+/g, ' ')
  for (const part of ['Приложение к протоколу', 'Меня торопили.', 'подтвердилась', 'Громов Глеб', said.text])
    expect(words).toContain(part)
})

const escalating = {
  get store() {
    return postgresStore(server.database.pools.app, randomIds)
  },
  ids: randomIds,
  deputies: deputiesHere,
  relatives: appealedResults.relatives,
}

test('R1-5.2a an unanswered complaint past its term stands first as overdue and goes to the deputy director whom the order names, once', async () => {
  const school = await server.otherInstitution()
  const session = await school.running()
  const { body: filed } = await answer(session, { kind: 'complaint', text: 'Кричал.' })
  await answer(session, { kind: 'complaint', text: 'И снова кричал.' })
  const head = await school.person('methodist')
  // Named by the order too; as a teacher this one would not find the complaint.
  const elsewhere = await school.person('teacher', { courses: 'own' })
  const deputy = await school.person('methodist')
  const part = await school.admin.client.done(addPart, {
    body: { name: 'Видеосвязь', facts: { kind: 'technology', post: 'other', topics: [] } },
  })
  const row = { duty: 'technology' as const, part: part.id, phone: '', email: '', hours: '' }
  await school.admin.client.done(addOrder, {
    body: {
      number: '7',
      signedOn: '2026-01-10',
      term: { from: '2026-01-10', to: '2030-01-01' },
      rows: [elsewhere, deputy].map(({ id }) => ({ ...row, person: id, post: 'Заместитель директора' })),
    },
  })
  await server.database.owner('update complaint set due_at = $3 where session_id = $1 and seq = $2', [
    session.id,
    filed.seq,
    new Date(Date.now() - 60_000),
  ])
  const { rows } = await head.client.done(listComplaints, {})
  expect(rows.map(({ seq, overdue }) => [seq === filed.seq, overdue])).toEqual([
    [true, true],
    [false, false],
  ])
  // Newer ones, however many, hide none that is late.
  await server.database.owner(
    `with filed as (insert into conduct (session_id, seq, tenant_id, at, said_by, party, kind, facts)
       select $1, 1000 + n, $2, now() + interval '1 hour', $3, 'examinee', 'complaint', '{"text":"Ещё"}'
       from generate_series(1, 501) n returning session_id, seq, tenant_id)
     insert into complaint (session_id, seq, tenant_id) select session_id, seq, tenant_id from filed`,
    [session.id, school.id, session.examinee.id],
  )
  const at = fromMs(Date.now())
  expect([
    await escalateComplaints(escalating, school.id, at),
    await escalateComplaints(escalating, school.id, at),
  ]).toEqual([1, 0])
  const { rows: told } = await server.database.owner(
    "select to_account from notice where facts->>'text' like '%не ответили в срок%' and to_account = any ($1)",
    [[deputy.id, head.id, elsewhere.id, session.proctors[0]?.id]],
  )
  expect(told.map(({ to_account }) => to_account)).toEqual([deputy.id])
  const { rows: found } = await deputy.client.done(listComplaints, {})
  expect([found.length, found[0]?.seq]).toEqual([503, filed.seq])
  const of = { params: { sid: session.id, seq: filed.seq } }
  expect(await deputy.client.done(takeComplaint, of)).toMatchObject({ mine: true, overdue: true })
})

test('R1-5.2a where the only methodist is the proctor complained about, the administrator hears of it when it comes and when it is late', async () => {
  const school = await server.otherInstitution()
  const proctor = await school.person('proctor', { roles: ['proctor', 'methodist'] })
  await server.database.owner(
    'insert into account_lead (account_id, tenant_id, since) values ($1, $2, now())',
    [proctor.id, school.id],
  )
  const session = await school.running({ proctors: [proctor] })
  const { body: filed } = await answer(session, { kind: 'complaint', text: 'Кричал.' })
  const told = async () =>
    (
      await server.database.owner(
        "select to_account from notice where facts->>'text' ~ 'Поступила жалоба|не ответили в срок' and to_account = any ($1)",
        [[proctor.id, school.admin.id]],
      )
    ).rows.map(({ to_account }) => to_account)
  expect(await told()).toEqual([school.admin.id])
  await server.database.owner('update complaint set due_at = $3 where session_id = $1 and seq = $2', [
    session.id,
    filed.seq,
    new Date(Date.now() - 60_000),
  ])
  // While nobody may answer it, it is not put down as told.
  const disabled = (at: Date | null) =>
    server.database.owner('update account set disabled_at = $2 where id = $1', [school.admin.id, at])
  await disabled(new Date())
  expect(await escalateComplaints(escalating, school.id, fromMs(Date.now()))).toBe(0)
  await disabled(null)
  expect(await escalateComplaints(escalating, school.id, fromMs(Date.now()))).toBe(1)
  expect(await told()).toEqual([school.admin.id, school.admin.id])
})

test('T-13 a mark of a proctor is neither deleted nor rewritten: no address does it, the database refuses it, and taking it back is an entry of its own with its author', async () => {
  const session = await server.running()
  const at = new Date().toISOString()
  const proctor = proctorOf(session)
  const { body: mark } = await ask(session, proctor, {
    kind: 'mark',
    code: 'gadgets',
    from: at,
    to: at,
    note: 'Телефон',
  })
  for (const method of ['DELETE', 'PATCH', 'PUT'] as const)
    for (const path of ['conduct', `conduct/${mark.seq}`, 'marks', `marks/${mark.seq}`]) {
      const { status } = await proctor.client.raw(method, `/api/sessions/${session.id}/${path}`)
      expect([403, 404, 405], `${method} ${path}`).toContain(status)
    }
  // An examinee's own words to a mark are the only thing beside it that may be written anew.
  expect(
    server.app.routes.flatMap(({ method, path, can }) =>
      ['DELETE', 'PATCH', 'PUT'].includes(method) && /conduct|\/marks/.test(path) && can !== 'appeal.file'
        ? [path]
        : [],
    ),
  ).toEqual([])
  for (const sql of [
    `delete from conduct where session_id = '${session.id}'`,
    `update conduct set kind = 'chat' where session_id = '${session.id}'`,
    `update conduct set said_by = null where session_id = '${session.id}'`,
  ])
    await expect(server.database.owner(sql)).rejects.toThrow(/append-only/)
  expect((await log(session)).map(({ entry }) => entry)).toMatchObject([{ kind: 'mark', note: 'Телефон' }])
})

test('P-21 without a word of an act a session has neither a second camera nor a look around at random, and records nothing before the exam', async () => {
  const session = await server.running()
  const { client } = session.examinee
  const params = { sid: session.id }
  const { lease } = await client.done(takeLease, { params, body: { device: 'a-device-of-this-test' } })
  const { tracks } = await client.done(readTracks, { params, query: { lease } })
  expect(Object.keys(tracks).sort()).toEqual(['call', 'cam', 'events', 'screen'])
  const { rows } = await server.database.owner('select 1 from scan_plan where session_id = $1', [session.id])
  expect(rows).toEqual([])
})

test('T-12 a proctor opens no conversation with an examinee outside the window of the exam, nor with somebody else’s, and the report button stays', async () => {
  const session = await server.session()
  const proctor = proctorOf(session)
  const hello = { kind: 'chat', text: 'Привет, ты где живёшь?' }
  const status = async () => (await ask(session, proctor, hello)).status
  const before = await status()
  const running = await server.running()
  const other = await server.person('proctor')
  expect((await ask(running, other, hello)).code).toBe('not_found')
  expect((await ask(running, proctorOf(running), { ...hello, text: 'Поправьте камеру.' })).status).toBe(200)
  await proctorOf(running).client.done(stopSession, {
    params: { sid: running.id },
    body: { reason: 'Конец' },
  })
  const after = await ask(running, proctorOf(running), hello)
  expect([before, after.status, after.code]).toEqual([403, 403, 'no_private_channel'])
  expect(
    (await seen(running)).map(({ entry }) => entry.kind),
    'nothing of it arrives',
  ).toEqual(['chat', 'stop'])
  expect((await answer(running, { kind: 'complaint', text: 'Писал не по делу.' })).status).toBe(200)
  // There is no other way from a proctor to an examinee: rooms and notices are not a proctor’s to begin.
  const ways = server.app.routes.filter(
    ({ method, can, path }) => method === 'POST' && can === 'live.watch' && /chat|messages|talk/.test(path),
  )
  expect(ways).toEqual([])
})

test('T-10 T-30 a proctor who is not assigned and another examinee are not part of it', async () => {
  const session = await server.running()
  const [stranger, other] = [await server.person('proctor'), await server.person('examinee')]
  expect((await ask(session, stranger, { kind: 'chat', text: 'Эй' })).code).toBe('not_found')
  const asked = { params: { sid: session.id }, query: {} }
  expect((await stranger.client.call(readConduct, asked)).code).toBe('not_found')
  expect((await other.client.call(readOwnConduct, asked)).code).toBe('not_found')
})

test('an open question is answered the moment something is said, and alone when nothing is', async () => {
  const session = await server.running()
  expect(await seen(session, { after: 0, wait: 1 })).toEqual([])
  const waiting = seen(session, { after: 0, wait: 20 })
  await ask(session, proctorOf(session), { kind: 'chat', text: 'Слышите?' })
  expect((await waiting).map(({ seq }) => seq)).toEqual([1])
})

test('many who say something at once are numbered without a hole', async () => {
  const session = await server.running()
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, i) => answer(session, { kind: 'chat', text: `Слово ${i}` })),
  )
  expect(replies.map(({ body }) => body.seq).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, i) => i + 1),
  )
})
