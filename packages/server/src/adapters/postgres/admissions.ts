import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type { Condition } from '@ochno/domain/scheduling/admission'
import type { ChecklistItem } from '@ochno/domain/scheduling/checklist'
import type { Admissions, LateDecision } from '../../ports/admissions.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Row = {
  item: ChecklistItem
  confirmed_by: AccountId
  full_name: string
  confirmed_at: Date
  state_sha256: Buffer
}

type DecisionRow = {
  session_id: SessionId
  admit: boolean
  reason: string
  decided_by: AccountId
  full_name: string
  decided_at: Date
}

const DECISION = `select d.session_id, d.admit, d.reason, d.decided_by, a.full_name, d.decided_at
  from admission_decision d join account a on a.id = d.decided_by`

const decisionOf = (row: DecisionRow): LateDecision => ({
  admit: row.admit,
  reason: row.reason,
  by: row.decided_by,
  byName: row.full_name,
  at: time(row.decided_at),
})

export const postgresAdmissions = (sql: Sql, tenant: TenantId): Admissions => ({
  confirmed: async (exam) =>
    (
      await rowsOf<Row>(
        sql,
        `select c.item, c.confirmed_by, a.full_name, c.confirmed_at, c.state_sha256
         from exam_confirmation c join account a on a.id = c.confirmed_by where c.exam_id = $1`,
        [exam],
      )
    ).map((row) => ({
      item: row.item,
      by: row.confirmed_by,
      byName: row.full_name,
      at: time(row.confirmed_at),
      of: row.state_sha256.toString('hex'),
    })),
  confirm: async (exam, { item, by, at }, of) => {
    await sql.query(
      `insert into exam_confirmation (tenant_id, exam_id, item, confirmed_by, confirmed_at, state_sha256)
       values ($1, $2, $3, $4, $5, $6) on conflict (exam_id, item) do update set
         confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at, state_sha256 = excluded.state_sha256`,
      [tenant, exam, item, by, stamp(at), Buffer.from(of)],
    )
  },
  conditions: async (session) => {
    const [row] = await rowsOf<{ conditions: Condition[] }>(
      sql,
      'select conditions from session_admission where session_id = $1',
      [session],
    )
    return row ? row.conditions : null
  },
  ofExam: (exam) =>
    rowsOf<{ session: SessionId; conditions: Condition[] }>(
      sql,
      `select d.session_id as session, d.conditions from session_admission d join session s on s.id = d.session_id
       where s.exam_id = $1`,
      [exam],
    ),
  stated: async (sessions) =>
    new Map(
      (
        await rowsOf<{ session: SessionId; conditions: Condition[] }>(
          sql,
          'select session_id as session, conditions from session_admission where session_id = any ($1)',
          [sessions],
        )
      ).map(({ session, conditions }) => [session, conditions]),
    ),
  state: async (session, conditions, by, at) => {
    await sql.query(
      `insert into session_admission (tenant_id, session_id, conditions, stated_by, stated_at) values ($1, $2, $3, $4, $5)
       on conflict (session_id) do update set conditions = excluded.conditions, stated_by = excluded.stated_by,
         stated_at = excluded.stated_at`,
      [tenant, session, JSON.stringify(conditions), by, stamp(at)],
    )
  },
  decision: async (session) => {
    const [row] = await rowsOf<DecisionRow>(sql, `${DECISION} where d.session_id = $1`, [session])
    return row ? decisionOf(row) : null
  },
  decisions: async (exam) =>
    new Map(
      (
        await rowsOf<DecisionRow>(
          sql,
          `${DECISION} join session s on s.id = d.session_id where s.exam_id = $1`,
          [exam],
        )
      ).map((row) => [row.session_id, decisionOf(row)]),
    ),
  decide: async (session, { admit, reason, by, at }) => {
    await sql.query(
      `insert into admission_decision (tenant_id, session_id, admit, reason, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (session_id) do update set admit = excluded.admit, reason = excluded.reason,
         decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
      [tenant, session, admit, reason, by, stamp(at)],
    )
  },
})
