// What an examinee's browser noticed: from its first word to what a person said of it.
import { readFileSync } from 'node:fs'
import { readConduct, sayToExaminee } from '@ochno/contract/conduct'
import {
  answerHint,
  type HintReport,
  readHints,
  readWatching,
  reportHints,
  watchHints,
} from '@ochno/contract/hints'
import { setTeachers } from '@ochno/contract/exams'
import { addPart, placeExam } from '@ochno/contract/institution'
import { placePerson } from '@ochno/contract/people'
import { readProtocol, saveProtocol } from '@ochno/contract/protocols'
import { signIn } from '@ochno/contract/sign-in'
import { authorizeSession, startSession, submitSession } from '@ochno/contract/sessions'
import { previewWeights, readTrust, readWeights, scoreAgain, setWeights } from '@ochno/contract/trust'
import { catalogue } from '@ochno/domain/incident/catalogue'
import { type Interval, type Reason, trustScore } from '@ochno/domain/trust/score'
import { type Weights, weightsOf } from '@ochno/domain/trust/weights'
import { actInForce, examUnderAct, ownActInForce } from '@ochno/testkit/act-in-force'
import { passDoor } from '@ochno/testkit/door'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

let server: TestServer
beforeAll(async () => {
  server = await bootServer()
  await ownActInForce(server.admin.client, {
    'detect.face_absent_s': 5,
    'detect.noise_s': 5,
    'permissions.switches': 10,
    'gaze.only_screen': true,
    'gaze.systematic_has_threshold': false,
  })
})
afterAll(() => server.stop())

const run = 'page00000001'
const underAct = async (card: Parameters<typeof examUnderAct>[1] = {}) =>
  server.running({ exam: await examUnderAct(server.admin.client, card) })
const proctorOf = (session: TestSession) => session.proctors[0] as TestPerson
const hint = (over: Partial<HintReport> = {}): HintReport => ({
  id: 'focus_lost@1000',
  seq: 1,
  rule: 'focus_lost',
  code: 'focus_switch',
  fromMs: 1_000,
  toMs: 4_000,
  ongoing: false,
  strength: 1,
  made: [],
  ...over,
})
const report = (
  session: TestSession,
  hints: readonly HintReport[],
  more: object = {},
  who = session.examinee,
) =>
  who.client.call(reportHints, {
    params: { sid: session.id },
    body: { run, nowMs: 60_000, hints: [...hints], ...more } as never,
  })
const seen = async (session: TestSession, who = proctorOf(session)) =>
  who.client.done(readHints, { params: { sid: session.id } })
const answer = (session: TestSession, no: number, body: object, who = proctorOf(session)) =>
  who.client.call(answerHint, { params: { sid: session.id, no }, body: body as never })

test('R0-2.5a.1 R0-1.3c possible violations are listed with their time, in order, each once however often it is told', async () => {
  const session = await underAct()
  const before = Date.now()
  const open = hint({ ongoing: true, toMs: 2_000, seq: 2_000 })
  expect((await report(session, [open])).body.taken).toBe(1)
  const after = Date.now()
  expect((await report(session, [open])).body.taken).toBe(0)
  // It went on, and the first word arrives again afterwards.
  expect((await report(session, [hint({ seq: 4_000 })])).body.taken).toBe(1)
  expect((await report(session, [open])).body.taken).toBe(0)
  await report(session, [
    hint({ id: 'second_face@500', rule: 'second_face', code: 'outsider_in_frame', fromMs: 500, toMs: 900 }),
  ])
  const { hints } = await seen(session)
  expect(hints.map(({ no, code, ongoing, state }) => [no, code, ongoing, state])).toEqual([
    [2, 'outsider_in_frame', false, 'open'],
    [1, 'focus_switch', false, 'open'],
  ])
  const [, first] = hints
  expect((first?.toMs ?? 0) - (first?.fromMs ?? 0)).toBe(3_000)
  // The page said that it was 60 s old when it spoke: its second 1 lies 59 s before.
  expect(first?.fromMs).toBeGreaterThanOrEqual(before - 59_000)
  expect(first?.fromMs).toBeLessThanOrEqual(after - 59_000)
})

test('a hint lies where the quickest of its messages puts it: one that was delayed moves nothing', async () => {
  const session = await underAct()
  await report(session, [hint()], { nowMs: 60_000 })
  const [first] = (await seen(session)).hints
  // A message that waited a minute for the network.
  await report(session, [], { nowMs: 0 })
  const [again] = (await seen(session)).hints
  expect(again?.fromMs).toBe(first?.fromMs)
})

test('what the act does not look for, what is too short for it and what lies in the future is not kept', async () => {
  const session = await underAct()
  const absent = { rule: 'face_absent', code: 'face_absent' } as const
  const { body } = await report(session, [
    hint({ id: 'face_absent@1', ...absent, fromMs: 1_000, toMs: 5_999 }),
    hint({ id: 'focus_lost@2', toMs: 60_001 }),
    hint({ id: 'focus_lost@3', code: 'gadgets' }),
    hint({ id: 'no_such_rule@4', rule: 'no_such_rule' }),
    hint({ id: 'face_absent@5', ...absent, fromMs: 1_000, toMs: 6_000 }),
  ])
  expect(body.taken).toBe(1)
  expect((await seen(session)).hints.map(({ code }) => code)).toEqual(['face_absent'])
  expect((await report(session, [hint({ id: 'X' })])).status).toBe(400)
  expect((await report(session, [hint({ strength: 2 })])).status).toBe(400)
})

test('R0-2.2.2a a hint that is told again before its name was sealed leaves none in the clear', async () => {
  const session = await underAct()
  await report(session, [hint({ name: 'Плеер' })])
  await server.database.owner(
    "update hint set name = 'Плеер', name_sealed = null, made_sealed = null where session_id = $1",
    [session.id],
  )
  await report(session, [hint({ name: 'Плеер', seq: 2, toMs: 5_000 })])
  const { rows } = await server.database.owner('select name from hint where session_id = $1', [session.id])
  expect(rows).toEqual([{ name: null }])
  expect((await seen(session)).hints).toMatchObject([{ name: 'Плеер' }])
})

test('an exam that no act rules is not watched by the machine at all', async () => {
  const other = await server.otherInstitution()
  const session = await other.running()
  const asked = { params: { sid: session.id } }
  expect(await session.examinee.client.done(readWatching, asked)).toMatchObject({
    settings: null,
    watched: [],
  })
  expect((await report(session, [hint()])).body.taken).toBe(0)
  expect((await proctorOf(session).client.done(readHints, asked)).hints).toEqual([])
})

test('R0-1.4e TR-72 a hint is stored without any proctor looking, and only a person makes a violation of it', async () => {
  const session = await underAct()
  await report(session, [hint()])
  expect((await answer(session, 1, { state: 'marked', mark: 7 })).code).toBe('mark_first')
  expect((await answer(session, 1, { state: 'marked' })).code).toBe('mark_first')
  const proctor = proctorOf(session).client
  const params = { sid: session.id }
  const at = new Date().toISOString()
  const mark = { kind: 'mark', code: 'focus_switch', from: at, to: at, note: 'Ушёл в другое окно' } as const
  // The mark lies within the control window, which has just begun.
  const said = await proctor.done(sayToExaminee, { params, body: mark as never })
  expect((await answer(session, 1, { state: 'marked', mark: said.seq })).status).toBe(200)
  const [marked] = (await seen(session)).hints
  expect(marked).toMatchObject({ state: 'marked', answer: { mark: said.seq } })
  const log = (await proctor.done(readConduct, { params, query: {} })).rows
  expect(log.map(({ entry }) => entry.kind)).toEqual(['mark'])
})

test('R4-1.5a under 004 one exam shows who sat it and who established that, what was noticed of the behaviour and when, and how its procedure is judged', async () => {
  const school = await server.otherInstitution()
  await actInForce(school.admin.client, '004')
  const session = await school.session({ exam: await examUnderAct(school.admin.client) })
  const params = { sid: session.id }
  await passDoor(session)
  const admittedBy = Date.now()
  await session.examinee.client.done(authorizeSession, { params })
  await session.examinee.client.done(startSession, { params })
  await report(session, [
    hint(),
    hint({
      id: 'second_face@9000',
      rule: 'second_face',
      code: 'outsider_in_frame',
      fromMs: 9_000,
      toMs: 12_000,
    }),
  ])
  // Behaviour: each thing that was noticed, in its order and with its times.
  const { hints } = await seen(session)
  expect(hints.map(({ code, fromMs, toMs }) => [code, toMs - fromMs])).toEqual([
    ['focus_switch', 3_000],
    ['outsider_in_frame', 3_000],
  ])
  const proctor = proctorOf(session).client
  const moment = new Date().toISOString()
  const mark = {
    kind: 'mark',
    code: 'outsider_in_frame',
    from: moment,
    to: moment,
    note: 'Вошёл брат',
  } as const
  const said = await proctor.done(sayToExaminee, { params, body: mark as never })
  expect((await answer(session, hints[1]?.no ?? 0, { state: 'marked', mark: said.seq })).status).toBe(200)
  await session.examinee.client.done(submitSession, { params })

  const protocol = await proctor.done(readProtocol, { params })
  expect(protocol.identity).toMatchObject({ established: true, by: protocol.marks[0]?.by })
  expect(Date.parse(protocol.identity?.at ?? '')).toBeLessThanOrEqual(admittedBy)
  expect(protocol.marks.map(({ code, note }) => [code, note])).toEqual([['outsider_in_frame', 'Вошёл брат']])
  expect(protocol.hintsOpen).toBe(1)
  // The procedure: a form of the act, row by row, and what of it is still to be said.
  expect(protocol.wants.length).toBeGreaterThan(0)
  const found = protocol.marks[0]?.row
  expect(protocol.rows.some(({ row }) => row === found)).toBe(true)
  const answers = Object.fromEntries(
    protocol.rows.map(({ row }) => [row, row === found ? ('yes' as const) : ('no' as const)]),
  )
  await proctor.done(saveProtocol, {
    params,
    body: {
      revision: protocol.revision,
      seen: protocol.upTo,
      draft: { ...protocol.draft, answers, independent: false, comment: 'Процедура соблюдена' },
    },
  })
  const judged = await proctor.done(readProtocol, { params })
  expect(judged.wants.length).toBeLessThan(protocol.wants.length)
  expect(judged.draft).toMatchObject({ answers, independent: false, comment: 'Процедура соблюдена' })
})

test('an answer follows another and none is taken back; who answered is on the record', async () => {
  const session = await underAct()
  await report(session, [hint()])
  expect((await answer(session, 1, { state: 'answered' })).status).toBe(200)
  expect((await answer(session, 1, { state: 'dismissed', note: 'Учитель подошёл сам' })).status).toBe(200)
  expect((await answer(session, 9, { state: 'answered' })).code).toBe('not_found')
  const [now] = (await seen(session)).hints
  expect(now).toMatchObject({ state: 'dismissed', answer: { note: 'Учитель подошёл сам' } })
  const { rows } = await server.database.owner(
    'select n, state from hint_answer where session_id = $1 order by n',
    [session.id],
  )
  expect(rows).toEqual([
    { n: 1, state: 'answered' },
    { n: 2, state: 'dismissed' },
  ])
  const { rows: told } = await server.database.owner(
    "select action from audit_entry where object = $1 and action like 'hint.%' order by at, id",
    [session.id],
  )
  expect(told.map(({ action }) => action)).toEqual(['hint.answered', 'hint.dismissed'])
})

test('what a permission covers is kept and shown as permitted, and never calls', async () => {
  const session = await underAct({ switches: [{ name: 'allow_voices', limitSeconds: null }] })
  await report(session, [
    hint({ id: 'noise@1000', rule: 'noise', code: 'background_voices_noise', toMs: 9_000 }),
    hint(),
  ])
  const { hints } = await seen(session)
  expect(hints.map(({ code, verdict, because, rings }) => [code, verdict, because, rings])).toEqual([
    ['background_voices_noise', 'permitted', ['allow_voices'], false],
    ['focus_switch', 'counts', [], true],
  ])
})

test('looks aside that are many together are one more hint, put together by the server', async () => {
  const session = await underAct()
  const look = (from: number) =>
    hint({
      id: `gaze_away@${from}`,
      rule: 'gaze_away',
      code: 'gaze_off_screen',
      fromMs: from,
      toMs: from + 900,
      about: 'elsewhere',
    })
  await report(session, [look(1_000)])
  expect((await seen(session)).hints).toHaveLength(1)
  await report(session, [look(20_000)], { run: 'page00000002' })
  const together = (await seen(session)).hints.filter(({ code }) => code === 'gaze_off_screen_systematic')
  expect(together).toHaveLength(1)
  await report(session, [look(40_000)])
  expect(
    (await seen(session)).hints.filter(({ code }) => code === 'gaze_off_screen_systematic'),
  ).toHaveLength(1)
})

test('R1-6.1a the same account at two places at once is one hint that its password was given away', async () => {
  const session = await underAct()
  const elsewhere = server.stranger()
  await elsewhere.done(signIn, {
    body: { login: session.examinee.login, password: session.examinee.password },
  })
  await report(session, [])
  const second = { ...session.examinee, client: elsewhere }
  await report(session, [], { run: 'page00000002' }, second)
  await report(session, [], {})
  await report(session, [], { run: 'page00000002' }, second)
  const { hints } = await seen(session)
  expect(hints.map(({ code, detection }) => [code, detection])).toEqual([
    ['account_credentials_transfer', 'partial'],
  ])
  // A reload is the same person at the same place.
  const reloaded = await underAct()
  await report(reloaded, [])
  await report(reloaded, [], { run: 'page00000009' })
  expect((await seen(reloaded)).hints).toEqual([])
})

test('R0-2.5a.3 TR-73 the means that were used, and what this machine could not see, stand with the session', async () => {
  const session = await underAct()
  expect(await seen(session)).toMatchObject({ means: [], machine: null })
  const machine = { camera: 'OBS Virtual Camera', microphone: null, tellsMonitors: false, detector: null }
  await report(session, [], {
    machine,
    blind: [{ sensor: 'face', fromMs: 100, toMs: 900, why: 'no_model', ongoing: true }],
  })
  const known = await seen(session)
  expect(known.machine).toEqual(machine)
  expect(known.means).toEqual(['camera', 'screen', 'browser'])
  const unseen = known.unseen.map(({ code }) => code)
  expect(unseen).toEqual(expect.arrayContaining(['additional_monitor', 'face_absent', 'gadgets']))
  expect(unseen).not.toContain('focus_switch')
  for (const { code, wording } of known.unseen)
    expect(wording, code).toBe(catalogue[code as keyof typeof catalogue].wording)
  expect(known.blind).toMatchObject([{ sensor: 'face', why: 'no_model', ongoing: true }])
  expect(known.hints).toEqual([])
})

test('TR-36 what a lost network looks like by itself is technical; what was seen in the picture meanwhile is not', async () => {
  const session = await underAct()
  await report(
    session,
    [
      hint({
        id: 'link_lost@10000',
        rule: 'link_lost',
        code: 'video_signal_interrupted',
        fromMs: 10_000,
        toMs: 30_000,
      }),
      hint({
        id: 'second_face@12000',
        rule: 'second_face',
        code: 'outsider_in_frame',
        fromMs: 12_000,
        toMs: 13_000,
      }),
    ],
    { blind: [{ sensor: 'link', fromMs: 9_500, toMs: 30_500, why: 'silent', ongoing: false }] },
  )
  const { hints } = await seen(session)
  expect(hints.map(({ code, technical, rings }) => [code, technical, rings])).toEqual([
    ['video_signal_interrupted', true, false],
    ['outsider_in_frame', false, true],
  ])
})

test('the wall is told as soon as a hint comes, and waits while nothing does', async () => {
  const session = await underAct()
  const wall = (query: object) => proctorOf(session).client.done(watchHints, { query })
  const empty = await wall({})
  const waiting = wall({ seen: empty.seen, wait: 20 })
  await report(session, [hint()])
  const heard = await waiting
  expect(heard.hints.map(({ session: of, code }) => [of, code])).toEqual([[session.id, 'focus_switch']])
  expect(heard.seen).not.toBe(empty.seen)
})

test('what was noticed before the end is taken after it; before the start nothing is', async () => {
  const exam = await examUnderAct(server.admin.client)
  const waiting = await server.session({ exam })
  expect((await report(waiting, [hint()])).code).toBe('not_running')
  const session = await underAct()
  await session.examinee.client.done(submitSession, { params: { sid: session.id } })
  expect((await report(session, [hint()])).body.taken).toBe(1)
})

test('T-10 T-30 hints of a session are its proctor’s and the commission’s; its examinee only writes them', async () => {
  const session = await underAct()
  await report(session, [hint()])
  const stranger = await server.person('proctor')
  expect((await stranger.client.call(readHints, { params: { sid: session.id } })).code).toBe('not_found')
  expect((await answer(session, 1, { state: 'dismissed' }, stranger)).code).toBe('not_found')
  const commission = await server.person('commission')
  expect((await seen(session, commission)).hints).toHaveLength(1)
  const pupil = session.examinee.client
  expect((await pupil.call(readHints, { params: { sid: session.id } })).status).toBe(403)
  const other = await server.person('examinee')
  expect((await report(session, [hint()], {}, other)).code).toBe('not_found')
  expect((await other.client.call(readWatching, { params: { sid: session.id } })).code).toBe('not_found')
  const away = await server.otherInstitution()
  const foreign = await away.person('commission')
  expect((await foreign.client.call(readHints, { params: { sid: session.id } })).code).toBe('not_found')
})

test('the examinee reads beforehand what is watched, what is allowed and what is left to people', async () => {
  const session = await underAct({ switches: [{ name: 'allow_voices', limitSeconds: null }] })
  const told = await session.examinee.client.done(readWatching, { params: { sid: session.id } })
  expect(told.settings).toMatchObject({ act: null, policy: { 'detect.face_absent_s': 5 } })
  expect(told.watched.find(({ code }) => code === 'focus_switch')).toMatchObject({
    verdict: 'counts',
    sensor: 'screen',
  })
  expect(told.allowed).toContain('background_voices_noise')
  expect(told.people.map(({ code }) => code)).toContain('micro_earpiece_hidden_headset')
})

const trustOf = async (session: TestSession, who = proctorOf(session)) =>
  (await who.client.done(readTrust, { params: { sid: session.id } })).trust
const heavy = {
  byCode: { focus_switch: { once: 6_000, perSecond: 0, cap: 6_000 } },
  thresholds: { first: 50, next: 80 },
  confirmedTimes: 2,
}
const weigh = (exam: TestSession['exam'], body: object) =>
  server.admin.client.call(setWeights, { params: { eid: exam }, body: body as never })

test('R0-2.5a.2 R4-3.3b the trust score says its points and leads each of them to its time', async () => {
  const session = await underAct()
  expect(await trustOf(session)).toMatchObject({ version: 'v2', points: 100, band: 'last', reasons: [] })
  await report(session, [hint()])
  const once = await trustOf(session)
  expect(once).toMatchObject({ points: 98.35, reasons: [{ hint: 1, points: 1.65, standing: 'hint' }] })
  const [first] = (await seen(session)).hints
  expect(once?.reasons[0]).toMatchObject({ fromMs: first?.fromMs, toMs: first?.toMs })
  expect(await trustOf(session)).toEqual(once)
  await answer(session, 1, { state: 'dismissed', note: 'Окно обновления' })
  expect(await trustOf(session)).toMatchObject({ points: 100, reasons: [{ points: 0, rule: 'dismissed' }] })
})

test('TR-43 a session from before the second table of the product is counted by the first, and by the second where a person wants it', async () => {
  const session = await underAct()
  await server.database.owner("update session set trust_version = 'v1' where id = $1", [session.id])
  await report(session, [hint({ code: 'reference_materials', rule: 'book' })])
  const before = await trustOf(session)
  expect(before).toMatchObject({ version: 'v1', newest: 'v2', points: 100 })
  expect(before?.reasons).toMatchObject([{ rule: 'no_weight', points: 0 }])
  const commission = await server.person('commission')
  const again = { params: { sid: session.id }, body: { version: 'v2' } }
  const after = (await commission.client.done(scoreAgain, again)).trust
  expect(after).toMatchObject({ version: 'v2', reasons: [{ rule: 'weight' }] })
  expect(after?.points).toBeLessThan(100)
})

test('TR-43 whoever had not begun when the second table came is counted by it, whoever had keeps the first', async () => {
  const [begun, waits] = [await underAct(), await server.session()]
  const ids = [begun.id, waits.id]
  await server.database.owner("update session set trust_version = 'v1' where id = any ($1)", [ids])
  const file = new URL('../src/migrations/20261122T1880_weights_not_begun.sql', import.meta.url)
  await server.database.owner(readFileSync(file, 'utf8'))
  const { rows } = await server.database.owner(
    'select id, trust_version from session where id = any ($1) order by authorized_at nulls last',
    [ids],
  )
  expect(rows).toEqual([
    { id: begun.id, trust_version: 'v1' },
    { id: waits.id, trust_version: 'v2' },
  ])
})

test('TR-43 weights are an exam’s own: a session keeps those it began with until the commission has it counted again', async () => {
  const session = await underAct()
  await report(session, [hint()])
  expect(
    (await weigh(session.exam, { ...heavy, byCode: { bad_mood: heavy.byCode.focus_switch } })).code,
  ).toBe('no_such_code')
  expect((await weigh(session.exam, { ...heavy, thresholds: { first: 81, next: 80 } })).code).toBe(
    'wrong_thresholds',
  )
  const seenBefore = await server.admin.client.done(previewWeights, {
    params: { eid: session.exam },
    body: heavy,
  })
  expect(seenBefore.of).toBe('this_exam')
  expect(seenBefore.sessions).toEqual([
    {
      before: { version: 'v2', points: 98.35, band: 'last' },
      after: { version: 'proposed', points: 40, band: 'first' },
    },
  ])
  // Where nobody has begun yet there is still a past to try it on: that of the exams before.
  const fresh = await examUnderAct(server.admin.client)
  const elsewhere = await server.admin.client.done(previewWeights, { params: { eid: fresh }, body: heavy })
  expect(elsewhere.of).toBe('earlier_exams')
  expect(elsewhere.sessions).toContainEqual(seenBefore.sessions[0])
  // Of a past that is not theirs to see, a teacher of one course and a methodist of one branch are told nothing (R3-0b).
  const teacher = await server.person('teacher', { courses: 'own' })
  await server.admin.client.done(setTeachers, { params: { eid: fresh }, body: { teachers: [teacher.id] } })
  const facts = { kind: 'branch', city: '', address: '' } as const
  const part = await server.admin.client.done(addPart, { body: { name: 'Филиал весов', facts } })
  await server.admin.client.done(placeExam, {
    params: { eid: fresh },
    body: { branch: part.id, programme: null, responsible: null },
  })
  const methodist = await server.person('methodist')
  await server.admin.client.done(placePerson, {
    params: { id: methodist.id },
    body: { branch: part.id, only: true },
  })
  for (const { client } of [teacher, methodist])
    expect(await client.done(previewWeights, { params: { eid: fresh }, body: heavy })).toEqual({
      of: 'earlier_exams',
      sessions: [],
    })
  expect(await trustOf(session)).toMatchObject({ version: 'v2', points: 98.35 })
  expect((await weigh(session.exam, heavy)).body.version).toBe('own-1')
  expect(await trustOf(session)).toMatchObject({ version: 'v2', newest: 'own-1', points: 98.35 })
  const again = { params: { sid: session.id }, body: { version: 'own-1' } }
  expect((await proctorOf(session).client.call(scoreAgain, again)).code).toBe('commission_only')
  const commission = await server.person('commission')
  expect((await commission.client.call(scoreAgain, { ...again, body: { version: 'own-9' } })).code).toBe(
    'no_such_weights',
  )
  expect((await commission.client.done(scoreAgain, again)).trust).toMatchObject({
    version: 'own-1',
    points: 40,
    band: 'first',
  })
  const back = await commission.client.done(scoreAgain, { ...again, body: { version: 'v2' } })
  expect(back.trust).toMatchObject({ version: 'v2', points: 98.35 })
  expect(back.trust?.earlier.map(({ version, points }) => [version, points])).toEqual([
    ['own-1', 40],
    ['v2', 98.35],
  ])
})

test('R0-2.5a.2 how much heavier a person’s mark weighs is the exam’s own, tried on the past before it counts', async () => {
  const session = await underAct()
  await report(session, [hint()])
  const who = proctorOf(session)
  const at = new Date().toISOString()
  const mark = { kind: 'mark', code: 'focus_switch', from: at, to: at, note: 'Ушёл в другое окно' } as const
  const said = await who.client.done(sayToExaminee, { params: { sid: session.id }, body: mark as never })
  expect((await answer(session, 1, { state: 'marked', mark: said.seq })).status).toBe(200)
  expect(await trustOf(session, who)).toMatchObject({ points: 96.7, reasons: [{ standing: 'confirmed' }] })
  const { byCode, thresholds, confirmedTimes } = await server.admin.client.done(readWeights, {
    params: { eid: session.exam },
  })
  expect(confirmedTimes).toBe(2)
  const body = { byCode, thresholds, confirmedTimes: 4 }
  const tried = await server.admin.client.done(previewWeights, { params: { eid: session.exam }, body })
  expect(tried.sessions).toMatchObject([{ before: { points: 96.7 }, after: { points: 93.4 } }])
  expect((await weigh(session.exam, { ...body, confirmedTimes: 0 })).status).toBe(400)
  expect((await weigh(session.exam, body)).body).toMatchObject({ version: 'own-1', confirmedTimes: 4 })
  expect(await trustOf(session, who), 'who has begun keeps the former').toMatchObject({ points: 96.7 })
  const commission = await server.person('commission')
  const again = { params: { sid: session.id }, body: { version: 'own-1' } }
  expect((await commission.client.done(scoreAgain, again)).trust).toMatchObject({ points: 93.4 })
})

test('I-09 a score that was given is the same to the hundredth when it is counted from what is stored', async () => {
  const session = await underAct()
  await report(session, [
    hint(),
    hint({
      id: 'second_face@500',
      rule: 'second_face',
      code: 'outsider_in_frame',
      fromMs: 500,
      toMs: 12_845,
    }),
  ])
  const commission = await server.person('commission')
  await commission.client.done(scoreAgain, { params: { sid: session.id }, body: { version: 'v2' } })
  const { rows } = await server.database.owner(
    'select version, hundredths, intervals, reasons from session_score where session_id = $1',
    [session.id],
  )
  const [row] = rows as { version: string; hundredths: number; intervals: Interval[]; reasons: Reason[] }[]
  const counted = trustScore(row?.intervals ?? [], weightsOf(row?.version ?? '') as Weights)
  expect(counted).toEqual({ version: row?.version, hundredths: row?.hundredths, reasons: row?.reasons })
})

test('R0-2.2.3b how often each detector was wrong is told to those who run the exam', async () => {
  const session = await underAct()
  await report(session, [hint(), hint({ id: 'focus_lost@9000', fromMs: 9_000, toMs: 9_500 })])
  await answer(session, 1, { state: 'dismissed', note: 'Обновление' })
  const asked = { params: { eid: session.exam } }
  const { detectors, queue, codes } = await server.admin.client.done(readWeights, asked)
  expect(detectors).toMatchObject([
    { code: 'focus_switch', hints: 2, dismissed: 1, marked: 0, dismissedShare: 1 },
  ])
  expect(queue).toEqual({ first: 0, next: 0, last: 1 })
  expect(codes.map(({ code }) => code)).toContain('focus_switch')
  expect((await proctorOf(session).client.call(readWeights, asked)).status).toBe(403)
})
