import type { FailureStep, LoggedStep } from '@ochno/domain/failure/step'
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type { Failures } from '../../ports/failures.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Row = {
  session_id: SessionId
  seq: number
  at: Date
  said_by: AccountId
  full_name: string | null
  step: FailureStep
}

// Whoever is restricted to a branch reads the name of somebody outside it as nobody's.
const SELECT = `select f.session_id, f.seq, f.at, f.said_by, a.full_name, f.step
  from failure_step f left join account a on a.id = f.said_by`

const stepOf = (row: Row): LoggedStep => ({
  seq: row.seq,
  at: time(row.at),
  by: { id: row.said_by, name: row.full_name ?? '' },
  step: row.step,
})

export const postgresFailures = (sql: Sql, tenant: TenantId): Failures => ({
  ofSession: async (session) =>
    (await rowsOf<Row>(sql, `${SELECT} where f.session_id = $1 order by f.seq`, [session])).map(stepOf),
  ofExam: async (exam) => {
    const rows = await rowsOf<Row>(
      sql,
      `${SELECT} join session s on s.id = f.session_id where s.exam_id = $1 order by f.session_id, f.seq`,
      [exam],
    )
    const all = new Map<SessionId, LoggedStep[]>()
    for (const row of rows) all.set(row.session_id, [...(all.get(row.session_id) ?? []), stepOf(row)])
    return all
  },
  add: async (session, { at, by, step }) => {
    const [row] = await rowsOf<{ seq: number }>(
      sql,
      `insert into failure_step (session_id, tenant_id, seq, at, said_by, step)
       select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5 from failure_step where session_id = $1 returning seq`,
      [session, tenant, stamp(at), by, JSON.stringify(step)],
    )
    return row?.seq ?? 0
  },
})
