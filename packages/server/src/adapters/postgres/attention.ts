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

type Alert = { session_id: SessionId; seq: number; at: Date }

/** What an examinee wrote or did that somebody has to look at is an alert from the moment it was said. */
const ALERTS = `select session_id, seq, at from conduct where session_id = any ($1) and party = 'examinee'
  and kind in ('chat', 'trouble', 'left') order by seq`

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
  const eventsIn = async (sessions: readonly SessionId[]) => {
    const alerts = await rowsOf<Alert>(sql, ALERTS, [sessions])
    const slices = await rowsOf<Row>(
      sql,
      `select proctor_id, session_id, what, from_at, to_at, alert from attention where session_id = any ($1)
       order by from_at, to_at`,
      [sessions],
    )
    const alertsOf = Map.groupBy(alerts, ({ session_id }) => session_id)
    const slicesOf = Map.groupBy(slices, ({ session_id }) => session_id)
    return (session: SessionId): readonly AttentionEvent[] => [
      ...(alertsOf.get(session) ?? []).map(
        ({ seq, at }): AttentionEvent => ({ is: 'alert', at: time(at), session, alert: `said:${seq}` }),
      ),
      ...(slicesOf.get(session) ?? []).flatMap(eventsOf),
    ]
  }
  return {
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
      await sql.query(
        `insert into attention (tenant_id, proctor_id, id, session_id, what, from_at, to_at, alert)
         select $1, $2, t.* from unnest ($3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::text[])
           as t on conflict (proctor_id, id) do nothing`,
        [
          tenant,
          proctor,
          slices.map(({ id }) => id),
          slices.map(({ session }) => session),
          slices.map(({ what }) => what),
          slices.map(({ from }) => stamp(from)),
          slices.map(({ to }) => stamp(to)),
          slices.map(({ alert }) => alert),
        ],
      )
    },
    ofSessions: async (sessions, now) => {
      const windows = await rowsOf<{ id: SessionId; authorized_at: Date; deauthorized_at: Date | null }>(
        sql,
        'select id, authorized_at, deauthorized_at from session where id = any ($1) and authorized_at <= $2',
        [sessions, stamp(now)],
      )
      const within = await eventsIn(windows.map(({ id }) => id))
      return new Map(
        windows.map(({ id, authorized_at, deauthorized_at }) => {
          const events = within(id)
          const window = { from: time(authorized_at), until: timeOrNull(deauthorized_at) ?? now }
          return [id, { had: attentionTo(id, window, events), events }]
        }),
      )
    },
  }
}
