import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { MaintenanceStore } from '../../ports/maintenance.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Row = {
  id: string
  from_at: Date
  until_at: Date
  what: string
  announced_by: AccountId
  announced_at: Date
}

export const postgresMaintenance = (sql: Sql, tenant: TenantId): MaintenanceStore => ({
  coming: async (now) =>
    (
      await rowsOf<Row>(
        sql,
        `select id, from_at, until_at, what, announced_by, announced_at from maintenance
         where cancelled_at is null and until_at > $1 order by from_at, id limit 50`,
        [stamp(now)],
      )
    ).map((row) => ({
      id: row.id,
      from: time(row.from_at),
      until: time(row.until_at),
      what: row.what,
      by: row.announced_by,
      announcedAt: time(row.announced_at),
    })),
  add: async ({ id, from, until, what, by, announcedAt }) => {
    await sql.query(
      `insert into maintenance (id, tenant_id, from_at, until_at, what, announced_by, announced_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, tenant, stamp(from), stamp(until), what, by, stamp(announcedAt)],
    )
  },
  cancel: async (id, now) =>
    (
      await sql.query(
        'update maintenance set cancelled_at = $2 where id = $1 and cancelled_at is null and until_at > $2',
        [id, stamp(now)],
      )
    ).rowCount === 1,
  tellEverybody: async ({ id, from, until, what, announcedAt }, ids) => {
    const people = await rowsOf<{ id: AccountId }>(sql, 'select id from account where disabled_at is null')
    await sql.query(
      `insert into notice (id, tenant_id, to_account, kind, about, edition, facts, queued_at)
       select told.notice, $1, told.account, 'maintenance', $2, 1, $3, $4
       from unnest($5::text[], $6::text[]) as told(notice, account)`,
      [
        tenant,
        id,
        JSON.stringify({ title: what, from: stamp(from), until: stamp(until) }),
        stamp(announcedAt),
        people.map(ids),
        people.map((one) => one.id),
      ],
    )
    return people.length
  },
  sessionsWithin: async (from, until) => {
    const [row] = await rowsOf<{ n: number }>(
      sql,
      `select count(*)::int as n from session where deauthorized_at is null and state <> 'expired_not_started'
         and opens_at < $2 and closes_at + make_interval(mins => length_minutes) > $1`,
      [stamp(from), stamp(until)],
    )
    return row?.n ?? 0
  },
})
