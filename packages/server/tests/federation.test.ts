// B-29 against real servers: a real OpenID provider and a real directory (slapd).
import {
  linkEntrance,
  listEntrances,
  markDirectory,
  openEntrance,
  readFederation,
  readMyEntrances,
  returnFromEntrance,
  saveLdap,
  saveOidc,
  tryLdap,
  tryOidc,
  unlinkEntrance,
  unmarkDirectory,
} from '@ochno/contract/federation'
import { changePassword, proveAgain, readMe, signIn } from '@ochno/contract/sign-in'
import { Client } from '@ochno/testkit/client'
import { type OpenidProvider, openidProvider } from '@ochno/testkit/openid-provider'
import { bootServer, PASSWORD, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BASE, BINDER, type Slapd, slapdIsHere, startSlapd } from './support/slapd.ts'

const SECRET = 'a+b/c%d e:f-0123456789abcdef'
let server: TestServer
let first: OpenidProvider
let second: OpenidProvider
let teacher: TestPerson
let other: TestPerson

const settings = (issuer: string) => ({ name: 'Портал школы', issuer, clientId: 'ochno', hosts: [] })
const use = (provider: OpenidProvider) =>
  server.admin.client.done(saveOidc, { body: { ...settings(provider.issuer), secret: SECRET } })
const cookieOf = (client: Client) => client.cookie

beforeAll(async () => {
  server = await bootServer()
  const client = { id: 'ochno', secret: SECRET, returnTo: `${server.url}/sign-in/back` }
  first = await openidProvider(client)
  second = await openidProvider(client)
  teacher = await server.person('teacher')
  other = await server.person('teacher')
}, 60_000)
afterAll(async () => {
  await first?.close()
  await second?.close()
  await server?.stop()
})

async function link(person: TestPerson, provider: OpenidProvider, subject: string) {
  const own = cookieOf(person.client)
  const { url } = await person.client.done(linkEntrance, {})
  person.client.cookie = `${own}; ${cookieOf(person.client)}`
  const back = await provider.walk(url, subject)
  const answer = await person.client.call(returnFromEntrance, { body: { query: back.search } })
  person.client.cookie = own
  return answer
}

async function begin() {
  const browser = new Client(server.url)
  const { rows } = await browser.done(listEntrances, { query: {} })
  const at = rows[0]?.institution as string
  const { url } = await browser.done(openEntrance, { body: { at } })
  return { browser, url, way: browser.cookie }
}

async function enter(provider: OpenidProvider, subject: string) {
  const { browser, url } = await begin()
  const back = await provider.walk(url, subject)
  return { browser, answer: await browser.call(returnFromEntrance, { body: { query: back.search } }) }
}

test('B-29 the settings are tried against the server, and the secret is never shown again', async () => {
  const admin = server.admin.client
  await admin.done(saveOidc, { body: { ...settings(first.issuer), secret: 'другой' } })
  expect(await admin.done(tryOidc, {})).toEqual({ works: false, why: 'wrong_client' })
  const gone = await openidProvider({ id: 'ochno', secret: SECRET, returnTo: server.url })
  await gone.close()
  await admin.done(saveOidc, { body: { ...settings(gone.issuer), secret: SECRET } })
  expect(await admin.done(tryOidc, {})).toEqual({ works: false, why: 'unreachable' })
  await use(first)
  expect(await admin.done(tryOidc, {})).toEqual({ works: true })
  const shown = await admin.call(readFederation, {})
  expect(shown.body.oidc?.hasSecret).toBe(true)
  expect(shown.text).not.toContain(SECRET)
  // A secret goes only to the server it was given for, and nothing goes in clear.
  const moved = await admin.call(saveOidc, { body: settings('https://elsewhere.example') })
  expect(moved.code).toBe('federation_secret_again')
  const clear = await admin.call(saveOidc, { body: { ...settings('http://idp.example'), secret: 'x' } })
  expect(clear.code).toBe('federation_in_clear')
})

test('B-29 an account elsewhere opens nothing until its owner links it while signed in; then it opens that account', async () => {
  await use(first)
  const stranger = await enter(first, 'ivanova')
  expect(stranger.answer.code).toBe('not_linked')
  expect((await stranger.browser.call(readMe, {})).code).toBe('not_signed_in')

  expect((await link(teacher, first, 'ivanova')).body).toEqual({ did: 'linked' })
  const { browser, answer } = await enter(first, 'ivanova')
  expect(answer.body).toMatchObject({ did: 'entered', me: { account: teacher.id } })
  expect((await browser.done(readMe, {})).account).toBe(teacher.id)

  // Nobody takes over what is linked already.
  expect((await link(other, first, 'ivanova')).code).toBe('linked_to_another')
})

test('B-29 the same e-mail and the same number from another issuer is a separate user', async () => {
  await use(second)
  expect((await enter(second, 'ivanova')).answer.code).toBe('not_linked')
  expect((await link(other, second, 'ivanova')).body).toEqual({ did: 'linked' })
  const { answer } = await enter(second, 'ivanova')
  expect(answer.body).toMatchObject({ did: 'entered', me: { account: other.id } })
  await use(first)
  expect((await enter(first, 'ivanova')).answer.body).toMatchObject({ me: { account: teacher.id } })
})

test('B-29 the way back counts once, in the browser it began in, with its own state', async () => {
  await use(first)
  const { browser, url, way } = await begin()
  const back = await first.walk(url, 'ivanova')
  // Another browser, with the whole address.
  const thief = new Client(server.url)
  expect((await thief.call(returnFromEntrance, { body: { query: back.search } })).code).toBe('entrance_stale')
  const otherWay = (await begin()).browser
  expect((await otherWay.call(returnFromEntrance, { body: { query: back.search } })).code).toBe(
    'entrance_stale',
  )
  expect((await browser.call(returnFromEntrance, { body: { query: back.search } })).status).toBe(200)
  browser.cookie = way
  expect((await browser.call(returnFromEntrance, { body: { query: back.search } })).code).toBe(
    'entrance_stale',
  )
  const torn = await begin()
  const code = (await first.walk(torn.url, 'ivanova')).searchParams
  code.set('code', 'another')
  expect((await torn.browser.call(returnFromEntrance, { body: { query: `?${code}` } })).code).toBe(
    'entrance_failed',
  )
})

test('B-29 what was cancelled there is said in words, and a link that was taken away opens nothing', async () => {
  await use(first)
  const { browser, url } = await begin()
  const state = new URL(url).searchParams.get('state') as string
  const query = `?error=access_denied&state=${state}&iss=${encodeURIComponent(first.issuer)}`
  expect((await browser.call(returnFromEntrance, { body: { query } })).code).toBe('entrance_refused')

  // B-07: of the sign-ins by the server, this first one by password has ended.
  const { login, password } = teacher
  await teacher.client.done(signIn, { body: { login, password } })
  const { links } = await teacher.client.done(readMyEntrances, {})
  expect(links.map(({ issuer }) => issuer)).toEqual([first.issuer])
  const id = links[0]?.id as string
  expect((await other.client.call(unlinkEntrance, { params: { id } })).code).toBe('not_found')
  await teacher.client.done(unlinkEntrance, { params: { id } })
  expect((await enter(first, 'ivanova')).answer.code).toBe('not_linked')
})

if (!slapdIsHere) console.error('\n!!! slapd is not installed: signing in by LDAP is NOT tested here !!!\n')

describe.skipIf(!slapdIsHere)('a real directory', () => {
  const IN_DIRECTORY = 'Пароль-из-каталога-9'
  let slapd: Slapd
  let pupil: TestPerson
  const ldap = (more: object = {}) => ({
    host: 'localhost',
    port: slapd.ldaps,
    security: 'ldaps' as const,
    base: BASE,
    filter: '(&(objectClass=inetOrgPerson)(uid={login}))',
    bindDn: BINDER,
    ca: slapd.ca,
    password: 'reader-secret',
    ...more,
  })
  const save = (more: object = {}) => server.admin.client.done(saveLdap, { body: ldap(more) })
  const tried = async (login: string | null = null) => server.admin.client.done(tryLdap, { body: { login } })
  const signing = (password: string, login = pupil.login) =>
    new Client(server.url).call(signIn, { body: { login, password } })

  beforeAll(async () => {
    pupil = await server.person('examinee')
    slapd = await startSlapd({ [pupil.login]: IN_DIRECTORY, twin: 'x' })
  }, 60_000)
  afterAll(() => slapd?.stop())

  test('B-29 the directory is tried with LDAPS and StartTLS, and every fault has its own word', async () => {
    await save()
    expect(await tried(pupil.login)).toEqual({ works: true, found: 'one' })
    expect(await tried('nobody.such')).toEqual({ works: true, found: 'none' })
    await save({ security: 'starttls', port: slapd.ldap })
    expect(await tried()).toEqual({ works: true, found: null })
    await save({ ca: null })
    expect(await tried()).toEqual({ works: false, why: 'wrong_certificate' })
    await save({ password: 'не тот' })
    expect(await tried()).toEqual({ works: false, why: 'wrong_bind' })
    await save({ base: 'dc=elsewhere,dc=example' })
    expect(await tried()).toEqual({ works: false, why: 'wrong_base' })
    await save({ filter: '(uid={login}' })
    expect(await tried()).toEqual({ works: false, why: 'wrong_filter' })
    const clear = await server.admin.client.call(saveLdap, {
      body: ldap({ host: 'dc.school.example', security: 'none' }),
    })
    expect(clear.code).toBe('federation_in_clear')
  })

  test('B-29 a marked account signs in with the password of the directory alone, in Cyrillic too, and proves it again there', async () => {
    await save({ security: 'starttls', port: slapd.ldap })
    const marked = await server.admin.client.done(markDirectory, {
      body: { logins: [pupil.login, 'nobody.such', server.admin.login] },
    })
    // Whoever sets it up can not lock themselves out.
    expect(marked).toEqual({ marked: 1, unknown: ['nobody.such', server.admin.login] })
    expect((await pupil.client.call(readMe, {})).code).toBe('not_signed_in')
    expect((await signing(PASSWORD)).code).toBe('wrong_sign_in')
    const browser = new Client(server.url)
    await browser.done(signIn, { body: { login: pupil.login, password: IN_DIRECTORY } })
    expect((await browser.done(readMe, {})).account).toBe(pupil.id)
    expect((await browser.call(proveAgain, { body: { password: PASSWORD } })).code).toBe('wrong_sign_in')
    expect((await browser.call(proveAgain, { body: { password: IN_DIRECTORY } })).status).toBe(200)
    const change = { current: IN_DIRECTORY, next: 'тихая-ольха-у-моста' }
    expect((await browser.call(changePassword, { body: change })).code).toBe('directory_password')
  })

  test('B-29 an unclear answer of the directory opens nothing, and a directory that is away is told in words', async () => {
    await save({ filter: '(|(uid={login})(uid=twin))' })
    expect((await signing(IN_DIRECTORY)).code).toBe('wrong_sign_in')
    await save({ port: 9, security: 'starttls' })
    expect((await signing(IN_DIRECTORY)).code).toBe('directory_away')
    await server.admin.client.done(unmarkDirectory, { params: { id: pupil.id } })
    expect((await signing(PASSWORD)).status).toBe(200)
  })
})
