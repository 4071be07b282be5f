import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Mend } from '@ochno/domain/trial/mend'
import type { MendItem } from '@ochno/domain/trial/mend-machine'
import type pg from 'pg'
import type { DueTrials, Trials } from '../../ports/trials.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Row = { account_id: AccountId; at: Date; destroyed_at: Date; mend: Mend[]; machine: MendItem[] }

export const postgresTrials = (sql: Sql, tenant: TenantId): Trials => ({
  find: async (account, now) => {
    const [row] = await rowsOf<Row>(
      sql,
      // What a version before left has other codes; its day is soon over.
      `select account_id, at, destroyed_at, mend, machine from trial
       where account_id = $1 and destroyed_at > $2 and machine is not null`,
      [account, stamp(now)],
    )
    return row
      ? {
          account: row.account_id,
          at: time(row.at),
          destroyedAt: time(row.destroyed_at),
          mend: row.mend,
          machine: row.machine,
        }
      : null
  },
  put: async ({ account, at, destroyedAt, mend, machine }) => {
    await sql.query(
      `insert into trial (account_id, tenant_id, at, destroyed_at, mend, machine) values ($1, $2, $3, $4, $5, $6)
       on conflict (account_id) do update set at = excluded.at, destroyed_at = excluded.destroyed_at, mend = excluded.mend,
         machine = excluded.machine`,
      [account, tenant, stamp(at), stamp(destroyedAt), JSON.stringify(mend), JSON.stringify(machine)],
    )
  },
  forget: async (account) => {
    await sql.query('delete from trial where account_id = $1', [account])
  },
  forgetDue: async (now) => {
    await sql.query('delete from trial where destroyed_at <= $1', [stamp(now)])
  },
})

export const postgresDueTrials =
  (auth: pg.Pool): DueTrials =>
  async (now) =>
    (
      await rowsOf<{ tenant_id: TenantId }>(
        auth,
        'select distinct tenant_id from trial where destroyed_at <= $1',
        [stamp(now)],
      )
    ).map((row) => row.tenant_id)
