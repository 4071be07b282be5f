// Before the exam: the proctor knows its requirements, the examinees are told how it goes, and saying no has a way.
import {
  acknowledgeBriefing,
  acknowledgeRequirements,
  holdBriefing,
  listRequirements,
  markAttended,
  readBriefing,
  readMyBriefing,
} from '@ochno/contract/briefing'
import { changeConsentSettings } from '@ochno/contract/consent-settings'
import { answerConsent, listMyConsents, markShown } from '@ochno/contract/consents'
import { rehearseExam } from '@ochno/contract/exam-schedule'
import { createExam, publishExam } from '@ochno/contract/exams'
import type { ExamCardGiven } from '@ochno/contract/exam-card'
import { authorizeSession, createSession } from '@ochno/contract/sessions'
import { openView, readTimeline, readWall } from '@ochno/contract/watch'
import { fromMs } from '@ochno/domain/time'
import { postgresStore } from '@ochno/server/adapters/postgres/store'
import { remindUnanswered } from '@ochno/server/features/consents/remind-unanswered'
import { sha256Text } from '@ochno/server/adapters/system/digest'
import { randomIds } from '@ochno/server/adapters/system/ids'
import { plainCard } from '@ochno/domain/exam/card'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import type { Client } from '@ochno/testkit/client'
import { bootServer, type TestInstitution, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

let server: TestServer
let school: TestInstitution
let admin: Client
let proctor: TestPerson
let pupil: TestPerson
beforeAll(async () => {
  // The job of every hour stands still: a test reminds when it means to.
  server = await bootServer({ parts: [{ tasks: { remind_originals: async () => {} } }] })
})
beforeEach(async () => {
  school = await server.otherInstitution()
  admin = school.admin.client
  proctor = await school.person('proctor')
  pupil = await school.person('examinee', { fullName: 'Соколов Артём Игоревич' })
})
afterAll(() => server.stop())

/** Past the test kit, which reads and briefs for whoever it makes. */
async function admitted(eid: Awaited<ReturnType<typeof examUnderAct>>, examinee = pupil) {
  const { session } = await admin.done(createSession, {
    params: { eid },
    body: { examinee: examinee.id, proctors: [proctor.id] },
  })
  return session.id
}

describe('requirements of an exam', () => {
  test.each([
    ['R1-5.1a', '001', '5.1'],
    ['R3-5.1.2', '003', '5.1.2'],
    ['R4-7.2.2', '004', '7.2.2'],
  ] as const)(
    '%s a proctor acknowledges them before the wall of %s shows anybody',
    async (_row, preset, clause) => {
      await actInForce(admin, preset)
      const eid = await examUnderAct(admin)
      const sid = await admitted(eid)
      const tile = async () =>
        (await proctor.client.done(readWall, {})).tiles.find((one) => one.session === sid)
      const timeline = () => proctor.client.call(readTimeline, { params: { sid }, query: {} })
      const acknowledge = (client: Client, edition: number) =>
        client.call(acknowledgeRequirements, { params: { eid }, body: { edition } })

      expect(await tile()).toMatchObject({ watchable: false, unread: true })
      expect((await timeline()).code).toBe('requirements_unread')
      const view = await proctor.client.call(openView, {
        params: { sid },
        body: { purpose: 'dishonesty_check', ground: '' },
      })
      expect(view.code).toBe('requirements_unread')

      const [row] = (await proctor.client.done(listRequirements, {})).rows
      expect(row).toMatchObject({ exam: { id: eid }, clause, people: 1, readAt: null })
      expect(row?.rules.length).toBeGreaterThan(5)
      const edition = row?.edition ?? 0
      const stranger = await school.person('proctor')
      expect((await acknowledge(stranger.client, edition)).code).toBe('not_found')
      expect((await acknowledge(proctor.client, edition + 1)).code).toBe('requirements_changed')
      expect(await tile()).toMatchObject({ unread: true })

      expect((await acknowledge(proctor.client, edition)).status).toBe(200)
      expect(await tile()).toMatchObject({ watchable: true, unread: false })
      expect((await timeline()).status).toBe(200)
      // Once is enough; what was said first stays.
      const [read] = (await proctor.client.done(listRequirements, {})).rows
      expect((await acknowledge(proctor.client, edition)).body.readAt).toBe(read?.readAt)
      const { rows: journal } = await server.database.owner(
        `select e.actor, d.details from audit_entry e join audit_details d on d.entry_id = e.id
       where e.action = 'exam.requirements' and e.object = $1`,
        [eid],
      )
      expect(journal).toMatchObject([{ actor: proctor.id, details: { edition, clause } }])
    },
  )

  test('R4-7.2.2 who has not read them before the end reads them after it, for as long as the recording is theirs', async () => {
    await actInForce(admin, '004')
    const eid = await examUnderAct(admin)
    const sid = await admitted(eid)
    const ended = (before: string) =>
      server.database.owner(
        `update session set state = 'deauthorized', end_cause = 'auto', authorized_at = now() - interval '25 hours',
           started_at = now() - interval '25 hours', deadline = now() - $2::interval, deauthorized_at = now() - $2::interval
         where id = $1`,
        [sid, before],
      )
    const timeline = async () => {
      const { status, code } = await proctor.client.call(readTimeline, { params: { sid }, query: {} })
      return code || status
    }
    const asked = async () => (await proctor.client.done(listRequirements, {})).rows
    await ended('23 hours 50 minutes')
    expect(await timeline()).toBe('requirements_unread')
    const [row] = await asked()
    const acknowledge = () =>
      proctor.client.call(acknowledgeRequirements, {
        params: { eid },
        body: { edition: row?.edition ?? 0 },
      })

    await ended('24 hours 1 minute')
    expect(await timeline()).toBe('outside_window')
    expect(await asked()).toEqual([])
    expect((await acknowledge()).code).toBe('not_found')
    await ended('23 hours 50 minutes')
    expect((await acknowledge()).status).toBe(200)
    // The next question: nobody opens a recording without saying what for.
    expect(await timeline()).toBe('view_needed')
  })

  test('an act that does not ask for it opens the wall at once', async () => {
    await actInForce(admin, '000')
    const eid = await examUnderAct(admin)
    await admitted(eid)
    expect((await proctor.client.done(listRequirements, {})).rows).toEqual([])
    expect((await proctor.client.done(readWall, {})).tiles).toMatchObject([
      { watchable: true, unread: false },
    ])
    const asked = await proctor.client.call(acknowledgeRequirements, {
      params: { eid },
      body: { edition: 1 },
    })
    expect(asked.code).toBe('not_asked')
  })
})

describe('the briefing', () => {
  test('R4-3.8a nobody begins before being there or reading it; other words are told anew', async () => {
    await actInForce(admin, '004')
    const eid = await examUnderAct(admin)
    const late = await school.person('examinee')
    // Whoever the kit admits later finds the preparations confirmed; both are told by hand here.
    const own = await school.session({ exam: eid, examinee: pupil, proctors: [proctor] })
    const params = { eid }
    const first = (await admin.done(readBriefing, { params })).held
    expect(first?.text).toContain('О расписании экзамена вам сообщают заранее')
    const second = await admin.done(holdBriefing, { params, body: { text: 'Камера, микрофон, паспорт.' } })
    expect(second).toMatchObject({ asked: true, clauses: ['3.8'], done: false, missing: 1 })
    const edition = second.held?.edition ?? 0
    expect(edition).toBe((first?.edition ?? 0) + 1)

    const enter = async () => (await pupil.client.call(authorizeSession, { params: { sid: own.id } })).code
    expect(await enter()).toBe('not_briefed')
    const mark = (client: Client, examinees: TestPerson[], of = edition) =>
      client.call(markAttended, { params, body: { edition: of, examinees: examinees.map(({ id }) => id) } })
    const teacher = await school.person('teacher')
    expect((await mark(teacher.client, [pupil])).code).toBe('briefing_by_another')
    expect((await mark(admin, [pupil], edition - 1)).code).toBe('briefing_changed')
    expect((await mark(admin, [late])).code).toBe('not_an_examinee')
    expect(await enter()).toBe('not_briefed')
    expect((await mark(admin, [pupil])).body).toMatchObject({ done: true, missing: 0 })
    expect(await enter()).toBe('identity_steps_missing')

    // Who was added afterwards reads it; nobody else is held up meanwhile.
    const { session } = await admin.done(createSession, {
      params,
      body: { examinee: late.id, proctors: [proctor.id] },
    })
    const read = () => late.client.done(readMyBriefing, { params: { sid: session.id } })
    expect(await read()).toMatchObject({
      asked: true,
      held: { text: 'Камера, микрофон, паспорт.' },
      how: null,
    })
    const say = (client: Client, of: number) =>
      client.call(acknowledgeBriefing, { params: { sid: session.id }, body: { edition: of } })
    expect((await say(pupil.client, edition)).code).toBe('not_found')
    expect((await say(late.client, edition - 1)).code).toBe('briefing_changed')
    expect((await say(late.client, edition)).body).toMatchObject({ how: 'acknowledged' })
    const { people } = await admin.done(readBriefing, { params })
    expect(Object.fromEntries(people.map(({ id, how }) => [id, how]))).toEqual({
      [pupil.id]: 'attended',
      [late.id]: 'acknowledged',
    })
    await admin.done(holdBriefing, { params, body: { text: 'Ещё и второй монитор.' } })
    expect((await admin.done(readBriefing, { params })).missing).toBe(2)
  })

  test('an exam whose act does not ask for it begins without one', async () => {
    await actInForce(admin, '001')
    const { exam, id, examinee } = await school.session({ exam: await examUnderAct(admin) })
    expect(await admin.done(readBriefing, { params: { eid: exam } })).toMatchObject({
      asked: false,
      held: null,
    })
    expect((await examinee.client.done(readMyBriefing, { params: { sid: id } })).asked).toBe(false)
    expect((await examinee.client.call(authorizeSession, { params: { sid: id } })).code).not.toBe(
      'not_briefed',
    )
  })
})

describe('how many watch', () => {
  test('R4-5.2c too few proctors are told while the exam is planned, with how many are missing', async () => {
    await actInForce(admin, '004')
    const eid = await examUnderAct(admin)
    await admitted(eid)
    const rehearse = (people: number) => admin.done(rehearseExam, { params: { eid }, query: { people } })
    expect(await rehearse(6)).toMatchObject({ proctorsNeeded: 1, proctorsAssigned: 1, proctorsMissing: 0 })
    expect(await rehearse(7)).toMatchObject({ proctorsNeeded: 2, proctorsAssigned: 1, proctorsMissing: 1 })
    expect(await rehearse(13)).toMatchObject({ proctorsNeeded: 3, proctorsMissing: 2 })
  })
})

describe('saying no', () => {
  const MINUTE = 60_000
  const at = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString()
  const draft = async () =>
    (
      await admin.done(createExam, {
        body: {
          title: 'Химия',
          instructions: '',
          opensAt: at(-1),
          closesAt: at(60),
          lengthMinutes: 45,
          card: plainCard as unknown as ExamCardGiven,
        },
      })
    ).id
  const age = { representativeAloneUntil: 14, bothUntil: 18 }
  const settle = (alternatives: ('in_person' | 'oral')[]) =>
    admin.done(changeConsentSettings, { body: { age, alternatives, thirdParty: null } })

  test('P-11b of two who sign the one who has not is reminded seven, three and one day before the exam, each time once', async () => {
    await actInForce(admin, '000')
    await settle(['oral'])
    const parent = await school.person('parent')
    const opensAt = fromMs(Date.now()).add({ hours: 24 * 9 })
    await server.database.owner(
      `insert into consent_person (account_id, tenant_id, born) values ($1, $2, $3)`,
      [
        pupil.id,
        school.id,
        fromMs(Date.now())
          .subtract({ hours: 24 * 365 * 15 + 24 * 40 })
          .toString()
          .slice(0, 10),
      ],
    )
    await server.database.owner(
      `insert into consent_guardian (tenant_id, representative_id, child_id, proof, verified_at)
       values ($1, $2, $3, 'свидетельство о рождении', $4)`,
      [school.id, parent.id, pupil.id, new Date()],
    )
    const { id } = await admin.done(createExam, {
      body: {
        title: 'Биология',
        instructions: '',
        opensAt: opensAt.toString(),
        closesAt: opensAt.add({ hours: 1 }).toString(),
        lengthMinutes: 45,
        card: plainCard as unknown as ExamCardGiven,
      },
    })
    await admin.done(publishExam, { params: { eid: id } })
    await admitted(id)
    const consent = (await pupil.client.done(listMyConsents, {})).people[0]?.items.find(
      ({ kind }) => kind === 'proctoring_informed',
    )
    if (!consent) throw new Error('no consent is asked for')
    const params = { id: pupil.id }
    for (const { part } of consent.text.blocks)
      await pupil.client.done(markShown, { params, body: { text: consent.text.id, part } })

    const store = postgresStore(server.database.pools.app, randomIds)
    const remind = (daysBefore: number) =>
      remindUnanswered(
        { store, ids: randomIds, digest: sha256Text },
        school.id,
        opensAt.subtract({ hours: 24 * daysBefore }),
      )
    expect(await remind(8)).toBe(0)
    // Both kinds of consent are missing; each of the two is told once of both.
    expect(await remind(7)).toBe(2)
    expect(await remind(7)).toBe(0)
    expect(await remind(5)).toBe(0)
    await pupil.client.done(answerConsent, { params, body: { text: consent.text.id, answer: 'agree' } })
    const other = (await pupil.client.done(listMyConsents, {})).people[0]?.items.find(
      ({ kind }) => kind === 'video_disputes',
    )
    if (other) {
      for (const { part } of other.text.blocks)
        await pupil.client.done(markShown, { params, body: { text: other.text.id, part } })
      await pupil.client.done(answerConsent, { params, body: { text: other.text.id, answer: 'agree' } })
    }
    expect(await remind(3), 'the parent alone').toBe(1)
    expect(await remind(1)).toBe(1)
    expect(await remind(-1)).toBe(0)
    const told = (of: TestPerson) =>
      server.database
        .owner(`select facts from notice where to_account = $1 and kind = 'message'`, [of.id])
        .then(({ rows }) => rows.length)
    expect([await told(pupil), await told(parent)]).toEqual([1, 3])
  })

  test('P-12 where consent is voluntary no exam is published before another way to take it has a name, and who refuses is told that way', async () => {
    await actInForce(admin, '000')
    await settle([])
    const eid = await draft()
    const publish = () => admin.call(publishExam, { params: { eid } })
    expect(await publish()).toMatchObject({ status: 409, code: 'no_alternative' })
    await settle(['oral'])
    expect((await publish()).body.state).toBe('published')

    await server.database.owner(
      `insert into consent_person (account_id, tenant_id, born) values ($1, $2, '1990-05-01')`,
      [pupil.id, school.id],
    )
    const sid = await admitted(eid)
    const mine = async () => (await pupil.client.done(listMyConsents, {})).people[0]
    const before = await mine()
    expect(before?.alternatives).toEqual(['oral'])
    const consent = before?.items.find(({ kind }) => kind === 'proctoring_informed')
    if (!consent) throw new Error('no consent is asked for')
    const params = { id: pupil.id }
    for (const { part } of consent.text.blocks)
      await pupil.client.done(markShown, { params, body: { text: consent.text.id, part } })
    await pupil.client.done(answerConsent, { params, body: { text: consent.text.id, answer: 'decline' } })
    const entry = await pupil.client.call(authorizeSession, { params: { sid } })
    expect(entry.code).toBe('consent_refused')
    expect(await mine()).toMatchObject({ voluntary: true, alternatives: ['oral'] })
  })
})

describe('the public instruction', () => {
  const read = async (of = school.id) => {
    const reply = await fetch(`${server.url}/api/public/instruction/${of}`, {
      headers: { 'accept-language': 'ru' },
    })
    return {
      status: reply.status,
      policy: reply.headers.get('content-security-policy'),
      html: await reply.text(),
    }
  }

  test('R1-7.5a without a sign-in: steps, technical requirements, rules and contacts; on any site, and on paper', async () => {
    const empty = await read()
    expect(empty.status).toBe(200)
    expect(empty.html).toContain('Акт о прокторинге ещё не действует')
    const act = await actInForce(admin, '001')
    const { status, policy, html } = await read()
    expect(status).toBe(200)
    const parts = ['Порядок действий', 'Технические требования', 'Правила', 'Контакты']
    expect(
      parts.map((part) => html.indexOf(`. ${part}</h2>`)).every((at, n, all) => at > (all[n - 1] ?? 0)),
    ).toBe(true)
    expect(html).toContain(act.card.title)
    expect(html).toContain('Браузер: Chrome')
    expect(html).toContain('Отойти можно не более чем на 5 минут')
    expect(html).toContain('@media print')
    expect(policy).toContain('frame-ancestors *')
    expect(policy).toContain("default-src 'none'")
    const requirements = await fetch(`${server.url}/api/technical-requirements?institution=${school.id}`)
    expect(await requirements.json()).toMatchObject({ instruction: `/api/public/instruction/${school.id}` })
    expect((await read(`ten_${'a'.repeat(26)}` as typeof school.id)).status).toBe(404)
  })
})
