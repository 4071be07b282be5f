// After the exam: the examinee's answer to a mark, the appeal from filing to the changed result, and who may consider it.
import {
  type AfterExam,
  answerMark,
  askRecusal,
  fileAppeal,
  readAfterExam,
  readOwnAppealPaper,
  withdrawAppeal,
} from '@ochno/contract/after-exam'
import {
  answerRecusal,
  answerVerdict,
  decideAppeal,
  leaveCommission,
  voteOnAppeal,
} from '@ochno/contract/appeal-verdict'
import {
  admitAppeal,
  changeAppealSetting,
  doAppealStep,
  listAppeals,
  nameCommission,
  readAppeal,
} from '@ochno/contract/appeals'
import { sayToExaminee } from '@ochno/contract/conduct'
import {
  decideResult,
  publishDecision,
  readDecision,
  readOwnResult,
  reportImpersonation,
} from '@ochno/contract/decisions'
import type { ExamCardGiven } from '@ochno/contract/exam-card'
import { listMyNotices } from '@ochno/contract/notices'
import { handOverProtocol, readProtocol, saveProtocol, signProtocol } from '@ochno/contract/protocols'
import type { SessionId } from '@ochno/domain/ids'
import { fromMs } from '@ochno/domain/time'
import { KIND } from '@ochno/evidence/record'
import { recordMaker } from '@ochno/testkit/chaos/record-maker'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { bootServer, type TestInstitution, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pdfPages } from './support/pdf-text.ts'

// A Monday morning in Moscow. Each look at the clock is a millisecond later: deeds have an order, and no machine is too slow.
let nowMs = Date.parse('2026-06-08T07:00:00Z')
const ms = () => ++nowMs
const clock = { ms, now: () => fromMs(ms()), mono: ms }
const MINUTE = 60_000
let server: TestServer
let school: TestInstitution
let teacher: TestPerson
let commission: [chair: TestPerson, member: TestPerson, third: TestPerson, secretary: TestPerson]

const order = {
  situations: [{ id: 'door', words: 'допуск начался позже, чем стояло в расписании' }],
  steps: [
    { id: 'study', words: 'Изучить видеозапись и протокол', by: 'Секретарь' },
    { id: 'meet', words: 'Провести заседание', by: 'Комиссия' },
  ],
  least: 2,
  answerDays: null,
}

beforeAll(async () => {
  server = await bootServer({ clock })
  school = await server.otherInstitution()
  await actInForce(school.admin.client, '004')
  teacher = await school.person('teacher')
  commission = [
    await school.person('commission'),
    await school.person('commission'),
    await school.person('commission'),
    await school.person('commission'),
  ]
  await school.admin.client.done(changeAppealSetting, { body: order })
})
afterAll(() => server.stop())

/** An exam that ran from forty to ten minutes ago, its protocol handed over with one mark. */
async function handedOver(watching: readonly TestPerson[] | null = null, card: Partial<ExamCardGiven> = {}) {
  const exam = await examUnderAct(school.admin.client, card, { nowMs })
  const session = await school.session({ exam, ...(watching ? { proctors: watching } : {}) })
  const [proctor] = session.proctors as [TestPerson]
  const began = nowMs - 40 * MINUTE
  const time = (minutes: number, seconds = 0) =>
    new Date(began + minutes * MINUTE + seconds * 1000).toISOString()
  await server.database.owner(
    `update session set state = 'deauthorized', authorized_at = $2, started_at = $2, deadline = $3, deauthorized_at = $3,
       end_cause = 'auto' where id = $1`,
    [session.id, time(0), time(30)],
  )
  const params = { sid: session.id }
  await proctor.client.done(sayToExaminee, {
    params,
    body: { kind: 'mark', code: 'gadgets', from: time(3), to: time(3, 20), note: 'предмет в руке' },
  })
  const view = await proctor.client.done(readProtocol, { params })
  await proctor.client.done(saveProtocol, {
    params,
    body: {
      revision: view.revision,
      draft: {
        ...view.draft,
        answers: Object.fromEntries(
          view.rows.map(
            ({ row }) => [row, view.marks.some((mark) => mark.row === row) ? 'yes' : 'no'] as const,
          ),
        ),
        marks: Object.fromEntries(view.marks.map(({ key }) => [key, { is: 'counted' as const, reason: '' }])),
        independent: false,
        documentShown: 'паспорт',
      },
    },
  })
  const saved = await proctor.client.done(readProtocol, { params })
  await proctor.client.done(signProtocol, {
    params,
    body: { revision: saved.revision, objective: true, reason: null },
  })
  await proctor.client.done(handOverProtocol, { params })
  return { session, proctor, params, time }
}

async function published(watching: readonly TestPerson[] | null = null, card: Partial<ExamCardGiven> = {}) {
  const all = await handedOver(watching, card)
  const { params } = all
  await teacher.client.done(decideResult, {
    params,
    body: { as: 'teacher', value: 'unsatisfactory', authentic: true, ground: 'По протоколу' },
  })
  await teacher.client.done(publishDecision, {
    params,
    body: { as: 'teacher', explanation: 'В руке был телефон.' },
  })
  return all
}

const after = (who: TestPerson, sid: SessionId) => who.client.done(readAfterExam, { params: { sid } })
const file = (
  who: TestPerson,
  sid: SessionId,
  marks: readonly string[] = [],
  situation = 'proctor_decision',
) =>
  who.client.call(fileAppeal, {
    params: { sid },
    body: { situation, circumstances: 'Это был калькулятор, он разрешён.', marks: [...marks] },
  })
const filed = async (who: TestPerson, sid: SessionId, marks: readonly string[] = []) => {
  const answer = await file(who, sid, marks)
  expect(answer.code).toBe('')
  return answer.body.appeals.at(-1) as AfterExam['appeals'][number]
}
const seats = ([chair, member, , secretary] = commission) => [
  { person: chair.id, role: 'chair' as const },
  { person: member.id, role: 'member' as const },
  { person: secretary.id, role: 'secretary' as const },
]

/** Each with a vote, by their own sign-in. */
async function voted(
  aid: AfterExam['appeals'][number]['id'],
  satisfied: boolean,
  who = commission.slice(0, 2),
) {
  for (const each of who)
    await each.client.done(voteOnAppeal, { params: { aid }, body: { satisfied, opinion: '' } })
}

test('R4-5.14 T-17 R0-2.5b.1 R0-7.1a SM-6 an appeal is filed, admitted, studied with time codes and satisfied; the mark and the result change, and the paper says so', async () => {
  const { session, params, time } = await published()
  const { examinee } = session
  const [chair, member, , secretary] = commission
  const decided = await teacher.client.done(readDecision, { params })
  expect(decided.recommendations.flatMap(({ because }) => because.map(({ code }) => code))).toContain(
    'gadgets',
  )
  const before = await after(examinee, session.id)
  expect(before.order).toMatchObject({ why: null, clauses: ['5.14', '5.11'] })
  expect(before.order.situations.map(({ id }) => id)).toEqual(['proctor_decision', 'grade', 'door'])
  expect((await file(examinee, session.id, [], 'procedure')).code).toBe('situation_unknown')
  const [mark] = before.marks
  const own = await filed(examinee, session.id, [mark?.key ?? ''])
  expect(own).toMatchObject({ state: 'registered', late: false, mayWithdraw: true })
  expect((await file(examinee, session.id)).code).toBe('appeal_open')

  const one = { params: { aid: own.id } }
  const accepted = await secretary.client.done(admitAppeal, { ...one, body: { admit: true } })
  expect(accepted).toMatchObject({ state: 'in_consideration', held: true, recording: 'studied' })
  expect((await teacher.client.done(readDecision, { params })).state).toBe('under_appeal')

  const seat = (members: ReturnType<typeof seats>) =>
    secretary.client.call(nameCommission, { ...one, body: { members } })
  expect((await seat(seats().slice(0, 2))).code).toBe('commission_incomplete')
  expect((await seat(seats())).status).toBe(200)
  const verdict = {
    satisfied: true,
    value: 'grade_4' as const,
    annulled: [mark?.key ?? ''],
    reasoning: 'На записи виден калькулятор, он разрешён.',
    timeCodes: [{ from: time(3), to: time(3, 20) }],
  }
  const decide = (who: TestPerson, more: Partial<typeof verdict> = {}) =>
    who.client.call(decideAppeal, { ...one, body: { ...verdict, ...more } })
  expect((await decide(chair)).code).toBe('steps_left')
  const step = (id: string) => secretary.client.call(doAppealStep, { params: { aid: own.id, step: id } })
  expect((await step('meet')).code).toBe('other_step_first')
  for (const { id } of order.steps) expect((await step(id)).status).toBe(200)
  expect((await decide(chair)).code).toBe('votes_missing')
  await voted(own.id, true)
  expect((await decide(member)).code).toBe('not_yours')
  expect((await decide(chair, { timeCodes: [{ from: time(31), to: time(32) }] })).code).toBe(
    'outside_the_recording',
  )
  expect((await decide(chair, { value: 'unsatisfactory' as never, annulled: [] })).code).toBe(
    'nothing_changed',
  )
  // T-17: the chair alone annuls nothing, and no colleague is written down for it.
  expect((await decide(chair, { value: 'result_annulled' as never })).body).toMatchObject({
    state: 'in_consideration',
    verdict: null,
    result: 'unsatisfactory',
  })
  const { vocabulary } = await chair.client.done(readAppeal, one)
  expect(vocabulary).toContain('grade_4')
  // The chair may think better of it: another verdict takes the place of what was proposed.
  const done = await decide(chair)
  expect(done.body).toMatchObject({ state: 'closed', outcome: 'satisfied', held: false, result: 'grade_4' })

  expect(await examinee.client.done(readOwnResult, { params })).toMatchObject({
    value: 'grade_4',
    explanation: verdict.reasoning,
  })
  const now = await after(examinee, session.id)
  expect(now.marks).toMatchObject([{ annulled: true }])
  expect(now.order.why).toBe('already_considered')
  expect((await examinee.client.done(readOwnResult, { params })).marks).toEqual([])
  const pdf = now.appeals[0]?.papers.find(({ kind }) => kind === 'pdf')
  const paper = await examinee.client.call(readOwnAppealPaper, {
    params: { aid: own.id, pid: pdf?.id ?? '' },
  })
  const text = pdfPages(paper.body as unknown as Uint8Array).join('\n')
  expect(text).toContain('На записи виден калькулятор')
  expect(text).toContain('Председатель комиссии')
  expect(JSON.stringify((await examinee.client.done(listMyNotices, {})).rows)).toContain('удовлетворена')
  const { rows: told } = await server.database.owner(
    "select action from audit_entry where object = $1 and action like 'appeal.%' order by at, id",
    [own.id],
  )
  expect(told.map(({ action }) => action)).toEqual([
    'appeal.file',
    'appeal.accept',
    'appeal.commission',
    'appeal.step',
    'appeal.step',
    'appeal.vote',
    'appeal.vote',
    'appeal.propose',
    'appeal.decide',
    'appeal.read',
  ])

  // TR-41: what comes out later opens the result again; the mark that was taken off stays off.
  const reopened = await teacher.client.done(reportImpersonation, {
    params,
    body: { as: 'teacher', document: 'Докладная № 4', on: '2026-06-01', what: 'Сдавал другой.' },
  })
  expect(reopened.recommendations.flatMap(({ because }) => because.map(({ code }) => code))).not.toContain(
    'gadgets',
  )
  await teacher.client.done(decideResult, {
    params,
    body: { as: 'teacher', value: 'unsatisfactory', authentic: true, ground: 'По докладной' },
  })
  expect((await file(examinee, session.id)).code).toBe('appeal_considered')
  await teacher.client.done(publishDecision, { params, body: { as: 'teacher', explanation: 'Докладная.' } })
  expect((await after(examinee, session.id)).order.why).toBeNull()
  expect((await file(examinee, session.id)).status).toBe(200)
})

test('TR-06 nobody who watched, marked or decided sits in the commission, and a foreign school sees nothing', async () => {
  const both = await school.person('proctor', { roles: ['proctor', 'commission'] })
  const before = await school.person('proctor', { roles: ['proctor', 'commission'] })
  const { session } = await published([both, before])
  const own = await filed(session.examinee, session.id)
  const one = { params: { aid: own.id } }
  // The seat was handed over: who watched before took part all the same.
  const [, handed] = session.proctors as [TestPerson, TestPerson]
  await server.database.owner(
    'update assignment set removed_at = assigned_at where session_id = $1 and proctor_id = $2',
    [session.id, handed.id],
  )
  const admitting = (who: TestPerson) => who.client.call(admitAppeal, { ...one, body: { admit: true } })
  expect((await admitting(both)).code).toBe('took_part')
  expect((await admitting(handed)).code).toBe('took_part')
  expect((await admitting(commission[3])).status).toBe(200)
  const members = [{ person: both.id, role: 'chair' as const }, ...seats().slice(1)]
  const refused = await commission[3].client.call(nameCommission, { ...one, body: { members } })
  expect(refused.code).toBe('took_part')
  expect(JSON.parse(refused.text).fields).toEqual([both.id])
  expect((await server.admin.client.call(readAppeal, one)).code).toBe('not_found')
  expect((await teacher.client.call(readAppeal, one)).status).toBe(403)
  const stranger = await school.person('examinee')
  const foreign = await stranger.client.call(readAfterExam, { params: { sid: session.id } })
  expect(foreign.code).toBe('not_found')
})

test('SM-6 an appeal taken back leaves the result as it was and keeps nothing from destruction any more', async () => {
  const { session, params } = await published()
  const own = await filed(session.examinee, session.id)
  const one = { params: { aid: own.id } }
  const state = async () => (await teacher.client.done(readDecision, { params })).state
  await commission[3].client.done(admitAppeal, { ...one, body: { admit: true } })
  expect((await commission[0].client.done(readAppeal, one)).held).toBe(true)
  expect(await state()).toBe('under_appeal')
  const back = await session.examinee.client.done(withdrawAppeal, one)
  expect(back.appeals[0]).toMatchObject({ state: 'closed', outcome: 'withdrawn' })
  expect(await state()).toBe('published')
  expect((await commission[0].client.done(readAppeal, one)).held).toBe(false)
})

test('T-17 where nobody of the commission could agree, an annulling verdict is refused and waits for nobody', async () => {
  const alone = await school.admin.client.call(changeAppealSetting, { body: { ...order, least: 1 } })
  expect(alone.status).toBe(400)
  const { session, time } = await published()
  const [chair, , , secretary] = commission
  const own = await filed(session.examinee, session.id)
  const one = { params: { aid: own.id } }
  // An order from before asked for one vote.
  await server.database.owner(`update appeal set facts = facts || '{"least": 1}' where id = $1`, [own.id])
  await secretary.client.done(admitAppeal, { ...one, body: { admit: true } })
  const members = seats().filter(({ role }) => role !== 'member')
  const few = await secretary.client.call(nameCommission, { ...one, body: { members } })
  expect(few.code, 'two at the least').toBe('commission_incomplete')
  expect((await secretary.client.done(readAppeal, one)).least).toBe(2)
  await secretary.client.done(nameCommission, { ...one, body: { members: seats() } })
  for (const { id } of order.steps)
    await secretary.client.done(doAppealStep, { params: { aid: own.id, step: id } })
  const timeCodes = [{ from: time(3), to: time(3, 20) }]
  const verdict = { satisfied: true, value: 'attempt_annulled' as const, reasoning: 'Обрыв.', timeCodes }
  const decide = () => chair.client.call(decideAppeal, { ...one, body: verdict })
  await voted(own.id, true, [chair])
  expect((await decide()).code, 'one vote decides nothing').toBe('votes_missing')
  await voted(own.id, true)
  expect((await decide()).body).toMatchObject({
    state: 'in_consideration',
    proposed: { until: expect.anything() },
  })
})

/** Pieces of the camera of two seconds each, from then on: what the place on the timeline is made of. */
async function pieces(sid: SessionId, fromMs: number, count: number): Promise<void> {
  let at = fromMs
  const maker = recordMaker({ sid, tid: 'cam', no: 1, nonce: new Uint8Array(1) }, () => at)
  for (let seq = 0; seq <= count; seq++) {
    const { header } = maker.make(seq === 0 ? KIND.init : KIND.media, new Uint8Array(4))
    if (seq > 0) at += 2_000
    await server.database.owner(
      `insert into fragment (session_id, tid, tenant_id, n, seq, header, chain, srv_ms, sig, key_id, spool_id, spool_at, stored)
       values ($1, 'cam', $2, $3::int, $3::int, $4, '\\x00', $5, '\\x00', 'k', 1, 0, 4)`,
      [sid, school.id, seq, Buffer.from(header), at],
    )
  }
}

test('T-19 a verdict that rests on a recording is refused until somebody of the commission has watched what it cites since the appeal was filed', async () => {
  const { session, time } = await published()
  const [chair, member, stranger, secretary] = commission
  await server.database.owner(
    `insert into track (session_id, tid, tenant_id, no, nonce, opened_at) values ($1, 'cam', $2, 1, '\\x00', $3)`,
    [session.id, school.id, time(0)],
  )
  await pieces(session.id, Date.parse(time(3)), 40)
  const watches = (who: TestPerson, atMs: number, action = 'records', [first, last] = [0, 40]) =>
    server.database.owner(
      `insert into access_journal (tenant_id, session_id, account_id, role, sign_in_id, ip, action, purpose, at, tid, seq_from, seq_to)
       values ($1, $2, $3, 'commission', 'sgn', '127.0.0.1', $4, 'appeal', $5, 'cam', $6, $7)`,
      [school.id, session.id, who.id, action, new Date(atMs), first, last],
    )
  await watches(chair, ms())
  const own = await filed(session.examinee, session.id)
  const one = { params: { aid: own.id } }
  await secretary.client.done(admitAppeal, { ...one, body: { admit: true } })
  await secretary.client.done(nameCommission, { ...one, body: { members: seats() } })
  for (const { id } of order.steps)
    await secretary.client.done(doAppealStep, { params: { aid: own.id, step: id } })
  await voted(own.id, false)
  const decide = (timeCodes = [{ from: time(3), to: time(4) }]) =>
    chair.client.call(decideAppeal, {
      ...one,
      body: { satisfied: false, reasoning: 'На записи виден телефон.', timeCodes },
    })
  expect((await decide([])).code).toBe('no_time_codes')
  const refused = await decide()
  expect([refused.status, refused.code], 'watched before the appeal was filed').toEqual([
    422,
    'recording_not_watched',
  ])
  await watches(stranger, ms())
  expect((await decide()).code, 'watched by one who is not of this commission').toBe('recording_not_watched')
  await watches(member, ms(), 'view.open')
  expect((await decide()).code, 'opened and not watched').toBe('recording_not_watched')
  await watches(member, ms(), 'records', [0, 12])
  expect((await decide()).code, 'not all of what is cited').toBe('recording_not_watched')
  await watches(chair, ms(), 'records', [13, 31])
  expect((await decide()).body).toMatchObject({ state: 'closed', outcome: 'dismissed' })
})

for (const [why, closed] of [
  ['of a track that was opened nothing came', null],
  [
    'a hold closes the recording to everybody',
    `insert into retention_hold (id, tenant_id, session_id, reason, review_on, placed_by, placed_at, blocks)
       select 'hld_' || substr(s.id, 5), s.tenant_id, s.id, 'Проверка.', '2026-09-01', s.examinee_id, now(), true
       from session s where s.id = $1`,
  ],
] as const)
  test(`T-19 SM-6 a verdict needs no time codes and nothing watched where ${why}`, async () => {
    const { session, one, time } = await considered()
    await server.database.owner(
      `insert into track (session_id, tid, tenant_id, no, nonce, opened_at) values ($1, 'cam', $2, 1, '\\x00', $3)`,
      [session.id, school.id, time(0)],
    )
    const decide = (timeCodes: { from: string; to: string }[]) =>
      commission[0].client.call(decideAppeal, {
        ...one,
        body: { satisfied: false, reasoning: 'Проктор видел телефон.', timeCodes },
      })
    await voted(one.params.aid, false)
    if (closed) {
      await pieces(session.id, Date.parse(time(3)), 40)
      expect((await decide([])).code).toBe('no_time_codes')
      await server.database.owner(closed, [session.id])
      expect((await decide([{ from: time(3), to: time(4) }])).body).toMatchObject({ state: 'closed' })
    } else expect((await decide([])).body).toMatchObject({ state: 'closed', outcome: 'dismissed' })
  })

test('T-19 nobody names away one who has voted, and where another one votes all of them vote anew', async () => {
  const [chair, member, third, secretary] = commission
  const { one, decide, vote } = await considered()
  await vote(chair, false)
  const name = (members: ReturnType<typeof fourSeats>) =>
    secretary.client.call(nameCommission, { ...one, body: { members } })
  const swapped = await name(seats([third, member, third, secretary]))
  expect([swapped.status, swapped.code]).toEqual([409, 'voter_seated'])
  const demoted = await name(seats([member, chair, third, secretary]))
  expect(demoted.code, 'another chair').toBe('voter_seated')
  const more = await name(fourSeats())
  expect(more.body.voting.said).toEqual([])
  expect(more.body.history.map(({ what }) => what)).toContain('voteAnew')
  expect(JSON.stringify((await chair.client.done(listMyNotices, {})).rows)).toContain('Проголосуйте заново')
  expect((await decide(false)).code).toBe('votes_missing')
  for (const who of [chair, member]) await vote(who, false)
  const same = await name(fourSeats())
  expect(same.body.voting.said, 'nothing has changed').toHaveLength(2)
  expect((await name(seats())).body.voting.said, 'one who had not voted is gone').toEqual([])
})

/** An appeal in consideration with its commission named and its steps done. */
async function considered(
  members = seats(),
  setting: Partial<typeof order & { quorum: number | null; chairBreaksTie: boolean }> = {},
) {
  const exam = await published()
  // The order of an appeal is the one it was filed under.
  await school.admin.client.done(changeAppealSetting, { body: { ...order, ...setting } })
  const own = await filed(exam.session.examinee, exam.session.id)
  await school.admin.client.done(changeAppealSetting, { body: order })
  const one = { params: { aid: own.id } }
  const [, , , secretary] = commission
  await secretary.client.done(admitAppeal, { ...one, body: { admit: true } })
  await secretary.client.done(nameCommission, { ...one, body: { members } })
  for (const { id } of order.steps)
    await secretary.client.done(doAppealStep, { params: { aid: own.id, step: id } })
  const decide = (satisfied: boolean, who = commission[0]) =>
    who.client.call(decideAppeal, {
      ...one,
      body: {
        satisfied,
        value: satisfied ? ('grade_4' as const) : null,
        reasoning: 'Так видно на записи.',
        timeCodes: [{ from: exam.time(3), to: exam.time(4) }],
      },
    })
  const vote = (who: TestPerson, satisfied: boolean, opinion = '') =>
    who.client.call(voteOnAppeal, { ...one, body: { satisfied, opinion } })
  return { ...exam, own, one, decide, vote }
}
const fourSeats = () => {
  const [chair, member, third, secretary] = commission
  return [
    { person: chair.id, role: 'chair' as const },
    { person: member.id, role: 'member' as const },
    { person: third.id, role: 'member' as const },
    { person: secretary.id, role: 'secretary' as const },
  ]
}

test('T-19 each of the commission votes in person, the verdict is what most of them said, and the paper prints the votes and the dissent', async () => {
  const [chair, member, third, secretary] = commission
  const { session, own, one, decide, vote } = await considered(fourSeats())
  expect((await vote(secretary, true)).code, 'the secretary has no vote').toBe('not_yours')
  expect((await vote(teacher, true)).status).toBe(403)
  expect((await decide(true)).code).toBe('votes_missing')
  await vote(chair, false)
  await vote(member, true)
  expect((await decide(true)).code, 'two of three').toBe('votes_missing')
  const view = (await vote(third, false)).body
  expect(view.voting).toMatchObject({ voters: 3, quorum: 3, satisfy: 1, dismiss: 2, outcome: 'dismissed' })
  expect((await decide(true)).code).toBe('against_majority')
  // Until the verdict one may think again; the chair is outvoted then and writes down what the others said.
  await vote(third, true)
  const dissent = 'На записи виден телефон, а не калькулятор.'
  expect((await vote(chair, false, dissent)).body.voting.said).toHaveLength(3)
  const refused = await decide(false)
  expect([refused.status, refused.code]).toEqual([422, 'against_majority'])
  const done = await decide(true)
  expect(done.body).toMatchObject({
    state: 'closed',
    outcome: 'satisfied',
    verdict: { votes: { satisfy: 2, dismiss: 1 } },
  })
  expect((await vote(member, false)).code).toBe('not_now')
  const pdf = done.body.papers.find(({ kind }) => kind === 'pdf')
  const paper = await session.examinee.client.call(readOwnAppealPaper, {
    params: { aid: own.id, pid: pdf?.id ?? '' },
  })
  const text = pdfPages(paper.body as unknown as Uint8Array)
    .join(' ')
    .replace(/\s+/g, ' ')
  expect(text).toContain('Удовлетворить: 2, отказать: 1.')
  expect(text).toContain(dissent)
  expect((await after(session.examinee, session.id)).appeals[0]?.verdict?.votes).toEqual({
    satisfy: 2,
    dismiss: 1,
  })
  const { rows } = await server.database.owner(
    "select id from audit_entry where object = $1 and action = 'appeal.vote'",
    [one.params.aid],
  )
  expect(rows).toHaveLength(5)
})

test('T-19 of an even vote the chair’s counts only where the order of the institution says so', async () => {
  const [chair, member] = commission
  const even = await considered()
  await even.vote(chair, false)
  await even.vote(member, true)
  expect((await even.decide(false)).code).toBe('votes_tied')
  const settled = await considered(seats(), { chairBreaksTie: true })
  await settled.vote(chair, false)
  await settled.vote(member, true)
  expect((await settled.decide(true)).code).toBe('against_majority')
  expect((await settled.decide(false)).body).toMatchObject({ outcome: 'dismissed' })
})

test('T-19 a quorum the institution named makes a decision, and no order lets one person make it', async () => {
  const [chair, member] = commission
  const two = await considered(fourSeats(), { quorum: 2 })
  await two.vote(chair, false)
  expect((await two.decide(false)).code).toBe('votes_missing')
  await two.vote(member, false)
  expect((await two.decide(false)).body).toMatchObject({ outcome: 'dismissed' })
  const one = await school.admin.client.call(changeAppealSetting, { body: { ...order, quorum: 1 } })
  expect(one.status).toBe(400)
})

test('T-19 a member declares a conflict and leaves: the vote is gone, the seat is empty, and there is no way back', async () => {
  const [chair, member, third, secretary] = commission
  const { one, decide, vote, session } = await considered()
  await vote(chair, false)
  await vote(member, false)
  expect((await third.client.call(leaveCommission, { ...one, body: { reason: 'Сосед.' } })).code).toBe(
    'not_yours',
  )
  const left = await member.client.done(leaveCommission, { ...one, body: { reason: 'Это мой племянник.' } })
  expect(left.commission.map(({ id }) => id)).toEqual([chair.id, secretary.id])
  expect(left.mine).toMatchObject({ tookPart: true, sits: false, votes: false })
  expect((await decide(false)).code).toBe('commission_incomplete')
  expect((await vote(member, false)).code).toBe('took_part')
  const name = (person: TestPerson) =>
    secretary.client.call(nameCommission, {
      ...one,
      body: { members: seats([chair, person, third, secretary]) },
    })
  const back = await name(member)
  expect([back.status, back.code]).toEqual([403, 'took_part'])
  expect((await name(third)).status).toBe(200)
  expect((await decide(false)).code, 'the new one has not voted').toBe('votes_missing')
  await vote(third, false)
  expect((await decide(false)).code, 'the chair votes anew beside the new one').toBe('votes_missing')
  await vote(chair, false)
  expect((await decide(false)).body).toMatchObject({ outcome: 'dismissed' })
  const said = JSON.stringify(await after(session.examinee, session.id))
  expect(said, 'the reason is not for the family').not.toContain('племянник')
})

test('T-19 the examinee asks that one of the commission goes; nothing is decided until whoever names it has answered', async () => {
  const [chair, member, third, secretary] = commission
  const { one, decide, vote, session } = await considered()
  await vote(chair, false)
  await vote(member, false)
  const ask = (who: TestPerson, person: TestPerson) =>
    who.client.call(askRecusal, { ...one, body: { member: person.id, reason: 'Репетитор моего соперника.' } })
  expect((await ask(await school.person('examinee'), member)).code).toBe('not_found')
  expect((await ask(session.examinee, third)).code, 'does not sit').toBe('not_found')
  const asked = await ask(session.examinee, member)
  expect(asked.body.appeals[0]).toMatchObject({
    recusals: [{ person: member.id, by: 'family', state: 'asked' }],
    commission: [{ mayAsk: true }, { mayAsk: false }, { mayAsk: true }],
  })
  expect((await ask(session.examinee, member)).code).toBe('recusal_asked')
  expect((await vote(chair, false)).code).toBe('recusal_waits')
  expect((await decide(false)).code).toBe('recusal_waits')
  const answer = (who: TestPerson, person: TestPerson, grant: boolean) =>
    who.client.call(answerRecusal, {
      params: { ...one.params, member: person.id },
      body: { grant, answer: 'Проверили.' },
    })
  expect((await answer(member, member, false)).code, 'about oneself').toBe('not_yours')
  expect((await answer(secretary, chair, false)).code, 'nobody asked').toBe('not_found')
  expect((await answer(secretary, member, false)).body.recusals).toMatchObject([{ state: 'declined' }])
  expect(JSON.stringify((await session.examinee.client.done(listMyNotices, {})).rows)).toContain(
    'в отводе отказано',
  )
  expect((await ask(session.examinee, chair)).status).toBe(200)
  const granted = (await answer(secretary, chair, true)).body
  expect(granted.commission.map(({ id }) => id)).toEqual([member.id, secretary.id])
  expect(granted.candidates.find(({ id }) => id === chair.id)?.tookPart).toBe('recused')
  const gone = await decide(false)
  expect([gone.status, gone.code], 'the chair sits here no more').toEqual([403, 'not_yours'])
})

test('T-19 the family is answered when the one they asked away leaves by themselves', async () => {
  const [, member] = commission
  const { one, session } = await considered()
  const body = { member: member.id, reason: 'Репетитор моего соперника.' }
  await session.examinee.client.done(askRecusal, { ...one, body })
  await member.client.done(leaveCommission, { ...one, body: { reason: 'Это мой племянник.' } })
  const [appeal] = (await after(session.examinee, session.id)).appeals
  expect(appeal?.recusals).toMatchObject([
    { person: member.id, by: 'family', state: 'granted', answer: 'Вышел из комиссии сам.' },
  ])
  const notices = JSON.stringify((await session.examinee.client.done(listMyNotices, {})).rows)
  expect(notices).toContain('Вышел из комиссии сам.')
  expect(notices).not.toContain('племянник')
})

test('T-17 an annulling verdict takes effect when a second member of the commission agrees to the very one that was read, and stands on both names', async () => {
  const { session, params, time } = await published()
  const [chair, member, third, secretary] = commission
  const own = await filed(session.examinee, session.id)
  const one = { params: { aid: own.id } }
  await secretary.client.done(admitAppeal, { ...one, body: { admit: true } })
  await secretary.client.done(nameCommission, { ...one, body: { members: seats() } })
  for (const { id } of order.steps)
    await secretary.client.done(doAppealStep, { params: { aid: own.id, step: id } })
  await voted(own.id, true)
  const propose = async (reasoning: string) => {
    const { proposed } = await chair.client.done(decideAppeal, {
      ...one,
      body: {
        satisfied: true,
        value: 'attempt_annulled',
        reasoning,
        timeCodes: [{ from: time(3), to: time(3, 20) }],
      },
    })
    return proposed?.verdict.at ?? ''
  }
  const answer = (who: TestPerson, of: string, agree = true, reason = '') =>
    who.client.call(answerVerdict, { ...one, body: { of, agree, reason } })
  const result = async () => (await session.examinee.client.done(readOwnResult, { params })).value

  const first = await propose('Запись обрывается.')
  expect(await result(), 'nothing changes yet').toBe('unsatisfactory')
  const asMember = await member.client.done(readAppeal, one)
  expect(asMember.proposed).toMatchObject({ mayAnswer: true, until: asMember.considerUntil, late: false })
  expect((await chair.client.done(readAppeal, one)).proposed).toMatchObject({ mayAnswer: false })
  expect(JSON.stringify((await member.client.done(listMyNotices, {})).rows)).toContain(
    'предлагает аннулировать',
  )
  expect((await answer(chair, first)).code).toBe('other_second_person')
  for (const who of [secretary, third]) expect((await answer(who, first)).code).toBe('not_yours')
  expect((await answer(member, first, false)).code).toBe('no_reason')
  expect((await answer(member, first, false, 'Обрыв короче минуты.')).body.proposed).toBeNull()
  expect((await answer(member, first)).code).toBe('not_now')

  const second = await propose('Запись обрывается на двадцать минут.')
  expect((await answer(member, first)).code, 'another proposal than the one that was read').toBe(
    'changed_meanwhile',
  )
  const agreed = await answer(member, second)
  expect(agreed.body).toMatchObject({ state: 'closed', outcome: 'satisfied', result: 'attempt_annulled' })
  expect(agreed.body.verdict?.second).not.toBe(agreed.body.verdict?.by)
  expect(await result()).toBe('attempt_annulled')
  const { decided } = await teacher.client.done(readDecision, { params })
  expect([decided?.by.id, decided?.second?.id]).toEqual([chair.id, member.id])
  const pdf = agreed.body.papers.find(({ kind }) => kind === 'pdf')
  const paper = await session.examinee.client.call(readOwnAppealPaper, {
    params: { aid: own.id, pid: pdf?.id ?? '' },
  })
  const text = pdfPages(paper.body as unknown as Uint8Array)
    .join(' ')
    .replace(/\s+/g, ' ')
  expect(text).toContain(`согласен член комиссии: ${agreed.body.verdict?.second}`)
})

test('SM-6 a dismissed appeal leaves the result and says why; it is considered once', async () => {
  const { session, params } = await published()
  const own = await filed(session.examinee, session.id)
  const one = { params: { aid: own.id } }
  await commission[3].client.done(admitAppeal, { ...one, body: { admit: true } })
  await commission[3].client.done(nameCommission, { ...one, body: { members: seats() } })
  for (const { id } of order.steps)
    await commission[3].client.done(doAppealStep, { params: { aid: own.id, step: id } })
  await voted(own.id, false)
  const { examSpan } = await commission[0].client.done(readAppeal, one)
  const from = examSpan?.from ?? ''
  await commission[0].client.done(decideAppeal, {
    ...one,
    body: {
      satisfied: false,
      reasoning: 'На записи виден телефон.',
      timeCodes: [{ from, to: from }],
    },
  })
  expect((await teacher.client.done(readDecision, { params })).state).toBe('upheld')
  expect(await session.examinee.client.done(readOwnResult, { params })).toMatchObject({
    value: 'unsatisfactory',
  })
  expect((await file(session.examinee, session.id)).code).toBe('appeal_considered')
})

test('R4-5.14 R4-2.14 of a classroom exam there is no recording: the appeal is decided without time codes, and the paper names none', async () => {
  const inRoom = { mode: 'offline', delivery: { to: 'classroom', address: null, name: 'Каб. 12' } } as const
  const { session, time } = await published(null, inRoom)
  const own = await filed(session.examinee, session.id)
  const one = { params: { aid: own.id } }
  const admitted = await commission[3].client.done(admitAppeal, { ...one, body: { admit: true } })
  expect(admitted.recording).toBe('not_recorded')
  await commission[3].client.done(nameCommission, { ...one, body: { members: seats() } })
  for (const { id } of order.steps)
    await commission[3].client.done(doAppealStep, { params: { aid: own.id, step: id } })
  const decide = (satisfied: boolean, timeCodes: { from: string; to: string }[]) =>
    commission[0].client.call(decideAppeal, {
      ...one,
      body: { satisfied, reasoning: 'Проктор видел телефон.', timeCodes },
    })
  await voted(own.id, true)
  expect((await decide(true, [])).code, 'no time codes are asked for').toBe('nothing_changed')
  await voted(own.id, false)
  expect((await decide(false, [{ from: time(3), to: time(4) }])).status).toBe(200)
  const [appeal] = (await after(session.examinee, session.id)).appeals
  const pdf = appeal?.papers.find(({ kind }) => kind === 'pdf')
  const params = { aid: own.id, pid: pdf?.id ?? '' }
  const paper = await session.examinee.client.call(readOwnAppealPaper, { params })
  const text = pdfPages(paper.body as unknown as Uint8Array).join('\n')
  expect(text).toContain('Проктор видел телефон.')
  expect(text).not.toContain('видеозапись экзамена')
})

test('the examinee answers a mark until the result is published, and the person who considers reads it', async () => {
  const { session, params } = await handedOver()
  const { examinee } = session
  const [mark] = (await after(examinee, session.id)).marks
  const answer = () =>
    examinee.client.call(answerMark, {
      params: { ...params, key: mark?.key ?? '' },
      body: { text: 'Это калькулятор.' },
    })
  expect((await answer()).body.marks[0]?.answer?.text).toBe('Это калькулятор.')
  await teacher.client.done(decideResult, {
    params,
    body: { as: 'teacher', value: 'unsatisfactory', authentic: true, ground: 'По протоколу' },
  })
  await teacher.client.done(publishDecision, { params, body: { as: 'teacher', explanation: 'Телефон.' } })
  expect((await answer()).code).toBe('answers_over')
  const own = await filed(examinee, session.id)
  const view = await commission[0].client.done(readAppeal, { params: { aid: own.id } })
  expect(view.marks[0]?.answer?.text).toBe('Это калькулятор.')
})

test('R3-3.6 R3-7.1a under 003 nothing may be appealed until the institution names a situation itself', async () => {
  const other = await server.otherInstitution()
  await actInForce(other.admin.client, '003')
  const session = await other.session({ exam: await examUnderAct(other.admin.client, {}, { nowMs }) })
  await server.database.owner(
    `update session set state = 'deauthorized', authorized_at = $2, started_at = $2, deadline = $2, deauthorized_at = $2,
       end_cause = 'auto' where id = $1`,
    [session.id, new Date(nowMs)],
  )
  expect((await after(session.examinee, session.id)).order).toMatchObject({
    why: 'no_right',
    clauses: ['3.6'],
    situations: [],
  })
  expect((await file(session.examinee, session.id, [], 'door')).code).toBe('no_right_to_appeal')
  await other.admin.client.done(changeAppealSetting, { body: order })
  const view = await after(session.examinee, session.id)
  expect(view.order.situations.map(({ id }) => id)).toEqual(['door'])
  expect((await file(session.examinee, session.id, [], 'door')).status).toBe(200)
})

test('R0-7.4 SM-6 under 000 an appeal waits for a result where the school named which there are, and for none where there can be none', async () => {
  const other = await server.otherInstitution()
  await actInForce(other.admin.client, '000')
  await other.admin.client.done(changeAppealSetting, { body: order })
  const exam = await examUnderAct(other.admin.client, {}, { nowMs })
  const session = await other.session({ exam })
  await server.database.owner(
    `update session set state = 'deauthorized', authorized_at = $2, started_at = $2, deadline = $2, deauthorized_at = $2,
       end_cause = 'auto' where id = $1`,
    [session.id, new Date(nowMs)],
  )
  await server.database.owner('alter table exam_rules disable trigger exam_rules_frozen')
  await server.database.owner(
    `update exam_rules set policy = policy - 'decision.values' where exam_id = $1`,
    [exam],
  )
  await server.database.owner('alter table exam_rules enable trigger exam_rules_frozen')
  expect((await file(session.examinee, session.id, [], 'door')).status).toBe(200)
  const aid = (await after(session.examinee, session.id)).appeals.at(-1)?.id
  if (!aid) throw new Error('not filed')
  const secretary = await other.person('commission')
  const admit = () => secretary.client.call(admitAppeal, { params: { aid }, body: { admit: true } })
  expect((await admit()).code, 'the edition in force names results').toBe('result_not_published')
  await server.database.owner(
    `update act_edition set decisions = decisions - 'decision.values' where tenant_id = $1`,
    [other.id],
  )
  expect((await admit()).body).toMatchObject({ state: 'in_consideration', vocabulary: [] })
})

test('SM-6 TR-59 an appeal after its term is filed, can not be admitted, and is refused with a reason', async () => {
  const { session } = await published()
  await server.database.owner(
    "update decision set published_at = published_at - interval '200 days' where session_id = $1",
    [session.id],
  )
  const [examinee, secretary] = [session.examinee, commission[3]]
  const own = await filed(examinee, session.id)
  expect(own).toMatchObject({ late: true, state: 'registered' })
  const one = { params: { aid: own.id } }
  const admitting = await secretary.client.call(admitAppeal, { ...one, body: { admit: true } })
  expect(admitting.code).toBe('appeal_late')
  const refused = await secretary.client.done(admitAppeal, {
    ...one,
    body: { admit: false, because: 'late', reason: 'Срок подачи закончился.' },
  })
  expect(refused).toMatchObject({ state: 'closed', outcome: 'inadmissible', held: false })
  const { rows } = await secretary.client.done(listAppeals, {})
  expect(rows.find(({ id }) => id === own.id)).toMatchObject({ outcome: 'inadmissible', late: true })
})
