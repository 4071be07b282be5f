// Ground of the commands that change what a running server holds in memory: the folder is ours alone while they work.
import { join } from 'node:path'
import { openKeyFiles } from '../adapters/key-files/key-files.ts'
import { openKeyRing } from '../adapters/key-ring/key-ring.ts'
import { pinoLog } from '../adapters/pino/log.ts'
import { closePools, openPools, type Pools } from '../adapters/postgres/pools.ts'
import { postgresAudit } from '../adapters/postgres/audit.ts'
import { systemClock } from '../adapters/system/clock.ts'
import { randomIds } from '../adapters/system/ids.ts'
import type { TenantId } from '@ochno/domain/ids'
import { readConfig } from '../config.ts'
import type { KeyRing } from '../ports/signing.ts'
import { lockDataFolder } from '../start-up/data-lock.ts'
import { openDatabase } from '../start-up/database.ts'
import { explain, type Words, wrongSettings } from '../start-up/failures.ts'

export type Stopped = {
  readonly dataDir: string
  readonly pools: Pools
  readonly keys: KeyRing
  /** One entry of the operator, who has no account, in the journal of every institution. */
  readonly tell: (action: string, object: string, details: Readonly<Record<string, unknown>>) => Promise<void>
}

/** Does `work` over a stopped server; gives the words of what went wrong, or null. */
export async function withStoppedServer(
  work: (server: Stopped) => Promise<Words | null>,
): Promise<Words | null> {
  const read = readConfig(process.env, null)
  if (!read.ok) return wrongSettings(read.wrong)
  const { config } = read
  const undo: (() => void | Promise<void>)[] = []
  try {
    undo.push(lockDataFolder(config.dataDir))
    const database = await openDatabase(config, pinoLog('error'))
    undo.push(database.stop)
    const files = openKeyFiles(join(config.dataDir, 'keys'))
    const pools = await openPools({
      ownerUrl: database.ownerUrl,
      secret: Buffer.from(files.secretFor('database roles')).toString('hex'),
      onError: () => {},
    })
    undo.push(() => closePools(pools))
    const keys = await openKeyRing(join(config.dataDir, 'keys'), systemClock.ms)
    return await work({ dataDir: config.dataDir, pools, keys, tell: tellAll(pools) })
  } catch (cause) {
    const words = explain(cause, { ...config, ownDatabase: config.databaseUrl === null })
    if (words) return words
    throw cause
  } finally {
    for (const step of undo.reverse()) await step()
  }
}

function tellAll(pools: Pools): Stopped['tell'] {
  const audit = postgresAudit(pools.app, randomIds)
  return async (action, object, details) => {
    const { rows } = await pools.log.query<{ id: TenantId }>('select id from tenant order by id')
    for (const { id } of rows)
      await audit.record({
        at: systemClock.now(),
        tenant: id,
        actor: 'system',
        role: 'system',
        action,
        object,
        purpose: 'operation',
        result: 'ok',
        details,
      })
  }
}

/** Ends the program with what was said. */
export function leave(words: Words | null): never {
  if (words) console.error(`✖ ${words.ru}\n✖ ${words.en}`)
  process.exit(words ? 1 : 0)
}
