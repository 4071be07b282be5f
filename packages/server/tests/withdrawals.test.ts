// A consent is taken back before and after the exam; a person takes everything kept about them; a hold is looked at again.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { changeConsentSettings } from '@ochno/contract/consent-settings'
import { answerConsent, listMyConsents, markShown, withdrawConsent } from '@ochno/contract/consents'
import { changePaperSetting } from '@ochno/contract/forms'
import { putFragment, readTracks, takeLease } from '@ochno/contract/ingest'
import { listMyNotices } from '@ochno/contract/notices'
import {
  confirmDestruction,
  holdRecording,
  lookAgain,
  prepareDestruction,
  readRetention,
  releaseHold,
} from '@ochno/contract/retention'
import { authorizeSession, startSession, submitSession } from '@ochno/contract/sessions'
import { signIn } from '@ochno/contract/sign-in'
import {
  askOwnExport,
  listOwnExports,
  listSubjectExports,
  registerSubjectExport,
  releaseSubjectExport,
  takeOwnExport,
} from '@ochno/contract/subject-exports'
import { openView } from '@ochno/contract/watch'
import { chooseExitRoute, listMyWithdrawals, listWithdrawals } from '@ochno/contract/withdrawals'
import type { SessionId } from '@ochno/domain/ids'
import { fromMs } from '@ochno/domain/time'
import { bytesSource } from '@ochno/evidence/bundle/source'
import { readZip } from '@ochno/evidence/bundle/zip-read'
import { unhex } from '@ochno/evidence/bytes'
import { KIND } from '@ochno/evidence/record'
import { expireSession } from '@ochno/server/features/sessions/change-session'
import { postgresStore } from '@ochno/server/adapters/postgres/store'
import { randomIds } from '@ochno/server/adapters/system/ids'
import { examUnderAct, ownActInForce } from '@ochno/testkit/act-in-force'
import { tinyWebm } from '@ochno/testkit/chaos/media'
import { recordMaker } from '@ochno/testkit/chaos/record-maker'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { pdfText } from './support/pdf-text.ts'

const DAY = 24 * 3_600_000
let nowMs = Date.parse('2026-06-08T07:00:00Z')
const ms = () => nowMs
const clock = { ms, now: () => fromMs(nowMs), mono: () => nowMs }
const still = { close_recordings: async () => {}, finish_destructions: async () => {} }
const media = tinyWebm({ seed: 1, seconds: 2 })
// A job waits its turn behind others on a busy machine; to ask all the time would only hold it up.
const patient = { timeout: 60_000, interval: 250 }
let server: TestServer
let dpo: TestPerson
let methodist: TestPerson
let commission: TestPerson

beforeAll(async () => {
  server = await bootServer({ clock, parts: [{ tasks: still }] })
  await ownActInForce(server.admin.client, {
    'retention.until': 'months',
    'retention.video_months': 6,
    'consent.required': 'required',
    'consent.voluntary': true,
    'appeal.filing_days': 3,
  })
  const name = 'Школа'
  await server.admin.client.done(changePaperSetting, {
    body: { name, short: name, dative: 'школе', address: 'ул. Мира, 1', city: 'г. Иваново', fixTypos: false },
  })
  await server.admin.client.done(changeConsentSettings, {
    body: {
      age: { representativeAloneUntil: 14, bothUntil: 14 },
      alternatives: ['in_person', 'oral'],
      thirdParty: null,
    },
  })
  dpo = await server.person('dpo', { fullName: 'Белов Пётр' })
  methodist = await server.person('methodist', { fullName: 'Зимина Анна' })
  commission = await server.person('commission')
})
afterAll(() => server.stop())
// Hours have passed since the last one.
beforeEach(() => later(0))

/** Everybody works on some days later. */
async function later(days: number, ...more: TestPerson[]): Promise<void> {
  nowMs += days * DAY
  for (const { client, login, password } of [server.admin, dpo, methodist, commission, ...more])
    await client.done(signIn, { body: { login, password } })
}

async function pupilOf(fullName: string, born = '1990-01-01'): Promise<TestPerson> {
  const pupil = await server.person('examinee', { fullName })
  await server.database.owner(
    'insert into consent_person (account_id, tenant_id, born) values ($1, $2, $3)',
    [pupil.id, server.id, born],
  )
  return pupil
}

const itemOf = async ({ client, id }: TestPerson) => {
  const { people } = await client.done(listMyConsents, {})
  const item = people.find(({ account }) => account === id)?.items[0]
  if (!item) throw new Error('nothing is asked')
  return item
}

async function agree(pupil: TestPerson): Promise<void> {
  const item = await itemOf(pupil)
  const params = { id: pupil.id }
  for (const { part } of item.text.blocks)
    await pupil.client.done(markShown, { params, body: { text: item.text.id, part } })
  await pupil.client.done(answerConsent, { params, body: { text: item.text.id, answer: 'agree' } })
}

async function withdraw(pupil: TestPerson): Promise<void> {
  const item = await itemOf(pupil)
  await pupil.client.done(withdrawConsent, { params: { cid: item.id ?? '' }, body: { warned: item.warning } })
}

const notices = async ({ client }: TestPerson) =>
  (await client.done(listMyNotices, {})).rows.map((row) => JSON.stringify(row)).join('\n')

/** An exam somebody agreed to, has taken, and that was recorded and closed. */
async function recorded(examinee: TestPerson): Promise<TestSession> {
  const exam = await examUnderAct(server.admin.client, {}, { nowMs })
  const one = await server.session({ exam, examinee, consents: 'unanswered' })
  await agree(examinee)
  const params = { sid: one.id }
  await examinee.client.done(authorizeSession, { params })
  await examinee.client.done(startSession, { params })
  const { lease } = await examinee.client.done(takeLease, {
    params,
    body: { device: 'a-device-of-this-test' },
  })
  const { tracks } = await examinee.client.done(readTracks, { params, query: { lease } })
  for (const tid of ['cam', 'screen'] as const) {
    const track = tracks[tid]
    if (!track) throw new Error(`no track ${tid}`)
    const maker = recordMaker({ sid: one.id, tid, no: track.no, nonce: unhex(track.nonce) as Uint8Array }, ms)
    for (const [kind, payload] of [
      [KIND.init, media.init],
      ...media.fragments.map(({ bytes }) => [KIND.media, bytes] as const),
    ] as const) {
      const seq = maker.next()
      const body = maker.make(kind, payload).frame
      await examinee.client.done(putFragment, { params: { ...params, tid, seq }, query: { lease }, body })
    }
    nowMs += 2_000
  }
  await examinee.client.done(submitSession, { params })
  await server.app.ingest.sealAll()
  await later(3, examinee)
  await server.app.evidence.close(one.id)
  return one
}

async function announced(session: TestSession): Promise<void> {
  await server.database.owner(
    `insert into decision (session_id, tenant_id, state, edition, value, ground, decided_by, published_by, published_at, facts, changed_at)
     values ($1, $2, 'published', 1, 'passed', 'Работа проверена', $3, $3, $4, '{}', $4)`,
    [session.id, server.id, methodist.id, new Date(nowMs)],
  )
}

async function inCareOf(child: TestPerson, parent: TestPerson): Promise<void> {
  await server.database.owner(
    "insert into consent_guardian (tenant_id, representative_id, child_id, proof, verified_at) values ($1, $2, $3, 'свидетельство', now())",
    [server.id, parent.id, child.id],
  )
}

let runs = 0
/** The job is woken as by its clock. */
const wake = (task: string) =>
  server.database.owner(
    "insert into outbox (tenant_id, task, key, run_at, payload) values ($1, $2, $3, now(), '{}')",
    [server.id, task, `woken-${++runs}`],
  )

const keptOf = async (sid: SessionId) => {
  const { rows } = await dpo.client.done(readRetention, {})
  const row = rows.find((one) => one.session === sid)
  if (!row) throw new Error('not in the list')
  return row
}

test('P-14 P-12 a consent withdrawn before the exam takes the person off it, forgets what was shown and opens another way, and accuses nobody', async () => {
  const pupil = await pupilOf('Соколова Мария')
  const session = await server.session({
    exam: await examUnderAct(server.admin.client, {}, { nowMs }),
    examinee: pupil,
    consents: 'unanswered',
  })
  await agree(pupil)
  await server.database.owner(
    `insert into identity_evidence (id, tenant_id, session_id, examinee_id, step, part, kind, bytes, sha256, kek_id, sealed_key, taken_at)
     values ('evi_shown', $1, $2, $3, 'document', 0, 'image/jpeg', 5, 'x', 'k', 'sealed', now())`,
    [server.id, session.id, pupil.id],
  )
  await withdraw(pupil)
  const params = { sid: session.id }
  expect((await pupil.client.call(authorizeSession, { params })).code).toBe('consent_refused')
  const mine = async () => (await pupil.client.done(listMyWithdrawals, {})).rows
  await vi.waitFor(
    async () => expect((await mine())[0]?.collected).toMatchObject({ had: 1, left: 0 }),
    patient,
  )
  const [row] = await mine()
  // Ten working days after 8 June: the 12th is a day off.
  expect(row).toMatchObject({
    phase: 'before',
    doBy: '2026-06-23',
    choices: ['in_person', 'oral'],
    route: null,
  })
  const told = await notices(pupil)
  expect(told).toContain('Это не нарушение и не неявка')
  expect(told).toContain('очно, в учреждении или устно')

  const choose = (way: 'oral' | 'another_format') =>
    methodist.client.call(chooseExitRoute, {
      params: { wid: row?.id ?? '' },
      body: { way, note: 'Кабинет 12, в 10:00.' },
    })
  expect((await choose('another_format')).code).toBe('way_not_offered')
  expect((await choose('oral')).status).toBe(200)
  expect(await notices(pupil)).toContain('вы сдаёте устно. Кабинет 12')
  const { rows } = await methodist.client.done(listWithdrawals, {})
  expect(rows.find(({ id }) => id === row?.id)?.route).toMatchObject({ way: 'oral', by: 'Зимина Анна' })

  // The window passes: who went another way is no absentee.
  nowMs += 2 * 3_600_000
  const pool = new pg.Pool({ connectionString: server.database.url })
  try {
    const deps = {
      store: postgresStore(pool, randomIds),
      ids: randomIds,
      rights: { changed: () => undefined },
    } as unknown as Parameters<typeof expireSession>[0]
    await expireSession(deps, server.id, session.id, clock.now())
  } finally {
    await pool.end()
  }
  const after = await server.database.owner(
    'select state, end_cause, end_reason from session where id = $1',
    [session.id],
  )
  expect(after.rows).toEqual([{ state: 'expired_not_started', end_cause: 'withdrawn', end_reason: null }])
})

test('P-14 SM-18 P-23 a consent withdrawn after the exam closes the recording, a hold keeps it, and two people destroy it by an act the person is told of', async () => {
  const pupil = await pupilOf('Орлов Иван')
  const session = await recorded(pupil)
  expect((await keptOf(session.id)).kept).toBe('term_running')
  await announced(session)
  await later(10, pupil)
  const params = { sid: session.id }
  const { id: hid } = await commission.client.done(holdRecording, {
    params,
    body: { reason: 'Спор о работе', reviewOn: new Date(nowMs + 20 * DAY).toISOString().slice(0, 10) },
  })
  await withdraw(pupil)
  const left = async () => (await pupil.client.done(listMyWithdrawals, {})).rows[0]
  expect(await left()).toMatchObject({ phase: 'after', recording: { is: 'kept', why: 'on_hold' } })
  expect(await keptOf(session.id)).toMatchObject({ kept: 'on_hold', withdrawnOn: '2026-06-21' })
  const body = { purpose: 'dishonesty_check', ground: 'Проверка' } as const
  expect((await commission.client.call(openView, { params, body })).code).toBe('recording_blocked')
  const prepare = () =>
    dpo.client.call(prepareDestruction, { body: { sessions: [session.id], ground: 'Отзыв согласия' } })
  expect((await prepare()).code).toBe('not_due')
  await commission.client.done(releaseHold, { params: { hid } })
  expect((await left())?.recording).toEqual({ is: 'to_destroy', inAct: null })
  const act = await prepare()
  const did = act.body.id
  expect((await left())?.recording).toEqual({ is: 'to_destroy', inAct: act.body.number })
  expect((await dpo.client.call(confirmDestruction, { params: { did } })).code).toBe('same_person')
  await methodist.client.done(confirmDestruction, { params: { did } })
  expect((await left())?.recording).toMatchObject({ is: 'destroyed', act: act.body.number })
  const told = await notices(pupil)
  expect(told).toContain('Это не нарушение и на результат не влияет')
  expect(told).toContain('удержана по решению учреждения')

  // Nobody answers for a grown-up; a parent sees what a child took back.
  const parent = await server.person('parent', { fullName: 'Орлова Вера' })
  await inCareOf(pupil, parent)
  const seen = async () => (await parent.client.done(listMyWithdrawals, {})).rows.map((row) => row.session)
  expect(await seen()).toEqual([])
  await server.database.owner("update consent_person set born = '2011-01-01' where account_id = $1", [
    pupil.id,
  ])
  expect(await seen()).toEqual([session.id])
})

test('P-14 R4-5.15 a consent withdrawn between the exam and its result leaves the recording to the review, until the last day to appeal', async () => {
  const pupil = await pupilOf('Гусев Артём')
  const session = await recorded(pupil)
  await withdraw(pupil)
  const left = async () => (await pupil.client.done(listMyWithdrawals, {})).rows[0]?.recording
  expect(await left()).toMatchObject({ is: 'kept', why: 'result_awaited' })
  expect(await keptOf(session.id)).toMatchObject({ kept: 'result_not_announced' })
  expect(await notices(pupil)).toContain('до объявления результата и до конца срока апелляции')
  const params = { sid: session.id }
  const look = () =>
    commission.client.call(openView, {
      params,
      body: { purpose: 'dishonesty_check', ground: 'Проверка' },
    })
  expect((await look()).status).toBe(200)
  const prepare = () =>
    dpo.client.call(prepareDestruction, { body: { sessions: [session.id], ground: 'Отзыв согласия' } })
  expect((await prepare()).code).toBe('not_due')

  await announced(session)
  expect((await look()).code).toBe('recording_blocked')
  expect((await prepare()).code, 'an appeal may still be filed').toBe('not_due')
  await later(30, pupil)
  expect(await left()).toEqual({ is: 'to_destroy', inAct: null })
})

test('P-23 a hold whose day has passed becomes a task once, stays a hold, and goes on with a new day', async () => {
  const pupil = await pupilOf('Лебедев Олег')
  const session = await recorded(pupil)
  const day = (days: number) => new Date(nowMs + days * DAY).toISOString().slice(0, 10)
  const { id: hid } = await commission.client.done(holdRecording, {
    params: { sid: session.id },
    body: { reason: 'Жалоба № 4', reviewOn: day(10) },
  })
  await later(11)
  await wake('hold_reviews')
  const tasks = async (who: TestPerson) =>
    (await notices(who)).split('Пора пересмотреть удержание').length - 1
  await vi.waitFor(async () => expect(await tasks(commission)).toBe(1), patient)
  expect(await tasks(dpo)).toBe(1)
  expect(await keptOf(session.id)).toMatchObject({ kept: 'on_hold', holds: [{ reviewDue: true }] })
  const again = (reviewOn: string) =>
    commission.client.call(lookAgain, { params: { hid }, body: { reason: 'Дело в суде', reviewOn } })
  expect((await again(day(120))).code).toBe('review_too_far')
  expect((await again(day(30))).status).toBe(200)
  const row = await keptOf(session.id)
  expect(row.holds).toMatchObject([{ reason: 'Дело в суде', reviewOn: day(30), reviewDue: false }])
})

test('P-30 a parent asks for a child, the archive holds papers and the very recording, is handed out by a person, for the asker alone, and goes after its term', async () => {
  const child = await pupilOf('Константинопольский Александр', '2011-03-01')
  const session = await recorded(child)
  const parent = await server.person('parent', { fullName: 'Константинопольская Ольга' })
  const stranger = await server.person('parent')
  await inCareOf(child, parent)
  const ask = (who: TestPerson) => who.client.call(askOwnExport, { body: { person: child.id } })
  expect((await ask(stranger)).code).toBe('not_found')
  expect((await parent.client.done(listOwnExports, {})).people.map(({ self }) => self)).toEqual([true, false])

  // A row as a crash left it: an object was put, the row never said that it is whole.
  const orphan = join(server.dataDir, 'objects', 'x', server.id, 'sxo_orphan')
  mkdirSync(dirname(orphan), { recursive: true })
  writeFileSync(orphan, 'half')
  const { body } = await ask(parent)
  const params = { xid: body.id }
  await server.database.owner(
    "update subject_export set object_id = 'sxo_orphan' where id = $1 and object_id is null",
    [body.id],
  )
  expect((await ask(parent)).code).toBe('export_under_way')
  const state = async () => (await parent.client.done(listOwnExports, {})).rows[0]
  await vi.waitFor(async () => expect((await state())?.state).toBe('made'), patient)
  expect((await parent.client.call(takeOwnExport, { params })).code, 'nobody has looked yet').toBe('not_now')
  await dpo.client.done(releaseSubjectExport, { params, body: { withheld: [] } })
  expect(await notices(parent)).toContain('Архив с вашими данными готов')
  for (const other of [stranger, child, dpo])
    expect((await other.client.call(takeOwnExport, { params })).status).toBe(404)

  const bytes = await parent.client.done(takeOwnExport, { params })
  const files = await readZip(bytesSource(bytes))
  const names = [...files.keys()]
  const textOf = (name: string) => {
    const { from, size } = files.get(name) ?? { from: 0, size: 0 }
    return bytes.subarray(from, from + size)
  }
  expect(pdfText(textOf('papers/01.pdf')).replace(/\s+/g, '')).toContain('КонстантинопольскийАлександр')
  const camera = names.find((name) => name.endsWith('/camera-1.webm')) ?? ''
  expect(Buffer.from(textOf(camera))).toEqual(
    Buffer.concat([media.init, ...media.fragments.map((one) => one.bytes)]),
  )
  const page = new TextDecoder().decode(textOf('index.html'))
  expect(page).toContain('Данные, которые о вас хранит учреждение')
  expect(page).toContain('Согласие на прокторинг')
  expect(page).toContain('camera-1.webm')
  expect(page).not.toContain('Человек proctor')
  const { rows: seen } = await server.database.owner(
    "select 1 from audit_entry where action = 'retention.recording_in_archive' and object = $1",
    [session.id],
  )
  expect(seen).toHaveLength(1)
  const { rows: copied } = await server.database.owner(
    "select 1 from audit_entry where action = 'consent.copy' and actor = $1",
    [child.id],
  )
  expect(copied, 'the job is nobody who takes a copy').toEqual([])

  // Years of requests that are over stand in the way of none.
  await server.database.owner(
    `insert into subject_export (id, tenant_id, person_id, asked_by, asked_as, letter, asked_at, due_on, released_at, until, gone_at)
     select 'sxp_' || translate(lpad(n::text, 26, 'z'), '0189', 'abcd'), $1, $2, $3, 'in_writing', 'вх. № ' || n, now(), '2020-01-01', now(), now(), now()
     from generate_series(1, 301) n`,
    [server.id, stranger.id, dpo.id],
  )
  await later(11, parent)
  expect((await parent.client.call(takeOwnExport, { params })).code).toBe('not_now')
  // As a crash left it: the key has gone, what it opened has not.
  const { rows: left } = await server.database.owner(
    'update subject_export set kek_id = null, sealed_key = null where id = $1 returning object_id',
    [body.id],
  )
  await wake('subject_exports')
  await vi.waitFor(async () => expect((await state())?.state).toBe('gone'), patient)
  expect(existsSync(join(dirname(orphan), String(left[0]?.object_id)))).toBe(false)
  const { rows } = await server.database.owner('select sealed_key from subject_export where id = $1', [
    body.id,
  ])
  expect(rows).toEqual([{ sealed_key: null }])
  if (existsSync(orphan)) expect.fail('what a crash left behind is still there')

  // The child is in their care no more: what was made is for nobody, and the child may ask.
  const { body: second } = await ask(parent)
  await vi.waitFor(async () => expect((await state())?.state).toBe('made'), patient)
  await server.database.owner('update consent_guardian set ended_at = now() where representative_id = $1', [
    parent.id,
  ])
  const release = await dpo.client.call(releaseSubjectExport, {
    params: { xid: second.id },
    body: { withheld: [] },
  })
  expect(release.code).toBe('not_now')
  expect((await parent.client.done(listOwnExports, {})).rows).toEqual([])
  await wake('subject_exports')
  await child.client.done(signIn, { body: { login: child.login, password: child.password } })
  await vi.waitFor(async () => expect((await ask(child)).status).toBe(200), patient)
})

test('P-30 a letter is answered in ten working days: whoever answers is reminded, past the term the administrator is told, and a recording with others is left out', async () => {
  const pupil = await pupilOf('Титова Анна')
  const session = await recorded(pupil)
  const receivedOn = new Date(nowMs).toISOString().slice(0, 10)
  const { id } = await dpo.client.done(registerSubjectExport, {
    body: { person: pupil.id, receivedOn, letter: 'вх. № 17' },
  })
  const row = async () => (await dpo.client.done(listSubjectExports, {})).rows.find((one) => one.id === id)
  await vi.waitFor(async () => expect((await row())?.state).toBe('made'), patient)
  const due = (await row())?.dueOn ?? ''
  // Ten working days are two weeks, counted from a weekday or from a weekend.
  expect(due >= new Date(nowMs + 12 * DAY).toISOString().slice(0, 10)).toBe(true)
  const told = async (who: TestPerson, words: string) => (await notices(who)).includes(words)
  await later(11)
  await wake('subject_exports')
  await vi.waitFor(async () => expect(await told(dpo, 'Скоро последний день ответа')).toBe(true), patient)
  expect(await told(dpo, due)).toBe(false)
  const administrator = server.admin as unknown as TestPerson
  expect(await told(administrator, 'Срок ответа о данных вышел')).toBe(false)
  await later(8)
  await wake('subject_exports')
  await vi.waitFor(
    async () => expect(await told(administrator, 'Срок ответа о данных вышел')).toBe(true),
    patient,
  )
  expect((await row())?.late).toBe(true)
  const withheld = [{ session: session.id, reason: 'В кадре другой человек' }]
  await dpo.client.done(releaseSubjectExport, { params: { xid: id }, body: { withheld } })
  await pupil.client.done(signIn, { body: { login: pupil.login, password: pupil.password } })
  expect((await dpo.client.call(takeOwnExport, { params: { xid: id } })).status).toBe(404)
  const bytes = await pupil.client.done(takeOwnExport, { params: { xid: id } })
  const files = await readZip(bytesSource(bytes))
  expect([...files.keys()].filter((name) => name.startsWith('recordings/'))).toEqual([])
  const { from, size } = files.get('index.html') ?? { from: 0, size: 0 }
  expect(new TextDecoder().decode(bytes.subarray(from, from + size))).toContain('В кадре другой человек')
})
