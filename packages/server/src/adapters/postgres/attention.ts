import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import { type AttentionEvent, attentionTo } from '@ochno/domain/wall/attention'
import type { AttentionStore } from '../../ports/attention.ts'
import { rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type Row = {
  proctor_id: AccountId
  session_id: SessionId
  what: 'enlarged' | 'listening' | 'answered'
  from_at: Date
  to_at: Date
  alert: string | null
}

/** What an examinee wrote or did that somebody has to look at is an alert from the moment it was said. */
const ALERTS = `select seq, at from conduct where session_id = $1 and party = 'examinee'
  and kind in ('chat', 'trouble', 'left')`

function eventsOf(row: Row): readonly AttentionEvent[] {
  const { proctor_id: proctor, session_id: session, what } = row
  if (what === 'answered')
    return [{ is: 'alert_answered', at: time(row.to_at), proctor, session, alert: row.alert ?? '' }]
  return [
    { is: what, at: time(row.from_at), proctor, session },
    { is: what, at: time(row.to_at), proctor, session: null },
  ]
}

export const postgresAttention = (sql: Sql, tenant: TenantId): AttentionStore => {
  const events = async (session: SessionId): Promise<readonly AttentionEvent[]> => {
    const alerts = await rowsOf<{ seq: number; at: Date }>(sql, `${ALERTS} order by seq`, [session])
    const slices = await rowsOf<Row>(
      sql,
      `select proctor_id, session_id, what, from_at, to_at, alert from attention where session_id = $1
       order by from_at, to_at limit 50000`,
      [session],
    )
    return [
      ...alerts.map(
        ({ seq, at }): AttentionEvent => ({ is: 'alert', at: time(at), session, alert: `said:${seq}` }),
      ),
      ...slices.flatMap(eventsOf),
    ]
  }
  return {
    events,
    watchedBy: async (proctor) =>
      (
        await rowsOf<{ id: SessionId }>(
          sql,
          `select s.id from session s join assignment g on g.session_id = s.id and g.removed_at is null
           where g.proctor_id = $1 and s.authorized_at is not null and s.deauthorized_at is null
           order by s.authorized_at, s.id limit 100`,
          [proctor],
        )
      ).map(({ id }) => id),
    add: async (proctor, slices) => {
      for (const { id, session, what, from, to, alert } of slices)
        await sql.query(
          `insert into attention (tenant_id, proctor_id, id, session_id, what, from_at, to_at, alert)
           values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (proctor_id, id) do nothing`,
          [tenant, proctor, id, session, what, stamp(from), stamp(to), alert],
        )
    },
    ofSession: async (session, now) => {
      const [row] = await rowsOf<{ authorized_at: Date | null; deauthorized_at: Date | null }>(
        sql,
        'select authorized_at, deauthorized_at from session where id = $1',
        [session],
      )
      const from = timeOrNull(row?.authorized_at ?? null)
      if (from === null) return null
      const until = timeOrNull(row?.deauthorized_at ?? null) ?? now
      return attentionTo(session, { from, until }, await events(session))
    },
  }
}
