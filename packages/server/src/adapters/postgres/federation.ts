// Rows of signing in elsewhere, by the role that looks across institutions: a way back is known before its person is.
import type { AccountId, TenantId } from '@ochno/domain/ids'
import type pg from 'pg'
import type { Federation, LdapServer, LinkId } from '../../ports/federation.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Sealed } from '../../ports/mail.ts'
import { writeAudit } from './audit.ts'
import { PERSON, personOf, type PersonRow } from './sign-ins.ts'
import { rowsOf, stamp, time, transaction } from './transaction.ts'

type SealedRow = { kek: string | null; wrapped: Buffer | null; sealed: Buffer | null }
const sealedOf = ({ kek, wrapped, sealed }: SealedRow): Sealed | null =>
  kek && wrapped && sealed ? { kek, wrapped, stored: sealed } : null
const parts = (sealed: Sealed | null) => [
  sealed?.kek ?? null,
  sealed?.wrapped ?? null,
  sealed?.stored ?? null,
]

type OidcRow = SealedRow & { name: string; issuer: string; client_id: string; hosts: string[] }
type LdapRow = SealedRow & {
  host: string
  port: number
  security: LdapServer['security']
  base: string
  filter: string
  bind_dn: string | null
  ca: string | null
}

export const postgresFederation = (auth: pg.Pool, ids: Ids): Federation => ({
  oidc: async (tenant) => {
    const [row] = await rowsOf<OidcRow>(
      auth,
      `select name, issuer, client_id, hosts, secret_kek as kek, secret_wrapped as wrapped, secret_sealed as sealed
         from oidc_server where tenant_id = $1`,
      [tenant],
    )
    if (!row) return null
    const { name, issuer, client_id: clientId, hosts } = row
    return { name, issuer, clientId, hosts, secret: sealedOf(row) }
  },
  saveOidc: (tenant, server, at, audit) =>
    transaction(auth, async (sql) => {
      await sql.query('delete from oidc_server where tenant_id = $1', [tenant])
      if (server)
        await sql.query(
          `insert into oidc_server (tenant_id, name, issuer, client_id, hosts, secret_kek, secret_wrapped, secret_sealed,
             changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [
            tenant,
            server.name,
            server.issuer,
            server.clientId,
            server.hosts,
            ...parts(server.secret),
            stamp(at),
          ],
        )
      await writeAudit(sql, ids, audit)
    }),
  ldap: async (tenant) => {
    const [row] = await rowsOf<LdapRow>(
      auth,
      `select host, port, security, base, filter, bind_dn, ca, password_kek as kek, password_wrapped as wrapped,
         password_sealed as sealed from ldap_server where tenant_id = $1`,
      [tenant],
    )
    if (!row) return null
    const { host, port, security, base, filter, bind_dn: bindDn, ca } = row
    return { host, port, security, base, filter, bindDn, ca, password: sealedOf(row) }
  },
  saveLdap: (tenant, server, at, audit) =>
    transaction(auth, async (sql) => {
      await sql.query('delete from ldap_server where tenant_id = $1', [tenant])
      if (server)
        await sql.query(
          `insert into ldap_server (tenant_id, host, port, security, base, filter, bind_dn, ca, password_kek,
             password_wrapped, password_sealed, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
          [
            tenant,
            server.host,
            server.port,
            server.security,
            server.base,
            server.filter,
            server.bindDn,
            server.ca,
            ...parts(server.password),
            stamp(at),
          ],
        )
      await writeAudit(sql, ids, audit)
    }),
  directory: async (tenant) =>
    (
      await rowsOf<{ id: AccountId; login: string; full_name: string }>(
        auth,
        `select a.id, a.login, a.full_name from directory_account d join account a on a.id = d.account_id
         where d.tenant_id = $1 order by a.full_name collate "ru-x-icu", a.id`,
        [tenant],
      )
    ).map(({ id, login, full_name }) => ({ account: id, login, fullName: full_name })),
  mark: (tenant, logins, at, audit) =>
    transaction(auth, async (sql) => {
      const found = await rowsOf<{ account: AccountId; login: string }>(
        sql,
        'select id as account, login from account where tenant_id = $1 and login = any ($2::text[])',
        [tenant, logins],
      )
      const added = await rowsOf<{ account_id: AccountId }>(
        sql,
        `insert into directory_account (account_id, tenant_id, marked_at) select unnest($2::text[]), $1, $3
         on conflict do nothing returning account_id`,
        [tenant, found.map((one) => one.account), stamp(at)],
      )
      await sql.query(
        'update sign_in set ended_at = $2 where account_id = any ($1::text[]) and ended_at is null',
        [added.map((one) => one.account_id), stamp(at)],
      )
      await writeAudit(sql, ids, {
        ...audit,
        details: { accounts: added.map((one) => one.account_id) },
      })
      return found
    }),
  unmark: (tenant, account, audit) =>
    transaction(auth, async (sql) => {
      const gone = await rowsOf(
        sql,
        'delete from directory_account where tenant_id = $1 and account_id = $2 returning 1',
        [tenant, account],
      )
      if (gone.length === 0) return false
      await writeAudit(sql, ids, audit)
      return true
    }),
  loginOf: async (account) => {
    const [row] = await rowsOf<{ login: string }>(auth, 'select login from account where id = $1', [account])
    return row?.login ?? null
  },
  only: async () => {
    const rows = await rowsOf<{ id: TenantId }>(auth, 'select id from tenant limit 2')
    return rows.length === 1 ? (rows[0] as { id: TenantId }).id : null
  },
  wait: (stateHash, { tenant, account }, endsAt, now) =>
    transaction(auth, async (sql) => {
      await sql.query('delete from federation_request where ends_at <= $1', [stamp(now)])
      await sql.query(
        'insert into federation_request (state_sha256, tenant_id, account_id, ends_at) values ($1, $2, $3, $4)',
        [stateHash, tenant, account, stamp(endsAt)],
      )
    }),
  take: async (stateHash, now) => {
    const [row] = await rowsOf<{ tenant: TenantId; account: AccountId | null }>(
      auth,
      `delete from federation_request where state_sha256 = $1 and ends_at > $2
       returning tenant_id as tenant, account_id as account`,
      [stateHash, stamp(now)],
    )
    return row ?? null
  },
  linked: async (tenant, issuer, subject) => {
    const [row] = await rowsOf<PersonRow>(
      auth,
      `${PERSON} join federated_identity f on f.account_id = a.id
       where f.tenant_id = $1 and a.tenant_id = $1 and f.issuer = $2 and f.subject = $3`,
      [tenant, issuer, subject],
    )
    return row ? personOf(row) : null
  },
  link: (row, audit) =>
    transaction(auth, async (sql) => {
      const [kept] = await rowsOf<{ account: AccountId; fresh: boolean }>(
        sql,
        `insert into federated_identity as f (id, tenant_id, account_id, issuer, subject, linked_at)
         values ($1, $2, $3, $4, $5, $6) on conflict (tenant_id, issuer, subject)
         do update set linked_at = f.linked_at returning account_id as account, id = $1 as fresh`,
        [row.id, row.tenant, row.account, row.issuer, row.subject, stamp(row.at)],
      )
      if (kept?.account !== row.account) return 'linked_to_another'
      if (kept.fresh) await writeAudit(sql, ids, audit)
      return 'linked'
    }),
  links: async (account) =>
    (
      await rowsOf<{ id: LinkId; issuer: string; linked_at: Date }>(
        auth,
        'select id, issuer, linked_at from federated_identity where account_id = $1 order by linked_at, id',
        [account],
      )
    ).map(({ id, issuer, linked_at }) => ({ id, issuer, at: time(linked_at) })),
  unlink: (account, id, audit) =>
    transaction(auth, async (sql) => {
      const gone = await rowsOf(
        sql,
        'delete from federated_identity where account_id = $1 and id = $2 returning 1',
        [account, id],
      )
      if (gone.length === 0) return false
      await writeAudit(sql, ids, audit)
      return true
    }),
})
