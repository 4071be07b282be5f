// From the last minute of an exam to a published result: the protocol, the decision, and who may do which of it.
import { createHash } from 'node:crypto'
import { noteAttention } from '@ochno/contract/attention'
import { readMarks, sayToExaminee, sayToProctor } from '@ochno/contract/conduct'
import {
  changeDecisionSetting,
  decideResult,
  listDecisions,
  publishDecision,
  readDecision,
  readOwnResult,
  recommendAsDirector,
  reportImpersonation,
  secondDecision,
} from '@ochno/contract/decisions'
import { closeDebt, listDebts, printDebt, takeDebts } from '@ochno/contract/debts'
import { addOrder } from '@ochno/contract/appointments'
import type { ExamCardGiven } from '@ochno/contract/exam-card'
import { addPart } from '@ochno/contract/institution'
import { listMyNotices } from '@ochno/contract/notices'
import {
  handOverProtocol,
  listProtocols,
  type ProtocolDraftGiven,
  type ProtocolView,
  readProtocol,
  readSessionPaper,
  saveProtocol,
  signProtocol,
} from '@ochno/contract/protocols'
import { proveAgain } from '@ochno/contract/sign-in'
import type { SessionId } from '@ochno/domain/ids'
import { fromMs } from '@ochno/domain/time'
import { postgresStore } from '@ochno/server/adapters/postgres/store'
import { randomIds } from '@ochno/server/adapters/system/ids'
import { decideResult as decideWith } from '@ochno/server/features/decisions/decide'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { bootServer, type TestInstitution, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pdfPages } from './support/pdf-text.ts'

// A Monday morning in Moscow. Each look at the clock is a millisecond later: deeds have an order, and no machine is too slow.
let nowMs = Date.parse('2026-06-08T07:00:00Z')
const ms = () => ++nowMs
const clock = { ms, now: () => fromMs(ms()), mono: ms }
let server: TestServer
beforeAll(async () => {
  server = await bootServer({ clock })
})
afterAll(() => server.stop())

type Act = '000' | '001' | '003' | '004'
const schools = new Map<Act, Promise<TestInstitution>>()
async function founded(act: Act): Promise<TestInstitution> {
  const school = await server.otherInstitution()
  await actInForce(school.admin.client, act)
  return school
}
function schoolUnder(act: Act): Promise<TestInstitution> {
  const known = schools.get(act) ?? founded(act)
  schools.set(act, known)
  return known
}

/** One of each, who has nothing to do with the sessions. */
const staff = new Map<string, Promise<TestPerson>>()
function staffOf(school: TestInstitution, role: 'teacher' | 'methodist'): Promise<TestPerson> {
  const key = `${school.id} ${role}`
  const known = staff.get(key) ?? school.person(role)
  staff.set(key, known)
  return known
}

const MINUTE = 60_000

/** An exam that ran from forty to ten minutes ago and is over; `marks` were made by the proctor. */
async function over(
  act: Act,
  marks: readonly string[] = [],
  card: Partial<ExamCardGiven> = {},
  reason: string | null = null,
) {
  const school = await schoolUnder(act)
  const exam = await examUnderAct(school.admin.client, card, { nowMs })
  const session = await school.session({ exam })
  const [proctor] = session.proctors as [TestPerson]
  const began = nowMs - 40 * MINUTE
  await server.database.owner(
    `update session set state = 'deauthorized', authorized_at = $2, started_at = $2, deadline = $3, deauthorized_at = $3,
       end_cause = 'auto', end_reason = $4 where id = $1`,
    [session.id, new Date(began), new Date(began + 30 * MINUTE), reason],
  )
  // Whatever the act does with recordings later, there is none here.
  for (const [i, code] of marks.entries())
    await proctor.client.done(sayToExaminee, {
      params: { sid: session.id },
      body: {
        kind: 'mark',
        code,
        from: new Date(began + (i + 1) * MINUTE).toISOString(),
        to: new Date(began + (i + 1) * MINUTE + 20_000).toISOString(),
        note: 'видно на записи',
      },
    })
  return { school, session, proctor }
}

const at = (sid: SessionId) => ({ params: { sid } })
const read = (who: TestPerson, sid: SessionId) => who.client.done(readProtocol, at(sid))
const save = (who: TestPerson, view: ProtocolView, draft: Partial<ProtocolDraftGiven>) =>
  who.client.call(saveProtocol, {
    ...at(view.session),
    body: { revision: view.revision, draft: { ...view.draft, ...draft }, seen: view.upTo },
  })
const sign = (who: TestPerson, view: ProtocolView, reason: string | null = null, seen?: number) =>
  who.client.call(signProtocol, {
    ...at(view.session),
    body: { revision: view.revision, objective: true, reason, ...(seen === undefined ? {} : { seen }) },
  })

/** Every row answered from the marks, each mark counted. */
const wholeDraft = (view: ProtocolView): Partial<ProtocolDraftGiven> => ({
  answers: Object.fromEntries(
    view.rows.map(({ row }) => [row, view.marks.some((mark) => mark.row === row) ? 'yes' : 'no'] as const),
  ),
  marks: Object.fromEntries(view.marks.map(({ key }) => [key, { is: 'counted' as const, reason: '' }])),
  independent: view.marks.length === 0,
  stoppedForViolations: view.stopReason === null ? null : true,
  documentShown: 'паспорт',
})

async function handedOver(
  act: Act,
  marks: readonly string[] = [],
  card: Partial<ExamCardGiven> = {},
  more: { readonly status?: ProtocolDraftGiven['status']; readonly reason?: string } = {},
) {
  const all = await over(act, marks, card, more.reason ?? null)
  const { proctor, session } = all
  const first = await read(proctor, session.id)
  const saved = await save(proctor, first, { ...wholeDraft(first), status: more.status ?? null })
  expect(saved.code).toBe('')
  const signed = await sign(proctor, saved.body)
  expect(signed.text.slice(0, 300)).not.toContain('"code"')
  await proctor.client.done(handOverProtocol, at(session.id))
  return all
}

const decide = (who: TestPerson, sid: SessionId, body: Record<string, unknown>) =>
  who.client.call(decideResult, {
    ...at(sid),
    body: { authentic: true, ground: 'По протоколу', ...body } as never,
  })
const second = (who: TestPerson, sid: SessionId, of: string | undefined, as: string, agree = true) =>
  who.client.call(secondDecision, {
    ...at(sid),
    body: { as, agree, reason: agree ? '' : 'Неясно', of } as never,
  })
const publish = (who: TestPerson, sid: SessionId, as: string) =>
  who.client.call(publishDecision, {
    ...at(sid),
    body: { as, explanation: 'Нарушений не было.' } as never,
  })

test('R1-6.2f the proctor says by which sign an outsider was seen, it stands in the list of marks and in the protocol, and only an act with these words takes it', async () => {
  const sign = 'moving_shadow' as const
  const marked = async ({ session, proctor }: Awaited<ReturnType<typeof over>>, code: string) => {
    const from = new Date(nowMs - 30 * MINUTE).toISOString()
    return proctor.client.call(sayToExaminee, {
      params: { sid: session.id },
      body: { kind: 'mark', code, from, to: from, note: 'на стене слева', sign },
    })
  }
  const one = await over('001')
  const { marks } = await one.proctor.client.done(readMarks, at(one.session.id))
  expect(marks.find(({ code }) => code === 'outsider_in_frame')?.signs.map(({ sign }) => sign)).toEqual([
    'direct',
    'moving_shadow',
    'talk',
  ])
  expect((await marked(one, 'gadgets')).code).toBe('not_on_the_list')
  expect((await marked(one, 'outsider_in_frame')).status).toBe(200)
  expect((await read(one.proctor, one.session.id)).marks).toMatchObject([
    { code: 'outsider_in_frame', note: 'двигающаяся тень: на стене слева' },
  ])
  const other = await over('004')
  expect((await marked(other, 'outsider_in_frame')).code).toBe('not_on_the_list')
})

describe('the protocol', () => {
  test('TR-73 R1-A1.06 no row is answered before the proctor answers it, and with one open row nothing is signed', async () => {
    const { proctor, session } = await over('001', ['gadgets'])
    const view = await read(proctor, session.id)
    expect(view.rows).toHaveLength(18)
    expect(view.draft.answers).toEqual({})
    expect(view.wants.filter(({ why }) => why === 'row_open')).toHaveLength(18)
    const whole = wholeDraft(view)
    const { '3': _open, ...answers } = whole.answers ?? {}
    const partly = await save(proctor, view, { ...whole, answers })
    const refused = await sign(proctor, partly.body)
    expect(refused.code).toBe('protocol_open')
    expect(JSON.parse(refused.text).fields).toEqual(['rows.3'])
    expect((await read(proctor, session.id)).editions).toEqual([])
  })

  test('R1-3.3a R1-3.5 R4-5.10 a signed protocol has the row of the mark, the time, the statement and the hash of what is kept', async () => {
    const { proctor, session } = await over('001', ['gadgets'])
    const view = await read(proctor, session.id)
    const saved = await save(proctor, view, wholeDraft(view))
    const signed = await sign(proctor, saved.body)
    expect(signed.body.state).toBe('signed')
    const [edition] = signed.body.editions
    const pdf = edition?.papers.find(({ kind }) => kind === 'pdf')
    expect(edition?.papers.map(({ form, kind }) => `${form} ${kind}`).sort()).toEqual([
      'F-001-1 docx',
      'F-001-1 pdf',
    ])
    const file = await proctor.client.call(readSessionPaper, {
      params: { sid: session.id, pid: pdf?.id ?? '' },
    })
    const bytes = file.body as unknown as Uint8Array
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(pdf?.sha256)
    const text = pdfPages(bytes).join('\n')
    expect(text).toMatch(/любые гаджеты[\s\S]*?да/)
    expect(text).toContain('Подтверждаю объективность оценивания условий')
    expect(text).toContain('видно на записи')
    const { rows: told } = await server.database.owner(
      "select action from audit_entry where object = $1 and action like 'protocol.%' order by at, id",
      [session.id],
    )
    expect(told.map(({ action }) => action)).toEqual(['protocol.save', 'protocol.sign', 'protocol.read'])
  })

  test('a correction is an edition with a reason; the number stays, and so does what was signed first', async () => {
    const { proctor, session } = await handedOver('003')
    const view = await read(proctor, session.id)
    const saved = await save(proctor, view, { comment: 'Звук проверен ещё раз' })
    expect(saved.body.state).toBe('correcting')
    expect((await sign(proctor, saved.body)).code).toBe('no_reason')
    const signed = await sign(proctor, saved.body, 'Уточнён комментарий')
    expect(signed.body.editions.map(({ number, edition, reason }) => [number, edition, reason])).toEqual([
      [view.editions[0]?.number, 1, null],
      [view.editions[0]?.number, 2, 'Уточнён комментарий'],
    ])
  })

  test('R4-4.5 TR-72 the eleven kinds of events are recorded for a session by its proctor, each with a row of its own, and a hint of the machine records none', async () => {
    const events = [
      'focus_switch',
      'browser_not_fullscreen',
      'additional_monitor',
      'screen_video_missing',
      'webcam_signal_missing',
      'face_absent',
      'outsider_in_frame',
      'unidentified_person_on_camera',
      'audio_absent_or_low',
      'background_voices_noise',
      'examinee_absent_from_session',
    ]
    const { school, proctor, session } = await over('004', events)
    const view = await read(proctor, session.id)
    expect(view.marks.map(({ code }) => code)).toEqual(events)
    expect(new Set(view.marks.map(({ row }) => row)).size).toBe(11)
    const name = session.proctors.length === 1 ? view.marks[0]?.by : null
    expect(name).toBeTruthy()
    expect(view.marks.every(({ by, from, to }) => by === name && to !== null && from < to)).toBe(true)

    const other = await over('004')
    await server.database.owner(
      `insert into hint_run (tenant_id, session_id, run, lag_ms, began_at, heard_at) values ($1, $2, 'page0000', 0, $3, $3)`,
      [school.id, other.session.id, new Date(nowMs)],
    )
    await server.database.owner(
      `insert into hint (tenant_id, session_id, no, run, own_id, seq, rule, code, from_ms, to_ms, ongoing, strength, made, heard_at)
       values ($1, $2, 1, 'page0000', 'seen1', 1, 'screen', 'focus_switch', $3, $3, false, 1, '[]', $4)`,
      [school.id, other.session.id, nowMs - 20 * MINUTE, new Date(nowMs)],
    )
    const hinted = await read(other.proctor, other.session.id)
    expect(hinted.hintsOpen).toBe(1)
    expect(hinted.marks).toEqual([])
    expect(hinted.draft.answers).toEqual({})
  })

  test('T-10 a proctor of another session and another school do not see it, and who only reads does not write', async () => {
    const { school, proctor, session } = await over('003')
    const [stranger, teacher] = [await school.person('proctor'), await staffOf(school, 'teacher')]
    expect((await stranger.client.call(readProtocol, at(session.id))).code).toBe('not_found')
    expect((await server.admin.client.call(readProtocol, at(session.id))).code).toBe('not_found')
    const view = await teacher.client.done(readProtocol, at(session.id))
    expect((await save(teacher, view, {})).status).toBe(403)
    const rows = (await stranger.client.done(listProtocols, {})).rows
    expect(rows).toEqual([])
    expect((await proctor.client.done(listProtocols, {})).rows.map((row) => row.session)).toEqual([
      session.id,
    ])
  })

  test('two hands on one protocol: the later one is told, and nothing of the first is lost', async () => {
    const { proctor, session } = await over('003')
    const view = await read(proctor, session.id)
    const [a, b] = await Promise.all([
      save(proctor, view, { comment: 'один' }),
      save(proctor, view, { comment: 'два' }),
    ])
    expect([a.code, b.code].sort()).toEqual(['', 'changed_meanwhile'])
  })
})

describe('the decision', () => {
  test('R4-4.6a R4-4.6b a teacher decides on what was handed over, the proctor never, and the examinee reads it only when published', async () => {
    const { school, session, proctor } = await handedOver('004')
    const teacher = await staffOf(school, 'teacher')
    expect((await proctor.client.call(readDecision, at(session.id))).status).toBe(403)
    expect((await decide(teacher, session.id, { as: 'teacher', value: 'confirmed' })).status).toBe(200)
    const own = () => session.examinee.client.done(readOwnResult, at(session.id))
    expect(await own()).toMatchObject({ state: 'waiting', value: null })
    expect((await publish(teacher, session.id, 'teacher')).body.state).toBe('published')
    expect(await own()).toMatchObject({
      state: 'published',
      value: 'confirmed',
      explanation: 'Нарушений не было.',
    })
    const { rows } = await session.examinee.client.done(listMyNotices, {})
    expect(JSON.stringify(rows)).toContain('Нарушений не было.')
  })

  test('R0-2.1 R0-7.4 T-17 000 gives no form and no results: the school’s own protocol is signed, and of the results the school named a person chooses', async () => {
    const { school, proctor, session } = await handedOver('000', ['gadgets'])
    await school.admin.client.done(changeDecisionSetting, { body: { maker: 'teacher', annexed: false } })
    const teacher = await staffOf(school, 'teacher')
    const protocol = await read(proctor, session.id)
    expect([protocol.forms, protocol.rows]).toEqual([['F-000-5'], []])
    const pdf = protocol.editions[0]?.papers.find(({ kind }) => kind === 'pdf')
    const file = await proctor.client.call(readSessionPaper, {
      params: { sid: session.id, pid: pdf?.id ?? '' },
    })
    const text = pdfPages(file.body as unknown as Uint8Array)
      .join(' ')
      .replace(/\s+/g, ' ')
    for (const said of ['любые гаджеты', 'видно на записи', 'Личность установлена', 'назначенное школой'])
      expect(text).toContain(said)
    const view = await teacher.client.done(readDecision, at(session.id))
    expect(view.recommendations, 'the act attaches nothing to a mark').toEqual([])
    expect(view.vocabulary).toEqual(['confirmed', 'negative', 'result_annulled', 'retake', 'postponed'])
    // As an earlier release left an exam that was published before anybody could name results.
    await server.database.owner('alter table exam_rules disable trigger exam_rules_frozen')
    await server.database.owner(
      `update exam_rules set policy = policy - 'decision.values' where exam_id = $1`,
      [session.exam],
    )
    await server.database.owner('alter table exam_rules enable trigger exam_rules_frozen')
    const kept = await teacher.client.done(readDecision, at(session.id))
    expect(kept.vocabulary, 'what the school names in the edition in force').toEqual(view.vocabulary)
    const give = { as: 'teacher', authentic: false }
    expect((await decide(teacher, session.id, { ...give, value: 'unsatisfactory' })).code).toBe(
      'not_in_vocabulary',
    )
    const decided = await decide(teacher, session.id, { ...give, value: 'retake' })
    expect(decided.body.decided).toMatchObject({ value: 'retake', by: { id: teacher.id } })
    expect((await publish(teacher, session.id, 'teacher')).body.state).toBe('published')
    expect(await session.examinee.client.done(readOwnResult, at(session.id))).toMatchObject({
      state: 'published',
      value: 'retake',
      marks: [{ clause: '' }],
    })
  })

  test('TR-04 every rule that applies stands beside the others with its clause', async () => {
    const { school, session } = await handedOver('004', ['webcam_signal_missing', 'outsider_in_frame'])
    const teacher = await staffOf(school, 'teacher')
    const view = await teacher.client.done(readDecision, at(session.id))
    const rules = view.recommendations.map(({ rule, clause, value }) => [rule, clause, value])
    expect(rules).toContainEqual(['starred_rows', 'Прил. 3', 'unsatisfactory'])
    expect(rules).toContainEqual(['listed_violation', '8', 'negative'])
    expect(view.state).toBe('recommended')
    expect(view.decided).toBeNull()
  })

  test('R4-5.13b a stop for violations that ends unsatisfactory leaves an academic debt', async () => {
    const { school, session } = await handedOver('004', ['gadgets'], {}, { reason: 'Телефон, дважды' })
    const teacher = await staffOf(school, 'teacher')
    const decided = await decide(teacher, session.id, { as: 'teacher', value: 'unsatisfactory' })
    expect(decided.body.debt).toMatchObject({ clause: '5.13' })

    const list = async () =>
      (await teacher.client.done(listDebts, {})).rows.filter((one) => one.session === session.id)
    expect(await list()).toMatchObject([
      { clause: 'п. 5.13', protocol: expect.stringMatching(/^\d+-П$/), closed: null },
    ])
    const paper = await teacher.client.done(printDebt, { ...at(session.id), query: { as: 'pdf' } })
    const [page] = pdfPages(paper)
    const [{ examinee } = { examinee: '' }] = await list()
    for (const said of ['академической задолженности', examinee, 'п. 5.13', 'остановка сдачи проктором'])
      expect(page?.replace(/\s+/g, '')).toContain(said.replace(/\s+/g, ''))
    const xlsx = await teacher.client.done(takeDebts, { query: { as: 'xlsx' } })
    expect(String.fromCharCode(...xlsx.subarray(0, 2))).toBe('PK')
    const close = (on: string) =>
      teacher.client.call(closeDebt, {
        ...at(session.id),
        body: { on, how: 'Повторная аттестация', document: 'Ведомость № 12' },
      })
    expect((await close('2026-06-09')).code).toBe('day_in_future')
    expect((await close('2026-06-07')).code).toBe('day_before_debt')
    expect((await close('2026-06-08')).status).toBe(200)
    expect((await close('2026-06-08')).code).toBe('not_now')
    expect((await list())[0]?.closed).toMatchObject({ on: '2026-06-08', document: 'Ведомость № 12' })
    const proctor = await school.person('proctor')
    expect((await proctor.client.call(listDebts, {})).status).toBe(403)
  })

  test('T-17 one person annuls nothing: a second named one agrees, and the database refuses anything else', async () => {
    const { school, session } = await handedOver('004', ['gadgets'])
    const [teacher, director] = [await staffOf(school, 'teacher'), school.admin]
    const annul = { as: 'teacher', value: 'attempt_annulled', authentic: false }
    const proposed = await decide(teacher, session.id, annul)
    expect(proposed.body).toMatchObject({
      state: 'recommended',
      decided: null,
      proposed: { value: 'attempt_annulled' },
    })
    const of = proposed.body.proposed?.by.at
    expect((await second(teacher, session.id, of, 'teacher')).code).toBe('second_person')
    expect((await publish(teacher, session.id, 'teacher')).code).toBe('not_now')
    await expect(
      server.database.owner(
        "update decision set state = 'decided', value = 'attempt_annulled', decided_by = $2, ground = 'x' where session_id = $1",
        [session.id, teacher.id],
      ),
    ).rejects.toThrow(/check constraint/)
    // Another proposal stands by now: what the director saw is not what would be agreed to.
    const anew = await decide(teacher, session.id, { ...annul, value: 'result_annulled', ground: 'Иначе' })
    expect((await second(director, session.id, of, 'director')).code).toBe('changed_meanwhile')
    expect((await second(director, session.id, of, 'director', false)).code).toBe('changed_meanwhile')
    expect(anew.body.decided).toBeNull()
    const last = await decide(teacher, session.id, annul)
    const agreed = await second(director, session.id, last.body.proposed?.by.at, 'director')
    expect(agreed.body.decided).toMatchObject({
      value: 'attempt_annulled',
      by: { id: teacher.id },
      second: { id: director.id },
    })
    expect(agreed.body.decided?.papers.map(({ form }) => form)).toContain('F-ALL-5')
  })

  test('R4-A4.19 TR-07 a status of doubt waits for the director, and the manager of the programme decides on App. 4', async () => {
    const card = { kind: 'final' as const }
    const { school, session } = await handedOver('004', ['background_voices_noise'], card, { status: 3 })
    const [manager, teacher] = [await staffOf(school, 'methodist'), await staffOf(school, 'teacher')]
    const passed = { as: 'programme_manager', value: 'passed', lmsGrade: '74 из 100' }
    expect((await decide(manager, session.id, { ...passed, lmsGrade: '' })).code).toBe('grade_wanted')
    expect((await decide(manager, session.id, passed)).code).toBe('director_first')
    const said = await school.admin.client.call(recommendAsDirector, {
      ...at(session.id),
      body: { as: 'director', recommendation: 'Засчитать: шум не из комнаты.' },
    })
    expect(said.body.director.recommendation).toContain('Засчитать')
    expect((await decide(teacher, session.id, { ...passed, as: 'teacher' })).code).toBe('not_yours')
    const decided = await decide(manager, session.id, passed)
    const papers = decided.body.decided?.papers ?? []
    expect([...new Set(papers.map(({ form }) => form))].sort()).toEqual(['F-004-10', 'F-004-4', 'F-ALL-5'])
    const sheet = papers.find(({ form, kind }) => form === 'F-004-4' && kind === 'pdf')
    const file = await manager.client.call(readSessionPaper, {
      params: { sid: session.id, pid: sheet?.id ?? '' },
    })
    expect(pdfPages(file.body as unknown as Uint8Array).join('\n')).toContain('зачтено')
  })

  test('TR-06 under 001 nobody decides until the institution says who, and who watched decides never', async () => {
    const { school, session } = await handedOver('001')
    const teacher = await staffOf(school, 'teacher')
    const give = { as: 'teacher', value: 'confirmed' }
    expect((await decide(teacher, session.id, give)).code).toBe('not_yours')
    await school.admin.client.done(changeDecisionSetting, { body: { maker: 'teacher', annexed: true } })
    const proctor = session.proctors[0] as TestPerson
    const both = await school.person('teacher', { roles: ['teacher', 'proctor'] })
    await server.database.owner('update assignment set proctor_id = $2 where session_id = $1', [
      session.id,
      both.id,
    ])
    expect((await decide(both, session.id, give)).code).toBe('own_session')
    const handed = 'update assignment set removed_at = assigned_at where session_id = $1'
    await server.database.owner(handed, [session.id])
    expect((await decide(both, session.id, give)).code).toBe('own_session')
    const looked = await school.person('teacher')
    await server.database.owner(
      `insert into review (tenant_id, id, session_id, kind, state, created_at, recorded_minutes, reviewer_id)
       values ($1, $2, $3, 'first', 'reviewed', $4, 30, $5)`,
      [school.id, `rvw_${session.id}`, session.id, new Date(nowMs), looked.id],
    )
    expect((await decide(looked, session.id, give)).code).toBe('own_session')
    expect((await proctor.client.call(listDecisions, {})).status).toBe(403)
    expect((await decide(teacher, session.id, give)).status).toBe(200)
  })

  test('R1-1.3b the timeline of behaviour, the checklist of conditions and the word on authenticity are kept for a session', async () => {
    const { school, session } = await handedOver('001', ['gadgets'])
    await school.admin.client.done(changeDecisionSetting, { body: { maker: 'teacher', annexed: true } })
    const teacher = await staffOf(school, 'teacher')
    const decided = await decide(teacher, session.id, {
      as: 'teacher',
      value: 'confirmed',
      authentic: true,
    })
    expect(decided.code).toBe('')
    const { rows } = await server.database.owner(
      `select e.facts, d.facts -> 'decided' as decided from protocol_edition e join decision d using (session_id)
       where e.session_id = $1`,
      [session.id],
    )
    const [kept] = rows
    expect(kept?.facts.marks).toMatchObject([
      { code: 'gadgets', from: expect.stringMatching(/Z$/), to: expect.stringMatching(/Z$/) },
    ])
    expect(Object.values(kept?.facts.draft.answers ?? {})).toHaveLength(18)
    expect(kept?.facts.draft.independent).toBe(false)
    expect(kept?.decided).toMatchObject({ authentic: true })
  })

  test('TR-06 where an order names the director, who is not in it does not speak as one, and the refusal names the post', async () => {
    const school = await founded('003')
    schools.set('003', Promise.resolve(school))
    await school.admin.client.done(changeDecisionSetting, { body: { maker: 'director', annexed: true } })
    const { session } = await handedOver('003')
    const { admin } = school
    const part = await admin.client.done(addPart, {
      body: { name: 'Видеосвязь', facts: { kind: 'technology', post: 'other', topics: [] } },
    })
    const named = async (person: TestPerson, term: { from: string; to: string }) =>
      admin.client.done(addOrder, {
        body: {
          number: '7',
          signedOn: '2025-09-01',
          term,
          rows: [
            {
              person: person.id,
              post: 'Директор',
              duty: 'technology',
              part: part.id,
              phone: '',
              email: '',
              hours: '',
            },
          ],
        },
      })
    const year = { from: '2025-09-01', to: '2026-08-31' }
    await named(await staffOf(school, 'methodist'), year)
    const view = await admin.client.done(readDecision, at(session.id))
    expect(view.myPosts).not.toContain('director')
    expect(view.noOrder).toContain('director')
    const refused = await decide(admin, session.id, { as: 'director', value: 'confirmed' })
    expect(refused.code).toBe('no_order_in_force')
    expect(JSON.parse(refused.text).fields).toEqual(['director'])
    await named(admin, { from: '2024-09-01', to: '2025-08-31' })
    expect((await decide(admin, session.id, { as: 'director', value: 'confirmed' })).code).toBe(
      'no_order_in_force',
    )
    await named(admin, year)
    expect((await decide(admin, session.id, { as: 'director', value: 'confirmed' })).code).toBe('')
    schools.delete('003')
  })

  test('TR-41 a confirmed substitution reopens a published result; a document must be named', async () => {
    const { school, session } = await handedOver('004')
    const teacher = await staffOf(school, 'teacher')
    await decide(teacher, session.id, { as: 'teacher', value: 'confirmed' })
    await publish(teacher, session.id, 'teacher')
    const report = (document: string) =>
      teacher.client.call(reportImpersonation, {
        ...at(session.id),
        body: { as: 'teacher', document, on: '2026-06-01', what: 'Сдавал другой человек.' },
      })
    expect((await report(' ')).status).toBe(400)
    const reopened = await report('Докладная № 4')
    expect(reopened.body).toMatchObject({ state: 'recommended', decided: null, published: null })
    expect(reopened.body.recommendations.map(({ value }) => value)).toContain('not_attested')
    expect(reopened.body.history.map(({ kind }) => kind)).toEqual(['decided', 'published', 'impersonation'])
    expect(await session.examinee.client.done(readOwnResult, at(session.id))).toMatchObject({
      state: 'waiting',
    })
  })

  test('what changes while a paper is printed is not saved beside a paper that says something else', async () => {
    const { school, session } = await handedOver('004')
    const teacher = await staffOf(school, 'teacher')
    const deciding = (whilePrinting: () => Promise<unknown>) =>
      decideWith(
        {
          store: postgresStore(server.database.pools.app, randomIds),
          ids: randomIds,
          decidedForms: async () => [],
          press: async () => {
            await whilePrinting()
            return { ok: true, papers: [] }
          },
        },
        { account: teacher.id, tenant: school.id, roles: ['teacher'], leads: false },
        session.id,
        { as: 'teacher', value: 'confirmed', authentic: true, ground: 'По протоколу', lmsGrade: '' },
        clock.now(),
      )
    const rename = 'update account set full_name = $2 where id = $1'
    const renamed = await deciding(() =>
      server.database.owner(rename, [session.examinee.id, 'Иванова Анна Петровна']),
    )
    expect(renamed).toEqual({ ok: false, why: 'changed_meanwhile' })
    expect((await teacher.client.done(readDecision, at(session.id))).decided).toBeNull()
    expect((await deciding(async () => null)).ok).toBe(true)
  })

  test('T-16 of four who decide at once one wins, and nobody decides it again', async () => {
    const { school, session } = await handedOver('004')
    const teacher = await staffOf(school, 'teacher')
    const all = await Promise.all(
      Array.from({ length: 4 }, () => decide(teacher, session.id, { as: 'teacher', value: 'confirmed' })),
    )
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(all.map(({ code }) => code))).toEqual(new Set(['', 'already_decided']))
    expect((await decide(teacher, session.id, { as: 'teacher', value: 'negative' })).code).toBe(
      'already_decided',
    )
  })
})

test('B-08 a password given six minutes ago signs nothing', async () => {
  const { proctor, session } = await over('003')
  const view = await read(proctor, session.id)
  const saved = await save(proctor, view, wholeDraft(view))
  nowMs += 6 * MINUTE
  expect((await sign(proctor, saved.body)).code).toBe('step_up')
})

// The clock moves here, so it is the last.
test('SM-17 TR-20 TR-73 what happened at the wall stands in the protocol and its annex with times, answers no row, and what came after the draft is new', async () => {
  const school = await founded('001')
  const exam = await examUnderAct(school.admin.client, {}, { nowMs })
  const session = await school.session({ exam })
  const [proctor] = session.proctors as [TestPerson]
  const began = nowMs
  await server.database.owner(
    `update session set state = 'in_progress', authorized_at = $2, started_at = $2, deadline = $3 where id = $1`,
    [session.id, new Date(began), new Date(began + 90 * MINUTE)],
  )
  const say = (body: Record<string, unknown>) =>
    proctor.client.done(sayToExaminee, { params: { sid: session.id }, body: body as never })
  const own = (body: Record<string, unknown>) =>
    session.examinee.client.done(sayToProctor, { params: { sid: session.id }, body: body as never })
  const failure = await say({ kind: 'pause', cause: 'failure', reason: 'Погас свет' })
  // Two halves: whoever does nothing for a quarter of an hour is signed out.
  nowMs += 8 * MINUTE
  await own({ kind: 'chat', text: 'Света нет' })
  await say({ kind: 'chat', text: 'Ждём' })
  nowMs += 8 * MINUTE
  await say({ kind: 'resume', of: failure.seq })
  const left = await own({ kind: 'left' })
  nowMs += 3 * MINUTE
  await own({ kind: 'back', of: left.seq })
  const scan = await say({ kind: 'scan', reason: 'Слышен голос' })
  await say({
    kind: 'scan_end',
    of: scan.seq,
    is: 'refused',
    reason: 'Отвернул камеру и сказал, что не будет',
  })
  await say({ kind: 'instruction', text: 'Сядьте ближе', reason: 'Не видно лица' })
  await proctor.client.done(noteAttention, {
    body: {
      notes: [
        {
          id: '0b9f6a52-7d0e-4c1a-9f3e-2a1d5c7b8e10',
          session: session.id,
          what: 'enlarged',
          lengthMs: 30_000,
          agoMs: 0,
        },
      ],
    } as never,
  })
  nowMs += MINUTE
  await server.database.owner(
    `update session set state = 'deauthorized', deauthorized_at = $2, end_cause = 'auto' where id = $1`,
    [session.id, new Date(nowMs)],
  )
  const view = await read(proctor, session.id)
  expect(view.draft.answers, 'no row is answered').toEqual({})
  expect(view.draft.failure, 'nor is a failure').toBeNull()
  expect(view.happened.map(({ is, outcome }) => [is, outcome])).toEqual([
    ['failure', null],
    ['given', null],
    ['absence', 'permitted'],
    ['scan', 'refused'],
    ['instruction', 'none'],
  ])
  // 001 names no length from which an exam may be postponed.
  expect(view.happened[0]?.failure).toEqual({ side: 'unknown', found: false, mayPostpone: false })
  expect(view.happened.some(({ fresh }) => fresh)).toBe(false)
  expect(view.offers.map(({ code, of }) => [code, of])).toEqual([['room_scan_refused', scan.seq]])
  expect(view.marks, 'a suggestion is no mark').toEqual([])
  expect(view.watched).toMatchObject({ enlargedS: 30 })

  // Said after the view was read and before it was saved: new all the same.
  await say({ kind: 'fault', of: failure.seq, fault: 'network', reason: 'Позвонил провайдер' })
  const saved = await save(proctor, view, wholeDraft(view))
  const later = await read(proctor, session.id)
  expect(later.happened.filter(({ fresh }) => fresh).map(({ is, failure: of }) => [is, of?.side])).toEqual([
    ['failure', 'network'],
  ])
  await proctor.client.done(proveAgain, { body: { password: proctor.password } })
  // What a proctor has not seen he does not sign; nothing of what he wrote is lost, and the next signature is one click.
  const unseen = await sign(proctor, saved.body, null, view.upTo)
  expect(unseen.code).toBe('protocol_news')
  const again = await read(proctor, session.id)
  expect([again.state, again.revision, again.wants]).toEqual(['draft', saved.body.revision, []])
  expect(again.draft).toEqual(saved.body.draft)
  const signed = await sign(proctor, again, null, again.upTo)
  expect(signed.body.state).toBe('signed')
  expect(signed.body.later).toBeNull()
  const pdf = signed.body.editions[0]?.papers.find(({ kind }) => kind === 'pdf')
  const file = await proctor.client.call(readSessionPaper, {
    params: { sid: session.id, pid: pdf?.id ?? '' },
  })
  const text = pdfPages(file.body as unknown as Uint8Array)
    .join(' ')
    .replace(/\s+/g, ' ')
  for (const said of ['Ход испытания по журналу', 'Погас свет', 'канал связи', 'отказ, установлен проктором'])
    expect(text).toContain(said)
  expect(text).toContain('крупным планом 30 с')

  // What is marked after the signature is in no edition yet.
  await say({
    kind: 'mark',
    code: 'gadgets',
    from: new Date(began + MINUTE).toISOString(),
    to: new Date(began + 2 * MINUTE).toISOString(),
    note: '',
  })
  expect((await read(proctor, session.id)).later).toEqual({ happened: 0, marks: 1, hints: 0 })
})
