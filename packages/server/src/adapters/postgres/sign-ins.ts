// Rows of signing in, by the one role that looks across institutions.
import type { Role } from '@ochno/domain/access/table'
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type pg from 'pg'
import type { Ids } from '../../ports/ids.ts'
import type { Person, SignInId, SignIns } from '../../ports/sign-ins.ts'
import { writeAudit } from './audit.ts'
import { momentsOf, STANDING, type StandingRow } from './barred.ts'
import { rowsOf, type Sql, stamp, time, transaction } from './transaction.ts'

export type PersonRow = {
  id: AccountId
  tenant_id: TenantId
  login: string
  full_name: string
  language: 'ru' | 'en'
  disabled_at: Date | null
  password_hash: string | null
  enrolled: boolean
  directory: boolean
  roles: Role[]
  standing: StandingRow
  institution: string
  zone: string
}

export const PERSON = `select a.id, a.tenant_id, a.login, a.full_name, a.language, a.disabled_at, a.password_hash,
  coalesce((select array_agg(r.role order by r.role) from account_role r where r.account_id = a.id), '{}') as roles,
  exists (select 1 from factor_totp f where f.account_id = a.id)
    or exists (select 1 from factor_passkey f where f.account_id = a.id) as enrolled,
  exists (select 1 from directory_account d where d.account_id = a.id) as directory,
  ${STANDING}, t.name as institution, t.zone from account a join tenant t on t.id = a.tenant_id`

export const personOf = (row: PersonRow): Person => ({
  account: row.id,
  tenant: row.tenant_id,
  login: row.login,
  fullName: row.full_name,
  language: row.language,
  roles: row.roles,
  standing: momentsOf(row.standing),
  disabled: row.disabled_at !== null,
  hash: row.password_hash,
  enrolled: row.enrolled,
  directory: row.directory,
  institution: { name: row.institution, zone: row.zone },
})

const onePerson = async (sql: Sql | pg.Pool, where: string, value: string): Promise<Person | null> => {
  const [row] = await rowsOf<PersonRow>(sql, `${PERSON} where ${where}`, [value])
  return row ? personOf(row) : null
}

/** An attempt that is about to begin or runs keeps the examinee signed in for its length and half an hour (B-06). */
const EXAM_IDLE = `(select max(s.length_minutes) * 60 + 1800 from session s
  where s.examinee_id = $2 and s.deauthorized_at is null and s.closes_at > $5)`

export const postgresSignIns = (auth: pg.Pool, ids: Ids): SignIns => ({
  find: (login) => onePerson(auth, 'a.login = $1', login),
  person: (account) => onePerson(auth, 'a.id = $1', account),
  ofEmail: async (email) =>
    (
      await rowsOf<PersonRow>(
        auth,
        `${PERSON} where lower(a.email) = lower($1) and a.disabled_at is null order by a.created_at, a.id limit 5`,
        [email],
      )
    ).map(personOf),
  open: (row, audit) =>
    transaction(auth, async (sql) => {
      // Two sign-ins of one account at once must not both stay within the limit of B-07.
      await sql.query('select pg_advisory_xact_lock(hashtext($1))', [row.account])
      await sql.query(
        `insert into sign_in (id, account_id, tenant_id, secret_sha256, created_at, proved_at, seen_at, ends_at, idle_s, device, only_session)
         values ($1, $2, $3, $4, $5, $9, $5, $6, greatest($7::int, ${EXAM_IDLE}), $8, $10)`,
        [
          row.id,
          row.account,
          row.tenant,
          row.secretHash,
          stamp(row.at),
          stamp(row.endsAt),
          row.idleS,
          row.device,
          stamp(row.provedAt),
          row.only,
        ],
      )
      if (row.keep !== null)
        await sql.query(
          `update sign_in set ended_at = $2 where id in (select id from sign_in where account_id = $1 and ended_at is null
             and ends_at > $2 order by (id = $4) desc, (second_at is not null) desc, created_at desc offset $3)`,
          [row.account, stamp(row.at), row.keep, row.id],
        )
      await writeAudit(sql, ids, audit)
    }),
  useCode: async (account, codeHash, now) =>
    (
      await rowsOf<{ session_id: SessionId }>(
        auth,
        `update exam_code c set used_at = $3 from session s
         where c.account_id = $1 and c.code_sha256 = $2 and c.used_at is null and c.ends_at > $3
           and s.id = c.session_id and s.examinee_id = $1 and s.deauthorized_at is null
           and s.state in ('admitted', 'authorized', 'in_progress') returning c.session_id`,
        [account, codeHash, stamp(now)],
      )
    )[0]?.session_id ?? null,
  rotate: (id, secretHash, at, audit) =>
    transaction(auth, async (sql) => {
      await sql.query('update sign_in set secret_sha256 = $2, proved_at = $3, seen_at = $3 where id = $1', [
        id,
        secretHash,
        stamp(at),
      ])
      await writeAudit(sql, ids, audit)
    }),
  end: (account, id, at, audit) =>
    transaction(auth, async (sql) => {
      const ended = await rowsOf(
        sql,
        'update sign_in set ended_at = $3 where id = $1 and account_id = $2 and ended_at is null returning id',
        [id, account, stamp(at)],
      )
      if (ended.length === 0) return false
      await writeAudit(sql, ids, audit)
      return true
    }),
  list: async (account, now) =>
    (
      await rowsOf<{ id: SignInId; created_at: Date; seen_at: Date; ends_at: Date; device: string }>(
        auth,
        `select id, created_at, seen_at, ends_at, device from sign_in where account_id = $1 and ended_at is null
           and ends_at > $2 and seen_at + make_interval(secs => idle_s) > $2 order by seen_at desc, id`,
        [account, stamp(now)],
      )
    ).map((row) => ({
      id: row.id,
      createdAt: time(row.created_at),
      seenAt: time(row.seen_at),
      endsAt: time(row.ends_at),
      device: row.device,
    })),
  setPassword: (account, hash, keep, at, audit) =>
    transaction(auth, async (sql) => {
      await sql.query('update account set password_hash = $2 where id = $1', [account, hash])
      // A link that was asked for before sets no other password after (B-25).
      await sql.query(
        'update invitation set ends_at = $2 where account_id = $1 and used_at is null and ends_at > $2',
        [account, stamp(at)],
      )
      await endAll(sql, account, keep, stamp(at))
      await writeAudit(sql, ids, audit)
    }),
  rehash: async (account, from, to) => {
    await auth.query('update account set password_hash = $3 where id = $1 and password_hash = $2', [
      account,
      from,
      to,
    ])
  },
  setLanguage: async (account, language) => {
    await auth.query('update account set language = $2 where id = $1', [account, language])
  },
  stayFor: async (account, idleS) => {
    await auth.query(
      'update sign_in set idle_s = greatest(idle_s, $2) where account_id = $1 and ended_at is null',
      [account, idleS],
    )
  },
  refused: (audit) => transaction(auth, (sql) => writeAudit(sql, ids, audit)),
})

export const endAll = (sql: Sql, account: string, keep: string | null, at: string | null) =>
  sql.query(
    'update sign_in set ended_at = $2 where account_id = $1 and ended_at is null and id is distinct from $3',
    [account, at, keep],
  )
