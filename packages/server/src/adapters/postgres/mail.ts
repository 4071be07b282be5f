import type { TenantId } from '@ochno/domain/ids'
import type { MailServer, MailServers, Trouble } from '../../ports/mail.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Row = {
  host: string
  port: number
  security: MailServer['security']
  username: string | null
  password_kek: string | null
  password_wrapped: Buffer | null
  password_sealed: Buffer | null
  sender: string
  sender_name: string
  quiet_from: string | null
  quiet_until: string | null
  failing_since: Date | null
  failing_why: Trouble | null
  failing_said: string | null
  failing_tries: number
  paused_until: Date | null
}

const WELL =
  'failing_since = null, failing_why = null, failing_said = null, failing_tries = 0, paused_until = null'

export const postgresMailServers = (sql: Sql, tenant: TenantId): MailServers => ({
  read: async () => {
    const [row] = await rowsOf<Row>(
      sql,
      `select host, port, security, username, password_kek, password_wrapped, password_sealed, sender, sender_name,
         quiet_from, quiet_until, failing_since, failing_why, failing_said, failing_tries, paused_until from mail_server`,
    )
    if (!row) return null
    const { password_kek: kek, password_wrapped: wrapped, password_sealed: stored } = row
    return {
      host: row.host,
      port: row.port,
      security: row.security,
      user: row.username,
      password: kek && wrapped && stored ? { kek, wrapped, stored } : null,
      sender: row.sender,
      senderName: row.sender_name,
      quiet: row.quiet_from && row.quiet_until ? { from: row.quiet_from, until: row.quiet_until } : null,
      failing:
        row.failing_since && row.failing_why && row.paused_until
          ? {
              since: time(row.failing_since),
              why: row.failing_why,
              said: row.failing_said ?? '',
              tries: row.failing_tries,
              nextAt: time(row.paused_until),
            }
          : null,
    }
  },
  save: async (server, at) => {
    await sql.query(
      `insert into mail_server (tenant_id, host, port, security, username, password_kek, password_wrapped,
         password_sealed, sender, sender_name, quiet_from, quiet_until, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict (tenant_id) do update set host = $2, port = $3, security = $4, username = $5, password_kek = $6,
         password_wrapped = $7, password_sealed = $8, sender = $9, sender_name = $10, quiet_from = $11,
         quiet_until = $12, changed_at = $13, ${WELL}`,
      [
        tenant,
        server.host,
        server.port,
        server.security,
        server.user,
        server.password?.kek ?? null,
        server.password?.wrapped ?? null,
        server.password?.stored ?? null,
        server.sender,
        server.senderName,
        server.quiet?.from ?? null,
        server.quiet?.until ?? null,
        stamp(at),
      ],
    )
  },
  remove: async (at) => {
    await sql.query('delete from mail_server')
    await sql.query(
      "update letter set handling = 'withdrawn', handled_at = $1, why = 'no_mail' where handling = 'queued'",
      [stamp(at)],
    )
  },
  failed: async (failing) => {
    await sql.query(
      `update mail_server set failing_since = $1, failing_why = $2, failing_said = $3, failing_tries = $4,
         paused_until = $5`,
      [stamp(failing.since), failing.why, failing.said, failing.tries, stamp(failing.nextAt)],
    )
  },
  works: async () => {
    await sql.query(`update mail_server set ${WELL} where failing_since is not null`)
  },
  waiting: async () => {
    const [row] = await rowsOf<{ waiting: number }>(
      sql,
      "select count(*)::int as waiting from letter where handling = 'queued'",
    )
    return row?.waiting ?? 0
  },
})
