// What the machine noticed and what people said of it, summed in the database; of single sessions only what a class is made of.
import type { AccountId } from '@ochno/domain/ids'
import type {
  Dashboards,
  DetectorFigures,
  SecondLook,
  Share,
  WatchedSession,
} from '../../ports/dashboards.ts'
import { REAL_EXAM } from './real-exams.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type SeenRow = {
  person: AccountId
  hints: number
  marked: number
  dismissed: number
  facts: WatchedSession['facts']
  accommodated: boolean
}

/** Sessions a machine watched; those whose recording was destroyed have lost their hints and are in no figure. */
const WATCHED = `watched as (
  select s.id, s.examinee_id, s.exam_id, s.authorized_at from session s join exam e on e.id = s.exam_id and ${REAL_EXAM}
  where s.authorized_at >= $1 and s.authorized_at < $2 and exists (select from hint_run r where r.session_id = s.id))`

/** Every hint with the last thing a person said of it. */
const JUDGED = `judged as (
  select h.session_id, h.no, h.code, a.state, a.said_by from hint h join watched w on w.id = h.session_id
  left join lateral (select x.state, x.said_by from hint_answer x where x.session_id = h.session_id and x.no = h.no
    order by x.n desc limit 1) a on true)`

const SUMS = `count(*)::int as hints, (count(*) filter (where state = 'marked'))::int as marked,
  (count(*) filter (where state = 'dismissed'))::int as dismissed`

/** The check that let the person in, as `ofSession` of the equipment finds it, at that moment. */
const CHECK = `select jsonb_build_object('machine', c.facts->'machine', 'cameras', c.facts->'cameras') as facts
  from equipment_check c where c.account_id = w.examinee_id and c.place = 'examinee' and c.at <= w.authorized_at
    and (c.session_id = w.id or (c.session_id is null and c.outcome <> 'blocked')) order by c.at desc, c.id desc limit 1`

/** By a document; what a class gives by itself is the same for everybody in it. */
const ACCOMMODATED = `exists (select from accommodation m where m.account_id = w.examinee_id and m.state in ('active', 'used')
  and (m.exam_id is null or m.exam_id = w.exam_id) and m.from_day <= w.authorized_at::date
  and (m.until_day is null or m.until_day >= w.authorized_at::date))`

/** A mark of a first look lies in the log of the session, one of a second in its own findings. */
const SECOND_LOOKS = `select coalesce((select json_agg(distinct c.facts->>'code') from conduct c
      where c.session_id = r.session_id and c.kind = 'mark'
        and not exists (select from mark_withdrawn w where w.session_id = c.session_id and w.seq = c.seq)), '[]') as known,
    coalesce((select json_agg(distinct f.facts->>'code') from review_finding f
      where f.review_id = r.id and f.by_account = r.reviewer_id and f.facts->>'kind' = 'mark'
        and not exists (select from review_finding g where g.review_id = r.id and g.facts->>'kind' = 'withdrawn'
          and (g.facts->>'of')::int = f.seq)), '[]') as found
  from review r join session s on s.id = r.session_id join exam e on e.id = s.exam_id and ${REAL_EXAM}
  where r.kind = 'second' and r.reviewed_at is not null and s.authorized_at >= $1 and s.authorized_at < $2 limit 10000`

const CHANGED = `select count(*)::int as "of", (count(*) filter (where states > 1))::int as part from (
  select count(distinct a.state) as states from hint_answer a join watched w on w.id = a.session_id
  where a.state in ('marked', 'dismissed') group by a.session_id, a.no having count(distinct a.said_by) > 1) twice`

const TAKEN_OFF = `select coalesce(sum(jsonb_array_length(p.facts->'contested')), 0)::int as "of",
    coalesce(sum(jsonb_array_length(p.facts#>'{verdict,annulled}')), 0)::int as part
  from appeal p join session s on s.id = p.session_id join exam e on e.id = s.exam_id and ${REAL_EXAM}
  where jsonb_typeof(p.facts->'verdict') = 'object' and s.authorized_at >= $1 and s.authorized_at < $2`

export const postgresFairness = (sql: Sql): Pick<Dashboards, 'fairness' | 'firstWatched'> => ({
  fairness: async (from, to) => {
    const of = <R>(text: string) => rowsOf<R>(sql, text, [stamp(from), stamp(to)])
    const sessions = await of<SeenRow>(
      `with ${WATCHED}, ${JUDGED}, sums as (select session_id, ${SUMS} from judged group by session_id)
       select w.examinee_id as person, coalesce(n.hints, 0) as hints, coalesce(n.marked, 0) as marked,
         coalesce(n.dismissed, 0) as dismissed, k.facts, ${ACCOMMODATED} as accommodated
       from watched w left join sums n on n.session_id = w.id left join lateral (${CHECK}) k on true`,
    )
    return {
      sessions,
      detectors: await of<DetectorFigures>(
        `with ${WATCHED}, ${JUDGED} select code, ${SUMS}, count(distinct session_id)::int as sessions from judged
         group by code order by hints desc, code`,
      ),
      answerers: await of(
        `with ${WATCHED}, ${JUDGED} select (count(*) filter (where state = 'marked'))::int as marked,
           (count(*) filter (where state = 'dismissed'))::int as dismissed from judged
         where state in ('marked', 'dismissed') group by said_by order by count(*) desc`,
      ),
      changed: one(await of<Share>(`with ${WATCHED} ${CHANGED}`)),
      takenOff: one(await of<Share>(TAKEN_OFF)),
      secondLooks: await of<SecondLook>(SECOND_LOOKS),
    }
  },
  firstWatched: async () => {
    const [row] = await rowsOf<{ at: Date | null }>(
      sql,
      `select min(s.authorized_at) as at from session s join hint_run r on r.session_id = s.id
       join exam e on e.id = s.exam_id and ${REAL_EXAM}`,
    )
    return row?.at ? time(row.at) : null
  },
})

const one = ([row]: readonly Share[]): Share => row ?? { part: 0, of: 0 }
