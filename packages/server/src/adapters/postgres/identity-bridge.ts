import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type { IdentityBridges, IdentityRequestId } from '../../ports/identity-bridge.ts'
import type { Instant } from '@ochno/domain/time'
import type pg from 'pg'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Row = {
  name: string
  address: string
  is_on: boolean
  key_kek: string
  key_wrapped: Buffer
  key_sealed: Buffer
  changed_at: Date
}
type RequestRow = {
  id: IdentityRequestId
  session_id: SessionId
  account_id: AccountId
  issuer: string
  asked_at: Date
  ends_at: Date
  answered_at: Date | null
}

export const postgresIdentityBridges = (sql: Sql, tenant: TenantId): IdentityBridges => ({
  read: async () => {
    const [row] = await rowsOf<Row>(
      sql,
      'select name, address, is_on, key_kek, key_wrapped, key_sealed, changed_at from identity_bridge',
    )
    return row
      ? {
          name: row.name,
          address: row.address,
          on: row.is_on,
          key: { kek: row.key_kek, wrapped: row.key_wrapped, stored: row.key_sealed },
          changedAt: time(row.changed_at),
        }
      : null
  },
  save: async (bridge) => {
    await sql.query('delete from identity_bridge where tenant_id = $1', [tenant])
    if (bridge)
      await sql.query(
        `insert into identity_bridge (tenant_id, name, address, is_on, key_kek, key_wrapped, key_sealed, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          tenant,
          bridge.name,
          bridge.address,
          bridge.on,
          bridge.key.kek,
          bridge.key.wrapped,
          bridge.key.stored,
          stamp(bridge.changedAt),
        ],
      )
  },
  forget: async (session) => {
    await sql.query('delete from identity_request where session_id = $1', [session])
  },
  ask: async (request) => {
    await sql.query('delete from identity_request where session_id = $1 and answered_at is null', [
      request.session,
    ])
    await sql.query(
      `insert into identity_request (id, tenant_id, session_id, account_id, issuer, asked_at, ends_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        request.id,
        tenant,
        request.session,
        request.account,
        request.issuer,
        stamp(request.askedAt),
        stamp(request.endsAt),
      ],
    )
  },
  hold: async (id) => {
    const [row] = await rowsOf<RequestRow>(
      sql,
      `select id, session_id, account_id, issuer, asked_at, ends_at, answered_at from identity_request
       where id = $1 for no key update`,
      [id],
    )
    return row
      ? {
          id: row.id,
          session: row.session_id,
          account: row.account_id,
          issuer: row.issuer,
          askedAt: time(row.asked_at),
          endsAt: time(row.ends_at),
          answered: row.answered_at !== null,
        }
      : null
  },
  answered: async (id, at) => {
    await sql.query('update identity_request set answered_at = $2 where id = $1', [id, stamp(at)])
  },
})

/** Of every institution. Late answers are told that they are late for an hour; what a good one said is kept by the door. */
export const forgetOldIdentityRequests = (auth: pg.Pool, now: Instant) =>
  auth.query(`delete from identity_request where ends_at < $1::timestamptz - interval '1 hour'`, [stamp(now)])
