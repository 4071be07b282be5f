// The day of the organiser, and what lies before the reviewers. Rows of exams a reader is not shown do not come at all (fence.sql).
import { type ExamCard, isWatchedLive, needsProctor, plainCard } from '@ochno/domain/exam/card'
import type { AccountId, ExamId, SessionId } from '@ochno/domain/ids'
import { fromMs } from '@ochno/domain/time'
import type { Dashboards, TodaySession } from '../../ports/dashboards.ts'
import { postgresExamFigures } from './exam-figures.ts'
import { postgresFairness } from './fairness.ts'
import { REAL_EXAM } from './real-exams.ts'
import { rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type TodayRow = {
  id: SessionId
  exam_id: ExamId
  title: string
  full_name: string
  state: string
  opens_at: Date
  closes_at: Date
  authorized_at: Date | null
  mode: ExamCard['mode'] | null
  most: string | null
  proctors: { id: AccountId; name: string }[]
  visit: TodaySession['visit']
  came_at: Date | null
  paused_at: Date | null
  heard_ms: string | null
  unanswered: number
  unanswered_since: Date | null
  hints_open: number
}

/** What an examinee said, after the last word of a proctor, and nobody ticked off at the wall. */
const UNANSWERED = `select count(*)::int as unanswered, min(c.at) as unanswered_since from conduct c
  where c.session_id = s.id and c.party = 'examinee' and c.kind in ('chat', 'trouble')
    and c.seq > coalesce((select max(p.seq) from conduct p where p.session_id = s.id and p.party = 'proctor'), 0)
    and not exists (select from attention t where t.session_id = s.id and t.what = 'answered' and t.alert = 'said:' || c.seq)`

const PAUSED = `select p.at as paused_at from conduct p where p.session_id = s.id and p.kind = 'pause'
    and not exists (select from conduct r where r.session_id = s.id and r.kind = 'resume' and (r.facts->>'of')::int = p.seq)
  order by p.seq desc limit 1`

/** Of the camera and the screen the one that was silent longer. */
const HEARD = `select min(l.srv_ms) as heard_ms from track t join lateral (select f.srv_ms from fragment f
    where f.session_id = t.session_id and f.tid = t.tid order by f.n desc limit 1) l on true
  where t.session_id = s.id and t.tid in ('cam', 'screen')`

const HINTS_OPEN = `select count(*)::int as hints_open from hint h where h.session_id = s.id
  and coalesce((select a.state from hint_answer a where a.session_id = h.session_id and a.no = h.no order by a.n desc limit 1), 'open') = 'open'`

const TODAY = `select s.id, s.exam_id, e.title, x.full_name, s.state, s.opens_at, s.closes_at, s.authorized_at,
    e.card->>'mode' as mode, r.policy->'staffing.sync_examinees_per_proctor'->>'value' as most,
    coalesce((select json_agg(json_build_object('id', p.id, 'name', p.full_name) order by p.full_name, p.id)
      from assignment g join account p on p.id = g.proctor_id where g.session_id = s.id and g.removed_at is null), '[]') as proctors,
    v.state as visit, v.came_at, paused.paused_at, heard.heard_ms, said.unanswered, said.unanswered_since, hints.hints_open
  from session s join exam e on e.id = s.exam_id and ${REAL_EXAM} join account x on x.id = s.examinee_id
  left join exam_rules r on r.exam_id = e.id left join door_visit v on v.session_id = s.id
  left join lateral (${PAUSED}) paused on true left join lateral (${HEARD}) heard on s.state in ('authorized', 'in_progress')
  left join lateral (${UNANSWERED}) said on true left join lateral (${HINTS_OPEN}) hints on true
  where s.state <> 'cancelled' and s.opens_at < $2 and coalesce(s.deauthorized_at, greatest(s.closes_at, s.deadline)) >= $1
  order by e.opens_at, e.title, e.id, x.full_name, s.id limit 5000`

const todayOf = (row: TodayRow): TodaySession => ({
  session: row.id,
  exam: row.exam_id,
  examTitle: row.title,
  examinee: row.full_name,
  state: row.state,
  opensAt: time(row.opens_at),
  closesAt: time(row.closes_at),
  authorizedAt: timeOrNull(row.authorized_at),
  visit: row.visit,
  cameAt: timeOrNull(row.came_at),
  pausedAt: timeOrNull(row.paused_at),
  recorded: row.mode !== 'offline',
  recordedAt: row.heard_ms === null ? null : fromMs(Number(row.heard_ms)),
  needsProctor: needsProctor(row.mode ?? plainCard.mode),
  proctors: row.proctors,
  most: row.most === null || !isWatchedLive(row.mode ?? plainCard.mode) ? null : Number(row.most),
  unanswered: row.unanswered,
  unansweredSince: timeOrNull(row.unanswered_since),
  hintsOpen: row.hints_open,
})

type TicketRow = {
  no: number
  opened_at: Date
  urgent: boolean
  session_id: SessionId | null
  exam_id: ExamId | null
  title: string | null
  asker: string
}

type ReviewRow = {
  reviewer_id: AccountId | null
  full_name: string | null
  due_at: Date | null
  recorded_minutes: number
  escalated: boolean
}

const REVIEWS = `from review r join session s on s.id = r.session_id join exam e on e.id = s.exam_id and ${REAL_EXAM}
  left join account a on a.id = r.reviewer_id`

export const postgresDashboards = (sql: Sql): Dashboards => ({
  today: async (from, to) => (await rowsOf<TodayRow>(sql, TODAY, [stamp(from), stamp(to)])).map(todayOf),
  tickets: async () =>
    (
      await rowsOf<TicketRow>(
        sql,
        `select k.no, k.opened_at, k.exam_now and k.taken_by is null as urgent, k.session_id, e.id as exam_id, e.title,
           a.full_name as asker from support_ticket k join account a on a.id = k.asked_by
         left join session s on s.id = k.session_id left join exam e on e.id = s.exam_id
         where k.state in ('open', 'routed', 'in_work') order by k.exam_now desc, k.opened_at, k.no limit 500`,
      )
    ).map((row) => ({
      no: row.no,
      since: time(row.opened_at),
      urgent: row.urgent,
      session: row.session_id,
      exam: row.exam_id === null ? null : { id: row.exam_id, title: row.title ?? '' },
      asker: row.asker,
    })),
  waitingReviews: async () =>
    (
      await rowsOf<ReviewRow>(
        sql,
        `select r.reviewer_id, a.full_name, r.due_at, r.recorded_minutes, r.escalated_at is not null as escalated ${REVIEWS}
         where r.reviewed_at is null order by a.full_name, r.reviewer_id, r.due_at limit 10000`,
      )
    ).map((row) => ({
      reviewer: row.reviewer_id === null ? null : { id: row.reviewer_id, name: row.full_name ?? '' },
      due: timeOrNull(row.due_at),
      recordedMinutes: row.recorded_minutes,
      escalated: row.escalated,
    })),
  reviewedSince: async (since) =>
    rowsOf(
      sql,
      `select a.id, a.full_name as name, sum(r.recorded_minutes)::int as minutes ${REVIEWS}
       where r.reviewed_at >= $1 and r.reviewer_id is not null group by a.id, a.full_name order by a.full_name, a.id`,
      [stamp(since)],
    ),
  ...postgresFairness(sql),
  ...postgresExamFigures(sql),
})
