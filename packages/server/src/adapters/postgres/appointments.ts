import type { ProctorPapers } from '@ochno/domain/appointment/papers'
import type { AccountId, ExamId, TenantId } from '@ochno/domain/ids'
import type pg from 'pg'
import type {
  AppointingInstitutions,
  Appointments,
  NamedAppointment,
  Published,
  StoredOrder,
  StoredStanding,
  WatchAhead,
} from '../../ports/appointments.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

// Days are asked for as text: the driver would make a moment of them in the zone of this process.
export const postgresAppointments = (sql: Sql, tenant: TenantId): Appointments => ({
  orders: () =>
    rowsOf<StoredOrder>(
      sql,
      `select id, number, signed_on::text as "signedOn", from_day::text as "from", to_day::text as "to"
       from appointment_order order by coalesce(from_day, signed_on) desc, entered_at desc limit 200`,
    ),
  all: () =>
    rowsOf<NamedAppointment>(
      sql,
      `select a.id, a.order_id as "order", a.account_id as person, p.full_name as name, a.post, a.duty,
         a.part_id as part, t.name as "partName", a.phone, a.email, a.hours, a.revoked_on::text as "revokedOn"
       from appointment a join account p on p.id = a.account_id join institution_part t on t.id = a.part_id
       order by t.name, p.full_name, a.id limit 5000`,
    ),
  addOrder: async (order, rows, by, at) => {
    await sql.query(
      `insert into appointment_order (id, tenant_id, number, signed_on, from_day, to_day, entered_by, entered_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [order.id, tenant, order.number, order.signedOn, order.from, order.to, by, stamp(at)],
    )
    for (const row of rows)
      await sql.query(
        `insert into appointment (id, tenant_id, order_id, account_id, post, duty, part_id, phone, email, hours, revoked_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          row.id,
          tenant,
          row.order,
          row.person,
          row.post,
          row.duty,
          row.part,
          row.phone,
          row.email,
          row.hours,
          row.revokedOn,
        ],
      )
  },
  setContact: async (id, { phone, email, hours }) => {
    await sql.query('update appointment set phone = $2, email = $3, hours = $4 where id = $1', [
      id,
      phone,
      email,
      hours,
    ])
  },
  revoke: async (id, on) => {
    await sql.query('update appointment set revoked_on = $2 where id = $1', [id, on])
  },
  published: async () => {
    const [row] = await rowsOf<{ published_at: Date; lines: Published['lines'] }>(
      sql,
      'select published_at, lines from contact_publication order by no desc limit 1',
    )
    return row ? { at: time(row.published_at), lines: row.lines } : null
  },
  publish: async ({ at, lines }) => {
    await sql.query(
      `insert into contact_publication (tenant_id, no, published_at, lines)
       values ($1, (select coalesce(max(no), 0) + 1 from contact_publication), $2, $3)`,
      [tenant, stamp(at), JSON.stringify(lines)],
    )
  },
  papers: async (proctor) => {
    const [row] = await rowsOf<{ facts: ProctorPapers }>(
      sql,
      'select facts from proctor_card where account_id = $1',
      [proctor],
    )
    return row?.facts ?? null
  },
  watchedExams: async (proctor) =>
    new Set(
      (
        await rowsOf<{ exam_id: ExamId }>(
          sql,
          `select distinct s.exam_id from assignment a join session s on s.id = a.session_id
           where a.proctor_id = $1 and a.removed_at is null`,
          [proctor],
        )
      ).map((row) => row.exam_id),
    ),
  standing: async (proctor) =>
    (
      await rowsOf<Omit<StoredStanding, 'at'> & { made_at: Date }>(
        sql,
        `select s.deed, s.from_day::text as "from", s.why, p.full_name as "byName", s.made_at
         from proctor_standing s join account p on p.id = s.made_by where s.account_id = $1 order by s.no limit 200`,
        [proctor],
      )
    ).map(({ made_at, ...step }) => ({ ...step, at: time(made_at) })),
  addStanding: async (proctor, { deed, from, fromAt, why }, by, at) => {
    await sql.query(
      `insert into proctor_standing (account_id, no, tenant_id, deed, from_day, from_at, why, made_by, made_at)
       values ($1, (select coalesce(max(no), 0) + 1 from proctor_standing where account_id = $1), $2, $3, $4, $5, $6, $7, $8)`,
      [proctor, tenant, deed, from, stamp(fromAt), why, by, stamp(at)],
    )
  },
  barred: async (at) =>
    new Set(
      (
        await rowsOf<{ account_id: AccountId }>(
          sql,
          `select account_id from (select distinct on (account_id) account_id, deed from proctor_standing
             where from_at <= $1 order by account_id, no desc) last where deed <> 'reinstate'`,
          [stamp(at)],
        )
      ).map((row) => row.account_id),
    ),
  ahead: async (proctor, since, until) =>
    (
      await rowsOf<Omit<WatchAhead, 'opensAt'> & { opens_at: Date }>(
        sql,
        `select e.id as exam, e.title, min(s.opens_at) as opens_at, count(*)::int as people
         from assignment a join session s on s.id = a.session_id join exam e on e.id = s.exam_id
         where a.proctor_id = $1 and a.removed_at is null and s.deauthorized_at is null
           and s.state in ('admitted', 'authorized', 'in_progress') and s.closes_at > $2
           and ($3::timestamptz is null or s.opens_at < $3)
           and not exists (select from assignment o where o.session_id = s.id and o.removed_at is null and o.proctor_id <> $1
             and coalesce((select g.deed from proctor_standing g where g.account_id = o.proctor_id
               and g.from_at <= greatest(s.opens_at, $2) order by g.no desc limit 1), 'reinstate') = 'reinstate')
         group by e.id, e.title order by min(s.opens_at), e.id limit 200`,
        [proctor, stamp(since), until === null ? null : stamp(until)],
      )
    ).map(({ opens_at, ...row }) => ({ ...row, opensAt: time(opens_at) })),
  setPapers: async (proctor, papers, by, at) => {
    await sql.query(
      `insert into proctor_card (account_id, tenant_id, facts, changed_by, changed_at) values ($1, $2, $3, $4, $5)
       on conflict (account_id) do update set facts = $3, changed_by = $4, changed_at = $5`,
      [proctor, tenant, JSON.stringify(papers), by, stamp(at)],
    )
  },
})

export const postgresAppointing =
  (auth: pg.Pool): AppointingInstitutions =>
  async () =>
    (await rowsOf<{ tenant_id: TenantId }>(auth, 'select distinct tenant_id from appointment_order')).map(
      (row) => row.tenant_id,
    )
