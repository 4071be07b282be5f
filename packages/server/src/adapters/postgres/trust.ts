import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Thresholds } from '@ochno/domain/trust/bands'
import type { Interval, Reason } from '@ochno/domain/trust/score'
import { type Weight, weights1 } from '@ochno/domain/trust/weights'
import type { Trust } from '../../ports/trust.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type WeightsRow = {
  n: number
  at: Date
  /** Tables kept before it could be chosen have no `confirmedTimes`: they meant the first proposal's. */
  weights: { byCode: Record<string, Weight>; thresholds: Thresholds; confirmedTimes?: number }
}
type ScoreRow = {
  at: Date
  scored_by: AccountId
  version: string
  hundredths: number
  intervals: Interval[]
  reasons: Reason[]
}

export const postgresTrust = (sql: Sql, tenant: TenantId): Trust => ({
  weightsOf: async (exam) =>
    (
      await rowsOf<WeightsRow>(sql, 'select n, at, weights from exam_weights where exam_id = $1 order by n', [
        exam,
      ])
    ).map(({ n, at, weights }) => ({ n, at: time(at), confirmedTimes: weights1.confirmedTimes, ...weights })),
  addWeights: async (exam, by, { at, ...weights }) => {
    await sql.query(
      `insert into exam_weights (tenant_id, exam_id, n, at, set_by, weights)
       select $1, $2, coalesce(max(n), 0) + 1, $3, $4, $5 from exam_weights where exam_id = $2`,
      [tenant, exam, stamp(at), by, JSON.stringify(weights)],
    )
  },
  scoresOf: async (session) =>
    (
      await rowsOf<ScoreRow>(
        sql,
        'select at, scored_by, version, hundredths, intervals, reasons from session_score where session_id = $1 order by n',
        [session],
      )
    ).map(({ at, scored_by, ...row }) => ({ ...row, at: time(at), by: scored_by })),
  addScore: async (session, { at, by, version, hundredths, intervals, reasons }) => {
    await sql.query(
      `insert into session_score (tenant_id, session_id, n, at, scored_by, version, hundredths, intervals, reasons)
       select $1, $2, coalesce(max(n), 0) + 1, $3, $4, $5, $6, $7, $8 from session_score where session_id = $2`,
      [
        tenant,
        session,
        stamp(at),
        by,
        version,
        hundredths,
        JSON.stringify(intervals),
        JSON.stringify(reasons),
      ],
    )
  },
})
