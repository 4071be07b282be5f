// Rows for watching: sessions as a viewer sees them, opened recordings, the access journal.
import type { Role } from '@ochno/domain/access/table'
import type { TenantId } from '@ochno/domain/ids'
import type { TrackId } from '@ochno/domain/recording/track'
import { isBlind, type ReviewKind } from '@ochno/domain/review/second-look'
import { fromMs, type Instant } from '@ochno/domain/time'
import type pg from 'pg'
import type {
  AccessJournal,
  RecordedSession,
  View,
  Viewing,
  Views,
  WatchedSession,
  WatchedSessions,
} from '../../ports/watching.ts'
import { asTenant } from './transaction.ts'

type Row = Record<string, unknown>

const ask = <T>(pool: pg.Pool, tenant: TenantId, text: string, values: unknown[]): Promise<T[]> =>
  asTenant(pool, tenant, async (client) => (await client.query(text, values)).rows as T[])

const time = (value: unknown): Instant => fromMs((value as Date).getTime())
const timeOrNull = (value: unknown): Instant | null => (value === null ? null : time(value))
const stamp = (at: Instant | null): string | null => at?.toString() ?? null

const SESSION = `s.id, s.tenant_id, s.examinee_id, a.full_name, e.title, s.state, s.opens_at, s.closes_at, s.length_minutes,
  s.authorized_at, s.deadline, s.deauthorized_at`
const FROM = `session s join exam e on e.id = s.exam_id join account a on a.id = s.examinee_id`
/** The viewer is the parameter of that number. */
const requirementsOf = (viewer: string) => `
  left join lateral (
    select json_build_object('exam', x.exam_id, 'act', n.preset, 'edition', x.edition, 'read',
      coalesce((select json_agg(q.edition) from requirement_reading q
        where q.exam_id = x.exam_id and q.account_id = ${viewer}), '[]')) as requirements
    from exam_rules x join act_edition n on n.id = x.act_id where x.exam_id = s.exam_id) known on true`
/** The latest moment the session can still run. */
const END = `coalesce(s.deauthorized_at, s.deadline, s.closes_at + make_interval(mins => s.length_minutes))`

/** To be reviewed by this person; or checked by nobody, and the protocol is this person's to write and not handed over yet. */
const REVIEWING = `(exists (select from review r where r.session_id = s.id and r.reviewer_id = $2 and r.reviewed_at is null)
  or (g.assigned_at is not null and g.removed_at is null and coalesce(e.card ->> 'event', 'exam') <> 'lesson'
    and exists (select from review r where r.session_id = s.id and r.kind = 'first' and r.reviewer_id is null and r.reviewed_at is not null)
    and not exists (select from protocol_edition p where p.session_id = s.id and p.handed_over_at is not null)))`

/** What this person's open look shows of it, and of which kind the look is. */
const LOOK = `
  left join lateral (
    select r.kind as look, r.piece_from, r.piece_to from review r
    where r.session_id = s.id and r.reviewer_id = $2 and r.reviewed_at is null
    order by r.created_at desc, r.id limit 1) mine on true`

const sessionOf = (row: Row): WatchedSession => ({
  id: row.id as WatchedSession['id'],
  tenant: row.tenant_id as TenantId,
  examinee: row.examinee_id as WatchedSession['examinee'],
  examineeName: row.full_name as string,
  examTitle: row.title as string,
  state: row.state as string,
  opensAt: time(row.opens_at),
  closesAt: time(row.closes_at),
  lengthMinutes: row.length_minutes as number,
  authorizedAt: timeOrNull(row.authorized_at),
  deadline: timeOrNull(row.deadline),
  deauthorizedAt: timeOrNull(row.deauthorized_at),
  ...(row.requirements
    ? { requirements: row.requirements as NonNullable<WatchedSession['requirements']> }
    : {}),
})

export function postgresWatchedSessions(pool: pg.Pool): WatchedSessions {
  return {
    async find(tenant, session, viewer) {
      const [row] = await ask<Row>(
        pool,
        tenant,
        `select ${SESSION}, g.assigned_at, g.removed_at, ${REVIEWING} as reviewing, known.requirements,
           mine.look, mine.piece_from, mine.piece_to,
           (select max(b.ends_at) from break_glass b where b.session_id = s.id and b.asked_by = $2) as glass_until from ${FROM}
         left join assignment g on g.session_id = s.id and g.proctor_id = $2 ${requirementsOf('$2')} ${LOOK}
         where s.id = $1 and s.tenant_id = $3`,
        [session, viewer, tenant],
      )
      if (!row) return null
      const assignment = row.assigned_at === null ? 'none' : row.removed_at === null ? 'active' : 'removed'
      return {
        session: sessionOf(row),
        assignment,
        reviewing: row.reviewing === true,
        piece:
          row.piece_from && row.piece_to
            ? { from: (row.piece_from as Date).getTime(), to: (row.piece_to as Date).getTime() }
            : null,
        glassUntil: timeOrNull(row.glass_until),
        nameless: typeof row.look === 'string' && isBlind(row.look as ReviewKind),
      }
    },

    async assigned(tenant, proctor, since, until) {
      const rows = await ask<Row>(
        pool,
        tenant,
        `select ${SESSION}, known.requirements from ${FROM}
         join assignment g on g.session_id = s.id and g.proctor_id = $1 and g.removed_at is null ${requirementsOf('$1')}
         where s.tenant_id = $2 and s.opens_at <= $4 and ${END} > $3
           -- A classroom has no picture to show on a wall.
           and coalesce((select x.card ->> 'mode' from exam x where x.id = s.exam_id), '') <> 'offline' order by s.opens_at, a.full_name, s.id limit 200`,
        [proctor, tenant, stamp(since), stamp(until)],
      )
      return rows.map(sessionOf)
    },

    async recorded(tenant, of, find, limit) {
      const rows = await ask<Row>(
        pool,
        tenant,
        `select ${SESSION}, m.closed_at, t.tids from ${FROM}
         join lateral (select array_agg(tid order by no) as tids from track
                       where session_id = s.id and tid not in ('events', 'call')) t on t.tids is not null
         left join manifest m on m.session_id = s.id
         where s.tenant_id = $1 and ($2::text is null or exists (
           select 1 from assignment g where g.session_id = s.id and g.proctor_id = $2 and g.removed_at is null))
           and ($3 = '' or strpos(lower(a.full_name || ' ' || e.title), lower($3)) > 0)
         order by coalesce(s.authorized_at, s.opens_at) desc, s.id limit $4`,
        [tenant, of, find, limit],
      )
      return rows.map(
        (row): RecordedSession => ({
          ...sessionOf(row),
          tracks: row.tids as TrackId[],
          closedAt: timeOrNull(row.closed_at),
        }),
      )
    },
  }
}

export function postgresViews(pool: pg.Pool): Views {
  return {
    async open(view) {
      await ask(
        pool,
        view.tenant,
        `insert into recording_view
         (id, tenant_id, session_id, account_id, sign_in_id, role, purpose, ground, opened_at, ends_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          view.id,
          view.tenant,
          view.session,
          view.account,
          view.signIn,
          view.role,
          view.purpose,
          view.ground,
          stamp(view.openedAt),
          stamp(view.endsAt),
        ],
      )
    },
    async find(tenant, id) {
      const [row] = await ask<Row>(
        pool,
        tenant,
        'select * from recording_view where id = $1 and tenant_id = $2',
        [id, tenant],
      )
      if (!row) return null
      return {
        id,
        tenant,
        session: row.session_id as View['session'],
        account: row.account_id as View['account'],
        signIn: row.sign_in_id as string,
        role: row.role as Role,
        purpose: row.purpose as string,
        ground: row.ground as string,
        openedAt: time(row.opened_at),
        endsAt: time(row.ends_at),
      }
    },
  }
}

/**
 * A live watch is its begin and its end, which carry the same start; an opened recording is its view; records read
 * back within the window of an exam without a view belong together while no pause is longer than five minutes.
 * An index read without a view shows nobody, so that it is a row of the journal and no viewing.
 */
const VIEWINGS = `
  with acts as (
    select id, account_id, sign_in_id, role, purpose, action, ip, at, view_id,
           action in ('live.begin', 'live.end') as live,
           coalesce(started_at, at) as since, coalesce(ended_at, at) as until
    from access_journal
    where session_id = $1 and tenant_id = $2 and (action <> 'timeline' or view_id is not null)
  ), apart as (
    select *, at - lag(at) over same > interval '5 minutes' as after_pause from acts
    window same as (partition by account_id, sign_in_id, role, purpose, live, view_id order by at, id)
  ), grouped as (
    select *, case
      when view_id is not null then view_id
      when live then since::text
      else (count(*) filter (where after_pause)
        over (partition by account_id, sign_in_id, role, purpose, live, view_id order by at, id))::text
    end as viewing from apart
  )
  select a.full_name, g.role, g.purpose, g.live, min(g.since) as started_at, max(g.until) as ended_at,
         count(*) filter (where g.action = 'records') as records, bool_or(g.action like 'door.%') as door, max(g.ip) as place
  from grouped g join account a on a.id = g.account_id
  group by a.full_name, g.account_id, g.sign_in_id, g.role, g.purpose, g.live, g.viewing
  order by started_at desc limit 500`

export function postgresAccessJournal(pool: pg.Pool): AccessJournal {
  return {
    async write(row) {
      await ask(
        pool,
        row.tenant,
        `insert into access_journal (tenant_id, session_id, account_id, role, sign_in_id, ip, action, purpose, view_id,
           tid, seq_from, seq_to, started_at, ended_at, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
        [
          row.tenant,
          row.session,
          row.account,
          row.role,
          row.signIn,
          row.ip,
          row.action,
          row.purpose,
          row.view,
          row.tid,
          row.seqFrom,
          row.seqTo,
          stamp(row.startedAt),
          stamp(row.endedAt),
          stamp(row.at),
        ],
      )
    },

    async viewings(tenant, session) {
      const rows = await ask<Row>(pool, tenant, VIEWINGS, [session, tenant])
      return rows.map(
        (row): Viewing => ({
          name: row.full_name as string,
          role: row.role as Role,
          what: row.door ? 'identity' : row.live ? 'live' : 'recording',
          purpose: row.purpose as string,
          startedAt: time(row.started_at),
          endedAt: time(row.ended_at),
          records: Number(row.records),
          place: row.place as string,
        }),
      )
    },
  }
}

export async function fullNameOf(pool: pg.Pool, tenant: TenantId, account: string): Promise<string> {
  const [row] = await ask<Row>(pool, tenant, 'select full_name from account where id = $1', [account])
  return (row?.full_name as string | undefined) ?? ''
}
