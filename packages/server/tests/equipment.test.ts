// The check of machines before exams: what is asked, what is kept, what it stops, and the measuring of the line.
import {
  changeCard,
  createAct,
  decideParameter,
  moveAct,
  readAct,
  stateParameter,
} from '@ochno/contract/acts'
import {
  acknowledgeCheck,
  changeBrowsers,
  type CheckFacts,
  listChecks,
  PROBE_MOST_BYTES,
  probeDown,
  probePing,
  probeUp,
  readBrowsers,
  readMyEquipment,
  readRequirements,
  saveCheck,
} from '@ochno/contract/equipment'
import { authorizeSession } from '@ochno/contract/sessions'
import type { ExamCardGiven } from '@ochno/contract/exam-card'
import { createExam, publishExam } from '@ochno/contract/exams'
import { plainCard } from '@ochno/domain/exam/card'
import { fitCamera, fitFacts } from '@ochno/domain/equipment/fit-facts'
import type { CheckItem } from '@ochno/domain/equipment/items'
import type { CheckId, SessionId } from '@ochno/domain/ids'
import type { Parameter } from '@ochno/domain/policy/parameter'
import { type PolicyKey, parameters } from '@ochno/domain/policy/schema'
import { fromMs } from '@ochno/domain/time'
import { actInForce as presetInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { passDoor } from '@ochno/testkit/door'
import { fitMachine } from '@ochno/testkit/machine'
import {
  bootServer,
  type TestInstitution,
  type TestPerson,
  type TestServer,
  type TestSession,
} from '@ochno/testkit/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

let aheadMs = 0
const ms = () => Date.now() + aheadMs
const clock = { ms, now: () => fromMs(ms()), mono: ms }
let server: TestServer
let school: TestInstitution
let pupil: TestPerson
beforeAll(async () => {
  server = await bootServer({ clock })
})
beforeEach(async () => {
  school = await server.otherInstitution()
  pupil = await school.person('examinee')
})
afterAll(() => server.stop())

const good: CheckFacts = fitFacts
const { machine, network } = fitFacts
const camera = fitCamera
const slow: CheckFacts = { ...good, network: { ...network, upMbps: 2 } }

const values: readonly (readonly [PolicyKey, string | number | boolean | string[]])[] = [
  ['scope.proctoring_regulated', true],
  ['proctoring.modes', ['sync']],
  ['extra_requirements_right', 'allowed'],
  ['equipment.mobile_allowed', false],
  ['equipment.os_min', 'Windows 7'],
  ['equipment.browsers', ['Chrome', 'Firefox', 'Яндекс Браузер']],
  ['equipment.net_min_mbps', 5],
  ['equipment.applies_to_staff', true],
]

/** Something of the right kind for what the act leaves open. */
function anyValue(key: PolicyKey) {
  const { kind, choices, most = 60, proposal } = parameters[key] as Parameter
  const one = choices?.[0] ?? 'По приказу'
  const usual = { flag: true, duty: 'allowed', number: most, text: one, list: [one], date: '09-01' }[kind]
  return (proposal ?? usual) as string
}

/** An act of one's own with minimums of 004, in force from the past. */
async function actInForce() {
  const { client } = school.admin
  const act = await client.done(createAct, { body: { from: 'nothing', title: 'Положение школы' } })
  const aid = { aid: act.id }
  for (const [key, value] of values)
    await client.done(stateParameter, {
      params: { ...aid, key },
      body: { stated: { value, clauses: ['A1'], quote: 'как сказано', note: null } },
    })
  for (;;) {
    const { settings } = await client.done(readAct, { params: aid })
    const open = settings.flatMap((one) => (one.state === 'open' && one.needed ? [one.key] : []))
    if (open.length === 0) break
    for (const key of open)
      await client.done(decideParameter, {
        params: { ...aid, key },
        body: { decided: { value: anyValue(key), ground: 'Приказ № 7' } },
      })
  }
  const { card } = await client.done(readAct, { params: aid })
  await client.done(changeCard, {
    params: aid,
    body: {
      ...card,
      approver: { post: 'Директор', name: 'Иванова М. С.' },
      order: '№ 1',
      approvedOn: '2024-08-30',
      effectiveFrom: '2024-09-01',
    },
  })
  for (const command of ['consider', 'approve'] as const)
    await client.done(moveAct, { params: aid, body: { command } })
  expect((await client.done(readAct, { params: aid })).state).toBe('effective')
}

/** An exam under it, published with a demand of its own. */
async function publishedExam() {
  await actInForce()
  const { client } = school.admin
  const at = (minutes: number) => new Date(ms() + minutes * 60_000).toISOString()
  const card = { ...(plainCard as unknown as ExamCardGiven), requirements: ['Документ-камера над столом'] }
  const times = { opensAt: at(-1), closesAt: at(60), lengthMinutes: 45 }
  const body = { title: 'Физика', instructions: 'Задание', ...times, card }
  const { id } = await client.done(createExam, { body })
  await client.done(publishExam, { params: { eid: id } })
  return id
}

const save = (person: TestPerson, facts: CheckFacts, session: SessionId | null = null) =>
  person.client.done(saveCheck, { body: { place: 'examinee', session, facts } })
const last = async (person: TestPerson) =>
  (await person.client.done(readMyEquipment, { query: { place: 'examinee' } })).last
const said = (
  check: { rows: readonly { item: string; verdict: string; why: string | null }[] },
  item: string,
) => {
  const row = check.rows.find((one) => one.item === item)
  return row && (row.why === null ? row.verdict : `${row.verdict}: ${row.why}`)
}

describe('a check', () => {
  test('R1-4.1a R3-4.1.1a R4-6.2.1a is made any time before an exam and kept with its moment, steps of a sitting together', async () => {
    expect(await last(pupil)).toBeNull()
    const first = await save(pupil, { machine })
    expect(first.outcome).toBe('unfinished')
    const second = await save(pupil, { machine, cameras: [camera] })
    expect(second.id).toBe(first.id)
    expect(await last(pupil)).toMatchObject({ id: first.id, place: 'examinee', facts: { cameras: [camera] } })
    expect(Math.abs(Date.parse(second.at) - ms())).toBeLessThan(60_000)
    aheadMs += 21 * 60_000
    const later = await save(pupil, good)
    expect(later.id).not.toBe(first.id)
    expect(Date.parse(later.at)).toBeGreaterThan(Date.parse(first.at))
  })

  test('R1-4.1c R3-4.1.1c R4-6.2.1g the line is compared with the act in force, with its clause', async () => {
    expect(said(await save(pupil, slow), 'net')).toBeUndefined()
    await actInForce()
    const check = await save(pupil, slow)
    expect(check.act).toBe('Положение школы')
    expect(check.rows.find(({ item }) => item === 'net')).toEqual({
      item: 'net',
      verdict: 'risk',
      why: 'slow_up',
      source: { from: 'act', clauses: ['A1'] },
    })
    expect(said(await save(pupil, good), 'net')).toBe('ok')
  })

  test('R1-4.1d R3-4.1.1d R4-6.2.1d the responsibility is taken by the person, kept with the check and in the journal', async () => {
    await actInForce()
    const check = await save(pupil, slow)
    const done = await pupil.client.done(acknowledgeCheck, {
      params: { cid: check.id },
      body: { declared: ['browser', 'net'], risk: true },
    })
    // No browser table: the version is the person's word; the speed was measured and no word undoes it.
    expect(said(done, 'browser')).toBe('declared: no_table')
    expect(said(done, 'net')).toBe('risk: slow_up')
    expect(done).toMatchObject({ outcome: 'fit', riskTaken: true })
    expect(await last(pupil)).toMatchObject({ riskTaken: true, acknowledgedAt: done.acknowledgedAt })
    const { rows } = await server.database.owner(
      `select e.actor, e.role, d.details from audit_entry e join audit_details d on d.entry_id = e.id
       where e.action = 'equipment.acknowledge' and e.object = $1`,
      [check.id],
    )
    expect(rows).toMatchObject([
      {
        actor: pupil.id,
        role: 'examinee',
        details: { responsibility: true, riskTaken: true, below: ['net.slow_up'] },
      },
    ])
    // What is measured afterwards is another check, which nobody took anything upon themselves for.
    expect(await save(pupil, slow)).toMatchObject({ riskTaken: false, outcome: 'accept_risk' })
    const old = await pupil.client.call(acknowledgeCheck, {
      params: { cid: check.id },
      body: { declared: [], risk: true },
    })
    expect(old.code).toBe('newer_check')
  })

  test('belongs to its person: nobody else answers for it, and a session must be one’s own', async () => {
    const other = await school.session()
    const check = await save(pupil, good)
    const foreign = await other.examinee.client.call(acknowledgeCheck, {
      params: { cid: check.id },
      body: { declared: [], risk: true },
    })
    expect(foreign.code).toBe('not_found')
    const body = { place: 'examinee' as const, session: other.id, facts: good }
    expect((await pupil.client.call(saveCheck, { body })).code).toBe('not_found')
    const query = { place: 'examinee' as const, session: other.id }
    expect((await pupil.client.call(readMyEquipment, { query })).code).toBe('not_found')
  })
})

describe('under an exam', () => {
  test('R3-4.1.1b the check list is the exam’s: what its card adds is confirmed too', async () => {
    const { id, examinee } = await school.session({ exam: await publishedExam() })
    const query = { place: 'examinee' as const, session: id }
    const mine = await examinee.client.done(readMyEquipment, { query })
    expect(mine.rules.extra).toEqual(['Документ-камера над столом'])
    const check = await save(examinee, good, id)
    expect(said(check, 'extra')).toBe('declare: own_word')
    const declared = check.rows.flatMap((row) => (row.verdict === 'declare' ? [row.item] : []))
    const done = await examinee.client.done(acknowledgeCheck, {
      params: { cid: check.id },
      body: { declared, risk: false },
    })
    expect(said(done, 'extra')).toBe('declared: own_word')
    expect(said(await save(examinee, good), 'extra')).toBeUndefined()
  })

  test('R1-6.3b R3-6.5b R4-8.4b what is below the minimum begins only after the risk was taken; R4-5.5b a telephone never', async () => {
    const { id, examinee } = await school.session({ exam: await publishedExam() })
    const begin = async () => (await examinee.client.call(authorizeSession, { params: { sid: id } })).code
    const take = (cid: CheckId, risk: boolean) =>
      examinee.client.done(acknowledgeCheck, { params: { cid }, body: { declared: [], risk } })
    const onPhone = await save(examinee, { ...good, machine: { ...machine, mobile: true } }, id)
    await take(onPhone.id, true)
    expect(await begin()).toBe('equipment_refused')
    const check = await save(examinee, slow, id)
    expect(await begin()).toBe('risk_not_accepted')
    await take(check.id, false)
    expect(await begin()).toBe('risk_not_accepted')
    expect((await take(check.id, true)).riskTaken).toBe(true)
    expect(await begin()).toBe('')
    const { rows } = await server.database.owner(
      `select d.details from audit_entry e join audit_details d on d.entry_id = e.id
       where e.action = 'session.equipment' and e.object = $1`,
      [id],
    )
    const details = { check: check.id, below: ['net.slow_up'], riskTaken: true }
    expect(rows).toMatchObject([{ details }])
  })

  test('where no act makes the examinee answer for the machine a check on which nothing was found, one left half-way, or none, holds nobody back', async () => {
    const exam = await publishedExam()
    const halfWay: CheckFacts = { cameras: [{ ...camera, fps: 5 }], network }
    for (const facts of [good, halfWay, null]) {
      const { id, examinee } = await school.session({ exam })
      if (facts) await save(examinee, facts, id)
      expect((await examinee.client.call(authorizeSession, { params: { sid: id } })).code).toBe('')
    }
  })
})

describe('at the door', () => {
  const begin = async ({ id, examinee }: TestSession) =>
    (await examinee.client.call(authorizeSession, { params: { sid: id } })).code
  const saveAt = ({ id, examinee }: TestSession, facts: CheckFacts, more = {}) =>
    examinee.client.done(saveCheck, { body: { place: 'examinee', session: id, facts, ...more } })
  const confirm = (
    { examinee }: TestSession,
    check: { id: CheckId; rows: readonly { item: CheckItem; verdict: string }[] },
    risk: boolean,
  ) =>
    examinee.client.done(acknowledgeCheck, {
      params: { cid: check.id },
      body: {
        declared: check.rows.flatMap(({ item, verdict }) => (verdict === 'declare' ? [item] : [])),
        risk,
      },
    })
  // 002 regulates services, and no exam with proctoring is published under it.
  for (const preset of ['000', '001', '003', '004'] as const)
    test(`R1-4.1e R3-4.1.1e R4-6.2.1e R1-6.3b R3-6.5b R4-8.4b under ${preset} the server itself refuses the start for no camera, no microphone, a blur, and a check or a risk passed over`, async () => {
      await presetInForce(school.admin.client, preset)
      const session = await school.session({
        exam: await examUnderAct(school.admin.client, {}, { nowMs: ms() }),
      })
      // What the door asks besides is done, but for the check.
      await passDoor(session, { machine: 'unchecked' })
      const answered = preset !== '000'
      if (answered) {
        expect(await begin(session)).toBe('equipment_unchecked')
        // A check that was made at home is none of this door.
        await session.examinee.client.done(saveCheck, {
          body: { place: 'examinee', session: null, facts: { machine: fitMachine.machine } },
        })
        expect(await begin(session)).toBe('equipment_unchecked')
        await saveAt(session, { machine: fitMachine.machine })
        expect(await begin(session)).toBe('equipment_unfinished')
      }
      await saveAt(session, { ...fitMachine, cameras: [] })
      expect(await begin(session)).toBe('equipment_no_camera')
      await saveAt(session, { ...fitMachine, microphone: null })
      expect(await begin(session)).toBe('equipment_no_microphone')
      if (answered) {
        const blurred = await saveAt(session, { ...fitMachine, cameras: [{ ...camera, blurred: true }] })
        await confirm(session, blurred, true)
        expect(await begin(session)).toBe('equipment_blurred')
      }
      const slow = { ...fitMachine, network: { ...fitMachine.network, upMbps: 0.5 } }
      const poor = await saveAt(session, slow)
      expect(await begin(session)).toBe('risk_not_accepted')
      await confirm(session, poor, false)
      expect(await begin(session)).toBe('risk_not_accepted')
      expect((await confirm(session, poor, true)).riskTaken).toBe(true)
      expect(await begin(session)).toBe('')
    })

  test('R1-4.1a R3-4.1.1a R4-6.2.1a a fresh full check of the same device lets the one at the door be shorter and says what was taken from it', async () => {
    await presetInForce(school.admin.client, '004')
    const device = 'a1b2c3d4e5f6a7b8c9d0'
    const full = await pupil.client.done(saveCheck, {
      body: { place: 'examinee', session: null, facts: fitMachine, device },
    })
    const exam = await examUnderAct(school.admin.client, {}, { nowMs: ms() })
    const session = await school.session({ exam, examinee: pupil })
    const keptOn = async (mark: string) =>
      (
        await pupil.client.done(readMyEquipment, {
          query: { place: 'examinee', session: session.id, device: mark },
        })
      ).kept
    expect(await keptOn(device), 'nobody stood for it yet').toBeNull()
    await confirm(session, full, true)
    expect(await keptOn('ffffffffffffffffffff')).toBeNull()
    expect(await keptOn(device)).toEqual({ at: full.at, items: ['speakers'] })

    const { toneHeard: _, ...measured } = fitMachine
    const elsewhere = await saveAt(session, measured, { device: 'ffffffffffffffffffff', shorter: true })
    expect(elsewhere).toMatchObject({ outcome: 'unfinished', taken: null })
    expect(said(elsewhere, 'speakers')).toBe('unchecked')
    const here = await saveAt(session, measured, { device, shorter: true })
    expect(here.taken).toEqual({ at: full.at, items: ['speakers'] })
    expect(said(here, 'speakers')).toBe('ok')
    expect(here.outcome).not.toBe('unfinished')
    // Tried again at the door, the sound is what was heard now.
    const deaf = await saveAt(session, { ...measured, toneHeard: false }, { device, shorter: true })
    expect(deaf.taken).toBeNull()
    expect(said(deaf, 'speakers')).toBe('risk: not_heard')
  })
})

describe('who sees', () => {
  test('R4-3.4 R4-6.2.1b R4-7.1c a proctor’s own place is checked under the same minimums and kept apart', async () => {
    await actInForce()
    const proctor = await school.person('proctor')
    const check = await proctor.client.done(saveCheck, {
      body: { place: 'staff', session: null, facts: slow },
    })
    expect(check.place).toBe('staff')
    expect(said(check, 'net')).toBe('risk: slow_up')
    expect(said(check, 'share')).toBeUndefined()
    // Whoever is no examinee has a workplace, whatever the page says.
    const sly = await proctor.client.done(saveCheck, {
      body: { place: 'examinee', session: null, facts: slow },
    })
    expect(sly.place).toBe('staff')
  })

  test('a proctor sees assigned examinees, a teacher and support everybody, an examinee nobody; measurements stay with the person', async () => {
    const { examinee, proctors, exam } = await school.session()
    await save(examinee, good)
    await save(pupil, good)
    const seen = async (person: TestPerson, query = {}) =>
      (await person.client.done(listChecks, { query })).rows.map((row) => row.person).sort()
    expect(await seen(proctors[0] as TestPerson)).toEqual([examinee.id])
    const everybody = [examinee.id, pupil.id].sort()
    expect(await seen(await school.person('teacher'))).toEqual(everybody)
    const support = await school.person('support')
    expect(await seen(support)).toEqual(everybody)
    expect(await seen(support, { exam })).toEqual([examinee.id])
    expect((await pupil.client.call(listChecks, { query: {} })).code).toBe('forbidden')
    const [row] = (await support.client.done(listChecks, { query: {} })).rows
    expect(row?.check).not.toHaveProperty('facts')
    expect(await seen(await (await server.otherInstitution()).person('teacher'))).toEqual([])
  })

  test('TR-24 R1-7.3d R4-A1.4 the newest versions are the administrator’s table, and a check is judged by it', async () => {
    await actInForce()
    const { client } = school.admin
    expect(await client.done(readBrowsers, {})).toEqual({
      newest: { chrome: null, firefox: null, edge: null, yandex: null },
      changedAt: null,
      behind: 1,
      actBehind: null,
    })
    const newest = { chrome: 142, firefox: 144, edge: null, yandex: 25 }
    const changed = await client.done(changeBrowsers, { body: { newest } })
    expect(changed.newest).toEqual(newest)
    expect(said(await save(pupil, good), 'browser')).toBe('ok')
    // One version behind is accepted until the institution says otherwise.
    await client.done(changeBrowsers, { body: { newest: { ...newest, chrome: 143 } } })
    expect(said(await save(pupil, good), 'browser')).toBe('ok')
    const strict = await client.done(changeBrowsers, {
      body: { newest: { ...newest, chrome: 143 }, behind: 0 },
    })
    expect(strict.behind).toBe(0)
    expect(said(await save(pupil, good), 'browser')).toBe('risk: outdated')
    await client.done(changeBrowsers, { body: { newest: { ...newest, chrome: 145 }, behind: 2 } })
    expect(said(await save(pupil, good), 'browser')).toBe('risk: outdated')
    const { requirements } = await server
      .stranger()
      .done(readRequirements, { query: { institution: school.id } })
    expect(requirements.find(({ item }) => item === 'browser')?.values.behind).toBe(2)
    expect((await pupil.client.call(changeBrowsers, { body: { newest } })).code).toBe('forbidden')
  })
})

test('R4-6.3.5a R1-7.5a the technical requirements are read without a sign-in, made of the act in force', async () => {
  const stranger = server.stranger()
  const query = { institution: school.id }
  const before = await stranger.done(readRequirements, { query })
  expect(before).toMatchObject({ institution: 'Другая школа', act: null })
  await actInForce()
  const after = await stranger.done(readRequirements, { query })
  expect(after.act).toEqual({ title: 'Положение школы', edition: 1 })
  expect(after.requirements).toContainEqual({
    item: 'net',
    values: { mbps: 5 },
    source: { from: 'act', clauses: ['A1'] },
  })
  // Without a name it is the institution of the installation.
  expect((await stranger.done(readRequirements, { query: {} })).institution).toBe('Школа проверок')
})

describe('the line', () => {
  test('as many bytes as asked come down, what goes up is counted and dropped', async () => {
    const down = await pupil.client.call(probeDown, { query: { bytes: 300_000 } })
    expect([down.status, down.body.length, down.headers.get('content-encoding')]).toEqual([
      200,
      300_000,
      null,
    ])
    expect(new Set(down.body.subarray(0, 4096)).size).toBeGreaterThan(200)
    const up = await pupil.client.done(probeUp, { body: new Uint8Array(200_000) })
    expect(up.bytes).toBe(200_000)
    expect((await pupil.client.call(probePing, {})).status).toBe(204)
    expect((await server.stranger().call(probePing, {})).code).toBe('not_signed_in')
    expect((await pupil.client.call(probeDown, { query: { bytes: PROBE_MOST_BYTES + 1 } })).code).toBe(
      'malformed',
    )
  })

  test('one person measures only so much a minute', async () => {
    const big = { query: { bytes: PROBE_MOST_BYTES } }
    const codes: string[] = []
    for (let i = 0; i < 13; i++) codes.push((await pupil.client.call(probeDown, big)).code)
    expect(codes).toEqual([...Array.from({ length: 12 }, () => ''), 'too_many'])
    aheadMs += 61_000
    expect((await pupil.client.call(probeDown, big)).status).toBe(200)
  })
})
