import { createHmac } from 'node:crypto'
import pg from 'pg'

/** One pool per database role, so that a mistake in one area can not reach another's rows. */
export type Pools = {
  readonly app: pg.Pool
  readonly ingest: pg.Pool
  readonly auth: pg.Pool
  readonly log: pg.Pool
}

const roles = { app: 'ochno_app', ingest: 'ochno_ingest', auth: 'ochno_auth', log: 'ochno_log' } as const
// More connections cost latency, not speed, on the machines this runs on (platform measurements: 8 beat 32).
const sizes = { app: 8, ingest: 4, auth: 4, log: 2 } as const

export type PoolsOptions = {
  readonly ownerUrl: string
  /** Secret the passwords of the roles are derived from; the owner's own password for the embedded server. */
  readonly secret: string
  readonly onError: (role: string, cause: Error) => void
  /** How long a connection may take to be made; a machine that runs many tests at once needs longer. */
  readonly connectMs?: number
}

/** Gives each role its password and opens one pool per role. */
export async function openPools({
  ownerUrl,
  secret,
  onError,
  connectMs = 5000,
}: PoolsOptions): Promise<Pools> {
  await setPasswords(ownerUrl, secret)
  const open = (area: keyof typeof roles): pg.Pool => {
    const url = new URL(ownerUrl)
    url.username = roles[area]
    url.password = passwordOf(secret, roles[area])
    const pool = new pg.Pool({
      connectionString: url.href,
      max: sizes[area],
      connectionTimeoutMillis: connectMs,
      // A server that hangs answers nothing: our own limit ends the wait (F-09).
      query_timeout: 6000,
      keepAlive: true,
    })
    // Without these an administrator's shutdown of the database takes our process with it.
    pool.on('error', (cause) => onError(roles[area], cause))
    pool.on('connect', (client) => client.on('error', (cause) => onError(roles[area], cause)))
    return pool
  }
  return { app: open('app'), ingest: open('ingest'), auth: open('auth'), log: open('log') }
}

export const closePools = async (pools: Pools): Promise<void> => {
  await Promise.all(Object.values(pools).map((pool) => pool.end()))
}

const passwordOf = (secret: string, role: string): string =>
  createHmac('sha256', secret).update(`database role ${role}`).digest('hex')

async function setPasswords(ownerUrl: string, secret: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    // Advisory lock: two processes altering one role at once fail with «tuple concurrently updated».
    await client.query('select pg_advisory_lock(727002)')
    for (const role of Object.values(roles))
      await client.query(`alter role ${role} password '${passwordOf(secret, role)}'`)
  } finally {
    await client.end()
  }
}
