import type { ApplicationState } from '@ochno/domain/lifecycle/application'
import type { AccountId, ExamId, TenantId } from '@ochno/domain/ids'
import type {
  ApplicationId,
  ApplicationLines,
  Applications,
  LatePermit,
  OfficeHead,
  StepName,
  StoredApplication,
} from '../../ports/application.ts'
import { readPage } from './pages.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Row = {
  id: ApplicationId
  exam_id: ExamId
  title: string
  opens_at: Date
  author_id: AccountId
  full_name: string
  state: ApplicationState
  content: ApplicationLines
  filed_on: string | null
  late_permit: LatePermit | null
  changed_at: Date
}

const COLUMNS = `p.id, p.exam_id, e.title, e.opens_at, p.author_id, a.full_name, p.state, p.content,
    p.filed_on::text, p.late_permit, p.changed_at`
const FROM = 'from application p join exam e on e.id = p.exam_id join account a on a.id = p.author_id'
const SELECT = `select ${COLUMNS} ${FROM}`

const applicationOf = (row: Row): StoredApplication => ({
  id: row.id,
  exam: row.exam_id,
  examTitle: row.title,
  opensAt: time(row.opens_at),
  author: row.author_id,
  authorName: row.full_name,
  state: row.state,
  content: row.content,
  filedOn: row.filed_on,
  latePermit: row.late_permit,
  changedAt: time(row.changed_at),
})

export function postgresApplications(sql: Sql, tenant: TenantId): Applications {
  const one = async (rest: string, values: unknown[]) => {
    const [row] = await rowsOf<Row>(sql, `${SELECT} ${rest}`, values)
    return row ? applicationOf(row) : null
  }
  return {
    head: async () => {
      const [row] = await rowsOf<OfficeHead>(
        sql,
        `select a.id, a.full_name as name, o.ground from application_office o join account a on a.id = o.head_id
         where a.disabled_at is null`,
      )
      return row ?? null
    },
    nameHead: async ({ id, ground }, by, at) => {
      await sql.query(
        `insert into application_office (tenant_id, head_id, ground, changed_by, changed_at) values ($1, $2, $3, $4, $5)
         on conflict (tenant_id) do update set head_id = $2, ground = $3, changed_by = $4, changed_at = $5`,
        [tenant, id, ground, by, stamp(at)],
      )
    },
    page: async ({ author, find }, page) => {
      const found = await readPage<Row>(
        sql,
        tenant,
        {
          name: 'applications',
          select: COLUMNS,
          from: `${FROM} where ($1::text is null or p.author_id = $1)
            and position(lower($2) in lower(e.title || ' ' || a.full_name)) > 0`,
          values: [author, find],
          by: [
            { sql: 'p.changed_at', as: 'timestamptz', down: true },
            { sql: 'p.id', as: 'text' },
          ],
        },
        page,
      )
      return found && { ...found, rows: found.rows.map(applicationOf) }
    },
    ofExam: (exam) => one('where p.exam_id = $1', [exam]),
    hold: (exam) => one('where p.exam_id = $1 for no key update of p', [exam]),
    save: async ({ id, exam, author, state, content, filedOn, latePermit, changedAt }) => {
      await sql.query(
        `insert into application (id, tenant_id, exam_id, author_id, state, content, filed_on, late_permit, created_at,
           changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
         on conflict (id) do update set state = $5, content = $6, filed_on = $7, late_permit = $8, changed_at = $9`,
        [
          id,
          tenant,
          exam,
          author,
          state,
          JSON.stringify(content),
          filedOn,
          latePermit && JSON.stringify(latePermit),
          stamp(changedAt),
        ],
      )
    },
    steps: async (id) =>
      (
        await rowsOf<{ command: StepName; by: AccountId; name: string; at: Date; words: string }>(
          sql,
          `select s.command, s.by_account as by, a.full_name as name, s.at, s.words
           from application_step s join account a on a.id = s.by_account where s.application_id = $1 order by s.no`,
          [id],
        )
      ).map((row) => ({ ...row, at: time(row.at) })),
    addStep: async (id, { command, by, at, words }) => {
      await sql.query(
        `insert into application_step (tenant_id, application_id, no, command, by_account, at, words)
         select $1, $2, 1 + coalesce(max(no), 0), $3, $4, $5, $6 from application_step where application_id = $2`,
        [tenant, id, command, by, stamp(at), words],
      )
    },
  }
}
