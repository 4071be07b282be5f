// What helps people to an exam and says nothing of it: a trial, a workplace of the institution, announced works, the embedded instruction.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { changeEmbedding, readEmbedding } from '@ochno/contract/embedding'
import {
  acknowledgeCheck,
  type CheckFacts,
  readMyEquipment,
  readRequirements,
  saveCheck,
} from '@ochno/contract/equipment'
import { announceMaintenance, cancelMaintenance, listMaintenance } from '@ochno/contract/maintenance'
import { countMyNotices, listMyNotices } from '@ochno/contract/notices'
import { listMySessions, readPermitted } from '@ochno/contract/sessions'
import { signIn } from '@ochno/contract/sign-in'
import { listMyTickets, openTicket, readHelp } from '@ochno/contract/support'
import { forgetTrial, judgeTrial, offerTrial, readTrial, saveTrial } from '@ochno/contract/trial'
import {
  addWorkplace,
  askWorkplace,
  bookWorkplace,
  changeWorkplace,
  giveUpWorkplace,
  listWorkplaces,
  readMyWorkplace,
  refuseWorkplace,
} from '@ochno/contract/workplaces'
import { fitCamera } from '@ochno/domain/equipment/fit-facts'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { steppedClock } from '@ochno/testkit/clock'
import { fitMachine } from '@ochno/testkit/machine'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

const HOUR = 3_600_000
const { clock, pass } = steppedClock()
let server: TestServer
let helper: TestPerson
let proctor: TestPerson
const people: TestPerson[] = []

/** The page of the web, as little of it as the server looks at. */
function smallestWeb(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ochno-web-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><script nonce="__CSP_NONCE__"></script><link nonce="__CSP_NONCE__">',
  )
  return folder
}

beforeAll(async () => {
  server = await bootServer({ clock, config: { webDir: smallestWeb() } })
  await actInForce(server.admin.client, '004')
  helper = await server.person('support')
  proctor = await server.person('proctor')
}, 180_000)
afterAll(() => server.stop())

async function pupil(fullName: string): Promise<TestPerson> {
  const made = await server.person('examinee', { fullName })
  people.push(made)
  return made
}
const examIn = async (hours: number, title: string) =>
  examUnderAct(server.admin.client, {}, { nowMs: clock.ms() + hours * HOUR, title })
const sessionIn = async (hours: number, title: string, examinee?: TestPerson): Promise<TestSession> =>
  server.session({
    exam: await examIn(hours, title),
    examinee: examinee ?? (await pupil(title)),
    proctors: [proctor],
  })
const rows = async (text: string, values: unknown[] = []) => (await server.database.owner(text, values)).rows

/** How many rows each table has of the institution of this person, but of sign-ins, which any request touches. */
async function counts({ id }: TestPerson): Promise<Readonly<Record<string, number>>> {
  const tables = await rows(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'tenant_id' and not a.attisdropped
       and c.relname not in ('sign_in', 'outbox')`,
  )
  const found: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await rows(
      `select count(*)::int as n from ${String(name)} where tenant_id = (select tenant_id from account where id = $1)`,
      [id],
    )
    found[String(name)] = Number(row?.n)
  }
  return found
}

const dim = {
  ...fitCamera,
  light: { ...fitCamera.light, mean: 20, middle: 20, edges: 20 },
}
const seen = {
  session: null,
  facts: { ...fitMachine, cameras: [dim], share: 'window' } as CheckFacts,
  left: ['headphones'],
  unclear: [],
  lost: [],
  away: 2,
  recorded: true,
} as const

describe('a trial', () => {
  test('a trial asks the steps of the act in the act’s words and without any exam; for one exam, the steps of that exam', async () => {
    const one = await pupil('Пробный Пётр')
    const plan = await one.client.done(readTrial, { query: {} })
    expect(plan.steps.map(({ id }) => id)).toEqual([
      'name',
      'document',
      'face',
      'owner',
      'behind',
      'rules',
      'responsibility',
      'headphones',
    ])
    expect(plan.steps.find(({ id }) => id === 'responsibility')?.words[0]?.text).toContain('Ответственность')
    expect([plan.exam, plan.last, plan.documents.length]).toEqual([null, null, 4])
    const exam = await examUnderAct(
      server.admin.client,
      { overrides: [{ key: 'devices.headphones', value: 'allowed', ground: 'Аудирование' }] },
      { nowMs: clock.ms() + HOUR, title: 'Аудирование' },
    )
    const { id } = await server.session({ exam, examinee: one, proctors: [proctor] })
    const own = await one.client.done(readTrial, { query: { session: id } })
    expect(own.exam).toBe('Аудирование')
    expect(own.steps.map(({ id: step }) => step)).not.toContain('headphones')
    const other = await pupil('Чужой')
    expect((await other.client.call(readTrial, { query: { session: id } })).code).toBe('not_found')
  })

  test('a trial leaves no trace: of every table of the institution only its own row is another', async () => {
    // Of its own, so that no exam of the other tests tells anybody anything meanwhile.
    const school = await server.otherInstitution()
    await actInForce(school.admin.client, '004')
    const one = await school.person('examinee', { fullName: 'Бесследный Иван' })
    const before = await counts(one)
    await one.client.done(readTrial, { query: {} })
    await one.client.done(judgeTrial, { body: { session: null, facts: seen.facts, said: null } })
    const told = await one.client.done(saveTrial, {
      body: { ...seen, left: [...seen.left], unclear: [], lost: [] },
    })
    expect(told.mend.map(({ code, weight }) => [code, weight])).toEqual([
      ['step_left', 'must'],
      ['page_left', 'should'],
    ])
    expect(told.machine).toEqual([
      { item: 'share', why: 'window', weight: 'must' },
      { item: 'light', why: 'dark', weight: 'should' },
    ])
    await one.client.done(saveTrial, { body: { ...seen, left: [], unclear: [], lost: [] } })
    expect(await counts(one)).toEqual({ ...before, trial: (before.trial ?? 0) + 1 })
    expect((await one.client.done(listMySessions, {})).rows).toEqual([])
    const { last } = await one.client.done(readTrial, { query: {} })
    expect(last?.mend.map(({ code }) => code)).toEqual(['page_left'])
    expect(last?.machine.map(({ item }) => item)).toEqual(['share', 'light'])
    await one.client.done(forgetTrial, {})
    expect((await one.client.done(readTrial, { query: {} })).last).toBeNull()
  })

  test('R4-6.2.1a R4-6.2.1e the machine of a trial is judged as the door judges it, word for word, with what is said and taken upon oneself, and none of it is kept', async () => {
    const one = await pupil('Строгий Семён')
    const { id: session } = await sessionIn(3, 'Строгая физика', one)
    const place = 'examinee' as const
    const facts: CheckFacts = {
      ...fitMachine,
      cameras: [{ ...fitCamera, width: 320, virtual: true }],
      network: { ...fitMachine.network, upMbps: 0.4 },
    }
    const tried = await one.client.done(judgeTrial, { body: { session, facts, said: null } })
    const last = async () => (await one.client.done(readMyEquipment, { query: { place, session } })).last
    expect(await last(), 'a trial is no check of the machine').toBeNull()
    const { id, ...door } = await one.client.done(saveCheck, { body: { place, session, facts } })
    const { at: _tried, ...judged } = tried
    const { at: _door, ...kept } = door
    expect(judged).toEqual(kept)
    expect(judged.outcome).toBe('accept_risk')
    expect(judged.rows.filter(({ verdict }) => verdict === 'risk').map(({ item }) => item)).toEqual(
      expect.arrayContaining(['camera', 'net', 'link', 'virtual']),
    )
    const said = {
      declared: judged.rows.flatMap(({ item, verdict }) => (verdict === 'declare' ? [item] : [])),
      risk: true,
    }
    const { id: _, ...took } = await one.client.done(acknowledgeCheck, { params: { cid: id }, body: said })
    const dared = await one.client.done(judgeTrial, { body: { session, facts, said } })
    const timeless = ({ at: __, acknowledgedAt: ___, ...rest }: typeof dared) => rest
    expect(timeless(dared)).toEqual(timeless(took))
    expect([dared.outcome, dared.riskTaken, dared.acknowledgedAt === null]).toEqual(['fit', true, false])
    expect((await last())?.id, 'the newest check is that of the door').toBe(id)
    const stranger = await pupil('Посторонний')
    for (const answer of [
      await stranger.client.call(judgeTrial, { body: { session, facts, said: null } }),
      await stranger.client.call(saveTrial, { body: { ...seen, session, left: [], unclear: [], lost: [] } }),
    ])
      expect(answer.code).toBe('not_found')
  })

  test('what a version before left of a trial, with a shorter check, is not shown', async () => {
    const one = await pupil('Прежний Павел')
    await one.client.done(saveTrial, { body: { ...seen, left: [], unclear: [], lost: [] } })
    await rows('update trial set machine = null where account_id = $1', [one.id])
    expect((await one.client.done(readTrial, { query: {} })).last).toBeNull()
  })

  test('what a trial left is destroyed after a day, and is shown no longer even before that', async () => {
    const one = await pupil('Забытый Фёдор')
    await one.client.done(saveTrial, { body: { ...seen, left: [], unclear: [], lost: [] } })
    pass(24 * 3600)
    await one.client.done(signIn, { body: { login: one.login, password: one.password } })
    expect((await one.client.done(readTrial, { query: {} })).last).toBeNull()
    const left = () => rows('select * from trial where account_id = $1', [one.id])
    await server.database.owner(`select graphile_worker.add_job('forget_trials')`)
    await vi.waitFor(async () => expect(await left()).toEqual([]), { timeout: 20_000 })
    for (const { client, login, password } of [server.admin, helper, proctor])
      await client.done(signIn, { body: { login, password } })
  })

  test('a teacher offers a trial to everybody of an exam, and learns of nobody who made one', async () => {
    const session = await sessionIn(24, 'Физика')
    const teacher = await server.person('methodist')
    expect(await teacher.client.done(offerTrial, { params: { eid: session.exam } })).toEqual({ told: 1 })
    const { rows: told } = await session.examinee.client.done(listMyNotices, {})
    const notice = told.find(({ kind }) => kind === 'message')
    expect(notice).toMatchObject({ facts: { title: 'Физика' } })
    expect(JSON.stringify(notice)).toContain('Попробовать заранее')
    expect(JSON.stringify(notice)).toContain('снимки и запись никуда не отправляются')
    // Whoever was offered it once is not told again, also when something else was said since.
    await server.database.owner(
      `insert into notice (id, tenant_id, to_account, kind, about, edition, facts, queued_at)
       select $2, tenant_id, to_account, kind, about, edition + 1, '{"title":"Физика","text":"Другое"}', queued_at
       from notice where id = $1`,
      [notice?.id, `ntc_${'b'.repeat(26)}`],
    )
    expect(await teacher.client.done(offerTrial, { params: { eid: session.exam } })).toEqual({ told: 0 })
    for (const route of [readTrial, judgeTrial, saveTrial])
      expect((await teacher.client.raw(route.method, route.path)).status).toBe(403)
  })
})

describe('a workplace of the institution', () => {
  const place = {
    name: 'Кабинет 214',
    address: 'ул. Садовая, 3',
    seats: 1,
    opens: '00:00',
    closes: '24:00',
    active: true,
  }

  test('R3-4.2.5.2 R4-6.3.5b it is asked for, booked for the time of that exam, seen by both sides; the next is refused when the seats are taken', async () => {
    const [first, second] = [await sessionIn(2, 'Химия'), await sessionIn(2, 'Биология')]
    const of = ({ id }: TestSession) => ({ params: { sid: id } })
    const ask = (session: TestSession, wish = 'Дома нет камеры') =>
      session.examinee.client.call(askWorkplace, { ...of(session), body: { wish } })
    expect((await ask(first)).code).toBe('no_workplaces')
    const { places } = await helper.client.done(addWorkplace, { body: place })
    const [room] = places
    const params = { wid: room?.id ?? '' }
    expect(
      (
        await helper.client.call(changeWorkplace, {
          params,
          body: { ...place, opens: '20:00', closes: '09:00' },
        })
      ).code,
    ).toBe('wrong_hours')
    expect((await ask(first)).body).toMatchObject({ state: 'asked', seat: null })
    expect((await ask(first)).code).toBe('workplace_asked')
    await ask(second)
    const book = async (session: TestSession) => {
      const { requests } = await helper.client.done(listWorkplaces, {})
      const from = requests.find((one) => one.session === session.id)?.opensAt ?? ''
      return helper.client.call(bookWorkplace, { ...of(session), body: { place: params.wid, from } })
    }
    const { requests } = (await book(first)).body
    expect(requests.map(({ exam, state }) => [exam, state]).sort()).toEqual([
      ['Биология', 'asked'],
      ['Химия', 'booked'],
    ])
    expect((await book(second)).code).toBe('workplace_full')

    const { seat } = await first.examinee.client.done(readMyWorkplace, of(first))
    expect(seat).toMatchObject({ place: 'Кабинет 214', address: 'ул. Садовая, 3' })
    expect((await proctor.client.done(readPermitted, of(first))).workplace).toEqual(seat)
    expect((await proctor.client.done(readPermitted, of(second))).workplace).toBeNull()
    const notices = (await first.examinee.client.done(listMyNotices, {})).rows
    expect(JSON.stringify(notices)).toContain('Кабинет 214')

    await helper.client.done(changeWorkplace, { params, body: { ...place, seats: 2 } })
    expect((await book(second)).status).toBe(200)
    await helper.client.done(changeWorkplace, { params, body: place })
    await first.examinee.client.done(giveUpWorkplace, of(first))
    expect((await ask(first)).status).toBe(200)
    expect((await book(first)).code).toBe('workplace_full')
    await helper.client.done(refuseWorkplace, { ...of(second), body: { answer: 'Кабинет на ремонте' } })
    expect(await second.examinee.client.done(readMyWorkplace, of(second))).toMatchObject({
      state: 'refused',
      answer: 'Кабинет на ремонте',
    })
    expect((await book(first)).status).toBe(200)
    expect((await ask(second, 'Всё равно нужно')).body.state).toBe('asked')
  })

  test('R3-4.2.5.2 T-30 nobody asks for another’s exam, and no list of another institution is seen', async () => {
    const session = await sessionIn(3, 'История')
    const other = await pupil('Посторонний')
    const asked = { params: { sid: session.id }, body: { wish: '' } }
    expect((await other.client.call(askWorkplace, asked)).code).toBe('not_found')
    const school = await server.otherInstitution()
    expect((await school.admin.client.done(listWorkplaces, {})).places).toEqual([])
    const booking = {
      params: { sid: session.id },
      body: { place: `wpl_${'a'.repeat(26)}`, from: new Date(clock.ms()).toISOString() },
    }
    expect((await school.admin.client.call(bookWorkplace, booking)).code).toBe('not_found')
  })

  test('R4-6.3.5b a seat outside the hours of the room is refused', async () => {
    const session = await sessionIn(4, 'Алгебра')
    const params = { sid: session.id }
    await session.examinee.client.done(askWorkplace, { params, body: { wish: '' } })
    const { places } = await helper.client.done(addWorkplace, {
      body: { ...place, name: 'Библиотека', closes: '00:01' },
    })
    const wid = places.find(({ name }) => name === 'Библиотека')?.id ?? ''
    const { requests } = await helper.client.done(listWorkplaces, {})
    const { opensAt = '', closesAt = '' } = requests.find((one) => one.session === session.id) ?? {}
    const book = (from: string) => helper.client.call(bookWorkplace, { params, body: { place: wid, from } })
    expect((await book(opensAt)).code).toBe('workplace_shut')
    for (const from of [Date.parse(opensAt) - 60_000, Date.parse(closesAt) + 60_000])
      expect((await book(new Date(from).toISOString())).code).toBe('workplace_time')
  })
})

describe('day and night', () => {
  test('R2-13b services answer at every hour of the day, also while announced works are under way', async () => {
    const one = await pupil('Полуночник')
    const at = (hours: number) => new Date(clock.ms() + hours * HOUR).toISOString()
    await server.admin.client.done(announceMaintenance, {
      body: { from: at(5), until: at(9), what: 'Замена диска' },
    })
    // Shorter than the idle time of a pupil, so that the page stays signed in.
    const step = 1500
    for (let second = 0; second < 24 * 3600; second += step) {
      pass(step)
      if (second % (8 * 3600) < step) {
        const { login, password } = one
        await one.client.done(signIn, { body: { login, password } })
      }
      for (const route of [listMyNotices, listMySessions, listMyTickets, readHelp, listMaintenance])
        expect((await one.client.raw(route.method, route.path)).status, `${route.path} at ${second} s`).toBe(
          200,
        )
      const question = { body: { topic: 'other', text: `Вопрос ${second}` } } as const
      if (second % (3 * 3600) < step)
        expect((await one.client.call(openTicket, question)).status, `a question at ${second} s`).toBe(200)
    }
    for (const { client, login, password } of [server.admin, helper])
      await client.done(signIn, { body: { login, password } })
  })

  test('R2-13b works are announced beforehand: in everybody’s notices and on every page until they are over or taken back', async () => {
    const one = await pupil('Извещённая')
    const at = (hours: number) => new Date(clock.ms() + hours * HOUR).toISOString()
    const announce = (from: number, until: number) =>
      server.admin.client.call(announceMaintenance, {
        body: { from: at(from), until: at(until), what: 'Обновление системы' },
      })
    expect((await announce(0.5, 2)).code).toBe('too_soon')
    expect((await announce(3, 2)).code).toBe('wrong_window')
    const meeting = await sessionIn(4, 'География')
    const { body } = await announce(2, 30)
    expect(body.sessions).toBeGreaterThanOrEqual(1)
    const unread = (await one.client.done(countMyNotices, {})).unread
    expect(unread).toBe(1)
    const [notice] = (await one.client.done(listMyNotices, {})).rows
    expect(notice).toMatchObject({ kind: 'maintenance', facts: { title: 'Обновление системы' } })
    for (const { client } of [one, meeting.examinee, helper])
      expect((await client.done(listMaintenance, {})).rows.map(({ what }) => what)).toEqual([
        'Обновление системы',
      ])
    expect(
      (await helper.client.call(announceMaintenance, { body: { from: at(3), until: at(4), what: 'Я' } }))
        .status,
    ).toBe(403)
    const mid = body.rows.find(({ what }) => what === 'Обновление системы')?.id ?? ''
    await server.admin.client.done(cancelMaintenance, { params: { mid } })
    expect((await one.client.done(listMaintenance, {})).rows).toEqual([])
    expect((await server.admin.client.call(cancelMaintenance, { params: { mid } })).code).toBe('not_found')
  })
})

describe('the instruction in a learning system', () => {
  const framing = async (path: string) => {
    const reply = await server.admin.client.raw('GET', path)
    expect(reply.status).toBe(200)
    return /frame-ancestors ([^;]+)/.exec(reply.headers.get('content-security-policy') ?? '')?.[1]
  }

  test('R1-7.5b only the origins of the administrator may frame it, it is no other page, and it is what the public page says', async () => {
    const { path } = await server.admin.client.done(readEmbedding, {})
    expect(await framing(path)).toBe("'none'")
    const origins = ['https://lms.school.example', 'https://moodle.example:8443']
    await server.admin.client.done(changeEmbedding, { body: { origins } })
    expect(await framing(path)).toBe(origins.join(' '))
    for (const other of ['/', '/technical-requirements', '/exam/equipment', '/embed', '/embed/other'])
      expect(await framing(other)).toBe("'none'")
    for (const wrong of [
      '*',
      "'self'",
      'https://a.example/path',
      'http://a.example',
      'https://a.example; script-src *',
    ])
      expect((await server.admin.client.call(changeEmbedding, { body: { origins: [wrong] } })).status).toBe(
        400,
      )

    const school = await server.otherInstitution()
    const theirs = await school.admin.client.done(readEmbedding, {})
    expect(await framing(theirs.path)).toBe("'none'")
    const query = { institution: new URL(path, 'https://x.example').searchParams.get('institution') ?? '' }
    const said = await server.admin.client.done(readRequirements, { query })
    expect(said.act?.edition).toBe(1)
    expect(said.requirements.length).toBeGreaterThan(5)
  })
})
