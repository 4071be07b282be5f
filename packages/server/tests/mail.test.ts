// Letters against a real mail server: handed over once and noted, refused with a reason, held back and never lost.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAccount } from '@ochno/contract/accounts'
import {
  askReset,
  inviteByLetter,
  inviteGroupByLetter,
  inviteImportByLetter,
  readEmail,
  readMail,
  removeMail,
  saveMail,
  sendTrialLetter,
  setEmail,
  setMyEmail,
} from '@ochno/contract/mail'
import { listExamNotices, sendMessage, tellSchedule } from '@ochno/contract/notices'
import { createGroup } from '@ochno/contract/people-groups'
import { applyImport, checkImport } from '@ochno/contract/people-import'
import { changePerson } from '@ochno/contract/people'
import { acceptInvitation, lookAtInvitation, readMe, signIn } from '@ochno/contract/sign-in'
import { fromMs } from '@ochno/domain/time'
import { postgresDueLetters } from '@ochno/server/adapters/postgres/letters'
import { smtpMailer } from '@ochno/server/adapters/smtp/mailer'
import { sendDue } from '@ochno/server/features/mail/send-letter'
import type { Mailer } from '@ochno/server/ports/mail'
import type { Client } from '@ochno/testkit/client'
import { type PostOffice, postOffice, type ReceivedLetter } from '@ochno/testkit/post-office'
import {
  bootServer,
  PASSWORD,
  type TestInstitution,
  type TestPerson,
  type TestServer,
} from '@ochno/testkit/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

const lines: string[] = []
const note = (...said: unknown[]) => void lines.push(JSON.stringify(said))
let server: TestServer
let school: TestInstitution
let admin: Client
let office: PostOffice
let refusals: Record<string, readonly [number, string]> = {}

beforeAll(async () => {
  office = await postOffice({
    user: { name: 'school', password: 'почта-школы' },
    refuse: (to) => refusals[to] ?? null,
  })
  server = await bootServer({
    // The jobs of every minute stand still: a test sweeps when it means to.
    parts: [{ tasks: { tell_schedules: async () => {}, send_due_letters: async () => {} } }],
    log: { debug: note, info: note, warn: note, error: note },
  })
})
beforeEach(() => {
  refusals = {}
  school = server
  admin = server.admin.client
})
/** For what counts everything that waits. */
async function ownSchool() {
  school = await server.otherInstitution()
  admin = school.admin.client
}
afterAll(async () => {
  await server?.stop()
  await office?.close()
})

const settings = {
  host: '127.0.0.1',
  security: 'none',
  user: 'school',
  password: 'почта-школы',
  sender: 'exam@school.example',
  senderName: 'Школа писем',
  quiet: null,
} as const
const setUp = (more: { port?: number; quiet?: { from: string; until: string } } = {}) =>
  admin.done(saveMail, { body: { ...settings, port: office.port, ...more } })

async function reachable(email: string, role: 'examinee' | 'teacher' = 'examinee'): Promise<TestPerson> {
  const person = await school.person(role)
  await person.client.done(setMyEmail, { body: { email } })
  return person
}
const to = (email: string) => office.letters.filter((letter) => letter.to.includes(email))
const arrived = (email: string, count = 1): Promise<ReceivedLetter> =>
  vi.waitFor(
    () => {
      expect(to(email).length).toBeGreaterThanOrEqual(count)
      return to(email)[count - 1] as ReceivedLetter
    },
    { timeout: 20_000 },
  )
/** The job of the letter has run, whatever came of it. */
const tried = (account: string, count = 1) =>
  vi.waitFor(
    async () => {
      const { rows } = await server.database.owner(
        `select 1 from letter where to_account = $1 and claimed_until is null and (handling <> 'queued' or why is not null)`,
        [account],
      )
      expect(rows.length).toBe(count)
    },
    { timeout: 20_000 },
  )
const sweep = (laterMinutes = 0, mailer: Mailer = server.app.mail.deps.mailer) => {
  const ms = () => Date.now() + laterMinutes * 60_000
  const clock = { ms, now: () => fromMs(ms()), mono: ms }
  const due = postgresDueLetters(server.database.pools.auth)
  return sendDue({ ...server.app.mail.deps, mailer, clock, due })
}
async function examOf(...examinees: readonly TestPerson[]) {
  const exam = await school.exam({ title: 'Физика, 9 класс' })
  for (const examinee of examinees) await school.session({ exam, examinee })
  return { eid: exam }
}
const fares = async (params: { eid: string }) =>
  (await admin.done(listExamNotices, { params })).rows.map(({ letter }) => letter)
const link = (letter: ReceivedLetter, page: string) =>
  new RegExp(`${page}#([0-9a-f]{64})`).exec(letter.text)?.[1] ?? ''

describe('the mail server of an institution', () => {
  test('a trial letter says what the mail server answered, and the password is shown to nobody', async () => {
    await ownSchool()
    expect((await admin.call(sendTrialLetter, { body: { to: 'head@school.example' } })).code).toBe('no_mail')
    await admin.done(saveMail, { body: { ...settings, port: office.port, password: 'не-тот' } })
    const trial = () => admin.done(sendTrialLetter, { body: { to: 'head@school.example' } })
    expect(await trial()).toMatchObject({
      handed: false,
      why: 'wrong_user',
      said: expect.stringContaining('5.7.8'),
    })
    const saved = await setUp()
    expect(saved.server).toMatchObject({ hasPassword: true, user: 'school' })
    expect(JSON.stringify(saved)).not.toContain('почта-школы')
    expect(await trial()).toEqual({ handed: true })
    const letter = await arrived('head@school.example')
    expect(letter).toMatchObject({
      subject: 'Пробное письмо «Очно»',
      from: 'exam@school.example',
      user: 'school',
    })
    const { rows } = await server.database.owner('select * from mail_server where tenant_id = $1', [
      school.id,
    ])
    const stored = rows[0].password_sealed as Buffer
    expect(stored.includes(Buffer.from('почта-школы'))).toBe(false)
  })

  test('a stored password does not follow to another host or user, and never travels in clear over a network', async () => {
    await setUp()
    const { password: _, ...kept } = { ...settings, port: office.port }
    expect((await admin.call(saveMail, { body: { ...kept, senderName: 'Другое имя' } })).status).toBe(200)
    expect(await admin.done(sendTrialLetter, { body: { to: 'a@school.example' } })).toEqual({ handed: true })
    expect((await admin.call(saveMail, { body: { ...kept, host: 'localhost' } })).code).toBe('password_again')
    const far = { ...settings, port: 25, host: 'mail.example.ru' }
    expect((await admin.call(saveMail, { body: far })).code).toBe('password_in_clear')
    const teacher = await school.person('teacher')
    expect((await teacher.client.call(readMail, {})).code).toBe('forbidden')
  })

  test('encryption is insisted on, and a certificate nobody vouches for is not trusted', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'ochno-mail-'))
    const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')]
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1']
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
    execFileSync('openssl', ['req', '-x509', ...kind, ...subject, '-keyout', key, '-out', cert], {
      stdio: 'pipe',
    })
    const pem = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
    rmSync(dir, { recursive: true })
    const [tls, starttls] = [await postOffice({ ...pem, secure: true }), await postOffice(pem)]
    const letter = {
      messageId: '<a@b.ru>',
      to: 'a@b.ru',
      subject: 'Тема',
      text: 'т',
      html: 'т',
      calendar: null,
    }
    const by = (security: 'tls' | 'starttls', port: number, authorities: string[]) =>
      smtpMailer(authorities)({ ...settings, user: null, password: null, security, port }, letter)
    expect(await by('tls', tls.port, [])).toMatchObject({
      ok: false,
      why: 'wrong_certificate',
      about: 'server',
    })
    expect(await by('tls', tls.port, [pem.cert])).toEqual({ ok: true })
    expect(await by('starttls', starttls.port, [pem.cert])).toEqual({ ok: true })
    expect(
      [...tls.letters, ...starttls.letters].map(({ encrypted, subject }) => [encrypted, subject]),
    ).toEqual([
      [true, 'Тема'],
      [true, 'Тема'],
    ])
    expect(await by('starttls', office.port, [])).toMatchObject({ ok: false, why: 'no_tls' })
    expect(await by('tls', office.port, [])).toMatchObject({ ok: false, why: 'no_tls' })
    await tls.close()
    await starttls.close()
  })

  test('T-30 one institution neither sees nor uses the mail server of another', async () => {
    await setUp()
    const other = await server.otherInstitution()
    expect((await other.admin.client.done(readMail, {})).server).toBe(null)
    const person = await school.person('examinee')
    expect((await other.admin.client.call(readEmail, { params: { id: person.id } })).code).toBe('not_found')
  })
})

describe('the second medium of notices', () => {
  test('R4-3.6b the schedule goes by e-mail beside the account, with a calendar; the teacher sees that it was handed over', async () => {
    await setUp()
    const [orlov, silent] = [await reachable('orlov@home.example'), await school.person('examinee')]
    const params = await examOf(orlov, silent)
    await admin.done(tellSchedule, { params })
    const letter = await arrived('orlov@home.example')
    expect(letter.subject).toBe('Назначен экзамен «Физика, 9 класс»')
    expect(letter.text).toContain('Время на выполнение: 45 мин')
    expect(letter.calendar).toContain('SUMMARY:Физика\\, 9 класс')
    expect(letter.messageId).toMatch(/^<ltr_[a-z2-7]{26}@school\.example>$/)
    await tried(orlov.id)
    expect((await fares(params)).map((one) => one?.handling ?? null).toSorted()).toEqual(['handed', null])
    // Handed to a mail server is not told: only the account tells (TR-55).
    const { rows } = await admin.done(listExamNotices, { params })
    expect(rows.map(({ state }) => state)).toEqual(['queued', 'queued'])
  })

  test('the words of a message stay in the account; the letter only says that they are there', async () => {
    await setUp()
    const person = await reachable('quiet@home.example')
    const params = await examOf(person)
    await admin.done(sendMessage, { params, body: { text: 'Тайные слова учителя' } })
    const { raw, text, html } = await arrived('quiet@home.example')
    expect(text).toContain('/notices')
    for (const said of [raw, text, html]) expect(said).not.toContain('Тайные слова')
  })

  test('an address the mail server refuses is refused with its words; one that is put off is tried again', async () => {
    await setUp()
    refusals = {
      'gone@home.example': [550, '5.1.1 No such user here'],
      'busy@home.example': [450, '4.2.1 Try later'],
    }
    const [gone, busy] = [await reachable('gone@home.example'), await reachable('busy@home.example')]
    const params = await examOf(gone, busy)
    await admin.done(tellSchedule, { params })
    await tried(gone.id)
    await tried(busy.id)
    const sorted = (await fares(params)).toSorted((a, b) =>
      (a?.handling ?? '') < (b?.handling ?? '') ? -1 : 1,
    )
    expect(sorted).toMatchObject([
      { handling: 'queued', why: 'try_later' },
      { handling: 'refused', why: 'address_refused', said: expect.stringContaining('No such user here') },
    ])
    refusals = {}
    await sweep()
    expect(to('busy@home.example')).toEqual([])
    await sweep(2)
    expect(to('busy@home.example')).toHaveLength(1)
    expect(to('gone@home.example')).toEqual([])
  })

  test('while the mail server is down letters wait, the administrator sees why, and afterwards each arrives once', async () => {
    await ownSchool()
    let open = false
    const gate: Server = createServer((socket) => {
      socket.on('error', () => undefined)
      if (!open) return void socket.destroy()
      const through = connect(office.port, '127.0.0.1')
      through.on('error', () => socket.destroy())
      socket.pipe(through).pipe(socket)
    })
    await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', () => resolve()))
    const at = gate.address()
    await setUp({ port: typeof at === 'object' && at ? at.port : 0 })
    const person = await reachable('patient@home.example')
    const params = await examOf(person)
    await admin.done(tellSchedule, { params })
    await tried(person.id)
    const down = await admin.done(readMail, {})
    expect(down.waiting).toBe(1)
    expect(down.failing?.why).toMatch(/^(unreachable|no_answer)$/)
    expect((await fares(params))[0]).toMatchObject({ handling: 'queued' })
    // Not before the pause is over, even though it would work by now.
    open = true
    await sweep()
    expect(to('patient@home.example')).toEqual([])
    await sweep(2)
    await sweep(2)
    expect(to('patient@home.example')).toHaveLength(1)
    const up = await admin.done(readMail, {})
    expect([up.waiting, up.failing]).toEqual([0, null])
    expect((await fares(params))[0]).toMatchObject({ handling: 'handed' })
    await new Promise((resolve) => gate.close(resolve))
  })

  test('a machine that falls after handing a letter over hands it over again under the same number', async () => {
    await setUp({ quiet: aroundNow() })
    const person = await reachable('twice@home.example')
    await admin.done(sendMessage, { params: await examOf(person), body: { text: 'Завтра' } })
    const real = server.app.mail.deps.mailer
    const falls: Mailer = async (through, letter) => {
      await real(through, letter)
      throw new Error('the power went out')
    }
    await sweep(120, falls)
    await sweep(123)
    expect(to('twice@home.example')).toHaveLength(1)
    await sweep(126)
    const [first, second] = to('twice@home.example')
    expect(second?.messageId).toBe(first?.messageId)
    await sweep(140)
    expect(to('twice@home.example')).toHaveLength(2)
  })

  test('TR-28 quiet hours hold a letter and do not drop it; what was asked for this minute does not wait', async () => {
    await setUp({ quiet: aroundNow() })
    const person = await reachable('sleeper@home.example')
    await admin.done(sendMessage, { params: await examOf(person), body: { text: 'Утром' } })
    await server.stranger().done(askReset, { body: { who: person.login } })
    expect((await arrived('sleeper@home.example')).subject).toBe('Новый пароль для «Очно»')
    await sweep()
    expect(to('sleeper@home.example')).toHaveLength(1)
    await sweep(65)
    expect(to('sleeper@home.example')[1]?.subject).toContain('Сообщение об экзамене')
  })

  test('letters that wait are withdrawn with the mail server they waited for', async () => {
    await ownSchool()
    await setUp({ quiet: aroundNow() })
    const person = await reachable('never@home.example')
    const params = await examOf(person)
    await admin.done(sendMessage, { params, body: { text: 'Утром' } })
    expect((await admin.done(removeMail, {})).waiting).toBe(0)
    await setUp()
    await sweep(65)
    expect(to('never@home.example')).toEqual([])
  })
})

/** From an hour ago to an hour ahead, by the clock of the institution. */
function aroundNow() {
  const local = (hours: number) =>
    fromMs(Date.now() + hours * 3_600_000)
      .toZonedDateTimeISO('Europe/Moscow')
      .toPlainTime()
      .toString()
      .slice(0, 5)
  return { from: local(-1), until: local(1) }
}

describe('a forgotten password', () => {
  test('B-25 a one-time link sets another password, ends every sign-in, and works once', async () => {
    await setUp()
    const person = await reachable('forgetful@home.example')
    await server.stranger().done(askReset, { body: { who: person.login } })
    const token = link(await arrived('forgetful@home.example'), '/reset')
    const here = server.stranger()
    expect(await here.done(lookAtInvitation, { body: { token } })).toMatchObject({
      purpose: 'reset',
      login: person.login,
    })
    const password = 'тихая-ольха-у-моста'
    await here.done(acceptInvitation, { body: { token, password } })
    expect((await person.client.call(readMe, {})).code).toBe('not_signed_in')
    const again = (word: string) =>
      server.stranger().call(signIn, { body: { login: person.login, password: word } })
    expect([(await again(PASSWORD)).code, (await again(password)).status]).toEqual(['wrong_sign_in', 200])
    expect((await here.call(acceptInvitation, { body: { token, password } })).code).toBe('wrong_link')
    expect((await arrived('forgetful@home.example', 2)).subject).toBe('Пароль для «Очно» изменён')
    const { rows } = await server.database.owner('select action from audit_entry where object = $1', [
      person.id,
    ])
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['password.reset_asked', 'password.reset']),
    )
  })

  test('B-22 the answer does not tell whether there is such an account', async () => {
    await setUp()
    const person = await school.person('examinee')
    const known = await reachable('there@home.example')
    const answers = await Promise.all(
      [person.login, known.login, 'there@home.example', 'nobody.at.all', 'nobody@home.example'].map((who) =>
        server.stranger().call(askReset, { body: { who } }),
      ),
    )
    expect(answers.map(({ status, text }) => `${status} ${text}`)).toEqual(answers.map(() => '204 '))
    await arrived('there@home.example', 2)
  })

  test('B-21 asking again and again is slowed down for everybody alike and fills no mailbox', async () => {
    await setUp()
    const person = await reachable('flooded@home.example')
    const ask = async (who: string) => {
      const codes: string[] = []
      // The fifth begins a wait; real time between the requests may only end it, never begin it.
      for (let n = 0; n < 5; n++) codes.push((await server.stranger().call(askReset, { body: { who } })).code)
      return codes
    }
    const [known = [], unknown = []] = await Promise.all([ask(person.login), ask('nobody.here')])
    expect([known, unknown]).toEqual([Array(5).fill(''), Array(5).fill('')])
    const throttles = await server.database.owner(
      "select failures from sign_in_throttle where key like 'account:%' and failures = 5 and until > window_at",
    )
    expect(throttles.rowCount, 'both wait now, the known and the unknown').toBe(2)
    await tried(person.id, 3)
    expect(to('flooded@home.example')).toHaveLength(3)
    const latest = (
      await Promise.all(
        to('flooded@home.example').map(async (letter) => {
          const reply = await server
            .stranger()
            .call(lookAtInvitation, { body: { token: link(letter, '/reset') } })
          return reply.status
        }),
      )
    ).filter((status) => status === 200)
    expect(latest, 'only the last link opens').toHaveLength(1)
  })

  test('B-25 a link lives for half an hour', async () => {
    await setUp()
    const person = await reachable('slow@home.example')
    const before = Date.now()
    await server.stranger().done(askReset, { body: { who: person.login } })
    const token = link(await arrived('slow@home.example'), '/reset')
    const look = () => server.stranger().call(lookAtInvitation, { body: { token } })
    const livesMs = Date.parse((await look()).body.endsAt) - before
    expect(Math.round(livesMs / 60_000)).toBe(30)
    await server.database.owner(
      "update invitation set ends_at = ends_at - interval '31 minutes' where account_id = $1 and purpose = 'reset'",
      [person.id],
    )
    expect((await look()).code).toBe('wrong_link')
  })

  test('a link that waited longer than it lives is not sent, and a changed address ends it', async () => {
    await setUp()
    refusals = { 'late@home.example': [450, '4.2.1 Try later'] }
    const late = await reachable('late@home.example')
    await server.stranger().done(askReset, { body: { who: late.login } })
    await tried(late.id)
    refusals = {}
    await sweep(31)
    expect(to('late@home.example')).toEqual([])
    const moved = await reachable('old@home.example')
    await server.stranger().done(askReset, { body: { who: moved.login } })
    const token = link(await arrived('old@home.example'), '/reset')
    await admin.done(setEmail, { params: { id: moved.id }, body: { email: 'new@home.example' } })
    expect((await arrived('old@home.example', 2)).subject).toBe('Почта для «Очно» изменена')
    expect((await server.stranger().call(lookAtInvitation, { body: { token } })).code).toBe('wrong_link')
  })
})

describe('a first password by letter', () => {
  const invited = async (login: string, email: string | null) => {
    const body = { login, fullName: `Приглашённый ${login}`, roles: ['examinee' as const] }
    const { account } = await admin.done(createAccount, { body })
    if (email) await admin.done(setEmail, { params: { id: account.id }, body: { email } })
    return account
  }

  test('everybody of a group who has an address gets a link; the others are named', async () => {
    await setUp()
    const group = await admin.done(createGroup, { body: { name: '9А', stream: null } })
    const [first, second] = [
      await invited('letter.first', 'first@home.example'),
      await invited('letter.second', null),
    ]
    for (const { id } of [first, second])
      await admin.done(changePerson, { params: { id }, body: { group: group.id } })
    expect(await admin.done(inviteGroupByLetter, { params: { gid: group.id } })).toEqual({
      sent: 1,
      without: ['Приглашённый letter.second'],
    })
    const token = link(await arrived('first@home.example'), '/invite')
    const client = server.stranger()
    expect(await client.done(lookAtInvitation, { body: { token } })).toMatchObject({ purpose: 'invitation' })
    const me = await client.done(acceptInvitation, { body: { token, password: PASSWORD } })
    expect(me.login).toBe('letter.first')
    const alone = await admin.call(inviteByLetter, { params: { id: second.id } })
    expect(alone.code).toBe('no_email')
  })

  test('everybody of an imported list who has an address gets a link; the others are named', async () => {
    await setUp()
    const body = new TextEncoder().encode(
      'ФИО;Логин;E-mail;Роль\nСписков Сергей;list.sergey;sergey@home.example;ученик\nСпискова Софья;list.sofia;;ученик',
    )
    const { plan, sample } = await admin.done(checkImport, { body })
    expect(sample.map(({ login, email }) => [login, email])).toEqual([
      ['list.sergey', 'sergey@home.example'],
      ['list.sofia', null],
    ])
    const done = await admin.done(applyImport, { query: { plan: plan ?? '' }, body })
    const letters = await admin.done(inviteImportByLetter, { params: { imp: done.id } })
    expect(letters).toEqual({ sent: 1, without: ['Спискова Софья'] })
    const token = link(await arrived('sergey@home.example'), '/invite')
    expect(await server.stranger().done(lookAtInvitation, { body: { token } })).toMatchObject({
      purpose: 'invitation',
    })
    const elsewhere = (await server.otherInstitution()).admin.client
    const refused = await elsewhere.call(inviteImportByLetter, { params: { imp: done.id } })
    expect(refused.code).toBe('not_found')
  })
})

test('P-43 what the log says of letters holds no address, no login and no link', () => {
  expect(lines.some((line) => line.includes('mail.failing'))).toBe(true)
  for (const line of lines)
    expect(line).not.toMatch(/@|home\.example|school\.example|[0-9a-f]{64}|examinee\./)
})
