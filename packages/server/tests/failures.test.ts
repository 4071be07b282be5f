// SM-17, the teacher's side: what a failure opens, a new date, another attempt by agreement, the words people read and the record of it.
import { sayToExaminee } from '@ochno/contract/conduct'
import {
  answerRetake,
  askRetake,
  decideFailure,
  findFailureCause,
  listFailures,
  listOwnFailures,
  postFailure,
  readFailurePaper,
  recordFailure,
} from '@ochno/contract/failures'
import { setTeachers } from '@ochno/contract/exams'
import { listMyNotices } from '@ochno/contract/notices'
import { listMySessions } from '@ochno/contract/sessions'
import type { SessionId } from '@ochno/domain/ids'
import { fromMs } from '@ochno/domain/time'
import { postgresStore } from '@ochno/server/adapters/postgres/store'
import { randomIds } from '@ochno/server/adapters/system/ids'
import type { FailureDeps } from '@ochno/server/features/failures/deps'
import { answerRetake as answer } from '@ochno/server/features/failures/own'
import { tellChanges } from '@ochno/server/features/notices/tell-change'
import { newDate } from '@ochno/server/features/sessions/amend'
import { breakOff } from '@ochno/server/features/sessions/break-off'
import type { SessionDeps } from '@ochno/server/features/sessions/deps'
import { examUnderAct, ownActInForce } from '@ochno/testkit/act-in-force'
import {
  bootServer,
  type TestInstitution,
  type TestPerson,
  type TestServer,
  type TestSession,
} from '@ochno/testkit/server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { pdfPages } from './support/pdf-text.ts'

const DAY = 24 * 60 * 60_000
const inDays = (days: number, minutes = 0) =>
  new Date(Date.now() + days * DAY + minutes * 60_000).toISOString()

let server: TestServer
let teacher: TestPerson
let exam: TestSession['exam']

beforeAll(async () => {
  server = await bootServer()
  teacher = await server.person('teacher', { fullName: 'Жуков Павел Андреевич' })
  await ownActInForce(server.admin.client, {
    'tech_failure.min_minutes': 15,
    'tech_failure.postpone_by': 'Преподаватель вправе',
    'tech_failure.retake': 'По согласованию с преподавателем',
    'tech_failure.notice_channels': ['site', 'account', 'email'],
  })
})
beforeEach(async () => {
  exam = await examUnderAct(server.admin.client)
})
afterAll(() => server.stop())

const running = () => server.running({ exam })
const at = () => ({ params: { eid: exam } })
const of = (session: TestSession) => ({ sid: session.id })

/** The proctor stopped the clock so many minutes ago; no test waits for one. */
async function broke(session: TestSession, minutes: number, ended: 'goes_on' | 'stands' = 'stands') {
  const { client } = session.proctors[0] as TestPerson
  const say = (body: object) => client.call(sayToExaminee, { params: of(session), body: body as never })
  const { seq } = (await say({ kind: 'pause', cause: 'failure', reason: 'Пропала связь' })).body
  if (ended === 'goes_on') await say({ kind: 'resume', of: seq })
  await server.database.rewriteLog(
    'update conduct set at = at - make_interval(secs => $3) where session_id = $1 and seq = $2',
    [session.id, seq, minutes * 60],
  )
  return seq
}
const row = async (session: TestSession, who = teacher) =>
  (await who.client.done(listFailures, at())).rows.find((one) => one.session === session.id)
const decide = (session: TestSession, body: object, who = teacher) =>
  who.client.call(decideFailure, {
    ...at(),
    body: { sessions: [session.id], reason: 'Связи не было дольше срока', ...body } as never,
  })
const onDay = (days: number) => ({ to: { opensAt: inDays(days), closesAt: inDays(days, 30) } })
const texts = async ({ client }: TestPerson) =>
  (await client.done(listMyNotices, {})).rows.flatMap((one) =>
    one.kind === 'message' ? [one.facts.text] : [],
  )

test('R4-5.12a SM-17 a failure shorter than the act says postpones nothing; from its minutes on the teacher gives a new date, and it stands in the schedule', async () => {
  const session = await running()
  await broke(session, 14.5)
  expect((await row(session))?.opens).toMatchObject({ postpone: 'failure_too_short' })
  const short = await decide(session, { is: 'postponed', ...onDay(2), channels: ['account'] })
  expect(short.code).toBe('failure_too_short')

  await server.database.rewriteLog(
    "update conduct set at = at - interval '1 minute' where session_id = $1 and facts->>'cause' = 'failure'",
    [session.id],
  )
  const before = await row(session)
  expect(before).toMatchObject({ state: 'open', opens: { postpone: null }, running: true })
  expect(before?.outages).toMatchObject([{ minutes: 15, source: 'log', fault: 'unknown', open: true }])
  const to = onDay(2)
  const done = await decide(session, { is: 'postponed', ...to, channels: ['account', 'email'] })
  expect(done.status, done.text).toBe(200)
  const after = await row(session)
  expect(after).toMatchObject({
    state: 'postponed',
    running: false,
    decision: {
      is: 'postponed',
      by: 'Жуков Павел Андреевич',
      reason: 'Связи не было дольше срока',
      to: { opensAt: fromMs(Date.parse(to.to.opensAt)).toString() },
    },
  })
  const mine = (await session.examinee.client.done(listMySessions, {})).rows
  expect(mine.find(({ id }) => id === session.id)).toMatchObject({
    state: 'deauthorized',
    endCause: 'technical',
  })
  expect(mine.find(({ id }) => id === after?.moved)).toMatchObject({ state: 'admitted', exam: { id: exam } })
  expect(new Date(mine.find(({ id }) => id === after?.moved)?.opensAt ?? '').getTime()).toBe(
    new Date(to.to.opensAt).getTime(),
  )
  const again = await decide(session, { is: 'refused' })
  expect(again.code, 'a decision stands').toBe('already_decided')
})

test('R4-5.12c the new date is announced in the account and by whatever else was chosen; the words for the site name nobody; who told it how is kept', async () => {
  const [one, other] = [await running(), await running()]
  await broke(one, 20)
  await broke(other, 20)
  const both = { sessions: [one.id, other.id] }
  const nobody = await decide(one, { ...both, is: 'postponed', ...onDay(3), channels: ['email'] })
  expect(nobody.code, 'the account is never left out').toBe('no_channel')
  expect((await row(other))?.state).toBe('open')
  const done = await decide(one, { ...both, is: 'postponed', ...onDay(3), channels: ['account', 'site'] })
  expect(done.status, done.text).toBe(200)
  const [first, second] = [await row(one), await row(other)]
  expect(first?.decision?.channels).toEqual(['account', 'site'])
  expect(first?.told).toEqual({ account: 'queued', email: null })
  const told = await texts(one.examinee)
  expect(told.some((text) => text.includes('Экзамен перенесён') && text.includes('Связи не было'))).toBe(true)
  expect(told.join(' ')).not.toContain(' 4.7')
  expect((await row(one))?.told?.account).toBe('delivered')
  const slots = (await one.examinee.client.done(listMySessions, {})).rows
  expect(slots.some(({ id }) => id === first?.moved)).toBe(true)
  expect(second?.moved).not.toBe(first?.moved)

  const address = 'https://school.example.ru/news/7'
  const posted = await teacher.client.call(postFailure, { ...at(), body: { ...both, address } })
  expect(posted.status, posted.text).toBe(200)
  expect((await row(other))?.posted).toMatchObject({ address, by: 'Жуков Павел Андреевич' })
})

test('R4-4.7 TR-20 a retake needs no fifteen minutes but an exam that could not go on; the examinee agrees or does not, and only then anything moves', async () => {
  const [agrees, declines, went] = [await running(), await running(), await running()]
  await broke(agrees, 3)
  await broke(declines, 3)
  const seq = await broke(went, 3, 'goes_on')
  const offer = { is: 'offered', ...onDay(4), channels: ['account', 'email'] }
  expect((await decide(went, offer)).code).toBe('retake_could_continue')
  const cause = await teacher.client.call(findFailureCause, {
    params: of(went),
    body: { of: `log-${seq}`, fault: 'network', couldContinue: false, reason: 'Звук так и не вернулся' },
  })
  expect(cause.status, cause.text).toBe(200)
  expect((await row(went))?.outages).toMatchObject([
    { fault: 'network', foundBy: 'Жуков Павел Андреевич', couldContinue: false },
  ])

  const early = await agrees.examinee.client.call(answerRetake, {
    params: of(agrees),
    body: { agrees: true },
  })
  expect(early.code).toBe('nothing_to_answer')
  for (const session of [agrees, declines]) {
    const offered = await decide(session, offer)
    expect(offered.status, offered.text).toBe(200)
    expect((await row(session))?.state).toBe('offered')
  }
  expect((await agrees.examinee.client.done(listMySessions, {})).rows).toHaveLength(1)
  const foreign = await declines.examinee.client.call(answerRetake, {
    params: of(agrees),
    body: { agrees: false },
  })
  expect(foreign.status).toBe(404)

  const yes = await agrees.examinee.client.call(answerRetake, { params: of(agrees), body: { agrees: true } })
  expect(yes.status, yes.text).toBe(200)
  expect(yes.body.rows).toMatchObject([{ state: 'agreed', mayAnswer: false }])
  const moved = (await row(agrees))?.moved
  expect((await agrees.examinee.client.done(listMySessions, {})).rows.map(({ id }) => id)).toContain(moved)

  const no = await declines.examinee.client.call(answerRetake, {
    params: of(declines),
    body: { agrees: false, words: 'Уеду на соревнования' },
  })
  expect(no.body.rows).toMatchObject([{ state: 'declined' }])
  expect(await row(declines)).toMatchObject({ moved: null, answer: { words: 'Уеду на соревнования' } })
  const twice = await declines.examinee.client.call(answerRetake, {
    params: of(declines),
    body: { agrees: true },
  })
  expect(twice.code).toBe('nothing_to_answer')
})

test('R4-4.7 the examinee asks for another attempt once; the teacher refuses with a reason, and both are told', async () => {
  const session = await running()
  await broke(session, 2)
  const { client } = session.examinee
  const ask = () => client.call(askRetake, { params: of(session), body: { words: 'Меня выбросило' } })
  expect((await ask()).code, 'it still runs').toBe('no_failure')
  const { client: proctor } = session.proctors[0] as TestPerson
  await server.database.owner(
    `update session set state = 'deauthorized', end_cause = 'auto', deauthorized_at = now() where id = $1`,
    [session.id],
  )
  expect((await ask()).status).toBe(200)
  expect((await ask()).code).toBe('already_asked')
  expect((await row(session))?.asked).toMatchObject({ words: 'Меня выбросило' })
  expect((await texts(teacher)).some((text) => text.includes('Меня выбросило'))).toBe(true)
  expect((await decide(session, { is: 'refused', reason: ' ' })).status).toBe(400)
  const refused = await decide(session, { is: 'refused', reason: 'Работа сдана полностью' })
  expect(refused.status, refused.text).toBe(200)
  expect((await client.done(listOwnFailures, {})).rows).toMatchObject([
    { state: 'refused', decision: { is: 'refused', reason: 'Работа сдана полностью' } },
  ])
  expect((await texts(session.examinee)).some((text) => text.includes('Работа сдана полностью'))).toBe(true)
  expect(
    (
      await proctor.call(decideFailure, {
        ...at(),
        body: { is: 'refused', sessions: [session.id], reason: 'x' },
      })
    ).code,
  ).toBe('forbidden')
})

test('SM-17 a failure that nothing recorded is written down by the teacher, within the exam and over', async () => {
  const session = await server.session({ exam })
  const record = (from: number, until: number) =>
    teacher.client.call(recordFailure, {
      ...at(),
      body: {
        sessions: [session.id],
        from: new Date(Date.now() - from).toISOString(),
        until: new Date(Date.now() - until).toISOString(),
        fault: 'institution',
        reason: 'В школе не было света',
      },
    })
  expect((await record(5_000, -60_000)).code, 'not over').toBe('wrong_failure_time')
  expect((await record(DAY, DAY - 1)).code, 'before the exam').toBe('wrong_failure_time')
  const done = await record(30_000, 1_000)
  expect(done.status, done.text).toBe(200)
  expect((await row(session))?.outages).toMatchObject([
    {
      source: 'person',
      fault: 'institution',
      foundBy: 'Жуков Павел Андреевич',
      reason: 'В школе не было света',
    },
  ])
  expect((await row(session))?.opens).toMatchObject({ postpone: 'failure_too_short', retake: null })
})

test('F-004-9 R4-5.12b the record of the failure prints with its minutes, side, decision, new date and channels', async () => {
  const session = await running()
  const seq = await broke(session, 18)
  const paper = () => teacher.client.raw('GET', `/api/sessions/${session.id}/failure/paper`)
  expect((await paper()).status, 'nothing is decided').toBe(404)
  await teacher.client.done(findFailureCause, {
    params: of(session),
    body: { of: `log-${seq}`, fault: 'provider', couldContinue: false, reason: 'Сервер сервиса не отвечал' },
  })
  await decide(session, { is: 'postponed', ...onDay(5), channels: ['account', 'email', 'site'] })
  const bytes = await teacher.client.done(readFailurePaper, { params: of(session) })
  const [page] = pdfPages(bytes)
  for (const words of [
    'Запись о техническом сбое',
    '18',
    'поставщик сервиса',
    'Пропала связь',
    'перенос',
    'Связи не было дольше срока',
    'личный кабинет; электронная почта; официальный сайт',
    'Жуков Павел Андреевич',
  ])
    expect(page).toContain(words)
})

test('T-30 B-01 TR-20 nobody decides who does not give the exam; another institution finds nothing; an act that names the office leaves it to the office', async () => {
  const session = await running()
  await broke(session, 16)
  const stranger = await server.person('teacher', { courses: 'own' })
  expect((await stranger.client.call(listFailures, at())).status, 'another teacher').toBe(404)
  const postponed = { is: 'postponed', ...onDay(6), channels: ['account'] }
  expect((await decide(session, postponed, stranger)).status).toBe(404)
  const methodist = await server.person('methodist')
  expect((await methodist.client.done(listFailures, at())).mayDecide, 'the act names the teacher').toBe(false)
  expect((await decide(session, postponed, methodist)).code).toBe('not_yours')
  expect((await session.examinee.client.call(listFailures, at())).code).toBe('forbidden')

  const there = await server.otherInstitution()
  const theirs = await there.person('teacher')
  expect((await theirs.client.call(listFailures, at())).status).toBe(404)
  expect((await decide(session, postponed, theirs)).status).toBe(404)
  expect((await theirs.client.call(readFailurePaper, { params: of(session) })).status).toBe(404)
  expect((await row(session))?.state).toBe('open')
  await officeDecides(there)
})

async function officeDecides(there: TestInstitution) {
  await ownActInForce(there.admin.client, { 'tech_failure.retake': 'Обращение в учебный отдел' })
  const theirs = await there.person('teacher')
  const eid = await examUnderAct(there.admin.client)
  await there.admin.client.done(setTeachers, { params: { eid }, body: { teachers: [theirs.id] } })
  const seen = await theirs.client.done(listFailures, { params: { eid } })
  expect([seen.mayDecide, seen.powers.deciders, seen.powers.minMinutes]).toEqual([false, ['office'], null])
  const office = await there.person('methodist')
  expect((await office.client.done(listFailures, { params: { eid } })).mayDecide).toBe(true)
}

test('SM-17 every deed is in the journal with its reason', async () => {
  const session = await running()
  await broke(session, 16)
  await decide(session, { is: 'postponed', ...onDay(7), channels: ['account'] })
  const { rows } = await server.database.owner(
    "select action from audit_entry where object = $1 and action like 'failure.%' order by action",
    [session.id],
  )
  expect(rows).toEqual([{ action: 'failure.moved' }, { action: 'failure.postponed' }])
})

test('SM-17 R4-4.7 who had not begun when the failure came takes the exam anew: nothing of the old day stands on the new session', async () => {
  const session = await server.session({ exam })
  const past = (id: string) =>
    server.database.owner("update session set opens_at = now() - interval '50 minutes' where id = $1", [id])
  const record = (id: SessionId) =>
    teacher.client.call(recordFailure, {
      ...at(),
      body: {
        sessions: [id],
        from: new Date(Date.now() - 40 * 60_000).toISOString(),
        until: new Date(Date.now() - 60_000).toISOString(),
        fault: 'institution',
        reason: 'В школе не было света',
      },
    })
  await past(session.id)
  expect((await record(session.id)).status).toBe(200)
  const done = await decide(session, { is: 'postponed', ...onDay(2), channels: ['account'] })
  expect(done.status, done.text).toBe(200)
  const before = await row(session)
  const moved = before?.moved as SessionId
  expect(before).toMatchObject({ state: 'postponed', running: false })
  expect(moved).not.toBe(session.id)
  const mine = (await session.examinee.client.done(listMySessions, {})).rows
  expect(Object.fromEntries(mine.map(({ id, state }) => [id, state]))).toEqual({
    [session.id]: 'cancelled',
    [moved]: 'admitted',
  })
  const { rows } = await server.database.owner('select step from failure_step where session_id = $1', [moved])
  expect(rows, 'judged as any other exam').toEqual([])
  await past(moved)
  const again = await record(moved)
  expect(again.status, again.text).toBe(200)
  expect(
    (await teacher.client.done(listFailures, at())).rows.find((one) => one.session === moved),
  ).toMatchObject({ state: 'open', opens: { postpone: null } })
})

test('R4-4.7 F-004-9 an offer is agreed to as it was made: a slot that became another day is refused, and the paper says nobody answered', async () => {
  const session = await running()
  await broke(session, 20)
  const slot = `slt_${'b'.repeat(26)}`
  await server.database.owner(
    `insert into exam_slot (id, tenant_id, exam_id, opens_at, closes_at, created_at)
     select $1, tenant_id, id, $3, $4, now() from exam where id = $2`,
    [slot, exam, inDays(5), inDays(5, 30)],
  )
  const offer = await decide(session, { is: 'offered', to: { slot }, channels: ['account'] })
  expect(offer.status, offer.text).toBe(200)
  const [page] = pdfPages(await teacher.client.done(readFailurePaper, { params: of(session) }))
  expect(page?.replace(/\s+/gu, ' ')).toContain('предложено, ответа нет')
  await server.database.owner(
    "update exam_slot set opens_at = opens_at + interval '10 minutes' where id = $1",
    [slot],
  )
  const agree = () =>
    session.examinee.client.call(answerRetake, { params: of(session), body: { agrees: true } })
  expect((await agree()).code).toBe('offer_outdated')
  expect(await row(session)).toMatchObject({ state: 'offered', running: true, opens: { retake: null } })
  const anew = await decide(session, { is: 'offered', to: { slot }, channels: ['account'] })
  expect(anew.status, anew.text).toBe(200)
  expect((await agree()).status).toBe(200)
  expect(await row(session)).toMatchObject({ state: 'agreed', running: false })
})

test('R4-4.7 the examinee who agrees is the one the journal names, with whose offer it was; what he may do changes at once', async () => {
  const session = await running()
  await broke(session, 20)
  expect((await decide(session, { is: 'offered', ...onDay(6), channels: ['account'] })).status).toBe(200)
  const store = postgresStore(server.database.pools.app, randomIds)
  const changed: string[] = []
  const rights = { changed: (account: string) => void changed.push(account) }
  const sessions = { store, ids: randomIds, rights: { changed: () => {} } } as unknown as SessionDeps
  const deps = {
    store,
    ids: randomIds,
    newDate: newDate({ ...sessions, telling: tellChanges(randomIds) }),
    breakOff: (...[tx, asker, one, now]: Parameters<FailureDeps['breakOff']>) =>
      breakOff(sessions, tx, asker, one, now),
    ended: rights.changed,
    relatives: async () => [],
  } as unknown as FailureDeps
  const { rows: found } = await server.database.owner('select tenant_id from session where id = $1', [
    session.id,
  ])
  const examinee = session.examinee.id
  const asker = { account: examinee, tenant: found[0]?.tenant_id, roles: ['examinee' as const] }
  const said = { agrees: true, words: '' }
  const answered = await answer(deps, asker, session.id, said, fromMs(Date.now()))
  expect(answered.ok).toBe(true)
  expect(changed).toEqual([examinee])
  const { rows } = await server.database.owner(
    `select e.action, e.actor, e.role, d.details ->> 'offeredBy' as "offeredBy", d.details ->> 'offer' as offer
     from audit_entry e left join audit_details d on d.entry_id = e.id
     where e.object in ($1, $2) and e.action in ('session.deauthorized', 'failure.moved', 'exam.amend.new_date')
     order by e.action`,
    [session.id, exam],
  )
  const [notice] = (
    await server.database.owner(
      "select step ->> 'notice' as id from failure_step where session_id = $1 and step ->> 'kind' = 'offered'",
      [session.id],
    )
  ).rows
  expect(rows).toEqual(
    ['exam.amend.new_date', 'failure.moved', 'session.deauthorized'].map((action) => ({
      action,
      actor: examinee,
      role: 'examinee',
      offeredBy: teacher.id,
      offer: notice?.id,
    })),
  )
})
