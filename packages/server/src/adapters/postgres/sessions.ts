import type { ExamMode } from '@ochno/domain/exam/card'
import type { AccountId, ExamId, SessionId, SlotId, TenantId } from '@ochno/domain/ids'
import type { EventType } from '@ochno/domain/scheduling/event'
import type { EndCause, SessionState } from '@ochno/domain/session/session'
import type pg from 'pg'
import type { Overdue, SessionFacts, Sessions } from '../../ports/sessions.ts'
import { type Key, readPage } from './pages.ts'
import { rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type Row = {
  id: SessionId
  exam_id: ExamId
  examinee_id: AccountId
  state: SessionState
  opens_at: Date
  closes_at: Date
  length_minutes: number
  authorized_at: Date | null
  started_at: Date | null
  deadline: Date | null
  deauthorized_at: Date | null
  end_cause: EndCause | null
  end_reason: string | null
  title: string
  instructions: string
  full_name: string
  proctors: { id: AccountId; name: string }[]
  event: EventType | null
  mode: ExamMode | null
  place: string | null
}

const FROM = 'from session s join exam e on e.id = s.exam_id join account a on a.id = s.examinee_id'

/** The link of the card goes with the words of the task, once. */
const TASK = `case when position(coalesce(e.card->'delivery'->>'address', '') in e.instructions) > 0 then e.instructions
  else concat_ws(E'\\n\\n', nullif(e.instructions, ''), e.card->'delivery'->>'address') end`

const SELECT = `select s.id, s.exam_id, s.examinee_id, s.state, s.opens_at, s.closes_at, s.length_minutes, s.authorized_at,
  s.started_at, s.deadline, s.deauthorized_at, s.end_cause, s.end_reason, e.title, ${TASK} as instructions, a.full_name,
  e.card ->> 'event' as event, e.card ->> 'mode' as mode, e.card -> 'delivery' ->> 'name' as place,
  coalesce((select json_agg(json_build_object('id', p.id, 'name', p.full_name) order by p.full_name, p.id)
    from assignment g join account p on p.id = g.proctor_id
    where g.session_id = s.id and g.removed_at is null), '[]') as proctors
  ${FROM}`

/** Whoever was in a slot that was called off, and is still there, is in none. */
export const STANDING_SLOT = 'left join exam_slot o on o.id = s.slot_id and o.cancelled_at is null'

const BY_NAME: readonly Key[] = [
  {
    sql: 'a.full_name collate "ru-x-icu"',
    as: 'text',
    kept: 'select p.full_name from session k join account p on p.id = k.examinee_id where k.id = $1',
  },
  { sql: 's.id', as: 'text' },
]
const BY_SLOT: readonly Key[] = [
  { sql: 'o.id is null', as: 'boolean' },
  { sql: 'coalesce(o.opens_at, e.opens_at)', as: 'timestamptz' },
  { sql: "coalesce(o.id, '-')", as: 'text' },
  ...BY_NAME,
]

const factsOf = (row: Row): SessionFacts => ({
  id: row.id,
  exam: row.exam_id,
  examinee: row.examinee_id,
  state: row.state,
  opensAt: time(row.opens_at),
  closesAt: time(row.closes_at),
  lengthMinutes: row.length_minutes,
  authorizedAt: timeOrNull(row.authorized_at),
  startedAt: timeOrNull(row.started_at),
  deadline: timeOrNull(row.deadline),
  deauthorizedAt: timeOrNull(row.deauthorized_at),
  endCause: row.end_cause,
  endReason: row.end_reason,
  examTitle: row.title,
  instructions: row.instructions,
  examineeName: row.full_name,
  proctors: row.proctors,
  event: row.event ?? 'exam',
  room: row.mode === 'offline' ? { name: row.place } : null,
})

export const postgresSessions = (sql: Sql, tenant: TenantId): Sessions => {
  const many = async (rest: string, values: unknown[]) =>
    (await rowsOf<Row>(sql, `${SELECT} ${rest}`, values)).map(factsOf)
  /** The words of a session are read for the rows of one page, not for the whole list. */
  const factsBy = async (rows: readonly { readonly id: SessionId }[]) =>
    new Map(
      (await many('where s.id = any ($1)', [rows.map(({ id }) => id)])).map((session) => [
        session.id,
        session,
      ]),
    )
  const one = async (rest: string, id: SessionId) => (await many(rest, [id]))[0] ?? null
  return {
    find: (id) => one('where s.id = $1', id),
    findAll: (ids) => many('where s.id = any ($1)', [ids]),
    lock: (id) => one('where s.id = $1 for no key update of s', id),
    ofExam: (exam, proctor) =>
      many(
        `where s.exam_id = $1 and s.state <> 'cancelled' and ($2::text is null or exists (select from assignment g
           where g.session_id = s.id and g.proctor_id = $2 and g.removed_at is null))
         order by a.full_name, s.id`,
        [exam, proctor],
      ),
    page: async ({ exam, proctor, find, recorded }, page) => {
      const found = await readPage<{ id: SessionId; slot: SlotId | null }>(
        sql,
        tenant,
        {
          name: 'exam_people',
          select: 's.id, o.id as slot',
          from: `${FROM} ${STANDING_SLOT}
            where s.exam_id = $1 and s.state <> 'cancelled' and position(lower($2) in lower(a.full_name)) > 0
              and ($3::text is null or exists (select from assignment g
                where g.session_id = s.id and g.proctor_id = $3 and g.removed_at is null))
              and (not $4::boolean or s.state not in ('admitted', 'expired_not_started'))`,
          values: [exam, find, proctor, recorded],
          by: BY_SLOT,
        },
        page,
      )
      if (!found) return null
      const facts = await factsBy(found.rows)
      const rows = found.rows.flatMap(({ id, slot }) => {
        const one = facts.get(id)
        return one ? [{ ...one, slot }] : []
      })
      return { ...found, rows }
    },
    personsPage: async ({ exam, find }, page) => {
      const found = await readPage<{ id: SessionId }>(
        sql,
        tenant,
        {
          name: 'exam_persons',
          select: 's.id',
          from: `${FROM} where s.exam_id = $1 and s.state <> 'cancelled'
              and position(lower($2) in lower(a.full_name)) > 0
              and (s.state = 'admitted' or not exists (select from session c
                where c.exam_id = s.exam_id and c.examinee_id = s.examinee_id and c.state = 'admitted'))`,
          values: [exam, find],
          by: BY_NAME,
        },
        page,
      )
      if (!found) return null
      const facts = await factsBy(found.rows)
      return { ...found, rows: found.rows.flatMap(({ id }) => facts.get(id) ?? []) }
    },
    ofExaminee: (examinee) =>
      many('where s.examinee_id = $1 order by (s.deauthorized_at is not null), s.opens_at, s.id limit 200', [
        examinee,
      ]),
    add: async (session, at) => {
      const added = await rowsOf(
        sql,
        `insert into session (id, tenant_id, exam_id, examinee_id, state, opens_at, closes_at, length_minutes, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (exam_id, examinee_id)
           where deauthorized_at is null and state <> 'expired_not_started' do nothing returning id`,
        [
          session.id,
          tenant,
          session.exam,
          session.examinee,
          session.state,
          stamp(session.opensAt),
          stamp(session.closesAt),
          session.lengthMinutes,
          stamp(at),
        ],
      )
      return added.length === 1
    },
    save: async (session) => {
      await sql.query(
        `update session set state = $2, authorized_at = $3, started_at = $4, deadline = $5, deauthorized_at = $6,
           end_cause = $7, end_reason = $8 where id = $1`,
        [
          session.id,
          session.state,
          stamp(session.authorizedAt),
          stamp(session.startedAt),
          stamp(session.deadline),
          stamp(session.deauthorizedAt),
          session.endCause,
          session.endReason,
        ],
      )
    },
    assign: async (id, proctor, at) => {
      await sql.query(
        `insert into assignment (tenant_id, session_id, proctor_id, assigned_at) values ($1, $2, $3, $4)
         on conflict (session_id, proctor_id) do update set assigned_at = excluded.assigned_at, removed_at = null
         where assignment.removed_at is not null`,
        [tenant, id, proctor, stamp(at)],
      )
    },
    unassign: async (id, proctor, at) =>
      (
        await rowsOf(
          sql,
          `update assignment set removed_at = $3 where session_id = $1 and proctor_id = $2 and removed_at is null
           returning session_id`,
          [id, proctor, stamp(at)],
        )
      ).length === 1,
    giveCode: async (id, { hash, by, at, endsAt }) => {
      await sql.query(
        `insert into exam_code (session_id, tenant_id, account_id, code_sha256, made_by, made_at, ends_at)
         select id, tenant_id, examinee_id, $2, $3, $4, $5 from session where id = $1
         on conflict (session_id) do update
           set code_sha256 = excluded.code_sha256, made_by = excluded.made_by, made_at = excluded.made_at,
             ends_at = excluded.ends_at, used_at = null`,
        [id, hash, by, stamp(at), stamp(endsAt)],
      )
    },
    watchers: async (id) =>
      (
        await rowsOf<{ proctor_id: AccountId }>(
          sql,
          'select proctor_id from assignment where session_id = $1 order by assigned_at, proctor_id',
          [id],
        )
      ).map(({ proctor_id }) => proctor_id),
  }
}

/** The role of sign-in sees sessions of every institution, and only reads them. */
export const postgresOverdue =
  (auth: pg.Pool): Overdue =>
  async (now) =>
    (
      await rowsOf<{ tenant_id: TenantId; id: SessionId }>(
        auth,
        `select tenant_id, id from session where (deadline <= $1 and deauthorized_at is null)
           or (state = 'admitted' and closes_at <= $1) limit 500`,
        [stamp(now)],
      )
    ).map((row) => ({ tenant: row.tenant_id, session: row.id }))
