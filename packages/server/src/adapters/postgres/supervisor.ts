// Our own PostgreSQL: started, adopted after a crash of ours, stopped in order; its folder is never deleted or overwritten by us.
import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { databaseFolder } from './database-folder.ts'
import { nativeFolder, reachableFolder } from './native.ts'
import { type RunAs, runAs } from './system-user.ts'

export type Postgres = {
  readonly how: 'started' | 'adopted'
  readonly pid: number
  readonly port: number
  /** Owner's address; other roles log in with the same password file. */
  readonly url: string
  readonly stop: () => Promise<void>
}

export type PostgresFailure =
  | { readonly why: 'foreign_folder' }
  | { readonly why: 'major_version'; readonly found: string; readonly ours: string }
  | { readonly why: 'did_not_start'; readonly log: string }

export class PostgresError extends Error {
  readonly failure: PostgresFailure
  constructor(failure: PostgresFailure) {
    super(`PostgreSQL: ${failure.why}`)
    this.failure = failure
  }
}

const MAJOR = '18'
/**
 * Its log tells of the server itself. What a statement did wrong the program tells in words of its own: PostgreSQL would quote
 * the row, and names, addresses and answers with it (P-43).
 */
const quietLog = { log_min_messages: 'log', log_min_error_statement: 'panic', log_error_verbosity: 'terse' }
const LOG_LIMIT = 10 * 1024 * 1024
const EXE = process.platform === 'win32' ? '.exe' : ''

export async function startPostgres(
  dataDir: string,
  settings: Record<string, string> = {},
  wantedPort?: number,
): Promise<Postgres> {
  const user = runAs()
  const program = (name: string) => join(native, 'bin', name + EXE)
  mkdirSync(dataDir, { recursive: true })
  // Another user's PostgreSQL must pass through our folder to its own, and sees nothing else in it.
  if (user) chmodSync(dataDir, 0o711)
  const dir = databaseFolder(dataDir, user)
  const native = user ? reachableFolder(nativeFolder(), dirname(dir)) : nativeFolder()
  const password = ownerPassword(dataDir)
  if (!existsSync(join(dir, 'PG_VERSION'))) initialise(dir, program('initdb'), password, user)
  const found = readFileSync(join(dir, 'PG_VERSION'), 'utf8').trim()
  if (found !== MAJOR) throw new PostgresError({ why: 'major_version', found, ours: MAJOR })
  const running = adoptable(dir)
  const url = (port: number) => `postgres://ochno_owner:${password}@127.0.0.1:${port}/postgres`
  if (running) return { how: 'adopted', ...running, url: url(running.port), stop: () => stop(running.pid) }
  const port = wantedPort ?? (await freePort())
  const pid = await launch(program('postgres'), dir, port, user, settings, join(dataDir, 'postgres.log'))
  return { how: 'started', pid, port, url: url(port), stop: () => stop(pid) }
}

function ownerPassword(dataDir: string): string {
  const file = join(dataDir, 'keys', 'database-password')
  mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 })
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o400 })
  return readFileSync(file, 'utf8').trim()
}

function initialise(dir: string, initdb: string, password: string, user: RunAs | null): void {
  if (existsSync(dir) && readdirSync(dir).length > 0) throw new PostgresError({ why: 'foreign_folder' })
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const passwordFile = join(dirname(dir), `.initdb-${process.pid}`)
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user) {
    chownSync(dir, user.uid, user.gid)
    chownSync(passwordFile, user.uid, user.gid)
  }
  try {
    // The built-in locale keeps the order of text independent of the machine's libraries.
    execFileSync(
      initdb,
      [
        ...[
          '-D',
          dir,
          '-U',
          'ochno_owner',
          `--pwfile=${passwordFile}`,
          '--auth=scram-sha-256',
          '--encoding=UTF8',
        ],
        ...['--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums'],
      ],
      { ...user, stdio: 'pipe', cwd: '/' },
    )
  } catch (cause) {
    throw new PostgresError({
      why: 'did_not_start',
      log: String((cause as { stderr?: unknown }).stderr ?? cause),
    })
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** A postmaster that outlived us (kill -9, a crash) is taken over instead of fought. */
function adoptable(dir: string): { pid: number; port: number } | null {
  const file = join(dir, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  const ready = lines[7]?.trim() === 'ready'
  return pid && port && ready && isPostgres(pid, dir) ? { pid, port } : null
}

function isPostgres(pid: number, dir: string): boolean {
  if (!alive(pid)) return false
  const commandLine = `/proc/${pid}/cmdline`
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes(dir)
}

function launch(
  program: string,
  dir: string,
  port: number,
  user: RunAs | null,
  settings: Record<string, string>,
  logFile: string,
): Promise<number> {
  const options = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...quietLog, ...settings }
  const args = [
    '-D',
    dir,
    '-p',
    String(port),
    ...Object.entries(options).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ]
  // Detached: a Ctrl-C in the terminal must reach us first, so that acknowledgements end before the database does.
  // Its words go to a file: a pipe would break, and PostgreSQL with it, when we die.
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT) renameSync(logFile, `${logFile}.1`)
  const log = openSync(logFile, 'a', 0o600)
  const child = spawn(program, args, { ...user, detached: true, stdio: ['ignore', log, log], cwd: '/' })
  return new Promise((resolve, reject) => {
    const failed = () =>
      reject(new PostgresError({ why: 'did_not_start', log: readFileSync(logFile, 'utf8').slice(-2000) }))
    child.once('error', failed)
    child.once('exit', failed)
    const poll = setInterval(() => {
      if (adoptable(dir)?.pid !== child.pid) return
      clearInterval(poll)
      child.off('exit', failed)
      child.unref()
      resolve(child.pid ?? 0)
    }, 10)
    child.once('exit', () => clearInterval(poll))
  })
}

/** Fast shutdown: sessions are rolled back, everything committed is written, then the server leaves. */
function stop(pid: number): Promise<void> {
  if (alive(pid)) process.kill(pid, 'SIGINT')
  return new Promise((resolve) => {
    const poll = setInterval(() => {
      if (alive(pid)) return
      clearInterval(poll)
      resolve()
    }, 10)
  })
}

export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
