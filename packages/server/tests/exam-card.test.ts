// The card of an exam under the institution's act: what it may say, what is frozen when it is published, and its schedule.
import { holdBriefing } from '@ochno/contract/briefing'
import { type ActView, changeCard, createAct, listActs, stateParameter } from '@ochno/contract/acts'
import type { ExamCardGiven } from '@ochno/contract/exam-card'
import { addPart, placeExam } from '@ochno/contract/institution'
import { changeExam, createExam, examForm, publishExam, readExamRules } from '@ochno/contract/exams'
import { confirmItem, readChecklist, stateConditions } from '@ochno/contract/exam-admission'
import { applyPlan, planExam, readSchedule, rehearseExam } from '@ochno/contract/exam-schedule'
import {
  assignProctor,
  authorizeSession,
  createSession,
  listSessions,
  readPermitted,
  readSession,
} from '@ochno/contract/sessions'
import { plainCard } from '@ochno/domain/exam/card'
import type { AccountId, ExamId, SessionId, SlotId } from '@ochno/domain/ids'
import { randomIds } from '@ochno/server/adapters/system/ids'
import { postgresStore } from '@ochno/server/adapters/postgres/store'
import { fromMs } from '@ochno/domain/time'
import { actInForce, approved, decided, ownActInForce } from '@ochno/testkit/act-in-force'
import type { Client } from '@ochno/testkit/client'
import { postgresManifests } from '@ochno/server/adapters/postgres/evidence'
import {
  bootServer,
  type TestInstitution,
  type TestPerson,
  type TestServer,
  wholePapers,
} from '@ochno/testkit/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

let aheadMs = 0
const ms = () => Date.now() + aheadMs
const clock = { ms, now: () => fromMs(ms()), mono: ms }
let server: TestServer
let school: TestInstitution
let admin: Client
let teacher: TestPerson
beforeAll(async () => {
  server = await bootServer({ clock })
})
beforeEach(async () => {
  school = await server.otherInstitution()
  admin = school.admin.client
  teacher = await school.person('teacher')
})
afterAll(() => server.stop())

/** What the other features ask for the rules. */
const store = () => postgresStore(server.database.pools.app, randomIds)

const MINUTE = 60_000
const at = (minutes: number) => new Date(ms() + minutes * MINUTE).toISOString()
const given = plainCard as unknown as ExamCardGiven

const inForce = (preset: '000' | '001' | '003' | '004') => actInForce(admin, preset)
const ownInForce = (stated: Parameters<typeof ownActInForce>[1]) => ownActInForce(admin, stated)

const about = (more: object = {}) => ({
  title: 'Физика',
  instructions: 'Задание',
  opensAt: at(-1),
  closesAt: at(60),
  lengthMinutes: 45,
  ...more,
})
const drafted = async (card: Partial<ExamCardGiven> = {}, more: object = {}) =>
  (await teacher.client.done(createExam, { body: { ...about(more), card: { ...given, ...card } } })).id
const published = async (card: Partial<ExamCardGiven> = {}, more: object = {}) => {
  const eid = await drafted(card, more)
  await teacher.client.done(publishExam, { params: { eid } })
  return eid
}
const refusedBy = async (card: Partial<ExamCardGiven>, more: object = {}) => {
  const reply = await teacher.client.call(publishExam, { params: { eid: await drafted(card, more) } })
  return [reply.code, (JSON.parse(reply.text) as { fields?: string[] }).fields ?? []]
}

describe('without an act in force', () => {
  test('an exam is published at once and ruled by nothing, as before', async () => {
    const exam = await teacher.client.done(createExam, { body: about() })
    expect([exam.state, exam.hasCard]).toEqual(['published', false])
    const rules = await teacher.client.done(readExamRules, { params: { eid: exam.id } })
    expect(rules).toMatchObject({ act: null, frozen: null, rows: [], problems: [] })
    expect((await teacher.client.done(examForm, {})).act).toBeNull()
    const { id } = await school.session({ exam: exam.id, proctors: [] })
    expect(id).toMatch(/^ses_/)
  })

  test('a card can be written but not published', async () => {
    expect(await refusedBy({})).toEqual(['no_act_in_force', []])
  })
})

describe('the card under the act in force', () => {
  test('R4-3.2 R4-1.1b the form offers what 004 lets an exam be, with its clauses', async () => {
    await inForce('004')
    const { act } = await teacher.client.done(examForm, {})
    expect(act).toMatchObject({
      preset: '004',
      stands: null,
      kinds: ['intermediate', 'final'],
      modes: {
        sync: { allowed: true, clauses: ['3.2'] },
        async_human: { allowed: true },
        async_auto: { allowed: false, clauses: ['2'] },
        offline: { allowed: true, clauses: ['2'] },
      },
      deliveries: { external: { allowed: true, clauses: ['2', '4.3'] } },
      switches: true,
      materials: false,
      requirements: true,
    })
    expect(act?.overrides.find(({ key }) => key === 'devices.headphones')?.may).toBe('lift')
    expect(act?.overrides.some(({ key }) => key.startsWith('identity.'))).toBe(false)
  })

  test('what the act does not let stand is refused at publishing, each with its clause', async () => {
    await inForce('004')
    expect(await refusedBy({ mode: 'async_auto', kind: 'current' })).toEqual([
      'card_not_in_act',
      ['kind|kind_not_in_act|1.1', 'mode|automatic_not_allowed|2'],
    ])
    expect(await refusedBy({ materials: 'physics' })).toEqual([
      'card_not_in_act',
      ['materials|no_materials_in_act|'],
    ])
    expect(await refusedBy({ mode: 'offline' })).toEqual([
      'card_not_in_act',
      ['delivery|offline_needs_classroom|'],
    ])
  })

  test('TR-58 R4-1.1a under 004 an exam of an extramural programme is a problem and is not published; without a programme it warns', async () => {
    await inForce('004')
    const programme = async (studyForm: 'full_time' | 'extramural', level: 'dpo' | 'vo' = 'dpo') =>
      (
        await admin.done(addPart, {
          body: {
            name: `${level} ${studyForm}`,
            facts: {
              kind: 'programme',
              code: '',
              level,
              studyForm,
              elearning: true,
              distance: true,
              notOnlyRemote: false,
              branch: null,
            },
          },
        })
      ).id
    const eid = await drafted()
    const rules = () => teacher.client.done(readExamRules, { params: { eid } })
    const place = (of: string) =>
      admin.done(placeExam, {
        params: { eid },
        body: { branch: null, programme: of, responsible: null },
      })
    expect(await rules()).toMatchObject({ programmeMissing: true, problems: [] })
    await place(await programme('extramural'))
    expect(await rules()).toMatchObject({
      programmeMissing: false,
      problems: [{ at: 'programme', why: 'study_form_not_in_act', clauses: ['1.1'] }],
    })
    const refused = await teacher.client.call(publishExam, { params: { eid } })
    expect([refused.code, (JSON.parse(refused.text) as { fields?: string[] }).fields]).toEqual([
      'card_not_in_act',
      ['programme|study_form_not_in_act|1.1'],
    ])
    await place(await programme('full_time', 'vo'))
    expect((await rules()).problems).toEqual([{ at: 'programme', why: 'level_not_in_act', clauses: ['3'] }])
    await place(await programme('full_time'))
    expect((await rules()).problems).toEqual([])
    await teacher.client.done(publishExam, { params: { eid } })
  })

  test('TR-64 004 lets an exam lift a ban with a ground, 001 only where the clause itself says so', async () => {
    const lift = (key: 'materials.gadgets' | 'devices.headphones', ground = 'Аудирование') =>
      refusedBy({ overrides: [{ key, value: 'allowed', ground }] })
    await inForce('004')
    expect(await lift('materials.gadgets', ' ')).toEqual([
      'card_not_in_act',
      ['materials.gadgets|no_ground|8.5.1'],
    ])
    const eid = await published({
      overrides: [{ key: 'materials.gadgets', value: 'allowed', ground: 'Лабораторная' }],
    })
    const { rows } = await teacher.client.done(readExamRules, { params: { eid } })
    expect(rows.find(({ key }) => key === 'materials.gadgets')).toMatchObject({
      value: 'allowed',
      from: 'exam',
      ground: 'Лабораторная',
    })
    school = await server.otherInstitution()
    admin = school.admin.client
    teacher = await school.person('teacher')
    await inForce('001')
    expect(await lift('materials.gadgets')).toEqual([
      'card_not_in_act',
      ['materials.gadgets|act_does_not_yield|6.4'],
    ])
    await published({ overrides: [{ key: 'devices.headphones', value: 'allowed', ground: 'Аудирование' }] })
  })

  test('R1-7.4 an exam longer than the 45 minutes of 001 is refused; R1-8.0 its subject brings the list of materials', async () => {
    await inForce('001')
    expect(await refusedBy({}, { lengthMinutes: 46 })).toEqual([
      'card_not_in_act',
      ['lengthMinutes|longer_than_act|7.4'],
    ])
    const eid = await published({ materials: 'physics' })
    const { materials } = await teacher.client.done(readExamRules, { params: { eid } })
    expect(materials.map(({ wording }) => wording)).toContain('непрограммируемый калькулятор')
  })

  test('TR-65 nothing is published while the act leaves something undecided; what it is is named', async () => {
    await approved(admin, await admin.done(createAct, { body: { from: 'preset', preset: '004' } }))
    const [code, keys] = await refusedBy({})
    expect(code).toBe('undecided')
    expect(keys).toContain('appeal.filing_days')
  })

  test('R4-A2.08 TR-57 leaving the room is permitted by its switch up to its limit; every other switch is off unless said', async () => {
    await inForce('004')
    const eid = await published({ switches: [{ name: 'allow_leaving_room', limitSeconds: 300 }] })
    const rules = await store().inTenant(school.id, (tx) => tx.rules.ofExam(eid))
    expect(rules?.permissions.switches).toEqual({ allow_leaving_room: { limitSeconds: 300 } })
  })
})

describe('a published exam', () => {
  const newEdition = async (of: ActView, capacity: number) => {
    const next = await admin.done(createAct, { body: { from: 'edition', act: of.id } })
    await admin.done(stateParameter, {
      params: { aid: next.id, key: 'capacity.max_simultaneous' },
      body: { stated: { value: capacity, clauses: ['3.7'], quote: `не более ${capacity}`, note: null } },
    })
    const card = {
      ...next.card,
      approver: { post: 'Директор', name: 'Иванова М. С.' },
      order: '№ 55',
      approvedOn: '2026-06-01',
      effectiveFrom: '2026-06-01',
    }
    await admin.done(changeCard, { params: { aid: next.id }, body: card })
    return approved(admin, next)
  }
  const capacityOf = async (eid: ExamId) =>
    (await teacher.client.done(readExamRules, { params: { eid } })).rows.find(
      ({ key }) => key === 'capacity.max_simultaneous',
    )?.value

  test('R0-1.4n refers to the edition in force and quotes it; its rules and card change no more', async () => {
    const act = await inForce('004')
    const eid = await drafted({ subject: 'Физика' })
    const draft = await teacher.client.done(readExamRules, { params: { eid } })
    expect([draft.act?.id, draft.frozen]).toEqual([act.id, null])
    await teacher.client.done(publishExam, { params: { eid } })
    const rules = await teacher.client.done(readExamRules, { params: { eid } })
    expect(rules.act).toMatchObject({ id: act.id, edition: 1 })
    expect(rules.act?.quote).toContain('приказ №15-у/р-акт от 19.07.2024, действует с 01.09.2024')
    expect(rules.frozen?.sha256).toMatch(/^[0-9a-f]{64}$/)
    const change = await teacher.client.call(changeExam, {
      params: { eid },
      body: { ...about(), card: given },
    })
    expect([change.status, change.code]).toEqual([409, 'exam_published'])
    expect((await teacher.client.call(publishExam, { params: { eid } })).code).toBe('exam_published')
    await expect(
      server.database.owner(`update exam_rules set quote = 'иное' where exam_id = $1`, [eid]),
    ).rejects.toThrow('frozen')
  })

  test('T-18 rules, time limit and materials are frozen at publishing: a change in every state is refused, every session of the version names the same rules in its manifest, and another version other ones', async () => {
    await inForce('004')
    const eid = await drafted()
    await teacher.client.done(publishExam, { params: { eid } })
    const changes = [{ lengthMinutes: 50 }, { instructions: 'Можно всё' }, { opensAt: at(-5) }]
    const change = async () =>
      Promise.all(
        changes.map(async (more) => {
          const body = { ...about(more), card: { ...given, subject: 'Химия' } }
          return (await teacher.client.call(changeExam, { params: { eid }, body })).status
        }),
      )
    const refused = [409, 409, 409]
    const before = (await teacher.client.done(readExamRules, { params: { eid } })).frozen?.sha256
    const [one, two] = [
      await school.session({ exam: eid, proctors: [] }),
      await school.session({ exam: eid, proctors: [] }),
    ]
    expect(await change(), 'published, nobody began').toEqual(refused)
    const [began, ended] = [new Date(at(0)), new Date(at(1))]
    for (const [state, from, to] of [
      ['authorized', began, null],
      ['in_progress', began, null],
      ['submitted', began, null],
      ['deauthorized', began, ended],
      ['expired_not_started', null, null],
    ] as const) {
      await server.database.owner(
        `update session set state = $2, authorized_at = $3::timestamptz, deadline = $3::timestamptz + interval '45 minutes',
           deauthorized_at = $4::timestamptz, end_cause = case when $4::timestamptz is null then null else 'auto' end
         where id = $1`,
        [one.id, state, from, to],
      )
      expect([state, await change()]).toEqual([state, refused])
    }
    expect((await teacher.client.done(readExamRules, { params: { eid } })).frozen?.sha256).toBe(before)
    const rulesOf = async (sid: typeof one.id) =>
      (await postgresManifests(server.database.pools.ingest).history(sid))?.policy
    expect(await rulesOf(one.id)).toEqual({ rules: before })
    expect(await rulesOf(two.id)).toEqual({ rules: before })
    const next = await published({ subject: 'Химия' })
    expect(await rulesOf((await school.session({ exam: next, proctors: [] })).id)).not.toEqual({
      rules: before,
    })
  })

  test('R0-7.5 rules kept before a parameter had its name are read as they were: nobody said it, and what was published is untouched', async () => {
    await inForce('000')
    const eid = await published()
    const before = await teacher.client.done(readExamRules, { params: { eid } })
    expect(before.rows.map(({ key }) => key)).toContain('decision.values')
    // As an earlier release left it.
    await server.database.owner('alter table exam_rules disable trigger exam_rules_frozen')
    await server.database.owner(
      `update exam_rules set policy = policy - 'decision.values' where exam_id = $1`,
      [eid],
    )
    await server.database.owner('alter table exam_rules enable trigger exam_rules_frozen')
    const now = await teacher.client.done(readExamRules, { params: { eid } })
    expect(now.rows).toEqual(before.rows.filter(({ key }) => key !== 'decision.values'))
    expect(now.frozen).toEqual(before.frozen)
    const rules = await store().inTenant(school.id, (tx) => tx.rules.ofExam(eid))
    expect(rules?.policy['decision.values']).toEqual({ value: null, origin: { from: 'nobody' } })
    expect(rules?.resultsNow, 'what the act in force says').toContain('retake')
  })

  test('R0-7.5 goes on under its edition when the next one takes effect; a new exam is under the new one', async () => {
    const first = await ownInForce({ 'capacity.max_simultaneous': 15 })
    const running = await school.running({ exam: await published() })
    const draft = await drafted()
    const second = await newEdition(first, 12)
    expect((await admin.done(listActs, {})).rows.map(({ state }) => state)).toEqual([
      'effective',
      'superseded',
    ])
    expect(await capacityOf(running.exam)).toBe(15)
    const ofSession = await store().inTenant(school.id, (tx) => tx.rules.ofSession(running.id))
    expect(ofSession?.frozen).toMatchObject({ act: first.id, edition: 1 })
    expect(ofSession?.policy['capacity.max_simultaneous'].value).toBe(15)
    await teacher.client.done(publishExam, { params: { eid: draft } })
    expect(await capacityOf(draft)).toBe(12)
    const later = await teacher.client.done(readExamRules, { params: { eid: draft } })
    expect(later.act).toMatchObject({ id: second.id, edition: 2 })
  })

  test('R0-7.3 an edition whose day has not come rules no exam', async () => {
    const act = await decided(admin, await admin.done(createAct, { body: { from: 'preset', preset: '004' } }))
    const tomorrow = clock.now().add({ hours: 48 }).toString().slice(0, 10)
    await admin.done(changeCard, { params: { aid: act.id }, body: { ...act.card, effectiveFrom: tomorrow } })
    expect((await approved(admin, act)).state).toBe('approved')
    expect(await refusedBy({})).toEqual(['no_act_in_force', []])
  })

  test('nobody is admitted to a draft; once it is published people are', async () => {
    await inForce('004')
    const eid = await drafted()
    const [examinee, proctor] = [await school.person('examinee'), await school.person('proctor')]
    const admit = () =>
      teacher.client.call(createSession, {
        params: { eid },
        body: { examinee: examinee.id, proctors: [proctor.id] },
      })
    const early = await admit()
    expect([early.status, early.code]).toEqual([409, 'exam_draft'])
    await teacher.client.done(publishExam, { params: { eid } })
    expect((await admit()).status).toBe(200)
  })

  test('R4-2.15 the address of a task held elsewhere reaches the examinee while he is recorded', async () => {
    await ownInForce({})
    const eid = await published({
      delivery: { to: 'external', address: 'https://tests.example/17', name: null },
    })
    const { id, examinee } = await school.running({ exam: eid })
    const { session } = await examinee.client.done(readSession, { params: { sid: id } })
    expect(session.task).toContain('https://tests.example/17')
  })

  test('R1-6.4b examinee and proctor read the same list of what is permitted, strangers none; the link comes with the task', async () => {
    await ownInForce({ 'permissions.switches': 10, extra_requirements_right: 'allowed' })
    const eid = await published({
      switches: [{ name: 'allow_calculator', limitSeconds: null }],
      requirements: ['Тишина'],
      delivery: { to: 'lms', address: 'https://lms.example/task', name: null },
    })
    const { id, examinee, proctors } = await school.running({ exam: eid })
    const of = (who: Client) => who.call(readPermitted, { params: { sid: id } })
    const mine = await of(examinee.client)
    expect(mine.body).toMatchObject({
      switches: [{ name: 'allow_calculator', limitSeconds: null }],
      requirements: ['Тишина'],
      lifted: [],
    })
    expect((await of((proctors[0] as TestPerson).client)).body).toEqual(mine.body)
    expect((await of((await school.person('examinee')).client)).code).toBe('not_found')
    const { session } = await examinee.client.done(readSession, { params: { sid: id } })
    expect(session.task).toBe('Задание\n\nhttps://lms.example/task')
  })

  test('made without a card it is published at once under the act in force', async () => {
    const act = await inForce('000')
    const exam = await teacher.client.done(createExam, { body: about() })
    expect(exam.state).toBe('published')
    const { act: ruled } = await teacher.client.done(readExamRules, { params: { eid: exam.id } })
    expect(ruled?.id).toBe(act.id)
  })
})

describe('before it begins', () => {
  test('R4-3.8c the teacher confirms the list, and is asked again when it changed', async () => {
    await inForce('004')
    const eid = await published()
    const admit = async () =>
      teacher.client.done(createSession, {
        params: { eid },
        body: { examinee: (await school.person('examinee')).id },
      })
    await admit()
    const read = () => teacher.client.done(readChecklist, { params: { eid } })
    const state = async (item: string) => (await read()).items.find((one) => one.item === item)
    expect(await state('examinee_list')).toMatchObject({ asked: true, clauses: ['3.8'], state: 'open' })
    await teacher.client.done(holdBriefing, { params: { eid }, body: { text: 'Порядок экзамена.' } })
    for (const item of ['materials_in_lms', 'examinee_list'] as const)
      await teacher.client.done(confirmItem, { params: { eid, item } })
    expect(await state('examinee_list')).toMatchObject({ state: 'confirmed' })
    expect((await read()).done).toBe(true)
    await admit()
    expect((await state('examinee_list'))?.state).toBe('changed_since')
    expect((await state('materials_in_lms'))?.state).toBe('confirmed')
    expect((await read()).done).toBe(false)
    const again = await teacher.client.done(confirmItem, { params: { eid, item: 'examinee_list' } })
    expect(again.done).toBe(true)
  })

  test('R4-3.8d whoever has a condition not met or not checked can not authorise, whoever met them all can', async () => {
    await ownInForce({})
    const { id, exam, examinee } = await school.session({ exam: await published() })
    const state = (met: boolean | null) =>
      teacher.client.done(stateConditions, {
        params: { sid: id },
        body: { conditions: [{ code: 'Практика зачтена', met, ground: 'Учебный план' }] },
      })
    const enter = () => examinee.client.call(authorizeSession, { params: { sid: id } })
    for (const met of [null, false]) {
      expect((await state(met)).flag).toBe('not_admitted')
      const refused = await enter()
      expect([met, refused.status, refused.code]).toEqual([met, 409, 'not_admitted'])
    }
    expect((await state(true)).flag).toBe('admitted')
    const { rows } = await teacher.client.done(listSessions, { params: { eid: exam } })
    expect(rows).toMatchObject([{ id, admission: { session: id, flag: 'admitted' } }])
    expect((await enter()).status).toBe(200)
    const other = (await (await server.otherInstitution()).person('teacher')).client
    expect((await other.call(listSessions, { params: { eid: exam } })).code).toBe('not_found')
    const foreign = await other.call(stateConditions, { params: { sid: id }, body: { conditions: [] } })
    expect(foreign.code).toBe('not_found')
    expect((await other.call(readChecklist, { params: { eid: exam } })).code).toBe('not_found')
  })
})

describe('its schedule', () => {
  const many = (count: number, role: 'examinee' | 'proctor') =>
    server.database
      .owner(
        `with made as (insert into account (id, tenant_id, login, full_name, language, created_at)
           select 'acc_' || translate(substr(md5(random()::text || n), 1, 26), '0189', 'wxyz'), $1,
             'many.' || md5(random()::text || n), $2 || ' ' || lpad(n::text, 4, '0'), 'ru', now()
           from generate_series(1, $3) n returning id)
         , papers as (insert into proctor_card (account_id, tenant_id, facts, changed_by, changed_at)
           select id, $1, $5, $6, now() from made where $4 = 'proctor')
         insert into account_role (tenant_id, account_id, role) select $1, id, $4 from made returning account_id`,
        [
          school.id,
          role === 'examinee' ? 'Ученик' : 'Проктор',
          count,
          role,
          JSON.stringify(wholePapers),
          school.admin.id,
        ],
      )
      .then(({ rows }) => rows.map(({ account_id }) => account_id as AccountId))
  const wanted = (examinees: readonly AccountId[], proctors: readonly AccountId[], more: object = {}) => ({
    examinees: [...examinees],
    proctors: [...proctors],
    first: at(-1),
    windowMinutes: 15,
    betweenMinutes: 0,
    ...more,
  })
  const proposed = (eid: ExamId, body: ReturnType<typeof wanted>) =>
    teacher.client.done(planExam, { params: { eid }, body })
  const applied = async (eid: ExamId, body: ReturnType<typeof wanted>) => {
    const { digest } = await proposed(eid, body)
    return teacher.client.done(applyPlan, { params: { eid }, body: { ...body, digest } })
  }
  const admit = (eid: ExamId, examinee: AccountId, proctors: readonly AccountId[], slot?: SlotId) =>
    teacher.client.call(createSession, {
      params: { eid },
      body: { examinee, proctors: [...proctors], ...(slot ? { slot } : {}) },
    })

  test('R4-3.7 the 16th examinee is refused, on the list and at the door', async () => {
    await ownInForce({ 'capacity.max_simultaneous': 15, 'staffing.sync_examinees_per_proctor': 6 })
    const eid = await published()
    const [people, proctors] = [await many(15, 'examinee'), await many(3, 'proctor')]
    for (const [no, one] of people.entries())
      expect((await admit(eid, one, [proctors[no % 3] as AccountId])).status).toBe(200)
    const late = await school.person('examinee')
    const more = await school.person('proctor')
    const full = await admit(eid, late.id, [more.id])
    expect([full.status, full.code]).toEqual([409, 'slot_full'])
    // Somebody put on the list past the schedule meets the same limit at the door.
    const sid = `ses_${'a'.repeat(26)}` as SessionId
    await server.database.owner(
      `update session set state = 'authorized', authorized_at = now(), deadline = now() + interval '45 minutes' where exam_id = $1`,
      [eid],
    )
    await server.database.owner(
      `insert into session (id, tenant_id, exam_id, examinee_id, state, opens_at, closes_at, length_minutes, created_at)
       select $1, tenant_id, id, $2, 'admitted', opens_at, closes_at, length_minutes, now() from exam where id = $3`,
      [sid, late.id, eid],
    )
    await admin.done(assignProctor, { params: { sid, proctor: more.id } })
    const door = await late.client.call(authorizeSession, { params: { sid } })
    expect([door.status, door.code]).toEqual([409, 'run_full'])
    await server.database.owner(
      `update session set state = 'deauthorized', deauthorized_at = now() where exam_id = $1 and examinee_id = $2`,
      [eid, people[0]],
    )
    expect((await late.client.call(authorizeSession, { params: { sid } })).status).toBe(200)
  })

  test('R4-3.7 of two who are put on the last seat at once one gets it', async () => {
    await inForce('004')
    const eid = await published()
    const people = await many(20, 'examinee')
    for (const one of people.slice(0, 14)) expect((await admit(eid, one, [])).status).toBe(200)
    const last = await Promise.all(people.slice(14).map((one) => admit(eid, one, [])))
    expect(last.map(({ code }) => code).sort()).toEqual(['', ...Array(5).fill('slot_full')])
  })

  test('R4-5.2c TR-13 a proctor takes no seventh, counted over all exams of the time', async () => {
    await inForce('004')
    const [physics, maths] = [await published(), await published({}, { title: 'Математика' })]
    const [people, [proctor]] = [await many(7, 'examinee'), await many(1, 'proctor')]
    const six = people.slice(0, 6)
    for (const [no, one] of six.entries())
      expect((await admit(no % 2 ? physics : maths, one, [proctor as AccountId])).status).toBe(200)
    const seventh = people[6] as AccountId
    const full = await admit(physics, seventh, [proctor as AccountId])
    expect([full.status, full.code]).toEqual([409, 'proctor_full'])
    const alone = (await admit(physics, seventh, [])).body.session.id
    const assigned = await teacher.client.call(assignProctor, {
      params: { sid: alone, proctor: proctor as AccountId },
    })
    expect(assigned.code).toBe('proctor_full')
  })

  test('R4-3.6a a group is put into slots and shared among proctors; what was seen is what is made', async () => {
    await inForce('004')
    const eid = await published({}, { closesAt: at(180) })
    const body = wanted(await many(31, 'examinee'), await many(3, 'proctor'))
    const proposal = await proposed(eid, body)
    expect(proposal.slots.map(({ seats }) => seats.length)).toEqual([11, 10, 10])
    expect([proposal.proctorsNeeded, proposal.unfit]).toEqual([2, []])
    for (const { seats } of proposal.slots)
      for (const share of Object.values(Object.groupBy(seats, ({ proctor }) => proctor?.id ?? '')))
        expect(share?.length).toBeLessThanOrEqual(6)
    const schedule = await teacher.client.done(applyPlan, {
      params: { eid },
      body: { ...body, digest: proposal.digest },
    })
    expect(schedule.slots.map(({ people }) => people)).toEqual([11, 10, 10])
    expect(schedule).toMatchObject({ atOnce: 15, perProctor: 6, live: true, unslotted: 0 })
    const again = await teacher.client.call(applyPlan, {
      params: { eid },
      body: { ...body, digest: proposal.digest },
    })
    expect([again.status, again.code]).toEqual([409, 'plan_changed'])
    const one = await admit(eid, (await school.person('examinee')).id, [])
    expect(one.code).toBe('slot_needed')
  })

  test('R4-4.3a nobody of a slot begins before or after its start window', async () => {
    await ownInForce({})
    const eid = await published({}, { closesAt: at(180) })
    const [first, second] = [await school.person('examinee'), await school.person('examinee')]
    const proctor = await school.person('proctor')
    const { slots } = await applied(eid, wanted([first.id], [proctor.id]))
    const later = await applied(eid, wanted([second.id], [proctor.id], { first: at(120) }))
    const { rows } = await teacher.client.done(listSessions, { params: { eid } })
    const of = (no: number) => rows[no]?.id as SessionId
    expect(slots).toHaveLength(1)
    const early = await second.client.call(authorizeSession, { params: { sid: of(1) } })
    expect([later.slots.length, early.code]).toEqual([2, 'too_early'])
    aheadMs += 20 * MINUTE
    const late = await first.client.call(authorizeSession, { params: { sid: of(0) } })
    expect(late.code).toBe('too_late')
  })

  test('nobody sits two exams at the same time, nor watches while sitting one', async () => {
    await inForce('004')
    const [physics, maths] = [await published(), await published({}, { title: 'Математика' })]
    const both = await school.person('examinee', { roles: ['examinee', 'proctor'] })
    const [one] = await many(1, 'examinee')
    await applied(physics, wanted([both.id], []))
    const proposal = await proposed(maths, wanted([both.id, one as AccountId], [], { windowMinutes: 60 }))
    expect(proposal.unfit).toMatchObject([{ id: both.id, why: 'busy' }])
    const { slots } = await applied(maths, wanted([one as AccountId], []))
    const slot = slots[0]?.id as SlotId
    expect((await admit(maths, both.id, [], slot)).code).toBe('examinee_busy')
    const other = await many(1, 'examinee')
    expect((await admit(maths, other[0] as AccountId, [both.id], slot)).code).toBe('proctor_busy')
  })

  test('who does not fit is named with the reason, and how much longer the window would have to be', async () => {
    await inForce('004')
    const eid = await published({}, { closesAt: at(20) })
    const [people, proctors] = [await many(17, 'examinee'), await many(2, 'proctor')]
    const few = await proposed(eid, wanted(people, proctors))
    expect(few.unfit.map(({ why }) => why)).toEqual(Array(5).fill('no_proctor'))
    expect([few.proctorsNeeded, few.proctorsGiven]).toEqual([2, 2])
    const short = await proposed(eid, wanted(people, [...proctors, ...(await many(1, 'proctor'))]))
    expect(short.unfit.map(({ why }) => why)).toEqual(['no_slot', 'no_slot'])
    expect(short.minutesMissing).toBe(60)
  })

  test('a thousand people are put into slots and admitted', async () => {
    await inForce('004')
    const eid = await published({}, { closesAt: at(60 * 24 * 7) })
    const body = wanted(await many(1000, 'examinee'), await many(3, 'proctor'))
    const { slots } = await applied(eid, body)
    expect(slots).toHaveLength(67)
    expect(slots.reduce((sum, { people }) => sum + people, 0)).toBe(1000)
  })

  test('TR-61 R4-5.2a the rehearsal tells proctors, disk and network, and reviewers from the speed of watching', async () => {
    await inForce('004')
    const live = await published()
    const needs = await teacher.client.done(rehearseExam, { params: { eid: live }, query: { people: 15 } })
    expect(needs).toMatchObject({
      atOnce: 15,
      proctorsNeeded: 3,
      uplinkKbps: 732,
      serverKbps: 10_980,
      review: null,
    })
    expect(needs.diskBytes).toBe((732_000 / 8) * 60 * 45 * 15)
    const eid = await published({ mode: 'async_human' })
    const review = async (query: object) =>
      (await teacher.client.done(rehearseExam, { params: { eid }, query })).review
    expect(await review({ people: 30 })).toEqual({ known: false, missing: ['reviewerMinutesPerDay'] })
    expect(await review({ people: 30, reviewers: 2, minutesPerDay: 480 })).toEqual({
      known: true,
      workMinutes: 1350,
      reviewers: 3,
      days: 2,
      enough: false,
      daysGiven: 1,
    })
  })

  test('an exam that no act rules keeps admitting without limits', async () => {
    const { id: eid } = await teacher.client.done(createExam, { body: about() })
    const [people, [proctor]] = [await many(17, 'examinee'), await many(1, 'proctor')]
    for (const one of people) expect((await admit(eid, one, [proctor as AccountId])).status).toBe(200)
  })
})

test('T-30 the card, the rules and the publishing of another institution are not there', async () => {
  const eid = await drafted()
  const other = (await (await server.otherInstitution()).person('teacher')).client
  const codes = [
    await other.call(readExamRules, { params: { eid } }),
    await other.call(changeExam, { params: { eid }, body: { ...about(), card: given } }),
    await other.call(publishExam, { params: { eid } }),
    await other.call(readSchedule, { params: { eid } }),
    await other.call(rehearseExam, { params: { eid }, query: {} }),
    await other.call(planExam, {
      params: { eid },
      body: { examinees: [teacher.id], proctors: [], first: at(0), windowMinutes: 15, betweenMinutes: 0 },
    }),
  ].map(({ code }) => code)
  expect(codes).toEqual(Array(6).fill('not_found'))
})
