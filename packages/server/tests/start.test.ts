import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@ochno/server/adapters/postgres/supervisor'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'

const main = join(import.meta.dirname, '../src/main.ts')
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'ochno-start-'))
  folders.push(made)
  return made
}

type Server = {
  readonly child: ChildProcess
  readonly said: () => string
  readonly exit: Promise<number | null>
}

function start(env: Record<string, string>, given: readonly string[] = []): Server {
  const child = spawn(process.execPath, [main, ...given], {
    env: { PATH: process.env.PATH ?? '', OCHNO_PORT: '0', OCHNO_RESERVE_MB: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said += chunk
    })
  return { child, said: () => said, exit: once(child, 'close').then(([code]) => code) }
}

async function listening(server: Server): Promise<string> {
  for (;;) {
    const [, url] = server.said().match(/ {2}Ochno: (\S+)/) ?? []
    if (url) return url
    const over = await Promise.race([
      server.exit.then(() => true),
      once(server.child.stdout as never, 'data'),
    ])
    if (over === true) throw new Error(server.said())
  }
}

async function refused(env: Record<string, string>): Promise<string> {
  const server = start(env)
  expect(await server.exit).toBe(78)
  expect(server.said(), 'no stack trace').not.toMatch(/^\s+at /m)
  return server.said()
}

test('an argument that does not exist stops the start before anything is made', async () => {
  const dataDir = join(folder(), 'data')
  const server = start({ OCHNO_DATA_DIR: dataDir }, ['--dmeo'])
  expect(await server.exit).toBe(78)
  expect(server.said()).toContain('Нет такого аргумента: --dmeo')
  expect(server.said()).toContain('no such argument: --dmeo')
  expect(existsSync(dataDir)).toBe(false)
})

test('B-27 the first start prints a one-time link, stops in order, and starts again over the same data', async () => {
  const dataDir = folder()
  const first = start({ OCHNO_DATA_DIR: dataDir })
  const url = await listening(first)
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  while (!first.said().includes('/setup#')) await once(first.child.stdout as never, 'data')
  const second = await refused({ OCHNO_DATA_DIR: dataDir })
  expect(second).toContain('другой сервер Ochno')
  first.child.kill('SIGTERM')
  expect(await first.exit).toBe(0)
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid')), 'the database stopped too').toBe(false)

  const crashed = start({ OCHNO_DATA_DIR: dataDir })
  await listening(crashed)
  crashed.child.kill('SIGKILL')
  await crashed.exit
  const again = start({ OCHNO_DATA_DIR: dataDir })
  expect((await fetch(`${await listening(again)}/readyz`)).status).toBe(200)
  expect(again.said()).toContain('database.adopted')
  again.child.kill('SIGINT')
  expect(await again.exit).toBe(0)
})

test('a port that is taken is named, in both languages', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const said = await refused({ OCHNO_DATA_DIR: folder(), OCHNO_PORT: String(port) })
  other.close()
  expect(said).toContain(`Порт ${port} занят`)
  expect(said).toContain(`Port ${port} is taken`)
})

test('a setting that does not exist is named', async () =>
  expect(await refused({ OCHNO_DATA_DIR: folder(), OCHNO_PROT: '1' })).toContain('OCHNO_PROT'))

test('a data folder of a newer version is refused and left as it is', async () => {
  const dataDir = folder()
  const once = start({ OCHNO_DATA_DIR: dataDir })
  await listening(once)
  once.child.kill('SIGTERM')
  await once.exit
  const postgres = await startPostgres(dataDir)
  const client = new pg.Client({ connectionString: postgres.url.replace(/\/postgres$/, '/ochno') })
  await client.connect()
  await client.query(`insert into migration (name, sha256) values ('20991231T0000_future.sql', 'x')`)
  await client.end()
  await postgres.stop()
  const said = await refused({ OCHNO_DATA_DIR: dataDir })
  expect(said).toContain('20991231T0000_future.sql')
  expect(said).toContain('newer version')
})

test('a folder that holds something else is refused and left as it is', async () => {
  const dataDir = folder()
  mkdirSync(join(dataDir, 'postgres'))
  writeFileSync(join(dataDir, 'postgres', 'diploma.doc'), 'years of work')
  expect(await refused({ OCHNO_DATA_DIR: dataDir })).toContain('чужое')
  expect(readFileSync(join(dataDir, 'postgres', 'diploma.doc'), 'utf8')).toBe('years of work')
})

test('a data folder that is a file is named', async () => {
  const file = join(folder(), 'file')
  writeFileSync(file, '')
  expect(await refused({ OCHNO_DATA_DIR: file })).toContain('не папка')
})

test('a database that does not answer is named', async () =>
  expect(
    await refused({ OCHNO_DATA_DIR: folder(), OCHNO_DATABASE_URL: 'postgres://x:y@127.0.0.1:1/ochno' }),
  ).toContain('не отвечает'))

const small = folder()
const canMount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', small]).status === 0
test.skipIf(!canMount)('a full disk is named', async () => {
  try {
    expect(await refused({ OCHNO_DATA_DIR: small })).toContain('Нет места на диске')
  } finally {
    execFileSync('umount', [small])
  }
})
