// The bridge to an identity provider outside: led there and back, and everything a forged answer could try.
import { listDoorToday, readDoor, recordExternal } from '@ochno/contract/door'
import {
  readBridge,
  readIdentityAnswer,
  readOwnIdentity,
  removeBridge,
  saveBridge,
  startIdentity,
  takeIdentity,
  withdrawIdentity,
} from '@ochno/contract/identity-bridge'
import { changePerson } from '@ochno/contract/people'
import { authorizeSession } from '@ochno/contract/sessions'
import { signIn } from '@ochno/contract/sign-in'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { steppedClock } from '@ochno/testkit/clock'
import { identityBridge, signedWord, type Start } from '@ochno/testkit/identity-bridge'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const KEY = 'общий-ключ-моста-0123456789abcdef'.replace(/[^\x21-\x7e]/g, 'k')
const { clock, pass } = steppedClock()
const said = { outcome: 'positive' as 'positive' | 'negative' }
let server: TestServer
let bridge: Awaited<ReturnType<typeof identityBridge>>
let examinee: TestPerson
let proctor: TestPerson
let session: TestSession
let number = 0

const adult = async (born = '2000-01-01') => {
  const person = await server.person('examinee')
  await server.admin.client.done(changePerson, {
    params: { id: person.id },
    body: { born, learnerId: `L-${++number}` },
  })
  return person
}
const sessionOf = async (person: TestPerson) => {
  const exam = await examUnderAct(server.admin.client, {}, { nowMs: clock.ms() })
  return server.session({ exam, examinee: person, proctors: [proctor] })
}
const params = (of = session) => ({ sid: of.id })

/** The way of a browser: to the bridge, and back with what lies behind the #. */
async function way(of = session) {
  const { address } = await of.examinee.client.done(startIdentity, {
    params: params(of),
    body: { agreed: true },
  })
  const reply = await fetch(address, { redirect: 'manual' })
  const back = new URL(reply.headers.get('location') ?? '')
  return { address, back, answer: new URLSearchParams(back.hash.slice(1)).get('answer') ?? '' }
}
const take = (answer: string, who = session.examinee) => who.client.call(takeIdentity, { body: { answer } })

beforeAll(async () => {
  server = await bootServer({ clock })
  await actInForce(server.admin.client, '003')
  bridge = await identityBridge(
    KEY,
    () => ({ outcome: said.outcome, transaction: `txn-${bridge.starts.length}` }),
    clock.ms,
  )
  proctor = await server.person('proctor')
  examinee = await adult()
  session = await sessionOf(examinee)
}, 180_000)
afterAll(async () => {
  await bridge.stop()
  await server.stop()
})

test('TR-56 off by default: without a bridge nobody is led anywhere and the door asks what the act asks', async () => {
  const own = await examinee.client.done(readOwnIdentity, { params: params() })
  expect(own).toEqual({ provider: null, offered: false, asked: false, result: null })
  const started = await examinee.client.call(startIdentity, { params: params(), body: { agreed: true } })
  expect(started.code).toBe('not_asked')
})

test('P-13 the administrator sets a bridge; its key is never shown, and another address needs another key', async () => {
  const admin = server.admin.client
  const body = { name: 'ЕБС', address: bridge.address, on: true }
  expect((await admin.call(saveBridge, { body })).code).toBe('identity_key_again')
  const clear = { ...body, address: 'http://bridge.example/start', key: KEY }
  expect((await admin.call(saveBridge, { body: clear })).code).toBe('identity_bridge_in_clear')
  await admin.done(saveBridge, { body: { ...body, key: KEY } })
  const moved = { ...body, address: 'https://elsewhere.example/start' }
  expect((await admin.call(saveBridge, { body: moved })).code).toBe('identity_key_again')
  const shown = await admin.call(readBridge, {})
  expect(shown.body.bridge).toMatchObject({ name: 'ЕБС', on: true })
  expect(shown.text).not.toContain(KEY)
  expect((await examinee.client.call(readBridge, {})).status).toBe(403)
})

test('R3-4.3b R1-4.3b TR-56 the yes of the provider is kept as result and number, and the proctor sees it beside the pictures', async () => {
  await server.admin.client.done(recordExternal, {
    params: params(),
    body: { result: 'asked', provider: 'ЕБС' },
  })
  const held = await examinee.client.call(authorizeSession, { params: params() })
  expect(held.status).toBe(409)
  const { address, back, answer } = await way()
  expect(back.pathname).toBe('/identity-return')
  // A number of the institution leads there, no name and no login.
  expect(bridge.starts.at(-1)).toMatchObject({ subject: 'L-1', aud: bridge.address })
  expect(decodeURIComponent(address)).not.toContain(examinee.login)
  expect((await take(answer)).body).toEqual({ session: session.id, result: 'positive' })
  const kept = await proctor.client.done(readIdentityAnswer, { params: params() })
  expect(kept.answer).toMatchObject({ provider: 'ЕБС', result: 'positive', transaction: 'txn-1' })
  const steps = (await examinee.client.done(readDoor, { params: params() })).steps
  expect(steps.find(({ id }) => id === 'external')?.done).toBe(true)
  const rows = (await server.database.owner('select * from external_identity')).rows
  expect(Object.keys(rows[0] as object).toSorted()).toEqual([
    'at',
    'provider',
    'result',
    'session_id',
    'tenant_id',
    'transaction',
  ])
})

test('B-29 an answer counts once, for one person, one installation and one quarter of an hour', async () => {
  const person = await adult()
  const mine = await sessionOf(person)
  const first = await way(mine)
  const stranger = await adult()
  expect((await take(first.answer, stranger)).code).toBe('identity_answer_other')
  const start = bridge.starts.at(-1) as Start
  const whole = {
    v: 1,
    kind: 'result',
    iss: start.aud,
    aud: start.iss,
    request: start.request,
    at: new Date(clock.ms()).toISOString(),
    outcome: 'positive',
    transaction: 'txn',
  }
  const forged = [
    signedWord(KEY, { ...whole, aud: 'https://other.example' }),
    signedWord(KEY, { ...whole, iss: 'https://other.example/start' }),
    signedWord(`${KEY}x`, whole),
    // P-13: nothing more than a result may come back, were it signed ten times.
    signedWord(KEY, { ...whole, photo: 'AAAA' }),
    signedWord(KEY, { ...whole, outcome: 'probably' }),
    signedWord(KEY, { ...whole, kind: 'start' }),
    `${first.answer}A`,
    first.address.slice(first.address.indexOf('start=') + 6),
    'a.b',
    'не ответ',
  ]
  for (const word of forged)
    expect([word, (await take(word, person)).code]).toEqual([word, 'identity_answer_wrong'])
  const gone = signedWord(KEY, { ...whole, request: `idr_${'a'.repeat(26)}` })
  expect((await take(gone, person)).code).toBe('identity_answer_other')
  const ahead = signedWord(KEY, { ...whole, at: new Date(clock.ms() + 120_000).toISOString() })
  expect((await take(ahead, person)).code).toBe('identity_answer_late')
  expect((await take(first.answer, person)).status).toBe(200)
  expect((await take(first.answer, person)).code).toBe('identity_answer_used')
  const second = await way(mine)
  pass(16 * 60)
  expect((await take(second.answer, person)).code).toBe('identity_answer_late')
  // What the next tests do asks for a fresh proof.
  const { login, password, client } = server.admin
  await client.done(signIn, { body: { login, password } })
  expect(
    await server.database.owner('select 1 from external_identity where session_id = $1', [mine.id]),
  ).toMatchObject({
    rowCount: 1,
  })
})

test('TR-56 a no turns nobody away by itself: the person takes the way of the act instead', async () => {
  const person = await adult()
  const mine = await sessionOf(person)
  await server.admin.client.done(recordExternal, {
    params: params(mine),
    body: { result: 'asked', provider: 'ЕБС' },
  })
  said.outcome = 'negative'
  const { answer } = await way(mine)
  said.outcome = 'positive'
  expect((await take(answer, person)).body).toMatchObject({ result: 'negative' })
  const own = await person.client.done(readOwnIdentity, { params: params(mine) })
  expect(own).toEqual({ provider: 'ЕБС', offered: true, asked: true, result: 'negative' })
  const today = await server.admin.client.done(listDoorToday, {})
  expect(today.rows.find((row) => row.session === mine.id)?.external?.result).toBe('negative')
  const after = await person.client.done(withdrawIdentity, { params: params(mine) })
  expect(after).toMatchObject({ asked: false, result: null })
  const door = await person.client.done(readDoor, { params: params(mine) })
  expect(door.steps.map(({ id }) => id)).not.toContain('external')
  expect(door.steps.map(({ id }) => id)).toContain('document')
})

test('TR-56 a way begun ends with the next one, with a withdrawal, with the bridge switched off, and by itself', async () => {
  const person = await adult()
  const mine = await sessionOf(person)
  const left = async () =>
    (await server.database.owner('select id from identity_request where session_id = $1', [mine.id])).rows
  const first = await way(mine)
  const second = await way(mine)
  expect(await left()).toHaveLength(1)
  expect((await take(first.answer, person)).code).toBe('identity_answer_other')
  await person.client.done(withdrawIdentity, { params: params(mine) })
  expect(await left()).toEqual([])
  expect((await take(second.answer, person)).code).toBe('identity_answer_other')
  expect((await person.client.done(readOwnIdentity, { params: params(mine) })).result).toBeNull()

  const third = await way(mine)
  const body = { name: 'ЕБС', address: bridge.address }
  await server.admin.client.done(saveBridge, { body: { ...body, on: false } })
  expect((await take(third.answer, person)).code).toBe('identity_answer_wrong')
  await server.admin.client.done(saveBridge, { body: { ...body, on: true } })
  expect((await take(third.answer, person)).status).toBe(200)
  await server.database.owner(
    "update identity_request set ends_at = ends_at - interval '2 hours' where session_id = $1",
    [mine.id],
  )
  await server.database.owner(`select graphile_worker.add_job('forget_throttles')`)
  await vi.waitFor(async () => expect(await left()).toEqual([]), { timeout: 20_000 })
})

test('P-13 nobody under age is led to a provider, nor anybody once the bridge is gone', async () => {
  const child = await adult('2012-01-01')
  const mine = await sessionOf(child)
  expect((await child.client.done(readOwnIdentity, { params: params(mine) })).offered).toBe(false)
  const started = await child.client.call(startIdentity, { params: params(mine), body: { agreed: true } })
  expect(started.code).toBe('not_asked')
  await server.admin.client.done(removeBridge, {})
  const grown = await adult()
  const other = await sessionOf(grown)
  expect((await grown.client.done(readOwnIdentity, { params: params(other) })).offered).toBe(false)
})
