// Configuration, signals, exit. Everything else is wired in compose.ts.
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { openKeyFiles } from './adapters/key-files/key-files.ts'
import { closePools, openPools } from './adapters/postgres/pools.ts'
import type { Config } from './config.ts'
import { readConfig } from './config.ts'
import type { Log } from './ports/log.ts'
import { lockDataFolder } from './start-up/data-lock.ts'
import { openDatabase } from './start-up/database.ts'
import { explain, type Where, type Words, wrongArguments, wrongSettings } from './start-up/failures.ts'

/** sysexits EX_CONFIG: the reason was explained. */
const EXPLAINED = 78
/** B-53: what is in flight gets this long to be acknowledged. */
const FINISH_MS = 5000

const builtWeb = join(import.meta.dirname, '..', '..', 'web', 'dist')

async function serve(config: Config): Promise<void> {
  const at: Where = { ...config, ownDatabase: config.databaseUrl === null }
  const undo: (() => void | Promise<void>)[] = []
  let stopping: Promise<void> | null = null
  const shutDown = () => {
    stopping ??= (async () => {
      for (const step of undo.reverse()) await step()
    })()
    return stopping
  }

  try {
    if (config.port !== 0) await portIsFree(config)
    undo.push(lockDataFolder(config.dataDir))
    const [{ compose }, { pinoLog }] = await Promise.all([
      import('./compose.ts'),
      import('./adapters/pino/log.ts'),
    ])
    const log = pinoLog(config.logLevel)
    const keys = openKeyFiles(join(config.dataDir, 'keys'))
    const database = await openDatabase(config, log)
    undo.push(database.stop)
    const pools = await openPools({
      ownerUrl: database.ownerUrl,
      secret: Buffer.from(keys.secretFor('database roles')).toString('hex'),
      onError: (role, cause) =>
        log.warn('database.connection_lost', { role, why: cause.message.slice(0, 200) }),
    })
    undo.push(() => closePools(pools))
    const running = await compose({
      config: process.argv.includes('--demo') ? forShow(config) : config,
      pools,
      ownerUrl: database.ownerUrl,
      keys,
    })
    undo.push(running.stop)
    onSignals(log, shutDown)
    process.send?.('listening')
    console.log(`\n  Ochno: ${running.url}\n`)
    if (process.argv.includes('--demo')) {
      const { seedDemo } = await import('./seed/demo.ts')
      console.log(await seedDemo(running, config.dataDir))
    } else if (running.setupCode) console.log(firstSteps(`${running.url}/setup#${running.setupCode}`))
  } catch (cause) {
    await shutDown().catch(() => {})
    const words = explain(cause, at)
    if (words) return stopWith(words)
    console.error(cause)
    process.exit(1)
  }
}

/** Whoever looks at the demonstration has no authenticator at hand. */
const forShow = (config: Config): Config => ({ ...config, staffSecondFactor: 'offered' })

function onSignals(log: Log, shutDown: () => Promise<void>): void {
  const leave = (code: number) => {
    setTimeout(() => process.exit(code), FINISH_MS).unref()
    shutDown().then(
      () => process.exit(code),
      (cause) => {
        log.error('server.stop_failed', {}, cause)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => leave(0))
  const broken = (cause: unknown) => {
    log.error('server.broken', {}, cause)
    leave(1)
  }
  process.on('unhandledRejection', broken)
  process.on('uncaughtException', broken)
}

/** Asked before the database starts, so that the answer comes at once. */
const portIsFree = ({ host, port }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(port, host, () => probe.close(() => resolve()))
  })

const firstSteps = (link: string): string =>
  [
    '  Первый администратор — одноразовая ссылка, действует сутки:',
    '  First administrator — a one-time link, good for 24 hours:',
    `  ${link}`,
    '',
  ].join('\n')

function stopWith({ ru, en }: Words): void {
  console.error(`\n✖ ${ru}\n\n✖ ${en}\n`)
  process.exit(EXPLAINED)
}

const unknown = process.argv.slice(2).filter((argument) => argument !== '--demo')
const read = readConfig(process.env, existsSync(join(builtWeb, 'index.html')) ? builtWeb : null)
if (unknown.length) stopWith(wrongArguments(unknown))
else if (!read.ok) stopWith(wrongSettings(read.wrong))
else await serve(read.config)
