import type { AccountId, ExamId, TenantId } from '@ochno/domain/ids'
import type { Exam, Exams } from '../../ports/exams.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Row = {
  id: ExamId
  title: string
  instructions: string
  opens_at: Date
  closes_at: Date
  length_minutes: number
  created_by: AccountId
  created_at: Date
  sessions: number
}

const SELECT = `select e.id, e.title, e.instructions, e.opens_at, e.closes_at, e.length_minutes, e.created_by, e.created_at,
  (select count(*)::int from session s where s.exam_id = e.id) as sessions from exam e`

const examOf = (row: Row): Exam & { readonly sessions: number } => ({
  id: row.id,
  title: row.title,
  instructions: row.instructions,
  opensAt: time(row.opens_at),
  closesAt: time(row.closes_at),
  lengthMinutes: row.length_minutes,
  createdBy: row.created_by,
  createdAt: time(row.created_at),
  sessions: row.sessions,
})

export const postgresExams = (sql: Sql, tenant: TenantId): Exams => ({
  list: async () =>
    (await rowsOf<Row>(sql, `${SELECT} order by e.opens_at desc, e.id limit 500`)).map(examOf),
  find: async (id) => {
    const [row] = await rowsOf<Row>(sql, `${SELECT} where e.id = $1`, [id])
    return row ? examOf(row) : null
  },
  add: async (exam) => {
    await sql.query(
      `insert into exam (id, tenant_id, title, instructions, opens_at, closes_at, length_minutes, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        exam.id,
        tenant,
        exam.title,
        exam.instructions,
        stamp(exam.opensAt),
        stamp(exam.closesAt),
        exam.lengthMinutes,
        exam.createdBy,
        stamp(exam.createdAt),
      ],
    )
  },
})
