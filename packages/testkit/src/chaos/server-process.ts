// The real server in a process of its own, with its own data folder and PostgreSQL, so that it can be killed.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@ochno/server/adapters/postgres/supervisor'
import type { Server } from './lanes.ts'
import { exited } from './load.ts'

const flags = JSON.parse(
  readFileSync(new URL('../../../server/node-flags.json', import.meta.url), 'utf8'),
) as string[]
/** One that is killed writes nothing at its end, so each writes what it compiled as soon as it listens. */
const keepCompiled = new URL('./keep-compiled.ts', import.meta.url).href
const main = new URL('../../../server/src/main.ts', import.meta.url).pathname

export type Options = {
  readonly dataDir?: string
  /** A database that is not ours to start or stop; the embedded one when left out. */
  readonly databaseUrl?: string
  readonly tls?: boolean
  /** Loaded before the server: how a test plants what the product has no switch for. */
  readonly preload?: string
  readonly env?: Readonly<Record<string, string>>
  readonly nodeArgs?: readonly string[]
}

export type ServerProcess = {
  readonly dataDir: string
  readonly address: () => Server
  readonly pid: () => number
  readonly postgresPid: () => Promise<number>
  /** Address of the database as its owner. */
  readonly ownerUrl: () => Promise<string>
  readonly kill: () => Promise<void>
  /** Resolves when the process has ended by itself. */
  readonly ended: () => Promise<void>
  /** Starts again on the same port; resolves with the milliseconds until it listens. */
  readonly start: () => Promise<number>
  /** Ends the server and its PostgreSQL and removes the data. */
  readonly close: () => Promise<void>
}

export async function serverProcess(options: Options = {}): Promise<ServerProcess> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'ochno-server-'))
  const cert = options.tls ? certificate(dataDir) : null
  let child: ChildProcess | null = null
  let origin = ''
  let port = '0'

  const startOnce = async () => {
    const began = performance.now()
    const compiled = process.env.OCHNO_TEST_COMPILED
    const preload = [...(compiled ? [keepCompiled] : []), ...(options.preload ? [options.preload] : [])]
    const own = spawn(
      process.execPath,
      [...flags, ...preload.flatMap((one) => ['--import', one]), ...(options.nodeArgs ?? []), main],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: process.env.PATH,
          OCHNO_DATA_DIR: dataDir,
          OCHNO_PORT: port,
          OCHNO_STAFF_SECOND_FACTOR: 'offered',
          OCHNO_LOG_LEVEL: 'error',
          OCHNO_RESERVE_MB: '8',
          ...(compiled ? { NODE_COMPILE_CACHE: compiled } : {}),
          ...(options.databaseUrl ? { OCHNO_DATABASE_URL: options.databaseUrl } : {}),
          ...(cert ? { OCHNO_TLS_CERT: cert.cert, OCHNO_TLS_KEY: cert.key } : {}),
          ...options.env,
        },
      },
    )
    child = own
    origin = await new Promise<string>((resolve, reject) => {
      let said = ''
      const hear = (chunk: Buffer) => {
        said = `${said}${chunk}`.slice(-4000)
        const url = /Ochno: (https?:\/\/\S+)/.exec(said)
        if (url?.[1]) resolve(url[1])
      }
      own.stdout.on('data', (chunk) => {
        hear(chunk)
        if (process.env.OCHNO_TEST_VERBOSE) process.stderr.write(chunk)
      })
      own.stderr.on('data', (chunk) => {
        hear(chunk)
        if (process.env.OCHNO_TEST_VERBOSE) process.stderr.write(chunk)
      })
      own.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
    })
    port = new URL(origin).port
    return performance.now() - began
  }
  // A machine that runs other tests too may be too slow for the server's own two seconds; a broken server fails each time.
  const start = async () => {
    for (let left = 3; ; left--)
      try {
        return await startOnce()
      } catch (cause) {
        if (left === 1) throw cause
      }
  }
  const kill = async () => {
    if (!child) return
    child.kill('SIGKILL')
    await exited(child)
    child = null
  }
  // Adopts what runs: it never starts a second one.
  const postgres = () => startPostgres(dataDir)
  await start()
  return {
    dataDir,
    address: () => ({ origin, ...(cert ? { ca: cert.pem } : {}) }),
    pid: () => child?.pid ?? 0,
    postgresPid: async () => (await postgres()).pid,
    ownerUrl: async () => {
      if (options.databaseUrl) return options.databaseUrl
      const url = new URL((await postgres()).url)
      url.pathname = '/ochno'
      return url.href
    },
    kill,
    ended: async () => {
      if (child) await exited(child)
    },
    start,
    close: async () => {
      await kill()
      if (!options.databaseUrl) await (await postgres()).stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function certificate(dataDir: string): { cert: string; key: string; pem: string } {
  const [cert, key] = [join(dataDir, 'test.crt'), join(dataDir, 'test.key')]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  execFileSync('openssl', ['req', '-x509', ...kind, ...subject, '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  })
  return { cert, key, pem: execFileSync('cat', [cert]).toString() }
}
