import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type pg from 'pg'
import type { Seat, Seats } from '../../ports/ingest.ts'

type Row = {
  id: SessionId
  tenant_id: TenantId
  examinee_id: AccountId
  state: string
  authorized_at: Date | null
  deauthorized_at: Date | null
  closed: boolean
}

const columns = `id, tenant_id, examinee_id, state, authorized_at, deauthorized_at,
  exists (select from manifest where session_id = session.id) as closed`

export const seats = (pool: pg.Pool): Seats => ({
  find: async (tenant, session) => {
    const { rows } = await pool.query<Row>(
      `select ${columns} from session where id = $1 and tenant_id = $2`,
      [session, tenant],
    )
    return rows[0] ? seat(rows[0]) : null
  },
  refresh: async (sessions) => {
    const { rows } = await pool.query<Row>({
      name: 'seats_refresh',
      text: `select ${columns} from session where id = any($1)`,
      values: [sessions],
    })
    return rows.map(seat)
  },
  underWay: async (sinceMs) => {
    const { rows } = await pool.query<{ some: boolean }>({
      name: 'seats_under_way',
      text: 'select exists (select from session where authorized_at > $1 and deauthorized_at is null) as some',
      values: [new Date(sinceMs)],
    })
    return rows[0]?.some ?? false
  },
})

const seat = (row: Row): Seat => ({
  session: row.id,
  tenant: row.tenant_id,
  examinee: row.examinee_id,
  state: row.state,
  authorizedMs: row.authorized_at?.getTime() ?? null,
  deauthorizedMs: row.deauthorized_at?.getTime() ?? null,
  closed: row.closed,
})
