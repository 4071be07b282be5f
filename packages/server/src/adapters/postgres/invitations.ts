import type pg from 'pg'
import type { Ids } from '../../ports/ids.ts'
import type { Invitations, LinkPurpose, Setup } from '../../ports/sign-ins.ts'
import { writeAudit } from './audit.ts'
import { endAll, PERSON, personOf } from './sign-ins.ts'
import { isTaken, rowsOf, stamp, time, transaction } from './transaction.ts'

export const postgresInvitations = (auth: pg.Pool, ids: Ids): Invitations => ({
  find: async (tokenHash, now) => {
    const [row] = await rowsOf<Parameters<typeof personOf>[0] & { ends_at: Date; purpose: LinkPurpose }>(
      auth,
      PERSON.replace('select ', 'select i.ends_at, i.purpose, ') +
        ` join invitation i on i.account_id = a.id
          where i.token_sha256 = $1 and i.used_at is null and i.ends_at > $2 and a.disabled_at is null`,
      [tokenHash, stamp(now)],
    )
    return row ? { person: personOf(row), endsAt: time(row.ends_at), purpose: row.purpose } : null
  },
  use: (tokenHash, hash, now, audit) =>
    transaction(auth, async (sql) => {
      const [used] = await rowsOf<{ account_id: string }>(
        sql,
        `update invitation set used_at = $2 where token_sha256 = $1 and used_at is null and ends_at > $2 returning account_id`,
        [tokenHash, stamp(now)],
      )
      if (!used) return false
      await sql.query('update account set password_hash = $2 where id = $1', [used.account_id, hash])
      await sql.query(
        'update invitation set ends_at = $2 where account_id = $1 and used_at is null and ends_at > $2',
        [used.account_id, stamp(now)],
      )
      await endAll(sql, used.account_id, null, stamp(now))
      await writeAudit(sql, ids, audit)
      return true
    }),
})

/** B-27: no default account; the first one is made with a code only the operator of the machine has seen. */
export const postgresSetup = (auth: pg.Pool, ids: Ids): Setup => {
  const done = async () =>
    (await rowsOf(auth, "select 1 from account_role where role = 'admin' limit 1")).length > 0
  return {
    done,
    issue: (codeHash, at) =>
      transaction(auth, async (sql) => {
        await sql.query('delete from setup_code where used_at is null')
        await sql.query('insert into setup_code (code_sha256, created_at) values ($1, $2)', [
          codeHash,
          stamp(at),
        ])
      }),
    known: async (codeHash, now) =>
      (
        await rowsOf(
          auth,
          `select 1 from setup_code where code_sha256 = $1 and used_at is null and created_at > $2::timestamptz - interval '24 hours'`,
          [codeHash, stamp(now)],
        )
      ).length > 0,
    create: async (codeHash, first, now, audit) => {
      if (await done()) return 'already_set_up'
      try {
        return await transaction(auth, async (sql) => {
          const used = await rowsOf(
            sql,
            `update setup_code set used_at = $2 where code_sha256 = $1 and used_at is null
               and created_at > $2::timestamptz - interval '24 hours' returning code_sha256`,
            [codeHash, stamp(now)],
          )
          if (used.length === 0) return 'wrong_code'
          await sql.query('insert into tenant (id, name, zone, created_at) values ($1, $2, $3, $4)', [
            first.tenant,
            first.institution,
            first.zone,
            stamp(now),
          ])
          await sql.query(
            `insert into account (id, tenant_id, login, full_name, password_hash, language, created_at)
             values ($1, $2, $3, $4, $5, $6, $7)`,
            [
              first.account,
              first.tenant,
              first.login,
              first.fullName,
              first.hash,
              first.language,
              stamp(now),
            ],
          )
          await sql.query("insert into account_role (tenant_id, account_id, role) values ($1, $2, 'admin')", [
            first.tenant,
            first.account,
          ])
          await writeAudit(sql, ids, audit)
          return 'ok' as const
        })
      } catch (cause) {
        if (isTaken(cause)) return 'login_taken'
        throw cause
      }
    },
  }
}
