import type { AccountId, ReviewId, SessionId, TenantId } from '@ochno/domain/ids'
import type { ReviewState } from '@ochno/domain/lifecycle/review'
import type { ReviewKind } from '@ochno/domain/review/second-look'
import { fromMs } from '@ochno/domain/time'
import type pg from 'pg'
import type {
  Finding,
  MadeAtReview,
  OverdueReviews,
  Review,
  ReviewFacts,
  Reviews,
  Withdrawn,
} from '../../ports/review.ts'
import { blockedWhere } from './retention-holds.ts'
import { rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type Row = {
  id: ReviewId
  session_id: SessionId
  kind: ReviewKind
  state: ReviewState
  created_at: Date
  due_at: Date | null
  recorded_minutes: number
  reviewer_id: AccountId | null
  assigned_at: Date | null
  opened_at: Date | null
  reviewed_at: Date | null
  escalated_at: Date | null
  played: [number, number][]
  unhurried: [number, number][] | null
  status: number | null
  comment: string
  known: string[]
  piece_from: Date | null
  piece_to: Date | null
  examinee_id: AccountId
  examinee_name: string
  title: string
  reviewer_name: string | null
  authorized_at: Date | null
  started_at: Date | null
  deauthorized_at: Date | null
}

const SELECT = `select r.id, r.session_id, r.kind, r.state, r.created_at, r.due_at, r.recorded_minutes, r.reviewer_id,
  r.assigned_at, r.opened_at, r.reviewed_at, r.escalated_at, r.played, r.unhurried, r.status, r.comment, r.known, r.piece_from, r.piece_to,
  s.examinee_id, a.full_name as examinee_name, e.title, p.full_name as reviewer_name,
  s.authorized_at, s.started_at, s.deauthorized_at
  from review r join session s on s.id = r.session_id join exam e on e.id = s.exam_id
  join account a on a.id = s.examinee_id left join account p on p.id = r.reviewer_id`

/** The last word on each kind of consent counts. */
const LOST = `select r.id from review r join session s on s.id = r.session_id
  where r.kind = 'control' and r.reviewed_at is null and (
    exists (select from destroyed_recording d where d.session_id = r.session_id and d.doomed_at is not null)
    or ${blockedWhere('r.session_id')}
    or exists (select from consent c where c.account_id = s.examinee_id
      and (c.state = 'withdrawn' or c.withdrawal_asked_on is not null)
      and not exists (select from consent n where n.account_id = c.account_id and n.kind = c.kind
        and (n.created_at, n.id) > (c.created_at, c.id))))
  order by r.id limit 200`

const factsOf = (row: Row): ReviewFacts => ({
  id: row.id,
  session: row.session_id,
  kind: row.kind,
  state: row.state,
  createdAt: time(row.created_at),
  due: timeOrNull(row.due_at),
  recordedMinutes: row.recorded_minutes,
  reviewer: row.reviewer_id,
  assignedAt: timeOrNull(row.assigned_at),
  openedAt: timeOrNull(row.opened_at),
  reviewedAt: timeOrNull(row.reviewed_at),
  escalatedAt: timeOrNull(row.escalated_at),
  played: row.played.map(([from, to]) => ({ from, to })),
  unhurried: row.unhurried?.map(([from, to]) => ({ from, to })) ?? null,
  status: row.status,
  comment: row.comment,
  known: row.known,
  piece:
    row.piece_from && row.piece_to ? { from: row.piece_from.getTime(), to: row.piece_to.getTime() } : null,
  examinee: row.examinee_id,
  examineeName: row.examinee_name,
  examTitle: row.title,
  reviewerName: row.reviewer_name,
  authorizedAt: timeOrNull(row.authorized_at),
  startedAt: timeOrNull(row.started_at),
  deauthorizedAt: timeOrNull(row.deauthorized_at),
})

const changing = (review: Review) => [
  review.id,
  review.state,
  review.reviewer,
  stamp(review.assignedAt),
  stamp(review.openedAt),
  stamp(review.reviewedAt),
  stamp(review.escalatedAt),
  JSON.stringify(review.played.map(({ from, to }) => [from, to])),
  review.status,
  review.comment,
  review.unhurried && JSON.stringify(review.unhurried.map(({ from, to }) => [from, to])),
]

export const postgresReviews = (sql: Sql, tenant: TenantId): Reviews => {
  const one = async (rest: string, id: ReviewId) => {
    const [row] = await rowsOf<Row>(sql, `${SELECT} where r.id = $1${rest}`, [id])
    return row ? factsOf(row) : null
  }
  return {
    add: async (review) => {
      const added = await rowsOf(
        sql,
        `insert into review (id, state, reviewer_id, assigned_at, opened_at, reviewed_at, escalated_at, played, status,
           comment, unhurried, tenant_id, session_id, kind, created_at, due_at, recorded_minutes, known,
           piece_from, piece_to)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
         on conflict do nothing returning id`,
        [
          ...changing(review),
          tenant,
          review.session,
          review.kind,
          stamp(review.createdAt),
          stamp(review.due),
          review.recordedMinutes,
          JSON.stringify(review.known),
          review.piece && stamp(fromMs(review.piece.from)),
          review.piece && stamp(fromMs(review.piece.to)),
        ],
      )
      return added.length > 0
    },
    list: async (since) =>
      (
        await rowsOf<Row>(
          sql,
          `${SELECT} where r.reviewed_at is null or r.reviewed_at > $1
             order by case when $1::timestamptz is null then r.due_at end nulls last, r.created_at desc, r.id limit 1000`,
          [stamp(since)],
        )
      ).map(factsOf),
    ofSession: async (session) =>
      (
        await rowsOf<Row>(sql, `${SELECT} where r.session_id = $1 order by r.created_at, r.id`, [session])
      ).map(factsOf),
    unasked: async (since) =>
      (
        await rowsOf<{ session: SessionId; examinee: string; exam: string; at: Date }>(
          sql,
          `select s.id as session, a.full_name as examinee, e.title as exam, s.deauthorized_at as at from session s
           join exam e on e.id = s.exam_id join account a on a.id = s.examinee_id
           where s.deauthorized_at > $1 and s.authorized_at is not null
             and not exists (select from review r where r.session_id = s.id and r.kind = 'first')
           order by s.deauthorized_at desc, s.id limit 300`,
          [stamp(since)],
        )
      ).map((row) => ({ ...row, at: time(row.at) })),
    find: (id) => one('', id),
    lock: (id) => one(' for no key update of r', id),
    save: async (review) => {
      await sql.query(
        `update review set state = $2, reviewer_id = $3, assigned_at = $4, opened_at = $5, reviewed_at = $6,
           escalated_at = $7, played = $8, status = $9, comment = $10,
           unhurried = $11 where id = $1`,
        changing(review),
      )
    },
    findings: async (id) =>
      (
        await rowsOf<{ seq: number; at: Date; by_account: AccountId; facts: Finding }>(
          sql,
          'select seq, at, by_account, facts from review_finding where review_id = $1 order by seq limit 1000',
          [id],
        )
      ).map(({ seq, at, by_account, facts }) => ({ seq, at: time(at), by: by_account, finding: facts })),
    findingsIn: async (ids) =>
      new Map(
        [
          ...Map.groupBy(
            await rowsOf<{
              review_id: ReviewId
              seq: number
              at: Date
              by_account: AccountId
              facts: Finding
            }>(
              sql,
              'select review_id, seq, at, by_account, facts from review_finding where review_id = any ($1) order by review_id, seq',
              [ids],
            ),
            ({ review_id }) => review_id,
          ),
        ].map(([id, rows]) => [
          id,
          rows.map(({ seq, at, by_account, facts }) => ({
            seq,
            at: time(at),
            by: by_account,
            finding: facts,
          })),
        ]),
      ),
    addFinding: async (id, { at, by, finding }) => {
      await sql.query(
        `insert into review_finding (tenant_id, review_id, seq, at, by_account, facts)
         select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5 from review_finding where review_id = $2`,
        [tenant, id, stamp(at), by, JSON.stringify(finding)],
      )
    },
    made: async (mark) => {
      await sql.query(
        'insert into review_mark (tenant_id, session_id, seq, review_id, hint) values ($1, $2, $3, $4, $5)',
        [tenant, mark.session, mark.seq, mark.review, mark.hint],
      )
    },
    madeOf: async (session) =>
      (
        await rowsOf<{ seq: number; review_id: ReviewId; hint: number | null }>(
          sql,
          'select seq, review_id, hint from review_mark where session_id = $1 order by seq',
          [session],
        )
      ).map(({ seq, review_id, hint }): MadeAtReview => ({ session, seq, review: review_id, hint })),
    withdraw: async (mark) => {
      await sql.query(
        `insert into mark_withdrawn (tenant_id, session_id, seq, at, by_account, review_id, reason)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
        [tenant, mark.session, mark.seq, stamp(mark.at), mark.by, mark.review, mark.reason],
      )
    },
    withdrawn: async (session) =>
      (
        await rowsOf<{ seq: number; at: Date; by_account: AccountId; review_id: ReviewId; reason: string }>(
          sql,
          'select seq, at, by_account, review_id, reason from mark_withdrawn where session_id = $1 order by seq',
          [session],
        )
      ).map(
        ({ at, by_account, review_id, ...row }): Withdrawn => ({
          ...row,
          session,
          at: time(at),
          by: by_account,
          review: review_id,
        }),
      ),
    controlPercent: async () => {
      const [row] = await rowsOf<{ control_percent: number }>(
        sql,
        'select control_percent from review_setting',
        [],
      )
      return row?.control_percent ?? 0
    },
    setControlPercent: async (percent, by, at) => {
      await sql.query(
        `insert into review_setting (tenant_id, control_percent, saved_by, saved_at) values ($1, $2, $3, $4)
         on conflict (tenant_id) do update set control_percent = excluded.control_percent,
           saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
        [tenant, percent, by, stamp(at)],
      )
    },
    controlsOf: async (reviewer) => {
      const [row] = await rowsOf<{ finished: number; controls: number }>(
        sql,
        `select count(*) filter (where kind = 'first' and reviewed_at is not null)::int as finished,
           count(*) filter (where kind = 'control')::int as controls from review where reviewer_id = $1`,
        [reviewer],
      )
      return row ?? { finished: 0, controls: 0 }
    },
    lostControls: async () => (await rowsOf<{ id: ReviewId }>(sql, LOST)).map(({ id }) => id),
    settledForControl: async (reviewer) =>
      (
        await rowsOf<Row>(
          sql,
          `${SELECT} where r.kind = 'first' and r.reviewed_at is not null and r.reviewer_id <> $1
             and exists (select from manifest m where m.session_id = r.session_id)
             and not exists (select from review o where o.session_id = r.session_id
               and (o.reviewer_id = $1 or o.reviewed_at is null))
           order by r.reviewed_at desc, r.id limit 20`,
          [reviewer],
        )
      ).map(factsOf),
  }
}

export const postgresOverdueReviews =
  (auth: pg.Pool): OverdueReviews =>
  async (now) =>
    (
      await rowsOf<{ tenant_id: TenantId }>(
        auth,
        `select distinct tenant_id from review where reviewed_at is null and escalated_at is null and due_at < $1`,
        [stamp(now)],
      )
    ).map((row) => row.tenant_id)
