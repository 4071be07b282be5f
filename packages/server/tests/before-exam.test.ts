// What is agreed before an exam: the application of 003, conditions of one examinee, and what keeps an exam from beginning.
import { acknowledgeBriefing, holdBriefing } from '@ochno/contract/briefing'
import {
  type AccommodationAsked,
  askAccommodation,
  decideAccommodation,
  listAccommodations,
  listMyAccommodations,
  readConditions,
  readGround,
  sendGround,
  setGrade,
} from '@ochno/contract/accommodations'
import {
  listApplications,
  nameHead,
  permitLate,
  printApplication,
  readApplication,
  resolveApplication,
  saveApplication,
  submitApplication,
} from '@ochno/contract/application'
import { addPeriod } from '@ochno/contract/calendar'
import { changePaperSetting } from '@ochno/contract/forms'
import { expelPerson } from '@ochno/contract/consent-register'
import { changeConsentSettings } from '@ochno/contract/consent-settings'
import { answerConsent, listMyConsents, markShown, withdrawConsent } from '@ochno/contract/consents'
import { readDoorCase } from '@ochno/contract/door'
import { confirmItem, readChecklist } from '@ochno/contract/exam-admission'
import { createExam, publishExam } from '@ochno/contract/exams'
import type { ExamCardGiven } from '@ochno/contract/exam-card'
import { listMyNotices } from '@ochno/contract/notices'
import { createGroup } from '@ochno/contract/people-groups'
import {
  authorizeSession,
  createSession,
  listSessions,
  readPermitted,
  readSession,
  startSession,
} from '@ochno/contract/sessions'
import { plainCard } from '@ochno/domain/exam/card'
import type { ExamId } from '@ochno/domain/ids'
import { fromMs } from '@ochno/domain/time'
import { actInForce, examUnderAct, ownActInForce } from '@ochno/testkit/act-in-force'
import { contentOf } from '@ochno/testkit/application'
import type { Client } from '@ochno/testkit/client'
import { demandedGiven } from '@ochno/testkit/consents'
import { passDoor } from '@ochno/testkit/door'
import {
  bootServer,
  type TestInstitution,
  type TestPerson,
  type TestServer,
  type TestSession,
} from '@ochno/testkit/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pdfText, squeezed } from './support/pdf-text.ts'

let server: TestServer
let school: TestInstitution
let admin: Client
beforeAll(async () => {
  // The job of every minute stands still: what tells people here is named.
  const parts = [{ tasks: { tell_schedules: async () => {} } }]
  server = await bootServer({ parts })
})
beforeEach(async () => {
  school = await server.otherInstitution()
  admin = school.admin.client
})
afterAll(() => server.stop())

const dayFrom = (days: number) =>
  fromMs(Date.now()).toZonedDateTimeISO('Europe/Moscow').toPlainDate().add({ days }).toString()
const code = async (reply: Promise<{ status: number; code: string }>) => (await reply).code
const journal = async (action: string) =>
  (
    await server.database.owner('select object, role from audit_entry where tenant_id = $1 and action = $2', [
      school.id,
      action,
    ])
  ).rows

describe('the application of 003', () => {
  let teacher: TestPerson
  let head: TestPerson
  let exam: ExamId
  const on = () => ({ params: { eid: exam } })
  const read = (client = teacher.client) => client.done(readApplication, on())
  const publish = () => admin.call(publishExam, on())
  const period = (programme: string, from: number) =>
    admin.done(addPeriod, {
      body: { programme, branch: null, kind: 'intermediate', from: dayFrom(from), to: dayFrom(from + 20) },
    })
  const draftIn = async (days: number): Promise<ExamId> => {
    const at = (minutes: number) => new Date(Date.now() + days * 86_400_000 + minutes * 60_000).toISOString()
    const body = {
      title: 'Физика',
      instructions: 'Задание',
      opensAt: at(0),
      closesAt: at(60),
      lengthMinutes: 45,
      card: plainCard as unknown as ExamCardGiven,
    }
    return (await teacher.client.done(createExam, { body })).id
  }
  beforeEach(async () => {
    await actInForce(admin, '003')
    teacher = await school.person('teacher', { fullName: 'Кузнецова Ирина Львовна' })
    head = await school.person('methodist', { fullName: 'Орлова Вера Павловна' })
    exam = await draftIn(20)
  })

  test('R3-1.5a R3-1.5b TR-06 proctoring waits for an application that the head of the office has approved; it is printed as F-003-1', async () => {
    await period('09.02.07', 10)
    expect(await code(publish())).toBe('application_needed')
    const first = await read()
    expect([first.required, first.leadDays, first.application, first.may]).toEqual([true, 7, null, ['save']])
    const content = contentOf('09.02.07')
    await teacher.client.done(saveApplication, { ...on(), body: { ...content, reason: '' } })
    const submit = () => teacher.client.call(submitApplication, on())
    expect(await code(submit())).toBe('no_head')
    expect(await code(admin.call(nameHead, { body: { account: teacher.id, ground: 'Приказ' } }))).toBe(
      'head_role',
    )
    await admin.done(nameHead, { body: { account: head.id, ground: 'Приказ № 12 от 01.09.2026' } })
    expect(await code(submit())).toBe('application_unfilled')
    await teacher.client.done(saveApplication, { ...on(), body: content })
    const filed = await submit()
    expect([filed.code, filed.body.application?.state]).toEqual(['', 'submitted'])
    expect(await code(publish())).toBe('application_needed')
    const resolve = (client: Client, command: 'approve' | 'return' | 'reject', words = '') =>
      client.call(resolveApplication, { ...on(), body: { command, words } })
    // An administrator who is not the head, a teacher and another methodist decide nothing.
    expect(await code(resolve(admin, 'approve'))).toBe('not_the_head')
    expect((await resolve(teacher.client, 'approve')).status).toBe(403)
    expect(await code(resolve(head.client, 'return'))).toBe('no_reason')
    expect((await resolve(head.client, 'return', 'Уточните группу')).body.application?.state).toBe('returned')
    expect((await submit()).body.application?.state).toBe('submitted')
    expect((await resolve(head.client, 'approve', 'Согласовано')).status).toBe(200)
    const { rows } = await teacher.client.done(listMyNotices, {})
    expect(rows.map(({ facts }) => ('text' in facts ? facts.text : ''))).toEqual([
      'Заявка на прокторинг одобрена. Согласовано',
      'Заявка на прокторинг возвращена на доработку. Уточните группу',
    ])
    const paper = squeezed(pdfText(await head.client.done(printApplication, on())))
    for (const words of [
      'Кому: руководителю учебно-методического управления',
      '(Орлова Вера Павловна)',
      'Кузнецова Ирина Львовна, Кафедра физики',
      'Заявка на использование сервиса прокторинга',
      'Обоснование: особенности оценочных средств по рабочей программе',
      content.reason,
      'одобрена. Согласовано',
    ])
      expect(paper).toContain(squeezed(words))
    expect((await publish()).status).toBe(200)
    const { application } = await read()
    expect(application?.state).toBe('linked')
    expect(application?.steps.map(({ command, by, words }) => [command, by, words])).toEqual([
      ['submitted', 'Кузнецова Ирина Львовна', ''],
      ['return', 'Орлова Вера Павловна', 'Уточните группу'],
      ['submitted', 'Кузнецова Ирина Львовна', ''],
      ['approve', 'Орлова Вера Павловна', 'Согласовано'],
      ['link', expect.any(String), ''],
    ])
    expect(await journal('application.approve')).toEqual([{ object: exam, role: 'methodist' }])
  })

  for (const [days, code_] of [
    [7, ''],
    [6, 'application_late'],
  ] as const)
    test(`R3-1.5c TR-12 ${days} days before the period an application is ${code_ ? 'late, however far the exam is' : 'in time'}`, async () => {
      await admin.done(nameHead, { body: { account: head.id, ground: 'Приказ № 12' } })
      await period('09.02.07', days)
      await teacher.client.done(saveApplication, { ...on(), body: contentOf('09.02.07') })
      expect(await code(teacher.client.call(submitApplication, on()))).toBe(code_)
      if (!code_) return
      const reason = { reason: 'Преподаватель болел' }
      expect(await code(admin.call(permitLate, { ...on(), body: reason }))).toBe('not_the_head')
      await head.client.done(permitLate, { ...on(), body: reason })
      const { application } = await teacher.client.done(submitApplication, on())
      expect(application).toMatchObject({
        state: 'late_submitted',
        latePermit: { by: 'Орлова Вера Павловна', reason: 'Преподаватель болел' },
        term: { inTime: false, daysLate: 1 },
      })
    })

  test('R3-1.5c TR-65 without a period in the academic calendar no term is counted and nothing is filed', async () => {
    await admin.done(nameHead, { body: { account: head.id, ground: 'Приказ № 12' } })
    await teacher.client.done(saveApplication, { ...on(), body: contentOf('Нет такой') })
    expect(await code(teacher.client.call(submitApplication, on()))).toBe('period_unknown')
    const stranger = await school.person('teacher')
    expect(await code(stranger.client.call(saveApplication, { ...on(), body: contentOf('x') }))).toBe(
      'not_the_author',
    )
    expect((await stranger.client.done(listApplications, {})).rows).toEqual([])
    expect((await head.client.done(listApplications, {})).rows).toHaveLength(1)
  })
})

const asked = (account: TestPerson['id'], more: Partial<AccommodationAsked> = {}): AccommodationAsked => ({
  account,
  kind: 'disability',
  document: 'Заключение ПМПК № 77, диагноз G80',
  services: [],
  helper: null,
  means: ['увеличитель экрана'],
  extraMinutes: 20,
  ...more,
})
const pdf = new TextEncoder().encode('%PDF-1.7 the ground, diagnosis G80')
const grant = (id: string, more: object = {}) =>
  admin.call(decideAccommodation, {
    params: { acm: id },
    body: { command: 'verify', from: dayFrom(0), until: dayFrom(1), exam: null, words: '', ...more },
  })

describe('conditions of one examinee', () => {
  test('R3-0d SM-20 they are asked for, granted only on a document and for a term, lengthen the attempt, and a proctor reads neutral words alone', async () => {
    await actInForce(admin, '004')
    const exam = await examUnderAct(admin)
    const session = await school.session({ exam })
    const [proctor, pupil] = [session.proctors[0] as TestPerson, session.examinee]
    const of = { params: { sid: session.id } }
    const other = await school.person('examinee')
    expect(await code(other.client.call(askAccommodation, { body: asked(pupil.id) }))).toBe('not_found')
    const { id } = await pupil.client.done(askAccommodation, { body: asked(pupil.id) })
    expect(await code(grant(id))).toBe('no_ground')
    expect(await code(other.client.call(sendGround, { params: { acm: id }, body: pdf }))).toBe('not_found')
    expect(
      await code(pupil.client.call(sendGround, { params: { acm: id }, body: Uint8Array.from([1]) })),
    ).toBe('not_a_scan')
    await pupil.client.done(sendGround, { params: { acm: id }, body: pdf })
    // A request changes nothing.
    expect((await pupil.client.done(readConditions, of)).rows).toEqual([])
    expect((await grant(id, { until: dayFrom(-1) })).code).toBe('ends_before_it_begins')
    expect((await grant(id)).body).toMatchObject({ state: 'active', until: dayFrom(1) })
    const ground = await admin.call(readGround, { params: { acm: id } })
    expect(new TextDecoder().decode(ground.body)).toContain('G80')
    expect(await journal('accommodation.ground_view')).toEqual([{ object: id, role: 'admin' }])
    for (const client of [pupil.client, proctor.client])
      expect(await client.done(readConditions, of)).toEqual({
        rows: [{ permitted: ['увеличитель экрана', 'дополнительное время: 20 мин'], limit: null }],
        extraMinutes: 20,
      })
    // Nothing a proctor may read holds the document, its words or the kind.
    const replies = [
      await proctor.client.call(readConditions, of),
      await proctor.client.call(readSession, of),
      await proctor.client.call(readPermitted, of),
      await proctor.client.call(readDoorCase, of),
      await proctor.client.call(listSessions, { params: { eid: exam } }),
    ]
    for (const { status, text } of replies) {
      expect(status).toBe(200)
      expect(text).not.toMatch(/ПМПК|G80|диагноз|disability|инвалид/i)
    }
    for (const refused of [
      await proctor.client.call(readGround, { params: { acm: id } }),
      await proctor.client.call(listAccommodations, {}),
      await proctor.client.call(listMyAccommodations, {}),
    ])
      expect(refused.status).toBe(403)
    await passDoor(session)
    const begun = await pupil.client.done(authorizeSession, of)
    expect(begun.session.lengthMinutes).toBe(65)
    expect(Date.parse(begun.session.deadline ?? '') - Date.parse(begun.session.authorizedAt ?? '')).toBe(
      65 * 60_000,
    )
    expect((await pupil.client.done(listMyAccommodations, {})).rows[0]?.state).toBe('used')
    // Two days later the term is over.
    const later = await school.session({ exam, examinee: other })
    expect((await other.client.done(readConditions, { params: { sid: later.id } })).rows).toEqual([])
  })

  test('R1-6.2c R1-6.2d R1-6.2e TR-21 001: the class gives help without a document, a parent may read in class 1 alone, an assistant is named', async () => {
    await actInForce(admin, '001')
    const session = await school.session({ exam: await examUnderAct(admin) })
    const group = await admin.done(createGroup, { body: { name: '1 «А»', stream: null } })
    await server.database.owner(
      'insert into people_group_member (account_id, tenant_id, group_id, since) values ($1, $2, $3, now())',
      [session.examinee.id, school.id, group.id],
    )
    const words = async () =>
      JSON.stringify(
        (await session.examinee.client.done(readConditions, { params: { sid: session.id } })).rows,
      )
    const grade = (one: number | null) =>
      admin.done(setGrade, { params: { gid: group.id }, body: { grade: one } })
    expect(await words()).toBe('[]')
    await grade(1)
    expect(await words()).toContain('помощь технического характера')
    expect(await words()).toContain('зачитывает задания тестов')
    await grade(2)
    expect(await words()).toContain('зачитывать задания нельзя')
    expect(await words()).not.toContain('зачитывает задания тестов')
    await grade(5)
    expect(await words()).toBe('[]')
    const about = session.examinee.id
    const help = asked(about, { kind: 'pmpk_assistant', services: ['read_task'], helper: null })
    expect(await code(admin.call(askAccommodation, { body: help }))).toBe('helper_not_named')
    const { id } = await admin.done(askAccommodation, { body: { ...help, helper: 'Смирнова О. И.' } })
    expect(await code(grant(id))).toBe('no_ground')
    await admin.done(sendGround, { params: { acm: id }, body: pdf })
    expect((await grant(id)).status).toBe(200)
    expect(await words()).toContain('прочитать задание')
  })
})

describe('what keeps an exam from beginning', () => {
  test('R4-3.6b R4-3.8b 004: nobody begins while somebody was not told the schedule or the teacher has not confirmed the preparations', async () => {
    await actInForce(admin, '004')
    const exam = await examUnderAct(admin)
    const proctor = await school.person('proctor')
    const pupil = await school.person('examinee')
    const late = await school.person('examinee')
    const add = (person: TestPerson) =>
      admin.done(createSession, {
        params: { eid: exam },
        body: { examinee: person.id, proctors: [proctor.id] },
      })
    const { session } = await add(pupil)
    const enter = () => code(pupil.client.call(authorizeSession, { params: { sid: session.id } }))
    expect(await enter()).toBe('consent_missing')
    const examinee = pupil.id
    await demandedGiven(server.database, { tenant: school.id, admin, exam, examinee, nowMs: Date.now })
    // Whoever is admitted is told at once.
    expect((await pupil.client.done(listMyNotices, {})).rows.map(({ kind }) => kind)).toEqual(['schedule'])
    expect(await enter()).toBe('checklist_open')
    const confirm = async () => {
      const { items } = await admin.done(readChecklist, { params: { eid: exam } })
      for (const { item } of items)
        if (item !== 'briefing') await admin.done(confirmItem, { params: { eid: exam, item } })
    }
    await confirm()
    expect(await enter(), 'no briefing was held').toBe('checklist_open')
    const { held } = await admin.done(holdBriefing, {
      params: { eid: exam },
      body: { text: 'Порядок экзамена.' },
    })
    expect(await enter()).toBe('not_briefed')
    await pupil.client.done(acknowledgeBriefing, {
      params: { sid: session.id },
      body: { edition: held?.edition ?? 0 },
    })
    expect(await enter()).toBe('identity_steps_missing')
    const second = await add(late)
    expect(await enter()).toBe('checklist_open')
    await confirm()
    await server.database.owner('delete from notice where to_account = $1', [late.id])
    expect(await enter()).toBe('people_not_told')
    // Told of other times is not told.
    await server.database.owner('update session set length_minutes = 50 where id = $1', [second.session.id])
    expect(await enter()).toBe('people_not_told')
  })

  /** Somebody who sits under a consent, and the way to take it back. */
  async function sitsUnderConsent() {
    await ownActInForce(admin, { 'consent.required': 'required' })
    const names = {
      name: 'Школа',
      short: 'Школа',
      dative: 'школе',
      address: 'ул. Мира, 1',
      city: 'г. Иваново',
    }
    await admin.done(changePaperSetting, { body: { ...names, fixTypos: false } })
    const age = { representativeAloneUntil: 14, bothUntil: 18 }
    await admin.done(changeConsentSettings, {
      body: { age, alternatives: ['in_person'], thirdParty: null },
    })
    const session = await school.session({ exam: await examUnderAct(admin), consents: 'unanswered' })
    const { client, id } = session.examinee
    await server.database.owner(
      "insert into consent_person (account_id, tenant_id, born) values ($1, $2, '1990-01-01')",
      [id, school.id],
    )
    const mine = async () => (await client.done(listMyConsents, {})).people[0]?.items[0]
    const item = await mine()
    if (!item) throw new Error('nothing is asked')
    for (const { part } of item.text.blocks)
      await client.done(markShown, { params: { id }, body: { text: item.text.id, part } })
    await client.done(answerConsent, { params: { id }, body: { text: item.text.id, answer: 'agree' } })
    const of = { params: { sid: session.id } }
    await client.done(authorizeSession, of)
    await client.done(startSession, of)
    const given = await mine()
    const withdraw = () =>
      client.done(withdrawConsent, {
        params: { cid: given?.id ?? '' },
        body: { warned: given?.warning ?? '' },
      })
    return { session, withdraw }
  }

  async function endedAsWithdrawn(session: TestSession) {
    const of = { params: { sid: session.id } }
    const { session: after } = await session.examinee.client.done(readSession, of)
    expect(after).toMatchObject({ state: 'deauthorized', endCause: 'withdrawn', endReason: null })
    expect(after.deauthorizedAt).not.toBeNull()
    expect(await journal('session.deauthorized')).toEqual([{ object: session.id, role: 'system' }])
    const proctor = session.proctors[0] as TestPerson
    const seen = await proctor.client.call(readSession, of)
    expect(seen.text).not.toMatch(/наруш|отказ/i)
  }

  test('R4-A5.13 P-14 a consent withdrawn while its examinee is watched ends the attempt at once, and it is no violation', async () => {
    const { session, withdraw } = await sitsUnderConsent()
    await withdraw()
    await endedAsWithdrawn(session)
  })

  test('R4-3.11e an expulsion ends the consent and with it the attempt that is watched under it', async () => {
    const { session } = await sitsUnderConsent()
    const methodist = await school.person('methodist')
    await methodist.client.done(expelPerson, {
      params: { id: session.examinee.id },
      body: { on: dayFrom(0) },
    })
    await endedAsWithdrawn(session)
  })
})
