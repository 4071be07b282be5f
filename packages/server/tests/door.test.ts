// The door as people go through it: what the act asks, what is kept of it, who decides, and what nobody may do.
import { takeLease } from '@ochno/contract/ingest'
import {
  acknowledgeStep,
  comeToDoor,
  decideAtDoor,
  listDoorToday,
  listOwners,
  readDoor,
  readDoorCase,
  readDoorQueue,
  recordExternal,
  sendDoorFrame,
  showStep,
  tryDoorAgain,
  unbindOwner,
  viewDoorFrame,
  viewEvidence,
} from '@ochno/contract/door'
import {
  authorizeSession,
  readSession,
  removeProctor,
  startSession,
  submitSession,
} from '@ochno/contract/sessions'
import { signIn } from '@ochno/contract/sign-in'
import { listViewers } from '@ochno/contract/watch'
import { fromMs } from '@ochno/domain/time'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import type { Client } from '@ochno/testkit/client'
import { jpegOf, passDoor, showEverything, webmOf } from '@ochno/testkit/door'
import {
  bootServer,
  type TestInstitution,
  type TestPerson,
  type TestServer,
  type TestSession,
} from '@ochno/testkit/server'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

/** Only ever forward: a clock that went back would count today's sign-ins to tomorrow. */
let aheadMs = 0
const ms = () => Date.now() + aheadMs
const clock = { ms, now: () => fromMs(ms()), mono: ms }
let server: TestServer
let school: TestInstitution
let admin: Client
beforeAll(async () => {
  server = await bootServer({ clock, ingestPolicy: { lateUploadMs: 1_000 } })
})
afterAll(() => server.stop())

type Act = '000' | '001' | '003' | '004'
const schools = new Map<Act, TestInstitution>()
/** One institution for each act; every test makes people and sessions of its own in it. */
async function under(act: Act): Promise<void> {
  const known = schools.get(act)
  school = known ?? (await server.otherInstitution())
  admin = school.admin.client
  if (known) return
  await actInForce(admin, act)
  schools.set(act, school)
}
async function sessionUnder(
  act: Act,
  card: Parameters<typeof examUnderAct>[1] = {},
  people: { examinee?: TestPerson; proctors?: readonly TestPerson[] } = {},
): Promise<TestSession> {
  await under(act)
  const exam = await examUnderAct(admin, card, { nowMs: ms() })
  return school.session({ exam, ...people })
}
const proctorOf = ({ proctors }: TestSession): Client => {
  const [first] = proctors
  if (!first) throw new Error('nobody is assigned')
  return first.client
}
const at = (session: TestSession) => ({ params: { sid: session.id } })
const door = (session: TestSession) => session.examinee.client.done(readDoor, at(session))
const authorise = (session: TestSession) => session.examinee.client.call(authorizeSession, at(session))
const why = async (reply: Promise<{ status: number; code: string }>) => {
  const { status, code } = await reply
  return [status, code]
}
const inQueue = async (session: TestSession) => {
  await showEverything(session.examinee.client, session.id)
  return session.examinee.client.done(comeToDoor, at(session))
}
const stored = () => {
  const root = join(server.dataDir, 'objects')
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => ({
      path: join(one.parentPath, one.name),
      bytes: readFileSync(join(one.parentPath, one.name)),
    }))
}
const rows = async (text: string, values: unknown[]) => (await server.database.owner(text, values)).rows

describe('what is asked', () => {
  test('without an act, and without a proctor, an exam begins as it always did', async () => {
    const session = await server.session({ proctors: [] })
    expect(await door(session)).toMatchObject({ steps: [], held: null, by: null, place: null })
    expect((await authorise(session)).status).toBe(200)
    expect(await rows('select * from door_visit where session_id = $1', [session.id])).toEqual([])
  })

  test('R1-4.2b R1-2.2a R1-4.1d 001: the responsibility is acknowledged in the words of the act, no document is shown, no proctor is waited for', async () => {
    const session = await sessionUnder('001')
    const before = await door(session)
    expect(before.steps.map(({ id }) => id)).toEqual(['behind', 'responsibility', 'headphones'])
    expect(before.steps[1]?.words[0]).toEqual({
      clause: '4.1',
      text: 'Ответственность за подготовку оборудования и устойчивое интернет-соединение лежит на обучающемся.',
    })
    expect(before.by).toBe('system')
    expect(await why(authorise(session))).toEqual([409, 'identity_steps_missing'])
    const shown = session.examinee.client.call(showStep, {
      params: { sid: session.id, step: 'document' },
      query: { document: 'passport_rf' },
      body: jpegOf(),
    })
    expect(await why(shown)).toEqual([409, 'not_asked'])
    expect((await showEverything(session.examinee.client, session.id)).held).toBeNull()
    expect((await authorise(session)).status).toBe(200)
    const kept = await rows(
      'select step, act_id from door_acknowledgement where session_id = $1 order by step',
      [session.id],
    )
    expect(kept).toMatchObject([{ step: 'responsibility' }])
    expect(kept[0]?.act_id).toMatch(/^act_/)
  })

  test('R1-4.1f R1-6.4h 001: pictures of the space behind and of the headphones taken off are kept, do not hold the start, and the proctor confirms both', async () => {
    const session = await sessionUnder('001')
    const proctor = proctorOf(session)
    await showEverything(session.examinee.client, session.id)
    expect((await authorise(session)).status).toBe(200)
    const { rows: queue } = await proctor.done(readDoorQueue, {})
    expect(queue.filter((row) => row.session === session.id)).toMatchObject([{ state: 'place_shown' }])
    const seen = await proctor.done(readDoorCase, at(session))
    expect(seen.checks).toEqual(['background', 'headphones_off'])
    expect(seen.failures).toEqual([])
    expect(seen.evidence.map(({ step }) => step).sort()).toEqual(['behind', 'headphones'])
    for (const { id, step } of seen.evidence) {
      const picture = await proctor.call(viewEvidence, { params: { sid: session.id, evidence: id } })
      expect(new Uint8Array(picture.body)).toEqual(jpegOf({ said: `${step} 0` }))
    }
    const confirm = (checks: typeof seen.checks) =>
      proctor.call(decideAtDoor, { ...at(session), body: { is: 'admitted', checks } })
    expect(await why(confirm(['background']))).toEqual([422, 'checks_open'])
    expect((await confirm(seen.checks)).body.state).toBe('admitted')
    const [kept] = await rows('select checks, decided_by from door_decision where session_id = $1', [
      session.id,
    ])
    expect(kept).toMatchObject({
      checks: ['background', 'headphones_off'],
      decided_by: session.proctors[0]?.id,
    })
  })

  test('R4-6.3.3a R4-8.2.1 R3-4.2.3.1b a student card is a document under 003 and none under 004; the kind is kept and no number is', async () => {
    const show = (session: TestSession, document: 'student_card' | 'passport_rf' | undefined) =>
      session.examinee.client.call(showStep, {
        params: { sid: session.id, step: 'document' },
        query: document ? { document } : {},
        body: jpegOf(),
      })
    const of004 = await sessionUnder('004')
    expect((await door(of004)).documents).toHaveLength(4)
    expect(await why(show(of004, 'student_card'))).toEqual([409, 'not_asked'])
    expect(await why(show(of004, undefined))).toEqual([422, 'no_document_kind'])
    expect((await show(of004, 'passport_rf')).status).toBe(200)
    const of003 = await sessionUnder('003')
    expect((await show(of003, 'student_card')).body.document).toBe('student_card')
    const [visit] = await rows('select * from door_visit where session_id = $1', [of003.id])
    expect(visit).toMatchObject({ document: 'student_card' })
    expect(Object.keys(visit as object)).not.toContain('number')
  })
})

describe('what is kept', () => {
  test('P-27 R3-4.2.3.1a only the picture itself is kept, sealed, and what was hung on it is in no stored byte', async () => {
    const session = await sessionUnder('004')
    const canary = `КАНАРЕЙКА-${session.id}`
    await session.examinee.client.done(showStep, {
      params: { sid: session.id, step: 'document' },
      query: { document: 'passport_rf' },
      body: jpegOf({ said: `видно ${canary}`, remark: canary, behind: canary }),
    })
    const found = stored()
    expect(found.some(({ path }) => path.includes(session.id))).toBe(true)
    expect(found.filter(({ bytes }) => bytes.includes(canary))).toEqual([])
    const [row] = await rows(
      'select kind, bytes, sealed_key is not null as sealed from identity_evidence where session_id = $1',
      [session.id],
    )
    expect(row).toMatchObject({ kind: 'image/jpeg', sealed: true })
    expect(row?.bytes).toBe(jpegOf({ said: `видно ${canary}` }).length)
    for (const [body, code] of [
      [new TextEncoder().encode('<svg onload=alert(1)>'), 'not_a_picture'],
      [new Uint8Array(1_600_000), 'too_large'],
    ] as const) {
      const reply = await session.examinee.client.call(showStep, {
        params: { sid: session.id, step: 'face' },
        query: {},
        body,
      })
      expect([reply.status >= 400, reply.code]).toEqual([true, code])
    }
    const noise = session.examinee.client.call(showStep, {
      params: { sid: session.id, step: 'name' },
      query: {},
      body: jpegOf(),
    })
    expect(await why(noise)).toEqual([422, 'not_a_sound'])
  })

  test('what was taken anew is forgotten at the next sweep: no key, no object; the rest stays', async () => {
    const session = await sessionUnder('004')
    const take = () =>
      session.examinee.client.done(showStep, {
        params: { sid: session.id, step: 'face' },
        query: {},
        body: jpegOf(),
      })
    await take()
    await take()
    await server.database.owner(`select graphile_worker.add_job('forget_identity')`)
    const left = () =>
      rows(
        'select sealed_key is null as gone from identity_evidence where session_id = $1 order by taken_at',
        [session.id],
      )
    await vi.waitFor(async () => expect(await left()).toEqual([{ gone: true }, { gone: false }]), {
      timeout: 20_000,
    })
    expect(stored().filter(({ path }) => path.includes(session.id))).toHaveLength(1)
  })
})

describe('who decides', () => {
  test('R4-4.1 R4-4.2a R4-4.2b R0-1.3b R3-2.6a R4-2.03 R4-3.3a R4-2.01 the proctor sees what was shown, compares point by point and lets in; only then the exam may begin', async () => {
    const session = await sessionUnder('004')
    const proctor = proctorOf(session)
    expect(await why(authorise(session))).toEqual([409, 'identity_steps_missing'])
    expect(await why(session.examinee.client.call(comeToDoor, at(session)))).toEqual([409, 'steps_missing'])
    const waiting = await inQueue(session)
    expect(waiting).toMatchObject({
      state: 'waiting',
      place: 1,
      held: 'identity_undecided',
      helpers: ['proctor', 'support'],
    })
    expect(await why(authorise(session))).toEqual([409, 'identity_undecided'])

    const { rows: queue } = await proctor.done(readDoorQueue, {})
    expect(queue.map((row) => [row.session, row.state, row.shown, row.steps])).toEqual([
      [session.id, 'waiting', 8, 8],
    ])
    const seen = await proctor.done(readDoorCase, at(session))
    expect(seen.evidence.map(({ step }) => step).sort()).toEqual([
      'behind',
      'document',
      'face',
      'headphones',
      'name',
    ])
    expect(seen.checks).toEqual([
      'who',
      'original',
      'readable',
      'name_matches',
      'photo_matches',
      'name_heard',
      'face',
      'appearance',
      'sex',
      'background',
      'headphones_off',
    ])
    const picture = await proctor.call(viewEvidence, {
      params: { sid: session.id, evidence: seen.evidence.find(({ step }) => step === 'document')?.id ?? '' },
    })
    expect(picture.headers.get('content-type')).toBe('image/jpeg')
    expect(new Uint8Array(picture.body)).toEqual(jpegOf({ said: 'document 0' }))

    const let_in = (checks: typeof seen.checks) =>
      proctor.call(decideAtDoor, { ...at(session), body: { is: 'admitted', checks } })
    expect(await why(let_in(seen.checks.filter((id) => id !== 'sex')))).toEqual([422, 'checks_open'])
    expect((await let_in(seen.checks)).body.state).toBe('admitted')
    expect(await why(let_in(seen.checks))).toEqual([409, 'not_now'])
    const [decision] = await rows(
      'select checks, decided_by, array_length(evidence, 1) as seen from door_decision where session_id = $1',
      [session.id],
    )
    expect(decision).toMatchObject({ checks: seen.checks, decided_by: session.proctors[0]?.id, seen: 5 })
    expect((await authorise(session)).status).toBe(200)
  })

  test('asked again with a reason: that step opens, the place is kept; the desk may be asked for besides', async () => {
    const session = await sessionUnder('004')
    await inQueue(session)
    const reply = await proctorOf(session).done(decideAtDoor, {
      ...at(session),
      body: { is: 'again', steps: ['document', 'desk'], reason: 'Блик на фотографии' },
    })
    expect(reply.state).toBe('asked_again')
    const told = await door(session)
    expect(told.said).toMatchObject({
      is: 'again',
      reason: 'Блик на фотографии',
      steps: ['document', 'desk'],
    })
    expect(told.steps.filter(({ done }) => !done).map(({ id }) => id)).toEqual(['document', 'desk'])
    expect((await inQueue(session)).cameAt).toBe(told.cameAt)
    const { history } = await proctorOf(session).done(readDoorCase, at(session))
    expect(history.map(({ is, reason }) => [is, reason])).toEqual([['again', 'Блик на фотографии']])
  })

  test('R3-6.3d R4-8.2d R3-6.3a R4-8.2a R3-6.3b R4-8.2b R3-6.3c R4-8.2c each of the four grounds refuses, names its violation and holds the start; the person may try again', async () => {
    const session = await sessionUnder('004')
    for (const code of [
      'identity_document_missing',
      'identity_document_unreadable',
      'identity_document_other_person',
      'identity_document_data_mismatch',
    ] as const) {
      await inQueue(session)
      await proctorOf(session).done(decideAtDoor, {
        ...at(session),
        body: { is: 'refused', why: code, reason: 'Сверено дважды' },
      })
      expect(await why(authorise(session))).toEqual([409, 'identity_refused'])
      const told = await door(session)
      expect(told).toMatchObject({
        state: 'refused',
        helpers: ['self', 'teacher', 'support'],
        said: { why: code },
      })
      await session.examinee.client.done(tryDoorAgain, at(session))
    }
    const kept = await rows('select why, violation from door_decision where session_id = $1 order by at', [
      session.id,
    ])
    expect(kept.map(({ why: code, violation }) => [code === violation, violation])).toEqual([
      [true, 'identity_document_missing'],
      [true, 'identity_document_unreadable'],
      [true, 'identity_document_other_person'],
      [true, 'identity_document_data_mismatch'],
    ])
    const teacher = await school.person('teacher')
    const today = async () =>
      (await teacher.client.done(listDoorToday, {})).rows.filter((row) => row.session === session.id)
    expect(await today()).toMatchObject([{ session: session.id, held: 'identity_steps_missing', said: null }])
    await inQueue(session)
    const refused = { is: 'refused', why: 'identity_document_missing', reason: 'Документа нет' } as const
    await proctorOf(session).done(decideAtDoor, { ...at(session), body: refused })
    expect(await today()).toMatchObject([
      { held: 'identity_refused', said: { why: 'identity_document_missing', reason: 'Документа нет' } },
    ])
    await session.examinee.client.done(tryDoorAgain, at(session))
    await passDoor(session)
    expect((await authorise(session)).status).toBe(200)
    expect(await today()).toEqual([])
  })

  test('R0-1.4h 000 live: the proctor compares; R4-4.2a asynchronous: what was shown is fixed and nobody is waited for', async () => {
    const live = await sessionUnder('000')
    expect((await showEverything(live.examinee.client, live.id)).held).toBe('identity_undecided')
    await passDoor(live)
    expect((await authorise(live)).status).toBe(200)
    const later = await sessionUnder('004', { mode: 'async_human' })
    const shown = await showEverything(later.examinee.client, later.id)
    expect([shown.by, shown.held]).toEqual(['review', null])
    expect(await why(later.examinee.client.call(comeToDoor, at(later)))).toEqual([409, 'nobody_decides'])
    expect((await authorise(later)).status).toBe(200)
    expect(
      await rows('select step from identity_evidence where session_id = $1 order by step', [later.id]),
    ).toHaveLength(5)
  })

  test('R4-4.2a asynchronous: a proctor judges what was fixed when he reviews; the machine decided nothing meanwhile', async () => {
    const session = await sessionUnder('004', { mode: 'async_human' })
    const queue = async () => (await proctorOf(session).done(readDoorQueue, {})).rows
    const decide = (body: Parameters<typeof admin.call<typeof decideAtDoor>>[1]['body']) =>
      proctorOf(session).call(decideAtDoor, { ...at(session), body })
    await showEverything(session.examinee.client, session.id)
    const found = { is: 'refused', why: 'identity_document_other_person', reason: 'Лицо другое' } as const
    expect(await queue()).toEqual([])
    expect(await why(decide(found))).toEqual([409, 'not_now'])
    await session.examinee.client.done(authorizeSession, at(session))
    expect((await queue()).map(({ state }) => state)).toEqual(['to_review'])
    const seen = await proctorOf(session).done(readDoorCase, at(session))
    expect([seen.state, seen.askable, seen.evidence.length]).toEqual(['to_review', [], 5])
    expect(seen.checks).not.toContain('reference')
    expect(await why(decide({ is: 'again', steps: ['document'], reason: 'Блик' }))).toEqual([409, 'not_now'])
    const judged = await decide(found)
    expect([judged.status, judged.body.state]).toEqual([200, 'refused'])
    expect(
      await rows('select verdict, violation from door_decision where session_id = $1', [session.id]),
    ).toEqual([{ verdict: 'refused', violation: 'identity_document_other_person' }])
  })

  test('R4-4.2c an exam that does without a recorded identification keeps no picture and no sound once the proctor decided', async () => {
    const first = await sessionUnder('004')
    await passDoor(first)
    const exam = await examUnderAct(
      admin,
      { overrides: [{ key: 'identity.recorded', value: 'forbidden', ground: 'Решение педсовета' }] },
      { nowMs: ms() },
    )
    const second = await school.session({ exam, examinee: first.examinee, proctors: first.proctors })
    await inQueue(second)
    const here = () => stored().filter(({ path }) => path.includes(second.id))
    expect(here()).toHaveLength(5)
    const { checks } = await proctorOf(second).done(readDoorCase, at(second))
    const reply = await proctorOf(second).done(decideAtDoor, {
      ...at(second),
      body: { is: 'admitted', checks },
    })
    expect(reply.state).toBe('admitted')
    expect(here()).toEqual([])
    expect(
      await rows(
        'select count(*)::int as keys from identity_evidence where session_id = $1 and sealed_key is not null',
        [second.id],
      ),
    ).toEqual([{ keys: 0 }])
    expect(stored().filter(({ path }) => path.includes(first.id))).toHaveLength(5)
    expect((await authorise(second)).status).toBe(200)
  })

  test('R3-6.3.2 R4-8.2.2 TR-51 the first sign-in makes the reference; the next exam shows a document anew and is compared with both; an administrator lets it be made again with a ground', async () => {
    const first = await sessionUnder('004')
    const { examinee } = first
    // Teaches another course and watched nothing of the first exam: the reference is shown all the same.
    const proctors = [await school.person('proctor', { roles: ['proctor', 'teacher'], courses: 'own' })]
    expect((await door(first)).steps.map(({ id }) => id)).toContain('owner')
    await passDoor(first)
    const [bound] = await rows('select * from owner_reference where account_id = $1', [examinee.id])
    const exam = await examUnderAct(admin, {}, { nowMs: ms(), title: 'Химия' })
    const second = await school.session({ exam, examinee, proctors })
    const steps = (await door(second)).steps.map(({ id }) => id)
    expect([steps.includes('owner'), steps.includes('document')]).toEqual([false, true])
    await inQueue(second)
    const seen = await proctorOf(second).done(readDoorCase, at(second))
    expect(seen.checks).toContain('reference')
    expect(seen.reference?.evidence.map(({ id }) => id)).toEqual([
      bound?.document_evidence,
      bound?.face_evidence,
    ])
    const face = seen.reference?.evidence[1]?.id ?? ''
    expect(
      (await proctorOf(second).call(viewEvidence, { params: { sid: second.id, evidence: face } })).status,
    ).toBe(200)
    const without = seen.checks.filter((id) => id !== 'reference')
    expect(
      await why(
        proctorOf(second).call(decideAtDoor, { ...at(second), body: { is: 'admitted', checks: without } }),
      ),
    ).toEqual([422, 'checks_open'])

    const owners = async () =>
      (await admin.done(listOwners, { query: {} })).rows.filter(({ account }) => account.id === examinee.id)
    expect((await owners()).map(({ account }) => account.id)).toEqual([examinee.id])
    const groundless = await admin.call(unbindOwner, { params: { id: examinee.id }, body: { ground: ' ' } })
    expect(groundless.status).toBe(400)
    expect(
      await why(proctorOf(second).call(unbindOwner, { params: { id: examinee.id }, body: { ground: 'x' } })),
    ).toEqual([403, 'forbidden'])
    const removed = await admin.call(unbindOwner, {
      params: { id: examinee.id },
      body: { ground: 'Смена фамилии, приказ № 4' },
    })
    expect(removed.status).toBeLessThan(300)
    expect(await owners()).toEqual([])
    const third = await school.session({
      exam: await examUnderAct(admin, {}, { nowMs: ms(), title: 'Биология' }),
      examinee,
      proctors,
    })
    expect((await door(third)).steps.map(({ id }) => id)).toContain('owner')
  })

  test('R1-4.3a R1-4.3b R3-4.3a R3-4.3b R4-6.3.3.1a R4-6.3.3.1b TR-56 the provider is off until a person agreed; then only its yes lets in, the answer is all that is kept, and who withdraws goes the act’s way', async () => {
    for (const act of ['001', '003', '004'] as const) {
      const session = await sessionUnder(act, { mode: 'async_human' })
      const say = (body: Parameters<typeof admin.call<typeof recordExternal>>[1]['body']) =>
        admin.call(recordExternal, { ...at(session), body })
      const provider = 'ЕБС'
      const yes = { result: 'positive', provider, transaction: '7f3c-01' } as const
      expect(await why(say(yes))).toEqual([409, 'not_asked'])
      await showEverything(session.examinee.client, session.id)
      expect((await door(session)).held).toBeNull()
      await say({ result: 'asked', provider })
      expect(await why(authorise(session))).toEqual([409, 'external_identity_missing'])
      expect((await say({ ...yes, result: 'negative' })).body.done).toBe(false)
      expect(await why(authorise(session))).toEqual([409, 'external_identity_missing'])
      if (act === '003') {
        await say({ result: 'withdrawn' })
        expect(await rows('select * from external_identity where session_id = $1', [session.id])).toEqual([])
      } else {
        expect((await say(yes)).body.done).toBe(true)
        const [kept] = await rows('select * from external_identity where session_id = $1', [session.id])
        expect(Object.keys(kept as object).sort()).toEqual([
          'at',
          'provider',
          'result',
          'session_id',
          'tenant_id',
          'transaction',
        ])
      }
      expect((await authorise(session)).status).toBe(200)
    }
  })
})

describe('the ends of the window', () => {
  test('R0-1.4o R3-2.10 R4-2.12 authorised is before the task; R0-1.4p R3-2.11 R4-2.13 after deauthorisation nothing is taken', async () => {
    const session = await sessionUnder('004')
    await passDoor(session)
    const { client } = session.examinee
    const state = async () => (await client.done(readSession, at(session))).session
    expect((await state()).authorizedAt).toBeNull()
    expect(await why(client.call(startSession, at(session)))).toEqual([409, 'not_authorized'])
    expect((await authorise(session)).status).toBe(200)
    expect(await state()).toMatchObject({ state: 'authorized', task: null })
    expect((await state()).authorizedAt).not.toBeNull()
    await client.done(startSession, at(session))
    await client.done(submitSession, at(session))
    expect((await state()).deauthorizedAt).not.toBeNull()
    expect(await why(client.call(startSession, at(session)))).toEqual([409, 'already_over'])
    const late = client.call(showStep, {
      params: { sid: session.id, step: 'face' },
      query: {},
      body: jpegOf(),
    })
    expect(await why(late)).toEqual([409, 'not_now'])
    aheadMs += 60_000
    const lease = client.call(takeLease, { params: { sid: session.id }, body: { device: 'a'.repeat(32) } })
    expect(await why(lease)).toEqual([410, 'closed'])
  })
})

describe('what nobody may do', () => {
  test('R2-14a without a login and a password only what is declared public is answered', async () => {
    const stranger = server.stranger()
    const filled = (path: string) => path.replace(/:(\w+)/g, 'x')
    const open: string[] = []
    for (const route of server.app.routes.filter(({ can }) => can !== 'public')) {
      const reply = await stranger.raw(route.method, filled(route.path))
      if (reply.status !== 401 || reply.code !== 'not_signed_in')
        open.push(`${route.method} ${route.path}: ${reply.status}`)
    }
    expect(open).toEqual([])
    expect(server.app.routes.length).toBeGreaterThan(60)
    const [someone] = (await server.session()).proctors
    await stranger.done(signIn, { body: { login: someone?.login ?? '', password: someone?.password ?? '' } })
    expect((await stranger.call(readDoorQueue, {})).status).toBe(200)
  })

  test('P-25 each look is in the access journal before its bytes, and the examinee learns of it', async () => {
    const session = await sessionUnder('004')
    await inQueue(session)
    const seen = await proctorOf(session).done(readDoorCase, at(session))
    for (const { id } of seen.evidence)
      await proctorOf(session).call(viewEvidence, { params: { sid: session.id, evidence: id } })
    const journal = await rows(
      'select action, purpose, account_id from access_journal where session_id = $1 order by id',
      [session.id],
    )
    expect(journal.map(({ action }) => action)).toEqual([
      'door.case',
      ...Array.from({ length: 5 }, () => 'door.evidence'),
    ])
    expect(new Set(journal.map((row) => row.account_id))).toEqual(new Set([session.proctors[0]?.id]))
    const told = await session.examinee.client.done(listViewers, at(session))
    expect(told.rows.map(({ what, role, purpose }) => [what, role, purpose])).toEqual([
      ['identity', 'proctor', 'identification'],
    ])

    // Fail closed: without the journal there is no picture.
    await server.database.owner('revoke insert on access_journal from ochno_app')
    const [first] = seen.evidence
    const blind = await proctorOf(session).call(viewEvidence, {
      params: { sid: session.id, evidence: first?.id ?? '' },
    })
    await server.database.owner('grant insert on access_journal to ochno_app')
    expect([blind.status, blind.code]).toEqual([503, 'journal_unavailable'])
  })

  test('T-10 T-30 another proctor, one who was taken off, the examinee and another institution see nothing and decide nothing', async () => {
    const session = await sessionUnder('004')
    await inQueue(session)
    const [one] = (await proctorOf(session).done(readDoorCase, at(session))).evidence
    const evidence = one?.id ?? ''
    const stranger = await school.person('proctor')
    const elsewhere = await server.otherInstitution()
    const foreign = await elsewhere.person('proctor')
    const decide = { is: 'refused', why: 'identity_document_missing', reason: 'Нет' } as const
    const asks = (client: Client) => [
      client.call(readDoorCase, at(session)),
      client.call(viewEvidence, { params: { sid: session.id, evidence } }),
      client.call(viewDoorFrame, at(session)),
      client.call(decideAtDoor, { ...at(session), body: decide }),
    ]
    for (const client of [stranger.client, foreign.client])
      for (const reply of await Promise.all(asks(client)))
        expect([reply.status, reply.code]).toEqual([404, 'not_found'])
    for (const reply of await Promise.all(asks(session.examinee.client))) expect(reply.status).toBe(403)
    expect((await stranger.client.done(readDoorQueue, {})).rows).toEqual([])
    const other = await school.person('examinee')
    expect(await why(other.client.call(readDoor, at(session)))).toEqual([404, 'not_found'])
    // A picture of one session is not found under another.
    const mine = await school.session({ exam: session.exam, proctors: [stranger] })
    expect(await why(stranger.client.call(viewEvidence, { params: { sid: mine.id, evidence } }))).toEqual([
      404,
      'not_found',
    ])
    await admin.done(removeProctor, {
      params: { sid: session.id, proctor: session.proctors[0]?.id ?? '' },
    } as never)
    expect(await why(proctorOf(session).call(readDoorCase, at(session)))).toEqual([404, 'not_found'])
  })

  test('the face of one who waits is seen now by the proctor and is written nowhere', async () => {
    const session = await sessionUnder('004')
    const send = (said: string) =>
      session.examinee.client.call(sendDoorFrame, { ...at(session), body: jpegOf({ said }) })
    expect(await why(send('рано'))).toEqual([409, 'not_now'])
    await inQueue(session)
    const before = stored().length
    expect((await send('лицо сейчас')).status).toBeLessThan(300)
    const frame = await proctorOf(session).call(viewDoorFrame, at(session))
    expect(new Uint8Array(frame.body)).toEqual(jpegOf({ said: 'лицо сейчас' }))
    expect(stored()).toHaveLength(before)
    aheadMs += 16_000
    expect(await why(proctorOf(session).call(viewDoorFrame, at(session)))).toEqual([404, 'not_found'])
  })

  test('before the window and after it nothing is shown; while a proctor looks nothing changes', async () => {
    const session = await sessionUnder('004')
    await inQueue(session)
    const again = (kind: 'face' | 'name', body: Uint8Array) =>
      session.examinee.client.call(showStep, { params: { sid: session.id, step: kind }, query: {}, body })
    expect(await why(again('face', jpegOf()))).toEqual([409, 'not_now'])
    expect(await why(again('name', webmOf()))).toEqual([409, 'not_now'])
    const read = session.examinee.client.call(acknowledgeStep, {
      params: { sid: session.id, step: 'rules' },
      body: { acknowledged: true },
    })
    expect((await read).status).toBe(200)
    const late = await school.session({
      exam: await examUnderAct(admin, {}, { nowMs: ms() - 55 * 60_000 }),
    })
    aheadMs += 6 * 60_000
    expect(await why(late.examinee.client.call(comeToDoor, at(late)))).toEqual([409, 'too_late'])
  })
})

// Last: nobody is signed in after it.
test('a day after an asynchronous exam its pictures are no longer the proctor’s to see', async () => {
  // Who signed in before the clock was moved is signed out.
  schools.clear()
  const session = await sessionUnder('004', { mode: 'async_human' })
  await showEverything(session.examinee.client, session.id)
  await session.examinee.client.done(authorizeSession, at(session))
  expect((await proctorOf(session).call(readDoorCase, at(session))).status).toBe(200)
  aheadMs += 26 * 3_600_000
  const [mine] = session.proctors
  const again = server.stranger()
  await again.done(signIn, { body: { login: mine?.login ?? '', password: mine?.password ?? '' } })
  expect(await why(again.call(readDoorCase, at(session)))).toEqual([403, 'outside_window'])
})
