// Figures of one exam and the list of them.
import { type ExamCard, plainCard } from '@ochno/domain/exam/card'
import type { ExamId } from '@ochno/domain/ids'
import type { Dashboards, ExamFacts, ExamLine, ExamSessionFigures } from '../../ports/dashboards.ts'
import { REAL_EXAM } from './real-exams.ts'
import { rowsOf, type Sql, time } from './transaction.ts'

/** The edition in force of each protocol of these exams. */
const protocols = (exams: string) => `select distinct on (p.session_id) p.session_id, s.exam_id, p.facts
  from session s join protocol_edition p on p.session_id = s.id where s.exam_id in (${exams})
  order by p.session_id, p.edition desc`
/** Marks that counted and no commission took off. */
const counted = (
  exams: string,
) => `select m->>'code' as code, p.session_id, p.exam_id from (${protocols(exams)}) p
  cross join lateral jsonb_array_elements(p.facts->'marks') m where m->>'verdict' = 'counted'
    and not exists (select from appeal q where q.session_id = p.session_id
      and jsonb_typeof(q.facts->'verdict') = 'object' and q.facts#>'{verdict,annulled}' ? (m->>'key'))`

const LINES = `with page as (
    select e.id, e.title, e.opens_at, count(*) over ()::int as total from exam e where ${REAL_EXAM}
    order by e.opens_at desc, e.id offset $1 limit $2
  ), came as (
    select s.exam_id, count(*)::int as people,
      (count(*) filter (where s.state in ('submitted', 'deauthorized')))::int as finished
    from session s where s.exam_id in (select id from page) and s.state <> 'cancelled' group by s.exam_id
  ), found as (
    select exam_id, count(distinct session_id)::int as marked from (${counted('select id from page')}) m group by exam_id
  ), appealed as (
    select s.exam_id, count(*)::int as appeals from session s join appeal p on p.session_id = s.id
    where s.exam_id in (select id from page) group by s.exam_id
  )
  select page.*, coalesce(people, 0) as people, coalesce(finished, 0) as finished, coalesce(marked, 0) as marked,
    coalesce(appeals, 0) as appeals
  from page left join came c on c.exam_id = page.id left join found f on f.exam_id = page.id
  left join appealed a on a.exam_id = page.id order by page.opens_at desc, page.id`

type SessionRow = {
  state: string
  opens_at: Date
  closes_at: Date
  visit: ExamSessionFigures['visit']
  minutes: number | null
  coverage: number | null
  status: number | null
  decision: string | null
}

/** Coverage as the signed manifest has it: of the weakest track that carries media. */
const SESSIONS = `select s.state, s.opens_at, s.closes_at, v.state as visit,
    case when s.deauthorized_at is not null
      then extract(epoch from s.deauthorized_at - coalesce(s.started_at, s.authorized_at))::float8 / 60 end as minutes,
    (select min(least(1, (t->>'covered_ms')::float8 / greatest(1, (b.body->>'to_ms')::float8 - (b.body->>'from_ms')::float8))) * 100
      from manifest m cross join lateral (select convert_from(m.body, 'UTF8')::jsonb as body) b
      cross join lateral jsonb_array_elements(b.body->'tracks') t
      where m.session_id = s.id and t->>'covered_ms' is not null and (t->>'count')::int > 0) as coverage,
    (p.facts#>>'{draft,status}')::int as status,
    case when d.state not in ('pending', 'recommended') then d.value end as decision
  from session s left join door_visit v on v.session_id = s.id
  left join (${protocols('$1')}) p on p.session_id = s.id left join decision d on d.session_id = s.id
  where s.exam_id = $1 limit 5000`

const sessionOf = ({ opens_at, closes_at, ...row }: SessionRow): ExamSessionFigures => ({
  ...row,
  opensAt: time(opens_at),
  closesAt: time(closes_at),
})

/** A hint lies on the page's own clock; `lag_ms` brings it to the server's. */
const HINTS = `select (extract(epoch from (to_timestamp((h.from_ms + r.lag_ms) / 1000.0) - coalesce(s.started_at, s.authorized_at))) / 60)::float8 as minute,
    coalesce((select a.state from hint_answer a where a.session_id = h.session_id and a.no = h.no order by a.n desc limit 1), 'open') = 'open' as open
  from session s join hint h on h.session_id = s.id join hint_run r on r.session_id = h.session_id and r.run = h.run
  where s.exam_id = $1 and s.authorized_at is not null limit 100000`

const FAILURES = `select (extract(epoch from coalesce(z.at, s.deauthorized_at, p.at) - p.at) / 60)::float8 as minutes,
    coalesce((select f.facts->>'fault' from conduct f where f.session_id = p.session_id and f.kind = 'fault'
      and (f.facts->>'of')::int = p.seq order by f.seq desc limit 1), 'unknown') as fault
  from session s join conduct p on p.session_id = s.id and p.kind = 'pause' and p.facts->>'cause' = 'failure'
  left join lateral (select r.at from conduct r where r.session_id = p.session_id and r.kind = 'resume'
    and (r.facts->>'of')::int = p.seq limit 1) z on true
  where s.exam_id = $1 limit 5000`

export const postgresExamFigures = (sql: Sql): Pick<Dashboards, 'exams' | 'exam'> => ({
  exams: async (offset, limit) => {
    const rows = await rowsOf<Omit<ExamLine, 'opensAt'> & { opens_at: Date; total: number }>(sql, LINES, [
      offset,
      limit,
    ])
    return {
      total: rows[0]?.total ?? 0,
      rows: rows.map(({ opens_at, total, ...row }) => ({ ...row, opensAt: time(opens_at) })),
    }
  },
  exam: async (id) => {
    const of = <R>(text: string) => rowsOf<R>(sql, text, [id])
    const [exam] = await of<{
      id: ExamId
      title: string
      opens_at: Date
      length_minutes: number
      card: ExamCard | null
      preset: string | null
    }>(
      `select e.id, e.title, e.opens_at, e.length_minutes, e.card, a.preset from exam e
       left join exam_rules r on r.exam_id = e.id left join act_edition a on a.id = r.act_id where e.id = $1 and ${REAL_EXAM}`,
    )
    if (!exam) return null
    const { kind } = exam.card ?? plainCard
    const hints = await of<{ minute: number; open: boolean }>(HINTS)
    const appeals = await of<{ outcome: string; count: number }>(
      `select coalesce(p.facts->>'outcome', 'open') as outcome, count(*)::int as count from appeal p
       join session s on s.id = p.session_id where s.exam_id = $1 group by 1`,
    )
    return {
      exam: {
        id: exam.id,
        title: exam.title,
        opensAt: time(exam.opens_at),
        lengthMinutes: exam.length_minutes,
        hasStatuses: exam.preset === '004' && (kind === 'final' || kind === 'state_final'),
      },
      sessions: (await of<SessionRow>(SESSIONS)).map(sessionOf),
      hintMinutes: hints.map(({ minute }) => minute),
      hintsOpen: hints.filter(({ open }) => open).length,
      failures: await of(FAILURES),
      marks: await of<ExamFacts['marks'][number]>(
        `select m.code, count(*)::int as count from (${counted('$1')}) m group by m.code order by count desc, m.code`,
      ),
      appeals: Object.fromEntries(appeals.map(({ outcome, count }) => [outcome, count])),
    }
  },
})
