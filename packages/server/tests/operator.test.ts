// Commands of the operator over a stopped server, run as he runs them.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAccount } from '@ochno/contract/accounts'
import { readKeys } from '@ochno/contract/evidence'
import { acceptInvitation, setUp, signIn } from '@ochno/contract/sign-in'
import { ephemeralSigner } from '@ochno/evidence/node/sign'
import { systemClock } from '@ochno/server/adapters/system/clock'
import { acceptRollback } from '@ochno/server/operator/accept-rollback'
import { Client } from '@ochno/testkit/client'
import { bootServer, PASSWORD } from '@ochno/testkit/server'
import { afterAll, expect, test } from 'vitest'

const source = join(import.meta.dirname, '../src')
const dataDir = mkdtempSync(join(tmpdir(), 'ochno-operator-'))
const env = {
  PATH: process.env.PATH ?? '',
  OCHNO_PORT: '0',
  OCHNO_STAFF_SECOND_FACTOR: 'offered',
  OCHNO_RESERVE_MB: '1',
  OCHNO_DATA_DIR: dataDir,
}
let running: ChildProcess | null = null
afterAll(async () => {
  await stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** A machine that runs other tests too may be too slow for the server's own two seconds; a broken server fails each time. */
async function start(): Promise<string> {
  for (let left = 3; ; left--)
    try {
      return await startOnce()
    } catch (cause) {
      if (left === 1) throw cause
    }
}

function startOnce(): Promise<string> {
  const child = spawn(process.execPath, [join(source, 'main.ts')], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running = child
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      // Read to the end: a server that can not say anything any more would fall over its own words.
      said = `${said}${chunk}`.slice(-8000)
      const [, url] = said.match(/ {2}Ochno: (\S+)\n[\s\S]*\n/) ?? []
      if (!url) return
      code = said.match(/setup#(\S+)\n/)?.[1] ?? code
      // Before there is an institution the address is followed by the one-time code, perhaps in words of its own.
      if (code !== '') resolve(url)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (status) => reject(new Error(`the server ended with ${status}: ${said}`)))
  })
}
let code = ''

async function stop(): Promise<void> {
  const child = running
  running = null
  if (!child || child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

function command(name: string, ...args: string[]): { readonly code: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(source, 'operator', `${name}-command.ts`), ...args],
    { env, encoding: 'utf8' },
  )
  return { code: status, said: stdout + stderr }
}

const admin = { login: 'first', fullName: 'Первая Анна', password: PASSWORD }
async function entered(url: string): Promise<Client> {
  const client = new Client(url)
  await client.done(signIn, { body: { login: admin.login, password: PASSWORD } })
  return client
}
const figure = async (url: string, name: string): Promise<string> =>
  (await new Client(url).raw('GET', '/metrics')).text.match(new RegExp(`^${name} (\\S+)$`, 'm'))?.[1] ?? ''

test('E-04 keys are changed with the server stopped: the old ones sign no more, their public parts stay', async () => {
  const url = await start()
  await new Client(url).done(setUp, { body: { code, institution: 'Гимназия № 7', ...admin } })
  const before = (await new Client(url).done(readKeys, {})).keys
  const refused = command('rotate-keys', 'all')
  expect(refused.code).toBe(1)
  expect(refused.said).toContain('уже работает другой сервер')
  expect(readdirSync(join(dataDir, 'keys/private'))).toHaveLength(3)
  await stop()

  expect(command('rotate-keys', 'everything').said).toContain('Какой ключ сменить')
  const one = command('rotate-keys', 'manifest')
  expect([one.code, one.said]).toEqual([0, expect.stringContaining('✔ manifest:')])
  expect(command('rotate-keys', 'all').code).toBe(0)

  const again = await start()
  const { keys } = await new Client(again).done(readKeys, {})
  expect(
    keys
      .filter((key) => key.until_ms === null)
      .map((key) => key.use)
      .sort(),
  ).toEqual(['log', 'manifest', 'receipt'])
  expect(keys).toHaveLength(3 + 4)
  for (const key of before)
    expect(keys.find(({ id }) => id === key.id)).toMatchObject({ key: key.key, until_ms: expect.any(Number) })
  expect(readdirSync(join(dataDir, 'keys/private')).sort()).toEqual(
    keys
      .filter((key) => key.until_ms === null)
      .map((key) => `${key.id}.pem`)
      .sort(),
  )
  await stop()
}, 120_000)

test('E-T4 a journal shorter than what was signed is continued only after a person said why', async () => {
  execFileSync('cp', ['-a', join(dataDir, 'postgres'), join(dataDir, 'postgres.old')])
  const url = await start()
  const client = await entered(url)
  for (const login of ['second', 'third'])
    await client.done(createAccount, { body: { login, fullName: 'Вторая Ольга', roles: ['dpo'] } })
  await stop()
  expect(command('accept-rollback', '--reason', 'на всякий случай').said).toContain('Журнал в порядке')

  // The disk died; the database of the day before is put back, the signed heads are not.
  rmSync(join(dataDir, 'postgres'), { recursive: true })
  execFileSync('mv', [join(dataDir, 'postgres.old'), join(dataDir, 'postgres')])
  const older = await start()
  await expect.poll(() => figure(older, 'ochno_journal_fault'), { timeout: 20_000 }).toBe('1')
  await stop()

  const bare = command('accept-rollback')
  expect([bare.code, bare.said]).toEqual([1, expect.stringContaining('Почему журнал короче')])
  const reason = 'Восстановлена вчерашняя копия. Иванов И. И.'
  const done = command('accept-rollback', '--reason', reason)
  expect([done.code, done.said]).toEqual([0, expect.stringContaining('Потеря и её причина записаны')])
  const heads = readdirSync(join(dataDir, 'journal')).sort()
  expect(heads).toEqual([expect.stringMatching(/^heads\.lost-\d+\.txt$/), 'heads.txt'])

  const after = await start()
  await expect.poll(() => figure(after, 'ochno_journal_leaves'), { timeout: 20_000 }).not.toBe('0')
  expect(await figure(after, 'ochno_journal_fault')).toBe('0')
  // Numbered again: the act of accepting is a leaf of the tree, with the reason in its details.
  const { client: dpo } = await newDpo(after)
  await expect
    .poll(
      async () => {
        const reply = await dpo.raw('GET', '/api/journal?object=journal')
        return (reply.body as { rows: { action: string; seq: number | null }[] }).rows[0]
      },
      { timeout: 20_000 },
    )
    .toMatchObject({ action: 'journal.rollback_accepted', seq: expect.any(Number) })
  await stop()
  expect(readFileSync(join(dataDir, 'journal', heads[0] as string), 'utf8')).not.toBe('')
  expect(command('accept-rollback', '--reason', reason).said).toContain('Журнал в порядке')
}, 120_000)

async function newDpo(url: string) {
  const boss = await entered(url)
  const { invitation } = await boss.done(createAccount, {
    body: { login: 'officer', fullName: 'Ветрова Нина', roles: ['dpo'] },
  })
  const client = new Client(url)
  await client.done(acceptInvitation, { body: { token: invitation.token, password: PASSWORD } })
  return { client }
}

test('E-T4 a journal whose acts were taken out or changed can not be accepted', async () => {
  const server = await bootServer()
  try {
    await server.running()
    await server.app.core.signJournal()
    const headsFile = join(server.dataDir, 'journal', 'heads.txt')
    const before = readFileSync(headsFile, 'utf8')
    const accept = () =>
      acceptRollback(
        {
          log: server.database.pools.log,
          headsFile,
          signer: ephemeralSigner('log'),
          clock: systemClock,
          tell: async () => {
            throw new Error('nothing is told of what is not accepted')
          },
        },
        'так надо',
      )
    const asSuperuser = (sql: string) =>
      server.database.owner(
        `set session_replication_role = replica; ${sql}; set session_replication_role = origin`,
      )
    expect(await accept()).toEqual({ ok: false, why: 'nothing_lost' })
    // The heads in the database are younger than its acts: no copy looks so.
    await asSuperuser('delete from audit_leaf where seq >= 3')
    expect(await accept()).toEqual({ ok: false, why: 'changed' })
    await asSuperuser(
      "delete from audit_head; update audit_leaf set leaf_sha256 = decode(repeat('ab', 32), 'hex') where seq = 1",
    )
    expect(await accept()).toEqual({ ok: false, why: 'changed' })
    await asSuperuser('delete from audit_leaf where seq = 1')
    expect(await accept()).toEqual({ ok: false, why: 'hole' })
    expect(readFileSync(headsFile, 'utf8')).toBe(before)
    expect(existsSync(`${headsFile}.new`)).toBe(false)
  } finally {
    await server.stop()
  }
})
