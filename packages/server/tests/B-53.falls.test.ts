// A server in which something broke that nobody caught: it answers what it took, leaves, and is started again by `npm start`.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createAccount, listAccounts } from '@ochno/contract/accounts'
import { setUp, signIn } from '@ochno/contract/sign-in'
import { Client } from '@ochno/testkit/client'
import { PASSWORD } from '@ochno/testkit/server'
import { afterEach, beforeEach, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const main = join(import.meta.dirname, '../src/main.ts')
let dir: string
let port: number
let starter: ChildProcess | null = null
let said = ''

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'ochno-falls-'))
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  port = (probe.address() as AddressInfo).port
  probe.close()
  await once(probe, 'close')
})
afterEach(async () => {
  if (starter && starter.exitCode === null) {
    starter.kill('SIGTERM')
    await once(starter, 'exit')
  }
  rmSync(dir, { recursive: true, force: true })
})

/** As tools/start.mjs does it, without building; in the server a signal does what `plant` says. */
function start(plant: string, env: Record<string, string> = {}): ChildProcess {
  const planted = join(dir, 'plant.mjs')
  writeFileSync(planted, `process.on('SIGUSR2', () => { ${plant} })\n`)
  const keeper = pathToFileURL(join(root, 'tools/keep-running.mjs')).href
  const program = `import { keepRunning } from ${JSON.stringify(keeper)}; keepRunning(process.execPath, ['--import', ${JSON.stringify(planted)}, ${JSON.stringify(main)}])`
  said = ''
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      OCHNO_DATA_DIR: join(dir, 'data'),
      OCHNO_PORT: String(port),
      OCHNO_STAFF_SECOND_FACTOR: 'offered',
      OCHNO_RESERVE_MB: '1',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  starter = child
  return child
}

const url = () => `http://127.0.0.1:${port}`
const up = () =>
  expect
    .poll(
      () =>
        fetch(`${url()}/readyz`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 30_000, interval: 100 },
    )
    .toBe(200)
const serverPid = () => Number(readFileSync(join(dir, 'data/server.pid'), 'utf8').split(' ')[0])
const times = (words: string) => said.split(words).length - 1

test('B-53 a rejection nobody caught: what was acknowledged is kept, and the server is up again by itself', async () => {
  start("Promise.reject(new Error('planted'))")
  await up()
  await expect.poll(() => said, { timeout: 20_000 }).toMatch(/setup#\S+/)
  const code = said.match(/setup#(\S+)/)?.[1] ?? ''
  const client = new Client(url())
  const admin = { login: 'first', fullName: 'Первая Анна', password: PASSWORD }
  await client.done(setUp, { body: { code, institution: 'Гимназия № 7', ...admin } })
  const fallen = serverPid()

  const acts = Array.from({ length: 40 }, (_, i) =>
    client
      .call(createAccount, { body: { login: `person.${i}`, fullName: `Человек ${i}`, roles: ['proctor'] } })
      .then(
        ({ status }) => (status === 200 ? `person.${i}` : null),
        () => null,
      ),
  )
  // In the middle of them: the first is answered, the others are on their way.
  await Promise.race(acts)
  process.kill(fallen, 'SIGUSR2')
  const acknowledged = (await Promise.all(acts)).filter((login) => login !== null)
  expect(acknowledged.length).toBeGreaterThan(0)

  await expect.poll(() => times('поднимаю снова'), { timeout: 20_000 }).toBe(1)
  await up()
  expect(serverPid()).not.toBe(fallen)
  expect(said).toContain('server.broken')
  expect(said).not.toContain('server.stop_failed')
  await client.done(signIn, { body: { login: admin.login, password: PASSWORD } })
  const { rows } = await client.done(listAccounts, { query: { find: 'person.' } })
  expect(rows.map(({ login }) => login)).toEqual(expect.arrayContaining(acknowledged))
}, 90_000)

test('B-53 a server that falls again and again is given up, in words', async () => {
  const child = start("setImmediate(() => { throw new Error('planted') })")
  const over = once(child, 'exit')
  for (let fall = 1; fall <= 5; fall++) {
    await up()
    process.kill(serverPid(), 'SIGUSR2')
    if (fall < 5) await expect.poll(() => times('поднимаю снова'), { timeout: 20_000 }).toBe(fall)
  }
  expect(await over).toEqual([1, null])
  expect(said).toContain('Сервер упал 5 раз за минуту')
  expect(said).toContain('The server fell 5 times in a minute')
}, 120_000)

test('a server that never came up is not started again', async () => {
  const child = start('', { OCHNO_PROT: '1' })
  expect(await once(child, 'exit')).toEqual([1, null])
  expect(times('OCHNO_PROT')).toBe(2)
  expect(said).not.toContain('поднимаю снова')
}, 60_000)

test('its starter’s end is its own: it stops in order and leaves with 0', async () => {
  const child = start('')
  await up()
  const pid = serverPid()
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(() => process.kill(pid, 0)).toThrow(/ESRCH/)
}, 60_000)
