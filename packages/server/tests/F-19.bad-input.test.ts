// Bad input for every endpoint, generated from the contract's own schemas; the seed makes a run repeat itself.
import { Agent, request } from 'node:http'
import { createAct } from '@ochno/contract/acts'
import { refusals, type Sentence } from '@ochno/contract/refusals'
import type { Route } from '@ochno/contract/route'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { badRequests, type Case, type Way, ways } from './support/bad-input.ts'
import { filesBelow, watchRows, type Written } from './support/stored.ts'

const CASES = Number(process.env.FUZZ_CASES ?? 100)
const SEED = Number(process.env.FUZZ_SEED ?? 20261121)

/** What a refused request may leave: a line in the journal, how often somebody tried, and when a person was last seen. */
const NOTE_OF_REFUSAL = /^\w+ audit_\w+$|^\w+ sign_in_throttle$|^update sign_in$/

let server: TestServer
let people: Readonly<Record<Way, readonly (TestPerson | null)[]>>
let ids: Record<string, string>
let written: () => Promise<Written[]>
const agent = new Agent({ keepAlive: true, maxSockets: 8 })
beforeAll(async () => {
  server = await bootServer()
  const mine = await server.running()
  const act = await server.admin.client.done(createAct, { body: { from: 'preset', preset: '004' } })
  const other = await server.otherInstitution()
  people = {
    nobody: [null],
    examinee: [mine.examinee],
    staff: [
      server.admin,
      mine.proctors[0] as TestPerson,
      await server.person('commission'),
      await server.person('dpo'),
    ],
    elsewhere: [other.admin, await other.person('proctor'), await other.person('examinee')],
  }
  ids = {
    sid: mine.id,
    eid: mine.exam,
    id: mine.examinee.id,
    proctor: mine.proctors[0]?.id ?? '',
    tid: 'cam',
    seq: '0',
    aid: act.id,
    other: act.id,
    key: 'appeal.filing_days',
  }
  written = await watchRows(server.database)
})
afterAll(async () => {
  agent.destroy()
  await server.stop()
})

type Reply = {
  readonly status: number
  readonly text: string
  readonly beganMs: number
  readonly endedMs: number
}

const wallMs = () => performance.timeOrigin + performance.now()

/** Lines kept open: connecting anew for each of so many requests would be most of the work. */
function ask(route: Route, { path, type, body }: Case, cookie: string, language: string): Promise<Reply> {
  const beganMs = wallMs()
  const headers = {
    origin: server.url,
    'sec-fetch-site': 'same-origin',
    'accept-language': language,
    ...(cookie ? { cookie } : {}),
    ...(body === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(body) }),
  }
  const { hostname, port } = new URL(server.url)
  return new Promise((resolve) => {
    const end = (status: number, text: string) => resolve({ status, text, beganMs, endedMs: wallMs() })
    const sent = request({ agent, hostname, port, path, method: route.method, headers }, (reply) => {
      const pieces: Buffer[] = []
      reply.on('data', (piece) => pieces.push(piece))
      reply.on('end', () => end(reply.statusCode ?? 0, Buffer.concat(pieces).toString()))
      reply.on('error', (cause) => end(0, String(cause)))
    })
    sent.on('error', (cause) => end(0, String(cause)))
    sent.end(body)
  })
}

const sentences: Readonly<Record<string, Sentence>> = refusals
const INSIDE = /\bat .*\.(ts|js):\d|node_modules|select |insert |pg_|SQLSTATE|ECONN|ZodError|undefined/i

/** What is wrong with an answer, in words; nothing when nothing is. */
function* faults(route: Route, way: Way, one: Case, language: 'ru' | 'en', { status, text }: Reply) {
  if (status === 0 || status >= 500) yield 'it fell'
  if (way === 'nobody' && route.can !== 'public' && status < 400) yield 'a stranger was let in'
  if (way === 'elsewhere' && one.aimed && route.can !== 'public' && status < 400)
    yield "another institution's id was taken"
  if (status < 400) return
  let said: { code?: unknown; message?: unknown } = {}
  try {
    said = JSON.parse(text)
  } catch {}
  const sentence = sentences[String(said.code)]
  if (!sentence) yield 'no stable code'
  else if (sentence.status !== status) yield `the code belongs to ${sentence.status}`
  else if (said.message !== sentence[language]) yield `no sentence in ${language}`
  // The letters of a random id may spell anything, ECONN too.
  if (INSIDE.test(text.replaceAll(/\breq_[a-z2-7]+/g, ''))) yield 'it tells of the inside'
}

// This would end the sign-ins the others need.
const anonymous = new Set(['/api/sign-out'])

test(`F-19 R-14 ${CASES} bad requests to every endpoint by nobody, an examinee, staff and another institution: a 4xx with a stable code and a sentence in the person's language, nothing stored, nothing told of the inside`, async () => {
  const wrong: string[] = []
  for (const route of server.app.routes) {
    await written()
    const files = route.body === 'octets' ? filesBelow(server.dataDir) : null
    const asked: Asked[] = []
    for (const [n, one] of badRequests(route, ids, { count: CASES, seed: SEED }).entries()) {
      const way = anonymous.has(route.path) ? 'nobody' : (ways[n % ways.length] as Way)
      const group = people[way]
      const cookie = group[Math.floor(n / ways.length) % group.length]?.client.cookie ?? ''
      const language = n % 3 ? 'ru' : 'en'
      const again = () => ask(route, one, cookie, language)
      const reply = await again()
      const said = `${route.method} ${route.path} #${n} ${way} seed ${SEED}: ${reply.status} ${reply.text.slice(0, 200)}`
      for (const fault of faults(route, way, one, language, reply)) wrong.push(`${fault}: ${said}`)
      if (reply.status >= 400) asked.push({ said, reply, again })
    }
    const left = await written()
    for (const one of asked)
      for (const what of storedBy(one.reply, left))
        if (await storesEachTime(one, what)) wrong.push(`it stored (${what}): ${one.said}`)
    if (files && asked.length === CASES) expect(filesBelow(server.dataDir), route.path).toEqual(files)
  }
  expect(wrong).toEqual([])
  expect(({} as Record<string, unknown>).admin).toBeUndefined()
  expect((await server.stranger().raw('GET', '/healthz')).status).toBe(200)
}, 900_000)

type Asked = { readonly said: string; readonly reply: Reply; readonly again: () => Promise<Reply> }

/** Written between a request and its answer, and not the note of a refusal. */
const storedBy = ({ beganMs, endedMs }: Reply, left: readonly Written[]): string[] => [
  ...new Set(
    left
      .filter(({ what, atMs }) => atMs >= beganMs && atMs <= endedMs && !NOTE_OF_REFUSAL.test(what))
      .map(({ what }) => what),
  ),
]

/** The server's own rounds write when they like: what a request stores it stores each time. */
async function storesEachTime({ again }: Asked, what: string): Promise<boolean> {
  for (let turn = 0; turn < 3; turn++) {
    await written()
    const reply = await again()
    if (!storedBy(reply, await written()).includes(what)) return false
  }
  return true
}

test('F-19 a refused request that stored something would be noticed', async () => {
  await written()
  const beganMs = wallMs()
  await server.exam()
  const stored = storedBy({ status: 400, text: '', beganMs, endedMs: wallMs() }, await written())
  expect(stored).toContain('insert exam')
})
