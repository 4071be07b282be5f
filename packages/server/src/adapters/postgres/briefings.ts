import type { AccountId, ExamId, TenantId } from '@ochno/domain/ids'
import type { BriefedExaminee, Briefings } from '../../ports/briefings.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type HeldRow = { edition: number; words: string; held_by: AccountId; full_name: string; held_at: Date }
type NotedRow = {
  edition: number
  examinee_id: AccountId
  how: BriefedExaminee['how']
  noted_by: AccountId
  at: Date
}

export const postgresBriefings = (sql: Sql, tenant: TenantId): Briefings => ({
  find: async (exam) => {
    const [row] = await rowsOf<HeldRow>(
      sql,
      `select b.edition, b.words, b.held_by, a.full_name, b.held_at from briefing b join account a on a.id = b.held_by
       where b.exam_id = $1 order by b.edition desc limit 1`,
      [exam],
    )
    return row
      ? {
          exam,
          edition: row.edition,
          text: row.words,
          by: row.held_by,
          byName: row.full_name,
          heldAt: time(row.held_at),
        }
      : null
  },
  hold: async ({ exam, edition, text, by, heldAt }) => {
    await sql.query(
      'insert into briefing (tenant_id, exam_id, edition, words, held_by, held_at) values ($1, $2, $3, $4, $5, $6)',
      [tenant, exam, edition, text, by, stamp(heldAt)],
    )
  },
  log: async (exam, edition) =>
    (
      await rowsOf<NotedRow>(
        sql,
        'select edition, examinee_id, how, noted_by, at from briefed where exam_id = $1 and edition = $2',
        [exam, edition],
      )
    ).map((row) => ({
      examinee: row.examinee_id,
      edition: row.edition,
      how: row.how,
      at: time(row.at),
      notedBy: row.noted_by,
    })),
  note: async (exam, { examinee, edition, how, at, notedBy }) => {
    await sql.query(
      `insert into briefed (tenant_id, exam_id, edition, examinee_id, how, noted_by, at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (exam_id, edition, examinee_id) do nothing`,
      [tenant, exam, edition, examinee, how, notedBy, stamp(at)],
    )
  },
  readings: async (exam, person) =>
    (
      await rowsOf<{ edition: number; read_at: Date }>(
        sql,
        'select edition, read_at from requirement_reading where exam_id = $1 and account_id = $2',
        [exam, person],
      )
    ).map(({ edition, read_at }) => ({ edition, at: time(read_at) })),
  read: async (exam, person, { edition, at }) => {
    await sql.query(
      `insert into requirement_reading (tenant_id, exam_id, account_id, edition, read_at) values ($1, $2, $3, $4, $5)
       on conflict (exam_id, account_id, edition) do nothing`,
      [tenant, exam, person, edition, stamp(at)],
    )
  },
  watched: (proctor, since) =>
    rowsOf<{ exam: ExamId; people: number }>(
      sql,
      `select s.exam_id as exam, count(*)::int as people
       from session s join assignment g on g.session_id = s.id and g.proctor_id = $1 and g.removed_at is null
       where coalesce(s.deauthorized_at, s.deadline, s.closes_at + make_interval(mins => s.length_minutes)) > $2
       group by s.exam_id order by min(s.opens_at), s.exam_id limit 100`,
      [proctor, stamp(since)],
    ),
})
