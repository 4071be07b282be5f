import { pupils, type Role } from '@ochno/domain/access/table'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Account, Accounts } from '../../ports/accounts.ts'
import { rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type Row = {
  id: AccountId
  login: string
  full_name: string
  language: 'ru' | 'en'
  has_password: boolean
  disabled_at: Date | null
  created_at: Date
  roles: Role[]
}

const SELECT = `select a.id, a.login, a.full_name, a.language, a.password_hash is not null as has_password, a.disabled_at,
  a.created_at, coalesce((select array_agg(r.role order by r.role) from account_role r where r.account_id = a.id), '{}') as roles
  from account a`

const accountOf = (row: Row): Account => ({
  id: row.id,
  login: row.login,
  fullName: row.full_name,
  roles: row.roles,
  language: row.language,
  hasPassword: row.has_password,
  disabledAt: timeOrNull(row.disabled_at),
  createdAt: time(row.created_at),
})

export const postgresAccounts = (sql: Sql, tenant: TenantId): Accounts => ({
  list: async (find, of, most = 500, outside = null) =>
    (
      await rowsOf<Row>(
        sql,
        `${SELECT} where ($1 = '' or position(lower($1) in lower(a.full_name || ' ' || a.login)) > 0)
           and ($2::text is null or exists (select from account_role r where r.account_id = a.id
             and case $2 when 'staff' then r.role <> all ($3::text[]) else r.role = $2 end))
           and ($5::text is null or not exists (select from session s
             where s.exam_id = $5 and s.examinee_id = a.id and s.state <> 'cancelled'))
         order by a.full_name collate "ru-x-icu", a.id limit $4`,
        [find, of, pupils, most, outside],
      )
    ).map(accountOf),
  find: async (id) => {
    const [row] = await rowsOf<Row>(sql, `${SELECT} where a.id = $1`, [id])
    return row ? accountOf(row) : null
  },
  add: async (account) => {
    // The login is unique over all institutions; a conflict tells nothing but that it is taken.
    const added = await rowsOf(
      sql,
      `insert into account (id, tenant_id, login, full_name, language, created_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (login) do nothing returning id`,
      [account.id, tenant, account.login, account.fullName, account.language, stamp(account.createdAt)],
    )
    if (added.length === 0) return false
    await sql.query(
      'insert into account_role (tenant_id, account_id, role) select $1, $2, unnest($3::text[])',
      [tenant, account.id, [...new Set(account.roles)]],
    )
    return true
  },
  setDisabled: async (id, at) => {
    await sql.query('update account set disabled_at = $2 where id = $1', [id, stamp(at)])
  },
  setRoles: async (id, roles) => {
    await sql.query('delete from account_role where account_id = $1 and role <> all ($2::text[])', [
      id,
      roles,
    ])
    await sql.query(
      `insert into account_role (tenant_id, account_id, role) select $1, $2, unnest($3::text[])
       on conflict do nothing`,
      [tenant, id, [...new Set(roles)]],
    )
  },
  endSignIns: async (id, at) => {
    await sql.query('update sign_in set ended_at = $2 where account_id = $1 and ended_at is null', [
      id,
      stamp(at),
    ])
  },
  dropPassword: async (id) => {
    await sql.query('update account set password_hash = null where id = $1', [id])
  },
  invite: async (id, tokenHash, at, endsAt, purpose = 'invitation') => {
    await sql.query(
      'update invitation set ends_at = $2 where account_id = $1 and purpose = $3 and used_at is null and ends_at > $2',
      [id, stamp(at), purpose],
    )
    await sql.query(
      'insert into invitation (token_sha256, tenant_id, account_id, created_at, ends_at, purpose) values ($1, $2, $3, $4, $5, $6)',
      [tokenHash, tenant, id, stamp(at), stamp(endsAt), purpose],
    )
  },
})
