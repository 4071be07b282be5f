import { fileAppeal } from '@ochno/contract/after-exam'
import { answerConsent, listMyConsents } from '@ochno/contract/consents'
import { listOwnResults } from '@ochno/contract/decisions'
import { listMyNotices } from '@ochno/contract/notices'
import { createAccount, disableAccount, enableAccount, inviteAgain } from '@ochno/contract/accounts'
import { IDLE_HEADER } from '@ochno/contract/idle'
import { giveExamCode, listMySessions, readSession, sessionRoutes } from '@ochno/contract/sessions'
import {
  acceptInvitation,
  changePassword,
  endSignIn,
  listSignIns,
  lookAtInvitation,
  proveAgain,
  readMe,
  setUp,
  signIn,
  signOut,
} from '@ochno/contract/sign-in'
import type { SessionId } from '@ochno/domain/ids'
import { hashProcess, passwordCosts } from '@ochno/server/adapters/argon2/passwords'
import { Client } from '@ochno/testkit/client'
import { steppedClock } from '@ochno/testkit/clock'
import { bootServer, PASSWORD, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const { clock, pass } = steppedClock()
let server: TestServer
beforeAll(async () => {
  server = await bootServer({ clock, passwordCosts })
})
afterAll(() => server.stop())

const again = async (person: TestPerson) => {
  const client = new Client(server.url)
  await client.done(signIn, { body: { login: person.login, password: person.password } })
  return client
}
const isIn = async (client: Client) => (await client.call(readMe, {})).status === 200
const freshAdmin = async () => {
  server.admin.client.cookie = (await again(server.admin)).cookie
}

test('B-05 the cookie is __Host-, HttpOnly, Secure, Lax, without Domain, and short', async () => {
  const reply = await server.stranger().raw('POST', '/api/sign-in', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: server.admin.login, password: PASSWORD }),
  })
  const cookie = reply.headers.getSetCookie()
  expect(cookie).toHaveLength(1)
  expect(cookie[0]).toMatch(/^__Host-sid=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
})

describe('B-06 the life of a sign-in', () => {
  test('a planted cookie is not taken over, and the secret is stored as its hash alone', async () => {
    const planted = `__Host-sid=${'A'.repeat(43)}`
    const client = new Client(server.url, planted)
    await client.done(signIn, { body: { login: server.admin.login, password: PASSWORD } })
    expect(client.cookie).not.toBe(planted)
    expect(await isIn(new Client(server.url, planted))).toBe(false)
    const secret = client.cookie.slice('__Host-sid='.length)
    const { rows } = await server.database.owner('select row_to_json(s)::text as row from sign_in s')
    expect(rows.some((row: { row: string }) => row.row.includes(secret))).toBe(false)
  })

  test('two cookies, a short one and a foreign one are nobody', async () => {
    const { cookie } = await again(server.admin)
    for (const sent of [
      `${cookie}; ${cookie}`,
      cookie.slice(0, -1),
      '__Host-sid=',
      'sid=x',
      `${cookie.slice(0, -1)}!`,
    ])
      expect(await isIn(new Client(server.url, sent))).toBe(false)
  })

  test('staff are out after 15 minutes without a request, an examinee stays for the exam and half an hour', async () => {
    const proctor = await server.person('proctor')
    const { examinee } = await server.running()
    pass(14 * 60)
    expect([await isIn(proctor.client), await isIn(examinee.client)]).toEqual([true, true])
    pass(15 * 60 + 1)
    expect(await isIn(proctor.client)).toBe(false)
    pass(45 * 60)
    expect(await isIn(examinee.client)).toBe(true)
    pass(75 * 60 + 1)
    expect(await isIn(examinee.client)).toBe(false)
    await freshAdmin()
  })

  test('a page that polls with nobody at it does not keep staff signed in', async () => {
    await freshAdmin()
    const proctor = await server.person('proctor')
    const polls = async () =>
      (await proctor.client.raw('GET', '/api/me', { headers: { [IDLE_HEADER]: '1' } })).status
    const seen: number[] = []
    for (let minute = 1; minute <= 14; minute++) {
      pass(60)
      seen.push(await polls())
    }
    expect(seen).toEqual(Array.from({ length: 14 }, () => 200))
    pass(60)
    expect(await polls()).toBe(401)
    expect(await isIn(proctor.client)).toBe(false)

    await freshAdmin()
    const other = await server.person('proctor')
    for (let minute = 1; minute <= 20; minute++) {
      pass(60)
      expect(await isIn(other.client), 'one who does something stays').toBe(true)
    }
  })

  test('a line that opens again and again does not either', async () => {
    await freshAdmin()
    const proctor = await server.person('proctor')
    const opens = () =>
      new Promise<boolean>((resolve) => {
        const socket = proctor.client.socket('/ws/watch')
        socket.on('open', () => {
          socket.close()
          resolve(true)
        })
        socket.on('error', () => resolve(false))
      })
    pass(14 * 60)
    expect(await opens()).toBe(true)
    pass(61)
    expect(await opens()).toBe(false)
  })

  test('everyone is out after 12 hours', async () => {
    const client = await again(server.admin)
    for (let i = 0; i < 12 * 6 - 1; i++) {
      pass(600)
      expect(await isIn(client)).toBe(true)
    }
    pass(600)
    expect(await isIn(client)).toBe(false)
    await freshAdmin()
  })

  test('proving again gives a new secret and the old one is dead', async () => {
    const client = await again(server.admin)
    const old = client.cookie
    await client.done(proveAgain, { body: { password: PASSWORD } })
    expect(client.cookie).not.toBe(old)
    expect([await isIn(client), await isIn(new Client(server.url, old))]).toEqual([true, false])
  })

  test('signing out, ending another sign-in, disabling and changing the password each end it at once', async () => {
    const person = await server.person('teacher')
    const [one, two, three] = [person.client, await again(person), await again(person)]
    const { rows } = await one.done(listSignIns, {})
    expect(rows.filter((row) => row.current)).toHaveLength(1)
    expect(rows).toHaveLength(3)
    const cookie = one.cookie
    await one.done(signOut, { body: { bufferEmpty: false } })
    expect(await isIn(new Client(server.url, cookie))).toBe(false)
    const other = (await two.done(listSignIns, {})).rows.find((row) => !row.current)
    await two.done(endSignIn, { params: { id: other?.id ?? '' } })
    expect([await isIn(two), await isIn(three)]).toEqual([true, false])
    const four = await again(person)
    await two.done(changePassword, { body: { current: PASSWORD, next: 'липовый чай с мёдом' } })
    expect([await isIn(two), await isIn(four)]).toEqual([true, false])
    await server.admin.client.done(disableAccount, { params: { id: person.id } })
    expect(await isIn(two)).toBe(false)
    await server.admin.client.done(enableAccount, { params: { id: person.id } })
  })

  test('a sign-in of someone else can not be ended', async () => {
    const [mine] = (await server.admin.client.done(listSignIns, {})).rows
    const other = await server.person('teacher')
    expect((await other.client.call(endSignIn, { params: { id: mine?.id ?? '' } })).code).toBe('not_found')
  })
})

test('B-37 the browser forgets everything only when nothing waits to be sent', async () => {
  for (const [bufferEmpty, told] of [
    [true, '"cache", "storage"'],
    [false, null],
  ] as const) {
    const client = await again(server.admin)
    const reply = await client.call(signOut, { body: { bufferEmpty } })
    expect(reply.headers.get('clear-site-data')).toBe(told)
    expect(reply.headers.getSetCookie()[0]).toMatch(/^__Host-sid=; .*Max-Age=0$/)
  }
  await freshAdmin()
})

test('B-07 the fourth sign-in of staff ends the oldest; a pupil has no such limit', async () => {
  const staff = await server.person('teacher')
  const clients = [staff.client]
  for (let i = 0; i < 3; i++) {
    pass(1)
    clients.push(await again(staff))
  }
  expect(await Promise.all(clients.map(isIn))).toEqual([false, true, true, true])
  const pupil = await server.person('examinee')
  for (let i = 0; i < 4; i++) await again(pupil)
  expect(await isIn(pupil.client)).toBe(true)
})

test('B-08 acts over people need a password not older than five minutes', async () => {
  await freshAdmin()
  const body = { login: 'fresh.one', fullName: 'Свежая Ирина', roles: ['teacher' as const] }
  pass(5 * 60 + 1)
  const late = await server.admin.client.call(createAccount, { body })
  expect([late.status, late.code]).toEqual([401, 'step_up'])
  const wrong = await server.admin.client.call(proveAgain, { body: { password: 'не тот пароль' } })
  expect([wrong.status, wrong.code]).toEqual([401, 'wrong_sign_in'])
  await server.admin.client.done(proveAgain, { body: { password: PASSWORD } })
  pass(5 * 60)
  expect((await server.admin.client.call(createAccount, { body })).status).toBe(200)
})

describe('B-20 hashes', () => {
  test('argon2id with the stated cost, and renewed when the cost rises', async () => {
    await freshAdmin()
    const pupil = await server.person('examinee')
    const hashOf = async (person: TestPerson) =>
      (await server.database.owner('select password_hash from account where id = $1', [person.id])).rows[0]
        .password_hash as string
    expect(await hashOf(server.admin)).toMatch(
      /^\$argon2id\$v=19\$m=65536,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/,
    )
    expect(await hashOf(pupil)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    // The person became staff: the next sign-in hashes at the higher cost.
    await server.database.owner(
      "insert into account_role (tenant_id, account_id, role) values ($1, $2, 'teacher')",
      [server.id, pupil.id],
    )
    await again(pupil)
    expect(await hashOf(pupil)).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    expect(await isIn(await again(pupil))).toBe(true)
  })
})

describe('B-28 a code for one exam', () => {
  const code = async (sid: SessionId) => {
    await freshAdmin()
    return server.admin.client.done(giveExamCode, { params: { sid } })
  }
  const enter = async (login: string, password: string) => {
    const client = new Client(server.url)
    return { client, ...(await client.call(signIn, { body: { login, password } })) }
  }

  test('B-28 the code of ten characters opens its own session to its own examinee, once, and is kept as a hash alone', async () => {
    await freshAdmin()
    const one = await server.session()
    const other = await server.session({ examinee: one.examinee })
    const stranger = await server.person('examinee')
    const given = await code(one.id)
    expect(given.code).toMatch(/^[A-Z2-7]{5}-[A-Z2-7]{5}$/)
    expect(given.login).toBe(one.examinee.login)
    expect((await enter(stranger.login, given.code)).code).toBe('wrong_sign_in')
    const inside = await enter(one.examinee.login, given.code.toLowerCase())
    expect(inside.status).toBe(200)
    const read = (sid: SessionId) => inside.client.call(readSession, { params: { sid } })
    expect([(await read(one.id)).status, (await read(other.id)).status]).toEqual([200, 404])
    expect((await enter(one.examinee.login, given.code)).code).toBe('wrong_sign_in')
    const { rows } = await server.database.owner('select row_to_json(c)::text as row from exam_code c')
    const plain = given.code.replace('-', '').toLowerCase()
    expect(rows.some(({ row }) => (row as string).toLowerCase().includes(plain))).toBe(false)
  })

  test('B-28 a code opens its exam and nothing else of the account, its owner reads who made it, and it ends with the exam', async () => {
    await freshAdmin()
    const own = new Client(server.url)
    const one = await server.session()
    const other = await server.session({ examinee: one.examinee })
    await own.done(signIn, { body: { login: one.examinee.login, password: one.examinee.password } })
    const given = await code(one.id)
    const { client, body } = await enter(one.examinee.login, given.code)
    expect(body).toMatchObject({ only: one.id })
    expect(await client.done(readMe, {})).toMatchObject({ only: one.id })
    expect((await own.done(listMySessions, {})).rows.map(({ id }) => id).toSorted()).toEqual(
      [one.id, other.id].toSorted(),
    )
    expect((await client.done(listMySessions, {})).rows.map(({ id }) => id)).toEqual([one.id])
    const { rows: theirs } = await own.done(listSignIns, {})
    const text = `ctx_${'a'.repeat(26)}` as never
    const shut = [
      await client.call(listMyConsents, {}),
      await client.call(answerConsent, {
        params: { id: one.examinee.id },
        body: { text, answer: 'decline' },
      }),
      await client.call(listOwnResults, {}),
      await client.call(listMyNotices, { query: {} }),
      await client.call(proveAgain, { body: { password: one.examinee.password } }),
      await client.call(listSignIns, {}),
      await client.call(endSignIn, { params: { id: theirs[0]?.id as never } }),
      await client.call(fileAppeal, {
        params: { sid: one.id },
        body: { situation: 'technical', circumstances: 'Не согласен', marks: [] },
      }),
    ]
    expect(shut.map(({ code: why }) => why)).toEqual(Array(8).fill('forbidden'))
    expect(await isIn(own)).toBe(true)
    const [told] = (await own.done(listMyNotices, { query: {} })).rows
    expect(JSON.stringify(told)).toContain('код для входа')
    // The window of the exam is an hour; half an hour more is left to send what was recorded.
    for (const minutes of [45, 44]) {
      pass(minutes * 60)
      expect(await isIn(client)).toBe(true)
    }
    pass(2 * 60)
    expect(await isIn(client)).toBe(false)
  })

  test('B-28 nobody is given a code earlier than an hour before the exam', async () => {
    await freshAdmin()
    const at = (minutes: number) => new Date(clock.ms() + minutes * 60_000).toISOString()
    const exam = await server.exam({ opensAt: at(62), closesAt: at(200) })
    const { id } = await server.session({ exam })
    const ask = () => server.admin.client.call(giveExamCode, { params: { sid: id } })
    expect((await ask()).code).toBe('code_too_early')
    pass(3 * 60)
    expect((await ask()).status).toBe(200)
  })

  test('B-28 a newer code ends the one before, a quarter of an hour ends it too, and nobody of the staff has one', async () => {
    await freshAdmin()
    const { id, examinee, proctors } = await server.session()
    const first = await code(id)
    const second = await code(id)
    expect((await enter(examinee.login, first.code)).code).toBe('wrong_sign_in')
    pass(15 * 60)
    expect((await enter(examinee.login, second.code)).code).toBe('wrong_sign_in')
    const third = await code(id)
    expect((await enter(proctors[0]?.login ?? '', third.code)).code).toBe('wrong_sign_in')
    pass(15 * 60 - 1)
    expect((await enter(examinee.login, third.code)).status).toBe(200)
  })

  test('B-28 whoever tries ten thousand codes while one lasts is let to try at most twenty', async () => {
    await freshAdmin()
    const { id, examinee } = await server.session()
    await code(id)
    let [tried, passed, left] = [0, 0, 10_000]
    while (left > 0 && passed < 15 * 60) {
      const reply = await enter(
        examinee.login,
        `AAAAA-${String(left)
          .replace(/[0189]/g, '7')
          .padStart(5, 'B')}`,
      )
      if (reply.code === 'too_many') {
        const wait = Number(reply.headers.get('retry-after'))
        // All the tries of that while are refused the same way.
        left -= Math.ceil((10_000 * wait) / (15 * 60))
        passed += wait
        pass(wait)
        continue
      }
      expect(reply.code).toBe('wrong_sign_in')
      left -= 1
      tried += 1
    }
    expect(tried).toBeGreaterThan(4)
    expect(tried).toBeLessThanOrEqual(20)
  })
})

describe('B-21 guessing is slowed down, people are not', () => {
  const guess = (login: string) =>
    new Client(server.url).call(signIn, { body: { login, password: 'угадываю пароль' } })

  test('five tries are free, then each waits twice as long, at most 15 minutes; success forgives', async () => {
    await freshAdmin()
    const person = await server.person('examinee')
    for (let i = 0; i < 5; i++) expect((await guess(person.login)).code).toBe('wrong_sign_in')
    const waits: number[] = []
    for (let i = 0; i < 13; i++) {
      const reply = await guess(person.login)
      expect([reply.status, reply.code]).toEqual([429, 'too_many'])
      const wait = Number(reply.headers.get('retry-after'))
      waits.push(wait)
      pass(wait)
      expect((await guess(person.login)).code).toBe('wrong_sign_in')
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
    // T-35: never more than 100 hashes an account an hour; and never locked out for good.
    pass(900)
    expect(await isIn(await again(person))).toBe(true)
    expect((await guess(person.login)).code).toBe('wrong_sign_in')
  })

  test('fifty at once get no more than five tries', async () => {
    await freshAdmin()
    const person = await server.person('examinee')
    const codes = (await Promise.all(Array.from({ length: 50 }, () => guess(person.login)))).map(
      (r) => r.code,
    )
    expect(codes.filter((code) => code === 'wrong_sign_in')).toHaveLength(5)
    expect(codes.filter((code) => code === 'too_many')).toHaveLength(45)
  })

  test('an unknown login is slowed down the same way', async () => {
    for (let i = 0; i < 5; i++) expect((await guess('nobody.here')).code).toBe('wrong_sign_in')
    expect((await guess('NOBODY.here ')).code).toBe('too_many')
  })

  test('thirty pupils behind one address sign in while one account is attacked', async () => {
    await freshAdmin()
    const victim = await server.person('examinee')
    for (let i = 0; i < 8; i++) await guess(victim.login)
    const pupils: TestPerson[] = []
    for (let i = 0; i < 30; i++) pupils.push(await server.person('examinee'))
    const clients = await Promise.all(pupils.map(again))
    expect((await Promise.all(clients.map(isIn))).every(Boolean)).toBe(true)
  })
})

/** Hashes the server has computed, dear and cheap. */
async function hashes(): Promise<readonly number[]> {
  const { text } = await server.stranger().raw('GET', '/metrics')
  return ['staff', 'pupil'].map((kind) =>
    Number(text.match(new RegExp(`^ochno_password_hashes_total\\{kind="${kind}"\\} (\\d+)$`, 'm'))?.[1]),
  )
}

test('B-22 a known, an unknown and a disabled account answer alike, after the same work', async () => {
  await freshAdmin()
  const disabled = await server.person('examinee')
  await server.admin.client.done(disableAccount, { params: { id: disabled.id } })
  const invited = { login: 'invited.only', fullName: 'Званый Гость', roles: ['examinee' as const] }
  await server.admin.client.done(createAccount, { body: invited })
  const known = await server.person('examinee')
  // The first attempt of all also makes what stands for nobody's hash.
  await again(known)
  const seen = new Set<string>()
  const work: (readonly number[])[] = []
  for (const [login, password] of [
    [known.login, 'неверный пароль'],
    ['there.is.nobody', 'неверный пароль'],
    [disabled.login, PASSWORD],
    ['invited.only', 'неверный пароль'],
  ] as const) {
    const before = await hashes()
    const reply = await new Client(server.url).call(signIn, { body: { login, password } })
    work.push((await hashes()).map((count, i) => count - (before[i] ?? 0)))
    const { requestId: _, ...said } = reply.body as unknown as Record<string, unknown>
    const headers = [...reply.headers.entries()].filter(([name]) => !['date', 'x-request-id'].includes(name))
    seen.add(JSON.stringify([reply.status, said, headers]))
  }
  expect([...seen]).toHaveLength(1)
  expect(work, 'dear and cheap hashes of each').toEqual(work.map(() => [0, 1]))
})

test('B-22 the very first attempt after a start costs the same, whoever it asks for', async () => {
  const first = async (stored: string | null) => {
    const passwords = hashProcess('pepper', () => false)
    await passwords.verify(stored, 'неверный пароль', 'pupil')
    const { pupil } = passwords.computed()
    passwords.stop()
    return pupil
  }
  const maker = hashProcess('pepper', () => false)
  const stored = await maker.hash(PASSWORD, 'pupil')
  maker.stop()
  expect(await first(stored)).toBe(await first(null))
})

describe('B-24 B-25 invitations and the rules of passwords', () => {
  test('the link is used once, the earlier one ends, the password must stand the rules', async () => {
    await freshAdmin()
    const made = await server.admin.client.done(createAccount, {
      body: { login: 'petrova.anna', fullName: 'Петрова Анна Сергеевна', roles: ['teacher'] },
    })
    const { invitation } = await server.admin.client.done(inviteAgain, { params: { id: made.account.id } })
    const accept = (token: string, password: string) =>
      new Client(server.url).call(acceptInvitation, { body: { token, password } })
    expect((await accept(made.invitation.token, PASSWORD)).code).toBe('wrong_link')
    const look = await server.stranger().done(lookAtInvitation, { body: { token: invitation.token } })
    expect([look.login, look.minimum]).toEqual(['petrova.anna', 12])
    for (const [password, code] of [
      ['короткий', 'password_short'],
      ['ж'.repeat(64) + 'ы'.repeat(65), 'password_long'],
      ['qwertyuiop123', 'password_common'],
      ['gfhjkm123456', 'password_common'],
      ['Петрова-Анна-2026', 'password_personal'],
    ] as const)
      expect([password, (await accept(invitation.token, password)).code]).toEqual([password, code])
    expect((await accept(invitation.token, 'верный лист клёна')).status).toBe(200)
    expect((await accept(invitation.token, 'верный лист клёна')).code).toBe('wrong_link')
    pass(14 * 24 * 3600)
  })

  test('a link is dead after its fourteen days', async () => {
    await freshAdmin()
    const { invitation } = await server.admin.client.done(createAccount, {
      body: { login: 'late.one', fullName: 'Поздняя Зоя', roles: ['examinee'] },
    })
    pass(14 * 24 * 3600 + 1)
    const reply = await new Client(server.url).call(lookAtInvitation, { body: { token: invitation.token } })
    expect(reply.code).toBe('wrong_link')
    await freshAdmin()
  })
})

test('T-23 no route sets another person’s password', () => {
  const inputs = server.app.routes.filter((route) => JSON.stringify(route.path).includes('password'))
  expect(inputs.map((route) => route.path)).toEqual(['/api/password'])
  expect(Object.keys(sessionRoutes)).not.toContain('impersonate')
})

test('B-27 the first administrator needs the printed code; it works once and for nobody after', async () => {
  const fresh = await bootServer({ clock, passwordCosts })
  const form = { institution: 'Школа', login: 'boss', fullName: 'Первая Глава', password: PASSWORD }
  const attempt = (code: string) => new Client(fresh.url).call(setUp, { body: { ...form, code } })
  expect((await attempt('A'.repeat(32))).code).toBe('already_set_up')
  // As if nobody had set it up yet.
  await fresh.database.owner("delete from account_role where role = 'admin'")
  expect((await attempt('A'.repeat(32))).code).toBe('wrong_code')
  const code = (await fresh.app.core.setupCode()) ?? ''
  const replies = await Promise.all(Array.from({ length: 5 }, () => attempt(code)))
  expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1)
  expect(replies.every((reply) => reply.status < 500)).toBe(true)
  expect(await fresh.app.core.setupCode()).toBeNull()
  await fresh.stop()
})

test('B-25 a one-time link that was given before a change of the password sets no other one after it', async () => {
  await freshAdmin()
  const person = await server.person('teacher')
  const { invitation } = await server.admin.client.done(inviteAgain, { params: { id: person.id } })
  const stranger = server.stranger()
  const look = () => stranger.call(lookAtInvitation, { body: { token: invitation.token } })
  expect((await look()).status).toBe(200)
  const own = await again(person)
  await own.done(changePassword, { body: { current: person.password, next: 'тополь-река-звезда-9' } })
  expect((await look()).code).toBe('wrong_link')
})
