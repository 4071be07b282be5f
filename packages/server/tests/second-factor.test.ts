// B-23 through the doors people use: what a password alone opens, codes once each, other ways, and who may reset them.
import { readJournal } from '@ochno/contract/journal'
import { listMyNotices } from '@ochno/contract/notices'
import {
  addPasskey,
  askPasskey,
  beginAuthenticator,
  beginPasskey,
  confirmAuthenticator,
  forgetFactors,
  passSecondFactor,
  readSecondFactor,
  removeAuthenticator,
  renewRecovery,
} from '@ochno/contract/second-factor'
import { changePassword, proveAgain, readMe, signIn } from '@ochno/contract/sign-in'
import { totpCode } from '@ochno/server/adapters/system/totp'
import { Client } from '@ochno/testkit/client'
import { steppedClock } from '@ochno/testkit/clock'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

const { clock, pass } = steppedClock()
/** What the machine's clock is ahead of the server's own count by. */
let aheadMs = 0
let server: TestServer
beforeAll(async () => {
  server = await bootServer({ clock, wallMs: () => clock.ms() + aheadMs })
})
afterAll(() => server.stop())

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
function fromBase32(text: string): Uint8Array {
  const bits = [...text].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}
const codeNow = (key: string) => totpCode(fromBase32(key), Math.floor((clock.ms() + aheadMs) / 30_000))
/** To the middle of the next half minute: a code of its own, and no late one beside it. */
const nextCode = () => pass(30 - ((clock.ms() / 1000) % 30) + 15)

/** The administrator's password counts for five minutes, and time passes in large steps here. */
async function hired(...[role, more]: Parameters<TestServer['person']>): Promise<TestPerson> {
  server.admin.client.cookie = (await again(server.admin)).cookie
  return server.person(role, more)
}

async function again(person: TestPerson): Promise<Client> {
  const client = new Client(server.url)
  await client.done(signIn, { body: { login: person.login, password: person.password } })
  return client
}

async function withAuthenticator(person: TestPerson) {
  nextCode()
  const client = await again(person)
  const { key, uri } = await client.done(beginAuthenticator, {})
  const { recovery } = await client.done(confirmAuthenticator, { body: { code: codeNow(key) } })
  return { client, key, uri, recovery: recovery ?? [] }
}

test('B-23 a code of the authenticator opens the sign-in; the same code again, or an old one, does not', async () => {
  const person = await hired('commission')
  const { key, uri, recovery } = await withAuthenticator(person)
  expect(uri).toContain(`secret=${key}`)
  expect(recovery).toHaveLength(10)

  nextCode()
  const client = await again(person)
  expect((await client.done(readMe, {})).secondFactor).toBe('due')
  expect((await client.call(listMyNotices, {})).code).toBe('second_factor')
  expect((await client.call(readJournal, { query: {} })).code).toBe('second_factor')
  const before = client.cookie
  const code = codeNow(key)
  expect((await client.done(passSecondFactor, { body: { code } })).secondFactor).toBe('done')
  expect(client.cookie).not.toBe(before)
  expect((await client.call(listMyNotices, {})).status).toBe(200)

  const replay = await again(person)
  expect((await replay.call(passSecondFactor, { body: { code } })).code).toBe('wrong_code_of_factor')
  pass(36)
  expect((await replay.call(passSecondFactor, { body: { code } })).code).toBe('wrong_code_of_factor')
  expect((await replay.call(listMyNotices, {})).code).toBe('second_factor')
})

test('B-23 F-04 while a step of the machine’s clock waits for the end of an exam, codes go by the machine’s clock', async () => {
  const person = await hired('commission')
  const { key } = await withAuthenticator(person)
  nextCode()
  const late = codeNow(key)
  aheadMs = 5 * 60_000
  try {
    const client = await again(person)
    const pass = (code: string) => client.call(passSecondFactor, { body: { code } })
    expect((await pass(late)).code).toBe('wrong_code_of_factor')
    expect((await pass(codeNow(key))).status).toBe(200)
  } finally {
    aheadMs = 0
  }
})

test('B-23 a sign-in that owes the factor can neither set up another, nor take one away, nor change the password', async () => {
  const person = await hired('teacher')
  await withAuthenticator(person)
  const client = await again(person)
  for (const refused of [
    client.call(beginAuthenticator, {}),
    client.call(confirmAuthenticator, { body: { code: '123456' } }),
    client.call(removeAuthenticator, {}),
    client.call(renewRecovery, {}),
    client.call(beginPasskey, {}),
    client.call(addPasskey, { body: { name: 'x', credential: { id: 'x', type: 'public-key' } } }),
    client.call(proveAgain, { body: { password: person.password } }),
    client.call(changePassword, { body: { current: person.password, next: 'тополь-река-звезда-9' } }),
  ])
    expect((await refused).code).toBe('second_factor')
})

test('B-23 to set up another one the password is asked for again after five minutes', async () => {
  const person = await hired('teacher')
  const { client } = await withAuthenticator(person)
  pass(301)
  expect((await client.call(beginAuthenticator, {})).code).toBe('step_up')
  expect((await client.call(renewRecovery, {})).code).toBe('step_up')
  expect((await client.call(removeAuthenticator, {})).code).toBe('step_up')
})

test('B-23 a recovery code is used once, by its owner alone', async () => {
  const [person, other] = [await hired('teacher'), await hired('teacher')]
  const { recovery } = await withAuthenticator(person)
  await withAuthenticator(other)
  const code = recovery[3] as string

  expect((await (await again(other)).call(passSecondFactor, { body: { code } })).code).toBe(
    'wrong_code_of_factor',
  )
  const client = await again(person)
  await client.done(passSecondFactor, { body: { code: code.toUpperCase().replaceAll('-', ' ') } })
  expect((await client.done(readSecondFactor, {})).recoveryLeft).toBe(9)
  expect((await (await again(person)).call(passSecondFactor, { body: { code } })).code).toBe(
    'wrong_code_of_factor',
  )
  const { rows } = await server.database.owner('select hash from factor_recovery')
  expect(rows.every(({ hash }: { hash: string }) => hash.startsWith('$argon2id$'))).toBe(true)
})

test('B-21 guessing codes soon has to wait, and the wait is for this account alone', async () => {
  const [person, other] = [await hired('teacher'), await hired('teacher')]
  await withAuthenticator(person)
  const { key } = await withAuthenticator(other)
  const client = await again(person)
  const answers: string[] = []
  for (let n = 0; n < 8; n++)
    answers.push((await client.call(passSecondFactor, { body: { code: String(100_000 + n) } })).code)
  expect(answers.slice(0, 5)).toEqual(Array(5).fill('wrong_code_of_factor'))
  expect(answers.at(-1)).toBe('too_many')
  nextCode()
  await (await again(other)).done(passSecondFactor, { body: { code: codeNow(key) } })
})

test('B-23 a passkey is offered only where the site has a name, and an invented answer is refused', async () => {
  const person = await hired('teacher')
  const byDigits = new Client(server.url.replace('localhost', '127.0.0.1'), (await again(person)).cookie)
  expect((await byDigits.done(readSecondFactor, {})).passkeysPossible).toBe(false)
  expect((await byDigits.call(beginPasskey, {})).code).toBe('passkeys_need_name')

  const named = new Client(server.url.replace('127.0.0.1', 'localhost'), (await again(person)).cookie)
  const { options } = await named.done(beginPasskey, {})
  expect(options).toMatchObject({
    rp: { id: 'localhost' },
    authenticatorSelection: { userVerification: 'required' },
  })
  const invented = {
    name: 'Чужой',
    credential: { id: 'AAAA', rawId: 'AAAA', type: 'public-key' as const, response: {} },
  }
  expect((await named.call(addPasskey, { body: invented })).code).toBe('wrong_passkey')
  expect((await named.call(addPasskey, { body: invented })).code).toBe('factor_not_begun')
  expect((await named.call(askPasskey, {})).code).toBe('factor_not_begun')
})

test('B-25 B-23 an administrator resets factors for a reason that is kept; every sign-in of the person ends', async () => {
  const person = await hired('teacher')
  const { client } = await withAuthenticator(person)
  const admin = await again(server.admin)
  await admin.done(forgetFactors, {
    params: { id: person.id },
    body: { reason: 'Потерян телефон, пришёл лично' },
  })
  expect((await client.call(readMe, {})).status).toBe(401)
  expect((await (await again(person)).done(readMe, {})).secondFactor).toBe('done')
  const { rows } = await server.database.owner(
    `select d.details from audit_entry e join audit_details d on d.entry_id = e.id where e.action = 'second_factor.forget'`,
  )
  expect(JSON.stringify(rows)).toContain('пришёл лично')

  const elsewhere = await server.otherInstitution()
  const stranger = await again(elsewhere.admin)
  expect(
    (await stranger.call(forgetFactors, { params: { id: person.id }, body: { reason: 'Чужое учреждение' } }))
      .code,
  ).toBe('not_found')
})

test('B-06 a change of factors ends every other sign-in of the person, and not the one that made it', async () => {
  const person = await hired('teacher')
  const { client, key } = await withAuthenticator(person)
  nextCode()
  const other = await again(person)
  await other.done(passSecondFactor, { body: { code: codeNow(key) } })
  await client.done(proveAgain, { body: { password: person.password } })
  const { key: newKey } = await client.done(beginAuthenticator, {})
  nextCode()
  await client.done(confirmAuthenticator, { body: { code: codeNow(newKey) } })
  expect((await client.call(listMyNotices, {})).status).toBe(200)
  expect((await other.call(readMe, {})).status).toBe(401)
})

test('B-07 B-23 whoever has only the password throws out nobody who showed the factor too', async () => {
  const person = await hired('proctor')
  const { client } = await withAuthenticator(person)
  for (let n = 0; n < 4; n++) await again(person)
  expect((await client.call(listMyNotices, {})).status).toBe(200)
})

test('B-21 what a stranger types at the sign-in fills nobody’s count of codes', async () => {
  const person = await hired('teacher')
  const { key } = await withAuthenticator(person)
  const stranger = server.stranger()
  for (let n = 0; n < 8; n++)
    await stranger.call(signIn, { body: { login: `SECOND ${person.id}`, password: 'наугад' } })
  nextCode()
  const client = await again(person)
  await client.done(passSecondFactor, { body: { code: codeNow(key) } })
})

test('B-23 where staff must have one, nothing but setting it up is open; a pupil is not asked', async () => {
  const strict = await bootServer({ clock, config: { staffSecondFactor: 'required' }, over: server })
  try {
    const [teacher, pupil] = [await hired('teacher'), await hired('examinee')]
    const at = async (person: TestPerson) => {
      const client = new Client(strict.url)
      await client.done(signIn, { body: { login: person.login, password: person.password } })
      return client
    }
    expect((await (await at(pupil)).call(listMyNotices, {})).status).toBe(200)
    const client = await at(teacher)
    expect((await client.done(readMe, {})).secondFactor).toBe('enrol')
    expect((await client.call(listMyNotices, {})).code).toBe('second_factor')
    const { key } = await client.done(beginAuthenticator, {})
    nextCode()
    await client.done(confirmAuthenticator, { body: { code: codeNow(key) } })
    expect((await client.done(readMe, {})).secondFactor).toBe('done')
    expect((await client.call(listMyNotices, {})).status).toBe(200)
    expect((await client.call(removeAuthenticator, {})).code).toBe('last_factor')
  } finally {
    await strict.stop()
  }
})
