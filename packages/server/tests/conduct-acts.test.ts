// What a proctor may do to a running exam under its act: look around, leaving, pause, stop, hand-over; and how much he looked.
import { randomUUID } from 'node:crypto'
import { noteAttention, readAttention } from '@ochno/contract/attention'
import {
  answerOffer,
  listOffers,
  readConduct,
  readMarks,
  readOwnConduct,
  sayToExaminee,
  sayToProctor,
} from '@ochno/contract/conduct'
import { linkParent } from '@ochno/contract/people'
import { assignProctor, readSession, removeProctor, stopSession } from '@ochno/contract/sessions'
import { readWall } from '@ochno/contract/watch'
import type { Value } from '@ochno/domain/policy/parameter'
import type { PolicyKey } from '@ochno/domain/policy/schema'
import { fromMs, type Instant } from '@ochno/domain/time'
import { askAtRandom } from '@ochno/server/features/conduct/ask-at-random'
import { postgresStore } from '@ochno/server/adapters/postgres/store'
import { randomIds } from '@ochno/server/adapters/system/ids'
import { examUnderAct, ownActInForce } from '@ochno/testkit/act-in-force'
import {
  bootServer,
  type TestInstitution,
  type TestPerson,
  type TestServer,
  type TestSession,
} from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
let school: TestInstitution
let exam: TestSession['exam']

const rules: Partial<Record<PolicyKey, Value>> = {
  'live.warning_media': ['text', 'audio'],
  'live.stop_right': 'repeated',
  'live.stop_violations': 2,
  'live.stop_result': 'Неудовлетворительно',
  'room_scan.random': 'required',
  'room_scan.random_count_per_session': 2,
  'room_scan.response_timeout_s': 60,
  'room_scan.on_demand': 'required',
  'session.absence_allowed_min': 5,
  'session.absence_violation_if': 'over_limit',
  'tech_failure.min_minutes': 15,
}

beforeAll(async () => {
  server = await bootServer()
  school = server
  await ownActInForce(school.admin.client, rules)
  exam = await examUnderAct(school.admin.client)
})
afterAll(() => server.stop())

const running = () => school.running({ exam })
const proctorOf = (session: TestSession) => session.proctors[0] as TestPerson
const at = (session: TestSession) => ({ sid: session.id })
const say = (session: TestSession, body: object, who = proctorOf(session)) =>
  who.client.call(sayToExaminee, { params: at(session), body: body as never })
const answer = (session: TestSession, body: object) =>
  session.examinee.client.call(sayToProctor, { params: at(session), body: body as never })
const desk = (session: TestSession, who = proctorOf(session)) =>
  who.client.done(readConduct, { params: at(session), query: {} })
const own = (session: TestSession) =>
  session.examinee.client.done(readOwnConduct, { params: at(session), query: {} })
/** Moves what was said so long ago, so that no test waits for a clock. */
const longAgo = (session: TestSession, seq: number, minutes: number) =>
  server.database.rewriteLog(
    `update conduct set at = at - make_interval(mins => $3), facts = case when facts ? 'answerUntil'
       then jsonb_set(facts, '{answerUntil}', to_jsonb(to_char((facts->>'answerUntil')::timestamptz
         - make_interval(mins => $3), 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))) else facts end
     where session_id = $1 and seq = $2`,
    [session.id, seq, minutes],
  )
const moments = async (session: TestSession): Promise<Instant[]> => {
  const { rows } = await server.database.owner('select moments from scan_plan where session_id = $1', [
    session.id,
  ])
  const [{ moments }] = rows as [{ moments: Date[] }]
  return moments.map((one) => fromMs(one.getTime()))
}

test('R1-5.2d R3-4.2.6.2 R4-6.3.6b R4-7.3.4 TR-39 a proctor asks to see the room with a reason; the examinee is told at once, ends it, and cannot refuse; refusal is the proctor’s word', async () => {
  const session = await running()
  expect((await say(session, { kind: 'scan', reason: ' ' })).status).toBe(400)
  const asked = await say(session, { kind: 'scan', reason: 'Слышен второй голос' })
  expect((await own(session)).standing.scan).toMatchObject({ seq: asked.body.seq, stands: 'waiting' })
  expect((await say(session, { kind: 'scan', reason: 'Ещё раз' })).code).toBe('already_asked')
  const end = (is: string) => ({ kind: 'scan_end', of: asked.body.seq, is })
  expect((await answer(session, end('refused'))).status, 'a page does not refuse').toBe(400)

  await longAgo(session, asked.body.seq, 2)
  const late = await desk(session)
  expect(late.standing.scan?.stands, 'silence is no refusal').toBe('not_done')
  expect(late.standing.proposals).toEqual([])

  expect((await say(session, { ...end('refused'), reason: '' })).code).toBe('no_reason')
  await say(session, { ...end('refused'), reason: 'Сказал, что не будет' })
  const [proposal] = (await desk(session)).standing.proposals
  expect(proposal).toMatchObject({ code: 'room_scan_refused', of: asked.body.seq })
  expect((await own(session)).standing.proposals, 'nothing is judged before the examinee').toEqual([])
  expect((await desk(session)).standing.violations, 'nothing is marked by itself').toBe(0)

  const again = await say(session, { kind: 'scan', reason: 'Ещё раз' })
  expect((await answer(session, { kind: 'scan_end', of: again.body.seq, is: 'done' })).status).toBe(200)
  expect((await answer(session, { kind: 'scan_end', of: again.body.seq, is: 'done' })).code).toBe(
    'already_answered',
  )
})

test('R1-5.2d R3-5.2.4 TR-47 the system’s own look around comes at a moment drawn from a kept seed, once each, and not while somebody is away', async () => {
  const session = await running()
  const drawn = await moments(session)
  expect(drawn).toHaveLength(2)
  const [first] = drawn as [Instant, Instant]
  const deps = {
    store: postgresStore(server.database.pools.app, randomIds),
    bell: { ring: () => {}, wait: async () => {}, stop: () => {} },
  }
  const ask = (now: Instant) => askAtRandom(deps, school.id, session.id, now)
  expect(await ask(first.subtract({ seconds: 1 })), 'before its moment').toBe(false)
  const left = await answer(session, { kind: 'left' })
  expect(await ask(first), 'while away').toBe(false)
  await answer(session, { kind: 'back', of: left.body.seq })
  expect(await ask(first)).toBe(true)
  expect(await ask(first), 'twice').toBe(false)
  const rows = (await own(session)).rows.filter(({ entry }) => entry.kind === 'scan')
  expect(rows.map(({ party, name }) => [party, name])).toEqual([['system', '']])
  const { rows: kept } = await server.database.owner(
    'select length(seed) as n from scan_plan where session_id = $1',
    [session.id],
  )
  expect(kept).toEqual([{ n: 16 }])
})

test('R1-6.7b TR-08 leaving is permitted for its time; the proctor gives more with a reason; overrunning proposes a mark and sets none', async () => {
  const session = await running()
  const left = await answer(session, { kind: 'left' })
  expect((await own(session)).standing).toMatchObject({ leaving: { minutes: 5 }, absence: { over: false } })
  await longAgo(session, left.body.seq, 6)
  expect((await desk(session)).standing).toMatchObject({
    absence: { over: true },
    proposals: [{ code: 'absence_over_limit' }],
    violations: 0,
  })
  const more = { kind: 'more_absence', of: left.body.seq, minutes: 5 }
  expect((await say(session, { ...more, reason: ' ' })).status).toBe(400)
  await say(session, { ...more, reason: 'Плохо себя чувствует' })
  expect((await desk(session)).standing).toMatchObject({ absence: { over: false }, proposals: [] })
  await longAgo(session, left.body.seq, 6)
  await answer(session, { kind: 'back', of: left.body.seq })
  const { standing } = await desk(session)
  expect(standing.absence).toBeNull()
  expect(standing.proposals).toMatchObject([{ code: 'absence_over_limit', of: left.body.seq }])
  const dismissed = { kind: 'dismissed', of: left.body.seq, reason: 'Звонила мама, объяснил' }
  expect((await say(session, dismissed)).status).toBe(200)
  expect((await desk(session)).standing.proposals).toEqual([])
})

test('TR-20 R1-5.2b a pause has a reason, stops the clock and gives its time back; the examinee’s own fault does not; fifteen minutes let the teacher postpone', async () => {
  const deadline = async (session: TestSession) =>
    Date.parse(
      (await session.examinee.client.done(readSession, { params: at(session) })).session.deadline ?? '',
    )
  const session = await running()
  const before = await deadline(session)
  expect((await say(session, { kind: 'pause', cause: 'failure', reason: ' ' })).status).toBe(400)
  const paused = await say(session, { kind: 'pause', cause: 'failure', reason: 'Погас свет в классе' })
  await longAgo(session, paused.body.seq, 10)
  const open = (await own(session)).standing
  expect(open.pause).toMatchObject({ reason: 'Погас свет в классе', mayPostpone: false })
  expect(open.owedMs).toBeGreaterThanOrEqual(600_000)
  await say(session, { kind: 'resume', of: paused.body.seq })
  const given = (await deadline(session)) - before
  expect(given).toBeGreaterThanOrEqual(600_000)
  expect((await desk(session)).standing).toMatchObject({ pause: null, givenMs: given, owedMs: 0 })

  const own2 = await running()
  const was = await deadline(own2)
  const fault = await say(own2, { kind: 'pause', cause: 'failure', reason: 'Выдернул кабель' })
  await longAgo(own2, fault.body.seq, 16)
  expect((await desk(own2)).standing.pause?.mayPostpone).toBe(true)
  expect((await desk(own2)).standing.owedMs, 'no more than the act’s limit').toBe(15 * 60_000)
  const found = { kind: 'fault', of: fault.body.seq, fault: 'examinee', reason: 'Видно на записи' }
  await say(own2, found)
  expect((await own(own2)).standing.pause?.fault, 'whose fault is not told in the exam').toBe('unknown')
  await say(own2, { kind: 'resume', of: fault.body.seq })
  expect(await deadline(own2)).toBe(was)
})

test('R4-7.5b TR-46 a stop waits for repeated violations or a justification, and its consequence is shown and kept', async () => {
  const stop = (session: TestSession, body: object) =>
    proctorOf(session).client.call(stopSession, { params: at(session), body: body as never })
  const reason = 'Подсказки из соседней комнаты'
  const session = await running()
  const { may } = await proctorOf(session).client.done(readMarks, { params: at(session) })
  expect(may).toMatchObject({ stopAfter: 2, stopConsequence: 'Неудовлетворительно', scan: true })
  expect((await stop(session, { reason })).code).toBe('too_few_violations')
  for (const note of ['Первый', 'Второй']) {
    const now = new Date().toISOString()
    await say(session, { kind: 'mark', code: 'gadgets', from: now, to: now, note })
  }
  expect((await stop(session, { reason })).status).toBe(200)
  expect((await own(session)).rows.at(-1)?.entry).toMatchObject({
    kind: 'stop',
    ground: 'repeated_violations',
    consequence: 'Неудовлетворительно',
  })

  const other = await running()
  expect((await stop(other, { reason, justification: 'Пожарная тревога' })).status).toBe(200)
  expect((await desk(other)).rows.at(-1)?.entry).toMatchObject({ ground: 'justified', consequence: null })
})

test('R4-7.5a a warning that was read is counted as given and stays read', async () => {
  const session = await running()
  const { body } = await say(session, { kind: 'warning', text: 'Уберите телефон', reason: 'Телефон' })
  for (const medium of ['text', 'audio']) await answer(session, { kind: 'reached', of: body.seq, medium })
  expect((await answer(session, { kind: 'read', of: body.seq })).status).toBe(200)
  const { rows, standing } = await own(session)
  expect(standing.warnings).toEqual({ given: 1, sent: 1 })
  expect(rows.some(({ entry }) => entry.kind === 'read' && entry.of === body.seq)).toBe(true)
})

test('T-10 a seat moves only when the other proctor takes it; then it is his alone, with what was open', async () => {
  const session = await running()
  const [giver, taker, stranger] = [
    proctorOf(session),
    // Teaches a course of his own too, and is shown no exam but that course's.
    await school.person('proctor', { roles: ['proctor', 'teacher'], courses: 'own' }),
    await school.person('proctor'),
  ]
  await say(session, { kind: 'pause', cause: 'proctor', reason: 'Пересаживаю' })
  const offer = await say(session, { kind: 'offer', to: taker.id, reason: 'Конец смены' })
  const params = { sid: session.id, seq: offer.body.seq }
  const reply = (who: TestPerson, is: 'accepted' | 'declined') =>
    who.client.call(answerOffer, { params, body: { is } })
  expect((await reply(stranger, 'accepted')).code).toBe('not_found')
  expect((await taker.client.call(readConduct, { params: at(session), query: {} })).code).toBe('not_found')
  const { rows } = await taker.client.done(listOffers, {})
  expect(rows).toMatchObject([{ session: session.id, reason: 'Конец смены' }])
  expect((await reply(taker, 'accepted')).status).toBe(200)
  expect((await giver.client.call(readConduct, { params: at(session), query: {} })).code).toBe('not_found')
  expect((await desk(session, taker)).standing.pause?.reason).toBe('Пересаживаю')
  expect((await giver.client.done(readWall, {})).tiles).toEqual([])
  expect((await own(session)).rows.some(({ entry }) => entry.kind === 'offer')).toBe(false)
})

test('a seat is not taken by who may not watch this examinee, and an offer dies when its giver watches no longer', async () => {
  const session = await running()
  const mother = await school.person('parent', { roles: ['parent', 'proctor'] })
  await school.admin.client.done(linkParent, {
    params: { id: session.examinee.id, parent: mother.id },
    body: { proof: 'Свидетельство о рождении' },
  })
  const given = async (to: TestPerson, giver = proctorOf(session)) =>
    (await say(session, { kind: 'offer', to: to.id, reason: 'Конец смены' }, giver)).body.seq
  const take = (who: TestPerson, seq: number) =>
    who.client.call(answerOffer, { params: { sid: session.id, seq }, body: { is: 'accepted' } })
  const first = await given(mother)
  expect((await take(mother, first)).code).toBe('not_a_proctor')
  expect((await mother.client.call(readConduct, { params: at(session), query: {} })).code).toBe('not_found')
  await say(session, { kind: 'offer_end', of: first, is: 'withdrawn' })

  const [other, late] = [await school.person('proctor'), await school.person('proctor')]
  const second = await given(late)
  await school.admin.client.done(assignProctor, { params: { ...at(session), proctor: other.id } })
  await school.admin.client.done(removeProctor, {
    params: { ...at(session), proctor: proctorOf(session).id },
  })
  expect((await late.client.done(listOffers, {})).rows).toEqual([])
  expect((await take(late, second)).code).toBe('not_found')
  expect((await late.client.call(readConduct, { params: at(session), query: {} })).code).toBe('not_found')
})

test('attention is kept once however often it is sent, only of one’s own, and alerts wait until they are answered', async () => {
  const session = await running()
  const { client } = proctorOf(session)
  // The exam must have begun before it was looked at.
  await server.database.owner(
    "update session set authorized_at = now() - interval '10 minutes' where id = $1",
    [session.id],
  )
  const chat = await answer(session, { kind: 'chat', text: 'Можно воды?' })
  const of = async () => (await client.done(readAttention, {})).rows.find((row) => row.session === session.id)
  expect((await of())?.openAlerts).toMatchObject([{ alert: `said:${chat.body.seq}` }])
  const notes = [
    { id: randomUUID(), what: 'enlarged', session: session.id, agoMs: 20_000, lengthMs: 15_000 },
    { id: randomUUID(), what: 'listening', session: session.id, agoMs: 0, lengthMs: 4_000 },
    { id: randomUUID(), what: 'answered', session: session.id, agoMs: 0, alert: `said:${chat.body.seq}` },
  ] as const
  for (let sent = 0; sent < 3; sent++)
    expect((await client.done(noteAttention, { body: { notes: [...notes] } })).kept).toEqual(
      notes.map(({ id }) => id),
    )
  expect(await of()).toMatchObject({
    enlargedS: 15,
    listenedS: 4,
    alerts: 1,
    alertsAnswered: 1,
    openAlerts: [],
  })
  const stranger = await school.person('proctor')
  await stranger.client.done(noteAttention, {
    body: { notes: [{ ...notes[0], id: randomUUID(), agoMs: 100_000 }] },
  })
  expect((await of())?.enlargedS).toBe(15)
})
