// Kinds of sessions besides the exam at home: a classroom exam by hand (004 section 2) and a lesson (000 1.4).
import { readAfterExam } from '@ochno/contract/after-exam'
import { beginInRoom, handInInRoom, noteArrival, noteIdentity, readRoom } from '@ochno/contract/classroom'
import { sayToExaminee } from '@ochno/contract/conduct'
import { decideResult, publishDecision, readDecision, readOwnResult } from '@ochno/contract/decisions'
import { comeToDoor, decideAtDoor, readDoorQueue } from '@ochno/contract/door'
import { readToday } from '@ochno/contract/dashboards'
import { rehearseExam } from '@ochno/contract/exam-schedule'
import { listExams } from '@ochno/contract/exams'
import { listMyNotices, tellSchedule } from '@ochno/contract/notices'
import {
  handOverProtocol,
  listProtocols,
  readProtocol,
  readSessionPaper,
  saveProtocol,
  signProtocol,
} from '@ochno/contract/protocols'
import { authorizeSession, listMySessions, listSessions, stopSession } from '@ochno/contract/sessions'
import { offerTrial } from '@ochno/contract/trial'
import { readWall } from '@ochno/contract/watch'
import { fromMs } from '@ochno/domain/time'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { bootServer, type TestInstitution, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pdfPages } from './support/pdf-text.ts'

let nowMs = Date.parse('2026-06-08T07:00:00Z')
const ms = () => ++nowMs
const clock = { ms, now: () => fromMs(ms()), mono: ms }
let server: TestServer
let school: TestInstitution

beforeAll(async () => {
  server = await bootServer({ clock })
  school = await server.otherInstitution()
  await actInForce(school.admin.client, '004')
}, 180_000)
afterAll(() => server.stop())

const inRoom = { mode: 'offline', delivery: { to: 'classroom', address: null, name: 'Каб. 12' } } as const

async function classroomExam() {
  const exam = await examUnderAct(school.admin.client, inRoom, { nowMs })
  const proctor = await school.person('proctor')
  const one = await school.session({ exam, proctors: [proctor] })
  return { exam, proctor, one, params: { sid: one.id } }
}
const seatOf = async (who: TestPerson, sid: string) =>
  (await who.client.done(readRoom, {})).exams
    .flatMap(({ seats }) => seats)
    .find(({ session }) => session === sid)

test('R4-2.14 a classroom exam without any media goes from the list to the same protocol and decision, all by the proctor’s hand', async () => {
  const { proctor, one, params } = await classroomExam()
  expect((await one.examinee.client.call(authorizeSession, { params })).code).toBe('in_a_room')
  const [own] = (await one.examinee.client.done(listMySessions, {})).rows
  expect(own?.room).toEqual({ name: 'Каб. 12' })
  // Nobody arrives from home, and nobody is let in without being seen.
  expect((await one.examinee.client.call(comeToDoor, { params })).code).toBe('in_a_room')
  const letIn = { is: 'admitted' as const, checks: [] }
  expect((await proctor.client.call(decideAtDoor, { params, body: letIn })).code).toBe('in_a_room')
  expect(await seatOf(proctor, one.id)).toMatchObject({ is: 'expected', identity: null, marks: [] })

  const begin = () => proctor.client.call(beginInRoom, { params })
  expect((await begin()).code).toBe('identity_undecided')
  const admit = (document: 'passport_rf' = 'passport_rf') =>
    proctor.client.call(noteIdentity, { params, body: { is: 'admitted', document } })
  expect((await admit()).code, 'who has not come is not looked at').toBe('not_now')
  await proctor.client.done(noteArrival, { params })
  await proctor.client.done(noteIdentity, {
    params,
    body: { is: 'refused', why: 'identity_document_missing', reason: 'Забыл дома' },
  })
  expect((await begin()).code).toBe('identity_refused')
  expect((await admit()).status, 'the document was brought').toBe(200)
  expect((await begin()).status).toBe(200)
  // F-04: the server's clock waits for it too, though nothing is recorded.
  await expect.poll(server.app.ingest.underWay, { timeout: 20_000 }).toBe(true)
  const begun = await seatOf(proctor, one.id)
  expect(begun).toMatchObject({ is: 'begun', identity: { document: 'passport_rf' } })
  expect(Date.parse(begun?.deadline ?? '') - Date.parse(begun?.authorizedAt ?? '')).toBe(45 * 60_000)

  // Nothing is recorded here, so that nothing falls silent.
  nowMs += 60_000
  const methodist = await school.person('methodist')
  const { urgent, stages } = await methodist.client.done(readToday, {})
  expect(urgent.map(({ what }) => what)).toEqual([])
  expect(stages).toMatchObject({ in_session: 1, interrupted: 0 })

  // Nothing of it stands on a wall or in the queue of pictures.
  expect((await proctor.client.done(readWall, {})).tiles).toEqual([])
  expect((await proctor.client.done(readDoorQueue, {})).rows).toEqual([])

  const mark = (code: string) =>
    proctor.client.call(sayToExaminee, {
      params,
      body: {
        kind: 'mark',
        code,
        from: begun?.authorizedAt ?? '',
        to: begun?.authorizedAt ?? '',
        note: 'видел сам',
      },
    })
  expect((await mark('no_such_violation')).code).toBe('not_on_the_list')
  const { exams } = await proctor.client.done(readRoom, {})
  const code = exams[0]?.marks.find((row) => row.code === 'gadgets')?.code ?? ''
  expect((await mark(code)).status).toBe(200)
  expect((await proctor.client.call(handInInRoom, { params })).status).toBe(200)
  expect(await seatOf(proctor, one.id)).toMatchObject({ is: 'handed_in', marks: [{ note: 'видел сам' }] })

  const view = await proctor.client.done(readProtocol, { params })
  expect(view).toMatchObject({
    room: { name: 'Каб. 12' },
    coverage: [],
    forms: ['F-004-3'],
    identity: { established: true, how: 'паспорт гражданина Российской Федерации' },
  })
  const saved = await proctor.client.done(saveProtocol, {
    params,
    body: {
      revision: view.revision,
      draft: {
        ...view.draft,
        answers: Object.fromEntries(
          view.rows.map(
            ({ row }) => [row, view.marks.some((made) => made.row === row) ? 'yes' : 'no'] as const,
          ),
        ),
        marks: Object.fromEntries(view.marks.map(({ key }) => [key, { is: 'counted' as const, reason: '' }])),
        independent: true,
      },
    },
  })
  const signed = await proctor.client.done(signProtocol, {
    params,
    body: { revision: saved.revision, objective: true, reason: null },
  })
  const pdf = signed.editions[0]?.papers.find(({ kind }) => kind === 'pdf')
  const paper = await proctor.client.call(readSessionPaper, { params: { ...params, pid: pdf?.id ?? '' } })
  const text = pdfPages(paper.body as unknown as Uint8Array)
    .join(' ')
    .replace(/\s+/g, ' ')
  expect(text).toContain('офлайн (в аудитории)')
  expect(text).toContain('Испытание проходило в аудитории, запись не велась.')
  await proctor.client.done(handOverProtocol, { params })

  const teacher = await school.person('teacher')
  const { recommendations } = await teacher.client.done(readDecision, { params })
  expect(
    recommendations.flatMap(({ because }) => because.map((one) => one.code)),
    'no recording is missed where there is none',
  ).not.toContain('video_recording_not_provided')
  await teacher.client.done(decideResult, {
    params,
    body: { as: 'teacher', value: 'unsatisfactory', authentic: true, ground: 'Телефон в руке' },
  })
  await teacher.client.done(publishDecision, {
    params,
    body: { as: 'teacher', explanation: 'Проктор видел телефон.' },
  })
  // Marks without a piece of a recording: none is offered.
  expect(await one.examinee.client.done(readAfterExam, { params })).toMatchObject({ recorded: false })
  expect((await one.examinee.client.done(readOwnResult, { params })).value).toBe('unsatisfactory')
})

test('R4-2.14 T-10 only the proctor of the room acts there, a stop is as the act gives it, and an exam at home has no room', async () => {
  const { proctor, one, params } = await classroomExam()
  const stranger = await school.person('proctor')
  expect((await stranger.client.call(noteArrival, { params })).code).toBe('not_found')
  expect((await stranger.client.done(readRoom, {})).exams).toEqual([])
  await proctor.client.done(noteArrival, { params })
  await proctor.client.done(noteIdentity, { params, body: { is: 'admitted', document: 'passport_foreign' } })
  await proctor.client.done(beginInRoom, { params })
  const stop = (justification: string) =>
    proctor.client.call(stopSession, { params, body: { reason: 'Списывал', justification } })
  expect((await stop('')).code).toBe('too_few_violations')
  expect((await stop('Мешал всем')).status).toBe(200)
  expect(await seatOf(proctor, one.id)).toMatchObject({ is: 'stopped' })

  const home = await school.session({ exam: await examUnderAct(school.admin.client, {}, { nowMs }) })
  const [watching] = home.proctors as [TestPerson]
  const begin = watching.client.call(beginInRoom, { params: { sid: home.id } })
  expect((await begin).code).toBe('not_in_a_room')
})

test('R4-6.3.3a in the room only a document that the act names is offered and taken', async () => {
  const { proctor, params } = await classroomExam()
  await proctor.client.done(noteArrival, { params })
  const { exams } = await proctor.client.done(readRoom, {})
  const named = ['passport_rf', 'passport_abroad', 'passport_foreign', 'driving_licence'] as const
  expect(exams[0]?.documents).toEqual(named)
  const admit = (document: (typeof named)[number] | 'student_card') =>
    proctor.client.call(noteIdentity, { params, body: { is: 'admitted', document } })
  expect((await admit('student_card')).code).toBe('document_not_in_act')
  expect(await seatOf(proctor, params.sid)).toMatchObject({ is: 'came', identity: null })
  expect((await admit('driving_licence')).status).toBe(200)
})

test('R4-2.14 what was said of a document on the wrong line is taken back until the attempt begins', async () => {
  const { proctor, one, params } = await classroomExam()
  await proctor.client.done(noteArrival, { params })
  const say = (body: Parameters<typeof noteIdentity.body.parse>[0]) =>
    proctor.client.call(noteIdentity, { params, body: noteIdentity.body.parse(body) })
  const admitted = { is: 'admitted', document: 'passport_rf' } as const
  expect((await say(admitted)).status).toBe(200)
  const other = { is: 'refused', why: 'identity_document_missing', reason: 'Отметил не ту строку' } as const
  expect((await say(other)).status).toBe(200)
  expect(await seatOf(proctor, one.id)).toMatchObject({ is: 'refused', identity: { reason: other.reason } })
  expect((await proctor.client.call(beginInRoom, { params })).code).toBe('identity_refused')
  expect((await say(admitted)).status).toBe(200)
  await proctor.client.done(beginInRoom, { params })
  expect((await say(other)).code).toBe('not_now')
})

test('R4-7.5a in the room a warning is both shown and read aloud by the proctor, counts, and is printed as given in person', async () => {
  const { proctor, one, params } = await classroomExam()
  await proctor.client.done(noteArrival, { params })
  await proctor.client.done(noteIdentity, { params, body: { is: 'admitted', document: 'passport_rf' } })
  await proctor.client.done(beginInRoom, { params })
  const warn = (inRoom?: ('text' | 'audio')[]) =>
    proctor.client.call(sayToExaminee, {
      params,
      body: {
        kind: 'warning',
        text: 'Пожалуйста, не разговаривайте.',
        reason: 'Шептался с соседом',
        ...(inRoom && { inRoom }),
      },
    })
  expect((await warn()).code, 'nobody’s page shows it here').toBe('warning_not_whole')
  expect((await warn(['audio'])).code).toBe('warning_not_whole')
  expect((await warn(['text', 'audio'])).status).toBe(200)
  expect(await seatOf(proctor, one.id)).toMatchObject({ warnings: 1 })
  await proctor.client.done(handInInRoom, { params })
  const { happened } = await proctor.client.done(readProtocol, { params })
  expect(happened).toMatchObject([
    { is: 'warning', text: 'Пожалуйста, не разговаривайте.', outcome: 'in_room' },
  ])

  const home = await school.session({
    exam: await examUnderAct(school.admin.client, {}, { nowMs }),
    proctors: [proctor],
  })
  await server.database.owner(
    "update session set state = 'in_progress', authorized_at = $2, started_at = $2, deadline = $3 where id = $1",
    [home.id, new Date(nowMs), new Date(nowMs + 3_600_000)],
  )
  const body = {
    kind: 'warning' as const,
    text: 'Тише',
    reason: 'Шум',
    inRoom: ['text' as const, 'audio' as const],
  }
  const far = await proctor.client.call(sayToExaminee, { params: { sid: home.id }, body })
  expect(far.code, 'at home it arrives by the examinee’s page alone').toBe('not_in_a_room')
})

test('SM-17 in the room too a failure stops the time of one person, and what it took comes back', async () => {
  const { proctor, one, params } = await classroomExam()
  await proctor.client.done(noteArrival, { params })
  const body = { is: 'admitted', document: 'passport_rf' } as const
  await proctor.client.done(noteIdentity, { params, body })
  await proctor.client.done(beginInRoom, { params })
  const seat = () => seatOf(proctor, one.id)
  const before = await seat()
  expect(before?.pause).toBeNull()
  const why = { cause: 'failure', reason: 'В классе нет света' } as const
  await proctor.client.done(sayToExaminee, { params, body: { kind: 'pause', ...why } })
  const { pause } = (await seat()) ?? {}
  expect(pause).toMatchObject({ reason: why.reason })
  nowMs += 2 * 60_000
  await proctor.client.done(sayToExaminee, { params, body: { kind: 'resume', of: pause?.seq ?? 0 } })
  const after = await seat()
  expect(after?.pause).toBeNull()
  const given = Date.parse(after?.deadline ?? '') - Date.parse(before?.deadline ?? '')
  expect(Math.floor(given / 60_000)).toBe(2)
})

test('R4-2.14 a classroom exam without a proctor is told of beforehand, and calls for a person on its day', async () => {
  const exam = await examUnderAct(school.admin.client, inRoom, { nowMs })
  await school.session({ exam, proctors: [] })
  const methodist = await school.person('methodist')
  const needs = await methodist.client.done(rehearseExam, { params: { eid: exam }, query: {} })
  expect(needs).toMatchObject({ live: true, proctorsNeeded: 1, proctorsAssigned: 0, unwatched: 1 })
  const { urgent } = await methodist.client.done(readToday, {})
  expect(urgent.filter((one) => one.exam?.id === exam).map(({ what }) => what)).toContain('no_proctor')
})

test('R4-2.14 who comes to a classroom is asked to prepare no machine and is offered no trial', async () => {
  const { exam, one } = await classroomExam()
  const methodist = await school.person('methodist')
  const params = { eid: exam }
  await methodist.client.done(tellSchedule, { params })
  const { rows } = await one.examinee.client.done(listMyNotices, {})
  expect(rows).toMatchObject([{ kind: 'schedule', facts: { inRoom: true } }])
  expect((await methodist.client.call(offerTrial, { params })).code).toBe('nothing_to_try')
  expect((await one.examinee.client.done(listMyNotices, {})).rows.length).toBe(1)
})

test('R0-1.4b a lesson is watched as an attestation is: the kind of event is stored, shown in every list, and has no protocol of an attestation', async () => {
  const other = await server.otherInstitution()
  await actInForce(other.admin.client, '000')
  const lesson = await examUnderAct(other.admin.client, { event: 'lesson' }, { title: 'Урок физики', nowMs })
  const exam = await examUnderAct(other.admin.client, {}, { nowMs })
  const { rows: stored } = await server.database.owner(
    "select card ->> 'event' as event from exam where id = any($1) order by event",
    [[lesson, exam]],
  )
  expect(stored.map(({ event }) => event)).toEqual(['exam', 'lesson'])
  const listed = (await other.admin.client.done(listExams, { query: {} })).rows
  expect(listed.find(({ id }) => id === lesson)?.event).toBe('lesson')
  const one = await other.session({ exam: lesson })
  const { rows } = await other.admin.client.done(listSessions, { params: { eid: lesson } })
  expect(rows.map(({ event }) => event)).toEqual(['lesson'])
  expect((await one.examinee.client.done(listMySessions, {})).rows[0]?.event).toBe('lesson')

  const [proctor] = one.proctors as [TestPerson]
  await server.database.owner(
    "update session set state = 'deauthorized', authorized_at = $2, started_at = $2, deadline = $3, deauthorized_at = $3, end_cause = 'auto' where id = $1",
    [one.id, new Date(nowMs - 60_000), new Date(nowMs)],
  )
  const params = { sid: one.id }
  expect((await proctor.client.call(readProtocol, { params })).code).toBe('no_form_of_act')
  expect((await proctor.client.done(listProtocols, {})).rows).toEqual([])
  // 004 knows attestations alone: a card of a lesson is not published under it.
  await expect(examUnderAct(school.admin.client, { event: 'lesson' }, { nowMs })).rejects.toThrow(
    /not published/,
  )
})
