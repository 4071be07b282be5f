// B-21: slows guessing down, never locks a person out for good; a class behind one address may sign in together.
import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { fromMs, type Instant } from '@ochno/domain/time'
import type pg from 'pg'
import type { Throttle } from '../../ports/sign-ins.ts'
import { rowsOf, type Sql, stamp, transaction } from './transaction.ts'

const FREE = 5
const LONGEST_S = 15 * 60
const FORGET_MS = 24 * 3_600_000
const HOUR_MS = 3_600_000
const PER_NETWORK = 100
const OWN_NETWORK_FACTOR = 30
/** Beyond so many an hour from everywhere, networks that are not the institution's wait. */
const EVERYWHERE = 20_000
/** Nobody waits. Not `now`: of two requests at once the one that asked first may be counted second. */
const NO_WAIT = 0

type Row = { failures: number; window_at: Date; until: Date }
type Rule = { readonly key: string; readonly next: (row: Row | null, now: number) => Next }
type Next = { readonly failures: number; readonly windowAt: number; readonly until: number }

const keyed = (kind: string, text: string) =>
  `${kind}:${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`

const isOwnNetwork = (ip: string): boolean =>
  /^(?:::ffff:)?(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(ip) || /^(?:::1$|f[cd])/i.test(ip)

/** /24 of IPv4, /64 of IPv6. */
function network(ip: string): string {
  const v4 = ip.replace(/^::ffff:/i, '')
  if (!isIPv6(v4)) return v4.split('.').slice(0, 3).join('.')
  const [left = '', right = ''] = v4.split('::')
  const head = left.split(':').filter(Boolean)
  const tail = right.split(':').filter(Boolean)
  const zeros: string[] = Array(Math.max(0, 8 - head.length - tail.length)).fill('0')
  return [...head, ...zeros, ...tail].slice(0, 4).join(':')
}

const account = (login: string): Rule => ({
  key: keyed('account', login),
  next: (row, now) => {
    const old = row && now - row.window_at.getTime() < FORGET_MS ? row.failures : 0
    const failures = old + 1
    const waitS = failures < FREE ? 0 : Math.min(LONGEST_S, 2 ** Math.min(20, failures - FREE))
    return { failures, windowAt: now, until: waitS === 0 ? NO_WAIT : now + waitS * 1000 }
  },
})

const hourly = (key: string, limit: number): Rule => ({
  key,
  next: (row, now) => {
    const same = row !== null && now - row.window_at.getTime() < HOUR_MS
    const windowAt = same ? row.window_at.getTime() : now
    const failures = (same ? row.failures : 0) + 1
    return { failures, windowAt, until: failures >= limit ? windowAt + HOUR_MS : NO_WAIT }
  },
})

function rulesFor(login: string | null, ip: string): Rule[] {
  const own = isOwnNetwork(ip)
  return [
    ...(login === null ? [] : [account(login)]),
    ...(own ? [] : [hourly('everywhere', EVERYWHERE)]),
    hourly(keyed('network', network(ip)), PER_NETWORK * (own ? OWN_NETWORK_FACTOR : 1)),
  ].sort((a, b) => (a.key < b.key ? -1 : 1))
}

export const postgresThrottle = (auth: pg.Pool): Throttle => ({
  reserve: (login, ip, now) =>
    transaction(auth, async (sql) => {
      const rules = rulesFor(login, ip)
      const rows = new Map<string, Row>()
      for (const { key } of rules) rows.set(key, await lock(sql, key, now))
      const wait = Math.max(
        0,
        ...[...rows.values()].map((row) => row.until.getTime() - now.epochMilliseconds),
      )
      if (wait > 0) return Math.ceil(wait / 1000)
      for (const { key, next } of rules) {
        const row = next(rows.get(key) ?? null, now.epochMilliseconds)
        await sql.query(
          'update sign_in_throttle set failures = $2, window_at = $3, until = $4 where key = $1',
          [key, row.failures, stamp(fromMs(row.windowAt)), stamp(fromMs(row.until))],
        )
      }
      return 0
    }),
  // Success forgives the account wholly and the network only this attempt.
  forgive: async (login, ip) => {
    const keys = rulesFor(login, ip).map((rule) => rule.key)
    await transaction(auth, async (sql) => {
      // In the order in which `reserve` takes them: two orders would wait for each other.
      await sql.query(
        'select from sign_in_throttle where key = any ($1) order by key collate "C" for no key update',
        [keys],
      )
      await sql.query(
        `update sign_in_throttle set failures = case when key like 'account:%' then 0 else greatest(0, failures - 1) end,
           until = 'epoch' where key = any ($1)`,
        [keys],
      )
    })
  },
})

async function lock(sql: Sql, key: string, now: Instant): Promise<Row> {
  await sql.query(
    `insert into sign_in_throttle (key, failures, window_at, until) values ($1, 0, $2, 'epoch') on conflict (key) do nothing`,
    [key, stamp(now)],
  )
  const [row] = await rowsOf<Row>(
    sql,
    'select failures, window_at, until from sign_in_throttle where key = $1 for no key update',
    [key],
  )
  return row as Row
}

/** Rows nobody will ask about again, and exam codes whose quarter of an hour is over (B-28). */
export async function forgetOldThrottles(auth: pg.Pool, now: Instant): Promise<void> {
  await auth.query(`delete from sign_in_throttle where window_at < $1::timestamptz - interval '25 hours'`, [
    stamp(now),
  ])
  await auth.query('delete from exam_code where ends_at <= $1', [stamp(now)])
}
