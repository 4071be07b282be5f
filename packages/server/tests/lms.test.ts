// Launches from a learning platform (docs/spec/lti.md), against a platform that signs with a key of its own.
import {
  addPlatform,
  changePlatform,
  chooseExam,
  joinAccount,
  readComing,
  readLms,
  readToolKeys,
  removePlatform,
  tryPlatform,
} from '@ochno/contract/lms'
import { readDoor, showStep } from '@ochno/contract/door'
import { changePerson } from '@ochno/contract/people'
import { authorizeSession } from '@ochno/contract/sessions'
import { listSignIns, proveAgain, readMe, signIn } from '@ochno/contract/sign-in'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { Client, type RawRequest } from '@ochno/testkit/client'
import { steppedClock } from '@ochno/testkit/clock'
import { jpegOf } from '@ochno/testkit/door'
import { type LearningPlatform, learningPlatform, type PlatformUser } from '@ochno/testkit/learning-platform'
import {
  bootServer,
  PASSWORD,
  type TestInstitution,
  type TestPerson,
  type TestServer,
} from '@ochno/testkit/server'
import { createHmac, createVerify, type JsonWebKey } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const LTI = 'https://purl.imsglobal.org/spec/lti/claim/'
const CHOICE = 'https://purl.imsglobal.org/spec/lti-dl/claim/'
const time = steppedClock()
let server: TestServer
let platform: LearningPlatform
let mine: TestInstitution

const settings = (of: LearningPlatform, more: object = {}) => ({
  name: 'Moodle колледжа',
  issuer: of.issuer,
  clientId: of.clientId,
  deployment: of.deployment,
  loginUrl: `${of.issuer}/auth`,
  keysUrl: of.keysUrl,
  home: `${of.issuer}/course`,
  byLearner: true,
  ...more,
})

beforeAll(async () => {
  server = await bootServer({ clock: time.clock })
  mine = await server.otherInstitution()
  const { tool } = await mine.admin.client.done(readLms, {})
  platform = await learningPlatform({ returnTo: tool.launch })
  platform.nowMs(time.clock.ms)
  await mine.admin.client.done(addPlatform, { body: settings(platform) })
}, 60_000)
afterAll(async () => {
  await platform?.close()
  await server?.stop()
})

/** A browser: every cookie is kept under its name, and a form of another site is posted as one. */
class Browser extends Client {
  readonly jar = new Map<string, string>()
  async post(path: string, form: Record<string, string>) {
    const posted = await this.go('POST', path, {
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: platform.issuer,
        // B-05: of ours only what is SameSite=None travels with it.
        cookie: this.cookies((name) => name === '__Host-lti'),
      },
      body: new URLSearchParams(form).toString(),
    })
    if (!posted.to.endsWith('/entry')) return posted
    const entered = await this.go('GET', posted.to, { headers: { origin: '', cookie: this.cookies() } })
    return { ...entered, sets: [...posted.sets, ...entered.sets] }
  }
  private async go(method: string, path: string, { headers, ...more }: RawRequest) {
    const navigates = { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }
    const reply = await this.raw(method, path, { headers: { ...navigates, ...headers }, ...more })
    for (const set of reply.headers.getSetCookie()) {
      const [name, value] = (set.split(';', 1)[0] as string).split(/=(.*)/s) as [string, string]
      if (/Max-Age=0(?:;|$)/.test(set)) this.jar.delete(name)
      else this.jar.set(name, value)
    }
    this.cookie = this.cookies()
    return {
      status: reply.status,
      to: reply.headers.get('location') ?? '',
      sets: reply.headers.getSetCookie(),
    }
  }
  cookies = (which = (_name: string) => true) =>
    [...this.jar]
      .filter(([name]) => which(name))
      .map(([name, value]) => `${name}=${value}`)
      .join('; ')
}

const path = (what: 'login' | 'launch', of: { id: string } = mine) => `/api/lms/${of.id}/${what}`
const begins = (of: LearningPlatform = platform) => ({
  iss: of.issuer,
  login_hint: 'u-5',
  target_link_uri: 'https://ochno.example/launch',
  client_id: of.clientId,
  lti_deployment_id: of.deployment,
  lti_message_hint: 'm-15',
})
async function out(browser = new Browser(server.url)) {
  const begun = await browser.post(path('login'), begins())
  expect(begun.status).toBe(303)
  return { browser, sets: begun.sets, ...platform.asked(begun.to) }
}
/** Out and back: where the browser ends. */
async function launched(claims: (nonce: string) => object, header = {}, from?: Browser) {
  const { browser, state, nonce } = await out(from)
  const token = platform.sign(claims(nonce) as Record<string, unknown>, header)
  const back = await browser.post(path('launch'), { state, id_token: token })
  return { browser, token, state, nonce, ...back }
}
const toExam = (user: PlatformUser, exam?: string) => (nonce: string) =>
  platform.place(user, nonce, exam ? { [`${LTI}custom`]: { exam } } : {})

let made = 0
/** A pupil with a number of the institution, and the same one at the platform. */
async function pupil(): Promise<TestPerson & { user: PlatformUser }> {
  const person = await mine.person('examinee')
  const number = `СТ-${++made}`
  await mine.admin.client.done(changePerson, { params: { id: person.id }, body: { learnerId: number } })
  return { ...person, user: { sub: `sub-${made}`, number, name: 'Белова Анна' } }
}
const signedInAs = async (browser: Client) => (await browser.call(readMe, {})).body.account

describe('the way in', () => {
  test('R1-7.1 R2-5j the exam opens from the course: the browser is recognised there and lands at its door, signed in', async () => {
    const person = await pupil()
    const { id, exam } = await mine.session({ examinee: person, proctors: [] })
    const { browser, status, to, sets } = await launched(toExam(person.user, exam))
    expect([status, to]).toEqual([303, `/exam/${id}`])
    expect(await signedInAs(browser)).toBe(person.id)
    expect((await browser.call(readDoor, { params: { sid: id } })).status).toBe(200)
    // B-05: the way is over, and the sign-in is as strict as any.
    expect(sets).toContain('__Host-lti=; Path=/; HttpOnly; Secure; SameSite=None; Max-Age=0')
    expect(sets.find((one) => one.startsWith('__Host-sid='))).toMatch(
      /; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    const [written] = (
      await server.database.owner(
        "select actor, action, role from audit_entry where object = $1 and action = 'lms.launch'",
        [id],
      )
    ).rows
    expect(written).toEqual({ actor: person.id, action: 'lms.launch', role: 'examinee' })
  })

  test('R2-5j the way out is the one of LTI 1.3, by form and by link, and its cookie lasts five minutes in this browser', async () => {
    const { sets } = await out()
    expect(sets).toHaveLength(1)
    expect(sets[0]).toMatch(
      /^__Host-lti=lmp_[a-z2-7]{26}\.[0-9a-f]{64}; Path=\/; HttpOnly; Secure; SameSite=None; Max-Age=300$/,
    )
    const link = await new Client(server.url).raw('GET', `${path('login')}?${new URLSearchParams(begins())}`)
    expect(link.status).toBe(303)
    const url = new URL(link.headers.get('location') ?? '')
    expect(url.searchParams.get('login_hint')).toBe('u-5')
    expect(url.searchParams.get('lti_message_hint')).toBe('m-15')
    platform.asked(url.href)
  })

  test('R2-5j in a frame of the course there is a link to a window of its own, framed by the platform alone', async () => {
    const framed = await new Client(server.url).raw(
      'GET',
      `${path('login')}?${new URLSearchParams(begins())}`,
      {
        headers: { 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' },
      },
    )
    expect(framed.status).toBe(200)
    expect(framed.headers.getSetCookie()).toEqual([])
    expect(framed.headers.get('content-security-policy')).toContain(`frame-ancestors ${platform.issuer};`)
    const link = /href="([^"]+)" target="_blank"/.exec(framed.text)?.[1]?.replaceAll('&#38;', '&') ?? ''
    expect((await new Client(server.url).raw('GET', link)).status).toBe(303)
  })

  test('T-50 forged, foreign, old and incomplete words open nothing', async () => {
    const person = await pupil()
    const { exam } = await mine.session({ examinee: person, proctors: [] })
    const good = toExam(person.user, exam)
    const other = await learningPlatform()
    const changed = (more: Record<string, unknown>) => (nonce: string) => ({ ...good(nonce), ...more })
    const without = (name: string) => (nonce: string) => {
      const { [name]: _, ...rest } = good(nonce) as Record<string, unknown>
      return rest
    }
    const at = Math.floor(time.clock.ms() / 1000)
    const bad: Record<string, (nonce: string) => object> = {
      'another platform': changed({ iss: 'https://evil.example' }),
      'for somebody else': changed({ aud: 'another-tool' }),
      'for several, given to another': changed({ aud: [platform.clientId, 'x'], azp: 'x' }),
      'for several, given to nobody': changed({ aud: [platform.clientId, 'x'] }),
      'another deployment': changed({ [`${LTI}deployment_id`]: '99' }),
      'no deployment': without(`${LTI}deployment_id`),
      'another version': changed({ [`${LTI}version`]: '1.1' }),
      'another message': changed({ [`${LTI}message_type`]: 'LtiSubmissionReviewRequest' }),
      'no place': without(`${LTI}resource_link`),
      nobody: without('sub'),
      'another nonce': changed({ nonce: 'x' }),
      'no nonce': without('nonce'),
      old: changed({ iat: at - 600, exp: at + 60 }),
      over: changed({ iat: at - 200, exp: at - 100 }),
      'without an end': without('exp'),
      'of the future': changed({ iat: at + 600, exp: at + 900 }),
    }
    for (const [what, claims] of Object.entries(bad)) {
      const { to, browser } = await launched(claims)
      expect([what, to, await signedInAs(browser)]).toEqual([what, '/launch?why=launch_wrong', undefined])
    }
    const forged: Record<string, (claims: object) => string> = {
      'signed by nobody': (claims) => `${part({ alg: 'none' })}.${part(claims)}.`,
      'by the public key as a secret': (claims) => {
        const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
        const pem = platform.publicKey().export({ type: 'spki', format: 'pem' })
        return `${body}.${createHmac('sha256', pem).update(body).digest('base64url')}`
      },
      'by a key that it names itself': (claims) =>
        other.sign(claims as Record<string, unknown>, {
          jku: other.keysUrl,
          jwk: other.publicKey().export({ format: 'jwk' }),
        }),
      'no token': () => 'x',
    }
    for (const [what, sign] of Object.entries(forged)) {
      const { browser, state, nonce } = await out()
      const { to } = await browser.post(path('launch'), { state, id_token: sign(good(nonce)) })
      expect([what, to]).toEqual([what, '/launch?why=launch_wrong'])
    }
    await other.close()
    // And the good one is good.
    expect((await launched(good)).to).toMatch(/^\/exam\/ses_/)
  })

  test('T-50 T-51 a launch counts once, in the browser it began in, with its own state', async () => {
    const person = await pupil()
    const { exam } = await mine.session({ examinee: person, proctors: [] })
    const begun = await out()
    const token = platform.sign(toExam(person.user, exam)(begun.nonce))
    const fields = { state: begun.state, id_token: token }
    const stale = '/launch?why=launch_stale'
    expect((await new Browser(server.url).post(path('launch'), fields)).to).toBe(stale)
    expect((await (await out()).browser.post(path('launch'), fields)).to).toBe(stale)
    expect((await begun.browser.post(path('launch'), { ...fields, state: 'x' })).to).toBe(stale)
    const again = await out()
    const kept = new Map(again.browser.jar)
    const words = { state: again.state, id_token: platform.sign(toExam(person.user, exam)(again.nonce)) }
    expect((await again.browser.post(path('launch'), words)).to).toMatch(/^\/exam\//)
    const replay = new Browser(server.url)
    for (const [name, value] of kept) replay.jar.set(name, value)
    expect((await replay.post(path('launch'), words)).to).toBe(stale)
    expect(await signedInAs(replay)).toBeUndefined()
    const cancelled = await out()
    expect(
      (await cancelled.browser.post(path('launch'), { state: cancelled.state, error: 'login_required' })).to,
    ).toBe('/launch?why=launch_refused')
  })

  test('T-50 the platform changes its keys and is believed again; without its keys nobody is let in', async () => {
    const person = await pupil()
    const { exam } = await mine.session({ examinee: person, proctors: [] })
    expect((await launched(toExam(person.user, exam))).to).toMatch(/^\/exam\//)
    platform.turnKey()
    time.pass(11)
    expect((await launched(toExam(person.user, exam))).to).toMatch(/^\/exam\//)
    const gone = await learningPlatform({ clientId: 'gone' })
    await gone.close()
    gone.nowMs(time.clock.ms)
    await mine.admin.client.done(proveAgain, { body: { password: PASSWORD } })
    const { platforms } = await mine.admin.client.done(addPlatform, {
      body: settings(gone, { name: 'Ушедшая' }),
    })
    const id = platforms.find(({ clientId }) => clientId === 'gone')?.id ?? ''
    expect(await mine.admin.client.done(tryPlatform, { params: { id } })).toEqual({
      works: false,
      why: 'unreachable',
    })
    const browser = new Browser(server.url)
    const url = new URL((await browser.post(path('login'), begins(gone))).to)
    const nonce = url.searchParams.get('nonce') ?? ''
    const state = url.searchParams.get('state') ?? ''
    const token = gone.sign(gone.place(person.user, nonce))
    expect((await browser.post(path('launch'), { state, id_token: token })).to).toBe(
      '/launch?why=launch_away',
    )
    await mine.admin.client.done(removePlatform, { params: { id } })
    expect((await browser.post(path('login'), begins(gone))).to).toBe('/launch?why=launch_unknown')
  })
})

describe('in a browser that is somebody’s already', () => {
  const signInsOf = async (of: Client) => (await of.done(listSignIns, {})).rows.map(({ id }) => id)
  const byPassword = async (person: TestPerson) => {
    const browser = new Browser(server.url)
    await browser.done(signIn, { body: { login: person.login, password: PASSWORD } })
    browser.jar.set('__Host-sid', browser.cookie.replace('__Host-sid=', ''))
    return browser
  }

  test('R1-6.1a the course link clicked again goes on with the sign-in of this browser: nobody is in two places', async () => {
    const person = await pupil()
    const { id, exam } = await mine.session({ examinee: person, proctors: [] })
    const before = await signInsOf(person.client)
    const { browser } = await launched(toExam(person.user, exam))
    const first = browser.jar.get('__Host-sid')
    const again = await launched(toExam(person.user, exam), {}, browser)
    expect([again.to, browser.jar.get('__Host-sid')]).toEqual([`/exam/${id}`, first])
    expect((await signInsOf(browser)).length).toBe(before.length + 1)
    // So does who came by the password; the launch is this sign-in's then.
    const own = await byPassword(person)
    const kept = own.jar.get('__Host-sid')
    await launched(toExam(person.user, exam), {}, own)
    expect(own.jar.get('__Host-sid')).toBe(kept)
    const { rows } = await server.database.owner(
      'select count(distinct sign_in_id)::int as n from lms_launch where session_id = $1',
      [id],
    )
    expect(rows).toEqual([{ n: 2 }])
    // In somebody else's browser it is a sign-in of one's own.
    const other = await byPassword(await mine.person('examinee'))
    await launched(toExam(person.user, exam), {}, other)
    expect(await signedInAs(other)).toBe(person.id)
  })

  test('T-51 the last step is for the browser that brought the words, once', async () => {
    const person = await pupil()
    const { exam } = await mine.session({ examinee: person, proctors: [] })
    const entry = `/api/lms/${mine.id}/entry`
    const stale = '/launch?why=launch_stale'
    const at = async (cookie: string) =>
      (await new Client(server.url).raw('GET', entry, { headers: { cookie } })).headers.get('location')
    expect(await at('')).toBe(stale)
    const { sets } = await launched(toExam(person.user, exam))
    const used = sets.find((one) => one.startsWith('__Host-launch=ten_'))?.split(';', 1)[0] ?? ''
    expect(used).not.toBe('')
    expect(await at(used)).toBe(stale)
    // What waits for its person to say who they are lets nobody in by itself.
    const { browser } = await launched(toExam({ sub: 'waits-1' }, exam))
    expect(browser.jar.has('__Host-launch')).toBe(true)
    expect(await at(browser.cookies())).toBe(stale)
  })

  test('B-08 B-29 a launch is no password given: nobody becomes another at a course left open, nor two people one account', async () => {
    const person = await pupil()
    const { exam } = await mine.session({ examinee: person, proctors: [] })
    const { browser } = await launched(toExam(person.user, exam))
    expect(await signedInAs(browser)).toBe(person.id)
    const other = toExam({ sub: `${person.user.sub}-other` }, exam)
    await launched(other, {}, browser)
    expect((await browser.call(joinAccount, {})).code).toBe('step_up')
    // Not even with the password: the account is that of another person of the platform.
    await browser.done(proveAgain, { body: { password: PASSWORD } })
    const proved = `${browser.cookie}; __Host-launch=${browser.jar.get('__Host-launch')}`
    browser.cookie = proved
    const refused = await browser.call(joinAccount, {})
    expect([refused.status, refused.code]).toEqual([409, 'account_linked'])
    expect((await launched(other)).to).toMatch(/^\/launch\?institution/)
  })
})

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('whose account it is', () => {
  test('B-29 who is not known says once who they are here; then the platform opens the exam by itself', async () => {
    const person = await mine.person('examinee')
    const { id, exam } = await mine.session({ examinee: person, proctors: [] })
    const user = { sub: 'unknown-1', name: 'Белова Анна' }
    const { browser, to } = await launched(toExam(user, exam))
    expect(to).toBe(`/launch?institution=${mine.id}`)
    expect(await signedInAs(browser)).toBeUndefined()
    expect(await browser.done(readComing, {})).toEqual({
      is: 'unknown',
      platform: 'Moodle колледжа',
      called: 'Белова Анна',
    })
    expect((await browser.call(joinAccount, {})).code).toBe('not_signed_in')
    const waiting = browser.cookie
    const own = new Client(server.url)
    await own.done(signIn, { body: { login: person.login, password: PASSWORD } })
    own.cookie = `${own.cookie}; ${waiting}`
    expect(await own.done(joinAccount, {})).toEqual({ to: `/exam/${id}` })
    const next = await launched(toExam(user, exam))
    expect(next.to).toBe(`/exam/${id}`)
    expect(await signedInAs(next.browser)).toBe(person.id)
    // Nobody else takes over that person of the platform.
    const thief = await mine.person('examinee')
    const again = await launched(toExam({ sub: 'unknown-2' }, exam))
    await server.database.owner("update lms_coming set subject = 'unknown-1' where subject = 'unknown-2'")
    thief.client.cookie = `${thief.client.cookie}; ${again.browser.cookie}`
    expect((await thief.client.call(joinAccount, {})).code).toBe('linked_to_another')
  })

  test('B-29 a number of the institution opens a pupil’s account, once, where the platform is trusted with it; never one of staff', async () => {
    const person = await pupil()
    const { exam } = await mine.session({ examinee: person, proctors: [] })
    expect((await launched(toExam(person.user, exam))).to).toMatch(/^\/exam\//)
    // The same number under another name of the platform.
    expect((await launched(toExam({ ...person.user, sub: 'double' }, exam))).to).toMatch(
      /^\/launch\?institution/,
    )
    const staff = await mine.person('teacher')
    await server.database.owner(
      "insert into learner (account_id, tenant_id, learner_id, given_at) values ($1, $2, 'ШТАТ-1', now())",
      [staff.id, mine.id],
    )
    expect((await launched(toExam({ sub: 'staff', number: 'ШТАТ-1' }, exam))).to).toMatch(
      /^\/launch\?institution/,
    )
    const unsure = await pupil()
    const teaching = { ...unsure.user, teaches: true }
    expect((await launched(toExam(teaching, exam))).to).toMatch(/^\/launch\?institution/)
  })

  test('R2-5j a role the platform names gives no right here, and an exam opens to nobody outside its list', async () => {
    const person = await pupil()
    const { exam } = await mine.session({ examinee: person, proctors: [] })
    expect((await launched(toExam(person.user, exam))).to).toMatch(/^\/exam\//)
    const { to, browser } = await launched(toExam({ ...person.user, teaches: true }))
    expect(to).toBe('/launch?why=launch_unbound')
    expect(await signedInAs(browser)).toBeUndefined()
    const outside = await pupil()
    expect((await launched(toExam(outside.user, exam))).to).toBe('/launch?why=not_on_list')
    const foreign = await server.session()
    expect((await launched(toExam(person.user, foreign.exam))).to).toBe('/launch?why=launch_unbound')
    await server.database.owner('update account set disabled_at = now() where id = $1', [person.id])
    expect((await launched(toExam(person.user, exam))).to).toBe('/launch?why=launch_closed')
  })
})

/** A teacher whose account is linked with the platform. */
async function teacher(sub: string) {
  const person = await mine.person('teacher')
  const user: PlatformUser = { sub, teaches: true }
  const { browser } = await launched((nonce) => platform.place(user, nonce))
  await person.client.done(proveAgain, { body: { password: PASSWORD } })
  person.client.cookie = `${person.client.cookie}; ${browser.cookie}`
  await person.client.done(joinAccount, {})
  return { ...person, user }
}

describe('which exam it is', () => {
  test('B-29 whoever has more rights than a teacher is not signed in by the platform, linked or not', async () => {
    const { user, id } = await teacher('risen')
    await server.database.owner(
      "insert into account_role (tenant_id, account_id, role) values ($1, $2, 'methodist')",
      [mine.id, id],
    )
    const { exam } = await mine.session({ proctors: [] })
    const { browser, to } = await launched(toExam(user, exam))
    expect(to).toBe(`/launch?institution=${mine.id}`)
    expect(await signedInAs(browser)).toBeUndefined()
    expect((await browser.done(readComing, {})).is).toBe('unknown')
  })

  test('R2-5j the teacher chooses the exam of a place once; then the same place opens it to the examinee', async () => {
    const author = await teacher('author-1')
    const person = await pupil()
    const { id, exam } = await mine.session({ examinee: person, proctors: [] })
    const place = (user: PlatformUser) => (nonce: string) =>
      platform.place(user, nonce, { [`${LTI}resource_link`]: { id: 'place-77', title: 'Зачёт' } })
    expect((await launched(place(person.user))).to).toBe('/launch?why=launch_unbound')
    const { browser, to } = await launched(place(author.user))
    expect(to).toBe(`/launch?institution=${mine.id}`)
    const coming = await browser.done(readComing, {})
    expect(coming).toMatchObject({ is: 'choose', title: 'Зачёт' })
    const foreign = await server.exam()
    expect((await browser.call(chooseExam, { body: { exam: foreign } })).code).toBe('not_found')
    expect(await browser.done(chooseExam, { body: { exam } })).toEqual({ did: 'bound', to: `/exams/${exam}` })
    expect((await launched(place(person.user))).to).toBe(`/exam/${id}`)
    // A copied course names an exam that is not here: what the teacher chose counts.
    const dead = (nonce: string) => ({
      ...place(person.user)(nonce),
      [`${LTI}custom`]: { exam: `exm_${'a'.repeat(26)}` },
    })
    expect((await launched(dead)).to).toBe(`/exam/${id}`)
    expect((await browser.call(chooseExam, { body: { exam } })).code).toBe('launch_stale')
    expect((await person.client.call(chooseExam, { body: { exam } })).code).toBe('forbidden')
  })

  test('R2-5j the choice is answered to the platform, signed by the key it can read here', async () => {
    const author = await teacher('author-2')
    const { exam } = await mine.session({ proctors: [] })
    const { browser } = await launched((nonce) => platform.choice(author.user, nonce))
    const answer = await browser.done(chooseExam, { body: { exam } })
    if (answer.did !== 'answer') throw new Error('nothing is answered')
    expect(answer.address).toBe(`${platform.issuer}/answer`)
    const [header, claims, signature] = answer.jwt.split('.') as [string, string, string]
    const read = (text: string) => JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    const { keys } = await new Client(server.url).done(readToolKeys, { params: { tid: mine.id } })
    expect(read(header)).toEqual({ alg: 'RS256', kid: keys[0]?.kid, typ: 'JWT' })
    const verifier = createVerify('RSA-SHA256').update(`${header}.${claims}`)
    const key = { key: keys[0] as JsonWebKey, format: 'jwk' as const }
    expect(verifier.verify(key, Buffer.from(signature, 'base64url'))).toBe(true)
    expect(read(claims)).toMatchObject({
      iss: platform.clientId,
      aud: platform.issuer,
      [`${LTI}message_type`]: 'LtiDeepLinkingResponse',
      [`${LTI}version`]: '1.3.0',
      [`${LTI}deployment_id`]: platform.deployment,
      [`${CHOICE}data`]: 'эхо-5',
      [`${CHOICE}content_items`]: [{ type: 'ltiResourceLink', custom: { exam } }],
    })
    // The private half is nowhere in the clear.
    expect(JSON.stringify(keys)).not.toMatch(/"[dpq]"/)
    const elsewhere = await launched((nonce) => ({
      ...platform.choice(author.user, nonce),
      [`${CHOICE}deep_linking_settings`]: {
        deep_link_return_url: 'https://evil.example/',
        accept_types: ['ltiResourceLink'],
      },
    }))
    expect(elsewhere.to).toBe('/launch?why=launch_wrong')
  })
})

describe('who connects it', () => {
  test('R2-5j T-30 only over encryption, once, by the administrator, and in one institution', async () => {
    const admin = mine.admin.client
    await admin.done(proveAgain, { body: { password: PASSWORD } })
    const clear = settings(platform, { clientId: 'x', keysUrl: 'http://moodle.example/keys' })
    expect((await admin.call(addPlatform, { body: clear })).code).toBe('lms_in_clear')
    expect((await admin.call(addPlatform, { body: settings(platform) })).code).toBe('lms_known')
    const other = server.admin.client
    expect((await other.call(addPlatform, { body: settings(platform) })).code).toBe('lms_known')
    expect((await other.done(readLms, {})).platforms).toEqual([])
    const { platforms } = await admin.done(readLms, {})
    const id = platforms[0]?.id ?? ''
    expect((await other.call(changePlatform, { params: { id }, body: settings(platform) })).code).toBe(
      'not_found',
    )
    expect(await admin.done(tryPlatform, { params: { id } })).toEqual({ works: true, keys: 1 })
    const person = await mine.person('teacher')
    expect((await person.client.call(readLms, {})).code).toBe('forbidden')
    // Words for one institution are none for another.
    const { browser, state, nonce } = await out()
    const token = platform.sign(platform.place({ sub: 'x' }, nonce))
    expect((await browser.post(path('launch', server), { state, id_token: token })).to).toBe(
      '/launch?why=launch_unknown',
    )
    const { rows } = await server.database.owner(
      "select action from audit_entry where tenant_id = $1 and action like 'lms.%' order by at limit 1",
      [mine.id],
    )
    expect(rows).toEqual([{ action: 'lms.add' }])
  })
})

describe('004: from the learning platform alone', () => {
  let college: TestInstitution
  let own: LearningPlatform
  let person: TestPerson
  const connect = async () => {
    await college.admin.client.done(proveAgain, { body: { password: PASSWORD } })
    return college.admin.client.done(addPlatform, { body: settings(own, { byLearner: false }) })
  }
  const examWith = (delivery: object = {}) =>
    examUnderAct(college.admin.client, delivery, { nowMs: time.clock.ms() })

  beforeAll(async () => {
    college = await server.otherInstitution()
    await actInForce(college.admin.client, '004')
    own = await learningPlatform({ clientId: 'college' })
    own.nowMs(time.clock.ms)
    person = await college.person('examinee')
  }, 60_000)
  afterAll(() => own?.close())

  test('R4-5.4 the door of 004 is shut to whoever came past the platform, says where to go, and opens to the launch', async () => {
    const exam = await examWith()
    const before = await college.session({ exam, examinee: person, proctors: [] })
    const sid = { sid: before.id }
    // As long as no platform is connected there is none to come from.
    expect((await person.client.done(readDoor, { params: sid })).comeFrom).toEqual([])
    expect((await connect()).onlyFromHere).toEqual({ clauses: ['5.4'] })

    expect((await person.client.done(readDoor, { params: sid })).comeFrom).toEqual([
      { name: 'Moodle колледжа', home: `${own.issuer}/course` },
    ])
    const show = (client: Client) =>
      client.call(showStep, {
        params: { ...sid, step: 'document' },
        query: { document: 'passport_rf' },
        body: jpegOf(),
      })
    expect((await show(person.client)).code).toBe('launch_from_lms')
    const shut = await person.client.call(authorizeSession, { params: sid })
    expect([shut.status, shut.code]).toEqual([409, 'launch_from_lms'])
    expect(shut.text).toContain('только из системы обучения')

    const browser = new Browser(server.url)
    const way = async () => {
      const begun = await browser.post(path('login', college), begins(own))
      const { state, nonce } = own.asked(begun.to)
      const token = own.sign(own.place({ sub: 'college-1' }, nonce, { [`${LTI}custom`]: { exam } }))
      return browser.post(path('launch', college), { state, id_token: token })
    }
    await way()
    await person.client.done(proveAgain, { body: { password: PASSWORD } })
    const direct = person.client.cookie
    person.client.cookie = `${direct}; ${browser.cookie}`
    expect(await person.client.done(joinAccount, {})).toEqual({ to: `/exam/${before.id}` })
    person.client.cookie = direct
    expect((await way()).to).toBe(`/exam/${before.id}`)
    expect((await browser.done(readDoor, { params: sid })).comeFrom).toEqual([])
    expect((await show(browser)).status).toBe(200)
    // Past the platform's part the act asks for the rest as it always does.
    expect((await browser.call(authorizeSession, { params: sid })).code).not.toBe('launch_from_lms')

    // Another sign-in of the same person, past the platform, stays outside.
    const past = new Client(server.url)
    await past.done(signIn, { body: { login: person.login, password: PASSWORD } })
    expect((await past.done(readDoor, { params: sid })).comeFrom).toHaveLength(1)
    expect((await show(past)).code).toBe('launch_from_lms')
  })

  test('R4-5.4 R4-2.15 R4-4.3b the launch is from the platform wherever the task is: there, on an outside address or in a program', async () => {
    if ((await college.admin.client.done(readLms, {})).platforms.length === 0) await connect()
    for (const delivery of [
      { to: 'lms', address: null, name: null },
      { to: 'external', address: 'https://test.example/7', name: null },
      { to: 'installed', address: null, name: 'КОМПАС-3D' },
    ] as const) {
      const exam = await examWith({ delivery })
      const { id, examinee } = await college.session({ exam, examinee: person, proctors: [] })
      expect((await examinee.client.done(readDoor, { params: { sid: id } })).comeFrom).toHaveLength(1)
      const refused = await examinee.client.call(authorizeSession, { params: { sid: id } })
      expect([delivery.to, refused.code]).toEqual([delivery.to, 'launch_from_lms'])
    }
  })
})
