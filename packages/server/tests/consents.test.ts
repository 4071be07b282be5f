// Consents as people live with them: read, answered, signed by whoever has to, put on paper, withdrawn.
import {
  expelPerson,
  listExamConsents,
  listRegister,
  receiveOriginal,
  registerWithdrawal,
} from '@ochno/contract/consent-register'
import { changeConsentSettings } from '@ochno/contract/consent-settings'
import {
  answerConsent,
  type ConsentItem,
  type ConsentPersonView,
  listMyConsents,
  makePaper,
  markShown,
  readScan,
  takeCopy,
  takeWithdrawalForm,
  uploadScan,
  withdrawConsent,
} from '@ochno/contract/consents'
import { answerNewProgramme, listNewProgrammes } from '@ochno/contract/new-programmes'
import { decideAdmission } from '@ochno/contract/exam-admission'
import { createExam, publishExam } from '@ochno/contract/exams'
import { changePaperSetting } from '@ochno/contract/forms'
import type { ExamCardGiven } from '@ochno/contract/exam-card'
import { listMyNotices } from '@ochno/contract/notices'
import { openView } from '@ochno/contract/watch'
import { authorizeSession, listSessions } from '@ochno/contract/sessions'
import { plainCard } from '@ochno/domain/exam/card'
import type { ExamId, SessionId } from '@ochno/domain/ids'
import { fromMs } from '@ochno/domain/time'
import { postgresStore } from '@ochno/server/adapters/postgres/store'
import { sha256Text } from '@ochno/server/adapters/system/digest'
import { randomIds } from '@ochno/server/adapters/system/ids'
import { remindLate } from '@ochno/server/features/consents/remind'
import { actInForce } from '@ochno/testkit/act-in-force'
import type { Client } from '@ochno/testkit/client'
import { bootServer, type TestInstitution, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pdfText } from './support/pdf-text.ts'

const now = () => fromMs(Date.now())
const DAY = 86_400_000
let server: TestServer
let school: TestInstitution
let admin: Client
let pupil: TestPerson
beforeAll(async () => {
  // The job of every hour stands still: a test reminds when it means to.
  server = await bootServer({ parts: [{ tasks: { remind_originals: async () => {} } }] })
})
beforeEach(async () => {
  school = await server.otherInstitution()
  admin = school.admin.client
  pupil = await school.person('examinee', { fullName: 'Соколов Артём Игоревич' })
})
afterAll(() => server.stop())

const today = () => now().toZonedDateTimeISO('Europe/Moscow').toPlainDate()
const yearsAgo = (years: number) => today().subtract({ years, days: 40 }).toString()

const operator = {
  name: 'Учебный центр «Энергия»',
  short: 'УЦ «Энергия»',
  dative: 'учебному центру «Энергия»',
  address: '153000, г. Иваново, ул. Мира, д. 1',
  city: 'г. Иваново',
}
/** How papers name the institution. */
const named = (more: object = {}) =>
  admin.done(changePaperSetting, { body: { ...operator, fixTypos: false, ...more } })
const settle = async (more: object = {}) => {
  await named()
  return admin.done(changeConsentSettings, {
    body: {
      age: { representativeAloneUntil: 14, bothUntil: 18 },
      alternatives: ['in_person', 'oral'],
      thirdParty: null,
      ...more,
    },
  })
}

const inForce = (preset: '000' | '004') => actInForce(admin, preset)

/** The card of a person, until it is edited on a page of its own. */
const bornOn = (person: TestPerson, born: string) =>
  server.database.owner(
    `insert into consent_person (account_id, tenant_id, born) values ($1, $2, $3)
     on conflict (account_id) do update set born = $3`,
    [person.id, school.id, born],
  )
const link = (parent: TestPerson, child: TestPerson, verified = true) =>
  server.database.owner(
    `insert into consent_guardian (tenant_id, representative_id, child_id, proof, verified_at)
     values ($1, $2, $3, 'свидетельство о рождении', $4)`,
    [school.id, parent.id, child.id, verified ? new Date() : null],
  )

const mine = async (client: Client, of = pupil): Promise<ConsentPersonView> => {
  const { people } = await client.done(listMyConsents, {})
  const found = people.find(({ account }) => account === of.id)
  if (!found) throw new Error('not among the people of this page')
  return found
}
const itemOf = (view: ConsentPersonView, kind: ConsentItem['kind']): ConsentItem => {
  const found = view.items.find((one) => one.kind === kind)
  if (!found) throw new Error(`${kind} is not asked for`)
  return found
}
async function readAll(client: Client, kind: ConsentItem['kind'], of = pupil): Promise<ConsentItem> {
  const { text } = itemOf(await mine(client, of), kind)
  for (const { part } of text.blocks)
    await client.done(markShown, { params: { id: of.id }, body: { text: text.id, part } })
  return itemOf(await mine(client, of), kind)
}
const answer = (client: Client, item: ConsentItem, given: 'agree' | 'decline', of = pupil) =>
  client.call(answerConsent, { params: { id: of.id }, body: { text: item.text.id, answer: given } })
async function agree(client: Client, kind: ConsentItem['kind'], of = pupil): Promise<ConsentPersonView> {
  const reply = await answer(client, await readAll(client, kind, of), 'agree', of)
  expect([kind, reply.status, reply.code]).toEqual([kind, 200, ''])
  return reply.body
}

/** The printed text without its spaces: lines break where the printer likes. */
const printedText = async (bytes: Uint8Array) => (await pdfText(bytes)).replaceAll(/\s/g, '')
const solid = (words: string) => words.replaceAll(/\s/g, '')

async function told(object: string) {
  const { rows } = await server.database.owner(
    `select e.action, e.actor, e.at, d.details from audit_entry e left join audit_details d on d.entry_id = e.id
     where e.object = $1 order by e.at, e.id`,
    [object],
  )
  return rows as { action: string; actor: string; at: Date; details: Record<string, unknown> }[]
}

async function exam(inDays: number, people: readonly TestPerson[]) {
  const at = (days: number) => new Date(Date.now() + days * DAY).toISOString()
  const { id } = await admin.done(createExam, {
    body: {
      title: 'Электробезопасность',
      instructions: 'Задание',
      opensAt: at(inDays),
      closesAt: at(inDays + 0.1),
      lengthMinutes: 45,
      card: plainCard as unknown as ExamCardGiven,
    },
  })
  await admin.done(publishExam, { params: { eid: id } })
  const sessions = []
  for (const examinee of people)
    sessions.push(await school.session({ exam: id, examinee, consents: 'unanswered' }))
  return { id, sessions }
}

const authorise = (of: TestPerson, sid: string | undefined) =>
  of.client.call(authorizeSession, { params: { sid: sid ?? '' } } as never)

describe('on the screen, under 000', () => {
  beforeEach(async () => {
    await inForce('000')
    await settle()
    await bornOn(pupil, yearsAgo(19))
  })

  test('R0-2.2.1a three titled blocks are acknowledged one by one before an answer counts, each kept with the version of its text and the time', async () => {
    const item = itemOf(await mine(pupil.client), 'proctoring_informed')
    expect(item.text.blocks.map(({ part }) => part)).toEqual(['fact', 'functions', 'rules'])
    expect(new Set(item.text.blocks.map(({ title }) => title)).size).toBe(3)
    expect(item.text.blocks.every(({ legal, plain }) => legal && plain && legal !== plain)).toBe(true)
    for (const { part } of item.text.blocks) {
      expect((await answer(pupil.client, item, 'agree')).code).toBe('not_shown')
      await pupil.client.done(markShown, { params: { id: pupil.id }, body: { text: item.text.id, part } })
    }
    const shown = (await told(pupil.id)).filter(({ action }) => action === 'consent.shown')
    expect(shown.map(({ details }) => details.part)).toEqual(['fact', 'functions', 'rules'])
    for (const { details } of shown) expect(String(details.text).startsWith(item.text.version)).toBe(true)
    expect((await answer(pupil.client, item, 'agree')).body.items[0]?.standing).toEqual({
      is: 'given',
      originalLate: false,
    })
  })

  test('R0-2.2.1b nothing is chosen beforehand, a no is kept, shows the other way, keeps no camera on, and is no violation', async () => {
    const { id: eid, sessions } = await exam(0, [pupil])
    const before = await mine(pupil.client)
    expect(itemOf(before, 'proctoring_informed')).toMatchObject({ state: 'none', signatures: [] })
    expect(itemOf(before, 'proctoring_informed').text.blocks.at(-1)?.legal).toContain('является добровольным')
    const item = await readAll(pupil.client, 'proctoring_informed')
    const declined = (await answer(pupil.client, item, 'decline')).body
    expect(declined).toMatchObject({ voluntary: true, alternatives: ['in_person', 'oral'] })
    expect(itemOf(declined, 'proctoring_informed')).toMatchObject({
      state: 'declined',
      standing: { is: 'other_way', why: 'declined' },
    })
    const [seat] = sessions
    const entering = await pupil.client.call(authorizeSession, { params: { sid: seat?.id ?? '' } } as never)
    expect([entering.status, entering.code]).toEqual([409, 'consent_refused'])
    const { rows } = await admin.done(listExamConsents, { params: { eid } })
    expect(rows[0]?.consents[0]).toEqual({
      kind: 'proctoring_informed',
      standing: { is: 'other_way', why: 'declined' },
    })
    // Minds may change: the same page asks again.
    const again = await answer(pupil.client, itemOf(await mine(pupil.client), 'proctoring_informed'), 'agree')
    expect(itemOf(again.body, 'proctoring_informed').standing.is).toBe('given')
    expect(
      (await pupil.client.call(authorizeSession, { params: { sid: seat?.id ?? '' } } as never)).code,
    ).not.toBe('consent_refused')
  })

  test('R0-2.5b.2 TR-45 a recording settles a dispute only with a consent of its own, given before the exam and still standing', async () => {
    const { id: eid, sessions } = await exam(1, [pupil])
    const sid = sessions[0]?.id as SessionId
    const usable = async () =>
      (await admin.done(listExamConsents, { params: { eid } })).rows[0]?.mayUseInDispute
    await agree(pupil.client, 'proctoring_informed')
    expect(await usable()).toBe(false)
    const view = await agree(pupil.client, 'video_disputes')
    expect(await usable()).toBe(true)
    const item = itemOf(view, 'video_disputes')
    await pupil.client.done(withdrawConsent, {
      params: { cid: item.id ?? '' },
      body: { warned: item.warning },
    })
    expect(await usable()).toBe(false)
    // The commission gets no look for an appeal; another purpose is not held up by it.
    const commission = await school.person('commission')
    const look = (purpose: 'appeal' | 'dishonesty_check') =>
      commission.client.call(openView, { params: { sid }, body: { purpose, ground: 'жалоба' } })
    expect([(await look('appeal')).code, (await look('dishonesty_check')).status]).toEqual([
      'no_dispute_consent',
      200,
    ])
    const late = await school.person('examinee')
    await bornOn(late, yearsAgo(20))
    const begun = await exam(-0.05, [late])
    await agree(late.client, 'video_disputes', late)
    const { rows } = await admin.done(listExamConsents, { params: { eid: begun.id } })
    expect(rows[0]?.mayUseInDispute).toBe(false)
  })

  test('SM-7 before a withdrawal its consequences are said; a yes that was not told of them withdraws nothing', async () => {
    const item = itemOf(await agree(pupil.client, 'proctoring_informed'), 'proctoring_informed')
    const params = { cid: item.id ?? '' }
    const untold = await pupil.client.call(withdrawConsent, { params, body: { warned: '' } })
    expect([untold.status, untold.code]).toEqual([409, 'consequences_not_shown'])
    const ended = await pupil.client.done(withdrawConsent, { params, body: { warned: item.warning } })
    expect(itemOf(ended, 'proctoring_informed').standing).toEqual({ is: 'other_way', why: 'withdrawn' })
    const [copy] = ended.copies
    expect(copy).toMatchObject({ signedOn: today().toString(), endedOn: today().toString() })
  })

  test('a copy holds the text, the answer, the name, the time and the hash, and nobody else gets it', async () => {
    const item = itemOf(await agree(pupil.client, 'proctoring_informed'), 'proctoring_informed')
    const params = { cid: item.id ?? '' }
    const copy = await pupil.client.call(takeCopy, { params })
    const text = await printedText(copy.body)
    for (const words of [
      'Соколов Артём Игоревич',
      'является добровольным',
      'согласен',
      'SHA-256',
      item.text.version,
    ])
      expect(text).toContain(solid(words))
    const stranger = await school.person('examinee')
    expect((await stranger.client.call(takeCopy, { params })).status).toBe(404)
    const planted = await pupil.client.raw('GET', `/api/consents/${item.id}/copy`, {
      headers: { 'sec-fetch-site': 'none' },
    })
    expect(planted.code).toBe('not_same_origin')
  })

  test('R4-3.11d what was given once is not asked for again, until the text of it changes', async () => {
    await agree(pupil.client, 'proctoring_informed')
    await exam(3, [pupil])
    expect(itemOf(await mine(pupil.client), 'proctoring_informed')).toMatchObject({
      mayAnswer: false,
      standing: { is: 'given' },
    })
    await named({ address: '153000, г. Иваново, ул. Новая, д. 2' })
    const anew = itemOf(await mine(pupil.client), 'proctoring_informed')
    expect(anew).toMatchObject({
      read: [],
      mayAnswer: true,
      standing: { is: 'awaited', what: 'text_changed' },
    })
    const { copies } = await agree(pupil.client, 'proctoring_informed')
    expect(copies.map(({ version }) => version)).toEqual([anew.text.version, copies[1]?.version])
    expect(copies[1]?.version).not.toBe(anew.text.version)
  })
})

describe('who signs', () => {
  let parent: TestPerson
  beforeEach(async () => {
    await inForce('000')
    parent = await school.person('parent', { fullName: 'Соколова Нина Юрьевна' })
  })

  test('TR-33 nobody answers while the institution has not decided the ages, or the birthday is not known', async () => {
    await settle({ age: null })
    await bornOn(pupil, yearsAgo(15))
    const item = await readAll(pupil.client, 'proctoring_informed')
    expect([item.mayAnswer, item.signers]).toEqual([false, null])
    expect((await answer(pupil.client, item, 'agree')).code).toBe('ages_not_set')
    expect((await admin.done(listRegister, {})).missing).toEqual(['ages'])
    await settle()
    const nobody = await school.person('examinee')
    const other = await readAll(nobody.client, 'proctoring_informed', nobody)
    expect((await answer(nobody.client, other, 'agree', nobody)).code).toBe('birthday_not_known')
  })

  test('TR-33 under fourteen the parent alone answers; the child reads and can not sign', async () => {
    await settle()
    await bornOn(pupil, yearsAgo(12))
    await link(parent, pupil)
    const own = await readAll(pupil.client, 'proctoring_informed')
    expect([own.signers, own.mayAnswer]).toEqual([['representative'], false])
    expect((await answer(pupil.client, own, 'agree')).code).toBe('not_your_signature')
    // What the child read is not what the parent read.
    expect((await answer(parent.client, own, 'agree')).code).toBe('not_shown')
    const view = await agree(parent.client, 'proctoring_informed')
    expect(view.self).toBe(false)
    expect(itemOf(view, 'proctoring_informed')).toMatchObject({
      state: 'active',
      signatures: [{ signer: 'representative', name: 'Соколова Нина Юрьевна' }],
    })
  })

  test('TR-33 from fourteen to eighteen it holds with both signatures, and the no of one is a no', async () => {
    await settle()
    await bornOn(pupil, yearsAgo(15))
    await link(parent, pupil)
    const first = await agree(pupil.client, 'proctoring_informed')
    expect(itemOf(first, 'proctoring_informed')).toMatchObject({
      state: 'informed',
      mayAnswer: false,
      standing: { is: 'awaited', what: 'second_signature' },
    })
    const twice = await answer(pupil.client, itemOf(first, 'proctoring_informed'), 'agree')
    expect(twice.code).toBe('already_signed')
    const both = await agree(parent.client, 'proctoring_informed')
    expect(itemOf(both, 'proctoring_informed').signatures.map(({ signer }) => signer)).toEqual([
      'examinee',
      'representative',
    ])
    expect(itemOf(both, 'proctoring_informed').standing.is).toBe('given')
    await agree(pupil.client, 'video_disputes')
    const declined = await answer(parent.client, await readAll(parent.client, 'video_disputes'), 'decline')
    expect(itemOf(declined.body, 'video_disputes').standing).toEqual({ is: 'other_way', why: 'declined' })
    // The copy of a no names who said it, and nobody who had agreed.
    const cid = itemOf(declined.body, 'video_disputes').id ?? ''
    const copy = await printedText(await pupil.client.done(takeCopy, { params: { cid } }))
    expect(copy).toContain(solid('не согласен Законный представитель Соколова Нина Юрьевна,'))
    expect(copy).not.toContain(solid('Обучающийся Соколов Артём Игоревич,'))
  })

  test('SM-2 SM-7 TR-33 whoever never answered is not recorded, nor a child whose parent never did; when both agreed, he enters', async () => {
    await settle()
    await bornOn(pupil, yearsAgo(15))
    await link(parent, pupil)
    const { sessions } = await exam(0, [pupil])
    const enter = () => authorise(pupil, sessions[0]?.id)
    const silent = await enter()
    expect([silent.status, silent.code]).toEqual([409, 'consent_missing'])
    await agree(pupil.client, 'proctoring_informed')
    expect((await enter()).code).toBe('consent_missing')
    const { rows } = await server.database.owner('select state, authorized_at from session where id = $1', [
      sessions[0]?.id,
    ])
    expect(rows).toEqual([{ state: 'admitted', authorized_at: null }])
    await agree(parent.client, 'proctoring_informed')
    expect((await enter()).code).not.toBe('consent_missing')
  })

  test('R0-1.1b a parent without a verified link sees and answers nothing of a child', async () => {
    await settle()
    await bornOn(pupil, yearsAgo(15))
    expect((await parent.client.done(listMyConsents, {})).people).toEqual([])
    await link(parent, pupil, false)
    expect((await parent.client.done(listMyConsents, {})).people).toEqual([])
    const item = itemOf(await mine(pupil.client), 'proctoring_informed')
    const reply = await answer(parent.client, item, 'agree')
    expect([reply.status, reply.code]).toEqual([404, 'not_found'])
  })
})

/** What the hourly sweep is given. */
const deps = () => ({
  store: postgresStore(server.database.pools.app, randomIds),
  ids: randomIds,
  digest: sha256Text,
})

const png = (mark: string) =>
  new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new TextEncoder().encode(mark)])
const particulars = {
  programme: 'Электробезопасность, 4 группа',
  address: '153002, г. Иваново, ул. Садовая, д. 5',
  document: 'паспорт 24 00 123456, выдан 01.02.2020',
}

describe('on paper, under 004', () => {
  let methodist: TestPerson
  beforeEach(async () => {
    await inForce('004')
    await settle()
    await bornOn(pupil, yearsAgo(30))
    methodist = await school.person('methodist', { fullName: 'Орлова Вера Павловна' })
  })

  async function uploaded(): Promise<ConsentPersonView> {
    await readAll(pupil.client, 'biometric')
    await readAll(pupil.client, 'third_party_transfer')
    await pupil.client.done(makePaper, { params: { id: pupil.id }, body: particulars })
    const { paper } = await mine(pupil.client)
    return pupil.client.done(uploadScan, { params: { pid: paper?.id ?? '' }, body: png('signed by hand') })
  }
  const receive = (view: ConsentPersonView, receivedOn = today().toString()) =>
    methodist.client.call(receiveOriginal, {
      params: { pid: view.paper?.id ?? '' },
      body: { receivedOn, signedOn: receivedOn },
    })

  test('SM-2 TR-11 R4-3.11c a scan alone lets nobody be recorded; the original, late as it is, does once somebody has decided so', async () => {
    const { sessions } = await exam(0, [pupil])
    const enter = async () => (await authorise(pupil, sessions[0]?.id)).code
    expect(await enter()).toBe('consent_missing')
    const view = await uploaded()
    expect(await enter()).toBe('consent_missing')
    expect(itemOf(view, 'biometric').standing).toEqual({ is: 'awaited', what: 'original', overdue: true })
    expect((await receive(view)).status).toBe(200)
    expect(itemOf(await mine(pupil.client), 'biometric').standing).toEqual({
      is: 'given',
      originalLate: true,
    })
    expect(await enter()).toBe('original_late')
    const sid = sessions[0]?.id as SessionId
    const decide = (admit: boolean, reason: string, by = methodist) =>
      by.client.call(decideAdmission, { params: { sid }, body: { admit, reason } })
    // The act names no sanction: who answers for the papers decides, nobody else.
    const teacher = await school.person('teacher')
    expect((await decide(true, 'Так решил', teacher)).status).toBe(403)
    const undecided = async () =>
      (await methodist.client.done(listRegister, { query: { list: 'undecided' } })).rows.map(
        ({ account }) => account,
      )
    expect(await undecided()).toEqual([pupil.id])
    const no = await decide(false, 'Оригинал не проверен')
    expect([no.status, no.body.flag]).toEqual([200, 'not_admitted'])
    expect(await enter()).toBe('original_refused')
    const yes = await decide(true, 'Почта опоздала не по вине обучающегося')
    expect(yes.body).toMatchObject({
      flag: 'admitted',
      late: {
        receivedOn: today().toString(),
        scanOn: today().toString(),
        decision: { admit: true, by: 'Орлова Вера Павловна' },
      },
    })
    expect(['original_late', 'original_refused', 'consent_missing']).not.toContain(await enter())
    expect(await undecided()).toEqual([])
    // The exam after this one waits for a decision of its own.
    const next = await exam(1, [pupil])
    expect(await undecided()).toEqual([pupil.id])
    const shown = (await methodist.client.done(listRegister, { query: { list: 'undecided' } })).rows[0]?.late
    expect(shown?.session).toBe(next.sessions[0]?.id)
    const { rows } = await pupil.client.done(listMyNotices, {})
    const said = rows.flatMap((one) => (one.kind === 'message' ? [one.facts.text] : []))
    expect(said[0]).toContain('Почта опоздала не по вине обучающегося')
    expect(said[1]).toContain('Это не нарушение')
    expect(
      (await told(sid))
        .filter(({ action }) => action === 'session.late_original')
        .map(({ details }) => [details.admit, details.reason]),
    ).toEqual([
      [false, 'Оригинал не проверен'],
      [true, 'Почта опоздала не по вине обучающегося'],
    ])
  })

  test('TR-11 an original in time, and one not due yet, leave nothing to decide', async () => {
    const { id: eid, sessions } = await exam(12, [pupil])
    const flagsOf = async (exam: ExamId) =>
      (await admin.done(listSessions, { params: { eid: exam } })).rows.flatMap(
        ({ admission }) => admission ?? [],
      )
    const flags = () => flagsOf(eid)
    expect(await flags()).toEqual([])
    await receive(await uploaded())
    expect(await flags()).toEqual([])
    const params = { sid: sessions[0]?.id as SessionId }
    const reply = await methodist.client.call(decideAdmission, {
      params,
      body: { admit: true, reason: 'Да' },
    })
    expect([reply.status, reply.code]).toEqual([409, 'not_late'])
    // Half a day later than the seventh day the same paper would be late for a nearer exam.
    const near = await exam(6, [pupil])
    const late = await flagsOf(near.id)
    expect(late).toMatchObject([{ flag: 'needs_decision', late: { daysLate: 1, decision: null } }])
    const { rows } = await admin.done(listExamConsents, { params: { eid: near.id } })
    expect(rows[0]?.late?.receivedOn).toBe(today().toString())
  })

  test('R4-3.11a R4-A5.02 R4-A5.04 R4-A5.05 R4-A5.06 R4-A5.09 the form is printed with the data of the person and of the institution, which are kept nowhere', async () => {
    await readAll(pupil.client, 'biometric')
    await readAll(pupil.client, 'third_party_transfer')
    const bytes = await pupil.client.done(makePaper, { params: { id: pupil.id }, body: particulars })
    const text = await printedText(bytes)
    for (const words of [
      'Соколов Артём Игоревич',
      'ул. Садовая',
      '123456',
      'Электробезопасность',
      operator.address,
    ])
      expect(text).toContain(solid(words))
    const { rows } = await server.database.owner(
      `select count(*)::int as n from audit_details where details::text like '%Садовая%' or details::text like '%123456%'`,
    )
    expect(rows).toEqual([{ n: 0 }])
  })

  test('R4-3.11b R4-A5.01 printed, scanned, received: each step is tracked, and one sheet is kept as two consents', async () => {
    const item = await readAll(pupil.client, 'biometric')
    expect((await answer(pupil.client, item, 'agree')).code).toBe('paper_only')
    const early = await pupil.client.call(makePaper, { params: { id: pupil.id }, body: particulars })
    expect(early.code).toBe('not_shown')
    const view = await uploaded()
    expect(view.items.filter(({ onPaper }) => onPaper).map(({ kind, state }) => [kind, state])).toEqual([
      ['biometric', 'scan_uploaded'],
      ['third_party_transfer', 'scan_uploaded'],
    ])
    expect(itemOf(view, 'biometric').standing).toEqual({ is: 'awaited', what: 'original', overdue: false })
    const row = (await receive(view)).body
    expect(row.paper?.original).toEqual({ receivedOn: today().toString(), by: 'Орлова Вера Павловна' })
    const { rows } = await server.database.owner(
      `select kind, state, programme, signed_on::text from consent where account_id = $1 order by kind`,
      [pupil.id],
    )
    expect(rows).toEqual(
      ['biometric', 'third_party_transfer'].map((kind) => ({
        kind,
        state: 'active',
        programme: particulars.programme,
        signed_on: today().toString(),
      })),
    )
  })

  test('a scan is what its first bytes say, has a limit, lies encrypted, and is seen only with a row in the journal', async () => {
    const { paper } = await uploaded()
    const params = { pid: paper?.id ?? '' }
    const program = await pupil.client.call(uploadScan, {
      params,
      body: new TextEncoder().encode('MZ this is no picture'),
    })
    expect([program.status, program.code]).toEqual([415, 'not_a_scan'])
    const large = new Uint8Array(10 * 1024 * 1024 + 1)
    large.set(png(''))
    expect((await pupil.client.call(uploadScan, { params, body: large })).status).toBe(413)
    const keys = []
    for await (const { key } of server.app.ingest.objects.list(`c/${school.id}/`)) keys.push(key)
    expect(keys.length).toBe(1)
    const stored = await server.app.ingest.objects.get(keys[0] ?? '')
    expect(new TextDecoder('latin1').decode(stored ?? undefined)).not.toContain('signed by hand')
    const seen = await methodist.client.call(readScan, { params })
    expect([seen.headers.get('content-type'), new TextDecoder().decode(seen.body).slice(-14)]).toEqual([
      'image/png',
      'signed by hand',
    ])
    expect((await told(params.pid)).at(-1)).toMatchObject({
      action: 'consent.scan_view',
      actor: methodist.id,
    })
    const stranger = await school.person('examinee')
    expect((await stranger.client.call(readScan, { params })).status).toBe(404)
    expect((await (await school.person('teacher')).client.call(readScan, { params })).status).toBe(403)
  })

  test('R4-3.11c TR-11 the original is a fact of its own: the seventh day before is in time, the sixth is on the list, and a late one waits for a decision', async () => {
    await exam(7, [pupil])
    const original = async () =>
      (await methodist.client.done(listRegister, {})).rows.find(({ account }) => account === pupil.id)
        ?.original
    const view = await uploaded()
    expect(view.originalBy).toBe(today().toString())
    expect(await original()).toEqual({ is: 'awaited', lastDay: today().toString() })
    const { id: eid } = await exam(6, [pupil])
    const lastDay = today().subtract({ days: 1 }).toString()
    expect(await original()).toEqual({ is: 'overdue', lastDay, daysLate: 1 })
    const standing = async () =>
      (await admin.done(listExamConsents, { params: { eid } })).rows[0]?.consents[0]?.standing
    expect(await standing()).toEqual({ is: 'awaited', what: 'original', overdue: true })
    // Told once, in the person's own account.
    const remind = () => remindLate(deps(), school.id, now())
    expect([await remind(), await remind()]).toEqual([1, 0])
    const { rows } = await pupil.client.done(listMyNotices, {})
    const [notice] = rows.filter(({ kind }) => kind === 'message')
    expect(notice?.kind === 'message' ? notice.facts.text : '').toContain(
      'Скан уже есть: отнесите в учреждение',
    )
    await receive(view)
    expect(await remind()).toBe(0)
    expect(await original()).toEqual({ is: 'complete', late: true })
    expect(await standing()).toEqual({ is: 'given', originalLate: true })
  })

  test('R4-3.11e R4-A5.13 R4-A5.16 a paper consent is withdrawn in writing: the warning of the form first, the end on the day of the document', async () => {
    const view = await uploaded()
    await receive(view)
    const item = itemOf(await mine(pupil.client), 'biometric')
    expect(item.warning).toContain('могут возникнуть непреодолимые препятствия')
    expect(item.warning).toContain(particulars.programme)
    const params = { cid: item.id ?? '' }
    const asked = await pupil.client.done(withdrawConsent, { params, body: { warned: item.warning } })
    expect(itemOf(asked, 'biometric')).toMatchObject({
      state: 'active',
      withdrawalAskedOn: today().toString(),
    })
    const form = await printedText(await pupil.client.done(takeWithdrawalForm, { params }))
    expect(form).toContain(solid('Отзыв согласия'))
    await methodist.client.done(registerWithdrawal, {
      params,
      body: { number: '12-ОС', writtenOn: today().toString(), warned: true },
    })
    const after = await mine(pupil.client)
    expect(itemOf(after, 'biometric').standing).toEqual({ is: 'other_way', why: 'withdrawn' })
    // The other consent of the same sheet goes on (TR-32).
    expect(itemOf(after, 'third_party_transfer').standing.is).toBe('given')
  })

  test('R4-3.11e an expulsion ends what stands', async () => {
    await receive(await uploaded())
    await methodist.client.done(expelPerson, {
      params: { id: pupil.id },
      body: { on: today().toString() },
    })
    expect(itemOf(await mine(pupil.client), 'biometric').standing).toEqual({
      is: 'other_way',
      why: 'expired',
    })
  })

  test('TR-54 R4-3.11d of a person who studies another programme the office is asked once; the consent stands, signing anew is free', async () => {
    const { sessions } = await exam(12, [pupil])
    await receive(await uploaded())
    const studies = (programme: string) =>
      server.database.owner(
        `with part as (insert into institution_part (id, tenant_id, kind, name, facts, created_at)
           values ('prt_' || $2, $1, 'programme', $2, '{}', now()) returning id),
         people as (insert into people_group (id, tenant_id, name, created_at) values ('grp_' || $2, $1, $2, now()) returning id),
         place as (insert into group_place (group_id, tenant_id, programme_id) select people.id, $1, part.id from people, part)
         insert into people_group_member (account_id, tenant_id, group_id, since) select $3, $1, id, now() from people
         on conflict (account_id) do update set group_id = excluded.group_id`,
        [school.id, programme, pupil.id],
      )
    const asked = async () => (await methodist.client.done(listNewProgrammes, {})).rows
    const say = (is: 'kept' | 'asked', programme: string) =>
      methodist.client.call(answerNewProgramme, { params: { id: pupil.id }, body: { is, programme } })
    const given = async () => itemOf(await mine(pupil.client), 'biometric').standing
    await studies(particulars.programme.toUpperCase())
    expect(await asked()).toEqual([])
    await studies('Сварочное производство')
    expect(await asked()).toEqual([
      expect.objectContaining({
        account: pupil.id,
        signed: particulars.programme,
        programme: 'Сварочное производство',
        kinds: expect.arrayContaining(['biometric', 'third_party_transfer']),
        answer: null,
      }),
    ])
    const before = await given()
    expect(before.is).toBe('given')
    expect((await say('kept', 'Другая программа')).code).toBe('not_now')
    expect((await say('kept', 'Сварочное производство')).status).toBe(200)
    expect(await asked()).toEqual([])
    expect((await say('asked', 'Сварочное производство')).status).toBe(200)
    expect((await asked())[0]?.answer?.is).toBe('asked')
    const { rows } = await pupil.client.done(listMyNotices, {})
    expect(JSON.stringify(rows)).toContain('Согласие действует и дальше')
    // Until the new paper is here, and after it, the same consent stands.
    expect(await given()).toEqual(before)
    expect((await authorise(pupil, sessions[0]?.id)).code).not.toBe('consent_missing')
    const signed = (signedOn: string) =>
      methodist.client.call(answerNewProgramme, {
        params: { id: pupil.id },
        body: { is: 'signed', programme: 'Сварочное производство', signedOn },
      })
    expect((await signed(today().add({ days: 1 }).toString())).code).toBe('day_in_future')
    expect((await signed(today().toString())).status).toBe(200)
    expect(await asked()).toEqual([])
    expect(await given()).toEqual(before)
    expect((await say('asked', 'Сварочное производство')).code).toBe('not_now')
    // The first paper keeps its own programme.
    const { rows: named } = await server.database.owner(
      'select distinct programme from consent where account_id = $1 and programme is not null',
      [pupil.id],
    )
    expect(named).toEqual([{ programme: particulars.programme }])
    await studies(particulars.programme)
    expect(await asked()).toEqual([])
    await studies('Токарное дело')
    expect((await asked()).map(({ programme }) => programme)).toEqual(['Токарное дело'])
    const told = await server.database.owner(
      `select d.details->>'is' as is from audit_entry e join audit_details d on d.entry_id = e.id
       where e.action = 'consent.programme' and e.object = $1 order by e.at`,
      [pupil.id],
    )
    expect(told.rows.map((row) => row.is)).toEqual(['kept', 'asked', 'signed'])
    expect((await pupil.client.call(listNewProgrammes, {})).status).toBe(403)
  })

  test('TR-32 the office is told that the sheet joins two consents, and each is a document of its own on the page', async () => {
    expect((await methodist.client.done(listRegister, {})).needsLawyer).toBe(true)
    const { items } = await mine(pupil.client)
    expect(items.map(({ kind }) => kind)).toEqual(['biometric', 'third_party_transfer', 'account_binding'])
    expect(new Set(items.map(({ text }) => text.id)).size).toBe(3)
  })
})

test('TR-27 where no act asks for a consent nobody is asked, and an exam begins as before', async () => {
  expect((await mine(pupil.client)).items).toEqual([])
  expect(await admin.done(listRegister, {})).toMatchObject({ asked: false, rows: [], missing: [] })
  const seat = await school.running({ examinee: pupil })
  expect(await admin.done(listExamConsents, { params: { eid: seat.exam } })).toMatchObject({
    asked: false,
    rows: [],
  })
})

test('T-30 R4-3.11c the register comes by pages in the order of names, is searched by the server, and knows nobody of another institution', async () => {
  await inForce('004')
  await settle()
  const names = ['Яблоков', 'абрамова', 'Ёлкина', 'Борисов', 'Еремеев'].map((name) => `${name} Илья`)
  for (const fullName of names) await school.person('examinee', { fullName })
  const other = await server.otherInstitution()
  await other.person('examinee', { fullName: 'Борисова Чужая' })
  const page = (query: object) => admin.done(listRegister, { query })
  const all: string[] = []
  for (let after: string | null = null; ; ) {
    const one = await page({ size: 2, ...(after === null ? {} : { after }) })
    expect(one.rows.length).toBeLessThanOrEqual(2)
    all.push(...one.rows.map(({ name }) => name))
    expect(one.total).toBe(names.length + 1)
    after = one.next
    if (after === null) break
  }
  expect(new Set(all).size).toBe(names.length + 1)
  expect(all.filter((name) => names.includes(name)).map((name) => name.split(' ')[0])).toEqual([
    'абрамова',
    'Борисов',
    'Ёлкина',
    'Еремеев',
    'Яблоков',
  ])
  expect((await page({ find: 'БОРИС' })).rows.map(({ name }) => name)).toEqual(['Борисов Илья'])
  const first = await page({ list: 'waiting', size: 3 })
  expect(first.total).toBe(names.length + 1)
  const rest = await page({ list: 'waiting', size: 3, after: first.next })
  expect([...first.rows, ...rest.rows].map(({ name }) => name)).toEqual(all)
  expect(rest.next).toBeNull()
  // Where a page of another institution or list ended begins nothing here.
  const foreign = await other.admin.client.call(listRegister, {
    query: { after: (await page({ size: 1 })).next },
  } as never)
  expect([foreign.status, foreign.code]).toEqual([409, 'cursor_stale'])
  const wrong = await admin.call(listRegister, { query: { size: 1, after: first.next } } as never)
  expect(wrong.code).toBe('cursor_stale')
})

test('T-30 the consents of an exam come by pages and are searched by the server', async () => {
  await inForce('004')
  await settle()
  const people = []
  for (const fullName of ['Вязов Илья', 'Борисов Илья', 'Аксёнов Илья'])
    people.push(await school.person('examinee', { fullName }))
  const { id: eid } = await exam(12, people)
  const first = await admin.done(listExamConsents, { params: { eid }, query: { size: 2 } })
  expect(first.rows.map(({ name }) => name)).toEqual(['Аксёнов Илья', 'Борисов Илья'])
  const rest = await admin.done(listExamConsents, {
    params: { eid },
    query: { size: 2, after: first.next as never },
  })
  expect([rest.rows.map(({ name }) => name), rest.total, rest.next]).toEqual([['Вязов Илья'], 3, null])
  const found = await admin.done(listExamConsents, { params: { eid }, query: { find: 'вяз' } })
  expect(found.rows.map(({ name }) => name)).toEqual(['Вязов Илья'])
  const other = await server.otherInstitution()
  expect((await other.admin.client.call(listExamConsents, { params: { eid } })).status).toBe(404)
})
