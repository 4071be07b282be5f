import type { ExamCard } from '@ochno/domain/exam/card'
import type { AccountId, ExamId, SlotId, TenantId } from '@ochno/domain/ids'
import type { CountedExam, Exam, Exams } from '../../ports/exams.ts'
import { addExamRules } from './exam-rules.ts'
import { readPage } from './pages.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Row = {
  id: ExamId
  title: string
  instructions: string
  opens_at: Date
  closes_at: Date
  length_minutes: number
  state: Exam['state']
  card: ExamCard | null
  created_by: AccountId
  created_at: Date
  cancelled_at: Date | null
  cancelled_why: string | null
  sessions: number
  branch: CountedExam['branch']
  teachers: CountedExam['teachers']
}

const COLUMNS = `e.id, e.title, e.instructions, e.opens_at, e.closes_at, e.length_minutes, e.state, e.card, e.created_by,
  e.created_at, e.cancelled_at, e.cancelled_why,
  (select count(*)::int from session s where s.exam_id = e.id and s.state <> 'cancelled') as sessions,
  (select json_build_object('id', b.id, 'name', b.name) from exam_place p join institution_part b on b.id = p.branch_id where p.exam_id = e.id) as branch,
  coalesce((select json_agg(json_build_object('id', a.id, 'name', a.full_name) order by a.full_name)
    from exam_teacher t join account a on a.id = t.account_id where t.exam_id = e.id), '[]') as teachers`
const SELECT = `select ${COLUMNS} from exam e`

const examOf = (row: Row): CountedExam => ({
  id: row.id,
  title: row.title,
  instructions: row.instructions,
  opensAt: time(row.opens_at),
  closesAt: time(row.closes_at),
  lengthMinutes: row.length_minutes,
  state: row.state,
  card: row.card,
  createdBy: row.created_by,
  createdAt: time(row.created_at),
  cancelled: row.cancelled_at && { at: time(row.cancelled_at), why: row.cancelled_why ?? '' },
  sessions: row.sessions,
  branch: row.branch,
  teachers: row.teachers,
})

const changing = (exam: Exam) => [
  exam.id,
  exam.title,
  exam.instructions,
  stamp(exam.opensAt),
  stamp(exam.closesAt),
  exam.lengthMinutes,
  exam.state,
  exam.card === null ? null : JSON.stringify(exam.card),
]

export const postgresExams = (sql: Sql, tenant: TenantId): Exams => {
  const one = async (rest: string, id: ExamId) => {
    const [row] = await rowsOf<Row>(sql, `${SELECT} ${rest}`, [id])
    return row ? examOf(row) : null
  }
  return {
    page: async ({ find, when, now, among }, page) => {
      const over = "e.closes_at + e.length_minutes * interval '1 minute' <= $2"
      const found = await readPage<Row>(
        sql,
        tenant,
        {
          name: `exams-${when}`,
          select: COLUMNS,
          from: `from exam e where position(lower($1) in lower(e.title)) > 0
            and ${when === 'all' ? '$2::timestamptz is not null' : when === 'over' ? over : `not (${over})`}
            and ($3::text[] is null or e.id = any ($3))`,
          values: [find, stamp(now), among && [...among]],
          by: [
            { sql: 'e.opens_at', as: 'timestamptz', ...(when === 'ahead' ? {} : { down: true }) },
            { sql: 'e.id', as: 'text' },
          ],
        },
        page,
      )
      return found && { ...found, rows: found.rows.map(examOf) }
    },
    list: async () => (await rowsOf<Row>(sql, `${SELECT} order by e.opens_at desc, e.id`)).map(examOf),
    find: (id) => one('where e.id = $1', id),
    hold: (id) => one('where e.id = $1 for no key update of e', id),
    add: async (exam) => {
      await sql.query(
        `insert into exam (id, title, instructions, opens_at, closes_at, length_minutes, state, card, tenant_id, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [...changing(exam), tenant, exam.createdBy, stamp(exam.createdAt)],
      )
    },
    save: async (exam) => {
      await sql.query(
        `update exam set title = $2, instructions = $3, opens_at = $4, closes_at = $5, length_minutes = $6, state = $7,
           card = $8 where id = $1`,
        changing(exam),
      )
    },
    freeze: (id, rules) => addExamRules(sql, tenant, id, rules),
    slots: async (id) =>
      (
        await rowsOf<{ id: SlotId; opens_at: Date; closes_at: Date }>(
          sql,
          'select id, opens_at, closes_at from exam_slot where exam_id = $1 and cancelled_at is null order by opens_at, id',
          [id],
        )
      ).map((row) => ({ id: row.id, opensAt: time(row.opens_at), closesAt: time(row.closes_at) })),
    setTeachers: async (id, teachers) => {
      await sql.query('delete from exam_teacher where exam_id = $1 and account_id <> all ($2::text[])', [
        id,
        teachers,
      ])
      await sql.query(
        `insert into exam_teacher (exam_id, tenant_id, account_id) select $1, $2, unnest($3::text[]) on conflict do nothing`,
        [id, tenant, [...new Set(teachers)]],
      )
    },
    addSlot: async (exam, slot, at) => {
      await sql.query(
        `insert into exam_slot (id, tenant_id, exam_id, opens_at, closes_at, created_at) values ($1, $2, $3, $4, $5, $6)`,
        [slot.id, tenant, exam, stamp(slot.opensAt), stamp(slot.closesAt), stamp(at)],
      )
    },
  }
}
