// A call as the server sees it: who may make it, what of it is on the record, and what two pages write to each other.
import {
  type CallSignal,
  readCallAsExaminee,
  readCallAsProctor,
  signalAsExaminee,
  signalAsProctor,
} from '@ochno/contract/calls'
import { readConduct, sayToExaminee, sayToProctor } from '@ochno/contract/conduct'
import { stopSession } from '@ochno/contract/sessions'
import { faultProxy } from '@ochno/testkit/chaos/fault-proxy'
import { Client } from '@ochno/testkit/client'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await bootServer({
    config: {
      calls: { iceUrls: ['turn:relay.school.test:3478'], turnSecret: 'north', relayOnly: true },
    },
  })
})
afterAll(() => server.stop())

const proctorOf = (session: TestSession) => session.proctors[0] as TestPerson
const say = (session: TestSession, body: object, who = proctorOf(session)) =>
  who.client.call(sayToExaminee, { params: { sid: session.id }, body: body as never })
const answer = (session: TestSession, body: object, who = session.examinee) =>
  who.client.call(sayToProctor, { params: { sid: session.id }, body: body as never })
const standing = async (session: TestSession) =>
  (await proctorOf(session).client.done(readConduct, { params: { sid: session.id }, query: {} })).standing
const ring = async (session: TestSession) =>
  (await say(session, { kind: 'call', reason: 'Проверить звук' })).body.seq
const ready: CallSignal = { t: 'ready' }
const candidate = (n: number): CallSignal => ({
  t: 'candidate',
  peer: 'abcdefgh1234',
  candidate: `candidate:${n} 1 udp 1 10.0.0.${n} 5000 typ host`,
  mid: '0',
  line: 0,
})
const write = (session: TestSession, seq: number, signals: CallSignal[], who = session.examinee) =>
  who.client.call(signalAsExaminee, { params: { sid: session.id, seq }, body: { signals } })
const read = (session: TestSession, seq: number, query: object = {}, who = proctorOf(session)) =>
  who.client.call(readCallAsProctor, { params: { sid: session.id, seq }, query })
const kept = async (session: TestSession) =>
  (await server.database.owner('select 1 from call_signal where session_id = $1', [session.id])).rows.length

test('R1-5.2b R3-5.2.2 R4-7.3.2 TR-47 a call has a reason, is answered and ended, and every step is in the log and in the journal', async () => {
  const session = await server.running()
  expect((await say(session, { kind: 'call', reason: ' ' })).status).toBe(400)
  const seq = await ring(session)
  expect((await say(session, { kind: 'call', reason: 'Ещё раз' })).code).toBe('already_asked')
  expect((await answer(session, { kind: 'reached', of: seq, medium: 'audio' })).status).toBe(200)
  expect((await answer(session, { kind: 'call_answered', of: seq })).status).toBe(200)
  expect((await answer(session, { kind: 'call_end', of: seq, is: 'declined' })).code).toBe(
    'nothing_to_answer',
  )
  expect((await answer(session, { kind: 'call_end', of: seq, is: 'hung_up' })).status).toBe(200)
  expect((await say(session, { kind: 'call_end', of: seq, is: 'hung_up' })).code).toBe('nothing_to_answer')
  const { calls } = await standing(session)
  expect(calls).toMatchObject([{ seq, reason: 'Проверить звук', shown: true, end: 'hung_up' }])
  expect(calls[0]?.answeredAt).not.toBeNull()
  const { rows } = await server.database.owner(
    "select action, role from audit_entry where object = $1 and action like 'conduct.%' order by at, id",
    [session.id],
  )
  expect(rows).toEqual([
    { action: 'conduct.call', role: 'proctor' },
    { action: 'conduct.reached', role: 'examinee' },
    { action: 'conduct.call_answered', role: 'examinee' },
    { action: 'conduct.call_end', role: 'examinee' },
  ])
})

test('R3-5.2.1 a call declined and a call missed are on the record, and the examinee asks for another', async () => {
  const session = await server.running()
  const declined = await ring(session)
  expect((await answer(session, { kind: 'call_end', of: declined, is: 'declined' })).status).toBe(200)
  const missed = await ring(session)
  await server.database.rewriteLog(
    `update conduct set facts = jsonb_set(facts, '{answerUntil}', to_jsonb('2026-01-01T00:00:00Z'::text))
     where session_id = $1 and seq = $2`,
    [session.id, missed],
  )
  expect((await answer(session, { kind: 'call_answered', of: missed })).code).toBe('nothing_to_answer')
  expect((await standing(session)).calls.map(({ end, shown }) => [end, shown])).toEqual([
    ['declined', false],
    ['missed', false],
  ])
  expect((await answer(session, { kind: 'call_wanted', text: 'Не слышу задание' })).status).toBe(200)
  expect((await answer(session, { kind: 'call_wanted' })).code).toBe('already_asked')
  expect((await standing(session)).wantsCall).toMatchObject({ text: 'Не слышу задание' })
  await ring(session)
  expect((await standing(session)).wantsCall).toBeNull()
})

test('what the pages write arrives once and in order, from where it was read last, and is gone with the call', async () => {
  const session = await server.running()
  const seq = await ring(session)
  await answer(session, { kind: 'call_answered', of: seq })
  await write(session, seq, [ready, candidate(1)])
  await write(session, seq, [candidate(2)])
  const first = (await read(session, seq)).body
  expect(first.rows.map(({ signal }) => signal)).toEqual([ready, candidate(1), candidate(2)])
  const after = first.rows[1]?.no ?? 0
  expect((await read(session, seq, { after })).body.rows.map(({ signal }) => signal)).toEqual([candidate(2)])
  // Nobody reads what he wrote himself.
  const own = await session.examinee.client.done(readCallAsExaminee, {
    params: { sid: session.id, seq },
    query: {},
  })
  expect(own.rows).toEqual([])
  expect(await kept(session)).toBe(3)
  // Whoever waits is told at once that it is over.
  const waiting = read(session, seq, { after: first.rows.at(-1)?.no, wait: 20 })
  await say(session, { kind: 'call_end', of: seq, is: 'hung_up' })
  expect((await waiting).body.over).toBe(true)
  expect((await write(session, seq, [ready])).code).toBe('call_over')
  expect(await kept(session)).toBe(0)
})

test('T-68 TR-49 the ways offered are the institution’s own, with a password for an hour', async () => {
  const session = await server.running()
  const seq = await ring(session)
  const { ice, relayOnly } = (await read(session, seq)).body
  expect([relayOnly, ice.map(({ urls }) => urls)]).toEqual([true, [['turn:relay.school.test:3478']]])
  const until = Number(ice[0]?.username?.split(':')[0])
  expect(until).toBeGreaterThan(Date.now() / 1000)
  expect(until).toBeLessThanOrEqual(Date.now() / 1000 + 3_600)
  // Whoever was called once is given no password after the end of it.
  expect((await answer(session, { kind: 'call_end', of: seq, is: 'declined' })).status).toBe(200)
  const params = { sid: session.id, seq }
  const examinee = await session.examinee.client.done(readCallAsExaminee, { params, query: {} })
  for (const news of [(await read(session, seq)).body, examinee])
    expect(news).toMatchObject({ over: true, ice: [], relayOnly: true })
})

test('T-10 T-30 nobody calls, answers or listens in a session that is not theirs, and nobody after its end', async () => {
  const session = await server.running()
  const other = await server.running()
  const seq = await ring(session)
  await answer(session, { kind: 'call_answered', of: seq })
  await write(session, seq, [ready])
  const foreign = await (await server.otherInstitution()).person('proctor')
  const params = { sid: session.id, seq }
  for (const who of [proctorOf(other), foreign]) {
    expect((await say(session, { kind: 'call', reason: 'Чужой' }, who)).status).toBe(404)
    expect((await read(session, seq, {}, who)).status).toBe(404)
    expect(
      (await who.client.call(signalAsProctor, { params, body: { signals: [candidate(3)] } })).status,
    ).toBe(404)
  }
  expect((await answer(session, { kind: 'call_end', of: seq, is: 'hung_up' }, other.examinee)).status).toBe(
    404,
  )
  expect((await write(session, seq, [ready], other.examinee)).status).toBe(404)
  expect((await other.examinee.client.call(readCallAsExaminee, { params, query: {} })).status).toBe(404)
  // The proctor's words are not the examinee's to write, nor the other way round.
  expect((await session.examinee.client.call(readCallAsProctor, { params, query: {} })).status).toBe(403)
  expect((await proctorOf(session).client.call(readCallAsExaminee, { params, query: {} })).status).toBe(403)
  // No call has this number.
  expect((await read(session, seq + 1)).status).toBe(404)

  await proctorOf(session).client.done(stopSession, {
    params: { sid: session.id },
    body: { reason: 'Проверка' },
  })
  expect((await standing(session)).calls).toMatchObject([{ seq, end: 'session_over' }])
  expect((await write(session, seq, [ready])).code).toBe('call_over')
  expect((await read(session, seq)).body).toMatchObject({ over: true, rows: [] })
  expect((await say(session, { kind: 'call', reason: 'Ещё' })).code).toBe('not_running')
})

test('a page that writes without end is stopped, and a letter that is too large is none', async () => {
  const session = await server.running()
  const seq = await ring(session)
  const many = Array.from({ length: 50 }, (_, n) => candidate(n))
  for (let letters = 0; letters < 40; letters++)
    expect((await write(session, seq, many)).status, `letter ${letters}`).toBeLessThan(300)
  expect((await write(session, seq, [ready])).code).toBe('too_many')
  expect((await write(session, seq, [...many, ready])).status).toBe(400)
})

test('R0-1.4i of a chat over a line that is cut again and again nothing is lost, doubled or out of order', async () => {
  const session = await server.running()
  const line = await faultProxy({ port: Number(new URL(server.url).port) })
  const cut = new Client(`http://127.0.0.1:${line.port}`, session.examinee.client.cookie)
  // Through the proxy the page's own address differs: the server knows it by the one it was told.
  const headers = { origin: new URL(server.url).origin, connection: 'close' }
  const path = `/api/my/sessions/${session.id}/conduct`
  const words = Array.from({ length: 24 }, (_, n) => `Сообщение ${n + 1}`)
  const answers = Array.from({ length: 24 }, (_, n) => `Ответ ${n + 1}`)
  let cuts = 0

  const post = (text: string, n: number) =>
    cut
      .raw('POST', path, {
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ kind: 'chat', text, once: `message${String(n).padStart(12, '0')}` }),
      })
      .catch(() => null)
  const send = async (text: string, n: number) => {
    // Every fourth message loses its line: some while on their way, some when only the answer was still to come.
    if (n % 4 === 0) {
      const sent = post(text, n)
      if (n % 3 === 0) await sent
      line.reset()
      cuts++
      await sent
    }
    while ((await post(text, n))?.status !== 200);
  }
  const seen: { seq: number; text: string }[] = []
  const over = new AbortController()
  const listen = async () => {
    let after = 0
    while (!over.signal.aborted) {
      const heard = await cut.raw('GET', `${path}?after=${after}&wait=5`, { headers }).catch(() => null)
      if (heard?.status !== 200) continue
      const { rows } = heard.body as { rows: { seq: number; party: string; entry: { text: string } }[] }
      after = rows.at(-1)?.seq ?? after
      for (const { seq, party, entry } of rows) if (party === 'proctor') seen.push({ seq, text: entry.text })
      if (seen.length >= answers.length) return
    }
  }
  const listening = listen()
  for (const [n, text] of words.entries()) {
    await send(text, n)
    await say(session, { kind: 'chat', text: answers[n] as string })
  }
  await listening
  over.abort()
  await line.close()
  const { rows } = await proctorOf(session).client.done(readConduct, {
    params: { sid: session.id },
    query: {},
  })
  const texts = (party: string) =>
    rows.flatMap((row) => (row.party === party && row.entry.kind === 'chat' ? [row.entry.text] : []))
  expect(cuts).toBeGreaterThan(5)
  expect(texts('examinee')).toEqual(words)
  expect(seen.map(({ text }) => text)).toEqual(answers)
  expect(seen.map(({ seq }) => seq)).toEqual([...seen.map(({ seq }) => seq)].sort((a, b) => a - b))
})
