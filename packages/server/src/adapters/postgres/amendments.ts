import type { AccountId, ExamId, SessionId, TenantId } from '@ochno/domain/ids'
import type { StartWindow } from '@ochno/domain/scheduling/start-window'
import type { Amendments, StoredAmendment } from '../../ports/amendment-store.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Row = {
  no: number
  what: StoredAmendment['what']
  made_by: AccountId
  by_name: string
  made_at: Date
  why: string
  session_ids: SessionId[]
  opened_at: Date | null
  closed_at: Date | null
  opens_at: Date | null
  closes_at: Date | null
  to_exam: ExamId | null
  to_title: string | null
  who: string[]
}

const window = (opensAt: Date | null, closesAt: Date | null): StartWindow | null =>
  opensAt && closesAt ? { opensAt: time(opensAt), closesAt: time(closesAt) } : null

const storedOf = (row: Row): StoredAmendment => ({
  no: row.no,
  what: row.what,
  by: row.made_by,
  byName: row.by_name,
  at: time(row.made_at),
  why: row.why,
  sessions: row.session_ids,
  was: window(row.opened_at, row.closed_at),
  now: window(row.opens_at, row.closes_at),
  toExam: row.to_exam && { id: row.to_exam, title: row.to_title ?? '' },
  who: row.who,
})

export const postgresAmendments = (sql: Sql, tenant: TenantId): Amendments => ({
  add: async (exam, { what, by, at, why, sessions, was, now, toExam }) => {
    const [row] = await rowsOf<{ no: number }>(
      sql,
      `insert into exam_amendment (exam_id, no, tenant_id, what, made_by, made_at, why, session_ids, opened_at, closed_at,
         opens_at, closes_at, to_exam)
       select $1, coalesce(max(no), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
       from exam_amendment where exam_id = $1 returning no`,
      [
        exam,
        tenant,
        what,
        by,
        stamp(at),
        why,
        sessions,
        stamp(was?.opensAt ?? null),
        stamp(was?.closesAt ?? null),
        stamp(now?.opensAt ?? null),
        stamp(now?.closesAt ?? null),
        toExam,
      ],
    )
    return row?.no ?? 0
  },
  ofExam: async (exam) =>
    (
      await rowsOf<Row>(
        sql,
        `select m.*, a.full_name as by_name, t.title as to_title,
           array(select p.full_name from session s join account p on p.id = s.examinee_id
             where s.id = any (m.session_ids) order by p.full_name limit 5) as who
         from exam_amendment m join account a on a.id = m.made_by left join exam t on t.id = m.to_exam
         where m.exam_id = $1 order by m.no desc limit 1000`,
        [exam],
      )
    ).map(storedOf),
  lock: async (sessions) => {
    await sql.query('select id from session where id = any ($1) order by id for no key update', [sessions])
  },
  retime: async (session, slot, { opensAt, closesAt }) => {
    await sql.query(
      `update session set slot_id = $2, opens_at = $3, closes_at = $4 where id = $1 and state = 'admitted'`,
      [session, slot, stamp(opensAt), stamp(closesAt)],
    )
  },
  callOff: async (session, why, at) => {
    await sql.query(
      `update session set state = 'cancelled', deauthorized_at = $3, end_reason = $2
       where id = $1 and state = 'admitted'`,
      [session, why, stamp(at)],
    )
  },
  moveSlot: async (slot, { opensAt, closesAt }) => {
    await sql.query('update exam_slot set opens_at = $2, closes_at = $3 where id = $1', [
      slot,
      stamp(opensAt),
      stamp(closesAt),
    ])
  },
  dropSlot: async (slot, at) => {
    await sql.query('update exam_slot set cancelled_at = $2 where id = $1', [slot, stamp(at)])
  },
  setWindow: async (exam, { opensAt, closesAt }) => {
    await sql.query('update exam set opens_at = $2, closes_at = $3 where id = $1', [
      exam,
      stamp(opensAt),
      stamp(closesAt),
    ])
  },
  cancelExam: async (exam, why, at) => {
    await sql.query('update exam set cancelled_at = $3, cancelled_why = $2 where id = $1', [
      exam,
      why,
      stamp(at),
    ])
  },
  hasRecording: async (session) => {
    const [row] = await rowsOf<{ has: boolean }>(
      sql,
      'select exists (select from track where session_id = $1) as has',
      [session],
    )
    return row?.has ?? false
  },
})
