// What is put right after an exam was published: who is moved, taken off, added, told; which limits stand; what is refused.
import {
  type DeedGiven,
  listAmendments,
  listSiblings,
  makeAmendment,
  previewAmendment,
} from '@ochno/contract/amendments'
import type { ExamCardGiven } from '@ochno/contract/exam-card'
import { stateConditions } from '@ochno/contract/exam-admission'
import { applyPlan, planExam, readSchedule } from '@ochno/contract/exam-schedule'
import { createExam, publishExam, readExam, readExamRules } from '@ochno/contract/exams'
import { saveMail, setEmail } from '@ochno/contract/mail'
import { listExamNotices, listMyNotices, tellSchedule } from '@ochno/contract/notices'
import { listMyChildren, unlinkParent } from '@ochno/contract/people'
import {
  assignProctor,
  authorizeSession,
  createSession,
  listMySessions,
  listSessions,
} from '@ochno/contract/sessions'
import { plainCard } from '@ochno/domain/exam/card'
import type { AccountId, ExamId, SessionId, SlotId } from '@ochno/domain/ids'
import { fromMs } from '@ochno/domain/time'
import { postgresStore } from '@ochno/server/adapters/postgres/store'
import { randomIds } from '@ochno/server/adapters/system/ids'
import { tellChanges } from '@ochno/server/features/notices/tell-change'
import { newDate } from '@ochno/server/features/sessions/amend'
import { ownActInForce } from '@ochno/testkit/act-in-force'
import type { Client } from '@ochno/testkit/client'
import { bootServer, type TestInstitution, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

let server: TestServer
let school: TestInstitution
let admin: Client
let teacher: TestPerson
let proctor: TestPerson
const started = Date.now()
beforeAll(async () => {
  server = await bootServer({
    // The jobs of every minute stand still: what is told is told by the change itself.
    parts: [{ tasks: { tell_schedules: async () => {}, send_due_letters: async () => {} } }],
  })
  school = await server.otherInstitution()
  admin = school.admin.client
  await ownActInForce(admin, {
    'capacity.max_simultaneous': 3,
    'staffing.sync_examinees_per_proctor': 2,
    'schedule.publish_to_examinee': 'required',
  })
  teacher = await school.person('teacher')
})
afterAll(() => server.stop())
beforeEach(async () => {
  proctor = await school.person('proctor', { fullName: 'Прокторова Нина' })
})

const MINUTE = 60_000
/** Minutes from the first moment, so that one time is written alike wherever a test names it. */
const at = (minutes: number) => new Date(started - (started % 1000) + minutes * MINUTE).toISOString()
const window = (from: number, until = from + 15) => ({ opensAt: at(from), closesAt: at(until) })
const card = { ...(plainCard as unknown as ExamCardGiven), subject: 'Физика' }

async function published(more: object = {}, carded: Partial<ExamCardGiven> = {}): Promise<ExamId> {
  const body = {
    title: 'Физика',
    instructions: 'Задание',
    opensAt: at(-5),
    closesAt: at(600),
    lengthMinutes: 45,
    card: { ...card, ...carded },
    ...more,
  }
  const { id } = await teacher.client.done(createExam, { body })
  await teacher.client.done(publishExam, { params: { eid: id } })
  return id
}
const examinees = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, no) =>
      school.person('examinee', { fullName: `Ученик ${String(no + 1)}` }),
    ),
  )

/** People put into one new slot, told of it. */
async function slotted(eid: ExamId, people: readonly TestPerson[], from: number, by: readonly TestPerson[]) {
  const body = {
    examinees: people.map(({ id }) => id),
    proctors: by.map(({ id }) => id),
    first: at(from),
    windowMinutes: 15,
    betweenMinutes: 0,
  }
  const { digest } = await teacher.client.done(planExam, { params: { eid }, body })
  const { slots } = await teacher.client.done(applyPlan, { params: { eid }, body: { ...body, digest } })
  await teacher.client.done(tellSchedule, { params: { eid } })
  const slot = slots.find(({ opensAt }) => Date.parse(opensAt) === Date.parse(at(from)))
  if (!slot) throw new Error('no such slot')
  return { slot: slot.id, people: slot.people }
}
const sessionsOf = async (eid: ExamId) => (await teacher.client.done(listSessions, { params: { eid } })).rows
const sessionOf = async (eid: ExamId, person: TestPerson) => {
  const found = (await sessionsOf(eid)).find(({ examinee }) => examinee.id === person.id)
  if (!found) throw new Error(`${person.login} is not in the exam`)
  return found
}
const amend = (eid: ExamId, deed: DeedGiven, by: Client = teacher.client) =>
  by.call(makeAmendment, { params: { eid }, body: { deed, why: 'Болезнь преподавателя' } })
const amended = (eid: ExamId, deed: DeedGiven) =>
  teacher.client.done(makeAmendment, { params: { eid }, body: { deed, why: 'Болезнь преподавателя' } })
const preview = (eid: ExamId, deed: DeedGiven) =>
  teacher.client.done(previewAmendment, { params: { eid }, body: { deed } })
const notices = async (person: TestPerson) => (await person.client.done(listMyNotices, { query: {} })).rows
const toSlot = (session: SessionId, slot: SlotId): DeedGiven => ({
  do: 'move',
  session,
  to: { in: 'slot', slot },
})
const toTime = (session: SessionId, from: number): DeedGiven => ({
  do: 'move',
  session,
  to: { in: 'time', ...window(from) },
})

test('R4-3.6b a person is moved to another slot: the same session, a changed notice counted anew, the journal of changes', async () => {
  const eid = await published()
  const [orlov, serova] = (await examinees(2)) as [TestPerson, TestPerson]
  const first = await slotted(eid, [orlov], 60, [proctor])
  const second = await slotted(eid, [serova], 180, [proctor])
  const before = await sessionOf(eid, orlov)
  await notices(orlov)

  const seen = await preview(eid, toSlot(before.id, second.slot))
  expect(seen).toMatchObject({ problems: [], people: 1 })
  expect(seen.told.map(({ id, as, of }) => [id, as, of])).toEqual([
    [orlov.id, 'examinee', 'new_time'],
    [proctor.id, 'proctor', 'moved'],
  ])
  expect((await sessionOf(eid, orlov)).opensAt).toBe(before.opensAt)

  const done = await amended(eid, toSlot(before.id, second.slot))
  expect(done).toMatchObject({
    told: 2,
    amendment: { no: 1, what: 'move', who: ['Ученик 1'], people: 1 },
  })
  const after = await sessionOf(eid, orlov)
  expect([after.id, Date.parse(after.opensAt)]).toEqual([before.id, Date.parse(at(180))])
  const schedule = await teacher.client.done(readSchedule, { params: { eid } })
  expect(schedule.slots.map(({ people }) => people)).toEqual([0, 2])
  expect(first.people).toBe(1)

  const states = async () =>
    (await teacher.client.done(listExamNotices, { params: { eid } })).rows.find(
      ({ session }) => session === before.id,
    )?.state
  expect(await states()).toBe('queued')
  const [told] = await notices(orlov)
  expect(told).toMatchObject({
    kind: 'schedule',
    edition: 2,
    facts: { session: before.id, why: 'Болезнь преподавателя' },
  })
  expect(await states()).toBe('delivered')
  expect((await notices(proctor))[0]).toMatchObject({ kind: 'duty', facts: { what: 'moved', people: 1 } })
  const { rows } = await teacher.client.done(listAmendments, { params: { eid } })
  expect(rows).toMatchObject([{ what: 'move', why: 'Болезнь преподавателя', who: ['Ученик 1'] }])
})

test('R4-3.7 into a slot that is full nobody is moved or added, by preview and by deed', async () => {
  const eid = await published()
  const people = await examinees(5)
  const [fourth, fifth] = people.slice(3) as [TestPerson, TestPerson]
  const more = await school.person('proctor')
  const full = await slotted(eid, people.slice(0, 3), 60, [proctor, more])
  await slotted(eid, [fourth], 180, [proctor])
  const { id } = await sessionOf(eid, fourth)
  const seen = await preview(eid, toSlot(id, full.slot))
  expect(seen.problems.map(({ why, who }) => [why, who.id])).toEqual([['slot_full', fourth.id]])
  const moved = await amend(eid, toSlot(id, full.slot))
  expect([moved.status, moved.code]).toEqual([409, 'slot_full'])
  const added = await amend(eid, { do: 'add', examinee: fifth.id, to: { in: 'slot', slot: full.slot } })
  expect([added.status, added.code]).toEqual([409, 'slot_full'])
  // A start window of his own that overlaps theirs is the same run.
  const third = await school.person('proctor')
  const aside = await amend(eid, { ...toTime(id, 70), proctors: [third.id] } as DeedGiven)
  expect(aside.code).toBe('slot_full')
  expect((await amend(eid, toTime(id, 300))).status).toBe(200)
})

test('R4-3.7 of two organisers who move two people onto the last seat at once one gets it', async () => {
  const eid = await published()
  const people = await examinees(4)
  const more = await school.person('proctor')
  const nearly = await slotted(eid, people.slice(0, 2), 60, [proctor, more])
  await slotted(eid, people.slice(2), 180, [proctor, more])
  const [one, two] = await Promise.all(people.slice(2).map((person) => sessionOf(eid, person)))
  const other = await school.person('teacher')
  const answers = await Promise.all([
    amend(eid, toSlot(one?.id as SessionId, nearly.slot)),
    amend(eid, toSlot(two?.id as SessionId, nearly.slot), school.admin.client),
  ])
  expect(answers.map(({ code }) => code).sort()).toEqual(['', 'slot_full'])
  const { slots } = await teacher.client.done(readSchedule, { params: { eid } })
  expect(slots.map(({ people }) => people)).toEqual([3, 1])
  expect(other.id).not.toBe(teacher.id)
})

test('R4-5.2c TR-13 a proctor who is full over all exams takes nobody more; whoever watches there and can does instead', async () => {
  const [physics, maths] = [
    await published(),
    await published({ title: 'Математика' }, { subject: 'Математика' }),
  ]
  const [anna, boris, vera] = (await examinees(3)) as [TestPerson, TestPerson, TestPerson]
  await slotted(maths, [anna, boris], 60, [proctor])
  await slotted(physics, [vera], 180, [proctor])
  const { id } = await sessionOf(physics, vera)
  const alone = await amend(physics, toTime(id, 60))
  expect([alone.status, alone.code]).toEqual([409, 'no_proctor_free'])
  const named = { ...toTime(id, 60), proctors: [proctor.id] } as DeedGiven
  expect((await amend(physics, named)).code).toBe('proctor_full')
  const stranger = await school.person('examinee')
  expect((await amend(physics, { ...toTime(id, 60), proctors: [stranger.id] } as DeedGiven)).code).toBe(
    'not_a_proctor',
  )
  const free = await school.person('proctor', { fullName: 'Свободная Ольга' })
  await amended(physics, { ...toTime(id, 60), proctors: [free.id] } as DeedGiven)
  expect((await sessionOf(physics, vera)).proctors.map((one) => one.id)).toEqual([free.id])
  expect((await notices(free))[0]).toMatchObject({ kind: 'duty', facts: { what: 'given' } })
  expect((await notices(proctor))[0]).toMatchObject({ kind: 'duty', facts: { what: 'taken' } })
})

test('R4-3.6a nobody is moved onto another exam of the same time, and the exam in the way is named', async () => {
  const [physics, maths] = [await published(), await published({ title: 'Математика' })]
  const [orlov] = (await examinees(1)) as [TestPerson]
  await slotted(maths, [orlov], 60, [])
  await slotted(physics, [orlov], 180, [])
  const { id } = await sessionOf(physics, orlov)
  const seen = await preview(physics, toTime(id, 70))
  expect(seen.problems).toMatchObject([{ why: 'examinee_busy', who: { id: orlov.id }, exam: 'Математика' }])
  expect((await amend(physics, toTime(id, 70))).code).toBe('examinee_busy')
})

test('a person is moved to another exam of the same subject, never to one of another; the conditions of admission go along', async () => {
  const [physics, again] = [
    await published({}, { subject: 'Оптика' }),
    await published({ title: 'Физика, второй день' }, { subject: 'Оптика' }),
  ]
  const chemistry = await published({ title: 'Химия' }, { subject: 'Химия' })
  const [orlov] = (await examinees(1)) as [TestPerson]
  await slotted(physics, [orlov], 60, [proctor])
  const { id } = await sessionOf(physics, orlov)
  const conditions = [{ code: 'Практика зачтена', met: false, ground: 'Учебный план' }]
  await teacher.client.done(stateConditions, { params: { sid: id }, body: { conditions } })
  // TR-11: a late original was decided of already.
  await server.database.owner(
    `insert into admission_decision (tenant_id, session_id, admit, reason, decided_by, decided_at)
     values ($1, $2, true, 'Почта опоздала', $3, now())`,
    [school.id, id, teacher.id],
  )
  const siblings = await teacher.client.done(listSiblings, { params: { eid: physics } })
  expect(siblings.rows.map((row) => row.id)).toEqual([again])
  const to = (exam: ExamId): DeedGiven => ({ do: 'move', session: id, to: { in: 'exam', exam, slot: null } })
  expect((await amend(physics, to(chemistry))).code).toBe('other_subject')
  expect((await preview(physics, to(again))).notes).toContain('held_back')
  await amended(physics, to(again))
  expect(await sessionsOf(physics)).toEqual([])
  const moved = await sessionOf(again, orlov)
  const refused = await orlov.client.call(authorizeSession, { params: { sid: moved.id } })
  expect([refused.status, refused.code]).toEqual([409, 'not_admitted'])
  const { rows: decided } = await server.database.owner(
    'select admit, reason, decided_by from admission_decision where session_id = $1',
    [moved.id],
  )
  expect(decided).toEqual([{ admit: true, reason: 'Почта опоздала', decided_by: teacher.id }])
  expect(
    (await notices(orlov))
      .slice(0, 2)
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['cancelled', 'schedule'])
})

test('R4-3.6b somebody taken off is told why, can not begin, frees the seat and may be added again', async () => {
  const eid = await published()
  const [orlov] = (await examinees(1)) as [TestPerson]
  const { slot } = await slotted(eid, [orlov], -1, [proctor])
  const { id } = await sessionOf(eid, orlov)
  expect((await preview(eid, { do: 'take_off', session: id })).notes).toEqual(['list_again'])
  await server.database.owner(
    `insert into identity_evidence (id, tenant_id, session_id, examinee_id, step, part, kind, bytes, sha256, kek_id, sealed_key, taken_at)
     values ('evi_off', $1, $2, $3, 'document', 0, 'image/jpeg', 5, 'x', 'k', 'sealed', now())`,
    [school.id, id, orlov.id],
  )
  await amended(eid, { do: 'take_off', session: id })
  const shown = await server.database.owner(
    "select forget_after is not null as goes from identity_evidence where id = 'evi_off'",
  )
  expect(shown.rows).toEqual([{ goes: true }])
  expect(await sessionsOf(eid)).toEqual([])
  expect((await orlov.client.call(authorizeSession, { params: { sid: id } })).status).toBe(409)
  const [told] = await notices(orlov)
  expect(told).toMatchObject({
    kind: 'cancelled',
    edition: 2,
    facts: { session: id, why: 'Болезнь преподавателя' },
  })
  const mine = await orlov.client.done(listMySessions, {})
  expect(mine.rows).toMatchObject([{ id, state: 'cancelled', endReason: 'Болезнь преподавателя' }])
  expect((await notices(proctor))[0]).toMatchObject({ kind: 'duty', facts: { what: 'called_off' } })
  await amended(eid, { do: 'add', examinee: orlov.id, to: { in: 'slot', slot }, proctors: [proctor.id] })
  const back = await sessionOf(eid, orlov)
  expect(back.id).not.toBe(id)
  expect((await notices(orlov))[0]).toMatchObject({ kind: 'schedule', facts: { session: back.id } })
  expect((await amend(eid, { do: 'add', examinee: orlov.id, to: { in: 'slot', slot } })).code).toBe(
    'session_exists',
  )
})

test('a session that runs or is over is neither moved nor taken off, and one with a recording says so', async () => {
  const eid = await published()
  const [orlov] = (await examinees(1)) as [TestPerson]
  const { slot } = await slotted(eid, [orlov], -1, [proctor])
  const { id } = await sessionOf(eid, orlov)
  await orlov.client.done(authorizeSession, { params: { sid: id } })
  const codes = async (...deeds: DeedGiven[]) =>
    Promise.all(deeds.map(async (deed) => (await amend(eid, deed)).code))
  const deeds: DeedGiven[] = [
    toTime(id, 200),
    { do: 'take_off', session: id },
    { do: 'move_slot', slot, ...window(200) },
    { do: 'cancel_slot', slot },
    { do: 'cancel_exam' },
  ]
  expect(await codes(...deeds)).toEqual([
    'session_began',
    'session_began',
    'slot_began',
    'slot_began',
    'exam_began',
  ])
  await server.database.owner(
    `insert into track (session_id, tid, tenant_id, no, nonce, opened_at) select id, 'cam', tenant_id, 1, '\\x00', now() from session where id = $1`,
    [id],
  )
  await server.database.owner(
    `update session set state = 'deauthorized', deauthorized_at = now() where id = $1`,
    [id],
  )
  expect(await codes(toTime(id, 200), { do: 'take_off', session: id })).toEqual([
    'session_began',
    'session_recorded',
  ])
})

test('R4-3.6b a whole slot is postponed: everybody in it is told, nobody else; the rules of the exam stay as they were frozen', async () => {
  const eid = await published({ closesAt: at(240) })
  const people = await examinees(3)
  const [, , stays] = people as [TestPerson, TestPerson, TestPerson]
  const { slot } = await slotted(eid, people.slice(0, 2), 60, [proctor])
  await slotted(eid, [stays], 180, [proctor])
  const rules = await teacher.client.done(readExamRules, { params: { eid } })
  await notices(stays)
  const deed: DeedGiven = { do: 'move_slot', slot, ...window(60 * 24) }
  const seen = await preview(eid, deed)
  expect(
    seen.told
      .filter(({ as }) => as === 'examinee')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(
    people
      .slice(0, 2)
      .map(({ id }) => id)
      .sort(),
  )
  await amended(eid, deed)
  const exam = await teacher.client.done(readExam, { params: { eid } })
  expect(Date.parse(exam.closesAt)).toBe(Date.parse(at(60 * 24 + 15)))
  expect((await teacher.client.done(readExamRules, { params: { eid } })).frozen).toEqual(rules.frozen)
  for (const person of people.slice(0, 2))
    expect((await notices(person))[0]).toMatchObject({ kind: 'schedule', edition: 2 })
  expect((await notices(stays)).map(({ edition }) => edition)).toEqual([1])
  const { rows } = await teacher.client.done(listExamNotices, { params: { eid } })
  expect(rows.some(({ state }) => state === 'not_told')).toBe(false)
  const early = await people[0]?.client.call(authorizeSession, {
    params: { sid: (await sessionOf(eid, people[0] as TestPerson)).id },
  })
  expect(early?.code).toBe('too_early')
})

test('R4-3.6b nobody begins while somebody was not told of the change', async () => {
  const eid = await published()
  const [orlov, serova] = (await examinees(2)) as [TestPerson, TestPerson]
  await slotted(eid, [orlov], -1, [proctor])
  await slotted(eid, [serova], 120, [proctor])
  const { id } = await sessionOf(eid, serova)
  // Moved past the schedule: nobody told her.
  await server.database.owner(
    `update session set closes_at = closes_at + interval '5 minutes' where id = $1`,
    [id],
  )
  const sid = (await sessionOf(eid, orlov)).id
  expect((await orlov.client.call(authorizeSession, { params: { sid } })).code).toBe('people_not_told')
  await amended(eid, toTime(id, 240))
  expect((await orlov.client.call(authorizeSession, { params: { sid } })).status).toBe(200)
})

test('a slot and then the exam are called off: people, proctors and teachers are told, and nobody is put into it any more', async () => {
  const eid = await published()
  const colleague = await school.person('teacher')
  const [orlov, serova, late] = (await examinees(3)) as [TestPerson, TestPerson, TestPerson]
  const { slot } = await slotted(eid, [orlov], 60, [proctor])
  await slotted(eid, [serova], 180, [proctor])
  await amended(eid, { do: 'cancel_slot', slot })
  const { slots } = await teacher.client.done(readSchedule, { params: { eid } })
  expect(slots).toHaveLength(1)
  const made = await amend(eid, { do: 'cancel_exam' }, school.admin.client)
  expect(made.status).toBe(200)
  for (const person of [orlov, serova]) expect((await notices(person))[0]?.kind).toBe('cancelled')
  expect((await notices(teacher))[0]).toMatchObject({ kind: 'duty', facts: { what: 'called_off' } })
  const heard = (await notices(colleague)).map(({ kind }) => kind)
  expect(heard).toEqual(['duty', 'duty'])
  const exam = await teacher.client.done(readExam, { params: { eid } })
  expect([exam.cancelled?.why, exam.sessions]).toEqual(['Болезнь преподавателя', 0])
  const codes = [
    await teacher.client.call(createSession, {
      params: { eid },
      body: { examinee: late.id, slot: slots[0]?.id as SlotId },
    }),
    await amend(eid, { do: 'add', examinee: late.id, to: { in: 'window' } }),
    await teacher.client.call(planExam, {
      params: { eid },
      body: { examinees: [late.id], proctors: [], first: at(60), windowMinutes: 15, betweenMinutes: 0 },
    }),
  ].map(({ code }) => code)
  expect(codes).toEqual(Array(3).fill('exam_cancelled'))
})

test('R4-5.2c TR-13 the proctor of a slot is changed at once for everybody, or for nobody', async () => {
  const eid = await published()
  const people = await examinees(3)
  const second = await school.person('proctor', { fullName: 'Второй Олег' })
  const { slot } = await slotted(eid, people, 60, [proctor, second])
  const both: DeedGiven = { do: 'change_proctor', slot, from: proctor.id, to: second.id }
  const full = await amend(eid, both)
  expect([full.status, full.code]).toEqual([409, 'proctor_full'])
  const third = await school.person('proctor', { fullName: 'Третья Яна' })
  await amended(eid, { ...both, to: third.id })
  const watchers = (await sessionsOf(eid)).flatMap(({ proctors }) => proctors.map((one) => one.id))
  expect([watchers.includes(proctor.id), watchers.includes(third.id)]).toEqual([false, true])
  expect((await notices(proctor))[0]).toMatchObject({ kind: 'duty', facts: { what: 'taken' } })
  // Their time is as it was: examinees are told nothing new.
  for (const person of people) expect((await notices(person)).map(({ edition }) => edition)).toEqual([1])
})

test('R4-5.12a a new date for somebody whose session is over is a new session of the same exam; a running one is ended first', async () => {
  const eid = await published()
  const [orlov] = (await examinees(1)) as [TestPerson]
  await slotted(eid, [orlov], -1, [proctor])
  const { id } = await sessionOf(eid, orlov)
  await orlov.client.done(authorizeSession, { params: { sid: id } })
  const store = postgresStore(server.database.pools.app, randomIds)
  const give = newDate({
    store,
    ids: randomIds,
    rights: { changed: () => {} },
    telling: tellChanges(randomIds),
  })
  const asker = { account: teacher.id, tenant: school.id, roles: ['teacher' as const] }
  const to = { opensAt: fromMs(Date.parse(at(300))), closesAt: fromMs(Date.parse(at(320))) }
  const ask = () =>
    store.inTenant(school.id, (tx) =>
      give(tx, asker, { session: id, to, why: 'Сбой связи' }, fromMs(Date.now())),
    )
  expect(await ask()).toEqual({ ok: false, why: 'session_began' })
  await server.database.owner(
    `update session set state = 'deauthorized', deauthorized_at = now() where id = $1`,
    [id],
  )
  const given = await ask()
  expect(given).toMatchObject({ ok: true })
  expect(await ask()).toEqual({ ok: false, why: 'session_exists' })
  const mine = (await sessionsOf(eid)).map(({ state }) => state).sort()
  expect(mine).toEqual(['admitted', 'deauthorized'])
  expect((await notices(orlov))[0]).toMatchObject({
    kind: 'schedule',
    edition: 2,
    facts: { session: given.ok ? given.session : '', why: 'Сбой связи' },
  })
  const { rows } = await teacher.client.done(listExamNotices, { params: { eid } })
  expect(rows.map(({ state }) => state)).toEqual(['delivered'])
  const history = await teacher.client.done(listAmendments, { params: { eid } })
  expect(history.rows).toMatchObject([{ what: 'new_date', why: 'Сбой связи' }])
})

test('R4-3.6b a slot nobody came to is moved as often as it takes: each of them has one session to come', async () => {
  const eid = await published()
  const people = await examinees(2)
  const { slot } = await slotted(eid, people, 30, [proctor])
  for (const from of [60, 120, 180]) {
    await server.database.owner(
      "update session set state = 'expired_not_started' where exam_id = $1 and state = 'admitted'",
      [eid],
    )
    const moved = await amend(eid, { do: 'move_slot', slot, ...window(from) })
    expect(moved.status, moved.text).toBe(200)
    expect(moved.body.amendment.people).toBe(2)
    const ahead = (await sessionsOf(eid)).filter(({ state }) => state === 'admitted')
    expect(ahead.map(({ examinee }) => examinee.id).sort()).toEqual(people.map(({ id }) => id).sort())
    expect(ahead.map(({ opensAt }) => Date.parse(opensAt))).toEqual(Array(2).fill(Date.parse(at(from))))
  }
})

test('R4-3.6a an exam without slots takes people into its window after one was given a time of his own', async () => {
  const eid = await published()
  const [orlov, serova] = (await examinees(2)) as [TestPerson, TestPerson]
  const join = (person: TestPerson) =>
    teacher.client.call(createSession, { params: { eid }, body: { examinee: person.id } })
  expect((await join(orlov)).status).toBe(200)
  await amended(eid, toTime((await sessionOf(eid, orlov)).id, 900))
  const { slots } = await teacher.client.done(readSchedule, { params: { eid } })
  expect(slots).toEqual([])
  const joined = await join(serova)
  expect(joined.status, joined.text).toBe(200)
  const times = async () =>
    Promise.all([orlov, serova].map(async (one) => Date.parse((await sessionOf(eid, one)).opensAt)))
  expect(await times()).toEqual([Date.parse(at(900)), Date.parse(at(-5))])
  const maths = await published({ title: 'Математика', closesAt: at(1200) }, { subject: 'Математика' })
  await slotted(maths, [orlov], 700, [])
  const clash = await amend(maths, toTime((await sessionOf(maths, orlov)).id, 910))
  expect(clash.code, 'his own time is taken').toBe('examinee_busy')
  await amended(eid, { do: 'move_slot', slot: null, ...window(120, 600) })
  expect(await times(), 'a time of his own stays').toEqual([Date.parse(at(900)), Date.parse(at(120))])
})

test('R4-4.1 who was let in at the door for one day is looked at anew on another', async () => {
  const eid = await published()
  const [orlov] = (await examinees(1)) as [TestPerson]
  await slotted(eid, [orlov], 30, [proctor])
  const { id } = await sessionOf(eid, orlov)
  const store = postgresStore(server.database.pools.app, randomIds)
  const visit = () => store.inTenant(school.id, (tx) => tx.doors.find(id))
  await store.inTenant(school.id, (tx) =>
    tx.doors.save(
      id,
      { state: 'admitted', done: ['document', 'face'], asked: [], cameAt: null, document: null },
      fromMs(Date.now()),
    ),
  )
  expect((await visit())?.state).toBe('admitted')
  await amended(eid, toTime(id, 24 * 60))
  expect((await sessionOf(eid, orlov)).id).toBe(id)
  expect(await visit()).toMatchObject({ state: 'preparing', done: [], cameAt: null })
})

test('letters follow: a changed schedule and one that is called off, each with the number calendars go by', async () => {
  const eid = await published()
  const [orlov] = (await examinees(1)) as [TestPerson]
  const body = {
    host: '127.0.0.1',
    port: 9,
    security: 'none' as const,
    user: null,
    sender: 'exam@school.example',
    senderName: 'Школа',
    quiet: null,
  }
  await admin.done(saveMail, { body })
  await admin.done(setEmail, { params: { id: orlov.id }, body: { email: 'orlov@school.example' } })
  await slotted(eid, [orlov], 60, [proctor])
  const { id } = await sessionOf(eid, orlov)
  expect((await preview(eid, toTime(id, 240))).told.map(({ letter }) => letter)).toEqual([true, false])
  await amended(eid, toTime(id, 240))
  await amended(eid, { do: 'take_off', session: id })
  const { rows } = await server.database.owner(
    'select kind, facts->>$2 as edition, facts->>$3 as session from letter where to_account = $1 order by queued_at',
    [orlov.id, 'edition', 'session'],
  )
  expect(rows).toEqual([
    { kind: 'schedule', edition: '1', session: id },
    { kind: 'schedule', edition: '2', session: id },
    { kind: 'cancelled', edition: '3', session: id },
  ])
})

test('T-30 T-01 neither another institution, nor a proctor, nor an examinee puts anything right', async () => {
  const eid = await published()
  const [orlov] = (await examinees(1)) as [TestPerson]
  await slotted(eid, [orlov], 60, [proctor])
  const { id } = await sessionOf(eid, orlov)
  const other = (await (await server.otherInstitution()).person('teacher')).client
  const deed: DeedGiven = { do: 'take_off', session: id }
  const calls = (by: Client) =>
    Promise.all([
      amend(eid, deed, by),
      by.call(previewAmendment, { params: { eid }, body: { deed } }),
      by.call(listAmendments, { params: { eid } }),
      by.call(listSiblings, { params: { eid } }),
    ])
  expect((await calls(other)).map(({ code }) => code)).toEqual(Array(4).fill('not_found'))
  for (const person of [proctor, orlov])
    expect((await calls(person.client)).map(({ status }) => status)).toEqual(Array(4).fill(403))
  const foreign = await other.call(makeAmendment, {
    params: { eid: `exm_${'a'.repeat(26)}` as ExamId },
    body: { deed: { do: 'add', examinee: orlov.id as AccountId, to: { in: 'window' } }, why: 'x' },
  })
  expect(foreign.code).toBe('not_found')
  expect((await sessionOf(eid, orlov)).state).toBe('admitted')
})

test('SM-1 a published exam is called off by a methodist or an administrator; its teacher is refused, in the preview too', async () => {
  const eid = await published()
  const [orlov] = (await examinees(1)) as [TestPerson]
  await slotted(eid, [orlov], 60, [proctor])
  const deed: DeedGiven = { do: 'cancel_exam' }
  const refused = await amend(eid, deed)
  expect([refused.status, refused.code]).toEqual([403, 'may_not_cancel'])
  const looked = await teacher.client.call(previewAmendment, { params: { eid }, body: { deed } })
  expect(looked.code).toBe('may_not_cancel')
  expect((await teacher.client.done(readExam, { params: { eid } })).cancelled).toBeNull()
  const methodist = await school.person('methodist')
  expect((await amend(eid, deed, methodist.client)).status).toBe(200)
  expect((await teacher.client.done(readExam, { params: { eid } })).cancelled?.why).toBe(
    'Болезнь преподавателя',
  )
})

test('a proctor who is given a seat by hand is told of it once, in his account', async () => {
  const eid = await published()
  const [orlov] = (await examinees(1)) as [TestPerson]
  const other = await school.person('proctor')
  await slotted(eid, [orlov], 60, [proctor])
  const { id } = await sessionOf(eid, orlov)
  const params = { sid: id, proctor: other.id }
  await teacher.client.done(assignProctor, { params })
  await teacher.client.done(assignProctor, { params })
  expect(await notices(other)).toMatchObject([{ kind: 'duty', facts: { what: 'given', people: 1 } }])
})

/** A parent whom the institution has verified; the child is of the given age. */
async function parentOf(child: TestPerson, years: number, verified = true): Promise<TestPerson> {
  const parent = await school.person('parent', { fullName: `Родитель: ${child.login}` })
  await linked(parent, child, years, verified)
  return parent
}

async function linked(parent: TestPerson, child: TestPerson, years: number, verified = true): Promise<void> {
  const born = new Date(started)
  born.setUTCFullYear(born.getUTCFullYear() - years)
  await server.database.owner(
    `insert into consent_person (account_id, tenant_id, born) values ($1, $2, $3) on conflict (account_id) do nothing`,
    [child.id, school.id, born.toISOString().slice(0, 10)],
  )
  await server.database.owner(
    `insert into consent_guardian (tenant_id, representative_id, child_id, proof, verified_at)
     values ($1, $2, $3, 'свидетельство о рождении', $4)`,
    [school.id, parent.id, child.id, verified ? new Date(started) : null],
  )
}

test('R4-3.6b R0-1.1b the schedule that is told first reaches the parents of a minor too, once for each child, and gives them a calendar while the link holds', async () => {
  const eid = await published()
  const [child, brother, grown, unlinked] = (await examinees(4)) as [
    TestPerson,
    TestPerson,
    TestPerson,
    TestPerson,
  ]
  const parent = await parentOf(child, 14)
  await linked(parent, brother, 15)
  const ofGrown = await parentOf(grown, 19)
  const notChecked = await parentOf(unlinked, 14, false)
  await slotted(eid, [child, brother, grown], 60, [])
  await slotted(eid, [unlinked], 180, [])
  const told = async (who: TestPerson) =>
    (await notices(who)).flatMap((one) => (one.kind === 'child' ? [one.facts] : []))
  const first = await told(parent)
  expect(first.map(({ what, child: name }) => [what, name]).toSorted()).toEqual([
    ['planned', 'Ученик 1'],
    ['planned', 'Ученик 2'],
  ])
  for (const other of [ofGrown, notChecked]) expect(await told(other)).toEqual([])
  // Nobody is told the same twice, by hand or by the sweep.
  await teacher.client.done(tellSchedule, { params: { eid } })
  expect(await told(parent)).toHaveLength(2)

  const sid = (await sessionOf(eid, child)).id
  const calendar = async (who: TestPerson) => {
    const { status, text } = await who.client.raw('GET', `/api/my-children/sessions/${sid}/calendar`)
    return [status, text] as const
  }
  const [status, text] = await calendar(parent)
  expect([status, text.match(/^(?:UID|SEQUENCE|METHOD):.*$/gm)]).toEqual([
    200,
    [expect.stringContaining('METHOD:PUBLISH'), `UID:${sid}@ochno`, expect.stringMatching(/^SEQUENCE:[01]/)],
  ])
  // TR-55: calendars are shared, and no child is named in one.
  expect(text).not.toContain('Ученик')
  for (const other of [ofGrown, notChecked, child, grown]) expect((await calendar(other))[0]).not.toBe(200)
  const ahead = await parent.client.done(listMyChildren, {})
  expect(ahead.rows.flatMap(({ exams }) => exams.map(({ session }) => session))).toContain(sid)
  await amended(eid, { do: 'take_off', session: sid })
  expect((await calendar(parent))[1]).toContain('METHOD:CANCEL')
  await admin.done(unlinkParent, { params: { id: child.id, parent: parent.id } })
  expect((await calendar(parent))[0]).toBe(404)
})

test('R4-3.6b R0-1.1b parents of a minor hear in their account and by letter with a calendar that the exam was set, moved and called off; of a grown-up and without a checked link nobody does', async () => {
  const eid = await published()
  const [child, grown, unlinked] = (await examinees(3)) as [TestPerson, TestPerson, TestPerson]
  const parent = await parentOf(child, 14)
  const ofGrown = await parentOf(grown, 19)
  const notChecked = await parentOf(unlinked, 14, false)
  await admin.done(saveMail, {
    body: {
      host: '127.0.0.1',
      port: 9,
      security: 'none',
      user: null,
      sender: 'exam@school.example',
      senderName: 'Школа',
      quiet: null,
    },
  })
  await admin.done(setEmail, { params: { id: parent.id }, body: { email: 'parent@mail.example' } })
  const { slot } = await slotted(eid, [grown, unlinked], 60, [])
  const join: DeedGiven = { do: 'add', examinee: child.id, to: { in: 'slot', slot } }
  expect((await preview(eid, join)).told).toContainEqual(
    expect.objectContaining({ id: parent.id, as: 'parent', of: 'added' }),
  )
  expect((await amended(eid, join)).told).toBe(2)
  await amended(eid, { do: 'move_slot', slot, ...window(120) })
  for (const person of [child, grown, unlinked])
    await amended(eid, { do: 'take_off', session: (await sessionOf(eid, person)).id })
  const told = (await notices(parent)).filter(({ kind }) => kind === 'child')
  expect(told.map(({ facts }) => facts)).toMatchObject([
    { what: 'called_off', child: 'Ученик 1', title: 'Физика', why: 'Болезнь преподавателя' },
    { what: 'moved', child: 'Ученик 1', opensAt: expect.stringMatching(/Z$/) },
    { what: 'planned', child: 'Ученик 1' },
  ])
  const letters = await server.database.owner(
    `select facts->>'what' as what, facts->>'edition' as edition, facts->>'child' as child from letter
     where to_account = $1 and kind = 'child' order by queued_at`,
    [parent.id],
  )
  expect(letters.rows).toEqual([
    { what: 'planned', edition: '1', child: null },
    { what: 'moved', edition: '2', child: null },
    { what: 'called_off', edition: '3', child: null },
  ])
  for (const nobody of [ofGrown, notChecked]) expect(await notices(nobody)).toEqual([])
})

test('R0-7.5 R4-3.6b people put on a published exam in one go stand in its history as one line with the reason', async () => {
  const eid = await published()
  const people = await examinees(3)
  const put = (person: TestPerson | undefined, why: string) =>
    teacher.client.done(createSession, { params: { eid }, body: { examinee: person?.id as AccountId, why } })
  await put(people[0], 'Забыли в списке')
  await put(people[1], 'Забыли в списке')
  await put(people[2], 'Перевод из другой группы')
  const { rows } = await teacher.client.done(listAmendments, { params: { eid } })
  expect(rows).toMatchObject([
    { what: 'add', why: 'Перевод из другой группы', who: ['Ученик 3'], people: 1, was: null },
    { what: 'add', why: 'Забыли в списке', people: 2, was: null },
  ])
  expect([...(rows[1]?.who ?? [])].sort()).toEqual(['Ученик 1', 'Ученик 2'])
})
