import type { AccountId, SessionId, SlotId, TenantId } from '@ochno/domain/ids'
import type { Booking } from '@ochno/domain/scheduling/conflicts'
import type { Schedule } from '../../ports/schedule.ts'
import { STANDING_SLOT } from './sessions.ts'
import { rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

/** An attempt may begin at the last moment of its window and lasts its whole length. */
const UNTIL = 's.closes_at + make_interval(mins => s.length_minutes)'
const DURING = `s.opens_at < $3 and ${UNTIL} > $2`

/** In a slot, or at a time of one's own where there are none: an exam with a wide window does not say when its people come. */
const FIXED = `(s.slot_id is not null or ((s.opens_at, s.closes_at) <> (e.opens_at, e.closes_at)
  and not exists (select from exam_slot o where o.exam_id = e.id and o.cancelled_at is null)))`

type Booked = {
  person: AccountId
  as: Booking['as']
  exam: string
  place: string | null
  from: Date
  until: Date
}
type Watched = {
  proctor: AccountId
  exam: string
  examinee: AccountId
  from: Date
  until: Date
  ended: Date | null
}

export const postgresSchedule = (sql: Sql, tenant: TenantId): Schedule => ({
  hold: async (people) => {
    for (const id of [...new Set(people)].sort())
      await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`plan ${id}`])
  },
  named: async (people, role) =>
    new Map(
      (
        await rowsOf<{ id: AccountId; full_name: string }>(
          sql,
          `select a.id, a.full_name from account a where a.id = any($1) and a.disabled_at is null
             and exists (select from account_role r where r.account_id = a.id and r.role = $2)`,
          [people, role],
        )
      ).map((row) => [row.id, row.full_name]),
    ),
  bookings: async (people, { from, until }) =>
    (
      await rowsOf<Booked>(
        sql,
        `select p.person, p.as, s.exam_id as exam, s.opens_at as from, ${UNTIL} as until,
           case when e.card->'delivery'->>'to' = 'classroom' then e.card->'delivery'->>'name' end as place
         from session s join exam e on e.id = s.exam_id
         cross join lateral (select s.examinee_id as person, 'examinee' as as
           union all select g.proctor_id, 'proctor' from assignment g
             where g.session_id = s.id and g.removed_at is null) p
         where ${FIXED} and p.person = any($1) and ${DURING}
           and s.deauthorized_at is null and s.state <> 'expired_not_started'`,
        [people, stamp(from), stamp(until)],
      )
    ).map((row) => ({ ...row, from: time(row.from), until: time(row.until) })),
  watches: async (proctors, { from, until }) =>
    (
      await rowsOf<Watched>(
        sql,
        `select g.proctor_id as proctor, s.exam_id as exam, s.examinee_id as examinee, s.opens_at as from, ${UNTIL} as until,
           case when s.state = 'expired_not_started' then s.closes_at else s.deauthorized_at end as ended
         from assignment g join session s on s.id = g.session_id
         where g.proctor_id = any($1) and g.removed_at is null and s.state <> 'cancelled' and ${DURING}`,
        [proctors, stamp(from), stamp(until)],
      )
    ).map(({ ended, ...row }) => ({
      ...row,
      from: time(row.from),
      until: time(row.until),
      endedAt: timeOrNull(ended),
    })),
  slotsOf: async (exam) =>
    rowsOf<{ session: SessionId; slot: SlotId | null }>(
      sql,
      "select id as session, slot_id as slot from session where exam_id = $1 and state <> 'cancelled'",
      [exam],
    ),
  counts: async (exam) =>
    new Map(
      (
        await rowsOf<{ slot: SlotId | null; people: number }>(
          sql,
          `select o.id as slot, count(*)::int as people from session s ${STANDING_SLOT}
           where s.exam_id = $1 and s.state <> 'cancelled' group by o.id`,
          [exam],
        )
      ).map(({ slot, people }) => [slot, people]),
    ),
  watchersOf: async (exam, slot) => {
    const rows = await rowsOf<{ id: AccountId | null; name: string }>(
      sql,
      `select distinct p.id, p.full_name as name from session s ${STANDING_SLOT}
       left join assignment g on g.session_id = s.id and g.removed_at is null
       left join account p on p.id = g.proctor_id
       where s.exam_id = $1 and s.state <> 'cancelled' and s.deauthorized_at is null and o.id is not distinct from $2
       order by p.full_name, p.id`,
      [exam, slot],
    )
    return {
      watching: rows.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }])),
      unwatched: rows.some(({ id }) => id === null),
    }
  },
  place: async (session, slot) => {
    await sql.query('update session set slot_id = $2 where id = $1', [session, slot])
  },
  addSessions: async (rows, at) => {
    const plain = rows.map(({ session, slot, proctor }) => ({
      id: session.id,
      exam_id: session.exam,
      examinee_id: session.examinee,
      state: session.state,
      opens_at: stamp(session.opensAt),
      closes_at: stamp(session.closesAt),
      length_minutes: session.lengthMinutes,
      slot_id: slot,
      proctor,
    }))
    const shape =
      'id text, exam_id text, examinee_id text, state text, opens_at timestamptz, closes_at timestamptz, length_minutes int, slot_id text'
    await sql.query(
      `insert into session (id, tenant_id, exam_id, examinee_id, state, opens_at, closes_at, length_minutes, slot_id, created_at)
       select id, $2, exam_id, examinee_id, state, opens_at, closes_at, length_minutes, slot_id, $3
       from jsonb_to_recordset($1::jsonb) as given(${shape})`,
      [JSON.stringify(plain), tenant, stamp(at)],
    )
    await sql.query(
      `insert into assignment (tenant_id, session_id, proctor_id, assigned_at)
       select $2, id, proctor, $3 from jsonb_to_recordset($1::jsonb) as given(id text, proctor text) where proctor is not null`,
      [JSON.stringify(plain), tenant, stamp(at)],
    )
  },
})
