import type { AccountId, ExamId, SessionId, TenantId } from '@ochno/domain/ids'
import type { Thresholds } from '@ochno/domain/trust/bands'
import type { Interval, Reason } from '@ochno/domain/trust/score'
import { type Weight, weights1 } from '@ochno/domain/trust/weights'
import type { GivenScore, OwnWeights, Trust } from '../../ports/trust.ts'
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

const ownWeights = ({ n, at, weights }: WeightsRow): OwnWeights => ({
  n,
  at: time(at),
  confirmedTimes: weights1.confirmedTimes,
  ...weights,
})
const givenScore = ({ at, scored_by, version, hundredths, intervals, reasons }: ScoreRow): GivenScore => ({
  version,
  hundredths,
  intervals,
  reasons,
  at: time(at),
  by: scored_by,
})
const grouped = <Row, Key, Value>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  made: (row: Row) => Value,
): ReadonlyMap<Key, readonly Value[]> =>
  new Map([...Map.groupBy(rows, keyOf)].map(([key, own]) => [key, own.map(made)]))

export const postgresTrust = (sql: Sql, tenant: TenantId): Trust => ({
  weightsOf: async (exam) =>
    (
      await rowsOf<WeightsRow>(sql, 'select n, at, weights from exam_weights where exam_id = $1 order by n', [
        exam,
      ])
    ).map(ownWeights),
  beganWith: async (sessions) =>
    new Map(
      (
        await rowsOf<{ id: SessionId; trust_version: string }>(
          sql,
          'select id, trust_version from session where id = any ($1)',
          [sessions],
        )
      ).map(({ id, trust_version }) => [id, trust_version]),
    ),
  weightsIn: async (exams) =>
    grouped(
      await rowsOf<WeightsRow & { exam_id: ExamId }>(
        sql,
        'select exam_id, n, at, weights from exam_weights where exam_id = any ($1) order by exam_id, n',
        [exams],
      ),
      ({ exam_id }) => exam_id,
      ownWeights,
    ),
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
    ).map(givenScore),
  scoresIn: async (sessions) =>
    grouped(
      await rowsOf<ScoreRow & { session_id: SessionId }>(
        sql,
        `select session_id, at, scored_by, version, hundredths, intervals, reasons from session_score
         where session_id = any ($1) order by session_id, n`,
        [sessions],
      ),
      ({ session_id }) => session_id,
      givenScore,
    ),
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
