// The role matrix (security.md 5.6), one table: 9 roles x 2 institutions x every route; of a session or an exam also before, in and after its window.
import { sayToExaminee } from '@ochno/contract/conduct'
import { changePerson, linkParent } from '@ochno/contract/people'
import { handOverProtocol, readProtocol, saveProtocol, signProtocol } from '@ochno/contract/protocols'
import { assignProctor, removeProctor } from '@ochno/contract/sessions'
import { signIn } from '@ochno/contract/sign-in'
import { openView } from '@ochno/contract/watch'
import { type Capability, type Role, roleMay, roles } from '@ochno/domain/access/table'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { type Client, fill, type Reply } from '@ochno/testkit/client'
import { steppedClock } from '@ochno/testkit/clock'
import { jpegOf } from '@ochno/testkit/door'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { sampleOf } from './support/sample.ts'

const times = ['before', 'in', 'after'] as const
type Time = (typeof times)[number]
type At = readonly [before: string, within: string, after: string]

// Of the institution: a bare role is somebody who has nothing to do with this session.
// A teacher is one of an exam or of none: `the teacher` gives these exams, `teacher` gives others (security.md 5.6).
const makers = 'admin, the teacher, methodist'
const overseers = `${makers}, commission`
const watchers = 'proctor, the proctor, the removed proctor'
const family = 'the examinee, their parent'
const only = 'the examinee'
const assigned = 'the proctor'
const nobody = ''

/**
 * Who gets an answer other than 401, 403 and 404: at any time, or before, in and after the window. `After` is 26 hours later, when the
 * assigned proctor's day with the recording is over (T-10). Where it is nobody, there is nothing of that number to answer about.
 */
const answered: Readonly<Record<string, string | At>> = {
  'GET /api/exams/:eid': `${makers}, ${watchers}`,
  'PUT /api/exams/:eid': makers,
  'PUT /api/exams/:eid/teachers': makers,
  'GET /api/exams/:eid/rules': `${makers}, ${watchers}`,
  'POST /api/exams/:eid/publish': makers,
  'GET /api/exams/:eid/place': `${overseers}, ${watchers}`,
  'PUT /api/exams/:eid/place': makers,
  'GET /api/exams/:eid/checklist': makers,
  'POST /api/exams/:eid/checklist/compare': makers,
  'PUT /api/exams/:eid/checklist/:item': makers,
  'GET /api/exams/:eid/briefing': makers,
  'PUT /api/exams/:eid/briefing': makers,
  'PUT /api/exams/:eid/briefing/attended': makers,
  // Read before the exam; of one that is over there is nothing to read.
  'PUT /api/exams/:eid/requirements': [assigned, assigned, nobody],
  'GET /api/exams/:eid/schedule': `${overseers}, ${watchers}`,
  'GET /api/exams/:eid/watchers': makers,
  'POST /api/exams/:eid/plan': makers,
  'POST /api/exams/:eid/plan/apply': makers,
  'GET /api/exams/:eid/rehearsal': makers,
  'GET /api/exams/:eid/amendments': makers,
  // Of a person who is not in it.
  'POST /api/exams/:eid/amendments': nobody,
  'POST /api/exams/:eid/amendments/preview': nobody,
  'GET /api/exams/:eid/siblings': makers,
  // R0-1.4f: to somebody from outside the list is empty, and the exam itself is not there.
  'GET /api/exams/:eid/sessions': `${overseers}, ${watchers}, a proctor from outside`,
  'POST /api/exams/:eid/sessions': makers,
  'GET /api/exams/:eid/notices': makers,
  'POST /api/exams/:eid/notices': makers,
  'POST /api/exams/:eid/messages': makers,
  'POST /api/exams/:eid/trial-offers': makers,
  'GET /api/dashboards/exams/:eid': makers,
  'GET /api/dashboards/exams/:eid/file': makers,
  'GET /api/exams/:eid/weights': makers,
  'PUT /api/exams/:eid/weights': makers,
  'POST /api/exams/:eid/weights/preview': makers,
  'GET /api/exams/:eid/failures': makers,
  // 004 5.12 names the teacher; the office reads it and decides nothing.
  'POST /api/exams/:eid/failures': 'the teacher',
  'POST /api/exams/:eid/failures/decisions': 'the teacher',
  'POST /api/exams/:eid/failures/posted': 'the teacher',
  'POST /api/sessions/:sid/failure/cause': 'the teacher',
  // Nothing is decided, so there is no paper of it.
  'GET /api/sessions/:sid/failure/paper': nobody,
  'POST /api/my/sessions/:sid/failure/answer': only,
  'POST /api/my/sessions/:sid/failure/request': only,
  // It left no debt.
  'POST /api/debts/:sid/closing': nobody,
  'GET /api/debts/:sid/paper': nobody,
  'GET /api/exams/:eid/consents': `${makers}, dpo`,
  'GET /api/exams/:eid/application': makers,
  'PUT /api/exams/:eid/application': 'the teacher',
  'POST /api/exams/:eid/application/submission': nobody,
  'POST /api/exams/:eid/application/late-permit': nobody,
  'POST /api/exams/:eid/application/resolution': nobody,
  'GET /api/exams/:eid/application/paper': nobody,

  'GET /api/sessions/:sid': `${overseers}, ${only}, ${assigned}`,
  'GET /api/sessions/:sid/permitted': `${overseers}, ${only}, ${assigned}`,
  'GET /api/sessions/:sid/conditions': `${overseers}, ${only}, ${assigned}`,
  'PUT /api/sessions/:sid/admission': makers,
  // TR-11: whoever keeps the papers.
  'PUT /api/sessions/:sid/admission/decision': 'admin, methodist',
  'PUT /api/sessions/:sid/proctors/:proctor': makers,
  'DELETE /api/sessions/:sid/proctors/:proctor': makers,
  'POST /api/sessions/:sid/code': `${makers}, ${assigned}`,
  'POST /api/sessions/:sid/authorize': only,
  'POST /api/sessions/:sid/start': only,
  'POST /api/sessions/:sid/submit': only,
  'POST /api/sessions/:sid/stop': assigned,
  // This exam is at home: there is no room to act in, which its proctor alone is told.
  'POST /api/sessions/:sid/room/arrival': assigned,
  'POST /api/sessions/:sid/room/identity': assigned,
  'POST /api/sessions/:sid/room/begin': assigned,
  'POST /api/sessions/:sid/room/hand-in': assigned,
  'GET /api/sessions/:sid/briefing': only,
  'PUT /api/sessions/:sid/briefing': only,
  'GET /api/my/sessions/:sid/calendar': only,
  'GET /api/my-children/sessions/:sid/calendar': 'their parent',
  'GET /api/my/sessions/:sid/workplace': only,
  'POST /api/my/sessions/:sid/workplace': only,
  'DELETE /api/my/sessions/:sid/workplace': only,
  // Nothing was asked, so there is nothing to book or to refuse.
  'PUT /api/workplace-requests/:sid/booking': nobody,
  'POST /api/workplace-requests/:sid/refusal': nobody,

  'GET /api/sessions/:sid/door': only,
  'PUT /api/sessions/:sid/door/evidence/:step': only,
  'POST /api/sessions/:sid/door/words/:step': only,
  'POST /api/sessions/:sid/door/queue': only,
  'POST /api/sessions/:sid/door/again': only,
  'PUT /api/sessions/:sid/door/frame': only,
  'GET /api/sessions/:sid/door/case': [nobody, assigned, nobody],
  'POST /api/sessions/:sid/door/decision': [nobody, assigned, nobody],
  // Of who is let in already neither is there to be seen.
  'GET /media/v1/sessions/:sid/door/evidence/:evidence': nobody,
  'GET /media/v1/sessions/:sid/door/frame': nobody,
  'PUT /api/sessions/:sid/door/external': makers,
  'GET /api/my/sessions/:sid/identity': only,
  'POST /api/my/sessions/:sid/identity/start': only,
  'POST /api/my/sessions/:sid/identity/withdrawal': only,
  'GET /api/sessions/:sid/identity': assigned,

  'GET /api/sessions/:sid/conduct': assigned,
  // T-12: the sample is a message, and outside the exam there is no channel to an examinee.
  'POST /api/sessions/:sid/conduct': [nobody, assigned, nobody],
  'GET /api/sessions/:sid/marks': assigned,
  'POST /api/sessions/:sid/offers/:seq': nobody,
  'GET /api/sessions/:sid/calls/:seq/signals': nobody,
  'POST /api/sessions/:sid/calls/:seq/signals': nobody,
  'GET /api/my/sessions/:sid/calls/:seq/signals': nobody,
  'POST /api/my/sessions/:sid/calls/:seq/signals': nobody,
  'GET /api/my/sessions/:sid/conduct': only,
  'POST /api/my/sessions/:sid/conduct': only,
  'POST /api/my/sessions/:sid/hints': only,
  'GET /api/my/sessions/:sid/watching': only,
  'GET /api/sessions/:sid/hints': `commission, ${assigned}`,
  'POST /api/my/sessions/:sid/quality': only,
  'GET /api/sessions/:sid/quality': `commission, ${assigned}`,
  'POST /api/sessions/:sid/hints/:no/answers': nobody,
  'GET /api/sessions/:sid/trust': `commission, ${assigned}`,
  'POST /api/sessions/:sid/trust': 'commission',

  'POST /api/sessions/:sid/lease': only,
  'GET /ingest/v1/sessions/:sid/tracks': only,
  'PUT /ingest/v1/sessions/:sid/tracks/:tid/fragments/:seq': only,
  'POST /api/sessions/:sid/exports': 'commission, dpo',
  'GET /api/my/sessions/:sid/receipts': only,
  // T-31: an original and its derivatives by one rule. The commission asks with its view, and everybody else with that same view.
  'POST /api/sessions/:sid/views': ['commission', `commission, ${assigned}`, 'commission'],
  'GET /api/sessions/:sid/timeline': ['commission', `commission, ${assigned}`, 'commission'],
  'GET /media/v1/sessions/:sid/tracks/:tid/records': ['commission', `commission, ${assigned}`, 'commission'],
  'GET /api/my/sessions/:sid/photo-plan': only,
  'GET /api/sessions/:sid/photos': ['commission', `commission, ${assigned}`, 'commission'],
  // No photograph of that number was taken.
  'GET /media/v1/sessions/:sid/photos/:seq': nobody,
  'GET /api/sessions/:sid/viewers': `commission, dpo, ${only}`,

  'GET /api/sessions/:sid/protocol': `${overseers}, ${assigned}`,
  'PUT /api/sessions/:sid/protocol': assigned,
  'POST /api/sessions/:sid/protocol/signature': assigned,
  'POST /api/sessions/:sid/protocol/hand-over': assigned,
  'GET /api/sessions/:sid/papers/:pid': [nobody, nobody, `${overseers}, ${assigned}`],
  'GET /api/sessions/:sid/mark-answers': [nobody, nobody, overseers],
  'GET /api/sessions/:sid/decision': overseers,
  // The one mark is of a kind that no question is asked about.
  'PUT /api/sessions/:sid/decision/answers/:code': [overseers, overseers, nobody],
  'PUT /api/sessions/:sid/decision/director': [overseers, overseers, 'admin'],
  // Until the protocol is handed over nobody decides; then it is who the act names.
  'POST /api/sessions/:sid/decision': [overseers, overseers, 'the teacher'],
  'POST /api/sessions/:sid/decision/second': overseers,
  'POST /api/sessions/:sid/decision/publication': [overseers, overseers, 'the teacher'],
  'POST /api/sessions/:sid/decision/impersonation': [overseers, overseers, 'the teacher'],
  'GET /api/my/sessions/:sid/result': only,
  'GET /api/my/sessions/:sid/after': family,
  'GET /api/my/sessions/:sid/clips': family,
  'POST /api/my/sessions/:sid/marks/:key/clip': [nobody, nobody, family],
  // A clip is of one person, one sign-in and one mark (clips.test.ts); of anybody else's there is nothing.
  'GET /media/v1/my/sessions/:sid/clips/:view/tracks/:tid': nobody,
  'PUT /api/my/sessions/:sid/marks/:key/answer': [nobody, nobody, only],
  'POST /api/my/sessions/:sid/appeals': family,
  // Nobody complained.
  'POST /api/sessions/:sid/complaints/:seq/taking': nobody,
  'POST /api/sessions/:sid/complaints/:seq/answer': nobody,
  'GET /api/sessions/:sid/complaints/annex': nobody,
  // T-20: asking opens nothing; a second person does.
  'POST /api/sessions/:sid/break-glass': 'admin',
  'GET /api/sessions/:sid/retention': `${overseers}, dpo, ${assigned}`,
  'POST /api/sessions/:sid/holds': 'commission, dpo',
  'GET /api/sessions/:sid/proof': [nobody, nobody, 'methodist, commission, dpo'],
}

/**
 * Every route has its row: its own above, or, where it is about no exam and so knows no window, the roles that have its
 * capability in domain/access/table. Of these rows nobody but those named gets past the refusal of a role.
 */
const anybody = 'anybody'
const rowOf = (route: OneRoute): string | At =>
  answered[nameOf(route)] ??
  (route.can === 'public'
    ? anybody
    : roles.filter((role) => route.can === 'signed-in' || roleMay(role, route.can as Capability)).join(', '))

/** These end the session the others ask about. */
const last = ['POST /api/sessions/:sid/submit', 'POST /api/sessions/:sid/stop']

const HOUR = 3_600_000
const ADDRESS = 'https://lms.example/task'
const delivery = { to: 'lms' as const, address: ADDRESS, name: null }
/** What of an exam its makers and, while it runs, the examinee may know (T-07). */
const task = ['Решите задачу.', ADDRESS]
const { clock, pass } = steppedClock()
let server: TestServer
const sessions = new Map<Time, TestSession>()
const views = new Map<Time, string>()
const own = new Map<string, TestPerson & { readonly role: Role }>()
const theirs = new Map<Role, TestPerson>()
let spare: TestPerson
/** Of what the session that is over has. */
let numbers: Readonly<Record<string, string>> = {}

/** No job of the minute comes between; what this needs of one is done by name. */
const still = Object.fromEntries(
  [
    'session_sweep',
    'close_recordings',
    'tell_schedules',
    'act_sweep',
    'appointment_sweep',
    'forget_identity',
    'overdue_reviews',
    'overdue_complaints',
    'tell_glass',
    'remind_originals',
    'finish_destructions',
    'send_due_letters',
    'forget_trials',
  ].map((name) => [name, async () => {}]),
)

const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`
const ofNone = () =>
  server.app.routes.filter(({ path }) => !/:(sid|eid)\b/.test(path) && path !== '/api/sign-out')
const ofOne = () =>
  server.app.routes
    .filter(({ path }) => /:(sid|eid)\b/.test(path))
    .toSorted((a, b) => last.indexOf(nameOf(a)) - last.indexOf(nameOf(b)))
type OneRoute = TestServer['app']['routes'][number]

async function later(hours: number, people: readonly TestPerson[]): Promise<void> {
  pass(hours * 3600)
  for (const { client, login, password } of people) await client.done(signIn, { body: { login, password } })
}

/** One mark, and the protocol with it signed and given to the teacher. */
async function handedOver({ id }: TestSession, proctor: Client) {
  const params = { sid: id }
  const at = (minutesAgo: number) => new Date(clock.ms() - minutesAgo * 60_000).toISOString()
  await proctor.done(sayToExaminee, {
    params,
    body: { kind: 'mark', code: 'gadgets', from: at(37), to: at(36), note: 'предмет в руке' },
  })
  const { revision, draft, rows, marks } = await proctor.done(readProtocol, { params })
  const answers = Object.fromEntries(
    rows.map(({ row }) => [row, marks.some((mark) => mark.row === row) ? 'yes' : 'no'] as const),
  )
  const counted = Object.fromEntries(marks.map(({ key }) => [key, { is: 'counted' as const, reason: '' }]))
  await proctor.done(saveProtocol, {
    params,
    body: {
      revision,
      draft: { ...draft, answers, marks: counted, independent: false, documentShown: 'паспорт' },
    },
  })
  const saved = await proctor.done(readProtocol, { params })
  await proctor.done(signProtocol, {
    params,
    body: { revision: saved.revision, objective: true, reason: null },
  })
  await proctor.done(handOverProtocol, { params })
  const done = await proctor.done(readProtocol, { params })
  return { key: marks[0]?.key ?? '', pid: done.editions.at(-1)?.papers[0]?.id ?? '' }
}

beforeAll(async () => {
  server = await bootServer({ clock, parts: [{ tasks: still }] })
  const { admin } = server
  await actInForce(admin.client, '004')
  const examinee = await server.person('examinee', { fullName: 'Участников Иван' })
  const watching = await server.person('proctor', { fullName: 'Назначенный Пётр' })
  const removed = await server.person('proctor', { fullName: 'Снятый Павел' })
  const giving = await server.person('teacher')
  const exam = async (title: string, hours: number): Promise<TestSession> =>
    server.session({
      exam: await examUnderAct(admin.client, { delivery }, { title, nowMs: clock.ms() + hours * HOUR }),
      examinee,
      proctors: [watching, removed],
    })
  /** As if it had begun now. */
  const began = ({ id }: TestSession, end: 'auto' | null) =>
    server.database.owner(
      `update session set state = $2, authorized_at = $3::timestamptz, started_at = $3::timestamptz,
         deadline = $3::timestamptz + interval '45 minutes', deauthorized_at = $4, end_cause = $5 where id = $1`,
      [
        id,
        end ? 'deauthorized' : 'in_progress',
        new Date(clock.ms()),
        end && new Date(clock.ms() + HOUR / 2),
        end,
      ],
    )
  const over = await exam('Вчерашний экзамен', 0)
  await began(over, 'auto')
  await later(40 / 60, [watching])
  numbers = await handedOver(over, watching.client)
  await later(26, [admin, examinee, watching, removed, giving])
  await server.app.evidence.close(over.id)
  const running = await exam('Нынешний экзамен', 0)
  await began(running, null)
  sessions
    .set('after', over)
    .set('in', running)
    .set('before', await exam('Завтрашний экзамен', 24))
  for (const { id: sid } of sessions.values())
    await admin.client.done(removeProctor, { params: { sid, proctor: removed.id } })

  const other = await server.otherInstitution()
  for (const role of roles) {
    theirs.set(role, role === 'admin' ? other.admin : await other.person(role))
    own.set(role, { ...(role === 'admin' ? admin : await server.person(role, { courses: 'own' })), role })
  }
  own.set('the teacher', { ...giving, role: 'teacher' })
  const contract = { provider: 'ООО «Проктор»', number: '7', from: '2026-01-01', to: '2027-01-01' }
  const outside = await server.person('proctor', { papers: { employer: 'provider', contract } })
  const parent = await server.person('parent')
  spare = await server.person('proctor')
  const params = { id: examinee.id, parent: parent.id }
  await admin.client.done(changePerson, { params: { id: examinee.id }, body: { born: '2011-05-01' } })
  await admin.client.done(linkParent, { params, body: { proof: 'Свидетельство о рождении' } })
  own
    .set('their parent', { ...parent, role: 'parent' })
    .set('the examinee', { ...examinee, role: 'examinee' })
    .set('the proctor', { ...watching, role: 'proctor' })
    .set('a proctor from outside', { ...outside, role: 'proctor' })
    .set('the removed proctor', { ...removed, role: 'proctor' })
  const body = { purpose: 'dishonesty_check', ground: 'Жалоба' } as const
  for (const [time, { id }] of sessions)
    views.set(
      time,
      (await (own.get('commission') as TestPerson).client.done(openView, { params: { sid: id }, body })).view,
    )
}, 240_000)
afterAll(() => server.stop())

/** Where a sample would ask about somebody who is not there. */
const bodies: Readonly<Record<string, (session: TestSession) => unknown>> = {
  'POST /api/exams/:eid/sessions': ({ examinee }) => ({ examinee: examinee.id, proctors: [] }),
  'POST /api/exams/:eid/failures': ({ id }) => ({
    sessions: [id],
    from: '2026-01-01T09:00:00Z',
    until: '2026-01-01T09:00:00Z',
    fault: 'network',
    reason: 'Обрыв',
  }),
  'POST /api/exams/:eid/failures/decisions': ({ id }) => ({ is: 'refused', sessions: [id], reason: 'Нет' }),
  'POST /api/exams/:eid/failures/posted': ({ id }) => ({
    sessions: [id],
    address: 'https://school.example.ru/news',
  }),
  'POST /api/sessions/:sid/failure/cause': () => ({
    of: 'log-1',
    fault: 'network',
    couldContinue: true,
    reason: 'Обрыв',
  }),
  'PUT /api/exams/:eid/teachers': () => ({ teachers: [own.get('the teacher')?.id] }),
  'PUT /api/sessions/:sid/protocol': () => ({
    revision: 1,
    draft: {
      answers: {},
      marks: {},
      independent: true,
      stoppedForViolations: false,
      status: null,
      comment: '',
      documentShown: 'паспорт',
      failure: null,
    },
  }),
}

/** The request of this person about this session, right in all but perhaps the person. */
function ask(client: Client, route: OneRoute, time: Time, view: string | null): Promise<Reply<unknown>> {
  const session = sessions.get(time) as TestSession
  const sample = (schema: unknown) => sampleOf(schema as z.ZodType) as Record<string, unknown>
  const params = {
    ...sample(route.params),
    ...Object.fromEntries(Object.entries(numbers).filter(([name]) => route.path.includes(`:${name}`))),
    sid: session.id,
    eid: session.exam,
    ...(route.path.endsWith(':proctor') ? { proctor: spare.id } : {}),
  }
  const takesView = /\/(timeline|records|photos)$/.test(route.path) && view !== null
  const query = route.query ? { ...sample(route.query), ...(takesView ? { view } : {}) } : {}
  const path = fill(route.path, params, query)
  if (!route.body) return client.raw(route.method, path)
  const octets = route.body === 'octets'
  const body = octets ? jpegOf() : JSON.stringify(bodies[nameOf(route)]?.(session) ?? sample(route.body))
  const headers = { 'content-type': `application/${octets ? 'octet-stream' : 'json'}` }
  return client.raw(route.method, path, { headers, body })
}

const isRefused = ({ status }: Reply<unknown>) => [401, 403, 404].includes(status)
const list = (names: string) => names.split(', ').filter((name) => name !== '')

test('B-01 every route of one session or one exam stands in the table, and the table holds no other', () => {
  expect(Object.keys(answered).toSorted()).toEqual(ofOne().map(nameOf).toSorted())
  expect(server.app.sockets.map(({ path }) => path).filter((path) => /:(sid|eid)\b/.test(path))).toEqual([
    '/ingest/v1/sessions/:sid/ws',
  ])
  for (const route of ofOne())
    for (const name of [answered[nameOf(route)] ?? ''].flat().flatMap(list)) {
      const role = own.get(name)?.role as Role
      expect([nameOf(route), name, route.can === 'signed-in' || roleMay(role, route.can as never)]).toEqual([
        nameOf(route),
        name,
        true,
      ])
    }
})

describe.each(times)('%s the window', (time) => {
  const expected = (route: OneRoute) => {
    const row = rowOf(route)
    return list(typeof row === 'string' ? row : (row[times.indexOf(time)] ?? nobody)).toSorted()
  }
  /** Nothing a refusal may say. */
  const signs = () => [
    ...[...sessions.values()].flatMap(({ id, exam }) => [id, exam]),
    'Участников',
    'Назначенный',
    'Снятый',
    'Школа проверок',
    ' экзамен"',
    ...task,
  ]

  test('T-30 nobody of another institution, and nobody who is not signed in, gets an answer or a name', async () => {
    const stranger = server.stranger()
    for (const route of ofOne()) {
      for (const [role, { client }] of theirs) {
        const reply = await ask(client, route, time, views.get(time) ?? null)
        expect([nameOf(route), role, reply.status, isRefused(reply) && reply.status !== 401]).toEqual([
          nameOf(route),
          role,
          reply.status,
          true,
        ])
        for (const sign of signs())
          expect([nameOf(route), reply.text.includes(sign)]).toEqual([nameOf(route), false])
      }
      expect([nameOf(route), (await ask(stranger, route, time, null)).status]).toEqual([nameOf(route), 401])
    }
  })

  test('T-10 T-31 T-07 R0-2.2.2b R1-9.2b R1-9.2c R3-7.2b R3-7.2c R4-9.2b R4-9.2c of the institution exactly those named get an answer, and the task is told to its makers and, while it runs, to the examinee', async () => {
    for (const route of ofOne()) {
      const got: string[] = []
      for (const [name, { client, role }] of own) {
        if (nameOf(route) === 'DELETE /api/sessions/:sid/proctors/:proctor')
          await server.admin.client.done(assignProctor, {
            params: { sid: (sessions.get(time) as TestSession).id, proctor: spare.id },
          })
        const reply = await ask(
          client,
          route,
          time,
          name === 'the proctor' ? null : (views.get(time) ?? null),
        )
        if (!isRefused(reply)) got.push(name)
        expect([nameOf(route), name, reply.status < 500 && reply.code !== 'malformed']).toEqual([
          nameOf(route),
          name,
          true,
        ])
        if (isRefused(reply))
          for (const sign of signs())
            expect([nameOf(route), name, reply.text.includes(sign)]).toEqual([nameOf(route), name, false])
        if (!roleMay(role, 'exam.manage') && !(name === 'the examinee' && time === 'in'))
          for (const words of task)
            expect([nameOf(route), name, reply.text.includes(words)]).toEqual([nameOf(route), name, false])
      }
      expect.soft([nameOf(route), got.toSorted()]).toEqual([nameOf(route), expected(route)])
    }
  })
})

/** Asked without a body, so that whoever is let through changes nothing. */
function askOfNone(client: Client, route: OneRoute): Promise<Reply<unknown>> {
  const sample = (schema: unknown) =>
    schema ? (sampleOf(schema as z.ZodType) as Record<string, unknown>) : {}
  const path = fill(route.path, sample(route.params), sample(route.query))
  if (!route.body) return client.raw(route.method, path)
  const octets = route.body === 'octets'
  const headers = { 'content-type': `application/${octets ? 'octet-stream' : 'json'}` }
  return client.raw(route.method, path, { headers, body: octets ? new Uint8Array(128) : '{}' })
}

describe.each(['own', 'another'] as const)('of %s institution', (whose) => {
  test('B-01 every other route stops exactly the roles its row does not name, and tells another institution nothing of ours', async () => {
    const people = new Map<Role, TestPerson>(
      roles.map((role) => [role, (whose === 'own' ? own : theirs).get(role) as TestPerson]),
    )
    const signs = whose === 'own' ? [] : [...sessions.values()].flatMap(({ id, exam }) => [id, exam])
    const wrong: unknown[] = []
    for (const route of ofNone()) {
      const named = rowOf(route)
      const passed: Role[] = []
      for (const [role, { client }] of people) {
        const { cookie } = client
        const { status, code, text } = await askOfNone(client, route)
        // The way in from a learning platform puts a cookie of its own in the place of the sign-in.
        client.cookie = cookie
        if (code !== 'forbidden' && code !== 'not_signed_in') passed.push(role)
        if (status >= 500 || signs.some((sign) => text.includes(sign)))
          wrong.push([nameOf(route), role, status])
      }
      const expected = named === anybody ? roles.join(', ') : String(named)
      if (list(expected).toSorted().join() !== passed.toSorted().join())
        wrong.push([nameOf(route), expected, passed.join(', ')])
      if (whose === 'own' && named !== anybody) {
        const { code } = await askOfNone(server.stranger(), route)
        if (code !== 'not_signed_in') wrong.push([nameOf(route), 'stranger', code])
      }
    }
    expect(wrong).toEqual([])
  })
})
