import type { TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type pg from 'pg'
import type { CallSignals, Signalled } from '../../ports/calls.ts'
import { rowsOf, type Sql, stamp } from './transaction.ts'

/** Two pages that look for a way write some dozens; more is no call. */
const MOST = 2_000

export const postgresCallSignals = (sql: Sql, tenant: TenantId): CallSignals => ({
  add: async ({ session, seq }, from, signals, at) => {
    const [last] = await rowsOf<{ no: number }>(
      sql,
      'select coalesce(max(no), 0) as no from call_signal where session_id = $1 and call_seq = $2',
      [session, seq],
    )
    const no = last?.no ?? 0
    if (no + signals.length > MOST) return false
    await sql.query(
      `insert into call_signal (tenant_id, session_id, call_seq, no, party, at, said)
       select $1, $2, $3, $4 + n, $5, $6, said
       from jsonb_array_elements($7::jsonb) with ordinality as given(said, n)`,
      [tenant, session, seq, no, from, stamp(at), JSON.stringify(signals)],
    )
    return true
  },
  read: async ({ session, seq }, from, after) =>
    (
      await rowsOf<{ no: number; said: Signalled['signal'] }>(
        sql,
        `select no, said from call_signal
         where session_id = $1 and call_seq = $2 and party = $3 and no > $4 order by no limit 200`,
        [session, seq, from, after],
      )
    ).map(({ no, said }) => ({ no, signal: said })),
  forget: async (session) => {
    await sql.query('delete from call_signal where session_id = $1', [session])
  },
})

/** Of calls that nobody ended: both pages were closed. */
export const forgetOldSignals = (auth: pg.Pool, now: Instant) =>
  auth.query(`delete from call_signal where at < $1::timestamptz - interval '2 hours'`, [stamp(now)])
