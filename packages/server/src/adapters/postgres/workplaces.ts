import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type { StoredWorkplace, WorkplaceRequest, Workplaces } from '../../ports/workplaces.ts'
import { rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type Row = {
  session_id: SessionId
  state: WorkplaceRequest['state']
  wish: string
  asked_at: Date
  workplace_id: string | null
  from_at: Date | null
  until_at: Date | null
  answer: string | null
  decided_by: AccountId | null
}
const COLUMNS = `r.session_id, r.state, r.wish, r.asked_at, r.workplace_id, r.from_at, r.until_at, r.answer, r.decided_by`

const requestOf = (row: Row): WorkplaceRequest => {
  const [from, until] = [timeOrNull(row.from_at), timeOrNull(row.until_at)]
  return {
    session: row.session_id,
    state: row.state,
    wish: row.wish,
    askedAt: time(row.asked_at),
    place: row.workplace_id,
    stay: from && until ? { from, until } : null,
    answer: row.answer,
    decidedBy: row.decided_by,
  }
}

const PLACE = 'id, name, address, seats, opens, closes, active'

export const postgresWorkplaces = (sql: Sql, tenant: TenantId): Workplaces => ({
  all: () =>
    rowsOf<StoredWorkplace & { booked: number }>(
      sql,
      `select ${PLACE}, (select count(*)::int from workplace_request r join session s on s.id = r.session_id
         where r.workplace_id = w.id and r.state = 'booked' and s.deauthorized_at is null) as booked
       from workplace w order by active desc, name collate "ru-x-icu", id limit 500`,
    ),
  hold: async (id) =>
    (
      await rowsOf<StoredWorkplace>(sql, `select ${PLACE} from workplace where id = $1 for no key update`, [
        id,
      ])
    )[0] ?? null,
  put: async ({ id, name, address, seats, opens, closes, active }, at) => {
    await sql.query(
      `insert into workplace (id, tenant_id, name, address, seats, opens, closes, active, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (id) do update set name = excluded.name, address = excluded.address, seats = excluded.seats,
         opens = excluded.opens, closes = excluded.closes, active = excluded.active`,
      [id, tenant, name, address, seats, opens, closes, active, stamp(at)],
    )
  },
  taken: async (place, except) =>
    (
      await rowsOf<{ from_at: Date; until_at: Date }>(
        sql,
        `select from_at, until_at from workplace_request where workplace_id = $1 and state = 'booked' and session_id <> $2`,
        [place, except],
      )
    ).map((row) => ({ from: time(row.from_at), until: time(row.until_at) })),
  request: async (session) => {
    const [row] = await rowsOf<Row>(
      sql,
      `select ${COLUMNS} from workplace_request r where session_id = $1 for no key update`,
      [session],
    )
    return row ? requestOf(row) : null
  },
  requests: async (now) =>
    (
      await rowsOf<Row>(
        sql,
        `select ${COLUMNS} from workplace_request r join session s on s.id = r.session_id
         where s.deauthorized_at is null and s.closes_at + make_interval(mins => s.length_minutes) > $1
         order by s.opens_at, r.asked_at, r.session_id limit 500`,
        [stamp(now)],
      )
    ).map(requestOf),
  seat: async (session) => {
    const [row] = await rowsOf<{ name: string; address: string; from_at: Date; until_at: Date }>(
      sql,
      `select w.name, w.address, r.from_at, r.until_at from workplace_request r join workplace w on w.id = r.workplace_id
       where r.session_id = $1 and r.state = 'booked'`,
      [session],
    )
    return row
      ? { name: row.name, address: row.address, from: time(row.from_at), until: time(row.until_at) }
      : null
  },
  save: async (request) => {
    await sql.query(
      `insert into workplace_request
         (session_id, tenant_id, state, wish, asked_at, workplace_id, from_at, until_at, answer, decided_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (session_id) do update set state = excluded.state, wish = excluded.wish, asked_at = excluded.asked_at,
         workplace_id = excluded.workplace_id, from_at = excluded.from_at, until_at = excluded.until_at,
         answer = excluded.answer, decided_by = excluded.decided_by`,
      [
        request.session,
        tenant,
        request.state,
        request.wish,
        stamp(request.askedAt),
        request.place,
        stamp(request.stay?.from ?? null),
        stamp(request.stay?.until ?? null),
        request.answer,
        request.decidedBy,
      ],
    )
  },
  drop: async (session) => {
    await sql.query('delete from workplace_request where session_id = $1', [session])
  },
})
